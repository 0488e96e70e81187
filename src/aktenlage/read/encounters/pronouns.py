"""When and where the encounter told last is or was to be, or one more of them, as words without its noun tell it."""

from aktenlage.model.language import Phrase
from aktenlage.read.encounters.clause.surroundings import is_other
from aktenlage.read.encounters.lexicon import Support, noun_word, party_words, supports
from aktenlage.read.encounters.scene import Candidate, Place, Scene
from aktenlage.read.encounters.setting.details import complete
from aktenlage.read.encounters.setting.status import carried_status

# An article and the word for another one.
_TWO = 2


def pronoun_candidate(scene: Scene, at: Place) -> Candidate | None:
    """Give what the clause tells of an encounter for which its subject, a pronoun or "the next", stands."""
    subject = at.clause.subject
    if subject is None:
        return None
    another = _is_another(scene, at, subject)
    support = _carrying(at, another=another)
    itself = subject.last - subject.first == 1
    itself = itself and at.sentence.tokens[subject.head].text.lower() in party_words()["standing_for_it"]
    if support is None or not (another or itself):
        return None
    candidate = Candidate("meeting", carried_status(scene, at, support), at, definite=itself, leans=itself)
    candidate.resumed = support.id in (*party_words()["resuming"], *party_words()["going_on"])
    if another:
        candidate.other, candidate.inherits = True, "parties"
    complete(scene, candidate)
    return candidate if candidate.date or candidate.place else None


def _carrying(at: Place, *, another: bool) -> Support | None:
    """Give what the verb makes of the encounter, if it says when or where it is."""
    verb, words = at.clause.verb, party_words()
    if verb is None or verb.lemma not in (*words["telling_of_it"], *(words["coming_next"] if another else ())):
        return None
    support = next((support for support in supports().get(verb.lemma, ()) if "subject" in support.role), None)
    does_it = any(phrase.role == "accusative" for phrase in at.clause.phrases)  # "Sie setzt am Montag ihre Reise fort."
    if support is None or does_it or (support.status == "planned" and verb.voice == "active"):
        return None
    return support


def _is_another(scene: Scene, at: Place, subject: Phrase) -> bool:
    """Whether the subject is one more of what was named right before ("Eine weitere soll in Rom folgen")."""
    tokens = at.sentence.tokens[subject.first : subject.last]
    if len(tokens) != _TWO or tokens[0].pos != "DET" or tokens[1].pos == "NOUN" or not is_other(tokens[1].text):
        return False
    before = scene.analysis.sentences[max(at.number - 1, 0) : at.number + 1]
    nouns = (noun_word(token.text) for s in before for token in s.tokens if token.end <= at.clause.start)
    return any(noun is not None and noun.frame.kind in ("meeting", "conference") for noun in nouns)
