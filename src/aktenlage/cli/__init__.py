"""The command line: the one place where settings are read and the parts are put together."""

import click

from aktenlage.cli.read import read


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(package_name="aktenlage")
def main() -> None:
    """Read German news reporting and keep the file of a negotiation."""


main.add_command(read)
