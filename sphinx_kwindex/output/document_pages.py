"""The page of one document: where it is, its keywords by kind, its sections with their keywords."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial

from markupsafe import Markup

from sphinx_kwindex.index.collate import sort_key
from sphinx_kwindex.index.model import Document, Keyword
from sphinx_kwindex.index.places import Locator
from sphinx_kwindex.occurrences import KIND_ORDER, Kind
from sphinx_kwindex.output.keys import Keys
from sphinx_kwindex.output.labels import _, kind_headings
from sphinx_kwindex.output.page import Draft, Link, Page, PageMaker
from sphinx_kwindex.output.paging import Group, pieces


class DocumentPages:
    """One page per document: where it is, its keywords by kind, its sections with their keywords, related documents."""

    def __init__(self, maker: PageMaker, keys: Keys) -> None:
        self.maker = maker
        self.keys = keys
        self.frame = maker.frame
        self._headings = kind_headings()
        self._entries: dict[str, Link] = {}
        """Keyword -> its entry, as the page at hand links to it."""

    def drafts(self, document: Document, name: str) -> Iterator[Draft]:
        """The page of one document, not made yet."""
        yield Draft(name, self.keys.document(document, name), partial(self.pages, document, name))

    def pages(self, document: Document, name: str) -> Iterator[Page]:
        """The page of one document, with its continuations."""
        title = str(_('Keywords: %s')) % document.title
        self._entries = {}
        listed = [self.frame.index.by_name[keyword] for keyword in document.keywords]
        keywords = [(keyword, keyword.locators.inside(document.docname)) for keyword in listed]
        groups = [*self._by_kind(name, keywords), *self._section_map(name, document, keywords)]
        related = [
            Link(self.frame.links.to(name, other), self.maker.titles[other], self._keyword_page(name, other))
            for other in document.related
        ]
        yield from self.maker.render(
            'document.html',
            name,
            title,
            groups,
            document=Link(self.frame.links.to(name, document.docname), document.title),
            docname=document.docname,
            source=self.frame.source_of(name, document.docname),
            folder=self.maker.folder_link(name, document.folder),
            total=len(keywords),
            related=related,
        )

    def _keyword_page(self, name: str, docname: str) -> str:
        target = self.frame.site.document(docname)
        return self.frame.links.to(name, target) if target else ''

    def _by_kind(self, page: str, keywords: Sequence[tuple[Keyword, Sequence[Locator]]]) -> Iterator[Group]:
        kinds: defaultdict[Kind, list[tuple[Keyword, Sequence[Locator]]]] = defaultdict(list)
        for keyword, locators in keywords:
            kinds[keyword.kind].append((keyword, locators))
        for kind in sorted(kinds, key=lambda kind: KIND_ORDER[kind]):
            ordered = sorted(kinds[kind], key=lambda item: sort_key(item[0].name))
            items = tuple(item for keyword, locators in ordered for item in self._keyword(page, keyword, locators))
            yield Group(f'kwindex-kind-{kind}', self._headings[kind], 'keywords', items)

    def _keyword(self, page: str, keyword: Keyword, locators: Sequence[Locator]) -> list[Markup]:
        places = [self.maker.place(page, locator, with_document=False) for locator in locators]
        href = self._entry(page, keyword.name).href
        return pieces(lambda cut, _on: self.frame.renderer.macro('document_keyword', keyword.name, href, cut), places)

    def _entry(self, page: str, name: str) -> Link:
        """The entry of a keyword as a link."""
        link = self._entries.get(name)
        if link is None:
            link = self._entries[name] = Link(self.maker.entry_href(page, name), name)
        return link

    def _section_map(
        self, page: str, document: Document, keywords: Sequence[tuple[Keyword, Sequence[Locator]]]
    ) -> Iterator[Group]:
        """The sections in order, each with its keywords; sections without any are shown for the way they lead."""
        inside: defaultdict[int, list[Keyword]] = defaultdict(list)
        for keyword, locators in keywords:
            for locator in locators:
                inside[locator.order[1]].append(keyword)
        items = []
        for number, place in enumerate(document.places):
            if number == 0 and not inside[0]:
                continue
            if place.described and not inside[number]:
                continue
            links = [self._entry(page, keyword.name) for keyword in inside[number]]
            where = Link(
                self.frame.links.to(page, document.docname, place.anchor),
                place.path[-1] if place.path else document.title,
            )
            items.extend(self._row(where, place.depth, links))
        if items:
            yield Group('kwindex-sections', str(_('Keywords by section')), 'sections', tuple(items))

    def _row(self, where: Link, depth: int, keywords: Sequence[Link]) -> list[Markup]:
        """One section with its keywords."""
        return pieces(lambda cut, _on: self.frame.renderer.macro('section_row', where, depth, cut), keywords)
