"""What a generated page is, and what all of them share: links, titles, and the cut into parts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from sphinx_kwindex.index.model import Document, KeywordIndex
from sphinx_kwindex.index.places import Locator
from sphinx_kwindex.output.labels import _
from sphinx_kwindex.output.paging import Group, paged
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.site import Links, Site, entry_id


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page: its name, its title, and the markup of its body."""

    name: str
    title: str
    body: str


class Draft(NamedTuple):
    """A page that may be made, or several where it is too long for one."""

    name: str
    """Of the first."""
    key: str
    """A digest of all that goes into them (see :mod:`sphinx_kwindex.output.keys`); '' where they are to be made in any case."""
    make: Callable[[], Iterable[Page]]


class Link(NamedTuple):
    """An address with its text, and a remark that the template words.

    A tuple, since there are some hundred thousand: templates take it apart much faster than they ask for its parts.
    """

    href: str
    text: str
    note: str = ''
    count: int = 0  # type: ignore[assignment]  # nobody counts in a link


class SourceFile(NamedTuple):
    """The original file of a document: its path, and where it can be read ('' where nowhere)."""

    path: str
    href: str


SourceOf = Callable[[str, str], SourceFile]
"""(page, docname) -> the original file of the document, addressed from the page."""


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages of one build share."""

    index: KeywordIndex
    site: Site
    links: Links
    renderer: Renderer
    title: str
    """Of the page of everything."""
    source_of: SourceOf
    general_index: str = ''
    """The name of Sphinx's own index, '' where the build has none."""


class PageMaker:
    """Make every page of one index."""

    def __init__(self, frame: Frame) -> None:
        self.frame = frame
        self.titles = _titles(frame.index.documents)
        self.entry_pages: dict[str, str] = {}
        """Keyword -> the page that holds its entry; empty where the whole index is not written."""

    # -- what several pages need ------------------------------------------------------------------------------

    def entry_href(self, page: str, name: str) -> str:
        """The address of a keyword's entry, '' where there is none."""
        holder = self.entry_pages.get(name)
        return self.frame.links.to(page, holder, entry_id(name)) if holder else ''

    def place(self, page: str, locator: Locator, *, with_document: bool = True) -> Link:
        """A locator as a link: *Document title › Section title*."""
        section = locator.path[-1] if len(locator.path) > 1 or not with_document else ''
        text = section
        if with_document:
            title = self.titles[locator.docname]
            text = f'{title} › {section}' if section else title
        note = 'defined' if locator.defines else ''
        return Link(self.frame.links.to(page, locator.docname, locator.anchor), text, note, locator.count)

    def folder_link(self, page: str, folder: str) -> Link:
        """A folder as a link to its page."""
        target = self.frame.site.folder_page(folder)
        text = f'{folder}/' if folder else str(_('Top folder'))
        return Link(self.frame.links.to(page, target) if target else '', text)

    def index_link(self, page: str) -> Link | None:
        """The page of everything as a link."""
        target = self.frame.site.index
        return Link(self.frame.links.to(page, target), self.frame.title) if target else None

    def render(
        self, template: str, name: str, title: str, groups: Iterable[Group], **context: object
    ) -> Iterator[Page]:
        """One page, or several where the groups don't fit on one."""
        parts = paged(groups)
        names = [self.frame.site.continuation(name, number) for number in range(1, len(parts) + 1)]
        for number, part in enumerate(parts):
            jumps = [
                Link(
                    f'{self.frame.links.to(names[number], where) if where != names[number] else ""}#{group.id}',
                    group.title,
                )
                for where, inside in zip(names, parts, strict=True)
                for group in inside
                if not group.continued
            ]
            yield self.page(template, names, number, title, groups=part, jumps=jumps, **context)

    def page(self, template: str, names: Sequence[str], number: int, title: str, **context: object) -> Page:
        """One page of the sequence *names*, with the links that every page has."""
        name, links = names[number], self.frame.links
        turns = [links.to(name, names[other]) if 0 <= other < len(names) else '' for other in (number - 1, number + 1)]
        root = self.frame.site.folder_page('')
        return Page(
            name,
            title,
            self.frame.renderer.page(
                template,
                {
                    'title': title,
                    'index': self.index_link(name),
                    'folders': links.to(name, root) if root else '',
                    'general': links.to(name, self.frame.general_index) if self.frame.general_index else '',
                    'previous': turns[0],
                    'next': turns[1],
                    'number': number + 1,
                    'numbers': len(names),
                    **context,
                },
            ),
        )


def _titles(documents: Iterable[Document]) -> dict[str, str]:
    """A title for each document that no other has: the docname is added where titles repeat."""
    documents = list(documents)
    counts = Counter(document.title for document in documents)
    return {
        d.docname: d.title if counts[d.title] == 1 or d.title == d.docname else f'{d.title} ({d.docname})'
        for d in documents
    }


def letter_id(heading: str) -> str:
    """The id of a letter's heading."""
    return 'kwindex-letter-' + (
        'symbols' if heading == '#' else heading.lower() if heading.isascii() else f'u{ord(heading[0]):04x}'
    )
