"""Figures of positions by stance on annotated articles: ``python -m eval.positions FOLDER [SET …] [--show]``."""

from collections import Counter
from collections.abc import Iterable
from typing import Any

from aktenlage.model.record import to_record
from aktenlage.pipeline import read_article
from eval.annotated import SETS, Annotated, annotated, arguments, scorer
from eval.command import run


def main() -> None:
    """Read each set and print a line a stance."""
    options = arguments(__doc__).parse_args()
    for name in options.sets or SETS:
        print(name)
        _print(scorer(options.folder), annotated(options.folder, name), show=options.show)


def _print(scorer: Any, known: Iterable[Annotated], *, show: bool) -> None:
    wanted: Counter[str] = Counter()
    given: Counter[str] = Counter()
    right: Counter[str] = Counter()
    for each in known:
        text = each.article.text
        reading = read_article(each.article)
        ours, theirs = scorer.normal(to_record(reading), text)[1], scorer.normal(each.gold, text)[1]
        pairs = scorer.align(theirs, ours, _likeness(scorer, scorer.sentence_bounds(text)))
        wanted.update(position["stance"] for position in theirs)
        given.update(position["stance"] for position in ours)
        right.update(theirs[one]["stance"] for one, two in pairs if theirs[one]["stance"] == ours[two]["stance"])
        if show:
            for one, two in pairs:
                if theirs[one]["stance"] != ours[two]["stance"]:
                    print(f"  STANCE {each.article.id} {theirs[one]['stance']} read as {ours[two]['stance']}")
            _show("MISS", each, theirs, {one for one, _ in pairs})
            _show("EXTRA", each, ours, {two for _, two in pairs})
    for stance in (*sorted(wanted | given), None):
        counts = [sum(c.values()) if stance is None else c[stance] for c in (right, given, wanted)]
        precision, recall, both = scorer.prf(*counts)
        print(f"  {stance or 'all':10} gold {counts[2]:3}  P {precision:.3f}  R {recall:.3f}  F1 {both:.3f}")


def _likeness(scorer: Any, bounds: Any) -> Any:
    def likeness(one: dict[str, Any], two: dict[str, Any]) -> float:
        near = scorer.widen(one["spans"], bounds) & scorer.widen(two["spans"], bounds)
        if not near or scorer.soft_f1(one["who"], two["who"]) < 0.5:
            return 0.0
        return 1.0 + (one["stance"] == two["stance"])

    return likeness


def _show(what: str, each: Annotated, positions: list[dict[str, Any]], paired: set[int]) -> None:
    for number, position in enumerate(positions):
        if number not in paired:
            start, end = position["spans"][0]
            words = each.article.text[start:end][:140]
            print(f"  {what:6} {each.article.id} {position['who'][0]} {position['stance']} | {words}")


if __name__ == "__main__":
    run(main)
