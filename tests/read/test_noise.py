"""Noise in whole articles, in what the input says already, and in hostile text."""

import itertools
import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from aktenlage.model.article import Article
from aktenlage.read.noise import read_noise

BODY = "Die Minister haben am Donnerstag in Wien lange über den Vertrag gesprochen.\n"
# Beginning and kind of every stretch in the shared articles.
SHARED = {
    "000": [("dateline", "date 2026-01-22"), ("pullquote", "Wenn also")],
    "001": [("dateline", "date 2026-01-22"), ("credit", "Von: APA/Reuters/dpa")],
    "002": [
        ("section", "Politik"),
        ("dateline", "18.01.2026, 22:20 Uhr"),
        ("player", "00:00 / 02:14"),
        ("caption", "Secretary-of-the-"),
        ("caption", "Hat einen"),
        ("credit", "Quelle: ntv.de, ses/AFP"),
        ("tags", "Russland"),
    ],
}
SHARED_FACTS = {
    "000": ("2026-01-22", None, (), None),
    "001": ("2026-01-22", None, ("APA", "Reuters", "dpa"), "APA/Reuters/dpa"),
    "002": ("2026-01-18T22:20:00+01:00", "ntv.de", ("AFP",), "ses/AFP"),
}


@pytest.mark.parametrize("name", SHARED)
def test_real_articles(shared: Path, name: str) -> None:
    """All noise of the shared articles is found, nothing else, and the facts in it are taken."""
    text = (shared / "seeds" / f"{name}.txt").read_text(encoding="utf-8")

    article, noise = read_noise(Article(name, text))

    assert [found.kind for found in noise] == [kind for kind, _ in SHARED[name]]
    for found, (_, beginning) in zip(noise, SHARED[name], strict=True):
        assert text.startswith(beginning, found.start)
        assert "\n\n" not in text[found.start : found.end]
    assert (article.published, article.outlet, article.agencies, article.credit) == SHARED_FACTS[name]


def test_what_the_input_says_stays() -> None:
    """The text only adds what the input leaves out."""
    given = Article("a", f"22.01.2026, 14:05 Uhr\n\n{BODY}(dpa)", published="2026-01", outlet="Bote", agencies=("AFP",))

    article, noise = read_noise(given)

    assert (article.published, article.outlet, article.agencies) == ("2026-01", "Bote", ("AFP",))
    assert article.credit == "dpa"
    assert len(noise) == 2


@pytest.mark.parametrize(
    ("url", "outlet"),
    [
        ("https://www.tagesschau.de/ausland/genf-100.html", "tagesschau.de"),
        ("https://faktencheck.afp.com/genf", "AFP Faktencheck"),
        ("https://morgenbote.example/genf", "morgenbote.example"),
        ("https://[kaputt", None),
    ],
)
def test_address_tells_the_outlet(url: str, outlet: str | None) -> None:
    """A known host gives the outlet's name, an unknown one stands for itself."""
    article, _ = read_noise(Article("a", BODY, url=url))

    assert article.outlet == outlet


def test_impossible_dates_are_noise_but_no_dates() -> None:
    """A stamp that no calendar knows is set apart and tells nothing."""
    article, noise = read_noise(Article("a", f"31.02.2026, 14:05 Uhr\n\n{BODY}"))

    assert article.published is None
    assert [found.kind for found in noise] == ["dateline"]


@pytest.mark.parametrize(
    "odd",
    [
        "(",
        "A",
        "A. ",
        "Von ",
        "- ",
        "„",
        "Ab",
        "a,",
        "1.",
        "/",
        "\n",
        "a\n",
        "Ab.\n",
        "Das ist so gut.\nAb Ab\n",
        "dpa/",
        "#a ",
        "=-_",
    ],
)
def test_hostile_text_costs_no_time(odd: str) -> None:
    """A hundred thousand odd signs are read at once."""
    started = time.process_time()

    read_noise(Article("a", odd * (100_000 // len(odd))))
    read_noise(Article("a", BODY + odd * (100_000 // len(odd)) + "\n" + BODY))

    assert time.process_time() - started < 4


PIECES = [
    "Anzeige",
    "(dpa)",
    "22.01.2026",
    ", 14:05 Uhr",
    "Von Anna Beispiel",
    "Foto: dpa",
    BODY,
    "„Gut so.“",
    " ",
    "\n",
    "\r\n",
]


@settings(deadline=None)
@given(st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=8)), max_size=30).map("".join))
def test_noise_is_in_order_and_apart(text: str) -> None:
    """Whatever the text, noise lies inside it, bears words, and no stretch reaches into another."""
    article, noise = read_noise(Article("a", text))

    assert article.text == text
    assert all(text[found.start : found.end].strip() == text[found.start : found.end] != "" for found in noise)
    assert all(one.end <= two.start for one, two in itertools.pairwise(noise))
