"""Sets of STTS tags that several repairs of a sentence ask for."""

FINITE = frozenset({"VVFIN", "VAFIN", "VMFIN"})
BARE = frozenset({"VVINF", "VVPP", "VAINF", "VAPP", "VMINF"})
QUESTIONS = frozenset({"PWAV", "PWS", "PWAT"})
OPENING = frozenset({"KOUS", "PRELS", "PRELAT"}) | QUESTIONS
OPENERS = frozenset({"KOUS", "PWAV", "PRELS"})
PHRASE = frozenset({"ADJA", "NN", "NE", "CARD", "TRUNC", "PIS", "PIAT"})
