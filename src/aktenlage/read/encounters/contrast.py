"""What a sentence sets aside for something else: "not in Geneva, but in Basel"."""

from aktenlage.read.encounters.lexicon import status_words
from aktenlage.read.encounters.scene import Place

# Tokens between the negation and the word that gives what is right.
_REACH = 14


def set_aside(at: Place) -> range:
    """Give the tokens of the sentence that a negation excludes in favour of others; empty where there are none."""
    tokens = at.sentence.tokens
    words = status_words()
    for number in at.clause.tokens:
        if tokens[number].text.lower() not in words["verb_negations"]:
            continue
        for other in range(number + 2, min(number + _REACH, len(tokens))):
            if tokens[other].text.lower() in words["instead"]:
                return range(number, other)
            form = tokens[other].verb
            if form is not None and form.inflection == "finite":
                break
    return range(0)


def is_set_aside(at: Place, start: int, end: int) -> bool:
    """Whether the words from *start* up to *end*, in code points, are set aside."""
    aside = set_aside(at)
    if not aside:
        return False
    tokens = at.sentence.tokens
    return tokens[aside.start].start <= start and end <= tokens[aside.stop - 1].end
