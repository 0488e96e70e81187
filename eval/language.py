"""
How well German is analysed, against a treebank: ``python -m eval.language FILE.conllu [--show KIND]``.

Ten sentences at a time are joined by blanks to measure how they come apart: once those that end with a mark, as the
sentences of running news do, and once all, with the headlines and fragments that nothing parts from the next. All else
is measured sentence by sentence on the raw text, so that errors of tokens count. A pair is a verb's lemma, with its
separable prefix, and the place of the head of its subject; a name and its apposition count as one head, since treebanks
differ in which part leads. Clauses are the finite subordinate ones, from first to last word with all within.
"""

import argparse
import importlib
import importlib.util
import time
from collections import Counter, defaultdict
from pathlib import Path
from typing import TYPE_CHECKING

from HanTa.HanoverTagger import HanoverTagger

from aktenlage.language.analysis import analyse
from aktenlage.language.grammar import read_clauses
from aktenlage.language.lines import reporting_lines
from aktenlage.language.sentences import sentence_bounds
from aktenlage.language.tokens import token_bounds
from aktenlage.language.words import read_words
from aktenlage.model.language import Clause, Sentence, Token
from eval.command import run
from eval.conllu import Gold, Word, read

if TYPE_CHECKING:
    from collections.abc import Callable

_ONE = {"flat", "flat:name", "appos", "compound"}
_CLAUSAL = {"ccomp", "advcl", "acl", "acl:relcl", "csubj", "csubj:pass"}


class Tally:
    """Counts of what was found, of what there is, and of what agrees."""

    def __init__(self) -> None:
        self.right = self.found = self.gold = 0

    def add(self, found: set, gold: set) -> None:
        """Compare two sets of things."""
        self.right += len(found & gold)
        self.found += len(found)
        self.gold += len(gold)

    def __str__(self) -> str:
        precision = self.right / self.found if self.found else 0.0
        recall = self.right / self.gold if self.gold else 0.0
        f1 = 2 * precision * recall / (precision + recall) if precision + recall else 0.0
        return f"F1 {f1:.4f}  precision {precision:.4f}  recall {recall:.4f}  ({self.gold} in gold)"


class Share:
    """How many of how many."""

    def __init__(self) -> None:
        self.right = self.all = 0

    def add(self, right: bool) -> None:
        """Count one."""
        self.right += right
        self.all += 1

    def __str__(self) -> str:
        return f"{self.right / self.all if self.all else 0.0:.4f}  ({self.all})"


def bounds(golds: list[Gold]) -> tuple[Tally, Tally]:
    """Sentence ends within groups of ten, and tokens."""
    ends, tokens = Tally(), Tally()
    for first in range(0, len(golds), 10):
        group = golds[first : first + 10]
        text = " ".join(gold.text for gold in group)
        starts, place = set(), 0
        spans = set()
        for gold in group:
            starts.add(place)
            spans |= {(place + word.start, place + word.end) for word in gold.words}
            place += len(gold.text) + 1
        sentences = analyse(text).sentences
        ends.add({s.start for s in sentences} - {0}, starts - {0})
        tokens.add({(t.start, t.end) for s in sentences for t in s.tokens}, spans)
    return ends, tokens


def _is_running(text: str) -> bool:
    """Whether it is a whole sentence as running text has them, no headline, list item or torn piece."""
    return text.rstrip("\"'”“’‘»«)").endswith((".", "!", "?")) and not text[0].islower() and text[0] not in ",;:)"


def gold_pairs(gold: Gold, *, shared: bool) -> set[tuple[str, int]]:
    """Verb lemma and subject head, the head by its start; with *shared*, conjuncts have their first verb's subject."""
    subjects: dict[int, Word] = {}
    for word in gold.words:
        if word.deprel.split(":")[0] == "nsubj":
            subjects.setdefault(word.head, word)
    by_number = {word.number: word for word in gold.words}
    if shared:
        for word in gold.words:
            above = by_number.get(word.head)
            if (
                word.deprel == "conj"
                and above is not None
                and word.number not in subjects
                and above.number in subjects
                and _predicate(gold, word)
            ):
                subjects[word.number] = subjects[above.number]
    pairs = set()
    for number, subject in subjects.items():
        lemma = _predicate(gold, by_number[number]) if number in by_number else None
        if lemma:
            pairs.add((lemma, leader(gold, subject)))
    return pairs


def _predicate(gold: Gold, word: Word) -> str | None:
    """The lemma of the verb of this predicate; None where there is no verb."""
    children = gold.children(word.number)
    copula = next((child for child in children if child.deprel == "cop"), None)
    if copula is not None:
        return copula.lemma.lower()
    if word.upos in {"VERB", "AUX"}:
        prefix = next((child.form.lower() for child in children if child.deprel == "compound:prt"), "")
        return prefix + word.lemma.lower()
    return None


def leader(gold: Gold, word: Word) -> int:
    """The start of the first word of the name or noun that the word leads, its apposition included."""
    by_number = {other.number: other for other in gold.words}
    seen = set()
    while word.deprel in _ONE and word.head in by_number and word.number not in seen:
        seen.add(word.number)
        word = by_number[word.head]
    return word.start


def _place_leaders(gold: Gold) -> dict[int, int]:
    return {word.start: leader(gold, word) for word in gold.words if not word.fused}


def found_pairs(sentences: tuple[Sentence, ...], leaders: dict[int, int], *, shared: bool) -> set[tuple[str, int]]:
    """Likewise, of the analysis."""
    pairs = set()
    for sentence in sentences:
        for clause in sentence.clauses:
            own = next((phrase for phrase in clause.phrases if phrase.role == "subject"), None)
            subject = own or (clause.shared if shared else None)
            if clause.verb is None or subject is None:
                continue
            start = sentence.tokens[subject.head].start
            pairs.add((clause.verb.lemma.lower(), leaders.get(start, start)))
    return pairs


def gold_clauses(gold: Gold) -> set[tuple[int, int]]:
    """Spans of finite subordinate clauses with all that hangs on them, marks at their ends left out."""
    spans = set()
    for word in gold.words:
        if word.deprel not in _CLAUSAL:
            continue
        near = [word, *(c for c in gold.children(word.number) if c.deprel.split(":")[0] in {"aux", "cop"})]
        if not any(w.feats.get("VerbForm") == "Fin" for w in near):
            continue
        inside = [w for w in _subtree(gold, word) if w.upos != "PUNCT"]
        spans.add((min(w.start for w in inside), max(w.end for w in inside)))
    return spans


def _subtree(gold: Gold, word: Word) -> list[Word]:
    found, queue = [word], [word.number]
    while queue:
        children = gold.children(queue.pop())
        found.extend(children)
        queue.extend(child.number for child in children)
    return found


def found_clauses(sentences: tuple[Sentence, ...]) -> set[tuple[int, int]]:
    """Likewise, of the analysis: coordinated clauses as one; of a frame within a quotation, what is quoted."""
    spans = set()
    for sentence in sentences:
        bounds: list[tuple[int, int]] = []
        before: Clause | None = None
        for clause in sentence.clauses:
            if clause.parent is None or clause.verb is None or clause.verb.finite is None:
                continue
            quoted = clause.kind == "inserted"
            numbers = _quoted(sentence, clause) if quoted else _covered(sentence, clause.start, clause.end)
            words = [token for token in numbers if token.pos != "PUNCT"]
            if not words:
                continue
            joined = before is not None and (before.kind, before.parent) == (clause.kind, clause.parent)
            if joined and sentence.tokens[clause.tokens[0]].tag in {"KON", "$,"} and words[0].tag == "KON":
                bounds[-1] = (bounds[-1][0], words[-1].end)
            else:
                bounds.append((words[0].start, words[-1].end))
            before = clause
        spans |= set(bounds)
    return spans


def _covered(sentence: Sentence, start: int, end: int) -> list[Token]:
    return [token for token in sentence.tokens if token.start >= start and token.end <= end]


def _quoted(sentence: Sentence, frame: Clause) -> list[Token]:
    above = sentence.clauses[frame.parent or 0]
    return [t for t in _covered(sentence, above.start, above.end) if t.end <= frame.start or t.start >= frame.end]


def _mood(clauses: tuple[Clause, ...], number: int, sentence: Sentence) -> str:
    for clause in clauses:
        if clause.verb is not None and clause.verb.finite == number and clause.verb.mood:
            return clause.verb.mood
    verb = sentence.tokens[number].verb
    return verb.moods[0] if verb and verb.moods else "imperative"


class Figures:
    """All figures of a run; *show* is the kind of error to print."""

    def __init__(self, show: str | None) -> None:
        self.show = show
        self.shown: Counter[str] = Counter()
        self.shares: defaultdict[str, Share] = defaultdict(Share)
        self.tallies: defaultdict[str, Tally] = defaultdict(Tally)

    def add(self, gold: Gold) -> None:
        """Analyse one sentence and count."""
        sentences = analyse(gold.text).sentences
        tokens = {(t.start, t.end): (t, n, s) for s in sentences for n, t in enumerate(s.tokens)}
        moods: set[int] = set()
        for word in gold.words:
            if (word.start, word.end) in tokens and not word.fused:
                token, number, sentence = tokens[word.start, word.end]
                self._word(word, token)
                mood = self._mood(word, token, _mood(sentence.clauses, number, sentence))
                if mood == "subjunctive":
                    moods.add(word.start)
        _tally(self.tallies, gold, [token for s in sentences for token in s.tokens], moods)
        self._pairs(gold, sentences)
        self._compare("clauses", gold, found_clauses(sentences), gold_clauses(gold))

    def _word(self, word: Word, token: Token) -> None:
        self.shares["part of speech"].add(token.pos == word.upos)
        self.shares["STTS tag"].add(token.tag == word.xpos)
        if self.show == "pos" and token.pos != word.upos:
            self.shown[f"{word.upos} not {token.pos} {word.xpos} {token.tag} {word.form}"] += 1
        if word.upos == "PUNCT":
            return
        self.shares["lemma"].add(token.lemma == word.lemma)
        self.shares["lemma, case ignored"].add(token.lemma.lower() == word.lemma.lower())
        if self.show == "lemma" and token.lemma.lower() != word.lemma.lower():
            self.shown[f"{word.form}: {word.lemma} not {token.lemma} ({token.tag})"] += 1

    def _mood(self, word: Word, token: Token, mood: str) -> str | None:
        finite = token.verb is not None and token.verb.inflection in {"finite", "imperative"}
        if not finite or word.feats.get("VerbForm") != "Fin" or "Mood" not in word.feats:
            return None
        right = {"Ind": "indicative", "Sub": "subjunctive", "Imp": "imperative"}[word.feats["Mood"]]
        self.shares["mood"].add(mood.startswith(right))
        if self.show == "mood" and not mood.startswith(right):
            self.shown[f"{word.form} {word.feats['Mood']} {mood}"] += 1
        return mood.partition("_")[0]

    def _pairs(self, gold: Gold, sentences: tuple[Sentence, ...]) -> None:
        leaders = _place_leaders(gold)
        for name, shared in (("subject pairs", False), ("subject pairs, shared ones too", True)):
            found, right = found_pairs(sentences, leaders, shared=shared), gold_pairs(gold, shared=shared)
            self.tallies[name].add(found, right)
            if self.show == "pairs" and not shared and found != right:
                missed = [(lemma, gold.text[place:].split()[0]) for lemma, place in sorted(right - found)]
                wrong = [(lemma, gold.text[place:].split()[0]) for lemma, place in sorted(found - right)]
                print(f"{gold.text}\n    missed {missed}\n    wrong {wrong}")

    def _compare(self, name: str, gold: Gold, found: set[tuple[int, int]], right: set[tuple[int, int]]) -> None:
        self.tallies[name].add(found, right)
        if self.show == name and found != right:
            missed = [gold.text[a:b] for a, b in sorted(right - found)]
            wrong = [gold.text[a:b] for a, b in sorted(found - right)]
            print(f"{gold.text}\n    missed {missed}\n    wrong {wrong}")

    def print(self) -> None:
        """Print errors that were asked for, then the figures."""
        for text, count in self.shown.most_common(150):
            print(count, text)
        for name, figure in [*self.shares.items(), *self.tallies.items()]:
            print(f"{name:32}{figure}")


def _tally(tallies: dict[str, Tally], gold: Gold, tokens: list, moods: set[int]) -> None:
    finite = {t.start for t in tokens if t.verb is not None and t.verb.inflection in {"finite", "imperative"}}
    tallies["finite verbs"].add(finite, {w.start for w in gold.words if w.feats.get("VerbForm") == "Fin"})
    tallies["subjunctives"].add(moods, {w.start for w in gold.words if w.feats.get("Mood") == "Sub"})
    for name, upos in (("names", "PROPN"), ("nouns", "NOUN")):
        tallies[name].add({t.start for t in tokens if t.pos == upos}, {w.start for w in gold.words if w.upos == upos})


def speed(golds: list[Gold]) -> None:
    """Print tokens a second on one core: the whole analysis and its steps, the caches warm, and others beside it."""
    text = "\n".join(gold.text for gold in golds)
    analysed = analyse(text)
    count = sum(len(s.tokens) for s in analysed.sentences)
    lines = list(reporting_lines(text, ()))
    bounds = [bound for line in lines for bound in sentence_bounds(text, line.start, line.end)]
    plain = [[token.text for token in s.tokens] for s in analysed.sentences]
    hanta = HanoverTagger("morphmodel_ger.pgz")
    steps: dict[str, Callable[[], object]] = {
        "whole analysis": lambda: analyse(text),
        "  lines and sentences": lambda: [
            bound for line in reporting_lines(text, ()) for bound in sentence_bounds(text, line.start, line.end)
        ],
        "  tokens": lambda: [token_bounds(text, start, end) for start, end in bounds],
        "  words, tagged": lambda: [read_words(text, start, end) for start, end in bounds],
        "  clauses, verbs, phrases, roles": lambda: [read_clauses(s.tokens) for s in analysed.sentences],
        "HanTa by itself, lemmas and tags": lambda: [hanta.tag_sent(sentence) for sentence in plain],
    }
    if importlib.util.find_spec("spacy"):
        spacy = importlib.import_module("spacy").blank("de")
        steps["spaCy, tokens alone"] = lambda: [spacy(gold.text) for gold in golds]
    print("tokens a second:")
    for name, step in steps.items():
        begun = time.process_time()
        step()
        print(f"  {name:38}{count / (time.process_time() - begun):>12,.0f}")


def main() -> None:
    """Read the arguments and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("file", type=Path, help="a CoNLL-U file of German")
    parser.add_argument("--show", choices=["pairs", "clauses", "mood", "pos", "lemma"], help="also print errors")
    arguments = parser.parse_args()
    golds = list(read(arguments.file))
    ends, tokens = bounds(golds)
    running, _ = bounds([gold for gold in golds if _is_running(gold.text)])
    figures = Figures(arguments.show)
    for gold in golds:
        figures.add(gold)
    figures.print()
    print(f"{'sentences of running text':32}{running}")
    print(f"{'sentences, headlines among them':32}{ends}")
    print(f"{'tokens':32}{tokens}")
    speed(golds)


if __name__ == "__main__":
    run(main)
