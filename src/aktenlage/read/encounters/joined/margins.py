"""Meetings at the margins of something greater: they are where and when that is."""

from aktenlage.read.encounters.lexicon import detail_words, party_words, place_words, supports
from aktenlage.read.encounters.scene import Candidate, Place, Scene, backwards
from aktenlage.read.encounters.setting.dates import date_of
from aktenlage.read.encounters.setting.places import spots

# Sentences back in which the gathering was told of with its place.
_BACK = 6
# Tokens behind "margins" within which the gathering is named.
_NAMED = 6
_OFF = ("denied", "cancelled")


def at_its_margins(known: Candidate, candidate: Candidate) -> bool:
    """Whether people are said to meet at the margins of the conference told before, or there as well."""
    beside = known.kind == "conference" and candidate.kind in ("meeting", "call")
    if not beside or candidate.adds:
        return False
    said = candidate.at.said
    also_there = not said.isdisjoint(place_words()["there"]) and not said.isdisjoint(party_words()["too"])
    return also_there or not said.isdisjoint(detail_words()["margins"])


def set_at_margins(scene: Scene, meeting: Candidate, encounters: list[Candidate]) -> None:
    """Set a meeting at the margins of a gathering, if it is one, where and when the gathering is."""
    margins = next((n for n in meeting.at.clause.tokens if _is_margin(meeting.at, n)), None)
    if margins is None:
        return
    gathering = _gathering(meeting.at, margins)
    if gathering is not None:
        _from_relative_clause(scene, meeting, gathering)
    _from_gathering(meeting, encounters, any_kind=gathering is None)
    if gathering is not None and meeting.place is None:
        _from_what_was_told(scene, meeting, meeting.at.sentence.tokens[gathering].lemma)


def _is_margin(at: Place, number: int) -> bool:
    return at.sentence.tokens[number].text in detail_words()["margins"]


def _gathering(at: Place, margins: int) -> int | None:
    """Give the noun behind "margins"."""
    tokens = at.sentence.tokens
    behind = range(margins + 1, min(margins + 1 + _NAMED, len(tokens)))
    return next((number for number in behind if tokens[number].pos == "NOUN"), None)


def _from_relative_clause(scene: Scene, meeting: Candidate, gathering: int) -> None:
    """Take day and place from the relative clause behind it ("… des Gipfels, der am Freitag in Bonn beginnt")."""
    for there in meeting.at.below:
        clause = there.clause
        if clause.kind == "relative" and clause.tokens[0] > gathering:
            begins = clause.verb is not None and any(s.status == "begun" for s in supports().get(clause.verb.lemma, ()))
            meeting.place = meeting.place or _town(scene, there)
            meeting.date = meeting.date or (None if begins else date_of(scene, there, meeting.status))
            return


def _from_gathering(meeting: Candidate, encounters: list[Candidate], *, any_kind: bool) -> None:
    """Take day and place from the conference told last before it, or from a meeting where no gathering is named."""
    others = [known for known in encounters if known is not meeting and (any_kind or known.kind == "conference")]
    around = [known for known in others if known.place and known.status not in _OFF]
    told = [known for known in around if known.at.number <= meeting.at.number] or around
    if told:
        meeting.place = meeting.place or told[-1].place
        same_time = meeting.status == told[-1].status and meeting.place == told[-1].place
        meeting.date = meeting.date or (told[-1].date if same_time else None)


def _from_what_was_told(scene: Scene, meeting: Candidate, noun: str) -> None:
    """Take day and place from the clause before that names the gathering with a town."""
    for number in backwards(meeting.at.number - 1, _BACK - 1):
        for there in scene.clauses(number):
            words = there.sentence.words(there.clause)
            named = any(token.lemma.lower().endswith(noun.lower()) for token in words)
            town = _town(scene, there) if named else None
            if town is not None:
                meeting.place = town
                meeting.date = meeting.date or date_of(scene, there, meeting.status)
                return


def _town(scene: Scene, there: Place) -> str | None:
    return next((spot.name for spot in spots(scene, there) if spot.town), None)
