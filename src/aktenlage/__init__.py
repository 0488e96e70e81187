"""
Reads German news reporting and keeps the file of a negotiation.

>>> import aktenlage
>>> reading = aktenlage.read("Die Minister trafen sich am Montag in Genf.", published="2026-01-22")

`read` gives the `Reading` of a text, `dossier` the `Dossier` of many articles, a `Store` keeps both in a file;
`to_record` turns any of their values into what the command line prints as JSON.
"""

from collections.abc import Iterable
from importlib import import_module
from typing import TYPE_CHECKING, Any

from aktenlage.errors import AktenlageError, InputError, InvalidTimexError, ResourceError, StoreError
from aktenlage.model.article import Article, Span
from aktenlage.model.dossier import Dossier, Evidence
from aktenlage.model.reading import Reading
from aktenlage.model.record import from_record, to_record

if TYPE_CHECKING:
    from aktenlage.library import Store

__all__ = [
    "AktenlageError",
    "Article",
    "Dossier",
    "Evidence",
    "InputError",
    "InvalidTimexError",
    "Reading",
    "ResourceError",
    "Span",
    "Store",
    "StoreError",
    "dossier",
    "from_record",
    "read",
    "to_record",
]

# Two functions bear the names of sub-packages. Python sets a sub-package as an attribute when it first loads it;
# loaded here, before the functions are defined, it cannot take their place later.
for _name in ("read", "dossier"):
    import_module(f"aktenlage.{_name}")


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
    from aktenlage import library

    return library.read(text, published=published, title=title, outlet=outlet, agencies=agencies, id=id)


def dossier(articles: Iterable[Article | Reading], *, as_of: str | None = None) -> Dossier:
    """
    Make one dossier out of articles, or out of readings where they are there already.

    With *as_of*, an ISO day or time stamp, only what had appeared by then counts. The same article twice counts once;
    raise InputError where two different articles have one id.
    """
    from aktenlage import library

    return library.dossier(articles, as_of=as_of)


def __getattr__(name: str) -> Any:
    # The database is loaded only by those who use it: the program starts faster without.
    if name == "Store":
        from aktenlage.library import Store

        return Store
    raise AttributeError(f"module 'aktenlage' has no attribute {name!r}")
