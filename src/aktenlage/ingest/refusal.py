"""Why an input is refused."""

from aktenlage.errors import InputError
from aktenlage.resources.messages import message


class Refusal(Exception):  # noqa: N818 - it is a judgement on an input, not a fault of the program
    """
    An input that is no article, before it is known where it came from.

    *key* and *values* are those of the message ``input.<key>``.
    """

    def __init__(self, key: str, **values: object) -> None:
        self.key = f"input.{key}"
        self.values = values
        super().__init__(key)

    def of(self, source: str) -> InputError:
        """Give the error that names *source*."""
        return InputError(source, message(self.key, "en", **self.values), key=self.key, values=self.values)
