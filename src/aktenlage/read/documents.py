"""Plans, drafts and agreements."""

from aktenlage.model.annotation import Document
from aktenlage.model.language import Analysis
from aktenlage.model.reading import Reading


def read_documents(analysis: Analysis, reading: Reading) -> tuple[Document, ...]:
    """Plans, drafts and agreements."""
    return ()
