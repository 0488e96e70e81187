"""Who takes part: the actors of phrases, a person instead of the state or body that only explains him."""

from collections.abc import Iterable

from aktenlage.language.timenouns import is_time
from aktenlage.model.annotation import Mention
from aktenlage.model.language import Clause, Phrase, Sentence
from aktenlage.read.encounters.clause.actors import actors_of, unique
from aktenlage.read.encounters.clause.excepted import excepted, gives_reason
from aktenlage.read.encounters.clause.explained import apposed, attribute_bounds, explained
from aktenlage.read.encounters.clause.sides import both_sides
from aktenlage.read.encounters.lexicon import is_body, is_matter, party_words
from aktenlage.read.encounters.scene import Place, Scene
from aktenlage.read.mentions.lexicon import adjective_of, role_of
from aktenlage.resources.gazetteer import gazetteer

# Preposition, place and at least one word of a name.
_PLACE_AND_PERSON = 3
# Words between a relative and the one whose relative he is.
_RELATIVE_REACH = 4
_BRACKET, _CLOSED = "(", ")"
# No longer is a name in brackets, in words.
_IN_BRACKETS = 8
# No longer are brackets behind a name.
_BRACKETS = 40
# A name ends so many characters before its relative clause at most.
_NEAR = 3


def parties_between(scene: Scene, sentence: Sentence, first: int, last: int, *, parted: bool = True) -> list[str]:
    """
    Give the participants that the tokens from *first* up to *last* name, each once.

    Unless they are *parted* at commas and conjunctions, the words name one: a person before the body that explains him.
    """
    if first >= last:
        return []
    start, end = sentence.tokens[first].start, sentence.tokens[last - 1].end
    groups: list[list[Mention]] = []
    mentions = scene.mentions.touching(start, end)
    attributes = list(attribute_bounds(sentence, first, last)) if mentions else []
    sides, meant = both_sides(scene, sentence, first, last)
    behind = within = -1
    for mention in mentions:
        if (
            mention.start < start
            or is_possessive(mention)
            or _of_a_relative(scene, start, mention)
            or (sides and mention.start <= meant < mention.end)
            or any(begin <= mention.start < stop for begin, stop in attributes)
        ):
            continue
        # An office may have several states in it: "den Präsidenten Chinas und Japans".
        before = within if mention.end <= behind and within >= 0 else behind
        if groups and not (parted and _divided(scene, sentence, first, last, before, mention.start)):
            groups[-1].append(mention)
        else:
            groups.append([mention])
        within = mention.end if mention.end <= behind else -1
        behind = max(behind, mention.end)
    found = unique(party for group in groups for party in _group_parties(scene, sentence, group))
    kinds = [scene.actors[party].kind for party in found]
    if not sides or "person" in kinds:
        return found
    return unique([*(party for party, kind in zip(found, kinds, strict=True) if kind != "group"), *sides])


def is_possessive(mention: Mention) -> bool:
    """Whether the mention says whose something is ("sein Treffen"), and names nobody beside it."""
    return mention.kind == "pronoun" and mention.role is not None


def _of_a_relative(scene: Scene, start: int, mention: Mention) -> bool:
    """Whether the words name someone only to say whose relative another is ("the son-in-law of the president")."""
    words = scene.text[start : mention.start].split()
    for number in range(len(words) - 1, max(len(words) - _RELATIVE_REACH, 0) - 1, -1):
        if words[number].endswith(",") or words[number] in party_words()["dividers"]:
            return False
        if words[number] in party_words()["relatives"]:
            openers = (*party_words()["genitive_openers"], *party_words()["inner_prepositions"])
            behind = words[number + 1 : number + 2] or scene.text[mention.start : mention.end].split()[:1]
            return behind[0] in openers
    return False


def phrase_parties(scene: Scene, at: Place, phrase: Phrase) -> list[str]:
    """Give the participants that a phrase names with what hangs on it, member by member where it is coordinated."""
    if at.clause.kind == "relative" and phrase.head == at.clause.introducer and at.clause.parent is not None:
        return antecedent_parties(scene, at, at.sentence.clauses[at.clause.parent])
    last = _extended(scene, at, phrase)
    if not phrase.members:
        parted = last > phrase.last or _shortened(at, phrase)
        found = parties_between(scene, at.sentence, phrase.first, last, parted=parted)
        if not found:
            found = _adjective_parties(scene, at.sentence, phrase.first, last)
        if all(scene.actors[party].kind == "group" for party in found):
            found = _in_brackets(scene, at, last) or found
        if not any(scene.actors[party].kind == "person" for party in found):
            name = explaining_name(scene, at, phrase)
            return [name] if name else found
        return found
    *others, (first, _) = phrase.members
    ranges = ((begin, _with_person_in_brackets(scene, at, end)) for begin, end in (*others, (first, last)))
    return unique(party for begin, end in ranges for party in _member_parties(scene, at, begin, end))


def _in_brackets(scene: Scene, at: Place, last: int) -> list[str]:
    """Give the members that brackets behind a group name ("the four donors (EU, Japan, USA, Norway)")."""
    tokens = at.sentence.tokens
    if last >= len(tokens) or tokens[last].text != _BRACKET:
        return []
    end = next((number for number in range(last + 1, len(tokens)) if tokens[number].text == ")"), last + 1)
    found = parties_between(scene, at.sentence, last + 1, end)
    short = end == last + 2 and tokens[last + 1].text.isupper()
    return found if len(found) > 1 or short else []


def antecedent_parties(scene: Scene, at: Place, parent: Clause) -> list[str]:
    """Give the participants that the words right before a relative clause name."""
    start = _before_brackets(scene, at.clause.start)
    lists = [p for p in parent.phrases if p.members and 0 <= start + 1 - p.end <= _NEAR]
    if lists and plural_verb(at):
        return phrase_parties(scene, Place(at.number, at.sentence, parent, at.token), lists[-1])
    near = scene.mentions.touching(max(start - _NEAR, at.sentence.start), start)
    people = [m for m in near if m.end <= start and m.kind == "name" and m.actor in scene.actors]
    if people:
        return actors_of(scene, _bearer(scene, people[-1]))
    above = Place(at.number, at.sentence, parent, at.token)
    listed = [m for p in parent.phrases if p.end > start for m in at.sentence.members(p) if 0 <= start - m.end <= _NEAR]
    for phrase in reversed([*(phrase for phrase in parent.phrases if phrase.end <= start + 1), *listed]):
        found = phrase_parties(scene, above, phrase) or _senders(scene, above, phrase)
        if found or not (phrase.preposition in party_words()["of"] or _of_time_or_place(at, phrase)):
            return found
    return []


def _senders(scene: Scene, at: Place, phrase: Phrase) -> list[str]:
    """Give the state or body that sends those without a name ("Japan schickt eine Delegation, die …")."""
    if phrase.role != "accusative" or not is_body(at.sentence.tokens[phrase.head].lemma):
        return []
    subjects = (subject for subject in at.clause.phrases if subject.role == "subject")
    senders = [party for subject in subjects for party in phrase_parties(scene, at, subject)]
    return [party for party in senders if scene.actors[party].kind != "person"]


def _of_time_or_place(at: Place, phrase: Phrase) -> bool:
    """Whether the phrase says when or where, so that a clause behind it tells of somebody else ("in Rom, der …")."""
    if phrase.preposition is None:
        return False
    head = at.sentence.tokens[phrase.head]
    bare = head.pos == "PROPN" and phrase.head == phrase.first + 1
    return is_time(at.sentence.tokens, phrase.head) or (bare and gazetteer().one(head.text) is not None)


def plural_verb(at: Place) -> bool:
    """Whether the clause's verb is plural, so that its subject is a list."""
    verb = at.clause.verb
    form = at.sentence.tokens[verb.finite].verb if verb is not None and verb.finite is not None else None
    return form is not None and form.numbers == ("plural",)


def _bearer(scene: Scene, mention: Mention) -> Mention:
    """Give the person whom a body right behind the name explains ("Iglesias von Podemos, der …"), else the mention."""
    if scene.actors[mention.actor or ""].kind == "person":
        return mention
    for before in scene.mentions.touching(max(mention.start - _BRACKETS, 0), mention.start):
        between = scene.text[before.end : mention.start].split()
        person = before.kind == "name" and scene.actors.get(before.actor or "")
        if person and person.kind == "person" and between and between[0] in party_words()["of"]:
            return before
    return mention


def _before_brackets(scene: Scene, start: int) -> int:
    """Give where words in brackets begin that stand right before *start* ("Merz (CDU), der …"), else *start*."""
    before = scene.text[max(start - _BRACKETS, 0) : start].rstrip(" ,")
    opened = before.rfind(_BRACKET)
    return max(start - _BRACKETS, 0) + opened if before.endswith(")") and opened >= 0 else start


def _shortened(at: Place, phrase: Phrase) -> bool:
    """Whether the phrase names two that share a part of their names ("Nord- und Südkorea")."""
    return any(at.sentence.tokens[number].tag == "TRUNC" for number in range(phrase.first, phrase.head))


def _member_parties(scene: Scene, at: Place, first: int, last: int) -> list[str]:
    """Give whom a member of a list names: one person, or states in a row ("der Minister Indiens, Pakistans")."""
    one = parties_between(scene, at.sentence, first, last, parted=False)
    if any(scene.actors[party].kind == "person" for party in one):
        return one
    return parties_between(scene, at.sentence, first, last)


def phrases_parties(scene: Scene, at: Place, roles: Iterable[str]) -> list[str]:
    """Give the participants of the clause's phrases whose role or preposition is among *roles*."""
    wanted = frozenset(roles)
    found: list[str] = []
    places = party_words()["place_prepositions"] if "unknown" in wanted else ()
    for phrase in at.clause.phrases:
        asked = (phrase.preposition or phrase.role) in wanted or phrase.role in wanted
        if not (asked or phrase.preposition in places):
            continue
        matter = (
            phrase.preposition is None and phrase.role != "subject" and is_matter(at.sentence.tokens[phrase.head].lemma)
        )
        if excepted(at, phrase) or matter or gives_reason(at, phrase) or apposed(at, phrase):
            continue
        if asked:
            found += [party for party in phrase_parties(scene, at, phrase) if not is_place(scene, at, phrase, party)]
        else:
            found += _person_behind_place(scene, at, phrase)
    return unique(found)


def is_place(scene: Scene, at: Place, phrase: Phrase, party: str) -> bool:
    """Whether a state is only where it happens ("auf Kuba")."""
    head = at.sentence.tokens[phrase.head]
    located = phrase.preposition in party_words()["place_prepositions"] and scene.actors[party].kind == "state"
    return located and any(mention.actor == party for mention in scene.mentions.touching(head.start, head.end))


def _person_behind_place(scene: Scene, at: Place, phrase: Phrase) -> list[str]:
    """Give those whose names follow a place without a sign between them ("hat in Paris … und … getroffen")."""
    tokens = at.sentence.tokens
    if phrase.last - phrase.first < _PLACE_AND_PERSON:
        return []
    start, end = tokens[phrase.first + 2].start, tokens[phrase.last - 1].end
    named = [m for m in scene.mentions.within(start, end) if m.kind == "name" and m.actor in scene.actors]
    people = [m for m in named if scene.actors[m.actor or ""].kind == "person"]
    return [m.actor for m in people if m.actor] if any(m.end == end for m in people) else []


def _extended(scene: Scene, at: Place, phrase: Phrase) -> int:
    """Give the token behind the phrase with its genitives, where its members come from, and a name that explains it."""
    words = party_words()
    last = phrase.last
    final = range(*phrase.members[-1]) if phrase.members else (phrase.head,)
    bodies = any(at.sentence.tokens[n].pos == "NOUN" and is_body(at.sentence.tokens[n].lemma) for n in final)
    for following in at.clause.phrases:
        if following.first != last:
            continue
        inside = (*words["origins"], *words["around"])
        hangs_on = following.role == "genitive" or (bodies and following.preposition in inside)
        if not hangs_on:
            break
        last = following.last
    return _with_person_in_brackets(scene, at, _with_quoted_name(scene, at, last))


def _with_person_in_brackets(scene: Scene, at: Place, last: int) -> int:
    """Take in the person whom brackets behind a state or body name ("den Präsidenten Polens (Karol Nawrocki)")."""
    tokens = at.sentence.tokens
    person = _person_at(scene, at, last + 1) if last < len(tokens) and tokens[last].text == _BRACKET else None
    ends = range(last + 2, min(last + _IN_BRACKETS, len(tokens))) if person else ()
    before = scene.mentions.touching(tokens[last - 1].start, tokens[last - 1].end)
    known = any(scene.actors[m.actor].kind == "person" for m in before if m.kind == "name" and m.actor in scene.actors)
    closed = next((number for number in ends if tokens[number].text == _CLOSED), last)
    names = all(tokens[number].pos == "PROPN" for number in range(last + 1, closed))
    return closed if names and not known else last


def _with_quoted_name(scene: Scene, at: Place, last: int) -> int:
    """Take in the name in quotation marks of a body that the phrase tells ("mit der Initiative „Pro Altstadt“")."""
    tokens = at.sentence.tokens
    if last + 1 >= len(tokens) or tokens[last].tag != "$(" or tokens[last].text == _BRACKET:
        return last
    named = scene.mentions.touching(tokens[last + 1].start, tokens[last + 1].end)
    bodies = [m for m in named if m.kind == "name" and m.actor in scene.actors]
    bodies = [m for m in bodies if scene.actors[m.actor or ""].kind == "organization"]
    end = bodies[0].end if bodies else 0
    return next((number + 1 for number in range(last + 1, len(tokens)) if tokens[number].end == end), last)


def explaining_name(scene: Scene, at: Place, phrase: Phrase) -> str | None:
    """Give the person named behind an office, with or without a comma ("mit dem Leiter der Behörde, …")."""
    tokens = at.sentence.tokens
    last = _extended(scene, at, phrase)
    place = next((p for p in at.clause.phrases if p.first == last and p.preposition), None)
    if role_of(tokens[phrase.head].text):
        person = _person_at(scene, at, last)
        if person:
            return person
    quoted = last + 1 if last < len(tokens) and tokens[last].tag == "$(" else last  # "der Partei „…“, Merz"
    for comma in (last, quoted, place.last if place else last):
        if comma < len(tokens) and tokens[comma].text in party_words()["dividers"]:
            person = _person_at(scene, at, comma + 1)
            if person:
                return person
    return None


def _person_at(scene: Scene, at: Place, token: int) -> str | None:
    """Give the person whose name begins at *token*."""
    if token >= len(at.sentence.tokens):
        return None
    word = at.sentence.tokens[token]
    named = [m for m in scene.mentions.touching(word.start, word.end) if m.kind == "name" and m.start == word.start]
    return next((m.actor for m in named if m.actor in scene.actors and scene.actors[m.actor].kind == "person"), None)


def _group_parties(scene: Scene, sentence: Sentence, group: list[Mention]) -> list[str]:
    """Give whom the words of one member of a list mean: a person, else the first body that is no mere place."""
    group = [mention for mention in group if mention.actor in scene.actors]
    persons = [m for m in group if scene.actors[m.actor or ""].kind == "person"]
    named = [m for m in persons if m.kind == "name"]
    named = named[:1] if len(named) > 1 and explained(sentence, named[0], named[-1]) else named
    bodies = [m for m in group if m.role is None] or [m for m in group if m.role == "modifier"]
    bodies = [m for m in bodies if scene.actors[m.actor or ""].kind != "group"] or bodies  # "Fachleute von EU und NATO"
    sent = [m for m in group if m.role == "place" and _comes_from(sentence, m)]
    chosen = named[-1:] or persons[-1:] or bodies[:1] or sent[:1]
    return unique(party for mention in chosen for party in actors_of(scene, mention))


def _comes_from(sentence: Sentence, mention: Mention) -> bool:
    """Whether the words before a place say that someone comes from there."""
    before = [token for token in sentence.tokens if token.end <= mention.start and token.tag != "ART"][-2:]
    return len(before) > 1 and before[1].text in party_words()["origins"] and is_body(before[0].lemma)


def _adjective_parties(scene: Scene, sentence: Sentence, first: int, last: int) -> list[str]:
    """Give the states of the adjectives before a noun for a body ("russische und ukrainische Delegationen")."""
    tokens = sentence.tokens[first:last]
    if not any(token.pos == "NOUN" and is_body(token.lemma) for token in tokens):
        return []
    adjectives = [token.text for token in tokens if token.pos == "ADJ"]
    return unique(actor for word in adjectives for actor in adjective_of(word.lower()) if actor in scene.actors)


def _divided(scene: Scene, sentence: Sentence, first: int, last: int, start: int, end: int) -> bool:
    """Whether a conjunction or comma stands between two mentions."""
    dividers = party_words()["dividers"]
    if scene.text[start:end].strip() in dividers:
        return True
    return any(
        token.text in dividers or token.pos == "CCONJ"
        for token in sentence.tokens[first:last]
        if start <= token.start < end
    )
