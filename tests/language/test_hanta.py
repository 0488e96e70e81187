"""The tagger's library is loaded without numpy."""

import subprocess
import sys

CODE = """
import sys
sys.modules["numpy"] = None  # as on a machine that does not have it
from aktenlage.language.analysis import analyse
print([token.tag for token in analyse("Die Minister trafen sich.").sentences[0].tokens])
"""


def test_reads_without_numpy() -> None:
    """A machine without numpy reads German all the same."""
    done = subprocess.run([sys.executable, "-c", CODE], capture_output=True, text=True, check=False)

    assert done.stderr == ""
    assert done.stdout.strip() == "['ART', 'NN', 'VVFIN', 'PRF', '$.']"
