"""JSON, JSON Lines, CSV and Parquet."""

import csv
import io
import json
import zipfile
from typing import Any

from aktenlage.model.record import to_json
from aktenlage.publish.export.material import Material
from aktenlage.publish.export.tables import TABLES, Row

# A spreadsheet takes a cell that begins so for a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
_EARLIEST = (1980, 1, 1, 0, 0, 0)  # the first moment that a ZIP archive knows


def write_json(material: Material) -> bytes:
    """The whole dossier in the shape of its contract; texts of articles are no part of it."""
    return to_json(material.dossier).encode() + b"\n"


def write_lines(material: Material) -> bytes:
    """One object a row of every table, each with the name of its table."""
    rows = ({"table": name, **row} for name, table in TABLES.items() for row in table(material))
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows).encode()


def write_csv(material: Material) -> bytes:
    """A ZIP archive with one CSV file a table; what a spreadsheet would take for a formula is quoted."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, table in TABLES.items():
            archive.writestr(zipfile.ZipInfo(f"{name}.csv", _EARLIEST), csv_of(list(table(material))))
    return out.getvalue()


def csv_of(rows: list[Row]) -> str:
    """Write rows as CSV, safe for spreadsheets."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    if rows:
        writer.writerow(rows[0])
    for row in rows:
        writer.writerow([_safe(value) for value in row.values()])
    return out.getvalue()


def _safe(value: Any) -> Any:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value


def write_parquet(material: Material) -> bytes:
    """A ZIP archive with one Parquet file a table; needs pyarrow (``aktenlage[export]``)."""
    import pyarrow as pa
    import pyarrow.parquet as parquet

    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, table in TABLES.items():
            rows = list(table(material))
            if rows:
                buffer = io.BytesIO()
                parquet.write_table(pa.Table.from_pylist(rows), buffer)
                archive.writestr(zipfile.ZipInfo(f"{name}.parquet", _EARLIEST), buffer.getvalue())
    return out.getvalue()
