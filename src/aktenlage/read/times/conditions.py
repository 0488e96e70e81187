"""What in the words around a match shows that it is no time."""

from collections.abc import Callable

from aktenlage.read.times.grammar import grammar
from aktenlage.read.times.lexer import Tokens
from aktenlage.resources.rule import Match

Condition = Callable[[Match, Tokens], bool]


def amount(match: Match, tokens: Tokens) -> bool:
    """Tell whether four figures are an amount rather than a year: round ones need a sign that they are a year."""
    number = int(tokens.words[match.end - 1])
    before = tokens.words[match.start - 1]
    after = tokens.words[match.end] if match.end < len(tokens.words) else ""
    lexicon = grammar()[0]
    classes = lexicon.classes(before)
    later = tokens.words[match.end + 2] if match.end + 2 < len(tokens.words) else ""
    if lexicon.value("joint", after) == "range" and "counted" in lexicon.classes(later):
        return True
    if "amount_sign" in classes or "approx" in classes or before.isdigit():
        return True
    if "year_preposition" in classes and number < 2100:
        return number % 100 == 0 and number < 1900 and after[:1].isupper()
    if number == 2000:
        return after[:1].isupper()
    if 1900 < number < 2060:
        return False
    return number % 50 == 0 or number >= 2060 or after[:1].isupper()


CONDITIONS: dict[str, Condition] = {"amount": amount}
