"""
Figures of documents, confirmations and delegations: ``python -m eval.details FOLDER [SET …] [--show]``.

Only sets of our own annotation hold them. What counts as right:

- A document is found where an annotated one lies in the same sentence as one of its places and shares a head noun,
  which is the last word before any "of", "about" or number of one of the names ("Abkommen von Algier" and
  "Rahmenabkommen" do, "Abkommen" and "Vertrag" do not), or where both have the same name. Names are compared after
  folding and without endings of number and case. Of those found, *kind* is that of the annotation, which knows fewer
  (a treaty, protocol or memorandum is an agreement, a declaration a communiqué); that parties endorse their own paper
  goes without saying.
- A delegation is found where both act for the same actor or share a member or head, in the same sentence.
- A voice is an actor with its part (announced, confirmed, denied, left open) in an encounter that both have; what an
  encounter that is not found tells is left out, and *missed* says how much that is.
"""

from collections import Counter
from collections.abc import Callable, Iterable
from typing import Any

from aktenlage.model.record import to_record
from aktenlage.pipeline import read_article
from eval.annotated import OWN, Annotated, annotated, arguments, scorer
from eval.command import run

_VOICES = ("announced_by", "confirmed_by", "denied_by", "unconfirmed_by")
_LISTS = ("parties", "endorsed_by", "rejected_by")
# Letters of the last part of a compound that two names must share.
_HEAD = 5
# The part of its participants that two encounters share at least where they are one.
_SHARED = 0.5
_ENDINGS = ("en", "es", "e", "s", "n")
# What the annotation calls by one word.
_KINDS = {
    **dict.fromkeys(("treaty", "protocol", "memorandum"), "agreement"),
    **dict.fromkeys(("proposal", "paper"), "draft"),
    **dict.fromkeys(("declaration",), "communique"),
}
# What a paper is about, whose and from when it is stands behind these.
_BEHIND = frozenset(
    {"von", "vom", "ueber", "zu", "zum", "zur", "fuer", "gegen", "mit", "nach", "aus", "zwischen", "des", "im"}
)


def main() -> None:
    """Read each set and print a line a kind."""
    options = arguments(__doc__).parse_args()
    for name in options.sets or [path.stem for path in sorted(OWN.glob("*.jsonl"))]:
        print(name)
        known = list(annotated(options.folder, name))
        if any("documents" not in each.gold for each in known):
            print("  papers and delegations are not annotated in this set")
            continue
        _print(scorer(options.folder), known, show=options.show)


def _print(scorer: Any, known: Iterable[Annotated], *, show: bool) -> None:
    counts: Counter[str] = Counter()
    for each in known:
        record = to_record(read_article(each.article))
        names = {actor["id"]: actor["name"] for actor in record["actors"]}
        judge = _Judge(scorer, each, names, show=show)
        counts.update(judge.documents(record["documents"]))
        counts.update(judge.delegations(record["delegations"]))
        counts.update(judge.voices(record))
    for kind in ("documents", "delegations", "voices"):
        three = [counts[f"{kind} {which}"] for which in ("found", "given", "gold")]
        precision, recall, both = scorer.prf(*three)
        print(f"  {kind:12} gold {three[2]:3}  P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}", end="")
        found = max(three[0], 1)
        fields = {"documents": ("kind", "status", "points", *_LISTS), "delegations": ("of", "members"), "voices": ()}
        print(*(f"  {field} {counts[f'{kind} {field}'] / found:.2f}" for field in fields[kind]), end="")
        print(f"  missed {counts['voices missed']}" if kind == "voices" else "")


class _Judge:
    """Compares what is annotated in one article with what was read."""

    def __init__(self, scorer: Any, each: Annotated, names: dict[str, str], *, show: bool) -> None:
        self._scorer = scorer
        self._gold = each.gold
        self._text = each.article.text
        self._article = each.article.id
        self._bounds = scorer.sentence_bounds(self._text)
        self._names = names
        self._show = show

    def documents(self, read: list[dict[str, Any]]) -> Counter[str]:
        gold = self._gold["documents"]
        counts = Counter({"documents gold": len(gold), "documents given": len(read)})
        for one, two in self._pairs("document", gold, read, self._document_likeness):
            counts["documents found"] += 1
            counts["documents kind"] += len({_KINDS.get(each["kind"], each["kind"]) for each in (one, two)}) == 1
            for field in ("status", "points"):
                counts[f"documents {field}"] += one.get(field) == two.get(field)
            for field in _LISTS:
                counts[f"documents {field}"] += self._same(*(_told(each, field) for each in (one, two)))
        return counts

    def delegations(self, read: list[dict[str, Any]]) -> Counter[str]:
        gold = self._gold["delegations"]
        counts = Counter({"delegations gold": len(gold), "delegations given": len(read)})
        for one, two in self._pairs("delegation", gold, read, self._delegation_likeness):
            counts["delegations found"] += 1
            counts["delegations of"] += self._alike([one["of"] or ""], [two["of"] or ""])
            counts["delegations members"] += self._same(_people(one), _people(two))
        return counts

    def voices(self, record: dict[str, Any]) -> Counter[str]:
        theirs, ours = (self._scorer.normal(each, self._text)[0] for each in (self._gold, record))
        pairs = dict(self._scorer.align(theirs, ours, self._encounter_likeness))
        counts: Counter[str] = Counter()
        for number, encounter in enumerate(record["encounters"]):
            if number in pairs.values():
                counts["voices given"] += sum(len(encounter[field]) for field in _VOICES)
        for number, encounter in enumerate(self._gold["encounters"]):
            two = record["encounters"][pairs[number]] if number in pairs else None
            for field in _VOICES:
                given = [self._names.get(actor, actor) for actor in two[field]] if two else []
                for actor in encounter.get(field, ()):
                    found = any(self._scorer.same(actor, other) for other in given)
                    counts["voices gold" if two else "voices missed"] += 1
                    counts["voices found"] += found
                    if not found:
                        self._say(
                            "MISS", "voice", f"{field} {actor}, encounter {'found' if two else 'missed'}", encounter
                        )
        return counts

    def _pairs(
        self, kind: str, gold: list[Any], read: list[Any], likeness: Callable[[Any, Any], float]
    ) -> list[tuple[Any, Any]]:
        pairs = self._scorer.align(gold, read, likeness)
        for which, entries, paired in (
            ("MISS", gold, {one for one, _ in pairs}),
            ("EXTRA", read, {two for _, two in pairs}),
        ):
            for number in set(range(len(entries))) - paired:
                entry = entries[number]
                self._say(which, kind, entry.get("name") or f"{entry['of']} {entry['members']}", entry)
        return [(gold[one], read[two]) for one, two in pairs]

    def _say(self, which: str, kind: str, what: str, entry: dict[str, Any]) -> None:
        if self._show:
            start, end = self._scorer.spans_of(entry, self._text)[0]
            print(f"  {which:6} {self._article} {kind} {what} | {self._text[start:end][:140]}")

    def _document_likeness(self, one: Any, two: Any) -> float:
        first, second = (self._scorer.fold(each["name"]) for each in (one, two))
        ends, others = ([_stem(word) for word in _before_matter(name)] for name in (first, second))
        head = bool(ends and others) and (ends[-1] in others or others[-1] in ends)
        return 2.0 * (first == second) + (head and self._near(one, two))

    def _delegation_likeness(self, one: Any, two: Any) -> float:
        people = self._scorer.soft_f1(_people(one), self._called(_people(two))) if _people(one) else 0.0
        of = bool(one["of"] and two["of"]) and self._alike([one["of"]], [two["of"]])
        return (people + of) * self._near(one, two) if people or of else 0.0

    def _encounter_likeness(self, one: Any, two: Any) -> float:
        """Compare as the scorer of encounters does."""
        who = float(self._scorer.soft_f1(one["who"], two["who"]))
        near = bool(self._scorer.widen(one["spans"], self._bounds) & self._scorer.widen(two["spans"], self._bounds))
        date = bool(one["date"]) and self._scorer.date_near(one["date"], two["date"])
        if who < _SHARED or not (near or date):
            return 0.0
        return who + 0.5 * near + 0.3 * date + 0.1 * (one["kind"] == two["kind"])

    def _near(self, one: Any, two: Any) -> bool:
        spans = (self._scorer.spans_of(each, self._text) for each in (one, two))
        first, second = (self._scorer.widen(each, self._bounds) for each in spans)
        return bool(first & second)

    def _called(self, actors: Iterable[str]) -> list[str]:
        return [self._names.get(actor, actor) for actor in actors]

    def _alike(self, gold: list[str], read: list[str]) -> bool:
        return bool(self._scorer.soft_f1(gold, self._called(read)) > 0)

    def _same(self, gold: list[str], read: list[str]) -> bool:
        return bool(self._scorer.soft_f1(gold, self._called(read)) > 0.99)


def _before_matter(name: str) -> list[str]:
    """Give the words of a folded name before a preposition, a genitive or a number."""
    words = name.split()
    end = next((n for n, word in enumerate(words) if n and (word in _BEHIND or word[0].isdigit())), len(words))
    return words[:end]


def _stem(word: str) -> str:
    """Give the end of a noun without ending and umlaut, the same for all its forms."""
    for umlaut, vowel in (("ae", "a"), ("oe", "o"), ("ue", "u")):
        word = word.replace(umlaut, vowel)
    return next((word.removesuffix(end) for end in _ENDINGS if word.endswith(end)), word)[-_HEAD:]


def _told(document: dict[str, Any], field: str) -> list[str]:
    """Give a list of actors; that its parties endorse a paper goes without saying."""
    actors: list[str] = document[field]
    return actors if field == "parties" else [actor for actor in actors if actor not in document["parties"]]


def _people(delegation: dict[str, Any]) -> list[str]:
    head = [delegation["head"]] if delegation.get("head") else []
    return list(dict.fromkeys([*head, *delegation["members"]]))


if __name__ == "__main__":
    run(main)
