"""The pages of the whole index: one, or a page of letters and the letters in parts."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from typing import NamedTuple

from markupsafe import Markup

from sphinx_kwindex.index.collate import entry_key, letter, sort_key
from sphinx_kwindex.index.model import Keyword
from sphinx_kwindex.index.places import NOWHERE, Locator
from sphinx_kwindex.occurrences import Kind
from sphinx_kwindex.output.page import Link, Page, PageMaker, letter_id
from sphinx_kwindex.output.paging import PAGE_LIMIT, Group, pieces
from sphinx_kwindex.output.site import entry_id
from sphinx_kwindex.spool import Spool

MENTIONED_MOST = 12
"""How many keywords the page of letters names for each."""
FLAT_LOCATORS = 6
"""More locators than this are grouped and folded (the indexers' rule; Mulvany, Indexing Books, chapter 5)."""


_Folder = tuple[str, list[tuple[Link, list[Link]]]]
"""A folder, and its documents with the sections that a keyword stands in."""


@dataclass(frozen=True, slots=True)
class Part:
    """One page of the index: a letter, or a piece of one."""

    heading: str
    page: str
    pieces: list[Piece]
    """What stands on it: each an entry, or a piece of a long one."""

    @property
    def keywords(self) -> list[Keyword]:
        """The keywords of the entries that begin or go on here, in their order."""
        return list({piece.keyword.name: piece.keyword for piece in self.pieces if piece.keyword.locators}.values())


class Piece(NamedTuple):
    """An entry as far as it stands on one page."""

    keyword: Keyword
    locators: Sequence[Locator]
    continued: bool
    markup: int | None = None
    """Where it was put aside as it was rendered when pages were cut; ``None`` where it names other entries, whose pages
    were not known then."""


class IndexPages:
    """The index of everything: one page, or a page of letters and the letters in parts."""

    def __init__(self, maker: PageMaker) -> None:
        self.maker = maker
        self.frame = maker.frame
        headings = [
            Keyword(reference.heading, Kind.NAME, (), False, 0, NOWHERE, reference.targets, reference.heading)
            for reference in self.frame.index.references
        ]
        self.entries = sorted([*self.frame.index.keywords, *headings], key=entry_key)
        """Keywords, and the spellings that lead to them, in the order of the index."""
        self._spool = Spool()

    def pages(self) -> Iterator[Page]:
        """The page of everything, then the parts it leads to, if any."""
        home = self.frame.site.index
        assert home is not None
        self.maker.entry_pages.update((keyword.name, home) for keyword in self.frame.index.keywords)
        groups = self._groups(home, limit=PAGE_LIMIT)
        if groups is not None:
            jumps = [Link(f'#{group.id}', group.title) for group in groups]
            yield self.maker.page(
                'index.html', [home], 0, self.frame.title, groups=groups, jumps=jumps, counts=self._counts(), ranges=()
            )
            return
        parts = self._parts()
        yield self._home(home, parts)
        names = [part.page for part in parts]
        for number, part in enumerate(parts):
            entries = tuple(self._markup(part.page, piece) for piece in part.pieces)
            group = Group(letter_id(part.heading), part.heading, 'entries', entries)
            yield self.maker.page(
                'index.html',
                names,
                number,
                f'{self.frame.title}: {part.heading}',
                groups=[group],
                jumps=self._jumps(part.page, parts),
                counts=None,
                ranges=(),
            )

    def _groups(self, page: str, limit: int) -> list[Group] | None:
        """All entries by letter, or ``None`` as soon as they are too much for one page."""
        groups, size = [], 0
        for heading, keywords in groupby(self.entries, key=lambda keyword: letter(keyword.head)):
            items = []
            for keyword in keywords:
                items.append(self._entry(page, keyword, keyword.locators, False))
                size += len(items[-1].encode())
                if size > limit:
                    return None
            groups.append(Group(letter_id(heading), heading, 'entries', tuple(items)))
        return groups

    def _parts(self) -> list[Part]:
        """The letters, cut where a page is full. All parts lie at one depth, so an entry is the same on any of them."""
        parts: list[Part] = []
        for heading, group in groupby(self.entries, key=lambda keyword: letter(keyword.head)):
            first = self.frame.site.index_part(heading, 1)
            room, number = 0, 0
            for keyword in group:
                for piece, size in self._pieces(first, keyword):
                    if size > room:
                        number += 1
                        parts.append(Part(heading, self.frame.site.index_part(heading, number), []))
                        room = PAGE_LIMIT
                    parts[-1].pieces.append(piece)
                    room -= size
        for part in reversed(parts):  # an entry begins on the first page that has a piece of it
            self.maker.entry_pages.update((keyword.name, part.page) for keyword in part.keywords)
        return parts

    def _pieces(self, page: str, keyword: Keyword) -> list[tuple[Piece, int]]:
        """An entry in pieces that fit on a page, each with its size in bytes."""
        rendered: dict[Markup, tuple[Sequence[Locator], bool]] = {}

        def render(locators: Sequence[Locator], continued: bool) -> Markup:
            markup = self._entry(page, keyword, locators, continued)
            rendered[markup] = locators, continued
            return markup

        return [
            (
                Piece(keyword, *rendered[markup], None if keyword.see_also else self._spool.put(markup)),
                len(markup.encode()),
            )
            for markup in pieces(render, keyword.locators)
        ]

    def _markup(self, page: str, piece: Piece) -> Markup:
        if piece.markup is None:
            return self._entry(page, piece.keyword, piece.locators, piece.continued)
        return Markup(self._spool.get(piece.markup))

    def _home(self, home: str, parts: Sequence[Part]) -> Page:
        """The page of letters: where each part begins and ends, and what the letter mentions most."""
        ranges = []
        heads = Counter(keyword.head for keyword in self.frame.index.keywords)
        for heading, group in groupby(parts, key=lambda part: part.heading):
            section = list(group)
            keywords = list({keyword.name: keyword for part in section for keyword in part.keywords}.values())
            most = sorted(keywords, key=lambda keyword: (-keyword.count, entry_key(keyword)))[:MENTIONED_MOST]
            ranges.append(
                {
                    'id': letter_id(heading),
                    'title': heading,
                    'count': len(keywords),
                    'parts': [
                        Link(
                            self.frame.links.to(home, part.page),
                            f'{part.pieces[0].keyword.head} – {part.pieces[-1].keyword.head}',
                            '',
                            len(part.keywords),
                        )
                        for part in section
                    ],
                    'most': [
                        Link(self.maker.entry_href(home, k.name), k.head if heads[k.head] == 1 else k.name, '', k.count)
                        for k in sorted(most, key=entry_key)
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

    def _jumps(self, page: str, parts: Sequence[Part]) -> list[Link]:
        """The bar of letters: each leads to the first part of its letter."""
        first = {part.heading: part.page for part in reversed(parts)}
        return [
            Link(self.frame.links.to(page, first[heading]), heading)
            for heading in dict.fromkeys(part.heading for part in parts)
        ]

    def _counts(self) -> Mapping[str, int]:
        index = self.frame.index
        return {'keywords': len(index.keywords), 'documents': len(index.documents), 'mentions': index.occurrences}

    def _entry(self, page: str, keyword: Keyword, locators: Sequence[Locator], continued: bool) -> Markup:
        """One keyword with locators of it: a few flat, of many all but the main one grouped and folded."""
        flat: Sequence[Locator] = locators
        rest: Sequence[Locator] = ()
        if len(keyword.locators) > FLAT_LOCATORS:
            flat = () if continued else _main_ones(locators)
            rest = locators[len(flat) :]
        places = [self.maker.place(page, locator) for locator in flat]
        folded = self._folded(page, rest)
        documents = len({locator.docname for locator in rest})
        # What the full name ends in is there to be read already.
        variants = [variant for variant in keyword.variants if not _ends_in(keyword.name, variant)]
        return self.frame.renderer.macro(
            'entry',
            '' if continued else entry_id(keyword.name),
            keyword,
            variants,
            places,
            folded,
            len(rest),
            documents,
            [Link(self.maker.entry_href(page, name), name) for name in keyword.see_also],
        )

    def _folded(self, page: str, rest: Sequence[Locator]) -> list[_Folder]:
        """Locators by folder and document."""
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


def _main_ones(locators: Sequence[Locator]) -> Sequence[Locator]:
    """The locators that are never folded: the main one, and those that follow it and define the keyword as well."""
    count = 1
    while count < len(locators) and count < FLAT_LOCATORS and locators[count].defines:
        count += 1
    return locators[:count]


def _ends_in(name: str, part: str) -> bool:
    return name == part or name.endswith((f'.{part}', f'::{part}'))
