"""What users import from `aktenlage`: reading an article, making a dossier, keeping a store."""

from collections.abc import Iterable, Sequence
from pathlib import Path
from types import TracebackType
from typing import Self

from aktenlage.consolidate.days import certain_moment
from aktenlage.consolidate.fingerprints import COMMON, fingerprints, partners
from aktenlage.consolidate.passages import Passage, shared_passages
from aktenlage.consolidate.words import Words, words_of
from aktenlage.errors import InputError
from aktenlage.model.article import Article
from aktenlage.model.dossier import Dossier
from aktenlage.model.reading import Reading
from aktenlage.pipeline import make_dossier, read_article
from aktenlage.resources.messages import message
from aktenlage.store.archive import Added, Archive, SharedPassage
from aktenlage.store.database import Database


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
        """Give the dossier, or that of a past day."""
        return self.dossier_of(self.readings(), as_of=as_of)

    def dossier_of(self, readings: Sequence[Reading], *, as_of: str | None = None) -> Dossier:
        """Give the dossier of *readings* of this store, for those who have taken them out already."""
        known = sorted(
            Passage(min(each.first, each.second), max(each.first, each.second), each.words)
            for each in self._archive.passages()
        )
        return make_dossier(readings, as_of=as_of, passages=known)

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()


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
