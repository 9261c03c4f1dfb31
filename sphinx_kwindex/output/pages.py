"""Every generated page of one index."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from operator import attrgetter
from typing import NamedTuple

from sphinx.util.display import status_iterator

from sphinx_kwindex.output.document_pages import DocumentPages
from sphinx_kwindex.output.folder_pages import FolderPages
from sphinx_kwindex.output.index_pages import IndexPages
from sphinx_kwindex.output.keys import Keys, Lengths
from sphinx_kwindex.output.page import Draft, Frame, PageMaker

_PART = 10
"""Steps that are worth a process."""


class Step(NamedTuple):
    """What is made at a time: the whole index, or what one document or folder has."""

    page: str
    """The name of its first page."""
    drafts: Iterator[Draft]
    """Told as they are asked for."""


Follow = Callable[[Sequence[Step]], Iterable[Step]]
"""Gives the same steps, and tells somebody how far they are as they are asked for."""


def followed(steps: Sequence[Step], verbosity: int) -> Iterator[Step]:
    """The same steps, with Sphinx's line of progress."""
    return status_iterator(
        steps, 'writing keyword pages... ', 'darkgreen', len(steps), verbosity, stringify_func=attrgetter('page')
    )


def steps(frame: Frame, lengths: Lengths) -> list[Step]:
    """The steps in which the pages are made. The first is to be done before any other; then their order does not matter.

    Entries of which the *lengths* are known are not rendered to find where pages end.
    """
    maker, site = PageMaker(frame), frame.site
    keys = Keys(maker)
    made = [Step(site.index, IndexPages(maker, keys, lengths).drafts())] if site.index else []
    documents, folders = DocumentPages(maker, keys), FolderPages(maker, keys)
    made.extend(
        Step(name, documents.drafts(document, name))
        for document in frame.index.documents
        if (name := site.document(document.docname))
    )
    made.extend(
        Step(name, folders.drafts(folder, name)) for folder in site.folders if (name := site.folder_page(folder))
    )
    return made


def shared_out(made: Sequence[Step], jobs: int) -> tuple[list[Step], list[list[Step]]]:
    """What one process does before any other begins, and what then may be done side by side, in *jobs* parts at most.

    With the first step one of each depth comes first: what a theme gives pages that lie equally deep is rendered with it, and
    known to all others.
    """
    depths: dict[int, Step] = {}
    for step in made:
        depths.setdefault(step.page.count('/'), step)
    rest = [step for step in made if depths[step.page.count('/')] is not step]
    number = min(jobs, len(rest) // _PART)
    if number < 2:  # one part is no part
        return list(made), []
    return list(depths.values()), [rest[first::number] for first in range(number)]
