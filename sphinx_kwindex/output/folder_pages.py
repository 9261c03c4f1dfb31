"""The page of one folder: its documents and subfolders, and the keywords of all below it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from functools import partial
from itertools import groupby

from markupsafe import Markup

from sphinx_kwindex.index.collate import letter
from sphinx_kwindex.index.model import Document, Keyword
from sphinx_kwindex.output.keys import Keys
from sphinx_kwindex.output.labels import _
from sphinx_kwindex.output.page import Draft, Link, Page, PageMaker, letter_id
from sphinx_kwindex.output.paging import Group, pieces


class FolderPages:
    """One page per folder: its documents, its subfolders, and the keywords of all below it."""

    def __init__(self, maker: PageMaker, keys: Keys) -> None:
        self.maker = maker
        self.keys = keys
        self.frame = maker.frame
        self._order = {keyword.name: number for number, keyword in enumerate(maker.frame.index.keywords)}

    def drafts(self, folder: str, name: str) -> Iterator[Draft]:
        """The page of one folder, not made yet."""
        below, children = self._below(folder), self._children(folder)
        counted = [(child, self._count(child)) for child in children]
        yield Draft(
            name, self.keys.folder(folder, name, below, counted), partial(self.pages, folder, name, below, children)
        )

    def _below(self, folder: str) -> list[Document]:
        prefix = f'{folder}/' if folder else ''
        return [d for d in self.frame.index.documents if d.docname.startswith(prefix)]

    def _children(self, folder: str) -> list[str]:
        prefix = f'{folder}/' if folder else ''
        return [
            other
            for other in self.frame.site.folders
            if other.startswith(prefix) and other != folder and '/' not in other[len(prefix) :]
        ]

    def _count(self, folder: str) -> int:
        return sum(document.docname.startswith(f'{folder}/') for document in self.frame.index.documents)

    def pages(self, folder: str, name: str, below: Sequence[Document], children: Sequence[str]) -> Iterator[Page]:
        """The page of one folder, with its continuations."""
        prefix = f'{folder}/' if folder else ''
        own = [d for d in below if d.folder == folder]
        groups = []
        if own:
            groups.append(
                Group(
                    'kwindex-documents', str(_('Documents')), 'documents', tuple(self._document(name, d) for d in own)
                )
            )
        if children:
            groups.append(
                Group('kwindex-folders', str(_('Folders')), 'folders', tuple(self._child(name, c) for c in children))
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
        return self.frame.renderer.macro('folder_child', self.maker.folder_link(page, folder), self._count(folder))

    def _keywords(self, page: str, below: Sequence[Document]) -> Iterator[Group]:
        """The keywords of the subtree by letter, each with the documents that it leads to."""
        found: defaultdict[str, list[str]] = defaultdict(list)
        for document in below:
            for name in document.keywords:
                found[name].append(document.docname)
        keywords = [self.frame.index.by_name[name] for name in sorted(found, key=self._order.__getitem__)]
        for heading, group in groupby(keywords, key=lambda keyword: letter(keyword.head)):
            yield Group(
                letter_id(heading),
                heading,
                'entries',
                tuple(item for keyword in group for item in self._keyword(page, keyword, found[keyword.name])),
            )

    def _keyword(self, page: str, keyword: Keyword, docnames: list[str]) -> list[Markup]:
        main = keyword.locators[0].docname
        if main in docnames:
            docnames = [main, *(docname for docname in docnames if docname != main)]
        places = [
            Link(
                self.frame.links.to(page, presence.docname, presence.anchor),
                self.maker.titles[presence.docname],
                'defined' if presence.defined else '',
                presence.places,
            )
            for presence in map(keyword.locators.presence, docnames)
        ]
        href = self.maker.entry_href(page, keyword.name)
        return pieces(lambda cut, _on: self.frame.renderer.macro('folder_keyword', keyword, href, cut), places)
