"""Paths become articles or errors, and one bad input never stops the others."""

import gzip
import io
import json
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aktenlage.errors import InputError
from aktenlage.ingest.sources import Sources
from aktenlage.model.article import Article

TEXT = "Die Außenminister trafen sich am Montag in Genf.\r\nSie wollen weiter über den Vertrag sprechen.\r\n"
ENCODED = {
    "utf-8": TEXT.encode(),
    "utf-8 with mark": TEXT.encode("utf-8-sig"),
    "utf-16": TEXT.encode("utf-16"),
    "utf-16-be": b"\xfe\xff" + TEXT.encode("utf-16-be"),
    "cp1252": TEXT.encode("cp1252"),
}
REFUSED = {
    "nichts.txt": (b"", "is empty"),
    "leer.txt": (b" \n\t\n", "is empty"),
    "bild.txt": (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0" * 9, "binary"),
    "steuerzeichen.txt": (b"\x01\x02\x03\x04Der Minister sprach mit ihm.", "binary"),
    "schaden.txt": (TEXT.encode() + b"\xfc\n" + TEXT.encode(), "damaged UTF-8"),
    "undefiniert.txt": (b"Der Minister \x81\x8d\x8f sprach mit ihm.", "no text in UTF-8"),
    "verstuemmelt.txt": (
        "Die Gespräche müssen für den Frieden fortgeführt werden.".encode().decode("cp1252").encode(),
        "garbled",
    ),
    "nederlands.txt": (b"De minister sprak met zijn collega en zei dat ze het niet eens zijn.", "not German (Dutch)"),
    "zeichen.txt": (b"--- 12 ---", "no words"),
    "kaputt.txt.gz": (b"\x1f\x8b\x08\x00kaputt", "gzip"),
    "lang.txt": (b"und so weiter " * 150_000, "too long"),
    "gross.txt": (b"und so " * 5_000_000, "too large"),
}
BROKEN = {
    '{"text": "Der Minister sprach': "no JSON",
    "[1, 2]": "no JSON object",
    "[" * 100_000: "no JSON",
    '{"id": "x"}': 'no "text"',
    '{"text": null}': 'no "text"',
    '{"text": 5}': '"text" must be a text',
    '{"text": ""}': "is empty",
    '{"text": "Der Minister sprach mit ihm.", "id": 7}': '"id" must be a text',
    '{"text": "Der Minister sprach mit ihm.", "title": ["a"]}': '"title" must be a text',
    '{"text": "Der Minister sprach mit ihm.", "agencies": "dpa"}': '"agencies" must be a list',
    '{"text": "Der Minister sprach mit ihm.", "published": "gestern"}': "no date, month, year or time stamp (gestern)",
    '{"text": "Der Minister sprach mit ihm.", "published": "2026-02-30"}': "no date",
    '{"text": "Der Minister sprach mit ihm.", "published": "2026-01-22T25:00:00+01:00"}': "no date",
    '{"text": "Der Minister \\ud83d sprach mit ihm."}': "half of a character",
    '{"text": "Der Minister \\u0000 sprach mit ihm."}': "null character",
}


def _write(folder: Path, **files: bytes) -> None:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _one(path: Path) -> Article:
    [article] = Sources([str(path)])
    assert isinstance(article, Article)
    return article


@pytest.mark.parametrize("data", ENCODED.values(), ids=ENCODED)
def test_text_is_the_file_as_it_is(tmp_path: Path, data: bytes) -> None:
    """Every encoding gives the same text, with its line ends and without the byte order mark."""
    _write(tmp_path, **{"genf.txt": data})

    article = _one(tmp_path / "genf.txt")

    assert (article.id, article.text, article.title) == ("genf", TEXT, None)


@pytest.mark.parametrize(("name", "case"), REFUSED.items(), ids=REFUSED)
def test_refuses_what_is_no_article(tmp_path: Path, name: str, case: tuple[bytes, str]) -> None:
    """One line says what is wrong, and the next file is read."""
    data, reason = case
    _write(tmp_path, **{name: data, "zuletzt.txt": TEXT.encode()})

    error, article = Sources([str(tmp_path / name), str(tmp_path / "zuletzt.txt")])

    assert isinstance(error, InputError)
    assert error.source == str(tmp_path / name)
    assert reason in error.reason
    assert "\n" not in error.reason
    assert isinstance(article, Article)


@pytest.mark.parametrize(("line", "reason"), BROKEN.items(), ids=range(len(BROKEN)))
def test_refuses_faulty_lines_by_number(line: str, reason: str) -> None:
    """A faulty line is named by its number; the lines around it are read."""
    good = [json.dumps({"id": name, "text": TEXT}) for name in "ab"]
    stream = io.BytesIO("\n".join([good[0], "", line, good[1]]).encode())

    first, error, last = Sources(["-"], stdin=stream)

    assert isinstance(first, Article)
    assert isinstance(last, Article)
    assert (first.id, first.text, last.id) == ("a", TEXT, "b")
    assert isinstance(error, InputError)
    assert error.source == "-:3"
    assert reason in error.reason


def test_keeps_every_field_of_a_record(tmp_path: Path) -> None:
    """What the input gives, the article has."""
    record = {
        "id": "genf-1",
        "text": "\ufeff " + TEXT,
        "published": "2026-01-22T22:20:00+01:00",
        "title": "Treffen in Genf",
        "outlet": "Morgenblatt",
        "url": "https://example.org/genf",
        "agencies": ["dpa", "AFP"],
        "extra": {"kept": False},
    }
    _write(tmp_path, **{"a.jsonl": json.dumps(record).encode("utf-8")})

    article = _one(tmp_path / "a.jsonl")

    assert article == Article(
        id="genf-1",
        text="\ufeff " + TEXT,
        title="Treffen in Genf",
        outlet="Morgenblatt",
        url="https://example.org/genf",
        published="2026-01-22T22:20:00+01:00",
        agencies=("dpa", "AFP"),
    )


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("2026", "2026"),
        ("2026-01", "2026-01"),
        ("2026-01-22", "2026-01-22"),
        ("2026-07-22T22:20:00", "2026-07-22T22:20:00+02:00"),
        ("2026-01-22 22:20", "2026-01-22T22:20:00+01:00"),
        ("2026-01-22T21:20:00Z", "2026-01-22T21:20:00+00:00"),
    ],
)
def test_date_keeps_its_precision(given: str, expected: str) -> None:
    """A month stays a month; a time without an offset is German time."""
    stream = io.BytesIO(json.dumps({"text": TEXT, "published": given}).encode())

    [article] = Sources(["-"], stdin=stream)

    assert isinstance(article, Article)
    assert article.published == expected


def test_ids_do_not_depend_on_where_files_lie(tmp_path: Path) -> None:
    """The same folder at another place, or read in another order, gives the same ids; none is given twice."""
    files = {"a.txt": TEXT, "tief/a.txt": TEXT + "Eins.", "tief/b.md": TEXT, "c.jsonl": json.dumps({"text": TEXT})}
    for place in ("hier", "dort"):
        _write(tmp_path / place, **{name: text.encode() for name, text in files.items()})

    here, there = ([item.id for item in Sources([str(tmp_path / place)])] for place in ("hier", "dort"))

    assert here == there
    assert here[0] == "a"
    assert here[2:] == ["tief/a", "tief/b"]
    assert here[1].startswith("c-")


def test_same_name_gets_an_id_of_its_own_and_the_same_article_is_refused(tmp_path: Path) -> None:
    """Two articles may bear one file name; one article given twice is an error."""
    _write(tmp_path, **{"x/a.txt": TEXT.encode(), "y/a.txt": (TEXT + "Mehr.").encode()})
    paths = [str(tmp_path / "x/a.txt"), str(tmp_path / "y/a.txt"), str(tmp_path / "x/a.txt")]

    first, second, again = Sources(paths)

    assert isinstance(second, Article)
    assert first.id == "a"
    assert second.id.startswith("a-")
    assert isinstance(again, InputError)
    assert 'has the id "a"' in again.reason


def test_folder_gives_articles_only(tmp_path: Path) -> None:
    """Hidden files and other kinds of files in a folder are passed over, in all its depth."""
    _write(tmp_path, **{".a.txt": b"x", ".git/b.txt": b"x", "c.png": b"x", "d/e.txt.gz": gzip.compress(TEXT.encode())})

    [article] = Sources([str(tmp_path)])

    assert isinstance(article, Article)
    assert (article.id, article.text) == ("d/e", TEXT)


def test_names_what_is_missing(tmp_path: Path) -> None:
    """A missing file and a folder without articles are errors."""
    reasons = [item.reason for item in Sources([str(tmp_path / "fehlt.txt"), str(tmp_path), "a\0b"])]

    assert reasons[0] == "there is no such file or folder"
    assert reasons[1].startswith("the folder holds no articles")
    assert len(reasons) == 3


def test_standard_input_may_be_plain_text() -> None:
    """What does not begin with a JSON object is one text, blank lines before it included."""
    [article] = Sources(["-"], stdin=io.BytesIO(("\n\n" + TEXT).encode()))

    assert isinstance(article, Article)
    assert (article.id, article.text) == ("stdin", "\n\n" + TEXT)


def test_json_lines_may_be_utf_16() -> None:
    """Some programs on Windows write them so."""
    lines = "".join(json.dumps({"id": name, "text": TEXT}) + "\r\n" for name in "ab")

    assert [item.id for item in Sources(["-"], stdin=io.BytesIO(lines.encode("utf-16")))] == ["a", "b"]


def test_front_matter_of_markdown_is_no_text(tmp_path: Path) -> None:
    """It tells about the article; without it the first heading is the title and stays in the text."""
    front = "---\ntitle: Treffen in Genf\ndate: 2026-01-22\noutlet: Morgenblatt\nagency: dpa\n---\n"
    _write(tmp_path, **{"a.md": (front + TEXT).encode(), "b.md": f"# Treffen in Genf\n\n{TEXT}".encode()})

    with_front, without = _one(tmp_path / "a.md"), _one(tmp_path / "b.md")

    assert with_front == Article(
        id="a", text=TEXT, title="Treffen in Genf", outlet="Morgenblatt", published="2026-01-22", agencies=("dpa",)
    )
    assert (without.title, without.text) == ("Treffen in Genf", f"# Treffen in Genf\n\n{TEXT}")


@settings(deadline=None)
@given(
    st.one_of(
        st.binary(max_size=300),
        st.text(max_size=200).map(str.encode),
        st.text(max_size=99).map(json.dumps).map(str.encode),
    )
)
def test_never_raises(data: bytes) -> None:
    """Any bytes are articles or errors that name their input."""
    for beginning in (b"", b'{"text": ', b"<html>", b"\xff\xfe"):
        for item in Sources(["-"], stdin=io.BytesIO(beginning + data)):
            assert isinstance(item, Article) or item.source.startswith("-")
