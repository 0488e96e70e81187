"""
From bytes to text.

A byte order mark tells UTF-16 and UTF-8; what bears none is UTF-8, and where it cannot be, Windows-1252. The mark is
dropped, everything else stays as it is, line ends included.
"""

import codecs
import re

from aktenlage.ingest.refusal import Refusal

# Code units that make one letter in UTF-8; a file with many of them that breaks elsewhere is damaged UTF-8.
_SEQUENCE = re.compile(rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}")
_HIGH = re.compile(rb"[\x80-\xff]+")
_CONTROL = re.compile(r"[\x01-\x08\x0e-\x1a\x1c-\x1f\x7f]")
# What the letters of German become when UTF-8 is read as Windows-1252 or cannot be read at all.
_GARBLED = re.compile("\u00c3[\u00a4\u00b6\u00bc\u0178\u201e\u2013\u0153\u0084\u0096\u009c\u009f]|[a-z]\ufffd+[a-z]")
_UMLAUT = re.compile(r"[\u00e4\u00f6\u00fc\u00df]")
_MOST_CONTROLS = 0.01
_FEWEST_GARBLED = 3


def decode(data: bytes) -> str:
    """Give the text of *data*; raise Refusal where it holds none."""
    text = _decode(data)
    if "\0" in text or len(_CONTROL.findall(text)) > _MOST_CONTROLS * len(text):
        raise Refusal("binary")
    check_characters(text)
    return text


def check_characters(text: str) -> None:
    """Raise Refusal where *text* holds what no text holds: lone surrogates, null characters, garbled umlauts."""
    place = text.find("\0")
    if place >= 0:
        raise Refusal("control", place=place)
    try:
        text.encode()
    except UnicodeEncodeError as error:
        raise Refusal("surrogate", place=error.start) from None
    if len(_GARBLED.findall(text)) >= _FEWEST_GARBLED and not _UMLAUT.search(text):
        raise Refusal("garbled")


def _decode(data: bytes) -> str:
    for mark, encoding in (
        (codecs.BOM_UTF8, "utf-8"),
        (codecs.BOM_UTF32_LE, "utf-32-le"),
        (codecs.BOM_UTF16_LE, "utf-16-le"),
        (codecs.BOM_UTF16_BE, "utf-16-be"),
    ):
        if data.startswith(mark):
            try:
                return data[len(mark) :].decode(encoding)
            except UnicodeDecodeError:
                raise Refusal("not_text") from None
    try:
        return data.decode()
    except UnicodeDecodeError as error:
        if b"\0" in data:
            raise Refusal("binary") from None
        if len(_SEQUENCE.findall(data)) * 2 >= len(_HIGH.findall(data)):
            raise Refusal("encoding", byte=f"0x{data[error.start]:02x}", place=error.start) from None
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        raise Refusal("not_text") from None
