"""What the names of places mean: towns, capitals, buildings as their towns, parts of countries."""

from functools import cache

from aktenlage.read.encounters.lexicon import place_words
from aktenlage.resources.gazetteer import Place, gazetteer
from aktenlage.resources.load import load


def capitals_of(state: str) -> list[str]:
    """Give the names of a state's capital."""
    capitals: list[str] = load("states")["states"].get(state, {}).get("capital", [])
    return capitals


def country_of_town(town: str) -> str | None:
    """Give the state in which a known town lies."""
    state = load("states")["states"].get(_state_around(town))
    return state["name"] if state is not None else None


def capital_over(town: str) -> str | None:
    """Give the capital of the state in which a known town lies."""
    state = _state_around(town)
    return next(iter(capitals_of(state)), None) if state is not None else None


def _state_around(town: str) -> str | None:
    words = town.split()
    found = gazetteer().longest(words, 0)
    place = found[1] if found is not None and found[0] == len(words) else None
    return place.actor if place is not None and place.is_town else None


def meaning(place: Place) -> tuple[str, bool] | None:
    """Give the state, capital or town that an entry of the gazetteer means."""
    if place.sort == "state":
        return place.name, False
    if place.sort == "capital":
        return place.name, True
    return (place.town, True) if place.town else None


def compound_place(modifier: str) -> tuple[str, bool] | None:
    """Give the place that the first part of a compound names ("China-Reise")."""
    return known_place(modifier[:1].upper() + modifier[1:]) or known_place(modifier.upper())


def fit_together(country: str, other: str) -> bool:
    """Whether two names that are no towns may mean the same place: one may be a part of the other."""
    if country == other or {country, other} & {*place_words()["continents"]}:
        return True
    within = country_of_regions()
    return other == within.get(country) or country == within.get(other)


@cache
def country_of_regions() -> dict[str, str]:
    """Give the country of each part of a country."""
    return {region: country for country, regions in place_words()["regions"].items() for region in regions}


def adjective_place(word: str) -> str | None:
    """Give the town of an adjective like the one in "Geneva talks", which German forms by an ending."""
    ending = place_words()["adjective_ending"]
    if not word.endswith(ending) or not word[:1].isupper():
        return None
    stem = word.removesuffix(ending)
    dropped = tuple(stem + vowel for vowel in place_words()["adjective_drops"])
    # "Münchner" has lost the vowel before its last consonant.
    shortened = tuple(stem[:-1] + vowel + stem[-1] for vowel in place_words()["adjective_vowels"])
    for name in (stem, *dropped, *shortened):
        known = known_place(name)
        if known and known[1]:
            return known[0]
    return None


def town_named(name: str) -> str | None:
    """Give the town of a name as it stands, in capitals as well; None for a state and what nobody knows."""
    known = known_place(name) or known_place(name.title()) or _in_small_letters().get(name.lower())
    return known[0] if known is not None and known[1] else None


def known_place(name: str) -> tuple[str, bool] | None:
    """Give the place that a name as it stands means."""
    words = name.split()
    longest = gazetteer().longest(words, 0)
    place = longest[1] if longest is not None and longest[0] == len(words) else None
    return own_places().get(name) or (meaning(place) if place else None)


@cache
def _in_small_letters() -> dict[str, tuple[str, bool]]:
    listed = {town.lower(): (town, True) for row in load("noise_places") for town in row}
    return listed | {name.lower(): place for name, place in own_places().items()}


@cache
def own_places() -> dict[str, tuple[str, bool]]:
    """Give the places that the gazetteer lacks: towns, parts of countries, buildings."""
    towns = {town: (town, True) for town in load("encounters/towns")["towns"]}
    towns |= {name: (name, False) for name in (*place_words()["continents"], *country_of_regions())}
    houses = {form: town for town, forms in place_words()["buildings"].items() for form in forms}
    return towns | {form: (town, town not in place_words()["continents"]) for form, town in houses.items()}
