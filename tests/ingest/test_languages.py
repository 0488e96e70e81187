"""German passes, however short; other languages are refused by name."""

import pytest

from aktenlage.ingest.languages import check_german
from aktenlage.ingest.refusal import Refusal

GERMAN = [
    "Der Minister reiste am Montag nach Genf.",
    "Merz trifft Macron in Berlin",
    "Waffenruhe",
    "Nationalrat: Grossmehrheit fuer Abkommen, Strassen bleiben zu.",
    "Heuer tagte der Nationalrat im Jänner, die Sitzung wurde vertagt.",
    "Der Slogan “America first and the rest of the world last” hing, so sagte er, über dem Eingang des Saals.",
    "Die Zeitung «Le Monde» zitierte das Papier: «La paix est possible». Mehr sagte das Amt dazu nicht.",
]
FOREIGN = {
    "en": "The minister met his colleague in Geneva and said that they would talk again.",
    "nl": "De minister sprak met zijn collega in Genève en zei dat ze het eens zijn.",
    "da": "Ministeren mødtes med sin kollega i Genève, og de skal tale sammen igen.",
    "sv": "Ministern träffade sin kollega i Genève och sade att de inte är eniga.",
    "fr": "Le ministre a rencontré son collègue à Genève et ils sont d'accord sur le texte.",
    "it": "Il ministro ha incontrato il collega a Ginevra, ma non sono d'accordo sul testo.",
    "es": "El ministro se reunió con su colega en Ginebra y no están de acuerdo con el texto.",
    "pl": "Minister spotkał się z kolegą w Genewie i powiedział, że nie są zgodni.",
    "script": "Министр встретился с коллегой в Женеве.",
    "unknown": "Saya bertemu beliau kemarin siang lalu kami makan bersama keluarga besar kami " * 8,
}


@pytest.mark.parametrize("text", GERMAN)
def test_accepts_german(text: str) -> None:
    """Short lines, Swiss and Austrian spelling and foreign words quoted in German stay German."""
    check_german(text)


@pytest.mark.parametrize(("language", "text"), FOREIGN.items())
def test_refuses_other_languages(language: str, text: str) -> None:
    """The refusal names the language."""
    with pytest.raises(Refusal) as refused:
        check_german(text)

    assert refused.value.values == {"language": f"language.{language}"}


def test_refuses_what_holds_no_words() -> None:
    """Numbers and signs are no article."""
    with pytest.raises(Refusal, match="no_words"):
        check_german("*** 2026 --- 12:30")
