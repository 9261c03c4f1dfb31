"""What import statements name, and the names that they give to it in the block."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from sphinx_kwindex.collect.chains import BREAK, NAME, SIGN, STRING, WORD, Link
from sphinx_kwindex.shapes import Candidate

_FIRST = re.compile(r'\.|::')


class Names:
    """The names that a block has imported, with what each is short for."""

    def __init__(self) -> None:
        self._full: dict[str, str] = {}

    def bind(self, local: str, full: str) -> None:
        """Let *local* stand for *full* from here on."""
        self._full[local] = full

    def resolve(self, text: str) -> str:
        """The full name of a chain; '' for an alias alone, which does not show what it stands for."""
        joint = _FIRST.search(text)
        first = text[: joint.start()] if joint else text
        full = self._full.get(first)
        if full is None:
            return text
        if joint:
            return full + text[joint.start() :]
        return full if last_link(full) == text else ''


def last_link(name: str) -> str:
    """What stands after the last ``.`` or ``::``."""
    return name[max(name.rfind('.'), name.rfind(':')) + 1 :]


def imported_hint(name: str) -> str:
    """Whether a path leads to a module or to something in one: what it names is capitalised by convention."""
    last = last_link(name).rpartition('\\')[2]
    return 'import' if last[:1].isupper() and name != last else 'module'


def quoted_imports(statement: Sequence[Link], names: Names) -> Iterator[Candidate]:
    """``import {a as b} from 'c'``, ``import x "net/http"``: the module is a string, names are not joined to it."""
    local = ''
    for at, link in enumerate(statement):
        before = statement[at - 1].text if at else ''
        after = statement[at + 1] if at + 1 < len(statement) else None
        if link.sort is STRING:
            module = quoted_module(link)
            if module:
                yield Candidate(link.start + link.text.index(module), module, 'module')
            if local:
                names.bind(local, bound_name(module))
            local = ''
        elif link.sort is NAME and before == 'as':
            if at > 1 and statement[at - 2].sort is NAME:
                names.bind(link.text, statement[at - 2].text)
            elif link.text.isalnum() and _is_of_package(statement, at):
                yield Candidate(link.start, link.text, 'import')  # readers know it by this name, "THREE.Scene"
            else:
                local = link.text  # import * as _ from 'lodash'
        elif link.sort is NAME and link.text not in {'type', 'typeof'}:
            if after is not None and after.sort is STRING:
                local = link.text
            else:
                yield Candidate(link.start, link.text, 'import')


def _is_of_package(statement: Sequence[Link], at: int) -> bool:
    """Whether the name at a place stands for a whole module of JavaScript, and that is no file beside the example."""
    module = next((link.text.strip('\'"`') for link in statement[at:] if link.sort is STRING), '')
    return statement[at - 2].text.endswith('*') and not module.startswith('.')


def quoted_module(link: Link) -> str:
    """The module that a string names, a relative one without the way to its folder."""
    module = link.text.strip('\'"`')
    return module.lstrip('./') if module.startswith('.') else module


def bound_name(module: str) -> str:
    """The name that a quoted module has in code: ``net/http`` is ``http``, ``node:fs`` is ``fs``."""
    return module.removeprefix('node:').rstrip('/').rpartition('/')[2]


def path_imports(statement: Sequence[Link], names: Names) -> Iterator[Candidate]:
    """``use a::{b, c as d}``, ``import a.b.C``, ``import a.*``: what is named is joined to the path before it."""
    prefixes, path, full = [''], '', ''
    for at, link in enumerate(statement):
        before = statement[at - 1].text if at else ''
        if link.sort is NAME and before == 'as':
            names.bind(link.text, full)
        elif link.sort is NAME and link.text != 'self':
            # An asterisk is part of the name for some lexers.
            path = prefixes[-1] + link.text.removesuffix('*').removesuffix('._').rstrip('.')
            full = path
            if len(path) > 400:
                return
            if (crate := _crate(path)) and len(prefixes) == 1 and before != '::':
                yield Candidate(link.start, crate, 'module')
            yield Candidate(
                link.start, path, 'module' if link.text.endswith(('*', '._')) else _path_hint(statement, at, path)
            )
            names.bind(last_link(path), path)
        elif link.sort is SIGN and link.text == '{':
            prefixes.append(path + ('.' if '.' in path else '::') if path else '')
        elif link.sort is SIGN and link.text == '}' and len(prefixes) > 1:
            prefixes.pop()
        elif link.sort is SIGN and link.text == ',':
            path = ''


def _crate(path: str) -> str:
    """The package that a path of Rust begins with, '' for what is the language's or the program's own."""
    first, joint, _rest = path.partition('::')
    return first if joint and first.islower() and first not in _NO_CRATES else ''


_NO_CRATES = frozenset({'alloc', 'core', 'crate', 'self', 'std', 'super'})


def _path_hint(statement: Sequence[Link], at: int, path: str) -> str:
    after = statement[at + 1] if at + 1 < len(statement) else None
    if after is not None and after.sort is SIGN and after.text in {'::', ':', '.', '.*'}:
        return 'module'
    return imported_hint(path)


def namespace_imports(statement: Sequence[Link], names: Names) -> Iterator[Candidate]:
    """``using namespace std``, ``using A.B``, ``using X = A.B``, ``using std::vector``."""
    found = [link for link in statement if link.sort is NAME]
    if any(link.sort is SIGN and link.text == '=' for link in statement) and len(found) > 1:
        names.bind(found[0].text, found[1].text)
        found = found[1:2]
    for link in found:
        if '::' in link.text and not any(word.text == 'namespace' and word.sort is WORD for word in statement):
            names.bind(last_link(link.text), link.text)
            yield Candidate(link.start, link.text, 'import')
        else:
            yield Candidate(link.start, link.text, 'module')


_STYLES = {
    'import': 'path',
    'import static': 'path',
    'use': 'path',
    'using': 'namespace',
    'export': 'quoted',
}
_LONGEST_HEAD = 40
"""Links that are looked at to tell an import from a declaration."""


def import_style(found: Sequence[Link], position: int) -> str:
    """How the import statement that begins with the word at *position* is written; '' if none does."""
    style = _STYLES.get(found[position].text.strip(), '')
    if not style:
        return ''
    head = _head(found, position + 1)
    if found[position].text == 'use' and head and head[0].text == '(':
        return ''  # what a closure of PHP has from around it: "function () use ($it)"
    if ''.join(link.text for link in head[:2]).startswith('.meta'):
        return ''  # of JavaScript
    strings = any(link.sort is STRING for link in head)
    if style == 'quoted':
        return style if strings and any(link.text == 'from' for link in head) else ''
    if style == 'path':
        return 'quoted' if strings else style
    return style if _is_namespace(head) else ''


def _head(found: Sequence[Link], position: int) -> Sequence[Link]:
    head = found[position : position + _LONGEST_HEAD]
    return head[: import_end(head, 0)]


def _is_namespace(head: Sequence[Link]) -> bool:
    """Whether ``using`` is about a namespace, and neither opens a resource nor names a type."""
    if not head or head[0].text == '(' or any(a.sort is NAME is b.sort for a, b in pairwise(head)):
        return False
    if len(head) > 1 and head[1].text == '=':
        return len(head) == 3 and '::' not in head[2].text
    return head[0].sort in {NAME, WORD} and head[0].text != 'var'


def import_end(found: Sequence[Link], position: int) -> int:
    """Where the import statement at *position* ends: at a semicolon, or at the end of a line outside brackets."""
    depth = 0
    for at in range(position, len(found)):
        link = found[at]
        if link.sort is SIGN:
            depth += (link.text in {'(', '{'}) - (link.text in {')', '}'})
            if link.text == ';' or depth < 0:
                return at
        elif link.sort is BREAK and depth == 0:
            return at
    return len(found)


def statement_imports(statement: Sequence[Link], names: Names, style: str) -> Iterator[Candidate]:
    """What an import statement names, read in one of the styles of :func:`import_style`."""
    if style == 'quoted':
        return quoted_imports([link for link in statement if link.sort is not BREAK], names)
    if style == 'namespace':
        return namespace_imports(statement, names)
    return path_imports([link for link in statement if link.sort is not BREAK], names)
