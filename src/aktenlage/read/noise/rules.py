"""The patterns of furniture, compiled from language data."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any

from aktenlage.resources.load import load

_PART = re.compile(r"\{([a-z_]+)\}")


@dataclass(frozen=True)  # Without slots: a pattern is compiled when it is first asked for.
class Rule:
    """One pattern; *where* bounds it to a zone of the article, *unlike* says what it must not be."""

    id: str
    kind: str
    source: str
    where: str | None = None
    unlike: str | None = None

    @cached_property
    def pattern(self) -> re.Pattern[str]:
        """The pattern, its ``{parts}`` put in."""
        return compiled(self.source)

    @cached_property
    def exception(self) -> re.Pattern[str] | None:
        """The pattern of what it must not be."""
        return compiled(self.unlike) if self.unlike is not None else None

    def excepts(self, words: str) -> bool:
        """Whether *words* look like the rule's but are not."""
        return self.exception is not None and self.exception.fullmatch(words) is not None


@dataclass(frozen=True, slots=True)
class Rules:
    """All rules by the place where they apply."""

    items: tuple[Rule, ...]
    lines: tuple[Rule, ...]
    captions: tuple[Rule, ...]
    pointer: Rule
    leads: tuple[Rule, ...]
    trails: tuple[Rule, ...]


@cache
def rules() -> Rules:
    """Give the rules of the language data."""
    data = load("noise")
    return Rules(
        items=tuple(_rule(entry) for entry in data["items"]),
        lines=tuple(_rule(entry) for entry in data["lines"]),
        captions=tuple(_rule(entry, end=r"\Z") for entry in data["captions"]),
        pointer=_rule(data["pointers"]),
        leads=tuple(_rule(entry) for entry in data["leads"]),
        trails=tuple(_rule(entry, end=r"\Z") for entry in data["trails"]),
    )


def compiled(pattern: str) -> re.Pattern[str]:
    """Compile *pattern*, its ``{parts}`` put in."""
    return re.compile(_filled(pattern))


def _rule(entry: dict[str, Any], *, end: str = "") -> Rule:
    return Rule(
        id=entry["id"],
        kind=entry["kind"],
        source=f"(?:{entry['pattern']}){end}",
        where=entry.get("where"),
        unlike=entry.get("not"),
    )


def _filled(pattern: str) -> str:
    return _PART.sub(lambda match: _filled(_parts()[match.group(1)]), pattern)


@cache
def _parts() -> dict[str, str]:
    data = load("noise")
    outlets = load("outlets")["outlets"]
    ordinary = {form for outlet in outlets for form in outlet.get("behind_label", ())}
    names = {form for outlet in outlets for form in (outlet["name"], *outlet["forms"])}
    lists: dict[str, Iterable[str]] = {
        "agency": (form for agency in load("agencies") for form in (agency["name"], *agency["forms"])),
        "picture_agency": (
            form for agency in load("agencies") if agency.get("pictures") for form in (agency["name"], *agency["forms"])
        ),
        "outlet": names - ordinary,
        "outlet_label": ordinary,
        "place": (place for row in (*load("noise_places"), *load("places")["towns"].values()) for place in row),
        "month": data["months"],
        "weekday": data["weekdays"],
        "updated": data["updated"],
        "published": data["published"],
        "not_initials": data["not_initials"],
    }
    return {**data["parts"], **{name: _any_of(words) for name, words in lists.items()}}


def _any_of(words: Iterable[str]) -> str:
    """Longest first, so that no word hides a longer one; spaces in names may be any."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))
    return f"(?:{'|'.join(re.escape(word) for word in ordered)})"
