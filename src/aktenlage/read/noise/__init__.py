"""What in an article's text is no reporting, and what it tells about the article."""

from aktenlage.read.noise.reader import read_noise

__all__ = ["read_noise"]
