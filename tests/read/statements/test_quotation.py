"""Stretches in quotation marks."""

import pytest

from aktenlage.read.statements.quotation import find_quotations


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("Er sagte: „Ja.“", ["„Ja.“"]),
        ("Er sagte: „Ja.”", ["„Ja.”"]),
        ('Er sagte: „Ja."', ['„Ja."']),
        ("Er sagte: »Ja.«", ["»Ja.«"]),
        ("Er sagte: «Ja.»", ["«Ja.»"]),
        ('Er sagte: "Ja."', ['"Ja."']),
        ("Er sagte: “Ja.”", ["“Ja.”"]),
        ("Er sagte: ‚Ja.‘", ["‚Ja.‘"]),
        ("„Der ‚Plan‘ gilt“, hieß es.", ["„Der ‚Plan‘ gilt“"]),
        ("„Der „Plan“ gilt“, hieß es.", ["„Der „Plan“ gilt“"]),
        ("„Eins“ und „zwei“", ["„Eins“", "„zwei“"]),
        ("„Eins.\n\n„Zwei.“", ["„Eins.\n\n„Zwei.“"]),
        ("Das Zeichen „ bleibt offen.\nNeue Zeile “ hier.", []),
        ("Das war’s, sagte er.", []),
    ],
)
def test_finds_quotations(text: str, found: list[str]) -> None:
    """Every kind of mark opens and closes; what stays open is left out."""
    assert [text[quotation.start : quotation.end] for quotation in find_quotations(text)] == found
