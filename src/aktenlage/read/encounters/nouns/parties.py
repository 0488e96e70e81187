"""The parties in an encounter noun's own words: before it, in it and behind it."""

from dataclasses import replace

from aktenlage.read.encounters.clause.actors import unique
from aktenlage.read.encounters.clause.attributes import attribute_parties, participle_before_head
from aktenlage.read.encounters.clause.compounds import compound_actors, joined_by, pair_of
from aktenlage.read.encounters.clause.parties import antecedent_parties, parties_between, phrase_parties
from aktenlage.read.encounters.clause.scan import company_behind, parties_behind
from aktenlage.read.encounters.clause.subjects import subject_parties
from aktenlage.read.encounters.clause.surroundings import possessive
from aktenlage.read.encounters.lexicon import NounWord, Support, party_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.encounters.setting.beside import attributed

# Tokens between talks and the accession that they are about.
_ACCESSION_REACH = 9


def own_parties(scene: Scene, at: Place, noun: NounWord, support: Support | None) -> list[str]:
    """Give the parties in the noun's own words, before it, in it and behind it."""
    found = _before(scene, at, support) + _of_antecedent(scene, at) + attribute_parties(scene, at)
    if noun.modifier and noun.frame.kind != "visit":
        found += in_compound(scene, at, noun)
    found += _people_in_compound(scene, at, noun)
    if noun.frame.kind == "visit" and possessive(at):
        return found + _hosts(scene, at)
    if noun.frame.kind == "conference" and not noun.modifier and _of_chiefs(at):
        found += [body for body in party_words()["joined"] if body in scene.actors][:1]
    found += (
        _invited(scene, at, noun) + parties_behind(scene, at) + _own_country(scene, at) + _joined_body(scene, at, noun)
    )
    return found or _who_bind_themselves(scene, at, noun)


def _who_bind_themselves(scene: Scene, at: Place, noun: NounWord) -> list[str]:
    """Give those between whom talks are to bring about a bond ("Gespräche über eine Koalition aus CDU und SPD")."""
    words, phrases = party_words(), at.clause.phrases
    topic = next((p for p in phrases if p.first == at.token + 1 and p.preposition in words["about"]), None)
    if topic is None or noun.frame.kind != "meeting" or at.sentence.tokens[topic.head].lemma not in words["bonds"]:
        return []
    behind = next((p for p in phrases if p.first == topic.last and p.preposition in words["of_bonds"]), None)
    found = phrase_parties(scene, at, behind) if behind is not None else []
    return found if len(found) > 1 else []


def who_is_there(scene: Scene, at: Place) -> list[str]:
    """Give of whom an attribute says that he is there ("die am Gipfel teilnehmende Ministerin")."""
    phrase = at.phrase
    participle = participle_before_head(at, phrase, "attending") if phrase is not None else None
    if phrase is None or participle is None or not phrase.first < at.token < participle:
        return []
    return [party for party in phrase_parties(scene, at, phrase) if scene.actors[party].kind == "person"]


def _hosts(scene: Scene, at: Place) -> list[str]:
    """Give the persons to whom somebody pays his visit or goes ("bei seinem Besuch bei Merz", "ihre Reise zu Merz")."""
    behind = next((p for p in at.clause.phrases if p.first == at.token + 1), None)
    at_whom = behind is not None and behind.preposition in (*party_words()["at_whom"], *party_words()["to"])
    hosts = phrase_parties(scene, at, behind) if behind is not None and at_whom else []
    return [party for party in hosts if scene.actors[party].kind == "person"]


def _invited(scene: Scene, at: Place, noun: NounWord) -> list[str]:
    """Give who is asked to come, right behind the invitation ("eine Einladung an Merz")."""
    behind = next((p for p in at.clause.phrases if p.first == at.token + 1), None)
    asked = noun.frame.offers and behind is not None and behind.preposition in party_words()["at"]
    return phrase_parties(scene, at, behind) if behind is not None and asked else []


def _of_chiefs(at: Place) -> bool:
    """Whether it is one of heads of state and government, without a word of whose ("Gipfel der Regierungschefs")."""
    behind = next((p for p in at.clause.phrases if p.first == at.token + 1 and p.role == "genitive"), None)
    return behind is not None and at.sentence.tokens[behind.head].lemma in party_words()["chiefs"]


def _own_country(scene: Scene, at: Place) -> list[str]:
    """Give the state of whoever wants talks "with his country"."""
    words = party_words()
    own = [p for p in at.clause.phrases if p.first > at.token and p.preposition in words["with"]]
    tokens = at.sentence.tokens
    own = [p for p in own if tokens[p.head].lemma in words["own_country"] and possessive(replace(at, token=p.head))]
    above = at.above if own else None
    states = [scene.actors[party].state for party in subject_parties(scene, above)] if above is not None else []
    return [state for state in states if state in scene.actors]


def _joined_body(scene: Scene, at: Place, noun: NounWord) -> list[str]:
    """Give the body that talks on joining it are held with ("talks with Serbia on its accession to the EU")."""
    joining = tuple(party_words()["accession"])
    told = company_behind(at) or noun.frame.kind == "conference"
    if noun.modifier.startswith(tuple(word.lower() for word in joining)) and told:
        return [body for body in party_words()["joined"] if body in scene.actors][:1]
    topic = next((p for p in at.clause.phrases if p.first > at.token and p.preposition in party_words()["about"]), None)
    if topic is None or topic.first > at.token + _ACCESSION_REACH:
        return []
    body = joined_by(at.sentence.tokens[topic.head])
    if body is None and at.sentence.tokens[topic.head].text not in joining:
        return []
    behind = next((p for p in at.clause.phrases if p.first == topic.last and (body or p.preposition)), None)
    joined = [body] if body in scene.actors else []
    inside = parties_between(scene, at.sentence, topic.head + 1, topic.last)
    return unique([*joined, *inside, *(phrase_parties(scene, at, behind) if behind else [])])


def _before(scene: Scene, at: Place, support: Support | None) -> list[str]:
    """Give the parties before the noun; a single adjective of a state tells its colour, not a party."""
    first = _left_edge(at)
    found = parties_between(scene, at.sentence, first, at.token)
    pairs = [actor for token in at.sentence.tokens[first : at.token] for actor in pair_of(token)]
    found = unique([*found, *(actor for actor in pairs if actor in scene.actors)])
    owners = [token for token in at.sentence.tokens[first : at.token] if token.pos == "PROPN"]
    owned = bool(owners) and owners[-1].text.endswith(tuple(party_words()["genitive_endings"]))
    offered = support is not None and support.status == "possible"
    return found if owned or offered or attributed(at) or len(found) > 1 else []


def _of_antecedent(scene: Scene, at: Place) -> list[str]:
    """Give whose it is by the relative word before it ("Merz, dessen Gespräche mit Macron …")."""
    clause, first = at.clause, _left_edge(at) - 1
    if clause.kind != "relative" or clause.parent is None or first not in clause.tokens:
        return []
    owned = at.sentence.tokens[first].tag == "PRELAT"
    return antecedent_parties(scene, at, at.sentence.clauses[clause.parent]) if owned else []


def in_compound(scene: Scene, at: Place, noun: NounWord) -> list[str]:
    """Give the actors that the first parts of a compound name ("EU-Gipfel"), as far as the article has them."""
    return [actor for actor in compound_actors(at.word.text, noun) if actor in scene.actors]


def _people_in_compound(scene: Scene, at: Place, noun: NounWord) -> list[str]:
    """Give the people of the article by whose names it is called ("Merz-Trump-Treffen")."""
    first, hyphen, _ = at.word.text.rpartition("-")
    if not hyphen or not noun.modifier:
        return []
    people = [scene.surnames.get(name, []) for name in first.split("-")]
    return [found[0] for found in people if len(found) == 1]


def _left_edge(at: Place) -> int:
    """Where the noun's own words begin: behind the last word that cannot be its attribute."""
    passed = party_words()["attribute_openers"]
    for number in range(at.token - 1, -1, -1):
        token = at.sentence.tokens[number]
        if number not in at.clause.tokens:
            return number + 1
        if token.pos in ("ADJ", "PROPN", "NUM") or token.text.lower() in passed:
            continue
        return number + 1
    return 0
