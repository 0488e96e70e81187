"""The one whom a pronoun means that is named behind it: "Bevor er nach Rom flog, traf Merz …"."""

from collections.abc import Sequence

from aktenlage.model.candidate import Candidate
from aktenlage.model.language import Analysis
from aktenlage.resolve.people import People
from aktenlage.resources.load import load

Found = Sequence[tuple[Candidate, tuple[str, ...] | None]]

_BACK = ("pronoun", "guest", "either", "latter", "office")


def named_ahead(
    candidate: Candidate, ids: tuple[str, ...] | None, analysis: Analysis, found: Found, people: People
) -> tuple[str, ...] | None:
    """
    Give the person named as the subject of the main clause behind a pronoun's clause that opens the sentence.

    Where that clause has another word that points back, the one told before is in both of them. Behind some
    conjunctions the two are seldom one, and whoever was told before is meant ("Als er ankam, wartete Merz …").
    """
    sentence = analysis.sentences[candidate.sentence]
    clause = sentence.clauses[candidate.clause] if candidate.clause >= 0 else None
    pronoun = candidate.form == "pronoun" and candidate.subject and not candidate.inquit
    if not pronoun or clause is None or clause.kind != "adverbial" or clause.start != sentence.start:
        return None
    opener = sentence.tokens[clause.introducer].text.lower() if clause.introducer is not None else ""
    if ids and opener in load("mentions")["of_one_told_before"]:
        return None
    inside = [(c, ids) for c, ids in found if c.sentence == candidate.sentence and c.clause == clause.parent]
    subjects = [meant for c, meant in inside if c.subject and c.form == "person" and meant]
    pointing = any(c.form in _BACK and c.link is None and c.sex in (candidate.sex, None) for c, _ in inside)
    if len(subjects) != 1 or pointing:
        return None
    person = people.all.get(subjects[0][0])
    return subjects[0] if person is not None and person.sex in (candidate.sex, None) else None
