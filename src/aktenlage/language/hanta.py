"""
HanTa's tagger, loaded without numpy.

HanTa imports one function of numpy, which its package does not name as a requirement; installing numpy for it would
more than double the size of the program. HanTa itself is used as it is.
"""

import sys
from math import exp, inf, log1p
from types import ModuleType


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


def _load() -> ModuleType:
    stand_in = ModuleType("numpy")
    vars(stand_in)["logaddexp"] = log_add_exp
    installed = sys.modules.get("numpy")
    sys.modules["numpy"] = stand_in
    try:
        from HanTa import HanoverTagger
    finally:
        if installed is None:
            del sys.modules["numpy"]
        else:
            sys.modules["numpy"] = installed
    module: ModuleType = HanoverTagger
    return module


_module = _load()
EMPTY, END, START, UNKNOWN = _module.EMPTY, _module.END, _module.START, _module.UNKNOWN
HanoverTagger = _module.HanoverTagger
