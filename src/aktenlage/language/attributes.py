"""What stands before the noun of a phrase: rows of adjectives, and participles with all that belongs to them."""

from collections.abc import Sequence

from aktenlage.model.language import Token

DETERMINERS = frozenset({"ART", "PDAT", "PIAT", "PPOSAT", "PRELAT", "PWAT"})
ADVERBS = frozenset({"ADV", "ADJD", "PTKA"})
_PREMODIFIERS = frozenset(
    {
        "APPR",
        "APPRART",
        "ADV",
        "ADJD",
        "PRF",
        "CARD",
        "PIS",
        "PAV",
        "PTKNEG",
        "NN",
        "NE",
        "ART",
        "PIAT",
        "PPOSAT",
        "ADJA",
        "KON",
        "PTKA",
        "PDAT",
        "PPER",
    }
)
_OPENING_MODIFIERS = frozenset({"APPR", "APPRART", "ADV", "PRF", "ADJD", "PAV", "CARD"})
_FARTHEST_MODIFIED = 14


def before_adjective(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether only adverbs stand before an adjective or number."""
    while place < end and tokens[place].tag in ADVERBS:
        place += 1
    return place < end and tokens[place].tag in {"ADJA", "CARD", "PIAT"}


def between_adjectives(tokens: Sequence[Token], place: int, end: int) -> bool:
    """Whether a comma or conjunction joins two adjectives, or the parts of a shortened word."""
    before, behind = tokens[place - 1].tag, tokens[place + 1].tag if place + 1 < end else ""
    if before == "TRUNC":
        return behind in {"NN", "NE", "TRUNC", "ADJA"}
    return before == "ADJA" and (behind == "ADJA" or (behind in ADVERBS and before_adjective(tokens, place + 1, end)))


def attribute_of(tokens: Sequence[Token], first: int, last: int) -> range:
    """Give the tokens of the participial attribute of a phrase that begins at *first*; empty where there is none."""
    closing = behind_modifiers(tokens, first + 1, last) if tokens[first].tag in DETERMINERS else None
    return range(first + 1, closing + 1) if closing is not None else range(0)


def two_articles(tokens: Sequence[Token], place: int) -> bool:
    """Whether an article right behind another opens an attribute ("die den Grünen nahestehende Stiftung")."""
    return place > 0 and tokens[place].tag == "ART" and tokens[place - 1].tag in {"ART", "PDS", "PDAT", "PPOSAT"}


def behind_modifiers(tokens: Sequence[Token], place: int, end: int) -> int | None:
    """Find the adjective that closes a participial attribute: "der [am Montag in Genf] geplante Besuch"."""
    if place >= end or not (tokens[place].tag in _OPENING_MODIFIERS or two_articles(tokens, place)):
        return None
    if tokens[place].tag == "CARD" and (place + 2 >= end or tokens[place + 2].tag != "ADJA"):
        return None
    if tokens[place - 1].tag in {"APPR", "APPRART"}:
        return None
    for number in range(place, min(end, place + _FARTHEST_MODIFIED)):
        tag = tokens[number].tag
        if (
            tag == "ADJA"
            and number + 1 < end
            and tokens[number + 1].tag in {"NN", "ADJA", "NE"}
            and tokens[number - 1].tag not in DETERMINERS
            and tokens[number - 1].tag not in {"APPRART", "APPR"}
        ):
            return number
        if tag not in _PREMODIFIERS:
            return None
    return None
