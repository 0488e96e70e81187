"""People's full names in open text."""

from collections.abc import Sequence

from aktenlage.language.data import words as grammar_words
from aktenlage.language.tagger import tagger
from aktenlage.model.candidate import Sex
from aktenlage.model.language import Token
from aktenlage.read.mentions.lexicon import adjective_of, role_of, word_lists, words
from aktenlage.read.mentions.namewords import Name, bare_form, is_plain, may_be_name, number_at
from aktenlage.resources.gazetteer import gazetteer
from aktenlage.resources.given import given_sex
from aktenlage.resources.registry import registry
from aktenlage.resources.spelling import family_first, name_key, slug

# No name has more given names and initials than these.
_GIVEN = 12
# A given name and a family name.
_TWO = 2
# What a name in the genitive stands before: "Angela Merkels neuer Plan".
_OWNED = frozenset({"NN", "ADJA", "CARD", "NE"})


def name_at(tokens: Sequence[Token], at: int, *, titled: bool = False) -> Name | None:
    """
    Give the full name that starts at token number *at*.

    With *titled*, an office or title stands before it, so that less evidence is enough.
    """
    first = tokens[at].text
    if not may_be_name(tokens, at) or _of_a_thing(tokens, at):
        return _name(tokens, at, at + 2, None) if _named_like_a_state(tokens, at, titled=titled) else None
    is_given, sex = given_sex(first)
    if (whole := registry().whole_name([token.text for token in tokens[at : at + registry().longest_name]], 0)) > 0:
        return _name(tokens, at, _with_clan(tokens, at, at + whole), sex)
    if first in family_first() and not is_given and at + 1 < len(tokens) and _may_follow(tokens, at + 1):
        end = at + 2
        if end < len(tokens) and may_be_name(tokens, end) and len(tokens[end].text) < 7 and is_plain(tokens, end):
            end += 1
        return _name(tokens, at, end, None)
    if (is_given or titled) and (number_at(tokens, at + 1) or (titled and _rules_alone(tokens, at))):
        return _name(tokens, at, at + 1, sex)
    end = _end(tokens, at)
    if end - at < 2:
        return None
    if _registered(tokens, at, end):
        return _name(tokens, at, end, sex)
    if _of_no_person(tokens, at, end) or (not titled and _behind_a_place(tokens, at, end)):
        return None
    alone = end - at == 2 and _explained(tokens, end)
    if not is_given and not titled and _known_family(first) and not alone:
        # Two family names side by side: "so lobte Merkel Sarkozy", but not "mit Sun Laiyan, dem Chef der …".
        return None
    if is_given or titled or (is_plain(tokens, at) and _known_family(tokens[end - 1].text)):
        return _name(tokens, at, end, sex)
    return _name(tokens, at, end, sex, strong=False) if _looks_like_a_name(tokens, at, end) else None


def _of_no_person(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether words are of a place or body, or the first is a preposition that opens the sentence ("Per …")."""
    first = tokens[at].text
    if first in words("names_like_prepositions") and not any(token.text[0].isalnum() for token in tokens[:at]):
        return True
    own = range(end - 1 if given_sex(first)[0] else at, end)
    return any(tokens[n].text in words("no_persons") for n in own)


def _of_a_thing(tokens: Sequence[Token], at: int) -> bool:
    """Whether the word before tells that a name is that of a thing or place ("im Präsidentenpalast La Moneda")."""
    before = tokens[at - 1] if at else None
    if before is None or before.text in words("saints"):
        return before is not None
    kinds = word_lists("things").values()
    return any(before.lemma.lower().endswith(tuple(nouns)) for nouns in kinds) and not given_sex(tokens[at].text)[0]


def _behind_a_place(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether a place that nobody knows stands before a name: "trafen sich in Merzhofen Angela Merkel und …"."""
    inside = _inside(tokens, at) and not given_sex(tokens[at].text)[0]
    return inside and end - at > _TWO and given_sex(tokens[at + 1].text)[0] and may_be_name(tokens, at + 1)


def _inside(tokens: Sequence[Token], at: int) -> bool:
    """Whether the words before say that a place is named, of a state or not ("im russischen …")."""
    if at > 1 and adjective_of(tokens[at - 1].text.lower()):
        return tokens[at - 2].text in words("locative")
    return at > 0 and tokens[at - 1].text in words("inside")


def _may_follow(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word may be the given name behind a Chinese family name, and is no noun ("hat Xi Zugeständnisse …")."""
    return may_be_name(tokens, at) and not _is_noun(tokens, at)


def _rules_alone(tokens: Sequence[Token], at: int) -> bool:
    """Whether a ruler of one name stands before somebody else's ("hat König Abdullah Wladimir Putin empfangen")."""
    if slug(tokens[at].text) not in registry().entries or at + 1 >= len(tokens) or not may_be_name(tokens, at + 1):
        return False
    behind = [token.text for token in tokens[at + 1 : at + 1 + registry().longest_name]]
    return registry().whole_name(behind, 0) > 0


def _named_like_a_state(tokens: Sequence[Token], at: int, *, titled: bool) -> bool:
    """Whether a given name is that of a state as well ("Verteidigungsminister Israel Katz")."""
    state = gazetteer().one(tokens[at].text)
    before = tokens[at - 1].text.lower() if at else ""
    if state is None or state.name != tokens[at].text or before in (*words("locative"), *words("towards_places")):
        return False
    named = at + 1 < len(tokens) and may_be_name(tokens, at + 1) and tokens[at + 1].tag == "NE"
    return named and (titled or _registered(tokens, at, at + 2))


def _looks_like_a_name(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether words that nobody knows may be someone's name by where they stand."""
    before = tokens[at - 1].text.lower() if at else ""
    if before in words("locative") or before in words("articles") or before in words("opening_quotes"):
        return False
    bracketed = before == "(" and end < len(tokens) and tokens[end].text == ")"
    plain = all(is_plain(tokens, n) for n in range(at, end)) or (is_plain(tokens, at) and _explained(tokens, end))
    plain = plain or _of_a_state(tokens, at, end)
    return plain and not bracketed


def _explained(tokens: Sequence[Token], end: int) -> bool:
    """Whether a comma and an office behind the words say who it is ("…, der Generalsekretär der …")."""
    behind = tokens[end : end + 4]
    if len(behind) < 3 or behind[0].text != "," or behind[1].text.lower() not in words("articles"):
        return False
    return any(role_of(token.text) for token in behind[2:])


def _of_a_state(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether two foreign words stand before a state in brackets ("Kasit Piromya (Thailand)")."""
    behind = tokens[end : end + 3]
    if end - at != 2 or len(behind) < 3 or behind[0].text != "(" or behind[2].text != ")":
        return False
    state = gazetteer().one(behind[1].text)
    foreign = all(tokens[n].tag in ("FM", "NE") for n in range(at, end))
    return foreign and state is not None and state.sort == "state"


def _end(tokens: Sequence[Token], at: int) -> int:
    """Give where a full name ends: given names, initials, particles, one or two family names."""
    end, most = at + 1, min(at + _GIVEN, len(tokens))
    while end < most and (_initial(tokens, end) or (given_sex(tokens[end].text)[0] and may_be_name(tokens, end))):
        end += 1
    if end < len(tokens) and tokens[end].text == "." and _initial(tokens, end - 1):
        end += 1
    family = begin = _particles(tokens, end)
    sure = begin if begin > end + 1 else None  # "Paul van der Meer"
    while family < len(tokens) and family - begin < 2 and (family == sure or may_be_name(tokens, family)):
        if family > begin and tokens[family].text in words("family_particles"):
            break
        if family > begin and _begins_another(tokens, family):
            break
        if family > begin and (not _second_family(tokens, family) or _known_genitive(tokens[family - 1].text)):
            break
        named = (family > at + 1 and not tokens[family - 1].text.endswith(".")) or _known_family(tokens[at].text)
        if family == begin == end and named and _is_noun(tokens, family) and not _opens(tokens, at, family):
            break  # "kündigte Sandu Hilfen an", "schloss Ines Albrecht Zugeständnisse aus"
        family += 1
    if family == begin:
        return end
    return _further(tokens, at, family)


def _opens(tokens: Sequence[Token], at: int, last: int) -> bool:
    """Whether a given name opens a sentence, where no object may stand behind it before the verb ("Frank Henkel …")."""
    before = [token for token in tokens[:at] if not role_of(token.text)]
    closed = last + 1 < len(tokens) and tokens[last + 1].tag in ("VVFIN", "VAFIN", "VMFIN", "$(", "$,", "KON")
    return not before and closed and given_sex(tokens[at].text)[0]


def _second_family(tokens: Sequence[Token], at: int) -> bool:
    """Whether a word behind a family name may be another one ("Hernán Restrepo Gaviria")."""
    return is_plain(tokens, at) or (tokens[at].tag == "NN" and tagger().may_be_name(tokens[at].text))


def _is_noun(tokens: Sequence[Token], at: int) -> bool:
    return tokens[at].tag == "NN" and tagger().is_word(tokens[at].text)


def _begins_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether behind a family name another person's name begins: "traf Ursula von der Leyen Antonio Costa"."""
    follows = at + 1 < len(tokens) and may_be_name(tokens, at + 1) and is_plain(tokens, at + 1)
    return follows and given_sex(tokens[at].text)[0]


def _further(tokens: Sequence[Token], at: int, end: int) -> int:
    """Read on behind a family name: "Jaap de Hoop Scheffer", "Hamad bin Chalifa al-Thani", "Enrique Peña Nieto"."""
    if end >= len(tokens):
        return end
    word = tokens[end].text
    if (word[:3] in ("al-", "el-") and may_be_name(tokens, end)) or word.startswith(tuple(words("elided_particles"))):
        return end + 1
    if word in words("family_particles") and end + 1 < len(tokens) and tokens[end + 1].text[0].isupper():
        return end + 2 if may_be_name(tokens, end + 1) else end
    return end + 1 if word[0].isupper() and _registered(tokens, at, end + 1) else end


def _with_clan(tokens: Sequence[Token], at: int, end: int) -> int:
    """Read on behind a name that is known without that of the clan ("Hamad bin Chalifa al-Thani")."""
    return _further(tokens, at, end) if tokens[end - 2].text in words("patronymics") else end


def _registered(tokens: Sequence[Token], at: int, end: int) -> bool:
    """Whether the registry knows somebody under exactly this name, or this one in the genitive."""
    *given, final = [token.text for token in tokens[at:end]]
    return any(
        slug(" ".join([*given, form])) in registry().entries for form in dict.fromkeys((final, bare_form(final)))
    )


def _name(tokens: Sequence[Token], first: int, last: int, sex: Sex | None, *, strong: bool = True) -> Name:
    parts = [tokens[n].text for n in range(first, last)]
    final = parts[-1]
    genitive = final.endswith(("s", "'", "’")) and (
        final[-1] in "'’" or (bool(registry().family(name_key(final[:-1]))) and not registry().family(name_key(final)))
    )
    behind = tokens[last].tag if last < len(tokens) else ""
    genitive = genitive or _owns(tokens, first, final)
    bare = (*parts[:-1], bare_form(final))
    owned = behind in _OWNED or _owns(tokens, first, final) or slug(" ".join(bare)) in registry().entries
    genitive = genitive and (final[-1] in "'’" or owned)
    if genitive:
        parts = list(bare)
    number = number_at(tokens, last)
    return Name(first, last + len(number), (*parts, *number), sex, genitive=genitive, strong=strong)


def _owns(tokens: Sequence[Token], first: int, final: str) -> bool:
    """Whether an unknown name stands in the genitive right behind what somebody does ("das Treffen Ines Albrechts")."""
    before = tokens[first - 1] if first else None
    if before is None or before.tag != "NN" or final[-1] != "s" or registry().family(name_key(final)):
        return False
    return before.text.lower().endswith(tuple(grammar_words("cases", "things_done")))


def _known_family(word: str) -> bool:
    return bool(registry().family(name_key(word)) or registry().family(name_key(bare_form(word))))


def _known_genitive(word: str) -> bool:
    """Whether the word is a known family name in the genitive, so that a name ends here: "Matteo Salvinis Partei"."""
    bare = bare_form(word)
    return bare != word and not registry().family(name_key(word)) and bool(registry().family(name_key(bare)))


def _initial(tokens: Sequence[Token], at: int) -> bool:
    word = tokens[at].text
    return word[0].isupper() and (len(word) == 1 or (len(word) == 2 and word[1] == "."))


def _particles(tokens: Sequence[Token], at: int) -> int:
    """Pass over "von der", "al-", "bin" if a name follows."""
    end = at
    while end < len(tokens) and end - at < 3 and tokens[end].text in words("particles"):
        end += 1
    named = end < len(tokens) and tokens[end].text[0].isupper()
    if named and (may_be_name(tokens, end) or (end - at > 1 and tokens[end].tag == "NE")):
        inner = [tokens[n].text for n in range(at, end)]
        if inner == ["zu"] and tagger().is_word(tokens[end].text):
            return at  # "Sie aß mit Kim zu Abend."
        joined = bool(inner) and inner[0] in words("joining_particles") and inner[1:] != ["zu"]
        if joined or (len(inner) == 1 and _by_another(tokens, at)):
            return at  # "Erdogan und von der Leyen" are two.
        if len(inner) == 1 and inner[0] in words("inner_particles"):
            return end if is_plain(tokens, end) and is_plain(tokens, at - 1) else at
        return end
    return at


def _by_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether a full name stands behind "von": who does it and no family name ("wurde Egeland von Riek Machar …")."""
    return (
        tokens[at].text in words("agent_particles")
        and at + 2 < len(tokens)
        and all(may_be_name(tokens, n) and is_plain(tokens, n) for n in (at + 1, at + 2))
    )
