"""From the tagger's tags to STTS and to the universal parts of speech."""

from functools import cache

_STTS = {"NNA": "NN", "NNI": "NN", "PROAV": "PAV", "UNKNOWN": "XY"}

# Signs that are read as words.
_SPOKEN = frozenset("%‰&§$€£+°@#")
_ENDS = frozenset(".:;!?")

_UPOS = {
    "$(": "PUNCT", "$,": "PUNCT", "$.": "PUNCT",
    "ADJA": "ADJ", "ADJD": "ADJ", "ADV": "ADV", "APPO": "ADP", "APPR": "ADP", "APPRART": "ADP", "APZR": "ADP",
    "ART": "DET", "CARD": "NUM", "FM": "X", "ITJ": "INTJ", "KOKOM": "ADP", "KON": "CCONJ", "KOUI": "ADP",
    "KOUS": "SCONJ", "NE": "PROPN", "NN": "NOUN", "PAV": "ADV", "PDAT": "DET", "PDS": "PRON", "PIAT": "DET",
    "PIS": "PRON", "PPER": "PRON", "PPOSAT": "DET", "PPOSS": "PRON", "PRELAT": "DET", "PRELS": "PRON",
    "PRF": "PRON", "PTKA": "PART", "PTKANT": "PART", "PTKNEG": "PART", "PTKVZ": "ADP", "PTKZU": "PART",
    "PWAT": "DET", "PWAV": "ADV", "PWS": "PRON", "TRUNC": "NOUN", "VAFIN": "AUX", "VAIMP": "AUX",
    "VAINF": "AUX", "VAPP": "AUX", "VMFIN": "AUX", "VMINF": "AUX", "VMPP": "AUX", "VVFIN": "VERB",
    "VVIMP": "VERB", "VVINF": "VERB", "VVIZU": "VERB", "VVPP": "VERB", "XY": "X",
}  # fmt: skip


@cache
def stts_of(tag: str) -> str:
    """Give the STTS tag of a tag of the HanTa model, which brackets what the morphology adds."""
    plain = tag.replace("(", "").replace(")", "") if tag[0] != "$" else tag
    return _STTS.get(plain, plain)


def sign_tag(word: str) -> str | None:
    """Give the tag of a sign; None for words, and for signs that stand for words."""
    if word.isalnum() or any(letter.isalnum() or letter in _SPOKEN for letter in word):
        return None
    if word == ",":
        return "$,"
    return "$." if word[0] in _ENDS and word != "..." else "$("


def upos_of(tag: str) -> str:
    """Give the universal part of speech of an STTS tag."""
    return _UPOS.get(tag, "X")
