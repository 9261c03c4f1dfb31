"""The names of the generated pages, and the addresses between pages and documents."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from functools import lru_cache
from urllib.parse import quote

from sphinx_kwindex.index.collate import sort_key

_SAFE = re.compile(r'[A-Za-z0-9._/-]+')


_LONGEST = 200
"""Characters of one part of a page's name: with its endings it must be a file name, so at most 255."""


def slug(name: str) -> str:
    """A docname or folder as the name of a page: itself where it is plain ASCII, else a readable rest and a digest."""
    if _SAFE.fullmatch(name) and all(len(part) <= _LONGEST for part in name.split('/')):
        return name
    folded = unicodedata.normalize('NFKD', name).encode('ascii', 'ignore').decode()
    rest = re.sub(r'[^A-Za-z0-9._/-]+', '-', folded)
    return f'{"/".join(part[:_LONGEST].strip("-") or "_" for part in rest.split("/"))}-{_digest(name)}'


def _apart(page: str, name: str, *, folder: bool) -> str:
    """Another name for *page*: with a digest of *name* behind it, or behind the *folder* that it is the index of."""
    if folder and page.endswith('/index'):
        return f'{page[:-6]}-{_digest(name)}/index'
    return f'{page}-{_digest(name)}'


def _digest(name: str) -> str:
    return hashlib.sha256(name.encode()).hexdigest()[:8]


@lru_cache(maxsize=100_000)
def entry_id(name: str) -> str:
    """The id of a keyword's entry: ``kw-`` and the name, every character but ``A-Z a-z 0-9 . _ - ~`` as ``=XX``.

    Different names have different ids, and the id of a name never changes.
    """
    return 'kw-' + quote(name, safe='').replace('%', '=')


class Site:
    """Which generated page has which name.

    A page whose name belongs to a document of the user's has none here (``None``): it is not written, and nothing
    links to it. Which of them go on, and on how many pages, is not known before they are made: there and among the parts
    of the index, a page whose address a document has is written under another name.
    """

    def __init__(
        self,
        docnames: Iterable[str],
        *,
        folder: str,
        kinds: Collection[str],
        user_pages: Collection[str],
        target_uri: Callable[[str], str],
    ) -> None:
        self.folder = folder
        self.docnames = sorted(docnames)
        self.kinds = kinds
        self.collisions: list[str] = []
        self._user_pages = {target_uri(page).casefold() for page in user_pages}
        self._taken: dict[str, str] = {}
        self._target_uri = target_uri
        self.index = self._claim('index', f'{folder}-index', '')
        self._documents = {name: self._claim('documents', f'{folder}/doc/{slug(name)}', name) for name in self.docnames}
        self.folders = sorted(
            {ancestor for name in self.docnames for ancestor in _ancestors(name)} | {''}, key=sort_key
        )
        self._folders = {
            name: self._claim(
                'folders', f'{folder}/folder/{slug(name)}/index' if name else f'{folder}/folder/index', name
            )
            for name in self.folders
        }

    def _claim(self, kind: str, page: str, name: str) -> str | None:
        """Take *page*, under another name if a page with that address was taken before; ``None`` if a document has it."""
        if kind not in self.kinds:
            return None
        if self._address(page) in self._taken:
            page = _apart(page, name, folder=kind == 'folders')
        if self._address(page) in self._user_pages:
            self.collisions.append(page)
            return None
        self._taken[self._address(page)] = page
        return page

    def _address(self, page: str) -> str:
        return self._target_uri(page).casefold()

    def is_ours(self, page: str) -> bool:
        """Whether a page is a generated one, and no document of such a name."""
        named = page == f'{self.folder}-index' or page.startswith(f'{self.folder}/')
        return named and self._address(page) not in self._user_pages

    def document(self, docname: str) -> str | None:
        """The page of a document."""
        return self._documents.get(docname)

    def folder_page(self, folder: str) -> str | None:
        """The page of a folder, '' being the root."""
        return self._folders.get(folder)

    def pages_about(self, docname: str) -> Iterator[str]:
        """The page of a document, and those of the folders that it lies in."""
        folders = map(self.folder_page, ('', *_ancestors(docname)))
        return filter(None, (self.document(docname), *folders))

    @property
    def start(self) -> str:
        """The page to begin with: that of everything, or else of the root folder, or else of a document."""
        documents = filter(None, map(self.document, self.docnames))
        return self.index or self.folder_page('') or next(documents, '')

    def index_part(self, letter: str, number: int) -> str:
        """The page of one part of the whole index."""
        return self.continuation(f'{self.folder}/index/{_stem(letter)}', number)

    def index_contents(self, letter: str, number: int) -> str:
        """The page that names the parts of a letter, or some of them, where there are too many for one page."""
        return self.continuation(f'{self.folder}/index/parts/{_stem(letter)}', number)

    def continuation(self, page: str, number: int) -> str:
        """The page that goes on where *page* was full, at the same depth for every builder; the first is *page* itself.

        ``~`` stands in no page name of a document or folder. Where a document of the user's has the address, a digest
        goes behind the name.
        """
        if number > 1:
            page = f'{page.removesuffix("/index")}~{number}/index' if page.endswith('/index') else f'{page}~{number}'
        while self._address(page) in self._user_pages:
            page = _apart(page, page, folder=True)
        return page

    @property
    def evaded(self) -> list[str]:
        """Addresses of documents that a page which goes on may have to make way for."""
        below = f'{self.folder}/'.casefold()
        return sorted(address for address in self._user_pages if address.startswith(below) and '~' in address)

    def state(self) -> Mapping[str, str]:
        """What the links on the pages of documents depend on, besides their own names.

        Under '' the page of everything, and by docname those pages that are not where the docname says; a page that
        is not written is ''.
        """
        moved = {name: page or '' for name, page in self._documents.items() if page != f'{self.folder}/doc/{name}'}
        return {'': self.index or '', **moved}

    def changed_since(self, before: Mapping[str, str]) -> list[str]:
        """The documents whose links are not as they were in a build that left the state *before*."""
        now = self.state()
        if before.get('') != now['']:
            return self.docnames
        return [name for name in self.docnames if before.get(name) != now.get(name)]


def _stem(letter: str) -> str:
    return 'symbols' if letter == '#' else letter.lower() if letter.isascii() else f'u{ord(letter[0]):04x}'


def _ancestors(docname: str) -> Iterable[str]:
    parts = docname.split('/')[:-1]
    return ('/'.join(parts[:depth]) for depth in range(1, len(parts) + 1))


class Links:
    """Addresses from one generated page to documents and other pages.

    Each goes by the root of the output, so it depends on the depth of the page alone, and what is rendered for a page
    is right on its continuations as well.
    """

    def __init__(self, target_uri: Callable[[str], str], fragment: Callable[[str], str]) -> None:
        self._uri = lru_cache(maxsize=200_000)(target_uri)
        self._root = lru_cache(maxsize=200_000)(lambda page: '../' * self._uri(page).count('/'))
        self._hash = lru_cache(maxsize=200_000)(lambda anchor: f'#{quote(fragment(anchor), safe=_FRAGMENT)}')

    def to(self, page: str, target: str, anchor: str = '') -> str:
        """The address of *target* (a document or page) as written on *page*."""
        uri = self._root(page) + self._uri(target) or './'
        return uri + self._hash(anchor) if anchor else uri


_FRAGMENT = "!$&'()*+,;=:@/?~"
"""What RFC 3986 allows in a fragment besides letters and digits."""
