"""A body bears the name that the article gives it in full."""

import pytest

from aktenlage.model.article import Article
from aktenlage.pipeline import read_article

NAMED = [
    ("Die UGA lehnte den Plan ab. Die Union für Grüne Almen (UGA) hat viele Mitglieder.", "Union für Grüne Almen"),
    ("Die BLL lehnte den Plan ab. Er trat der Bewegung für Licht und Luft (BLL) bei.", "Bewegung für Licht und Luft"),
    ("Der DWV lehnte den Plan ab. Das Blatt stammt vom Deutschen Weinbauverband (DWV).", "Deutscher Weinbauverband"),
    (
        "Die BLL lehnte den Plan ab. Das Papier der „Bewegung Licht und Luft“ (BLL) liegt vor.",
        "Bewegung Licht und Luft",
    ),
    (
        "Die NRM lehnte den Plan ab. Gegründet wurde das National Renewal Movement (NRM) 1990.",
        "National Renewal Movement",
    ),
    (
        "Die FFR lehnte den Plan ab. Das Papier hatte die Foundation for Renewal (FFR) verfasst.",
        "Foundation for Renewal",
    ),
    ("Die BLL lehnte den Plan ab. Der Deutsche Wetterdienst (DWD) warnte vor Sturm.", "BLL"),
    ("Die UUP lehnte den Plan ab. David Trimble (UUP) wollte mehr.", "UUP"),
]

KNOWN = [
    ("Die Union und die SPD streiten.", "cdu-csu", "Union"),
    ("Die Linke stimmte gegen den Entwurf.", "linke", "Die Linke"),
    ("SPD, Grüne und Linke stimmten zu.", "linke", "Linke"),
    ("Die Linkspartei stimmte gegen den Entwurf.", "linke", "Linkspartei"),
    ("Die Europäische Kommission lobte den Entwurf.", "eu-commission", "Europäische Kommission"),
    ("Die WHO verurteilte den Angriff.", "who", "Weltgesundheitsorganisation"),
    ("Der DGB fordert mehr Lohn.", "dgb", "DGB"),
    ("Der Deutsche Gewerkschaftsbund fordert mehr Lohn.", "dgb", "Deutscher Gewerkschaftsbund"),
    ("Die SPD stimmte zu. Die Sozialdemokraten wollen mehr.", "spd", "SPD"),
    ("Machthaber Kim Jong Un drohte. Kim Jong Uns Armee übte.", "kim-jong-un", "Kim Jong Un"),
    ("Staatschef Isaias Afwerki schwieg.", "isaias-afewerki", "Isaias Afwerki"),
    ("Die Rede Isaias Afwerkis war kurz.", "isaias-afewerki", "Isaias Afwerki"),
    ("Präsident John Dramani Mahama stimmte zu. John Mahama reiste ab.", "john-mahama", "John Dramani Mahama"),
    ("Massachusetts Mitt Romney stimmte zu.", "mitt-romney", "Mitt Romney"),
    ("Abbas Araghchi reiste ab. Araghchis Sprecher stimmte zu.", "abbas-araghtschi", "Abbas Araghchi"),
    ("Wolodymyr Selenskyjs Berater stimmte zu.", "wolodymyr-selenskyj", "Wolodymyr Selenskyj"),
    ("Netanyahu stimmte zu.", "benjamin-netanjahu", "Benjamin Netanjahu"),
    (
        "Verdi will mehr. Die Vereinte Dienstleistungsgewerkschaft droht mit Streik.",
        "verdi",
        "Vereinte Dienstleistungsgewerkschaft",
    ),
    ("Die Telekom lehnte ab. Die Deutsche Telekom will Stellen streichen.", "telekom", "Deutsche Telekom"),
    ("VW will sparen.", "volkswagen", "VW"),
    (
        "Die SPLM zögert. Die Sudanesische Volksbefreiungsbewegung will verhandeln.",
        "splm",
        "Sudanesische Volksbefreiungsbewegung",
    ),
]


def _names(text: str) -> dict[str, str]:
    return {actor.id: actor.name for actor in read_article(Article("case", text, published="2026-01-22")).actors}


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_an_abbreviation_is_named_in_full(text: str, name: str) -> None:
    """The name of a body before the brackets is the name, but not that of another body, nor that of a member."""
    assert name in _names(text).values()


@pytest.mark.parametrize(("text", "actor", "name"), KNOWN)
def test_a_known_actor_bears_the_word_of_the_article(text: str, actor: str, name: str) -> None:
    """The registry's own name gives way to the one that is used, but not to a word for the body's people."""
    assert _names(text)[actor] == name
