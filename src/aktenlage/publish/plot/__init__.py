"""Drawings of a file as SVG, made without a browser, each with a table that says the same."""

from aktenlage.publish.plot.activity import draw_activity
from aktenlage.publish.plot.canvas import Plot, plot_style
from aktenlage.publish.plot.network import draw_network
from aktenlage.publish.plot.positions import draw_positions
from aktenlage.publish.plot.timeline import draw_timeline

__all__ = ["Plot", "draw_activity", "draw_network", "draw_positions", "draw_timeline", "plot_style"]
