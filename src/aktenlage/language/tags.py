"""Sets of STTS tags that several parts of the reading ask for."""

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
BARE = frozenset({"VVINF", "VVPP", "VAINF", "VAPP", "VMINF"})
QUESTIONS = frozenset({"PWAV", "PWS", "PWAT"})
RELATIVES = frozenset({"PRELS", "PRELAT"})
OPENING = frozenset({"KOUS"}) | RELATIVES | QUESTIONS
OPENERS = frozenset({"KOUS", "PWAV", "PRELS"})
PHRASE = frozenset({"ADJA", "NN", "NE", "CARD", "TRUNC", "PIS", "PIAT"})
