"""KRAUTS as published: TimeML files of German newspaper text, and the comparison of times with its annotation."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from xml.etree import ElementTree as ET

from aktenlage.model.annotation import Time

TYPES = ("DATE", "TIME", "DURATION", "SET")


@dataclass(frozen=True, slots=True)
class Annotated:
    """One article of the corpus with its gold times."""

    name: str
    text: str
    published: str | None
    times: tuple[Time, ...]

    @property
    def held_out(self) -> bool:
        """Whether the article belongs to the third that rules are never tuned on."""
        return int(sha256(self.name.encode()).hexdigest(), 16) % 3 == 0


def read_part(folder: Path, part: str) -> list[Annotated]:
    """Read one part of the corpus, say ``DieZeit``, below *folder*."""
    return [_read(path) for path in sorted((folder / f"KRAUTS_{part}").glob("*.tml"))]


def _read(path: Path) -> Annotated:
    root = ET.parse(path).getroot()
    text, times = "", []
    body = root.find("TEXT")
    for words, node in _walk(body) if body is not None else ():
        if node is not None and words:
            times.append(_time(len(text), words, node))
        text += words
    published = root.find("DCT/TIMEX3")
    day = published.get("value") if published is not None else None
    return Annotated(path.name.removesuffix(".tml"), text, day, tuple(times))


def _walk(element: ET.Element) -> Iterator[tuple[str, ET.Element | None]]:
    if element.tag == "TIMEX3":
        yield "".join(element.itertext()), element
        return
    yield element.text or "", None
    for child in element:
        yield from _walk(child)
        yield child.tail or "", None


def _time(start: int, words: str, node: ET.Element) -> Time:
    kind = next((name for name in TYPES if name == node.get("type")), "DATE")
    return Time(start, start + len(words), kind, node.get("value") or "")  # type: ignore[arg-type]


def pairs(gold: Iterable[Time], found: Iterable[Time]) -> list[tuple[Time, Time]]:
    """Pair times one to one: the same extents first, then the longest overlaps."""
    free_gold, free_found = list(gold), list(found)
    candidates = [
        (-(min(one.end, two.end) - max(one.start, two.start)), (one.start, one.end) != (two.start, two.end), one, two)
        for one in free_gold
        for two in free_found
        if one.start < two.end and two.start < one.end
    ]
    paired: list[tuple[Time, Time]] = []
    for _, _, one, two in sorted(candidates, key=lambda item: (item[1], item[0], item[2].start, item[3].start)):
        if one in free_gold and two in free_found:
            free_gold.remove(one)
            free_found.remove(two)
            paired.append((one, two))
    return paired


def count(gold: tuple[Time, ...], found: tuple[Time, ...]) -> Counter[str]:
    """Count what one article has and what of it is right."""
    counts: Counter[str] = Counter(gold=len(gold), found=len(found))
    counts.update(f"gold {time.type}" for time in gold)
    for one, two in pairs(gold, found):
        exact = (one.start, one.end) == (two.start, two.end)
        right = {"relaxed": True, "strict": exact, "value": one.value == two.value, "type": one.type == two.type}
        for what, holds in right.items():
            counts[what] += holds
            counts[f"{what} {one.type}"] += holds
    return counts
