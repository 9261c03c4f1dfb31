"""Links whose text is a name: of a project or tool that they lead to."""

from __future__ import annotations

import builtins
import re

from docutils import nodes

from sphinx_kwindex.collect.sql import is_statement
from sphinx_kwindex.lexicon import (
    is_capital_software,
    is_coined,
    is_common,
    is_derived,
    is_english,
    is_in_dictionary,
    is_software,
)
from sphinx_kwindex.shapes import is_hyphenated

_ONE_WORD = re.compile(r'[^\W\d_]\w*(?:-\w+)*')


def is_one_word(text: str) -> bool:
    """Whether a text is one word, of parts that hyphens may join."""
    return bool(_ONE_WORD.fullmatch(text))


def is_mailbox(link: nodes.reference) -> bool:
    """Whether a link leads to the mailbox of somebody (RFC 6068)."""
    return str(link.get('refuri', '')).lower().startswith('mailto:')


def _address(link: nodes.reference) -> str:
    """Where a link out of the documentation leads to, without the scheme, in small letters; '' for others."""
    return str(link.get('refuri', '')).lower().partition('://')[2]


def _host_and_path(link: nodes.reference) -> tuple[str, str]:
    """The host and the path of that, without the place on the page and slashes at the ends."""
    host, _slash, path = _address(link).partition('#')[0].rstrip('/').partition('/')
    return host, path


def _is_plain(element: nodes.Element) -> bool:
    """Whether what is shown is text, with no markup of its own in it."""
    return all(isinstance(node, nodes.Text) for node in element.children)


def names_its_target(link: nodes.reference) -> bool:
    """Whether a link out of the documentation names a project or tool: by one word that its address has too, or several."""
    shown: nodes.Element = link
    if len(link.children) == 1 and type(link.children[0]) in {nodes.strong, nodes.emphasis}:
        shown = link.children[0]  # type: ignore[assignment]  # both are elements
    if not _is_plain(shown):
        return False  # set in code, or otherwise told from text
    title = link.astext()
    if _REPOSITORY.fullmatch(title):
        host, path = _host_and_path(link)
        return host in _OF_REPOSITORIES and path == title.lower()
    word = title.replace('/', '') if _ON_SIDES.fullmatch(title) else title
    return (
        is_address_of(link, word)
        or _is_host_of(link, title)
        or _has_all_parts(link, title)
        or _is_row_in_sentence(link, title)
    )


_ROW_OF_LINK = re.compile(r"[A-Z][\w'+-]*(?: (?:and |for |of |on |the )?[A-Z][\w+-]*){1,3}")
_SENTENCE_BEFORE = re.compile(
    r'(?<![A-Za-z])(?!(?:after|and|at|by|from|in|of|or|our|read|see|to|under)\s)[a-z]{1,20},?\s\Z'
)
"""A word that persons, places and chapters do not stand behind: "by somebody", "in Kansas", "see Getting Started"."""
_OF_PAGES = frozenset(
    'API Docs Documentation FAQ Guide Guides Introduction Manual Page Reference Section Tutorial Tutorials Wiki'.split()  # noqa: SIM905
)
"""What titles of pages end in."""


def _is_row_in_sentence(link: nodes.reference, title: str) -> bool:
    """Whether a link out of the documentation shows words with capitals inside a sentence: "with the Tokio Console"."""
    first, last = title.partition(' ')[0], title.rpartition(' ')[2]
    if not _address(link) or _ROW_OF_LINK.fullmatch(title) is None or first.endswith('ing') or last in _OF_PAGES:
        return False
    siblings = link.parent.children if link.parent is not None else []
    at = siblings.index(link) if link in siblings else 0
    before, behind = siblings[at - 1] if at else None, ''.join(each.astext() for each in siblings[at + 1 : at + 2])
    leads = isinstance(before, nodes.Text) and _SENTENCE_BEFORE.search(before.astext()) is not None
    known = any(
        is_coined(word.lower()) or is_software(word.lower()) or is_capital_software(word) for word in title.split()
    )
    return (
        leads and known and not behind.startswith(' (')
    )  # its initials, which tell more: "the Common Trace Format (CTF)"


_SHOWN_PATH = re.compile(r'\.?\w[\w.-]*(?:/[\w.-]+)+/?')


def is_path_of_target(link: nodes.reference) -> bool:
    """Whether a link shows a path, and leads to a file or folder of this path in a repository: boot/zephyr."""
    shown = link.astext().strip('/').lower()
    host, path = _host_and_path(link)
    deep = path.endswith(f'/{shown}') and path.count('/') > _OWNER_AND_NAME
    return host in _OF_REPOSITORIES and deep and _is_plain(link) and (_SHOWN_PATH.fullmatch(link.astext()) is not None)


def _has_all_parts(link: nodes.reference, title: str) -> bool:
    """Whether an address has all words that hyphens join in *title*, in any place: prosemirror-state, at prosemirror.net/#state.

    One of them is no word of a dictionary.
    """
    if not is_hyphenated(title):
        return False
    parts = title.split('-')
    words = re.split(r'[\W_]+', _address(link))
    return set(parts) <= set(words) and not all(map(is_in_dictionary, parts))


_REPOSITORY = re.compile(r'[a-z0-9][\w.-]*/[\w.-]*[a-z][\w.-]*')
"""A repository or package with its owner, which a link leads to: symfony/phpunit-bridge."""
_ON_SIDES = re.compile(r'[A-Z][a-z]+/[A-Z][a-z]+')
"""Pub/Sub, which an address has as one word."""


_TITLE_WORDS = re.compile(r'(?=\S*[A-Z])[\w.+-]+(?: (?=\S*[A-Z])[\w.+-]+){1,3}')


def _is_host_of(link: nodes.reference, title: str) -> bool:
    """Whether all words of *title* have a capital, and the host, or the repository, that a link leads to has one of them."""
    if _TITLE_WORDS.fullmatch(title) is None:
        return False
    host, path = _host_and_path(link)
    words = [re.sub(r'\W', '', word) for word in title.lower().split()]
    if host in _OF_REPOSITORIES and path.count('/') == _OWNER_AND_NAME - 1:
        host = path
    return any(len(word) > 2 and word in host for word in words)


_OF_REPOSITORIES = frozenset({'bitbucket.org', 'codeberg.org', 'github.com', 'gitlab.com'})
_OWNER_AND_NAME = 2
"""Steps of the address of a repository."""


_MEMBER = re.compile(r'[A-Za-z]\w*(?:(?:\.|::)[A-Za-z]\w*)+')
_ROUTE = re.compile(r'/[a-z]\w{2,}(?:/[A-Za-z][\w-]*)+')


def is_documented_there(link: nodes.reference) -> bool:
    """Whether a link shows an object with what it belongs to, and ends in its name: ``filepath.Match``, at ``#Match``."""
    title = link.astext()
    last = re.split(r'[./#:-]', _address(link).removesuffix('.html'))[-1]
    return _is_plain(link) and _MEMBER.fullmatch(title) is not None and re.split(r'\.|::', title)[-1].lower() == last


def shows_route(link: nodes.reference) -> bool:
    """Whether a link out of the documentation shows what a server is asked for: ``/metrics/find``."""
    _host, path = _host_and_path(link)
    shown = link.astext()
    return (
        _is_plain(link)
        and bool(path)
        and not f'/{path}'.endswith(shown.lower())
        and _ROUTE.fullmatch(shown) is not None
    )


_OF_INTERFACES = re.compile(r'/(?:api|apidocs?|javadoc|reference)/')
_PAGE_OF_CLASS = re.compile(r'[/.]([A-Z]\w*)\.html(?:#.*)?\Z')


def is_class_there(link: nodes.reference) -> bool:
    """Whether a link shows the class that the page of an interface is about: *Value*, at ``/api/Value.html``."""
    page = _PAGE_OF_CLASS.search(str(link.get('refuri', '')))
    title = link.astext()
    named = page is not None and page[1] == title and not is_derived(title.lower())
    return named and _OF_INTERFACES.search(_address(link)) is not None


def is_address_of(link: nodes.reference, word: str) -> bool:
    """Whether *word* is one word, and a part of the address of a link out of the documentation."""
    address, _mark, place = _address(link).partition('#')
    host, *steps = address.partition('?')[0].split('/')
    # A word in lower case is a name where it is that of a site or of a repository.
    parts = {*host.split('.'), *steps[:2], *(re.split(r'[\W_]+', f'{address}#{place}') if word[:1].isupper() else ())}
    if '-' in word:
        parts.update(step.removesuffix('.html') for step in steps[-2:])  # "Flask-Login"
    if _DOTTED.fullmatch(word):
        return word.lower() in {host, *(step for step in steps[-2:] if step)}  # "Akka.Hosting"
    return is_one_word(word) and (
        word.lower() in parts or (len(word) > _CUT and f'{word.lower()}d' in parts)  # the daemon: supervisord.org
    )


_DOTTED = re.compile(r'[A-Z]\w*(?:\.[A-Z]\w*)+')
_CUT = 4
"""Letters of a word that is too short to be known with another behind it."""


def is_plain_title(text: str, target: str, *, alone: bool = False) -> bool:
    """Whether a link within the documentation shows an ordinary word: "the arguments", where they are explained.

    In small letters it is one that any dictionary has, or is joined of two (middleware), but for built-ins of Python.
    """
    small = text.lower()
    if text.islower() and is_english(text) and not is_software(text) and text not in _BUILT_IN:
        return True
    target = target.lower().lstrip('#')
    last = re.split(r'[#/]', target.rstrip('/'))[-1].partition('.')[0] if alone else target
    return is_common(small) and (text.islower() or small == last)


_BUILT_IN = frozenset(vars(builtins)) - {'copyright', 'credits', 'exit', 'license', 'quit'}
"""Without what the module ``site`` adds."""


_TITLE_WORD = re.compile(r'[^\W\d_]{4,}')
_SMALL_IN_TITLES = frozenset('from into over than that this upon when with your'.split())  # noqa: SIM905 (words to read)


def has_capitals_alone(title: str) -> bool:
    """Whether all words of the title of a link have a capital but short ones: then none says anything."""
    return all(word[0].isupper() or word in _SMALL_IN_TITLES for word in _TITLE_WORD.findall(title))


def hint_of_link(link: nodes.reference) -> str:
    """What a link says of its text, where that is a name; else ''."""
    if is_path_of_target(link):
        return 'file'
    if _is_plain(link) and is_statement(link.astext()):
        return 'command'
    if is_class_there(link):
        return 'class'
    if shows_route(link):
        return 'asked'
    if names_its_target(link):
        return 'linked'
    return 'identifier' if is_documented_there(link) else ''
