"""Every export is what its format asks for, as a library of that format reads it, and quotes no more than it may."""

import csv
import io
import json
import zipfile
from dataclasses import replace
from datetime import date
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET

import feedparser
import networkx as nx
import pyarrow.parquet as parquet
import pytest
import rdflib
from click.testing import CliRunner
from icalendar import Calendar

from aktenlage import Article, from_record
from aktenlage.cli import main
from aktenlage.model.dossier import Dossier
from aktenlage.pipeline import make_dossier, read_article
from aktenlage.publish.export import FORMATS, Material

if TYPE_CHECKING:
    from collections.abc import Callable

LONG = (
    "Der französische Präsident Emmanuel Macron empfängt Bundeskanzler Friedrich Merz am Freitag in Paris, wo die "
    "beiden nach Angaben aus dem Umfeld über den Handel, über die Fischerei, über die Grenzen im Norden und im "
    "Süden, über die Lage der Vertriebenen in den Lagern am Fluss und über vieles andere sprechen wollen, das seit "
    "Jahren liegen geblieben ist."
)
ARTICLES = [
    Article("plan", LONG, title="=Paris", outlet="Bote", published="2026-01-21", url="https://bote.example/1"),
    Article(
        "held",
        "Der französische Präsident Emmanuel Macron hat am Freitag Bundeskanzler Friedrich Merz in Paris empfangen. "
        "„Wir brauchen eine Waffenruhe“, sagte Macron. Frankreich lehnt Zölle ab. "
        "Ein Treffen mit Donald Trump wurde abgesagt. <script>alert(1)</script>",
        outlet="Warte",
        published="2026-01-24",
        url="javascript:alert(1)",
    ),
    Article(
        "next",
        "Am 3. und 4. März treffen sich in Genf Vertreter Russlands und der Ukraine. Die Schweiz bestätigte das "
        "Treffen, auch Russland bestätigte es.",
        outlet="Bote",
        published="2026-02-27",
    ),
]
READINGS = {article.id: read_article(article) for article in ARTICLES}


def _material(**given: Any) -> Material:
    return Material(make_dossier(READINGS.values()), READINGS.get, **given)


def _written(name: str, **given: Any) -> bytes:
    return FORMATS[name].write(_material(**given))


def _lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in _written(name).splitlines()]


@pytest.mark.parametrize("name", list(FORMATS))
def test_repeats_itself(name: str) -> None:
    """The same file gives the same bytes."""
    assert _written(name) == _written(name)


@pytest.mark.parametrize("name", list(FORMATS))
def test_writes_an_empty_file(name: str) -> None:
    """A file without articles is no error in any format."""
    assert FORMATS[name].write(Material(make_dossier([]), {}.get)) is not None


@pytest.mark.parametrize("name", list(FORMATS))
@pytest.mark.parametrize("quotation", [0, 1, 5])
def test_quotes_as_little_as_is_asked(name: str, quotation: int) -> None:
    """Down to nothing."""
    assert _written(name, quotation=quotation) is not None


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in ("csv", "parquet")])
def test_quotes_no_more_than_it_may(name: str) -> None:
    """No export holds a long sentence whole, let alone an article."""
    assert LONG[:200].encode() not in _written(name, quotation=80)


def test_json_holds_the_whole_dossier() -> None:
    """It comes back as it was."""
    assert from_record(Dossier, json.loads(_written("json"))) == make_dossier(READINGS.values())


def test_lines_name_their_tables() -> None:
    """Each row can be told by its table."""
    assert {"events", "participants", "statements", "positions", "articles"} <= {
        row["table"] for row in _lines("jsonl")
    }


def test_csv_is_safe_for_spreadsheets() -> None:
    """A title that begins like a formula is none."""
    with zipfile.ZipFile(io.BytesIO(_written("csv"))) as archive:
        rows = list(csv.DictReader(io.StringIO(archive.read("articles.csv").decode())))

    assert next(row["title"] for row in rows) == "'=Paris"
    assert not any(value.startswith(("=", "+", "-", "@")) for row in rows for value in row.values())


def test_parquet_holds_the_same_rows() -> None:
    """Every table is there with all rows."""
    with zipfile.ZipFile(io.BytesIO(_written("parquet"))) as archive:
        table = parquet.read_table(io.BytesIO(archive.read("events.parquet")))

    assert table.num_rows == len(make_dossier(READINGS.values()).events)


def test_calendar_tells_status_and_whole_days() -> None:
    """What is confirmed, tentative or called off; the day after the last is the end."""
    calendar = Calendar.from_ical(_written("ical"))
    found = {str(entry["dtstart"].dt): entry for entry in calendar.walk("VEVENT")}

    assert str(found["2026-01-23"]["status"]) == "CONFIRMED"
    geneva = found["2026-03-03"]
    assert geneva["dtend"].dt == date(2026, 3, 5)
    assert str(geneva["location"]) == "Genf"
    assert all(len(line) <= 75 for line in _written("ical").split(b"\r\n"))


def test_calendar_uids_stay_when_reports_come() -> None:
    """A later file replaces the entry of an earlier one and comes behind it."""
    early = Material(make_dossier([READINGS["plan"]]), READINGS.get)
    late = _material()

    first, second = (
        {
            str(entry["uid"]): int(entry["sequence"])
            for entry in Calendar.from_ical(FORMATS["ical"].write(each)).walk("VEVENT")
        }
        for each in (early, late)
    )

    [uid] = first
    assert second[uid] > first[uid]


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # of rdflib, of its own parts
def test_json_ld_is_a_graph_that_rdf_libraries_read() -> None:
    """With the vocabulary at hand, every event has its status and its people."""
    record = json.loads(_written("jsonld", base="https://akte.example"))
    record["@context"] = {"@vocab": "https://schema.org/"}
    graph = rdflib.Graph().parse(data=json.dumps(record), format="json-ld")
    schema = rdflib.Namespace("https://schema.org/")

    events = list(graph.subjects(rdflib.RDF.type, schema.Event))
    assert len(events) == len(make_dossier(READINGS.values()).events)
    assert all(list(graph.objects(event, schema.eventStatus)) for event in events)
    assert "javascript:" not in json.dumps(record)


def test_annotations_point_at_the_words() -> None:
    """Position and quotation of each agree with the article."""
    for item in json.loads(_written("annotations"))["items"]:
        position, *quotation = item["target"]["selector"]
        [text] = [
            article.text
            for article in ARTICLES
            if item["target"]["source"] in (article.url, f"urn:aktenlage:article:{article.id}")
        ]
        for each in quotation:
            assert text[position["start"] : position["end"]] == each["exact"]
            assert text[: position["start"]].endswith(each["prefix"])


@pytest.mark.skipif(find_spec("followthemoney") is None, reason="followthemoney (needs ICU) is not installed")
def test_ftm_entities_are_valid() -> None:
    """The library of FollowTheMoney takes every entity with all its properties."""
    from followthemoney import model

    for record in _lines("ftm"):
        proxy = model.get_proxy(record, cleaned=False)
        assert {name: len(values) for name, values in record["properties"].items()} == {
            name: len(proxy.get(name)) for name in record["properties"]
        }


def test_plover_codes_by_status() -> None:
    """A meeting held is consulting, one to come an agreement, one called off a rejection."""
    coded = {record["aktenlage"].get("status"): record for record in _lines("plover")}

    assert coded["held"]["event"] == "CONSULT"
    assert coded["planned"]["event"] == "AGREE"
    assert (coded["cancelled"]["event"], coded["cancelled"]["mode"]) == ("REJECT", "meet")
    assert {actor["code"] for actor in coded["planned"]["actor"]} == {"RUS", "UKR"}
    assert all({"id", "date", "event", "actor"} <= set(record) for record in _lines("plover"))


def test_ids_make_valid_addresses() -> None:
    """Whatever signs an article's id has."""
    material = _material(base="https://akte.example/")

    assert material.iri("article", "Bote 1/ä?x#y") == "https://akte.example/article/Bote%201%2F%C3%A4%3Fx%23y"
    assert material.iri("changes", "") == "https://akte.example/changes"


def test_graphml_is_read_by_networkx() -> None:
    """Who met is joined, with the number of times; what was called off joins nobody."""
    graph = nx.parse_graphml(_written("graphml").decode())

    assert graph.edges["emmanuel-macron", "friedrich-merz"]["weight"] == 1
    assert "donald-trump" not in graph


def test_discourse_table_has_one_row_a_stance() -> None:
    """With agreement as 0 or 1."""
    rows = list(csv.DictReader(io.StringIO(_written("dna").decode())))

    assert {row["agreement"] for row in rows} <= {"0", "1"}
    assert any(row["organization"] == "Frankreich" and row["stance"] == "rejects" for row in rows)


def test_feeds_are_well_formed() -> None:
    """A feed reader finds the same news in both."""
    atom = feedparser.parse(_written("atom", base="https://akte.example"))
    feed = json.loads(_written("jsonfeed", base="https://akte.example"))

    assert not atom.bozo
    assert [entry.title for entry in atom.entries] == [item["title"] for item in feed["items"]]
    assert feed["version"] == "https://jsonfeed.org/version/1.1"


def test_signs_that_xml_forbids_do_no_harm() -> None:
    """An article may hold anything."""
    odd = replace(ARTICLES[1], text=ARTICLES[1].text.replace("<script>", "\x0b\ufffe\uffff"), published="2026-01-24")
    reading = read_article(odd)
    material = Material(make_dossier([reading]), {odd.id: reading}.get)

    for name in ("atom", "graphml"):
        ET.fromstring(FORMATS[name].write(material))


@pytest.mark.parametrize("name", ["html", "markdown"])
def test_briefs_let_no_markup_through(name: str) -> None:
    """What articles hold is words, never markup."""
    text = _written(name).decode()

    assert "<script>" not in text
    assert "Emmanuel Macron" in text


@pytest.mark.parametrize("language", ["de", "en"])
def test_briefs_speak_both_languages(language: str) -> None:
    """Headings are in the language asked for."""
    text = _written("markdown", interface=language).decode()

    assert ("Was ansteht" in text) == (language == "de")


@pytest.mark.parametrize("from_store", [True, False])
def test_command_writes_files(tmp_path: Any, from_store: bool) -> None:
    """From a store and from articles alike; the file is named with its size."""
    source = tmp_path / "a.txt"
    source.write_text(ARTICLES[0].text, encoding="utf-8")
    run: Callable[..., Any] = CliRunner().invoke
    store, out = str(tmp_path / "talks.sqlite"), tmp_path / "talks.ics"
    assert run(main, ["add", str(source), "--file", store]).exit_code == 0

    where = ["--file", store] if from_store else [str(source)]
    done = run(main, ["export", *where, "--format", "ical", "-o", str(out)])

    assert done.exit_code == 0, done.output
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
