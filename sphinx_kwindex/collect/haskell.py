"""Names in Haskell: what signatures and declarations define, the extensions that a file asks for, promoted constructors."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sphinx_kwindex.collect.chains import BREAK, NAME, WORD, Link, links
from sphinx_kwindex.collect.grammar import grammar_candidates
from sphinx_kwindex.collect.tokens import Piece
from sphinx_kwindex.shapes import Candidate

_PRAGMA = re.compile(r'\{-# *LANGUAGE\s([\w,\s]*)#-\}')
"""https://ghc.gitlab.haskell.org/ghc/doc/users_guide/exts/pragmas.html#language-pragma"""
_EXTENSION = re.compile(r'[A-Z]\w+')
_DECLARING = {'class': 'class', 'data': 'type', 'newtype': 'type', 'type': 'type'}


def haskell_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names of a module of Haskell; operators are none."""
    start = pieces[0].start if pieces else 0
    for pragma in _PRAGMA.finditer(''.join(piece.text for piece in pieces)):
        for extension in _EXTENSION.finditer(pragma[1]):
            yield Candidate(start + pragma.start(1) + extension.start(), extension[0], 'setting')
    found_links = links(pieces)
    defined = dict(_defined(found_links))
    for each in grammar_candidates(found_links, 'Haskell'):
        name = each.name.lstrip("'")
        if name[:1].isalpha() or name[:1] == '_':
            promoted = each.start + len(each.name) - len(name)  # 'MetaData, a constructor where a type stands
            hint = defined.get(each.start, 'typed' if name != each.name else each.hint)
            yield Candidate(promoted, name, hint)


def _defined(found: Sequence[Link]) -> Iterator[tuple[int, str]]:
    """Where names stand that declarations or signatures define, each with its hint."""
    sort = ''
    for at, link in enumerate(found):
        following = found[at + 1] if at + 1 < len(found) else None
        if link.sort is BREAK:
            sort = ''
        elif link.sort is WORD and link.text in _DECLARING and (at == 0 or found[at - 1].sort is BREAK):
            sort = _DECLARING[link.text]
        elif link.text == '=':
            sort = ''
        elif link.sort is NAME and link.text[:1].isupper() and sort and not _is_taken(found, at):
            yield link.start, sort
            sort = ''
        elif link.sort is NAME and following is not None and following.text == '::' and _begins(found, at):
            yield link.start, 'function'


def _is_taken(found: Sequence[Link], at: int) -> bool:
    """Whether a class is one that a declaration takes for given: ``class Eq a => Ord a``."""
    for link in found[at : at + _LONGEST_CONTEXT]:
        if link.sort is BREAK:
            return False
        if link.text == '=>':
            return True
    return False


_LONGEST_CONTEXT = 40
"""Links of what stands before the arrow."""


def _begins(found: Sequence[Link], at: int) -> bool:
    """Whether a name is the first of its line."""
    return found[at].text[:1].islower() and (at == 0 or found[at - 1].sort is BREAK)
