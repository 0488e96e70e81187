"""Delegations: whom they stand for, who leads them, who belongs to them with which office."""

from aktenlage.model.annotation import Delegation
from aktenlage.model.article import Article
from aktenlage.pipeline import read_article


def _read(text: str) -> tuple[Delegation, ...]:
    return read_article(Article("case", text, published="2026-01-22")).delegations


def test_lists_members_with_their_offices_as_worded() -> None:
    """Offices stand before the name, or between commas before it."""
    (delegation,) = _read(
        "Die deutsche Delegation besteht aus Außenminister Johann Wadephul, dem Chef des Kanzleramts, Thorsten Frei, "
        "sowie Verteidigungsminister Boris Pistorius."
    )

    assert delegation.of == "de"
    assert delegation.members == ("johann-wadephul", "thorsten-frei", "boris-pistorius")
    assert delegation.offices == {
        "johann-wadephul": "Außenminister",
        "thorsten-frei": "Chef des Kanzleramts",
        "boris-pistorius": "Verteidigungsminister",
    }


def test_names_the_head() -> None:
    """Who leads a delegation is told by a passive verb or by what it is led under."""
    for text in (
        "Die deutsche Delegation wird von Außenminister Johann Wadephul geleitet.",
        "Außenminister Johann Wadephul führt die deutsche Delegation an.",
        "Eine deutsche Delegation unter Leitung von Außenminister Johann Wadephul ist in Ankara eingetroffen.",
    ):
        (delegation,) = _read(text)

        assert (delegation.of, delegation.head) == ("de", "johann-wadephul"), text


def test_names_the_encounter() -> None:
    """A delegation that is still to travel belongs to the encounter that is planned."""
    text = (
        "Im Dezember haben Deutschland und die Türkei in Berlin verhandelt. "
        "Am Freitag wollen Deutschland und die Türkei in Ankara verhandeln. "
        "Die deutsche Delegation wird von Johann Wadephul geleitet werden."
    )
    reading = read_article(Article("case", text, published="2026-01-22"))
    (delegation,) = reading.delegations

    assert delegation.encounter is not None
    assert reading.encounters[delegation.encounter].place == "Ankara"


def test_the_relative_of_someone_is_another() -> None:
    """Whose son-in-law or aide a companion is does not go along."""
    (delegation,) = _read("Steve Witkoff wird in Moskau von Trumps Schwiegersohn Jared Kushner begleitet.")

    assert (delegation.head, delegation.members) == ("steve-witkoff", ("jared-kushner",))


def test_whoever_goes_along_is_a_member() -> None:
    """A companion belongs to the delegation of the one whom he accompanies."""
    (delegation,) = _read("Friedrich Merz wird auf der Reise von Johann Wadephul begleitet.")

    assert (delegation.head, delegation.members) == ("friedrich-merz", ("johann-wadephul",))


def test_an_article_without_delegations_has_none() -> None:
    """The word alone is no entry."""
    assert _read("Eine Delegation ist in Ankara eingetroffen.") == ()


def test_a_verb_before_a_name_is_no_office() -> None:
    """What stands between the delegation and its first member may be a verb with a preposition."""
    (delegation,) = _read("Zur deutschen Delegation gehörte neben Johann Wadephul auch Boris Pistorius.")

    assert set(delegation.members) == {"johann-wadephul", "boris-pistorius"}
    assert not delegation.offices


def test_whoever_represents_a_state_is_its_delegation() -> None:
    """A state is represented by somebody, lets itself be represented, or somebody represents it."""
    for text in (
        "Deutschland war durch Außenminister Johann Wadephul vertreten.",
        "Deutschland ließ sich durch Außenminister Johann Wadephul vertreten.",
        "Außenminister Johann Wadephul vertrat Deutschland in Ankara.",
    ):
        (delegation,) = _read(text)

        assert (delegation.of, delegation.head) == ("de", "johann-wadephul"), text


def test_whom_a_state_sends_is_its_delegation() -> None:
    """The second state of a row has the verb of the first."""
    found = _read(
        "Berlin schickte Außenminister Johann Wadephul, Kiew dessen Amtskollegen Andrij Sybiha. "
        "Die USA schickten einen Brief an Friedrich Merz."
    )

    assert [(delegation.of, delegation.head) for delegation in found] == [
        ("de", "johann-wadephul"),
        ("ua", "andrij-sybiha"),
    ]


def test_whoever_sits_for_a_state_is_its_delegation() -> None:
    """Who negotiates for a side, or sits on it, stands for it; who demands something for it does not."""
    found = _read(
        "Für Israel verhandelte Außenminister Gideon Saar. "
        "Auf deutscher Seite saßen Johann Wadephul und Boris Pistorius am Tisch. "
        "Für Deutschland forderte Friedrich Merz mehr Zeit."
    )

    assert [(delegation.of, delegation.head, delegation.members) for delegation in found] == [
        ("il", "gideon-saar", ()),
        ("de", None, ("johann-wadephul", "boris-pistorius")),
    ]
    assert not found[1].offices


def test_a_title_makes_a_head() -> None:
    """The title stands right before the name."""
    (delegation,) = _read(
        "Chefunterhändler Steve Witkoff der USA reiste ab. Ein Chefunterhändler sprach mit Marco Rubio."
    )

    assert delegation.head == "steve-witkoff"


def test_a_new_delegation_of_a_state_is_one_without_names() -> None:
    """An indefinite article makes it known, a definite one points back at what may be anything."""
    (delegation,) = _read("Eine Delegation der EU ist in Ankara eingetroffen. Die Delegation Frankreichs fehlte.")

    assert (delegation.of, delegation.members) == ("eu", ())


def test_whoever_stands_at_the_top_leads() -> None:
    """The top is named behind the noun, in a clause of its own, or by a preposition."""
    for text in (
        "Eine deutsche Delegation mit Johann Wadephul an der Spitze ist in Ankara eingetroffen.",
        "An der Spitze der deutschen Delegation steht Johann Wadephul.",
        "Deutschland schickt eine Mission unter Außenminister Johann Wadephul.",
    ):
        (delegation,) = _read(text)

        assert delegation.head == "johann-wadephul", text


def test_company_is_told_by_a_participle_or_a_noun() -> None:
    """Those in whose company somebody travels go along."""
    for text in (
        "Friedrich Merz reiste in Begleitung von Johann Wadephul an.",
        "Friedrich Merz, begleitet von Johann Wadephul, kam nach Ankara.",
        "Begleitet wird Friedrich Merz von Johann Wadephul.",
    ):
        (delegation,) = _read(text)

        assert (delegation.head, delegation.members) == ("friedrich-merz", ("johann-wadephul",)), text


def test_envoys_are_named_behind_their_noun() -> None:
    """Behind the noun and those who sent them stand their names."""
    (delegation,) = _read("Zwei Gesandte der USA, Steve Witkoff und Jared Kushner, trafen in Kiew ein.")

    assert (delegation.of, delegation.members) == ("us", ("steve-witkoff", "jared-kushner"))


def test_leaders_and_members_are_told_by_a_noun() -> None:
    """The name stands before the word, or behind the delegation."""
    for text in (
        "Johann Wadephul, der Leiter der deutschen Delegation, war zufrieden.",
        "Der Leiter der deutschen Delegation, Johann Wadephul, war zufrieden.",
    ):
        (delegation,) = _read(text)

        assert (delegation.of, delegation.head) == ("de", "johann-wadephul"), text

    (delegation,) = _read("Johann Wadephul, der als Mitglied der deutschen Delegation anreiste, war zufrieden.")
    assert (delegation.head, delegation.members) == (None, ("johann-wadephul",))


def test_a_word_beside_the_noun_does_not_mislead() -> None:
    """Company in an active clause does not lead, and who signs something spoken of on a side does not sit there."""
    (delegation,) = _read("Die deutsche Delegation führte Johann Wadephul, begleitet von Boris Pistorius.")
    assert (delegation.head, delegation.members) == ("johann-wadephul", ("boris-pistorius",))

    assert _read("Auf deutscher Seite unterschrieb niemand, was Johann Wadephul wollte.") == ()


def test_delegates_take_part_for_their_state() -> None:
    """Who led a state's delegation in talks that are over takes part, and the words for it are evidence."""
    text = "Marokko und die Polisario verhandelten in Genf. Die marokkanische Delegation leitete Omar Hilale."
    (encounter,) = read_article(Article("case", text, published="2026-01-22")).encounters

    assert encounter.participants == ("omar-hilale", "polisario")
    assert any("Omar Hilale" in text[span.start : span.end] for span in encounter.evidence)


def _on_arrival(told: str) -> tuple[str, ...]:
    """Give who takes part in the visit that opens the text."""
    text = f"Polens Außenminister Radosław Sikorski ist in Rabat eingetroffen. {told}"
    (encounter,) = read_article(Article("case", text, published="2026-01-22")).encounters
    return encounter.participants


def test_members_go_with_whoever_stands_for_their_state() -> None:
    """Who belongs to the delegation of a traveller told right before goes along with him."""
    for told in (
        "Zur polnischen Delegation gehört auch Marcin Kierwiński.",
        "Mitglied seiner Delegation ist unter anderem Marcin Kierwiński.",
        "Begleitet wird er von Marcin Kierwiński.",
    ):
        assert _on_arrival(told) == ("radoslaw-sikorski", "marcin-kierwinski"), told


def test_whoever_goes_with_another_was_not_there() -> None:
    """A delegation of another state, one told long after, or company that was only meant to be there adds nobody."""
    for told in (
        "Zur marokkanischen Delegation gehört Omar Hilale.",
        "Der Handel wächst. Beide liefern Obst. Es regnet. Zur polnischen Delegation gehört Marcin Kierwiński.",
        "Marcin Kierwiński sollte ihn begleiten.",
    ):
        assert _on_arrival(told) == ("radoslaw-sikorski",), told


def test_a_member_may_not_have_been_there() -> None:
    """A single member of a delegation does not take the place of his state."""
    text = "Marokko und die Polisario verhandelten in Genf. Der marokkanischen Delegation gehörte Omar Hilale an."
    (encounter,) = read_article(Article("case", text, published="2026-01-22")).encounters

    assert encounter.participants == ("ma", "polisario")


def test_head_told_by_an_apposition_a_predicate_or_a_participle() -> None:
    """The title may stand behind the name, be said of it, or the name before a participle."""
    for text in (
        "Hakan Fidan, der Verhandlungsführer der Türkei, sprach von einem Erfolg.",
        "Chefunterhändler der Türkei ist Hakan Fidan.",
        "Eine von Hakan Fidan geführte türkische Abordnung reiste nach Genf.",
    ):
        (delegation,) = _read(text)

        assert (delegation.of, delegation.head) == ("tr", "hakan-fidan"), text
    assert _read("Hakan Fidan, der Sprecher der Türkei, sprach von einem Erfolg.") == ()


def test_noun_left_out_the_second_time() -> None:
    """An article with an owner behind a comma stands for another delegation."""
    text = (
        "Vertreter Japans und der Türkei trafen sich am Montag in Genf. "
        "Die Delegation Japans wird von Fumio Kishida geleitet, die {} von Hakan Fidan."
    )

    assert [(d.of, d.head) for d in _read(text.format("der Türkei"))] == [
        ("jp", "fumio-kishida"),
        ("tr", "hakan-fidan"),
    ]
    assert [(d.of, d.head) for d in _read(text.format("Sitzung"))] == [("jp", "fumio-kishida")]


def test_a_delegation_to_what_is_announced_is_at_no_encounter_before() -> None:
    """Who belongs to it goes to what is told right before, and not to what somebody of its state did earlier."""
    text = (
        "Wolodymyr Selenskyj und Donald Trump sind am Dienstag in Davos zusammengetroffen. "
        "Vertreter der USA, Russlands und der Ukraine sollen am Freitag in Genf verhandeln. "
        "Der Delegation seines Landes gehören Rustem Umjerow und Kyrylo Budanow an."
    )
    told, planned = read_article(Article("case", text, published="2026-01-22")).encounters

    assert told.participants == ("wolodymyr-selenskyj", "donald-trump")
    assert planned.status == "planned"
    assert not {"rustem-umjerow", "kyrylo-budanow"} & set(told.participants)


def test_where_a_delegation_comes_from_is_not_where_it_is() -> None:
    """The town behind "aus" is no place of the encounter."""
    text = (
        "Am Freitag sollen Unterhändler aus der Ukraine und Russland in Genf zusammenkommen. "
        "Rustem Umjerow führt die Abordnung aus Kiew an."
    )
    (delegation,) = _read(text)

    assert delegation.encounter == 0
