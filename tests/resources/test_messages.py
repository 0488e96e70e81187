"""Messages exist in every language of the interface, with the same values."""

import string

import pytest

from aktenlage.errors import ResourceError
from aktenlage.resources.load import check
from aktenlage.resources.messages import LANGUAGES, Key, message, messages


def _values(entry: object) -> set[str]:
    forms = entry.values() if isinstance(entry, dict) else [entry]
    return {name for form in forms for _, name, _, _ in string.Formatter().parse(str(form)) if name}


@pytest.mark.parametrize("interface", LANGUAGES)
def test_fits_the_schema(interface: str) -> None:
    """A file of messages holds texts, or a form for one and a form for more."""
    check(messages(interface), "messages", f"messages/{interface}.yaml")


def test_languages_have_the_same_messages() -> None:
    """No message is missing in a language, and each names the same values."""
    german, english = messages("de"), messages("en")

    assert list(german) == list(english)
    assert {key: _values(german[key]) for key in german} == {key: _values(english[key]) for key in english}


def test_chooses_by_count_and_tells_keys_in_the_same_language() -> None:
    """One is told apart from more, and a key that stands as a value is told as well."""
    assert message("read.progress", "en", count=1) == "1 article read"
    assert message("read.progress", "de", count=2) == "2 Artikel gelesen"
    assert message("input.language", "de", language=Key("language.nl")) == "ist nicht deutsch (Niederländisch)"


def test_missing_message_is_named() -> None:
    """A key that no file holds is a fault of the data that names the key."""
    with pytest.raises(ResourceError, match=r"input\.nonsense"):
        message("input.nonsense", "de")
