"""Each issue is found where its matter is spoken of, and only there."""

from pathlib import Path

import pytest
import yaml

from aktenlage.errors import ResourceError
from aktenlage.language.analysis import analyse
from aktenlage.read.issues import IssueList, issue_list, issues_in, use_own_issues

CORPUS = yaml.safe_load(Path(__file__).with_name("issues.de.yaml").read_text(encoding="utf-8"))


def _cases(group: str) -> list[tuple[str, str]]:
    return [(issue, text) for issue, texts in CORPUS[group].items() for text in texts]


def _issues(text: str) -> tuple[str, ...]:
    return issues_in(analyse(text), 0, len(text))


@pytest.mark.parametrize(("issue", "text"), _cases("finds"))
def test_finds_the_issue(issue: str, text: str) -> None:
    """The sentence is about this issue."""
    assert issue in _issues(text)


@pytest.mark.parametrize(("issue", "text"), _cases("ignores"))
def test_leaves_others_alone(issue: str, text: str) -> None:
    """The sentence has a word that sounds like the issue, and is not about it."""
    assert issue not in _issues(text)


@pytest.mark.parametrize(("issue", "text"), _cases("first"))
def test_ranks_the_issue_first(issue: str, text: str) -> None:
    """Where several issues fit, the one with most to show for it comes first."""
    assert _issues(text)[0] == issue


def test_every_issue_has_a_case() -> None:
    """No issue is on the list without a sentence that shows it."""
    assert set(issue_list().ids) == set(CORPUS["finds"])


def test_looks_only_at_the_passage() -> None:
    """A cue outside the two offsets does not count."""
    text = "Die Minister lobten die Sanktionen. Danach ging es um die Waffenruhe."

    assert issues_in(analyse(text), 36, len(text)) == ("ceasefire",)


def test_takes_a_list_of_ones_own() -> None:
    """A user's own issues are found in the same way."""
    text = "Gestritten wird über den Walfang."
    mine = IssueList([{"id": "whaling", "cues": ["walfang*"]}])

    assert mine.find(analyse(text).sentences[0].tokens) == ("whaling",)


def test_a_users_file_comes_first(tmp_path: Path) -> None:
    """An own file adds issues, and takes the place of shipped ones of the same id."""
    own = tmp_path / "issues.yaml"
    own.write_text("- {id: chess, labels: {de: Schach, en: Chess}, note: Games., cues: ['schach*']}", "utf-8")
    use_own_issues(own)
    try:
        found = _issues("Gestritten wird über Schach und Strafzölle.")
    finally:
        use_own_issues(None)

    assert found == ("chess", "trade")


def test_a_faulty_file_is_named(tmp_path: Path) -> None:
    """A file that breaks the schema is refused with its name."""
    own = tmp_path / "issues.yaml"
    own.write_text("- {id: Whaling}", "utf-8")
    use_own_issues(own)
    try:
        with pytest.raises(ResourceError, match="issues"):
            _issues("Gestritten wird über Walfang.")
    finally:
        use_own_issues(None)
