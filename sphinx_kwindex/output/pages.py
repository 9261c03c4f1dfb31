"""The generated pages: what each holds, as values for the templates."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from sphinx_kwindex.index.collate import letter, sort_key
from sphinx_kwindex.index.model import Document, Keyword, KeywordIndex, Locator
from sphinx_kwindex.occurrences import KIND_ORDER, Kind
from sphinx_kwindex.output.labels import _, kind_heading
from sphinx_kwindex.output.paging import PAGE_LIMIT, Group, paged
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.site import Links, Site, entry_id

FLAT_LOCATORS = 6
"""More locators than this are grouped and folded (the indexers' rule; Mulvany, Indexing Books, chapter 5)."""


@dataclass(frozen=True, slots=True)
class Page:
    """One generated page: its name, its title, and the markup of its body."""

    name: str
    title: str
    body: str


@dataclass(frozen=True, slots=True)
class Link:
    """An address with its text, and a remark that the template words."""

    href: str
    text: str
    note: str = ''
    count: int = 0


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

    def pages(self) -> Iterator[Page]:
        """Every page: the index first, then documents and folders, one at a time."""
        if self.frame.site.index:
            yield from IndexPages(self).pages()
        documents = DocumentPages(self)
        for document in self.frame.index.documents:
            if page := self.frame.site.document(document.docname):
                yield from documents.pages(document, page)
        yield from FolderPages(self).pages()

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
            yield self.page(template, names, number, title, groups=part, first=number == 0, **context)

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


class IndexPages:
    """The index of everything: one page, or a page of letters and the letters in parts."""

    def __init__(self, maker: PageMaker) -> None:
        self.maker = maker
        self.frame = maker.frame

    def pages(self) -> Iterator[Page]:
        """The page of everything, then the parts it leads to, if any."""
        home = self.frame.site.index
        assert home is not None
        groups = self._groups(home, limit=PAGE_LIMIT)
        if groups is not None:
            self.maker.entry_pages.update((keyword.name, home) for keyword in self.frame.index.keywords)
            jumps = [Link(f'#{group.id}', group.title) for group in groups]
            yield self.maker.page(
                'index.html', [home], 0, self.frame.title, groups=groups, jumps=jumps, counts=self._counts(), ranges=()
            )
            return
        parts = self._parts()
        yield self._home(home, parts)
        names = [page for _heading, page, _keywords in parts]
        for number, (heading, page, keywords) in enumerate(parts):
            group = Group(
                _letter_id(heading), heading, 'entries', tuple(self._entry(page, keyword) for keyword in keywords)
            )
            yield self.maker.page(
                'index.html',
                names,
                number,
                f'{self.frame.title}: {heading}',
                groups=[group],
                jumps=self._jumps(page, parts),
                counts=None,
                ranges=(),
            )

    def _groups(self, page: str, limit: int) -> list[Group] | None:
        """All entries by letter, or ``None`` as soon as they are too much for one page."""
        groups, size = [], 0
        for heading, keywords in groupby(self.frame.index.keywords, key=lambda keyword: letter(keyword.name)):
            items = []
            for keyword in keywords:
                items.append(self._entry(page, keyword))
                size += len(items[-1].encode())
                if size > limit:
                    return None
            groups.append(Group(_letter_id(heading), heading, 'entries', tuple(items)))
        return groups

    def _parts(self) -> list[tuple[str, str, list[Keyword]]]:
        """(letter, page, keywords) of each part; sizes are taken from entries as a part shows them."""
        parts: list[tuple[str, str, list[Keyword]]] = []
        for heading, group in groupby(self.frame.index.keywords, key=lambda keyword: letter(keyword.name)):
            sample = self.frame.site.index_part(heading, 1)
            room, number = 0, 0
            for keyword in group:
                size = len(self._entry(sample, keyword).encode())
                if size > room:
                    number += 1
                    parts.append((heading, self.frame.site.index_part(heading, number), []))
                    room = PAGE_LIMIT
                parts[-1][2].append(keyword)
                room -= size
        for _heading, page, keywords in parts:
            self.maker.entry_pages.update((keyword.name, page) for keyword in keywords)
        return parts

    def _home(self, home: str, parts: Sequence[tuple[str, str, list[Keyword]]]) -> Page:
        """The page of letters: where each part begins and ends, and what the letter mentions most."""
        ranges = []
        for heading, group in groupby(parts, key=lambda part: part[0]):
            section = list(group)
            keywords = [keyword for _heading, _page, inside in section for keyword in inside]
            most = sorted(keywords, key=lambda keyword: (-keyword.count, sort_key(keyword.name)))[:12]
            ranges.append(
                {
                    'id': _letter_id(heading),
                    'title': heading,
                    'count': len(keywords),
                    'parts': [
                        Link(self.frame.links.to(home, page), f'{inside[0].name} – {inside[-1].name}', '', len(inside))
                        for _heading, page, inside in section
                    ],
                    'most': [
                        Link(self.maker.entry_href(home, k.name), k.name, '', k.count)
                        for k in sorted(most, key=lambda k: sort_key(k.name))
                    ],
                }
            )
        return self.maker.page(
            'index.html',
            [home],
            0,
            self.frame.title,
            groups=[],
            jumps=self._jumps(home, parts),
            counts=self._counts(),
            ranges=ranges,
        )

    def _jumps(self, page: str, parts: Sequence[tuple[str, str, list[Keyword]]]) -> list[Link]:
        """The bar of letters: each leads to the first part of its letter."""
        first = {heading: target for heading, target, _keywords in reversed(parts)}
        return [
            Link(self.frame.links.to(page, first[heading]), heading)
            for heading in dict.fromkeys(part[0] for part in parts)
        ]

    def _counts(self) -> Mapping[str, int]:
        index = self.frame.index
        return {'keywords': len(index.keywords), 'documents': len(index.documents), 'mentions': index.occurrences}

    def _entry(self, page: str, keyword: Keyword) -> Markup:
        """One keyword with its locators: a few flat, many with all but the main one grouped and folded."""
        flat, folded = list(keyword.locators), []
        if len(flat) > FLAT_LOCATORS:
            flat, folded = _main_ones(keyword), self._folded(page, keyword)
        places = [self.maker.place(page, locator) for locator in flat]
        rest = len(keyword.locators) - len(flat)
        documents = len({locator.docname for locator in keyword.locators[len(flat) :]})
        return self.frame.renderer.macro('entry', entry_id(keyword.name), keyword, places, folded, rest, documents)

    def _folded(self, page: str, keyword: Keyword) -> list[tuple[str, list[tuple[Link, list[Link]]]]]:
        """(folder, documents with their sections) of all locators but the flat ones."""
        rest = keyword.locators[len(_main_ones(keyword)) :]
        folders: defaultdict[str, dict[str, list[Locator]]] = defaultdict(dict)
        for locator in rest:
            folders[locator.docname.rpartition('/')[0]].setdefault(locator.docname, []).append(locator)
        return [
            (
                f'{folder}/' if folder else '',
                [
                    (
                        Link(self.frame.links.to(page, docname), self.maker.titles[docname]),
                        [self.maker.place(page, locator, with_document=False) for locator in locators],
                    )
                    for docname, locators in documents.items()
                ],
            )
            for folder, documents in sorted(folders.items(), key=lambda item: sort_key(item[0]))
        ]


def _main_ones(keyword: Keyword) -> list[Locator]:
    """The locators that are never folded: the main one, and those that follow it and define the keyword as well."""
    count = 1
    while count < len(keyword.locators) and count < FLAT_LOCATORS and keyword.locators[count].defines:
        count += 1
    return list(keyword.locators[:count])


def _letter_id(heading: str) -> str:
    return 'kw-letter-' + (
        'symbols' if heading == '#' else heading.lower() if heading.isascii() else f'u{ord(heading[0]):04x}'
    )


class DocumentPages:
    """One page per document: where it is, its keywords by kind, its sections with their keywords, related documents."""

    def __init__(self, maker: PageMaker) -> None:
        self.maker = maker
        self.frame = maker.frame

    def pages(self, document: Document, name: str) -> Iterator[Page]:
        """The page of one document, with its continuations."""
        title = str(_('Keywords: %s')) % document.title
        keywords = [
            (self.frame.index.by_name[k], self.frame.index.by_name[k].in_document(document.docname))
            for k in document.keywords
        ]
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
            items = tuple(self._keyword(page, keyword, locators) for keyword, locators in ordered)
            yield Group(f'kw-kind-{kind}', kind_heading(kind), 'keywords', items)

    def _keyword(self, page: str, keyword: Keyword, locators: Sequence[Locator]) -> Markup:
        places = [self.maker.place(page, locator, with_document=False) for locator in locators]
        return self.frame.renderer.macro(
            'document_keyword', keyword.name, self.maker.entry_href(page, keyword.name), places
        )

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
            links = [Link(self.maker.entry_href(page, k.name), k.name) for k in inside[number]]
            where = Link(
                self.frame.links.to(page, document.docname, place.anchor),
                place.path[-1] if place.path else document.title,
            )
            items.append(self.frame.renderer.macro('section_row', where, place.depth, links))
        if items:
            yield Group('kw-sections', str(_('Keywords by section')), 'sections', tuple(items))


class FolderPages:
    """One page per folder: its documents, its subfolders, and the keywords of all below it."""

    def __init__(self, maker: PageMaker) -> None:
        self.maker = maker
        self.frame = maker.frame

    def pages(self) -> Iterator[Page]:
        """Every folder's page."""
        for folder in self.frame.site.folders:
            if name := self.frame.site.folder_page(folder):
                yield from self._page(folder, name)

    def _page(self, folder: str, name: str) -> Iterator[Page]:
        prefix = f'{folder}/' if folder else ''
        below = [d for d in self.frame.index.documents if d.docname.startswith(prefix)]
        own = [d for d in below if d.folder == folder]
        children = [
            other
            for other in self.frame.site.folders
            if other.startswith(prefix) and other != folder and '/' not in other[len(prefix) :]
        ]
        groups = []
        if own:
            groups.append(
                Group('kw-documents', str(_('Documents')), 'documents', tuple(self._document(name, d) for d in own))
            )
        if children:
            groups.append(
                Group('kw-folders', str(_('Folders')), 'folders', tuple(self._child(name, c) for c in children))
            )
        if folder:
            groups.extend(self._keywords(name, below))
        title = str(_('Keywords in %s')) % prefix if folder else str(_('Keywords by folder'))
        above = self.maker.folder_link(name, folder.rpartition('/')[0]) if folder else None
        yield from self.maker.render('folder.html', name, title, groups, folder=prefix, above=above, total=len(below))

    def _document(self, page: str, document: Document) -> Markup:
        target = self.frame.site.document(document.docname)
        keywords = self.frame.links.to(page, target) if target else ''
        link = Link(self.frame.links.to(page, document.docname), document.title, keywords, len(document.keywords))
        return self.frame.renderer.macro('folder_document', link, document.docname)

    def _child(self, page: str, folder: str) -> Markup:
        count = sum(document.docname.startswith(f'{folder}/') for document in self.frame.index.documents)
        return self.frame.renderer.macro('folder_child', self.maker.folder_link(page, folder), count)

    def _keywords(self, page: str, below: Sequence[Document]) -> Iterator[Group]:
        """The keywords of the subtree by letter, each with the documents that it leads to."""
        docnames = {document.docname for document in below}
        names = {name for document in below for name in document.keywords}
        for heading, group in groupby(sorted(names, key=sort_key), key=letter):
            yield Group(
                _letter_id(heading), heading, 'entries', tuple(self._keyword(page, name, docnames) for name in group)
            )

    def _keyword(self, page: str, name: str, docnames: set[str]) -> Markup:
        keyword = self.frame.index.by_name[name]
        best: dict[str, Locator] = {}
        counts: Counter[str] = Counter()
        for locator in keyword.locators:
            if locator.docname in docnames:
                counts[locator.docname] += 1
                best.setdefault(locator.docname, locator)
        places = [
            Link(
                self.frame.links.to(page, docname, best[docname].anchor),
                self.maker.titles[docname],
                'defined' if best[docname].defines else '',
                counts[docname],
            )
            for docname in best
        ]
        return self.frame.renderer.macro(
            'folder_keyword', name, self.maker.entry_href(page, name), keyword.kind, places
        )
