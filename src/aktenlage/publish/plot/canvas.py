"""Writing SVG: escaped, without scripts and inline styles, so that a strict site may show it."""

from dataclasses import dataclass
from functools import cache
from html import escape
from importlib.resources import files

# Pixels that a letter of the plots takes on average.
LETTER = 6.9


@dataclass(frozen=True, slots=True)
class Plot:
    """A drawing; *rows* say the same as a table under *head*, for those who do not see it."""

    svg: str
    title: str
    head: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]

    def standalone(self) -> str:
        """Give the drawing as a file of its own, with its colours."""
        opening, _, rest = self.svg.partition(">")
        return f"{opening}><style>{plot_style()}</style>{rest}\n"


@cache
def plot_style() -> str:
    """Give the style sheet of drawings; a page that shows them needs it."""
    return (files("aktenlage.publish") / "templates" / "plot.css").read_text(encoding="utf-8")


class Canvas:
    """Gathers the parts of a drawing."""

    def __init__(self, width: float, height: float, title: str, told: str) -> None:
        self.width, self.height = width, height
        self._title = title
        self._linked = False
        self._parts = [f"<title>{escape(title)}</title><desc>{escape(told)}</desc>"]

    def line(self, one: tuple[float, float], other: tuple[float, float], kind: str = "rule", width: float = 1) -> None:
        """Draw a line."""
        (x, y), (u, v) = one, other
        self._parts.append(
            f'<line class="{kind}" x1="{x:.1f}" y1="{y:.1f}" x2="{u:.1f}" y2="{v:.1f}" stroke-width="{width:.1f}"/>'
        )

    def box(self, x: float, y: float, size: tuple[float, float], kind: str, tip: str = "") -> None:
        """Draw a rectangle with an optional tip."""
        width, height = size
        tipped = f"<title>{escape(tip)}</title>" if tip else ""
        place = f'x="{x:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}" rx="2"'
        self._parts.append(f'<rect class="{kind}" {place}>{tipped}</rect>')

    def text(
        self, x: float, y: float, words: str, *, anchor: str = "start", kind: str = "", link: str | None = None
    ) -> None:
        """Write words, as a link where one is given."""
        named = f' class="{kind}"' if kind else ""
        written = f'<text{named} x="{x:.1f}" y="{y:.1f}" text-anchor="{anchor}">{escape(words)}</text>'
        self._linked = self._linked or link is not None
        self._parts.append(f'<a href="{escape(link)}">{written}</a>' if link else written)

    def mark(self, x: float, y: float, shape: str, kind: str, *, tip: str, link: str | None, size: float = 6) -> None:
        """Draw one of the shapes ``circle``, ``square``, ``diamond``, ``triangle`` with a tip and a link."""
        if shape == "circle":
            drawn = f'<circle class="{kind}" cx="{x:.1f}" cy="{y:.1f}" r="{size:.1f}">'
        else:
            corners = {
                "square": ((-1, -1), (1, -1), (1, 1), (-1, 1)),
                "diamond": ((0, -1.3), (1.3, 0), (0, 1.3), (-1.3, 0)),
                "triangle": ((0, -1.2), (1.2, 1), (-1.2, 1)),
            }[shape]
            points = " ".join(f"{x + size * dx:.1f},{y + size * dy:.1f}" for dx, dy in corners)
            drawn = f'<polygon class="{kind}" points="{points}">'
        self._linked = self._linked or link is not None
        tag = drawn[1:].partition(" ")[0]
        whole = f"{drawn}<title>{escape(tip)}</title></{tag}>"
        self._parts.append(f'<a href="{escape(link)}" aria-label="{escape(tip)}">{whole}</a>' if link else whole)

    def svg(self) -> str:
        """Give the drawing; what holds links is a group of them to a screen reader, else one picture."""
        role = "group" if self._linked else "img"
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" class="plot" role="{role}" aria-label="{escape(self._title)}" '
            f'viewBox="0 0 {self.width:.0f} {self.height:.0f}" width="{self.width:.0f}" height="{self.height:.0f}">'
            f"{''.join(self._parts)}</svg>"
        )


def fitted(words: str, pixels: float) -> str:
    """Cut words to what fits into so many pixels."""
    letters = max(3, int(pixels / LETTER))
    return words if len(words) <= letters else f"{words[: letters - 1].rstrip()}…"
