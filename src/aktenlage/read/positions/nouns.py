"""Stances that a noun tells: "the demand of France for", "criticism from the opposition", "his offer to"."""

from collections.abc import Iterator
from itertools import takewhile

from aktenlage.model.article import Span
from aktenlage.model.language import Sentence, Token
from aktenlage.model.position import Stance
from aktenlage.read.positions.actors import Who
from aktenlage.read.positions.clauses import View
from aktenlage.read.positions.finding import Found
from aktenlage.read.positions.frames import frame_of
from aktenlage.read.positions.holders import holder_of
from aktenlage.read.positions.lexicon import Frame, grammar, lexicon
from aktenlage.read.positions.named import Actors

_SKIPPED = ("ART", "ADJA", "PPOSAT", "PDAT", "CARD", "PIAT", "ADV")
# What one may give or not: spoken of in an indefinite or negated clause, it has not been given.
_GIVEN = ("accepts", "supports")
_REACH = 5
# Words between a preposition and its noun.
_BEFORE = 3
_ATTRIBUTE = 12
# Code points between a title and its bearer.
_NEAR = 2


def noun_stances(sentence: Sentence, who: Who) -> Iterator[Found]:
    """Give the stances of nouns that have their author beside them."""
    for number, token in enumerate(sentence.tokens):
        if token.tag != "NN":
            continue
        for frame in _frames(token):
            if _lacking(sentence, number):
                continue
            if frame.stance in _GIVEN and (_indefinite(sentence, number) or _withheld(sentence, number, frame)):
                continue
            actors = _author(sentence, number, frame, who)
            if actors and not _turned_down(sentence, number, who, actors):
                about = _about(sentence, number, frame)
                if about is None and (frame.needs or _of_nothing(sentence, number, frame, who, actors)):
                    continue
                toward = _toward(sentence, number, frame, who, actors)
                yield Found(actors, frame.stance, _place(sentence, number, about), about, toward)


def _turned_down(sentence: Sentence, number: int, who: Who, actors: Actors) -> bool:
    """Whether those themselves turn down what the noun names, which so is another's ("wies seine Kritik zurück")."""
    view = _view(sentence, number)
    governing = frame_of(view) if view is not None else None
    if view is None or governing is None or governing.stance != "rejects" or view.passive:
        return False
    objects = [p for p in view.clause.phrases if p.head == number and p.preposition is None and p.role != "subject"]
    owned = any(sentence.tokens[phrase.first].tag == "PPOSAT" for phrase in objects)
    return owned and set(actors) <= set(who.of_clause(view))


def _of_nothing(sentence: Sentence, number: int, frame: Frame, who: Who, actors: Actors) -> bool:
    """Whether criticism that nobody is named for just comes, and it is not said of what ("Kritik kam aus Litauen")."""
    view = _view(sentence, number)
    comes = view is not None and view.lemma in grammar().coming and view.subject_has(number)
    return comes and frame.stance == "accuses" and all(who.kinds.get(actor) != "person" for actor in actors)


def attribute_stances(sentence: Sentence, who: Who) -> Iterator[Found]:
    """Give the stances of attributes with an agent: "the plan rejected by Iran" in its German order."""
    tokens = sentence.tokens
    for number, token in enumerate(tokens):
        end = _named(tokens, number + 1) if token.text.endswith(grammar().endings) else None
        stance = _attributed(token, tokens[end] if end is not None else None)
        if stance is None:
            continue
        for before in range(number - 1, max(-1, number - _ATTRIBUTE), -1):
            if tokens[before].tag.startswith(("$", "V")):
                break
            if tokens[before].text.lower() in grammar().agent:
                actors = _agents(sentence, before, number, who)
                if actors and end is not None:
                    about = Span(tokens[number + 1].start, tokens[end].end)
                    yield Found(actors, stance, Span(tokens[before].start, about.end), about)
                elif actors and before and tokens[before - 1].text.lower() in grammar().manner:
                    yield Found(actors, stance, Span(tokens[before - 1].start, token.end))
                break


def _agents(sentence: Sentence, first: int, last: int, who: Who) -> Actors:
    """Give who stands behind "by": the first named, or a person rather than his state, and whom a list adds."""
    tokens = sentence.tokens[first:last]
    named = [m for m in who.mentions(tokens[0].start, tokens[-1].end) if m.actor]
    people = [m for m in named if who.kinds.get(m.actor or "") == "person"]
    found = (people or named)[:1]
    for mention in (people or named)[1:]:
        between = [t for t in tokens if found[-1].end <= t.start and t.end <= mention.start]
        if not between or any(t.tag not in ("KON", "$,", "ART") for t in between):
            break
        found.append(mention)
    return tuple(dict.fromkeys(m.actor for m in found if m.actor))


def _attributed(token: Token, noun: Token | None) -> Stance | None:
    """Give the stance of a participle, or of what it says was announced; what was agreed to is only spoken of."""
    frame = _participle(token)
    if frame is not None and not frame.only_negated and not frame.yields and frame.stance != "accepts":
        return frame.stance
    known = noun is not None and token.text.lower().removesuffix("en").removesuffix("e") in lexicon().made_known
    return (
        next(iter(grammar().announced.values(noun.text.lower(), noun.lemma.lower())), None) if known and noun else None
    )


def _participle(token: Token) -> Frame | None:
    if token.tag not in ("ADJA", "VVPP", "VVFIN"):
        return None
    participles = lexicon().participles
    word = token.text.lower()
    if word in participles:
        return participles[word]
    for ending in grammar().endings:
        frame = participles.get(word.removesuffix(ending)) if word.endswith(ending) else None
        if frame is not None:
            return frame
    return None


def _place(sentence: Sentence, number: int, about: Span | None) -> Span:
    """Give the clause of the noun, with its matter."""
    view = _view(sentence, number)
    start, end = (view.clause.start, view.clause.end) if view is not None else (sentence.start, sentence.end)
    return Span(start, max(end, about.end)) if about is not None else Span(start, end)


def _withheld(sentence: Sentence, number: int, frame: Frame) -> bool:
    """Whether the clause denies what the noun names, or its verb tells another stance about it."""
    view = _view(sentence, number)
    if view is None or view.clause.negated:
        return view is not None
    if view.introducer in grammar().purpose or _without(sentence, number):
        return True
    governing = frame_of(view)
    return governing is not None and governing.stance != frame.stance


def _without(sentence: Sentence, number: int) -> bool:
    """Whether it is to be done without what the noun names ("ohne die Zustimmung Polens")."""
    before = [token.text.lower() for token in sentence.tokens[max(number - _BEFORE, 0) : number]]
    return not grammar().without.isdisjoint(before)


def _lacking(sentence: Sentence, number: int) -> bool:
    """Whether what the noun names is still missing, or is given up."""
    view = _view(sentence, number)
    if view is None or view.clause.negated:
        return view is not None and view.lemma in grammar().lacking and view.subject_has(number)
    if view.subject_has(number):
        return view.lemma in grammar().lacking
    bare = any(p.head == number and p.preposition is None for p in view.clause.phrases)
    return bare and view.lemma in grammar().dropping


def _indefinite(sentence: Sentence, number: int) -> bool:
    """Whether only some agreement is spoken of, not one that was given."""
    return number > 0 and sentence.tokens[number - 1].text.lower() in grammar().indefinite


def _author(sentence: Sentence, number: int, frame: Frame, who: Who) -> Actors:
    tokens = sentence.tokens
    behind = number + 1
    agent = behind < len(tokens) and tokens[behind].text.lower() in grammar().agent | grammar().sources
    if agent or not frame.objective:
        start = _named(tokens, behind + agent)
        if start is not None and (agent or _genitive(tokens, behind, start)):
            found = _mention_from(who, tokens[start].start, tokens[behind + agent].start, sentence)
            found = found or _seated_at(sentence, behind, who)
            if found or agent:
                return found  # "seine Ablehnung des Plans" has its author before it.
    first = tokens[_owned_from(tokens, number)].start
    before = [m for m in who.mentions(sentence.start, first) if first - m.end <= _NEAR]
    if before and _stands_before(tokens, number, frame):
        return (before[-1].actor,) if before[-1].actor else ()
    return (
        _possessor(sentence, number, who)
        or _source(sentence, number, who)
        or _holder(sentence, number, who)
        or _carrier(sentence, number, who)
    )


def _seated_at(sentence: Sentence, first: int, who: Who) -> Actors:
    """Give the state whose capital the phrase that begins there names ("Kritik aus Paris")."""
    phrases = (p for c in sentence.clauses for p in c.phrases if p.first == first and p.preposition is not None)
    return next((who.seated(sentence, phrase) for phrase in phrases), ())


def _owned_from(tokens: tuple[Token, ...], number: int) -> int:
    """Give where the noun begins behind its owner: "Merkels wichtigste Forderung"."""
    first = number
    while first > 0 and tokens[first - 1].tag == "ADJA":
        first -= 1
    return first if first > 0 and tokens[first - 1].tag == "NE" else number


def _carrier(sentence: Sentence, number: int, who: Who) -> Actors:
    """Give who holds what the noun names by the verb: "repeated the criticism", "reacted with refusal"."""
    view = _view(sentence, number)
    prepositions = grammar().carrying.get(view.lemma or "") if view is not None else None
    if view is None or prepositions is None or view.clause.negated or view.passive:
        return ()
    behind = sentence.tokens[number + 1] if number + 1 < len(sentence.tokens) else None
    if behind is not None and behind.text.lower() in grammar().agent | grammar().sources | grammar().genitive:
        return ()
    carried = [p for p in view.clause.phrases if p.head == number and p.role not in ("subject", "genitive")]
    return who.of_clause(view) if any((p.preposition or "") in prepositions for p in carried) else ()


def _holder(sentence: Sentence, number: int, who: Who) -> Actors:
    holder = holder_of(sentence, number)
    return (holder,) if holder is not None and holder in who.kinds else ()


def _frames(token: Token) -> list[Frame]:
    frames = lexicon().nouns.values(token.text.lower(), token.lemma.lower())
    noun = token.text.rpartition("-")[2].lower()
    return (frames or lexicon().nouns.values(noun, noun))[:1]


def _source(sentence: Sentence, number: int, who: Who) -> Actors:
    """Give the actor of "criticism came from Moscow"."""
    view = _view(sentence, number)
    voiced = view is not None and view.passive and view.lemma in grammar().voicing
    met = view is not None and view.lemma in grammar().meeting_with and not view.subject_has(number)
    if view is None or view.clause.negated or not (voiced or met or view.lemma in grammar().being_there):
        return ()
    if _hangs_on_another(sentence, number):
        return ()
    prepositions = grammar().agent | grammar().sources | (grammar().among if met else frozenset())
    sources = [p for p in view.clause.phrases if p.preposition in prepositions]
    own = view.subject_has(number)
    subject = view.whole(view.clause.subject) if view.clause.subject is not None else None
    if subject is not None and (met or (subject.start < sentence.tokens[number].start < subject.end and not own)):
        # "Die Forderung von A stieß bei B auf Zustimmung", "die Absage von A an den Vorschlag kam überraschend"
        sources = [p for p in sources if p.preposition in grammar().among or not subject.start < p.start < subject.end]
    told = [(phrase, actor) for phrase in sources for actor in who.of_phrase(sentence, phrase)]
    # A state among whose people something is so has not said so itself.
    inside = grammar().among - grammar().with_whom
    told = [(p, a) for p, a in told if p.preposition not in inside or who.kinds.get(a) != "state"]
    found = [actor for _, actor in told] or [actor for phrase in sources for actor in who.seated(sentence, phrase)]
    return tuple(dict.fromkeys(found))


def _hangs_on_another(sentence: Sentence, number: int) -> bool:
    """Whether the noun says what another one right before it is about: "support for the proposal came from …"."""
    firsts = [p.first for c in sentence.clauses for p in c.phrases if p.head == number and p.preposition is not None]
    return any(first and _frames(sentence.tokens[first - 1]) for first in firsts)


def _view(sentence: Sentence, number: int) -> View | None:
    return next((View(sentence, n) for n, clause in enumerate(sentence.clauses) if number in clause.tokens), None)


def _named(tokens: tuple[Token, ...], first: int) -> int | None:
    """Give the first noun or name of the phrase that begins there."""
    for number in range(first, min(first + _REACH, len(tokens))):
        if tokens[number].tag in ("NN", "NE"):
            return number
        if tokens[number].tag not in _SKIPPED:
            return None
    return None


def _genitive(tokens: tuple[Token, ...], first: int, named: int) -> bool:
    """A name with an s, or a phrase whose article has the form of a genitive."""
    if first == named:
        last = next((n for n in range(named + 1, len(tokens)) if tokens[n].tag != "NE"), len(tokens)) - 1
        return tokens[last].text.endswith(("s", "\u2019"))
    return tokens[first].text.lower() in grammar().genitive


def _mention_from(who: Who, start: int, first: int, sentence: Sentence) -> Actors:
    near = [m for m in who.mentions(first, sentence.end) if m.start <= start < m.end]
    if near:
        behind = _behind_title(sentence, near[0].end)
        following = [m for m in who.mentions(near[0].end, sentence.end) if m.start - behind <= _NEAR]
        people = [m for m in following if who.kinds.get(m.actor or "") == "person"]
        chosen = near[0] if who.kinds.get(near[0].actor or "") == "person" else (people or near)[0]
        return (chosen.actor,) if chosen.actor else ()
    title = next((token for token in sentence.tokens if token.start == start), None)
    titled = [m for m in who.mentions(start, sentence.end) if title is not None and m.start == title.end + 1]
    return (titled[0].actor,) if titled and titled[0].actor and titled[0].kind == "name" else ()


def _behind_title(sentence: Sentence, end: int) -> int:
    """Give where the office ends behind a state in the genitive ("von Frankreichs früherem Präsidenten X")."""
    tokens = [token for token in sentence.tokens if token.start >= end]
    titles = takewhile(lambda token: token.tag in ("ADJA", "NN"), tokens)
    owned = any(t.end == end and t.tag == "NE" and t.text != t.lemma for t in sentence.tokens)
    return max((token.end for token in titles), default=end) if owned else end


def _stands_before(tokens: tuple[Token, ...], number: int, frame: Frame) -> bool:
    before = tokens[number - 1]
    return not frame.objective and (
        before.tag == "ADJA" or (before.tag == "NE" and before.text.endswith(("s", "\u2019")))
    )


def _possessor(sentence: Sentence, number: int, who: Who) -> Actors:
    """Give the actor of a possessive pronoun, where the article's mentions resolve it."""
    for token in sentence.tokens[max(0, number - 3) : number]:
        if token.tag == "PPOSAT":
            mentions = who.mentions(token.start, token.end)
            if mentions and mentions[0].actor:
                return (mentions[0].actor,)
            view = _view(sentence, number)
            if view is not None and view.subject_has(number):
                statement = who.statement_of(view)  # "Seine Forderung sei ein Abzug, sagte X."
                reported = statement is not None and statement.type == "indirect"
                return who.speakers_of(view, statement) if statement is not None and reported else ()
            acts = view is not None and not view.passive
            return who.of_clause(view) if view is not None and acts else ()
    return ()


def _about(sentence: Sentence, number: int, frame: Frame) -> Span | None:
    start = sentence.tokens[number].end
    for clause in sentence.clauses:
        if "clause" in frame.matter and clause.kind in ("infinitive", "dass") and 0 <= clause.start - start <= 60:
            return Span(clause.start, clause.end)
        for phrase in clause.phrases:
            bare = grammar().prepositions.get(phrase.preposition or "", phrase.preposition)
            if bare in frame.matter and 0 <= phrase.start - start <= 60:
                return Span(phrase.start, phrase.end)
    return None


def _toward(sentence: Sentence, number: int, frame: Frame, who: Who, actors: Actors) -> str | None:
    start = sentence.tokens[number].end
    for clause in sentence.clauses:
        for phrase in clause.phrases:
            bare = grammar().prepositions.get(phrase.preposition or "", phrase.preposition)
            if bare in frame.toward and 0 <= phrase.start - start <= 40:
                for actor in who.of_phrase(sentence, phrase):
                    if actor not in actors:
                        return actor
    return None
