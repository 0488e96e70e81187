"""Subjects that name nobody and stand for those told before: "both sides", "the ministers of the four states"."""

from aktenlage.model.encounter import Status
from aktenlage.model.language import Phrase
from aktenlage.read.encounters.lexicon import VerbFrame, is_body, party_words, unions
from aktenlage.read.encounters.scene import Inheritance, Place, Scene
from aktenlage.read.encounters.verbs.telling import plural
from aktenlage.read.mentions.lexicon import role_of

# Sentences back in which a union was named that is now called by its kind.
_NEAR = 2


def unnamed(at: Place, frame: VerbFrame) -> Inheritance | None:
    """Whether the subject stands for those who met before ("both sides"), or for their states ("the ministers")."""
    subject = at.clause.subject
    if subject is None:
        passive = at.clause.verb is not None and at.clause.verb.voice == "passive"
        return "parties" if passive and frame.impersonal else None
    if _formed_by_them(at, subject, frame):
        return "parties"
    tokens = at.sentence.tokens[subject.first : subject.last]
    bodies = is_body(at.sentence.tokens[subject.head].lemma)
    both = _of_all(at)
    alone = both or not any(p.first == subject.last and p.role == "genitive" for p in at.clause.phrases)
    openers = (*party_words()["definite"], *party_words()["unnamed"], *party_words()["theirs"])
    opener = tokens[0].text.lower() in openers
    several = plural(at) and alone and (both or opener)
    counted = any(token.text.lower() in party_words()["all_of_them"] for token in tokens)
    if bodies and several:
        head = at.sentence.tokens[subject.head]
        themselves = counted and head.lemma in party_words()["leaders"]
        return "states" if role_of(head.text) and not themselves else "parties"
    if counted and plural(at) and all(token.pos != "NOUN" for token in tokens):
        return "parties"
    word = tokens[0].text.lower()
    if len(tokens) == 1 and frame.impersonal and word in party_words()["it"]:
        return "parties"
    mutual = together(at) or not frame.needs_partner  # "wollen sie erneut miteinander sprechen"
    plain = len(tokens) == 1 and mutual and word in party_words()["unnamed"]
    return "parties" if plain and (plural(at) or word == party_words()["unnamed"][0]) else None


def stands_alone(at: Place, frame: VerbFrame, status: Status) -> bool:
    """Whether it is told that all of them meet, or are to do so once more, which needs neither day nor place."""
    among_them = together(at) or not (frame.needs_partner or frame.needs_object)
    again = any(at.sentence.tokens[number].text.lower() in party_words()["again"] for number in at.clause.tokens)
    return among_them and (_of_all(at) or (again and status == "planned"))


def together(at: Place) -> bool:
    """Whether the words say that they do it with each other."""
    words = party_words()["reflexive"] + party_words()["alone"]
    return any(at.sentence.tokens[number].text.lower() in words for number in at.clause.tokens)


def body_of_chiefs(scene: Scene, at: Place) -> list[str]:
    """Give the body whose heads of state and government the subject means, where the article has one alone."""
    subject, words = at.clause.subject, party_words()
    if subject is None or not plural(at):
        return []
    behind = next((p for p in at.clause.phrases if p.first == subject.last), None)
    if behind is not None and (behind.role == "genitive" or behind.preposition in words["origins"]):
        return []  # Theirs are told.
    tokens = at.sentence.tokens[subject.first : subject.last]
    if any(token.pos == "ADJ" for token in tokens) or not (
        tokens[0].tag == "CARD" or tokens[0].text.lower() in words["definite"]
    ):
        return []  # "Mehrere afrikanische Staatschefs" are any.
    numbers = [subject.head, *(last - 1 for _, last in subject.members)]
    if at.sentence.tokens[max(numbers)].lemma not in words["chiefs"]:
        return []
    return scene.only_union


def union_by_kind(scene: Scene, at: Place) -> list[str]:
    """Give the union of states named shortly before that is called by its kind ("die Minister der Organisation")."""
    subject, tokens, words = at.clause.subject, at.sentence.tokens, party_words()
    if subject is None:
        return []
    owner = next((p for p in at.clause.phrases if p.first == subject.last and p.role == "genitive"), None)
    called = subject if owner is None else owner
    members = owner is None or (plural(at) and is_body(tokens[subject.head].lemma))
    definite = tokens[called.first].text.lower() in words["definite"]
    if not (members and definite and tokens[called.head].lemma in words["kinds_of_unions"]):
        return []
    before = scene.analysis.sentences[max(at.number - _NEAR, 0)].start
    mentions = scene.mentions.within(before, at.sentence.start)
    return [m.actor for m in mentions if m.actor in unions() and m.actor in scene.actors and m.role is None][-1:]


def only_where(scene: Scene, at: Place) -> bool:
    """Whether a town behind office-holders who meet each other says where ("… trafen sich die Unterhändler in Rom")."""
    subject, tokens = at.clause.subject, at.sentence.tokens
    if subject is None or subject.members or not plural(at) or not is_body(tokens[subject.head].lemma):
        return False
    behind = any(
        p.first == subject.last and p.preposition in party_words()["place_prepositions"] for p in at.clause.phrases
    )
    mentions = scene.mentions.touching(subject.start, subject.end)
    definite = tokens[subject.first].text.lower() in party_words()["definite"]
    return definite and behind and bool(mentions) and all(mention.end > subject.end for mention in mentions)


def _formed_by_them(at: Place, subject: Phrase, frame: VerbFrame) -> bool:
    """Whether the subject is a body that those told before form ("die Runde", "eine gemeinsame Kommission")."""
    words, tokens = party_words(), at.sentence.tokens
    head = tokens[subject.head].lemma.lower()
    if frame.needs_partner or (frame.needs_object and not together(at)):
        return False
    joint = any(token.text.lower() in words["joint"] for token in tokens[subject.first : subject.head])
    return head.endswith(tuple(words["formed"])) or (joint and head.endswith(tuple(words["committees"])))


def _of_all(at: Place) -> bool:
    """Whether the subject is those of all told before ("die Minister beider Länder", "Berater der vier Staaten")."""
    subject, words = at.clause.subject, party_words()
    if subject is None:
        return False
    owners = next((p.last for p in at.clause.phrases if p.first == subject.last and p.role == "genitive"), 0)
    behind = {token.text.lower() for token in at.sentence.tokens[subject.head + 1 : max(owners, subject.last + 1)]}
    return not behind.isdisjoint(words["both"]) or (bool(owners) and not behind.isdisjoint(words["all_of_them"]))
