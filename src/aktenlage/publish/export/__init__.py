"""A file handed on in the formats of the trade."""

from aktenlage.publish.export.formats import FORMATS, Format
from aktenlage.publish.export.material import Material

__all__ = ["FORMATS", "Format", "Material"]
