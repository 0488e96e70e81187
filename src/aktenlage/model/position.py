"""Positions as one article tells them."""

from dataclasses import dataclass
from typing import Literal

from aktenlage.model.article import Span

Stance = Literal["demands", "rejects", "accepts", "supports", "offers", "accuses", "threatens"]


@dataclass(frozen=True, slots=True)
class Position:
    """
    What *actor* wants.

    *toward* is an actor id, *issue* an id of the issue list, *about* the place of the words that name the matter.
    """

    actor: str
    stance: Stance
    toward: str | None = None
    issue: str | None = None
    about: Span | None = None
    evidence: tuple[Span, ...] = ()
