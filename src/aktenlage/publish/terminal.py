"""A dossier as a readable summary on a terminal."""

from rich.console import Console, Group
from rich.padding import Padding
from rich.text import Text

from aktenlage.publish.quotes import Quotes
from aktenlage.publish.section import Line, Section
from aktenlage.publish.teller import Teller

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


def print_sections(sections: tuple[Section, ...], console: Console, *, numbered: bool = False) -> None:
    """Print the chapters of a dossier that hold something; *numbered* puts the numbers of its quotes behind a line."""
    for section in sections:
        if not section.groups:
            continue
        console.print()
        console.rule(Text(section.title, style="bold"), align="left")
        for group in section.groups:
            if group.title:
                console.print(Text(group.title, style="bold dim"))
            for line in group.lines:
                console.print(Padding(_line(line, numbered=numbered), (0, 0, 0, 2)))


def print_quotes(quotes: Quotes, teller: Teller, console: Console) -> None:
    """Print the sentences that a dossier rests on, numbered, the words that count underlined."""
    console.print()
    console.rule(Text(teller.say("section.quotes"), style="bold"), align="left")
    for quote in quotes.all:
        text = Text(f"[{quote.number}] ", style="cyan")
        for words, marked in quote.pieces:
            text.append(words, style="default underline" if marked else "default")
        text.append(f"  {teller.outlet(quote.article)}", style="dim")
        console.print(Padding(text, (0, 0, 0, 2)))


def _line(line: Line, *, numbered: bool) -> Group:
    head = Text()
    if line.when:
        head.append(f"{line.when}  ", style="dim")
    head.append(line.text)
    if line.badge:
        head.append(f"  [{line.badge}]", style=_STYLES.get(line.state or "", "red" if line.state else "dim"))
    if numbered and line.quotes:
        head.append("  " + " ".join(f"[{number}]" for number in line.quotes), style="cyan")
    return Group(head, *(Padding(Text(detail, style="dim"), (0, 0, 0, 2)) for detail in line.details))
