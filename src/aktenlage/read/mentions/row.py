"""A sentence as a row of words with what each may be."""

from aktenlage.model.annotation import MentionKind, MentionRole
from aktenlage.model.candidate import Candidate, Doer, Form, RoleUse
from aktenlage.model.language import Clause, Sentence
from aktenlage.read.mentions.atoms import Atom
from aktenlage.read.mentions.lexicon import words


class Row:
    """
    One sentence while its candidates are put together.

    *covered* holds the tokens of names; *modifiers* the first tokens of what only says whose office or part something
    else is; *roles* what is said of a name by its first token; *used* the tokens that already head a candidate.
    """

    def __init__(self, sentence: Sentence, atoms: dict[int, Atom]) -> None:
        self.sentence = sentence
        self.tokens = sentence.tokens
        self.texts = [token.text for token in sentence.tokens]
        self.atoms = atoms
        self.ends = {atom.last: atom for atom in atoms.values()}
        self.covered = {n for atom in atoms.values() if atom.place or atom.name for n in range(atom.first, atom.last)}
        self.modifiers: set[int] = set()
        self.roles: dict[int, list[RoleUse]] = {}
        self.used: set[int] = set()
        self._subjects = tuple(
            (phrase.start, phrase.end)
            for clause in sentence.clauses
            for phrase in clause.phrases
            if phrase.role == "subject"
        )
        self._clauses = {n: number for number, clause in enumerate(sentence.clauses) for n in clause.tokens}
        self._governed = {
            number
            for number, clause in enumerate(sentence.clauses)
            for phrase in clause.phrases
            if phrase.role == "subject" and sentence.tokens[phrase.head].tag != "PRELS"
        }
        self._relative = {number for number, clause in enumerate(sentence.clauses) if clause.kind == "relative"}
        self._fronted = {clause.parent for clause in sentence.clauses if clause.kind == "adverbial"}
        self._parsed = any(clause.phrases for clause in sentence.clauses)

    def word(self, at: int) -> str:
        """The word number *at*, empty outside the sentence."""
        return self.texts[at] if 0 <= at < len(self.texts) else ""

    def low(self, at: int) -> str:
        """The same in lower case."""
        return self.word(at).lower()

    def candidate(self, first: int, last: int, kind: MentionKind, form: Form, *actors: str) -> Candidate:
        """Make a candidate of a stretch of tokens."""
        role: MentionRole | None = "modifier" if first in self.modifiers else None
        start, end = self.tokens[first].start, self.tokens[last - 1].end
        clause = self._clauses.get(first, -1)
        doer: Doer = "own" if clause in self._governed else "antecedent" if clause in self._relative else "shared"
        subject = self.subject(first)
        return Candidate(start, end, kind, form, actors, role=role, clause=clause, subject=subject, doer=doer)

    def clause(self, at: int) -> Clause | None:
        """Give the clause of token number *at*, none without a parse."""
        number = self._clauses.get(at)
        return self.sentence.clauses[number] if number is not None else None

    def singular(self, at: int) -> bool:
        """Whether the finite verb of the clause, else the one nearest to token number *at*, is a singular."""
        clause = self.clause(at)
        group = clause.verb if clause is not None else None
        near = [n for n, token in enumerate(self.tokens) if token.verb and token.verb.inflection == "finite"]
        nearest = min(near, key=lambda n: (abs(n - at), n), default=None)
        finite = group.finite if group is not None and group.finite is not None else nearest
        verb = self.tokens[finite].text if finite is not None else ""
        return verb != "" and not verb.endswith("n") and verb not in words("plural_verbs")

    def subject(self, at: int) -> bool:
        """Whether the token stands in a subject; without a parse, whether it opens the sentence."""
        if self._parsed:
            token = self.tokens[at]
            return any(start <= token.start and token.end <= end for start, end in self._subjects)
        return at == 0 or (at == 1 and self.low(0) in words("determiners"))

    def object(self, at: int) -> bool:
        """Whether the grammar tells that the token is no subject, and its clause has another one."""
        return self._parsed and not self.subject(at) and self._clauses.get(at) in self._governed

    def behind_adverbial(self, at: int) -> bool:
        """Whether an adverbial clause belongs to that of token number *at* ("Wie Merz sagt, will er")."""
        return self._clauses.get(at) in self._fronted

    def capitals(self, at: int) -> tuple[str, ...]:
        """Give the state in whose capital the clause of token number *at* says that something happens."""
        clause = self._clauses.get(at)
        placed = [atom for first, atom in self.atoms.items() if self._clauses.get(first) == clause]
        states = {
            atom.place.actor
            for atom in placed
            if atom.place and atom.place.sort == "capital" and self.low(atom.first - 1) in words("inside")
        }
        return tuple(state for state in states if state) if len(states) == 1 else ()

    def located(self, at: int) -> bool:
        """Whether a preposition of place stands before token number *at*."""
        before = at - 1
        if self.low(before) in words("articles"):
            before -= 1
        while before >= 0 and self.tokens[before].tag.startswith("ADJ"):
            before -= 1
        return self.low(before) in words("locative")
