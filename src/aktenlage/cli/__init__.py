"""The command line: the one place where settings are read and the parts are put together."""

import click

from aktenlage.cli.actors import actors, use_settings
from aktenlage.cli.add import add
from aktenlage.cli.dossier import dossier
from aktenlage.cli.export import export
from aktenlage.cli.judge import judge
from aktenlage.cli.mcp import mcp
from aktenlage.cli.plot import plot
from aktenlage.cli.read import read
from aktenlage.cli.serve import serve
from aktenlage.cli.show import changes, show
from aktenlage.read.issues import use_own_issues
from aktenlage.settings import Settings


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="aktenlage")
def main() -> None:
    """Read German news reporting and keep the file of a negotiation."""
    use_settings()
    use_own_issues(Settings.from_environment().issues)


for _command in (read, dossier, add, show, changes, judge, export, plot, serve, mcp, actors):
    main.add_command(_command)
