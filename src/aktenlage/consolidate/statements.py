"""Statements of many articles, those that report the same words put together."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta

from aktenlage.consolidate.actors import Actors
from aktenlage.consolidate.days import Days, published_days
from aktenlage.consolidate.groups import Groups
from aktenlage.consolidate.identity import content_id
from aktenlage.consolidate.words import words_of
from aktenlage.model.annotation import Statement
from aktenlage.model.dossier import DossierStatement, Evidence
from aktenlage.model.reading import Reading

# Words of fewer letters say little; of the longer ones so many count, so that endings do not.
_CONTENT_LETTERS = 5
_REACH = 3
_ALIKE = 0.75
_FEWEST = 3
_FEWEST_QUOTED = 2
# A speaker repeats phrases; reports of one utterance appear within days.
_DAYS = timedelta(days=7)


@dataclass(frozen=True, slots=True)
class _Told:
    article: str
    published: str | None
    days: Days | None
    statement: Statement
    speaker: str | None
    addressee: str | None
    content: frozenset[str]
    verbatim: str
    traces: frozenset[tuple[str, str]]

    @property
    def key(self) -> tuple[str, str, int, int]:
        span = self.statement.spans[0]
        return (self.published or "9", self.article, span.start, span.end)


def unite_statements(readings: Sequence[Reading], actors: Actors) -> tuple[DossierStatement, ...]:
    """Unite the statements of one speaker that carry the same or nearly the same words."""
    told = sorted((each for reading in readings for each in _told(reading, actors)), key=lambda each: each.key)
    groups: Groups[int] = Groups(range(len(told)))
    bearers: defaultdict[tuple[str, tuple[str, str]], list[int]] = defaultdict(list)
    for number, each in enumerate(told):
        if each.speaker is None:
            continue
        near: set[int] = set()
        for trace in each.traces:
            known = bearers[each.speaker, trace]
            # Told in the order of publication: what lies too far back cannot come near again.
            known[:] = [other for other in known if _near(told[other], each)]
            near.update(known)
        for other in sorted(near):
            if _same(told[other], each):
                groups.join(other, number)
        for trace in each.traces:
            bearers[each.speaker, trace].append(number)
    return tuple(_united([told[number] for number in group]) for group in groups.all())


def _told(reading: Reading, actors: Actors) -> list[_Told]:
    article = reading.article
    found = []
    for statement in reading.statements:
        if not statement.spans:
            continue
        words = [word for span in statement.spans for word in words_of(article.id, span.of(article.text)).folded]
        folded = [word[:_CONTENT_LETTERS] for word in words if len(word) >= _CONTENT_LETTERS]
        verbatim = " ".join(words) if statement.type == "direct" and len(words) >= _FEWEST else ""
        speaker = statement.speaker.actor if statement.speaker else None
        addressee = statement.addressee.actor if statement.addressee else None
        found.append(
            _Told(
                article.id,
                article.published,
                published_days(article.published),
                statement,
                actors.one(speaker) if speaker else None,
                actors.one(addressee) if addressee else None,
                frozenset(folded),
                verbatim,
                frozenset((word, after) for at, word in enumerate(folded) for after in folded[at + 1 : at + 1 + _REACH])
                | ({("", verbatim)} if verbatim else frozenset()),
            )
        )
    return found


def _near(one: _Told, other: _Told) -> bool:
    return not (one.days and other.days) or one.days.gap(other.days) <= _DAYS.days


def _same(one: _Told, other: _Told) -> bool:
    if not _near(one, other):
        return False
    if one.verbatim and one.verbatim == other.verbatim:
        return True
    quoted = "direct" in (one.statement.type, other.statement.type)
    fewest = min(len(one.content), len(other.content))
    if fewest < (_FEWEST_QUOTED if quoted else _FEWEST):
        return False
    return len(one.content & other.content) >= _ALIKE * fewest


def _united(told: Sequence[_Told]) -> DossierStatement:
    first = told[0]
    direct = next((each for each in told if each.statement.type == "direct"), first)
    channels = [each.statement.channel for each in told if each.statement.channel]
    addressees = [each.addressee for each in told if each.addressee]
    return DossierStatement(
        id=content_id("s", first.article, *first.key[2:], first.statement.type),
        speaker=first.speaker,
        addressee=addressees[0] if addressees else None,
        channel=channels[0] if channels else None,
        date=first.published[:10] if first.published else None,
        type=direct.statement.type,
        reports=tuple(dict.fromkeys(each.article for each in told)),
        evidence=tuple(
            dict.fromkeys(
                Evidence(each.article, span.start, span.end)
                for each in (direct, *told)
                for span in each.statement.spans
            )
        ),
    )
