"""One entry an encounter: joins the mentions of one encounter in an article and keeps others apart."""

from aktenlage.model.encounter import Status
from aktenlage.read.encounters.parties import settle, unique
from aktenlage.read.encounters.scene import Candidate, Scene

_OPEN: frozenset[Status] = frozenset({"planned", "possible"})
_OVER: frozenset[Status] = frozenset({"held", "ongoing"})
_OFF: frozenset[Status] = frozenset({"cancelled", "denied"})
# Sentences over which a word like "the meeting" points back.
_REACH = 12


def join(scene: Scene, candidates: list[Candidate]) -> list[Candidate]:
    """Join the candidates that tell of one encounter; the text's order decides which is first."""
    joined: list[Candidate] = []
    for candidate in candidates:
        known = _known(scene, joined, candidate)
        if known is not None:
            _merge(scene, known, candidate)
        elif candidate.parties:
            joined.append(candidate)
    return joined


def _known(scene: Scene, joined: list[Candidate], candidate: Candidate) -> Candidate | None:
    """Give the encounter told before that *candidate* tells again."""
    fitting = [known for known in joined if _agree(scene, known, candidate)]
    if not fitting:
        return None
    return max(fitting, key=lambda known: (_overlap(known, candidate), known.at.number))


def _agree(scene: Scene, known: Candidate, candidate: Candidate) -> bool:
    if not _kinds(known, candidate) or not _dates(known.date, candidate.date) or not _places(known, candidate):
        return False
    if not candidate.parties:
        near = candidate.at.number - known.at.number <= _REACH
        return candidate.definite and near and not candidate.other and _statuses(known, candidate)
    if not _overlap(known, candidate):
        return False
    subset = set(known.parties) <= set(candidate.parties) or set(candidate.parties) <= set(known.parties)
    shared = _overlap(known, candidate) >= 2 or subset
    if not shared or not _statuses(known, candidate):
        return False
    same_sentence = known.at.number == candidate.at.number
    same_day = candidate.date is not None and known.date == candidate.date
    return not candidate.other or same_sentence or same_day


def _overlap(known: Candidate, candidate: Candidate) -> int:
    return len(set(known.parties) & set(candidate.parties))


def _kinds(known: Candidate, candidate: Candidate) -> bool:
    pair = {known.kind, candidate.kind}
    return len(pair) == 1 or pair in ({"meeting", "conference"}, {"meeting", "visit"})


def _statuses(known: Candidate, candidate: Candidate) -> bool:
    """An open encounter may be called off, one told as over stays over; a past and a future one differ."""
    pair = {known.status, candidate.status}
    if len(pair) == 1 or pair <= _OVER or pair <= _OPEN:
        return True
    if known.date and known.date == candidate.date:
        return True
    return bool(pair & _OPEN) and bool(pair & _OFF)


def _dates(first: str | None, second: str | None) -> bool:
    if first is None or second is None or first == second:
        return True
    if first.startswith(second) or second.startswith(first):
        return True
    return bool({*first.split("/")} & {*second.split("/")})


def _places(known: Candidate, candidate: Candidate) -> bool:
    first, second = known.place, candidate.place
    if first is None or second is None or first == second:
        return True
    return first == known.country or second == candidate.country


def _merge(scene: Scene, known: Candidate, candidate: Candidate) -> None:
    known.parties = settle(scene, unique(known.parties + candidate.parties))
    known.date = _finer(known.date, candidate.date)
    if candidate.place and (known.place is None or known.place == known.country):
        known.place = candidate.place
    known.country = known.country or candidate.country
    known.host = known.host or candidate.host
    known.duration = known.duration or candidate.duration
    known.number = known.number or candidate.number
    known.occasion = known.occasion or candidate.occasion
    known.outcome = known.outcome or candidate.outcome
    known.evidence += candidate.evidence
    known.weak = known.weak and candidate.weak
    if candidate.status in _OFF and known.status in _OPEN:
        known.status = candidate.status
    if known.kind == "visit" and candidate.kind == "meeting" and len(known.parties) > 1:
        known.kind = "meeting"


def _finer(first: str | None, second: str | None) -> str | None:
    if first is None or second is None:
        return first or second
    return second if len(second) > len(first) else first
