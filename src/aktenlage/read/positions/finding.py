"""What one rule found, before like findings are joined."""

from dataclasses import dataclass

from aktenlage.model.article import Span
from aktenlage.model.position import Stance


@dataclass(frozen=True, slots=True)
class Found:
    """A stance of some actors in one place; *about* is None where the whole place says what it is about."""

    actors: tuple[str, ...]
    stance: Stance
    evidence: Span
    about: Span | None = None
    toward: str | None = None
