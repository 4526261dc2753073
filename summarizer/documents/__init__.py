"""Loading a source, numbering its sentences, and telling the article from the page around it."""

from summarizer.documents.load import MAX_BYTES, document_from_text, load

__all__ = ["MAX_BYTES", "document_from_text", "load"]
