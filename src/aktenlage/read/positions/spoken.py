"""Statements by the places of their words."""

from aktenlage.model.annotation import Statement


class Spoken:
    """One stretch of a statement, to be found by its place."""

    __slots__ = ("end", "start", "statement")

    def __init__(self, start: int, end: int, statement: Statement) -> None:
        self.start = start
        self.end = end
        self.statement = statement
