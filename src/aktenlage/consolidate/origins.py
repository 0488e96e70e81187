"""Where words come from: articles that share passages have one origin, and a later version stands for an earlier."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from aktenlage.consolidate.days import certain_moment, published_days
from aktenlage.consolidate.groups import Groups
from aktenlage.consolidate.identity import content_id
from aktenlage.consolidate.passages import Passage
from aktenlage.model.article import Article
from aktenlage.model.dossier import Evidence, Origin

# Two articles of one outlet that share so much of the shorter one are versions of one article.
_VERSION = 0.6


@dataclass(frozen=True, slots=True)
class Origins:
    """
    The origins of many articles.

    *of* gives an article's origin, *superseded* the article that replaced another, *outdated* the day from which on
    it did; *sources* are an article's origin and the agencies that it credits, *outlets* who printed it.
    """

    all: tuple[Origin, ...]
    of: Mapping[str, str]
    superseded: Mapping[str, str]
    outdated: Mapping[str, date]
    sources: Mapping[str, frozenset[str]]
    outlets: Mapping[str, str]

    def independent(self, articles: Iterable[str]) -> int:
        """
        Count origins, low where it cannot be told.

        Reports that share passages or credit the same agency count as one, and so do an outlet's own: what it does not
        credit may come from any of the agencies that it prints, so it counts only where the outlet credits none.
        """
        groups: Groups[str] = Groups()
        told = sorted(set(articles))
        crediting = {self.outlets[article] for article in told if self._credits(article)}
        for article in told:
            sources = set(self.sources[article])
            if not self._credits(article):
                if self.outlets[article] in crediting:
                    continue
                sources.add(f"outlet {self.outlets[article]}")
            first, *others = sorted(sources)
            groups.head(first)
            for other in others:
                groups.join(first, other)
        return len(groups.all())

    def _credits(self, article: str) -> bool:
        return len(self.sources[article]) > 1


def find_origins(articles: Sequence[Article], passages: Sequence[Passage]) -> Origins:
    """Group *articles* by the passages that they share."""
    known = {article.id: article for article in articles}
    groups: Groups[str] = Groups(known)
    for passage in passages:
        groups.join(passage.first.article, passage.second.article)
    origins = []
    of: dict[str, str] = {}
    shared = _by_article(passages)
    for group in groups.all():
        origin = _origin([known[name] for name in group], shared)
        origins.append(origin)
        of.update(dict.fromkeys(group, origin.id))
    superseded = _versions(known, passages)
    replaced = {earlier: published_days(known[later].published) for earlier, later in superseded.items()}
    return Origins(
        all=tuple(origins),
        of=of,
        superseded=superseded,
        outdated={earlier: days.first for earlier, days in replaced.items() if days is not None},
        sources={name: _sources(known[name], of[name]) for name in known},
        outlets={name: article.outlet or "" for name, article in known.items()},
    )


def _origin(articles: Sequence[Article], shared: Mapping[str, list[Passage]]) -> Origin:
    agencies = sorted({agency for article in articles for agency in article.agencies}, key=str.casefold)
    outlets = {article.outlet for article in articles}
    names = tuple(article.id for article in articles)
    outlet = next(iter(outlets)) if len(outlets) == 1 else None
    kind = "agency" if agencies else "outlet" if outlet else "unknown"
    first = min(articles, key=lambda article: (article.published or "9", article.id))
    return Origin(
        content_id("o", first.id),
        "agency" if kind == "agency" else "outlet" if kind == "outlet" else "unknown",
        "/".join(agencies) or outlet,
        names,
        _same_text(sorted({passage for name in names for passage in shared.get(name, ())})),
    )


def _by_article(passages: Iterable[Passage]) -> dict[str, list[Passage]]:
    found: defaultdict[str, list[Passage]] = defaultdict(list)
    for passage in passages:
        found[passage.first.article].append(passage)
        found[passage.second.article].append(passage)
    return found


def _same_text(passages: Sequence[Passage]) -> tuple[tuple[Evidence, ...], ...]:
    """Put passages together that cover mostly the same words of an article, so that three copies are one group."""
    groups: Groups[Evidence] = Groups()
    places: defaultdict[str, list[Evidence]] = defaultdict(list)
    for passage in passages:
        groups.join(passage.first, passage.second)
        places[passage.first.article].append(passage.first)
        places[passage.second.article].append(passage.second)
    for here in places.values():
        here.sort()
        for number, one in enumerate(here):
            for other in here[number + 1 :]:
                if other.start >= one.end:
                    break
                common = min(one.end, other.end) - other.start
                if 2 * common > min(one.end - one.start, other.end - other.start):
                    groups.join(one, other)
    return tuple(_widest(group) for group in groups.all())


def _widest(group: Sequence[Evidence]) -> tuple[Evidence, ...]:
    stretches: dict[str, Evidence] = {}
    for place in group:
        known = stretches.get(place.article, place)
        stretches[place.article] = Evidence(place.article, min(place.start, known.start), max(place.end, known.end))
    return tuple(sorted(stretches.values()))


def _versions(known: Mapping[str, Article], passages: Iterable[Passage]) -> dict[str, str]:
    """Give for each article that a later one of its outlet replaced the latest of them."""
    common: defaultdict[tuple[str, str], int] = defaultdict(int)
    for passage in passages:
        pair = (passage.first.article, passage.second.article)
        common[pair] += min(passage.first.end - passage.first.start, passage.second.end - passage.second.start)
    replaced: dict[str, str] = {}
    for pair, length in sorted(common.items()):
        one, other = (known[name] for name in pair)
        same = _base(one)[0] == _base(other)[0]
        if not same and not (_same_outlet(one, other) and length >= _VERSION * min(len(one.text), len(other.text))):
            continue
        ages = (_base(one)[1], _base(other)[1]) if same else (_moment(one), _moment(other))
        if 0 in ages or ages[0] == ages[1]:
            continue
        earlier, later = (one, other) if ages[0] < ages[1] else (other, one)
        best = replaced.get(earlier.id)
        if best is None or (known[best].published or "") < (later.published or ""):
            replaced[earlier.id] = later.id
    return replaced


def _base(article: Article) -> tuple[str, int]:
    """Take an id apart: a store calls later versions of an article ``id@2`` and so on."""
    name, _, version = article.id.rpartition("@")
    return (name, int(version)) if name and version.isdigit() else (article.id, 1)


def _moment(article: Article) -> float:
    moment = certain_moment(article.published)
    return moment.timestamp() if moment else 0


def _same_outlet(one: Article, other: Article) -> bool:
    return one.outlet == other.outlet if one.outlet else one.url is not None and one.url == other.url


def _sources(article: Article, origin: str) -> frozenset[str]:
    agencies = {f"agency {agency.casefold()}" for agency in article.agencies}
    return frozenset({origin, *agencies})
