"""What the words beside an encounter noun say of it: its adjectives, the last word of a headline, "bis zum"."""

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.clause.governors import governing_noun
from aktenlage.read.encounters.lexicon import Support, attribute_status, status_words
from aktenlage.read.encounters.scene import Place


def attributed(at: Place) -> Status | None:
    """Give what the adjectives before the noun say; the nearest one decides."""
    for number in range(at.token - 1, max(at.token - 8, -1), -1):
        word = at.sentence.tokens[number]
        status = attribute_status().get(word.text.lower())
        if status:
            return status
        if word.pos not in ("ADJ", "VERB", "ADV", "PROPN", "NUM") or word.text.lower() in status_words()["stops"]:
            return None
    return None


def headlined(at: Place) -> Status | None:
    """Give what the last word of a clause without a verb tells ("Gipfel in Rom abgesagt")."""
    words = [at.sentence.tokens[number] for number in at.clause.tokens if number > at.token]
    last = next((token.text for token in reversed(words) if not token.tag.startswith("$")), None)
    return attribute_status().get(last) if last is not None else None


def until(at: Place) -> bool:
    """Whether the words say how long it is up to the encounter ("bis zum Gipfel")."""
    phrase = at.phrase
    first = phrase.first if phrase is not None else at.token
    near = at.sentence.tokens[max(first - 1, 0) : first + 1]
    return any(token.text.lower() in status_words()["until"] for token in near)


def takes_the_chance(at: Place) -> bool:
    """Whether somebody takes the chance that the noun above names ("nutzte die Gelegenheit zu einem Gespräch")."""
    verb = at.clause.verb
    return verb is not None and verb.lemma in status_words()["taking"] and not at.clause.negated


def of_the_verb(at: Place, support: Support | None) -> bool:
    """Whether the noun above is one of the words of the verb itself ("nahm sich Zeit für ein Gespräch")."""
    number = governing_noun(at) if support is not None else None
    return support is not None and number is not None and at.sentence.tokens[number].text in support.needs_word


def of_another_noun(at: Place) -> bool:
    """Whether the verb is told of a noun that this one only explains ("lehnt Rom als Ort der Verhandlungen ab")."""
    return at.phrase is not None and at.phrase.role == "genitive" and at.phrase.head == at.token
