"""The name that the article itself gives a known actor."""

import re
from collections.abc import Sequence
from dataclasses import replace

from aktenlage.model.annotation import Actor
from aktenlage.model.reading import Reading
from aktenlage.read.bodynames import is_short
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import name_key

_NAME_PARTS = re.compile(r"[ -]")
_ADJECTIVE_ENDING = re.compile(r"(?:en|em|er|es|e)$")


def at_fullest(actor: Actor, reading: Reading) -> Actor:
    """
    Give a known actor the name that the article has: a person's at its fullest, a body's in full or as it calls it.

    A body's people do not count ("die Sozialdemokraten").
    """
    if actor.kind not in ("person", "organization") or actor.id not in registry().entries:
        return actor
    text = reading.article.text
    used = [text[m.start : m.end].split() for m in reading.mentions if m.actor == actor.id and m.kind == "name"]
    names = registry().entries[actor.id].names
    if actor.kind == "person":
        whole = [" ".join(words) for words in used if _spells(words, names)]
        return replace(actor, name=max(whole, key=lambda spelled: spelled.count(" "))) if whole else actor
    own = [name for name in names if any(_same_words(name.split(), words) for words in used)]
    bodies = [name for name in own if not name.endswith("en")]
    in_full = next((name for name in bodies if " " in name), None)
    if in_full is not None and " " not in actor.name:
        return replace(actor, name=in_full)
    if is_short(actor.name):
        return actor
    spelled_out = " " in actor.name or actor.name in own
    plain = [name for name in bodies if not is_short(name) and name not in actor.name]
    return actor if spelled_out or not plain else replace(actor, name=plain[0])


def _spells(words: list[str], names: Sequence[str]) -> bool:
    """
    Whether the words, which name a person, are his full name, however spelled ("Kim Jong Un" for "Kim Jong-un").

    The given name has to be that of the register; what ends in s beyond the family name known is a genitive.
    """
    parts = [name_key(part) for part in _NAME_PARTS.split(" ".join(words))]
    for name in names:
        known = [name_key(part) for part in _NAME_PARTS.split(name)]
        if len(words) > 1 and len(known) > 1 and known[0] == parts[0]:
            other = parts[-1].startswith(known[-1][0]) and len(parts) >= len(known) and not parts[-1].endswith("s")
            if known[-1] in parts or other:
                return True
    return False


def _same_words(one: list[str], other: list[str]) -> bool:
    """Whether two names have the same words but for their endings."""
    stems = [[_ADJECTIVE_ENDING.sub("", word) for word in words] for words in (one, other)]
    return stems[0] == stems[1]
