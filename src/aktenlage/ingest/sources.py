"""
From paths to articles: files, folders, JSON Lines, standard input.

What is an article's *text*: of a JSON object its ``text``, exactly; of a text file the whole file, decoded, without its
byte order mark; of a Markdown file likewise, without front matter; of an HTML page what `aktenlage.ingest.html` takes
out. Line ends stay as they are.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, cast

from aktenlage.errors import InputError
from aktenlage.ingest.decode import decode
from aktenlage.ingest.formats import PACKED, Format, format_of, parse_file, sniff, stem_of
from aktenlage.ingest.identity import Identities
from aktenlage.ingest.languages import check_german
from aktenlage.ingest.record import parse_record
from aktenlage.ingest.refusal import Refusal
from aktenlage.model.article import Article

STDIN = "-"
STDIN_NAME = "stdin"
_MEGABYTE = 2**20
_LARGEST = 32 * _MEGABYTE
_LONGEST = 2_000_000


class Sources:
    """
    The articles of a run, in order: iterating gives an Article, or an InputError for what is none, and raises neither.

    Folders are searched in all their depth, in the order of names. Ids are the given ones, else made of the file's name
    (in a folder its path from there), so they do not depend on where files lie; no two articles of a run share one.
    """

    def __init__(self, paths: Iterable[str], *, stdin: IO[bytes] | None = None) -> None:
        self._paths = tuple(paths)
        self._stdin = stdin
        self._identities = Identities()

    def __iter__(self) -> Iterator[Article | InputError]:
        """Give the articles and errors."""
        self._identities = Identities()
        for path in self._paths:
            yield from _guarded(path, self._path(path))

    def _path(self, path: str) -> Iterator[Article | InputError]:
        if path == STDIN and self._stdin is not None:
            yield from self._stream(self._stdin, STDIN, STDIN_NAME)
        elif Path(path).is_dir():
            yield from self._folder(Path(path))
        else:
            yield from self._file(Path(path), stem_of(Path(path).name))

    def _folder(self, folder: Path) -> Iterator[Article | InputError]:
        found = False
        for path in sorted(folder.rglob("*"), key=lambda path: path.relative_to(folder).parts):
            place = path.relative_to(folder)
            if format_of(path.name) and not any(part.startswith(".") for part in place.parts) and path.is_file():
                found = True
                yield from _guarded(str(path), self._file(path, stem_of(place.as_posix())))
        if not found:
            raise Refusal("no_articles")

    def _file(self, path: Path, name: str) -> Iterator[Article | InputError]:
        packed = path.name.lower().endswith(PACKED)
        with gzip.open(path) if packed else path.open("rb") as file:
            yield from self._stream(cast("IO[bytes]", file), str(path), name, format_of(path.name))

    def _stream(
        self, file: IO[bytes], source: str, name: str, kind: Format | None = None
    ) -> Iterator[Article | InputError]:
        first = _first_lines(file)
        if first.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
            file = io.BytesIO(decode(_whole(first, file)).encode())
            first = _first_lines(file)
        kind = kind or sniff(first)
        if kind == "lines":
            yield from self._lines(first, file, source, name)
        else:
            data = _whole(first, file)
            if not data.strip():
                raise Refusal("empty")
            yield self._identities.name(_checked(parse_file(data, kind)), name)

    def _lines(self, first: bytes, file: IO[bytes], source: str, name: str) -> Iterator[Article | InputError]:
        number = first.count(b"\n", 0, len(first) - 1)
        line = first[first.rfind(b"\n", 0, len(first) - 1) + 1 :]
        if not line.strip():
            raise Refusal("empty")
        while line:
            number += 1
            if line.strip():
                try:
                    yield self._identities.name(_checked(_record(line)), name, several=True)
                except Refusal as refusal:
                    yield refusal.of(f"{source}:{number}")
            while len(line) > _LARGEST and not line.endswith(b"\n"):
                line = file.readline(_LARGEST)
            line = file.readline(_LARGEST + 1)


def _checked(article: Article) -> Article:
    """Give *article*; raise Refusal where it is no German text of sane length."""
    if len(article.text) > _LONGEST:
        raise Refusal("too_long", limit=_LONGEST)
    if not article.text.strip():
        raise Refusal("empty")
    check_german(article.text)
    return article


def _record(line: bytes) -> Article:
    if len(line) > _LARGEST:
        raise Refusal("too_large", limit=_LARGEST // _MEGABYTE)
    return parse_record(decode(line).strip())


def _guarded(source: str, articles: Iterator[Article | InputError]) -> Iterator[Article | InputError]:
    """Give *articles*, and instead of what is raised on the way an error that names *source*."""
    try:
        yield from articles
    except Refusal as refusal:
        yield refusal.of(source)
    except FileNotFoundError:
        yield Refusal("no_file").of(source)
    except (EOFError, zlib.error, gzip.BadGzipFile):
        yield Refusal("compressed").of(source)
    except (OSError, ValueError) as error:
        yield Refusal("unreadable", reason=getattr(error, "strerror", None) or str(error)).of(source)


def _first_lines(file: IO[bytes]) -> bytes:
    """Read up to the first line that is not blank."""
    first = line = file.readline(_LARGEST + 1)
    while line and not line.strip() and len(first) <= _LARGEST:
        line = file.readline(_LARGEST + 1)
        first += line
    return first


def _whole(first: bytes, file: IO[bytes]) -> bytes:
    data = first + file.read(_LARGEST + 1)
    if len(data) > _LARGEST:
        raise Refusal("too_large", limit=_LARGEST // _MEGABYTE)
    return data
