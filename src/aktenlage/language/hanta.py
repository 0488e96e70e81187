"""
HanTa's tagger, loaded without numpy.

HanTa uses one function of numpy, and its model file holds numbers as numpy's, but its package does not name numpy as a
requirement; installing it would more than double the size of the program. So a stand-in takes its place while HanTa and
its model are loaded; the numbers become plain floats. HanTa itself is used as it is.
"""

import struct
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from math import exp, inf, log1p
from types import ModuleType
from typing import Any


def log_add_exp(first: float, second: float) -> float:
    """
    Give log(exp(first) + exp(second)) without overflow.

    >>> log_add_exp(-1000.0, -1000.0) + 1000.0
    0.69314718...
    """
    if first == second == -inf:
        return -inf
    high, low = max(first, second), min(first, second)
    return high + log1p(exp(low - high))


class _Dtype:
    """The type of a pickled number; HanTa's models hold 64-bit floats alone."""

    def __init__(self, code: str, *_: object) -> None:
        self.code = code

    def __setstate__(self, state: tuple[Any, ...]) -> None:
        self.order = state[1]


def _scalar(dtype: _Dtype, data: bytes) -> float:
    if dtype.code != "f8":
        raise ValueError(f"a number of type {dtype.code} in the tagger's model")
    number: float = struct.unpack(f"{dtype.order}d", data)[0]
    return number


@contextmanager
def _without_numpy() -> Iterator[None]:
    modules: dict[str, dict[str, Any]] = {
        "numpy": {"logaddexp": log_add_exp, "dtype": _Dtype},
        "numpy._core": {},
        "numpy._core.multiarray": {"scalar": _scalar},
    }
    installed = {name: sys.modules.get(name) for name in modules}
    for name, members in modules.items():
        sys.modules[name] = ModuleType(name)
        vars(sys.modules[name]).update(members)
    try:
        yield
    finally:
        for name, module in installed.items():
            if module is None:
                del sys.modules[name]
            else:
                sys.modules[name] = module


with _without_numpy():
    from HanTa.HanoverTagger import EMPTY, END, END_UNKNOWN, START, UNKNOWN, HanoverTagger


def load_model(tagger: Any, model: str) -> None:
    """Load a model file of HanTa's into *tagger*, a HanoverTagger under construction."""
    with _without_numpy():
        HanoverTagger.__init__(tagger, model)


__all__ = ["EMPTY", "END", "END_UNKNOWN", "START", "UNKNOWN", "HanoverTagger", "load_model", "log_add_exp"]
