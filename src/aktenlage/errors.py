"""
What can go wrong, as a small tree.

AktenlageError
 ├─ InputError            an article cannot be read: names the input and what is wrong
 ├─ ResourceError         a language data or user file is faulty: names the file and the entry
 ├─ StoreError            the store cannot be opened, read or written
 ├─ JudgementError       a decision over an entry cannot be taken: names the entry and says why
 └─ InvalidTimexError     a text is no TIMEX3 value that names days of the calendar
"""

from collections.abc import Mapping


class AktenlageError(Exception):
    """Everything that this package raises on purpose."""


class InputError(AktenlageError):
    """
    An input that cannot be read; *source* names it, *reason* says what is wrong.

    *key* and *values* name the message of the reason, for saying it in another language.
    """

    def __init__(
        self, source: str, reason: str, *, key: str | None = None, values: Mapping[str, object] | None = None
    ) -> None:
        self.source = source
        self.reason = reason
        self.key = key
        self.values = dict(values or {})
        super().__init__(f"{source}: {reason}")


class ResourceError(AktenlageError):
    """A data file that does not hold what it must; *file* and *entry* say where."""

    def __init__(self, file: str, entry: str, reason: str) -> None:
        self.file = file
        self.entry = entry
        self.reason = reason
        super().__init__(f"{file}: {entry}: {reason}")


class StoreError(AktenlageError):
    """
    A store that cannot be opened, read or written; *store* names it, *reason* says why.

    *key* names the message of the reason, for saying it in another language.
    """

    def __init__(self, store: str, reason: str, *, key: str) -> None:
        self.store = store
        self.reason = reason
        self.key = key
        super().__init__(f"{store}: {reason}")


class JudgementError(AktenlageError):
    """A decision that cannot be taken; *what* names its matter, *key* and *values* the message that says why."""

    def __init__(self, what: str, key: str, **values: object) -> None:
        self.what = what
        self.key = key
        self.values = values
        super().__init__(f"{what}: {key}")


class InvalidTimexError(AktenlageError):
    """A text that is no TIMEX3 value of whole days; *value* holds it."""

    def __init__(self, value: str) -> None:
        self.value = value
        super().__init__(f"not a TIMEX3 value of whole days: {value!r}")
