"""What keeps a clause from telling that an encounter was: negation, question, condition, what has not come yet."""

from aktenlage.language.tags import FINITE
from aktenlage.language.timenouns import is_time
from aktenlage.language.verbgroups import negates_attribute
from aktenlage.model.language import Clause
from aktenlage.read.encounters.clause.contrast import afterthoughts, set_aside
from aktenlage.read.encounters.clause.governors import PAST
from aktenlage.read.encounters.lexicon import party_words, status_words
from aktenlage.read.encounters.scene import Place

# Words that tell how often or how long.
_MANNER = 3
# So many clauses before it a condition may stand ("Gelingt das, so der Minister, …").
_NEAR = 2


def denied_by_determiner(at: Place) -> bool:
    """Whether there is none ("kein Treffen")."""
    negatives = status_words()["negatives"]
    return any(token.text.lower() in negatives for token in at.sentence.tokens[max(at.token - 3, 0) : at.token])


def is_negated(at: Place) -> bool:
    """Whether the verb itself is negated, not only one of its objects or an afterthought ("…, nicht mit …")."""
    words = status_words()
    tokens = at.sentence.tokens
    if (at.clause.negated and at.has_phrase(words["never"])) or _nor(at):
        return True
    for number in at.clause.tokens:
        if not at.clause.negated or tokens[number].text.lower() not in words["verb_negations"]:
            continue
        if negates_attribute(tokens, number) or _of_its_manner(at, number) or _of_its_topic(at, number):
            continue
        if number not in set_aside(at) and number not in afterthoughts(at):
            return True
    return False


def _of_its_manner(at: Place, negation: int) -> bool:
    """Whether it is only denied that it was so, and not that it was ("trafen sich nicht zum ersten Mal")."""
    behind = at.sentence.tokens[negation + 1 : negation + 1 + _MANNER]
    return " ".join(token.text.lower() for token in behind).startswith(tuple(status_words()["manners"]))


def _of_its_topic(at: Place, negation: int) -> bool:
    """
    Whether two only did not talk about something ("sprach mit Merz nicht über Zölle").

    Without a partner, day or place before it the talks themselves are denied: "Sie werden nicht über … verhandeln".
    """
    words, phrases, tokens = party_words(), at.clause.phrases, at.sentence.tokens
    topic = next((p for p in phrases if p.preposition in words["about"]), None)
    at_end = all(tokens[n].pos in ("VERB", "AUX", "PUNCT", "ADP") for n in at.clause.tokens if n > negation)
    in_front = topic is not None and topic is phrases[0] and at_end
    if topic is None or not (topic.first == negation + 1 or in_front):
        return False
    if in_front and at.clause.verb is not None and at.clause.verb.tense in PAST:
        return True  # "Über Zölle sprachen sie nicht."
    told = (p for p in phrases if p.last <= negation)
    return any(
        p.preposition in words["with"]
        or is_time(tokens, p.head)
        or (p.preposition in words["place_prepositions"] and tokens[p.head].pos == "PROPN")
        for p in told
    )


def _nor(at: Place) -> bool:
    """Whether the clause goes on with what one before it denies ("weder mit Merz noch mit Macron")."""
    words, tokens, first = status_words(), at.sentence.tokens, at.clause.tokens[0]
    return tokens[first].text.lower() in words["nor"] and any(
        t.text.lower() in words["neither"] for t in tokens[:first]
    )


def is_without(at: Place, words: frozenset[str]) -> bool:
    """Whether the clause says that there is none of what one of the *words* names ("sieht keinen Anlass")."""
    tokens, negatives = at.sentence.tokens, status_words()["negatives"]
    return any(
        number and tokens[number].text in words and tokens[number - 1].text.lower() in negatives
        for number in at.clause.tokens
    )


def is_not_yet(at: Place) -> bool:
    """Whether it has not been so far ("noch nicht")."""
    words = status_words()
    tokens = at.sentence.tokens
    return any(
        tokens[number].text.lower() in words["verb_negations"] and tokens[number - 1].text.lower() in words["not_yet"]
        for number in at.clause.tokens
        if number
    )


def is_asked(at: Place) -> bool:
    """Whether the clause asks when or whether it will be, by its first word or as a question that its verb opens."""
    words, introducer, tokens = status_words()["asking"], at.clause.introducer, at.sentence.tokens
    if introducer is None:
        return tokens[-1].text == "?" and _opens_with_verb(at, at.clause)
    return tokens[introducer].text.lower() in words


def is_doubted(at: Place) -> bool:
    """Whether the clause asks whether it will be ("Ob das Treffen stattfindet, ist offen")."""
    introducer = at.clause.introducer
    return introducer is not None and at.sentence.tokens[introducer].text.lower() in status_words()["whether"]


def is_ahead(at: Place) -> bool:
    """Whether the clause tells what is to come after something else ("bevor die Gespräche begonnen haben")."""
    clause = at.clause
    if clause.introducer is None or clause.verb is None:
        return False
    parent = at.sentence.clauses[clause.parent] if clause.parent is not None else None
    told = parent is not None and parent.verb is not None and parent.verb.tense in PAST
    present = clause.verb.tense == "present" or (clause.verb.tense == "perfect" and not told)
    return present and at.sentence.tokens[clause.introducer].text.lower() in status_words()["not_before"]


def is_conditional(at: Place) -> bool:
    """Whether the clause says that it depends on something."""
    words = status_words()["conditional"]
    said = any(at.sentence.tokens[number].text.lower() in words for number in at.clause.tokens)
    said = said or at.has_phrase(status_words()["circumstances"])
    return said or _on_condition(at) or _provided(at) or _is_condition(at)


def _is_condition(at: Place) -> bool:
    """Whether the clause begins with its verb and names a condition ("Sollte es zu einem Treffen kommen, …")."""
    clause, tokens = at.clause, at.sentence.tokens
    if clause.introducer is not None or not _opens_with_verb(at, clause):
        return False
    behind = [tokens[other.tokens[0]] for other in at.sentence.clauses if other.tokens[:1] > clause.tokens[:1]]
    then = any(token.tag in FINITE or token.text in status_words()["consequence"] for token in behind)
    return clause.kind == "adverbial" or (clause.kind == "main" and then)


def _on_condition(at: Place) -> bool:
    """Whether it is to be on a condition that a clause names ("falls …", "nur …, wenn …")."""
    words, tokens = status_words(), at.sentence.tokens
    only = not at.said.isdisjoint(words["only"])
    for clause in at.sentence.clauses:
        if clause.introducer is None:
            continue
        opener = tokens[clause.introducer].text.lower()
        below = clause.parent is not None and at.sentence.clauses[clause.parent].start == at.clause.start
        behind = only and clause.start > at.clause.start
        if (below and opener in words["provided"]) or (behind and opener in words["conditions"]):
            return True
    return False


def _provided(at: Place) -> bool:
    """Whether a clause before it begins with its verb and so names a condition ("Stimmt er zu, reisen sie …")."""
    tokens = at.sentence.tokens
    if not _opens_with_verb(at, at.clause) or tokens[-1].text == "?":
        return False
    before = [clause for clause in at.sentence.clauses if clause.tokens and clause.tokens[0] < at.clause.tokens[0]]
    return any(_opens_with_verb(at, clause) for clause in before[-_NEAR:])


def _opens_with_verb(at: Place, clause: Clause) -> bool:
    """Whether the first word of a clause is its finite verb."""
    verb, tokens = clause.verb, at.sentence.tokens
    first = next((number for number in clause.tokens if tokens[number].pos != "PUNCT"), None)
    return verb is not None and verb.finite is not None and verb.finite == first
