"""What users import from `aktenlage`: reading an article, making a dossier, keeping a store."""

from collections import defaultdict, deque
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from threading import Lock
from types import TracebackType
from typing import Any, Self

from aktenlage.consolidate.days import certain_moment
from aktenlage.consolidate.decided import judgement_over, standing
from aktenlage.consolidate.fingerprints import COMMON, fingerprints, partners
from aktenlage.consolidate.passages import shared_passages
from aktenlage.consolidate.words import Words, words_of
from aktenlage.errors import InputError, JudgementError
from aktenlage.model.article import Article
from aktenlage.model.dossier import Dossier
from aktenlage.model.judgement import Act, Judgement, TargetKind
from aktenlage.model.reading import Reading
from aktenlage.model.record import to_json
from aktenlage.past import Past
from aktenlage.pipeline import make_dossier, read_article
from aktenlage.resources.messages import message
from aktenlage.settling import known_passages, settle
from aktenlage.store.archive import Added, Archive, SharedPassage
from aktenlage.store.database import Database
from aktenlage.store.judgements import Judgements
from aktenlage.store.view import View


def read(
    text: str,
    *,
    published: str | None = None,
    title: str | None = None,
    outlet: str | None = None,
    agencies: Iterable[str] = (),
    id: str = "article",  # noqa: A002 - the field's name in the record
) -> Reading:
    """
    Read one German article.

    *published* is an ISO 8601 day, month, year or time stamp; without it, what the text itself says counts. Raise
    InputError where it is none of these.
    """
    return _reading(Article(id, text, title=title, outlet=outlet, published=published, agencies=tuple(agencies)))


def dossier(articles: Iterable[Article | Reading], *, as_of: str | None = None) -> Dossier:
    """
    Make one dossier out of articles, or out of readings where they are there already.

    With *as_of*, an ISO day or time stamp, only what had appeared by then counts. The same article twice counts once;
    raise InputError where two different articles have one id.
    """
    readings: dict[str, Reading] = {}
    for each in articles:
        reading = _reading(each)
        known = readings.setdefault(reading.article.id, reading)
        if known.article.text != reading.article.text:
            raise _refused(reading.article.id, "input.duplicate", id=reading.article.id)
    return make_dossier(readings.values(), as_of=as_of)


class Store:
    """
    A file that keeps articles and their readings and gives their dossier; to be used in a ``with`` statement.

    >>> from tempfile import TemporaryDirectory
    >>> with TemporaryDirectory() as folder, Store(Path(folder) / "talks.sqlite") as store:
    ...     _ = store.add(Article("a", "Norwegen und die Schweiz trafen sich in Genf.", published="2026-01-22"))
    ...     [event.place for event in store.dossier().events]
    ['Genf']
    """

    def __init__(self, file: str | Path, *, create: bool = True) -> None:
        self._database = Database(Path(file), create=create)
        self._archive = Archive(self._database, _Copies())
        self._judgements = Judgements(self._database)
        self._settling = Lock()
        self._past = Past(self._archive, lambda day: self.dossier(as_of=day))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def __len__(self) -> int:
        return len(self._archive)

    def add(self, article: Article | Reading) -> Added:
        """
        Take an article in; say whether it was ``new``, a new ``version``, or ``known``, which changes nothing.

        An article comes in whole or not at all, even if the program is killed.
        """
        return self._archive.add(_reading(article))

    def readings(self) -> list[Reading]:
        """Give the readings of all articles; later versions of one are called ``id@2``, ``id@3`` and so on."""
        return self._archive.readings()

    def dossier(self, *, as_of: str | None = None) -> Dossier:
        """Give the dossier, or that of a past day, with all that users decided by then."""
        known = known_passages(self._archive)
        return make_dossier(self.readings(), as_of=as_of, passages=known, judgements=self.judgements())

    def view(self, *, as_of: str | None = None) -> View:
        """
        Give what the store says, to be asked page by page; with *as_of* what it said on a past day.

        What came in since it was last asked is put together first.
        """
        self.settle()
        if as_of is None:
            return View(self._database, self._archive)
        with self._database.transaction() as connection:
            generation = self._database.number(connection, "generation")
        return View(self._past.day(generation, as_of), self._archive)

    def settle(self) -> bool:
        """
        Put together what came in or was decided since it was last done; say whether there was anything.

        Only what new articles and decisions concern is touched, unless that may be everything.
        """
        with self._settling:
            return settle(self._database, self._archive, self._judgements)

    def judge(
        self,
        act: Act,
        entries: Sequence[str],
        *,
        kind: TargetKind = "event",
        articles: Sequence[str] = (),
        field: str | None = None,
        value: Any = None,
        reason: str | None = None,
        by: str | None = None,
    ) -> Judgement:
        """
        Keep a decision over entries, named by their ids; raise JudgementError where it cannot be taken.

        "merge" takes two events or more, "split" one and the *articles* whose reports are an event of their own,
        "correct" a *field* and its *value*, "note" a *reason*. Articles that come later and new readings of the known
        ones do not undo it.
        """
        view = self.view()
        found = [each for name in entries if (each := view.entry(kind, name)) is not None]
        unknown = [name for name in entries if view.entry(kind, name) is None]
        if unknown:
            raise JudgementError(unknown[0], "judge.unknown", name=unknown[0])
        judgement = judgement_over(act, kind, found, articles=articles, field=field, value=value, reason=reason, by=by)
        return self._judgements.add(judgement)

    def undo(self, number: int, *, reason: str | None = None, by: str | None = None) -> Judgement:
        """Take back the decision called *number*, itself an undoing or not; raise JudgementError if it cannot be."""
        known = {each.number: each for each in self.judgements()}
        if number not in known:
            raise JudgementError(str(number), "judge.unknown", name=str(number))
        if any(each.undoes == number for each in standing(known.values())):
            raise JudgementError(str(number), "judge.undone", name=str(number))
        undone = known[number]
        return self._judgements.add(Judgement(0, "", "undo", undone.kind, reason=reason, by=by, undoes=number))

    def judgements(self) -> list[Judgement]:
        """Give all decisions in the order in which they were taken, undone ones among them."""
        return self._judgements.all()

    def take_judgements(self, judgements: Iterable[Judgement]) -> int:
        """Take over decisions that another store exported; give how many were new."""
        known: defaultdict[str, deque[int]] = defaultdict(deque)
        for each in self.judgements():
            known[_content(each)].append(each.number)
        numbers: dict[int | None, int] = {}
        new = 0
        for each in sorted(judgements, key=lambda judgement: judgement.number):
            there = replace(each, undoes=numbers.get(each.undoes))
            if same := known[_content(there)]:
                numbers[each.number] = same.popleft()
            else:
                numbers[each.number] = self._judgements.add(there).number
                new += 1
        return new

    def close(self) -> None:
        """Let go of the file."""
        self._past.clear()
        self._database.close()


def _content(judgement: Judgement) -> str:
    """Tell a decision from others, whatever number it bears."""
    return to_json(replace(judgement, number=0))


class _Copies:
    """Finding copied words, for the store."""

    common = COMMON

    def prints(self, reading: Reading) -> Iterable[int]:
        return fingerprints(_words(reading))

    def partners(self, prints: Iterable[int], carriers: dict[int, list[str]]) -> list[str]:
        return partners(prints, carriers)

    def shared(self, one: Reading, other: Reading) -> list[SharedPassage]:
        return [
            SharedPassage(each.first, each.second, each.words) for each in shared_passages(_words(one), _words(other))
        ]


def _words(reading: Reading) -> Words:
    return words_of(reading.article.id, reading.article.text, reading.noise)


def _reading(article: Article | Reading) -> Reading:
    if isinstance(article, Reading):
        return article
    if article.published is not None and certain_moment(article.published) is None:
        raise _refused(article.id, "input.published", value=article.published)
    return read_article(article)


def _refused(article: str, key: str, **values: str) -> InputError:
    return InputError(article, message(key, **values), key=key, values=values)
