"""The parties that stand beside an encounter noun: the verb's subject and company, and who says it."""

from dataclasses import replace

from aktenlage.language.timenouns import is_time
from aktenlage.read.encounters.clause.actors import actors_of, political
from aktenlage.read.encounters.clause.carrying import attended
from aktenlage.read.encounters.clause.excepted import excepted
from aktenlage.read.encounters.clause.governors import at_a_stage, carrier_of, governing_noun, governor_of, is_setting
from aktenlage.read.encounters.clause.parties import (
    is_possessive,
    parties_between,
    phrase_parties,
    phrases_parties,
)
from aktenlage.read.encounters.clause.scan import between, company_behind, preposition_before, with_whom
from aktenlage.read.encounters.clause.subjects import proposed_to, subject_parties
from aktenlage.read.encounters.clause.surroundings import has_word, is_subject, possessive
from aktenlage.read.encounters.lexicon import NounWord, Support, agent_roles, noun_word, party_words
from aktenlage.read.encounters.scene import Place, Scene


def verb_parties(scene: Scene, at: Place, noun: NounWord, support: Support | None, own: list[str]) -> list[str]:
    """Give the parties that the verb adds: its subject, and whom it names with the prepositions of company."""
    words = party_words()
    alone = not between(at) and (len(own) < 2 or set(own) <= set(with_whom(scene, at)))
    undergone = support is None and noun.frame.kind == "conference" and _is_undergone(at)
    at_odds = _breaks_out_between(scene, at) if noun.frame.kind == "conference" else []
    subject = at_odds if at_odds or undergone else _who_acts(scene, at, support, asked=alone and not own)
    if is_setting(at) or (noun.frame.kind == "conference" and not own and at_a_stage(at)):
        return _at_its_stage(scene, at, subject) if noun.frame.kind == "conference" else []
    above = _clause_with_subject(at)
    if not subject and alone and company_behind(at) and above is not None:
        return subject_parties(scene, above)
    if preposition_before(at) in words["attendance"] and noun.frame.kind == "conference" and not subject:
        return phrases_parties(scene, at, words["with"])
    if support is not None:
        together = not own and len(subject) > 1 and not has_word(at, "definite")
        announces = support.subject in ("announces", "confirms") and alone and (company_behind(at) or together)
        if support.subject == "announces" and noun.frame.kind == "visit" and not (own or is_subject(at)):
            return [party for party in subject if scene.actors[party].kind == "person"]  # "plant eine Reise nach …"
        others = _of_others(at, own) and support.wished
        takes_part = support.subject in ("participant", "joins") and not others
        named = _beside_the_verb(scene, _without_others(at) if own else at, support, others=others)
        named += _whose_agenda(scene, at, support)
        takes_part = takes_part or (alone and not is_subject(at) and possessive(at))
        return subject + named if takes_part or announces else named
    if not alone or _of_a_thing(at):
        return []
    if governor_of(at) is not None or _names_who_came(at):
        return _beside_governor(scene, at, subject)
    preposition = preposition_before(at)
    called = noun.frame.kind == "call" and len(own) == 1  # "nach einem Anruf von Merz"
    occasion = (*words["adjunct_prepositions"], *(words["by_way_of"] if called else ()))
    if preposition in occasion and (possessive(at) or company_behind(at) or called):
        return subject + _met_by_one(scene, at, noun, subject) or _concerned(scene, at)
    if not is_subject(at) and with_whom(scene, at) and _speaks_of_it(at):
        return [party for party in subject if scene.actors[party].kind == "person"]
    if preposition in words["within"] and subject:
        facing = _facing(scene, at, noun)
        if facing is not None:
            return subject + facing
    meal = noun.frame.id in words["meals"]  # "beim Abendessen"
    together = preposition in words["adjunct_prepositions"] and len(subject) > 1
    together = together and (meal or not has_word(at, "definite"))
    somewhere = any(p.first == at.token + 1 and p.preposition in words["place_prepositions"] for p in at.clause.phrases)
    strong = not noun.frame.weak and not has_word(at, "definite")
    attends = preposition in words["attendance"] and (noun.frame.kind == "conference" or bool(own) or strong)
    before_it = noun.frame.addressed and preposition in words["before"]
    speaks = at.clause.verb is not None and at.clause.verb.lemma in words["speaking"]
    attends = attends or (before_it and (speaks or bool(set(subject) & set(_speakers(scene, at)))))
    placed = somewhere and noun.frame.kind == "meeting" and not has_word(at, "definite")
    beside = preposition in words["beforehand"] and ((noun.frame.kind in ("visit", "meeting") and strong) or placed)
    return subject if together or attends or beside else []


def _breaks_out_between(scene: Scene, at: Place) -> list[str]:
    """Give those between whom something breaks out there ("Auf dem Gipfel kam es zu einem Streit zwischen …")."""
    words, verb, phrases = party_words(), at.clause.verb, at.clause.phrases
    there = preposition_before(at) in words["attendance"]
    if verb is None or verb.lemma not in words["breaking_out"] or not there:
        return []
    between = next((p for p in phrases if p.preposition in words["mutual_prepositions"]), None)
    before = next((p for p in phrases if between is not None and p.last == between.first), None)
    breaks_out = before is not None and (before.role in ("subject", "accusative") or before.preposition in words["to"])
    return phrase_parties(scene, at, between) if between is not None and breaks_out else []


def _is_undergone(at: Place) -> bool:
    """Whether a passive tells what is done to the subject, which need not be there ("wurde zum Nachfolger gewählt")."""
    verb, objects = at.clause.verb, any(phrase.role == "accusative" for phrase in at.clause.phrases)
    passive = verb is not None and verb.voice == "passive" and not objects  # "wird er sein Land dort vertreten"
    return passive and verb is not None and verb.lemma not in party_words()["done_to_face"]


def _who_acts(scene: Scene, at: Place, support: Support | None, *, asked: bool) -> list[str]:
    """Give who does what the verb says, and where others may be *asked* to it, those to whom it is proposed."""
    if is_subject(at):
        return _agents(scene, at, support)
    others = proposed_to(scene, at) if asked and support is not None and not company_behind(at) else []
    return _taking_part(scene, at) + others


def _for_whom(scene: Scene, at: Place) -> list[str]:
    """Give the persons for whom there is a chance of it ("bietet sich für Merz die Gelegenheit zu einem Gespräch")."""
    people = phrases_parties(scene, at, (*party_words()["on_behalf"], "dative")) if company_behind(at) else []
    return [party for party in people if scene.actors[party].kind == "person"]


def _beside_governor(scene: Scene, at: Place, subject: list[str]) -> list[str]:
    """Give who takes part in what a noun tells of, also who asks for it ("reagierte auf die Bitte von Merz um …")."""
    asking = carrier_parties(scene, at) if governor_of(at) == "possible" else []
    if asking:
        return asking if company_behind(at) else subject + asking
    return subject or _for_whom(scene, at)


def _clause_with_subject(at: Place) -> Place | None:
    """Give the clause whose subject may be meant where one with "dass" or a condition has none."""
    return at.above if at.clause.kind in ("dass", "adverbial") else None


def _names_who_came(at: Place) -> bool:
    """Whether the noun hangs on a subject that took part in it ("die Gastgeberin der Konferenz, …, sagte")."""
    carrier, subject = governing_noun(at), at.clause.subject
    return attended(at) and subject is not None and carrier is not None and subject.first <= carrier < subject.last


def _at_its_stage(scene: Scene, at: Place, subject: list[str]) -> list[str]:
    """Give who is heard at a stage of a conference: those whose it is ("zum Abschluss ihrer …"), else persons."""
    if possessive(at):
        return subject_parties(scene, at)
    return [party for party in subject if scene.actors[party].kind == "person"]


def _concerned(scene: Scene, at: Place) -> list[str]:
    """Give those about whose concern the clause is ("Bei dem Gespräch mit … ging es dem Kanzler um …")."""
    verb, subject = at.clause.verb, at.clause.subject
    about = verb is not None and verb.lemma in party_words()["being_about"]
    nobody = subject is None or at.sentence.tokens[subject.head].text.lower() in party_words()["it"]
    people = phrases_parties(scene, at, ("dative", "accusative", "unknown")) if about and nobody else []
    return [party for party in people if scene.actors[party].kind == "person"]


def _speaks_of_it(at: Place) -> bool:
    """Whether somebody says what it was like, or tells of his own, who so was there ("nannte das Gespräch mit …")."""
    verb, preposition = at.clause.verb, preposition_before(at)
    if preposition in party_words()["about"] and possessive(at) and company_behind(at):
        return True  # "berichtete über sein Gespräch mit Merz"
    return verb is not None and verb.lemma in party_words()["calling"].get(preposition or "plain", ())


def _whose_agenda(scene: Scene, at: Place, support: Support) -> list[str]:
    """Give on whose agenda it stands ("Auf dem Programm des Kanzlers steht ein Treffen mit …")."""
    if support.id not in party_words()["on_agendas"]:
        return []
    phrases = at.clause.phrases
    agenda = next((p for p in phrases if at.sentence.tokens[p.head].text in support.needs_word), None)
    if agenda is None:
        return []
    behind = [p for p in phrases if p.first == agenda.last]
    owner = next((p for p in behind if p.role == "genitive" or p.preposition in party_words()["of"]), agenda)
    owners = parties_between(scene, at.sentence, agenda.first, owner.last)
    return owners or phrases_parties(scene, at, party_words()["on_behalf"])


def _beside_the_verb(scene: Scene, at: Place, support: Support, *, others: bool) -> list[str]:
    """Give those beside the subject whom the verb names: *others* says that the encounter is one of other people."""
    words = party_words()
    with_each_other = support.status == "tense" or (support.id in words["with_each_other"] and not others)
    company = phrases_parties(scene, at, words["with"]) if with_each_other else _between_sides(scene, at)
    if support.subject == "joins":
        company += phrases_parties(scene, at, words["beside"])
    if support.status == "possible":
        company += phrases_parties(scene, at, ("dative", "accusative"))
    passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
    if passive and preposition_before(at) in words["to"]:
        company += phrases_parties(scene, at, agent_roles())  # "wird von Modi zu einem Gespräch erwartet"
    if support.id in words["for_somebody"]:
        company += phrases_parties(scene, at, words["on_behalf"])  # "kommt für Merz nicht in Frage"
    if support.id in words["at_their_place"]:
        hosts = phrases_parties(scene, at, words["at_whom"])
        company += [party for party in hosts if scene.actors[party].kind == "person"]
    if support.id in words["to_somebody"]:
        visited = phrases_parties(scene, at, ("dative", "accusative", "unknown"))
        company += [party for party in visited if scene.actors[party].kind == "person"]
    return company


def _between_sides(scene: Scene, at: Place) -> list[str]:
    """Give the sides that stand apart from the noun ("Zwischen Polen, Litauen und Kuba begannen Gespräche")."""
    tokens, mutual = at.sentence.tokens, party_words()["mutual_prepositions"]
    sides = (p for p in at.clause.phrases if p.preposition in mutual and p.last <= at.token and not excepted(at, p))
    alone = (p for p in sides if p.first == 0 or tokens[p.first - 1].pos != "NOUN" or is_time(tokens, p.first - 1))
    return [party for phrase in alone for party in phrase_parties(scene, at, phrase)]


def _without_others(at: Place) -> Place:
    """Give the clause without the phrases right behind another encounter noun ("Nach dem Treffen mit … sprach …")."""
    tokens = at.sentence.tokens
    kept = tuple(
        p for p in at.clause.phrases if p.first in (0, at.token + 1) or noun_word(tokens[p.first - 1].text) is None
    )
    return replace(at, clause=replace(at.clause, phrases=kept))


def _of_a_thing(at: Place) -> bool:
    """Whether it only says where something is that the clause speaks of ("warnte vor Gewalt beim Gipfel")."""
    phrase = at.phrase
    before = next((p for p in at.clause.phrases if phrase is not None and p.last == phrase.first), None)
    if before is None or before.preposition not in party_words()["of_things"]:
        return False
    return at.sentence.tokens[before.head].pos == "NOUN" and not is_time(at.sentence.tokens, before.head)


def _facing(scene: Scene, at: Place, noun: NounWord) -> list[str] | None:
    """Give the persons to whom the subject does something within it; None if that does not tell who takes part."""
    words = party_words()
    gathering = noun.frame.kind == "conference"
    if not gathering and (noun.frame.kind not in ("meeting", "call") or has_word(at, "definite")):
        return None
    # At a conference one may speak of those who are not there.
    to_face = not gathering or (at.clause.verb is not None and at.clause.verb.lemma in words["done_to_face"])
    addressed = phrases_parties(scene, at, ("dative", *words["facing"], *(("accusative",) if to_face else ())))
    people = [party for party in addressed if scene.actors[party].kind == "person"]
    return people if gathering or people else None


def _met_by_one(scene: Scene, at: Place, noun: NounWord, subject: list[str]) -> list[str]:
    """Give to whom one alone does something at a meeting of theirs ("bat ihn bei ihrem Treffen um Hilfe")."""
    theirs = has_word(at, "theirs") and preposition_before(at) in party_words()["within"] and len(subject) == 1
    lemma = at.clause.verb.lemma if at.clause.verb is not None else None
    if not theirs or company_behind(at) or lemma in party_words()["behind_ones_back"]:
        return []
    return _facing(scene, at, noun) or []


def _agents(scene: Scene, at: Place, support: Support | None) -> list[str]:
    """
    Give who does with the encounter what the verb says ("der Besuch wurde von der Junta abgelehnt").

    What stands first and looks like the subject may be the object: "Das Treffen mit … ließ Merz platzen".
    """
    passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
    if not passive and support is not None and support.status == "cancelled" and "accusative" in support.role:
        people = phrases_parties(scene, at, ("accusative",))
        return [party for party in people if scene.actors[party].kind == "person"]
    agents = [p for p in at.clause.phrases if passive and p.role == "agent" and not excepted(at, p)]
    return [party for phrase in agents for party in phrase_parties(scene, at, phrase)]


def _taking_part(scene: Scene, at: Place) -> list[str]:
    """Give the subject, or whom it asks to begin talks ("called on China to enter into a dialogue")."""
    words = party_words()
    lemma = at.clause.verb.lemma if at.clause.verb is not None else None
    carrier = governing_noun(at)
    preposition = preposition_before(at if carrier is None else replace(at, token=carrier))
    others = lemma in words["object_control"] and lemma not in words["convening"]
    if others and preposition in words["to"]:
        asked = phrases_parties(scene, at, ("accusative", "dative"))
        if asked:
            return asked
    return subject_parties(scene, at)


def _of_others(at: Place, own: list[str]) -> bool:
    """Whether the noun names two sides itself, and nobody with whom the subject would meet."""
    behind = [p.preposition for p in at.clause.phrases if p.first > at.token and p.preposition]
    company = set(party_words()["with"]) - set(party_words()["mutual_prepositions"])
    return len(own) > 1 and not company & set(behind)


def owners(scene: Scene, at: Place, named: list[str]) -> list[str]:
    """Give whose it is by its possessive, where only the other side is named ("Sein Treffen mit … fiel aus")."""
    phrase = at.phrase
    if phrase is None or not set(named) <= set(with_whom(scene, at)):
        return []
    start = at.sentence.tokens[phrase.first].start
    possessives = (m for m in scene.mentions.within(start, at.word.start) if is_possessive(m))
    return [party for mention in possessives for party in actors_of(scene, mention)]


def speaker(scene: Scene, at: Place) -> list[str]:
    """Give who says that a meeting with someone was or will be: his side takes part, where nobody else is named."""
    if between(at) or not (is_subject(at) or not subject_parties(scene, at)):
        return []
    return _speakers(scene, at)


def _speakers(scene: Scene, at: Place) -> list[str]:
    """Give who makes the statement in which the noun stands."""
    for statement in scene.reading.statements:
        if statement.speaker and any(span.start <= at.word.start < span.end for span in statement.spans):
            return [actor for actor in statement.speaker.actors if actor in scene.actors and political(scene, actor)]
    return []


def carrier_parties(scene: Scene, at: Place) -> list[str]:
    """Give whose proposal it is, where the noun hangs on one ("the EU's proposal for a meeting")."""
    carrier = carrier_of(at)
    if carrier is None:
        return []
    behind = next((p for p in at.clause.phrases if p.first == carrier + 1), None)
    if behind is not None and (behind.role == "genitive" or behind.preposition in party_words()["of"]):
        return phrase_parties(scene, at, behind)
    own = next((p for p in at.clause.phrases if p.head == carrier), None)
    return parties_between(scene, at.sentence, carrier + 1, own.last) if own is not None else []
