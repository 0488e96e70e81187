"""Time expressions of an article as TIMEX3."""

from aktenlage.read.times.reader import read_times

__all__ = ["read_times"]
