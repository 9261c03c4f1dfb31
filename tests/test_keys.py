"""The key of a page is what it was only where the page is what it was, and tells a change that the page shows."""

from __future__ import annotations

import random
from collections.abc import Collection, Iterator
from dataclasses import replace
from itertools import chain
from typing import Any

import pytest

from factories import coded, defined, index_of, occurrence, record
from sphinx_kwindex.index.model import KeywordIndex
from sphinx_kwindex.occurrences import DocumentRecord, Kind, Occurrence, Role
from sphinx_kwindex.output import index_pages
from sphinx_kwindex.output.keys import Keys, Lengths, key_of
from sphinx_kwindex.output.page import Draft, Frame, Page, PageMaker, SourceFile
from sphinx_kwindex.output.pages import steps
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.site import Links, Site

DOCNAMES = ('index', 'api/core', 'api/more', 'guide/deep/inner', 'guide/start')
SECTIONS = ('one', 'two')
TAKEN = ('kw-index', 'kw/folder/index', 'kw/folder/api/index', 'kw/folder/guide/deep/index', 'kw/doc/api/core')
WORDS = ('load_all', 'get_url', 'run_it', 'Loader', 'FetchError', 'CORE_HOME', 'core.fetch', 'deep_value')


def uri(page: str) -> str:
    return f'{page}.html'


class Documentation:
    """Made-up documents, each change of which may show on any page."""

    def __init__(self, seed: int) -> None:
        self.random = random.Random(seed)
        self.titles = {docname: docname.title() for docname in DOCNAMES}
        self.said = {docname: [self._occurrence() for _ in range(6)] for docname in DOCNAMES}
        self.suffix = '.rst'
        self.taken: set[str] = set()
        """Pages that are the user's own."""
        self.title = 'Keyword index'

    def _occurrence(self) -> Occurrence:
        name, section = self.random.choice(WORDS), self.random.randrange(3)
        return self.random.choice(
            [
                occurrence(name, section=section, spelling=f'{name}s'),
                coded(name, 'call', section=section),
                occurrence(name, Role.HEADING, section=section),
                defined(name, objtype=self.random.choice(('function', 'class')), section=section),
                occurrence(name, section=section, count=self.random.randrange(1, 4)),
            ]
        )

    def change(self) -> None:
        """Change one thing."""
        docname = self.random.choice(list(self.said))
        match self.random.randrange(10):
            case 0 | 1:
                self.said[docname].append(self._occurrence())
            case 2 | 3:
                del self.said[docname][:1]
            case 4:
                self.titles[docname] = self.random.choice(('Core', 'Same title', docname.title()))
            case 5:
                self.said.pop(docname) if len(self.said) > 3 else self.said.setdefault('new', [self._occurrence()])
            case 6:
                self.suffix = '.md' if self.suffix == '.rst' else '.rst'
            case 7:
                self.taken ^= {self.random.choice(TAKEN)}
            case 8:
                self.title = 'Names' if self.title == 'Keyword index' else 'Keyword index'
            case 9:
                first = self.said[docname][:1]
                self.said[docname][:1] = [each._replace(spelling=f'{each.name}es') for each in first]

    def index(self) -> KeywordIndex:
        return index_of(*map(self._record, self.said))

    def _record(self, docname: str) -> DocumentRecord:
        title = self.titles.get(docname, docname)
        return record(docname, *self.said[docname], title=title, sections=SECTIONS)

    def frame(self, kinds: Collection[str] = ('index', 'documents', 'folders')) -> Frame:
        index = self.index()
        docnames = [each.docname for each in index.documents]
        return Frame(
            index,
            Site(docnames, folder='kw', kinds=kinds, user_pages={*docnames, *self.taken}, target_uri=uri),
            Links(uri, lambda anchor: anchor),
            RENDERER,
            self.title,
            lambda _page, docname: SourceFile(f'{docname}{self.suffix}', ''),
        )


RENDERER = Renderer([])


def drafts(frame: Frame, lengths: Lengths) -> Iterator[Draft]:
    return chain.from_iterable(step.drafts for step in steps(frame, lengths))


@pytest.mark.parametrize('limit', [160_000, 700])
@pytest.mark.parametrize('seed', range(6))
def test_pages_of_one_key_are_the_same(monkeypatch: pytest.MonkeyPatch, seed: int, limit: int) -> None:
    """After any change, for the index on one page and in parts; and entries whose lengths are known are cut alike."""
    monkeypatch.setattr(index_pages, 'PAGE_LIMIT', limit)
    documentation = Documentation(seed)
    known: dict[tuple[str, str], list[Page]] = {}
    lengths, kept, told_apart = Lengths({}), 0, 0
    before: dict[str, tuple[str, list[Page]]] = {}
    for _change in range(40):
        documentation.change()
        now: dict[str, tuple[str, list[Page]]] = {}
        fresh = [list(draft.make()) for draft in drafts(documentation.frame(), Lengths({}))]
        for draft, pages in zip(drafts(documentation.frame(), lengths), fresh, strict=True):
            assert list(draft.make()) == pages
            assert draft.name == pages[0].name
            if draft.key:
                assert known.setdefault((draft.name, draft.key), pages) == pages
            now[draft.name] = draft.key, pages
        for name in now.keys() & before.keys():
            if now[name][1] == before[name][1]:
                kept += len(now[name][0]) > 0 and now[name][0] == before[name][0]
            else:
                told_apart += now[name][0] != before[name][0] or not now[name][0]
        assert lengths.now or limit > 700 or 'kw-index' in documentation.taken
        lengths, before = Lengths(lengths.now), now
    assert kept > 50  # many pages keep theirs
    assert told_apart > 40


@pytest.mark.parametrize('kinds', [('documents',), ('folders',), ('documents', 'folders')])
def test_keys_of_an_index_without_its_page(kinds: Collection[str]) -> None:
    with_page = {draft.name: draft.key for draft in drafts(Documentation(1).frame(), Lengths({}))}
    found = {draft.name: draft.key for draft in drafts(Documentation(1).frame(kinds), Lengths({}))}
    assert set(found) < set(with_page)
    assert all(key and key != with_page[name] for name, key in found.items())


def test_keys_where_a_page_that_goes_on_makes_way() -> None:
    """How many pages a draft will have is not known before it is made."""
    documentation = Documentation(1)
    before = {draft.name: draft.key for draft in drafts(documentation.frame(), Lengths({}))}
    documentation.taken = {'KW/doc/api/core~2'}
    now = {draft.name: draft.key for draft in drafts(documentation.frame(), Lengths({}))}
    assert now['kw/doc/api/core'] != before['kw/doc/api/core']
    documentation.taken = {'kw/other', 'api~2'}
    assert {draft.name: draft.key for draft in drafts(documentation.frame(), Lengths({}))} == before


@pytest.mark.parametrize(
    'other',
    [{'name': 'n'}, {'kind': Kind.FILE}, {'head': 'h'}, {'variants': ('v',)}, {'see_also': ('s',)}, {'count': 9}],
    ids=str,
)
def test_key_of_an_entry(other: dict[str, Any]) -> None:
    documentation = Documentation(1)
    frame = documentation.frame()
    keys = Keys(PageMaker(frame))
    keyword = frame.index.keywords[0]
    assert (keys.entry(replace(keyword, **other)) == keys.entry(keyword)) == ('count' in other)
    assert keys.entry(frame.index.keywords[1]) != keys.entry(keyword)


def test_key() -> None:
    assert key_of('a', 1) == key_of('a', 1)
    assert (
        len({key_of('a', 1), key_of('a', '1'), key_of('a1'), key_of(['a', 1]), key_of(b'a', 1), key_of('\ud800')}) == 6
    )


def test_lengths() -> None:
    first = Lengths({})
    assert first.of('a') == []
    first.note('a', [(2, 300), (1, 40)])
    first.note('b', [(0, 9)])
    second = Lengths(first.now)
    assert second.of('a') == [(2, 300), (1, 40)]
    assert second.now == {'a': [2, 300, 1, 40]}  # what nobody asked for is forgotten
