"""Every generated page of one index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from sphinx.util.display import status_iterator

from sphinx_kwindex.output.document_pages import DocumentPages
from sphinx_kwindex.output.folder_pages import FolderPages
from sphinx_kwindex.output.index_pages import IndexPages
from sphinx_kwindex.output.page import Frame, Page, PageMaker


class Step(NamedTuple):
    """What is made at a time: the whole index, or what one document or folder has."""

    page: str
    """The name of its first page."""
    pages: Iterator[Page]
    """Made as they are asked for."""


Follow = Callable[[Sequence[Step]], Iterable[Step]]
"""Gives the same steps, and tells somebody how far they are."""


def followed(steps: Sequence[Step], verbosity: int) -> Iterator[Step]:
    """The same steps, with Sphinx's line of progress."""
    return status_iterator(
        steps, 'writing keyword pages... ', 'darkgreen', len(steps), verbosity, stringify_func=attrgetter('page')
    )


def make_pages(frame: Frame, follow: Follow = iter) -> Iterator[Page]:
    """The pages, one at a time: the whole index first, since the others link to its entries."""
    for step in follow(_steps(frame)):
        yield from step.pages


def _steps(frame: Frame) -> list[Step]:
    maker, site = PageMaker(frame), frame.site
    steps = [Step(site.index, IndexPages(maker).pages())] if site.index else []
    documents, folders = DocumentPages(maker), FolderPages(maker)
    steps.extend(
        Step(name, documents.pages(document, name))
        for document in frame.index.documents
        if (name := site.document(document.docname))
    )
    steps.extend(
        Step(name, folders.pages(folder, name)) for folder in site.folders if (name := site.folder_page(folder))
    )
    return steps
