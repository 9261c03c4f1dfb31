"""Every generated page of one index."""

from __future__ import annotations

from collections.abc import Iterator

from sphinx_kwindex.output.document_pages import DocumentPages
from sphinx_kwindex.output.folder_pages import FolderPages
from sphinx_kwindex.output.index_pages import IndexPages
from sphinx_kwindex.output.page import Frame, Page, PageMaker


def make_pages(frame: Frame) -> Iterator[Page]:
    """The pages, one at a time: the whole index first, since the others link to its entries."""
    maker = PageMaker(frame)
    if frame.site.index:
        yield from IndexPages(maker).pages()
    documents = DocumentPages(maker)
    for document in frame.index.documents:
        if name := frame.site.document(document.docname):
            yield from documents.pages(document, name)
    yield from FolderPages(maker).pages()
