"""People's names that are one word: family names of the article or the registry, or any behind a title."""

from collections.abc import Iterable, Sequence

from aktenlage.model.language import Token
from aktenlage.read.mentions.lexicon import words
from aktenlage.read.mentions.namewords import Name, bare_form, is_plain, may_be_name, number_at
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key, near_keys, slug

# Keys of this length and below are too short to be told from a slip of the pen.
_SHORT = 4


def single_at(tokens: Sequence[Token], at: int, families: "Families", *, titled: bool = False) -> Name | None:
    """Give the name that is one word: a family name of the article or the registry, or behind a title any name."""
    word = tokens[at].text
    if len(word) < 2 or not may_be_name(tokens, at) or tokens[at].tag == "KOUS":
        return None
    plain = is_plain(tokens, at)
    bare = bare_form(word)
    after_article = at > 0 and tokens[at - 1].text.lower() in words("articles")
    for form in dict.fromkeys((word, bare)):
        key = name_key(form)
        if key in families.keys:
            return _one_word(tokens, at, form)
        sure = titled and not after_article
        if _known_alone(form) and (sure or (plain and form not in words("common_families"))):
            return _one_word(tokens, at, form)
    if titled and plain:
        return _one_word(tokens, at, bare if word.endswith(("'", "’")) else word)
    if plain and not after_article and (families.near(name_key(bare)) or families.told_by_office(word, bare)):
        return _one_word(tokens, at, word if name_key(word) in families.told else bare)
    return None


def _known_alone(form: str) -> bool:
    """Whether the registry has the family name; a short one that it spells otherwise may be another's ("Lien")."""
    entries = registry().family(name_key(form))
    return bool(entries) and (len(form) > _SHORT or any(slug(form) in slug(e.name).split("-") for e in entries))


class Families:
    """The keys of the family names that the article gives with a given name."""

    def __init__(self, keys: Iterable[str]) -> None:
        self.keys = frozenset(keys)
        self._near = frozenset(near for key in self.keys if len(key) > _SHORT for near in near_keys(key))
        # Those that have so far stood alone behind an office: "Vizepräsident Taha".
        self.told: set[str] = set()

    def told_by_office(self, word: str, bare: str) -> bool:
        """Whether a word, or without a genitive ending, is a name that an office before it has told."""
        return name_key(word) in self.told or name_key(bare) in self.told

    def near(self, key: str) -> bool:
        """Whether *key* may be one of them with a slip of the pen."""
        return len(key) > _SHORT and not self._near.isdisjoint(near_keys(key))


def _one_word(tokens: Sequence[Token], at: int, form: str) -> Name:
    """Make a name of one word, with the particles before it that belong to it: "von der Leyen"."""
    first = at
    for entry in registry().family(name_key(form)):
        particles = entry.name.split()[1:-1]
        before = [token.text.lower() for token in tokens[max(at - len(particles), 0) : at]]
        if all(part in words("particles") for part in particles) and before == [part.lower() for part in particles]:
            first = at - len(particles)
    number = number_at(tokens, at + 1)
    return Name(first, at + 1 + len(number), (form, *number), None, genitive=form != tokens[at].text, strong=False)
