"""A dossier as a readable summary on a terminal."""

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from aktenlage.publish.section import Line, Section

_STYLES = {
    "held": "green",
    "agreed": "green",
    "signed": "green",
    "in_force": "green",
    "ongoing": "yellow",
    "negotiated": "yellow",
    "planned": "blue",
    "proposed": "blue",
    "possible": "magenta",
}


def print_sections(sections: tuple[Section, ...], console: Console) -> None:
    """Print the chapters of a dossier that hold something, each line with the numbers of its quotes."""
    for section in sections:
        if not section.groups:
            continue
        console.print()
        console.rule(Text(section.title, style="bold"), align="left")
        for group in section.groups:
            if group.title:
                console.print(Text(group.title, style="bold dim"))
            for line in group.lines:
                console.print(Padding(_line(line), (0, 0, 0, 2)))


def _line(line: Line) -> Group:
    head = Text()
    if line.when:
        head.append(f"{line.when}  ", style="dim")
    head.append(line.text)
    if line.badge:
        head.append(f"  [{line.badge}]", style=_STYLES.get(line.state or "", "red" if line.state else "dim"))
    if line.quotes:
        head.append("  " + " ".join(f"[{number}]" for number in line.quotes), style="cyan")
    return Group(head, *(Padding(Text(detail, style="dim"), (0, 0, 0, 2)) for detail in line.details))
