"""The formats in which a file can be handed on."""

from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING

from aktenlage.publish.export.material import Material

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Format:
    """A format: its media type, the ending of its files, and where it is written."""

    name: str
    media_type: str
    ending: str
    module: str
    function: str

    def write(self, material: Material) -> bytes:
        """Write *material* in this format; raise ModuleNotFoundError where a library of an extra is missing."""
        function: Callable[[Material], bytes] = getattr(
            import_module(f"aktenlage.publish.export.{self.module}"), self.function
        )
        return function(material)


FORMATS: dict[str, Format] = {
    each.name: each
    for each in (
        Format("json", "application/json", "json", "flat", "write_json"),
        Format("jsonl", "application/x-ndjson", "jsonl", "flat", "write_lines"),
        Format("csv", "application/zip", "csv.zip", "flat", "write_csv"),
        Format("parquet", "application/zip", "parquet.zip", "flat", "write_parquet"),
        Format("markdown", "text/markdown", "md", "brief", "write_markdown"),
        Format("html", "text/html", "html", "brief", "write_html"),
        Format("ical", "text/calendar", "ics", "calendar", "write_calendar"),
        Format("jsonld", "application/ld+json", "jsonld", "linked", "write_json_ld"),
        Format("annotations", "application/ld+json", "annotations.jsonld", "linked", "write_annotations"),
        Format("ftm", "application/x-ndjson", "ftm.jsonl", "investigative", "write_ftm"),
        Format("plover", "application/x-ndjson", "plover.jsonl", "plover", "write_plover"),
        Format("graphml", "application/graphml+xml", "graphml", "network", "write_graphml"),
        Format("dna", "text/csv", "dna.csv", "discourse", "write_discourse"),
        Format("atom", "application/atom+xml", "atom", "feeds", "write_atom"),
        Format("jsonfeed", "application/feed+json", "feed.json", "feeds", "write_json_feed"),
    )
}
