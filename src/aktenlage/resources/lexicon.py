"""
Word classes: a lexicon turns each word into one symbol that stands for all the classes that the word is in.

A text becomes a string with a symbol a token, so that a rule over classes is a plain regular expression over symbols.
"""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Any

OTHER = "\N{MIDDLE DOT}"
_FIRST_SYMBOL = 0xE000
_OPTION = re.compile(r"\(([^)]*)\)")
_PLACE = re.compile(r"\{([a-z_]+)\}")


def literal(word: str) -> str:
    """Give the class that holds just this *word*."""
    return f"={word}"


def forms(spelling: str, endings: Sequence[str]) -> list[str]:
    """
    Spell out a form: ``(a|b)`` is an optional ending, ``~`` any of the *endings*.

    >>> forms("Jahr(e|es)", ())
    ['Jahr', 'Jahre', 'Jahres']
    """
    if "~" in spelling:
        return [form for ending in endings for form in forms(spelling.replace("~", ending, 1), endings)]
    option = _OPTION.search(spelling)
    if option is None:
        return [spelling]
    parts = ["", *option.group(1).split("|")]
    return [
        form for part in parts for form in forms(spelling[: option.start()] + part + spelling[option.end() :], endings)
    ]


class Lexicon:
    """
    Words and shapes by class.

    *classes* gives each class its entries, a list of ``{is: value, forms: […]}``; *shapes* are regular expressions for
    words that no list can hold, where ``{class}`` stands for any form of that class; *literals* are words that rules
    name.
    """

    def __init__(
        self,
        classes: Mapping[str, Sequence[Mapping[str, Any]]],
        shapes: Sequence[Mapping[str, str]] = (),
        *,
        endings: Sequence[str] = (),
        literals: Iterable[str] = (),
    ) -> None:
        self._values: dict[str, dict[str, Any]] = {name: {} for name in classes}
        for name, entries in classes.items():
            for entry in entries:
                for spelling in entry["forms"]:
                    self._values[name].update(dict.fromkeys(forms(spelling, endings), entry["is"]))
        self._shapes = [(shape["class"], re.compile(self._fill(shape["match"]))) for shape in shapes]
        for word in literals:
            self._values.setdefault(literal(word), {})[word] = word
        self._classes: dict[str, frozenset[str]] = {}
        for name, values in self._values.items():
            for word in values:
                self._classes[word] = self._classes.get(word, frozenset()) | {name}
        kinds = {self.classes(variant) for word in self._classes for variant in (word, word.capitalize(), word.upper())}
        kinds |= {frozenset({name}) for name, _ in self._shapes}
        kinds.discard(frozenset())
        ordered = sorted(kinds, key=sorted)
        self._symbols = {kind: chr(_FIRST_SYMBOL + number) for number, kind in enumerate(ordered)}
        self.symbol = lru_cache(maxsize=65536)(self._symbol)

    def classes(self, word: str) -> frozenset[str]:
        """Give the classes of *word*; a capital may be that of a sentence's first word or of a heading."""
        known = self._classes.get(word)
        if known is not None:
            return known
        if not word[:1].islower():
            found = frozenset[str]().union(*(self._classes.get(variant, frozenset()) for variant in _variants(word)))
            if found:
                return found
        return next((frozenset({name}) for name, shape in self._shapes if shape.fullmatch(word)), frozenset())

    def _symbol(self, word: str) -> str:
        return self._symbols.get(self.classes(word), OTHER)

    def symbols(self, name: str) -> str:
        """Give all symbols that include the class *name*; raise KeyError if there is none."""
        found = "".join(symbol for kind, symbol in self._symbols.items() if name in kind)
        if not found:
            raise KeyError(name)
        return found

    def value(self, name: str, word: str) -> Any:
        """Give what *word* is in the class *name*; for a shape, a mapping of its named groups."""
        values = self._values.get(name, {})
        for variant in (word, *_variants(word)):
            if variant in values:
                return values[variant]
        for kind, shape in self._shapes:
            match = shape.fullmatch(word) if kind == name else None
            if match:
                return dict(self._groups(match))
        return None

    def _groups(self, match: re.Match[str]) -> Iterator[tuple[str, Any]]:
        for group, text in match.groupdict().items():
            if text is not None:
                plain = text.rstrip("-")
                known = self._values.get(group, {})
                found = next((known[v] for v in (plain, *_variants(plain), plain.capitalize()) if v in known), None)
                yield group, (int(plain) if plain.isdigit() else plain) if found is None else found

    def _fill(self, pattern: str) -> str:
        def alternatives(place: re.Match[str]) -> str:
            words = {word for form in self._values[place.group(1)] for word in (form, form.lower())}
            return "(?:" + "|".join(sorted(map(re.escape, words), key=len, reverse=True)) + ")"

        return _PLACE.sub(alternatives, pattern)


def _variants(word: str) -> tuple[str, ...]:
    if word.isupper() and len(word) > 1:
        return (word.capitalize(), word.lower())
    return (word.lower(),) if word[:1].isupper() else ()
