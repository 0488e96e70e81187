"""Plans, drafts, agreements and other papers of a negotiation."""

from aktenlage.read.documents.reader import read_documents

__all__ = ["read_documents"]
