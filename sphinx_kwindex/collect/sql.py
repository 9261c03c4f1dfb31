"""Tables, columns and functions in SQL."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pygments.token import Generic, Name, String

from sphinx_kwindex.collect.chains import NAME, SIGN, STRING, WORD, Link, links
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate

_BEFORE_TABLES = frozenset({'FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE', 'REFERENCES', 'VIEW', 'INDEX', 'ON', 'EXISTS'})


def is_sql(language: str) -> bool:
    """Whether a lexer's name is that of a dialect or of a session in one."""
    return 'SQL' in language or language == 'sqlite3con'


def sql_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names in statements; literals and what a session answers are left out."""
    found = [link for link in links(list(_named(pieces))) if link.sort in {NAME, SIGN, WORD, STRING}]
    aliases = _aliases(found)
    for at, link in enumerate(found):
        if link.sort is not NAME:
            continue
        before = found[at - 1] if at else None
        following = found[at + 1].text if at + 1 < len(found) else ''
        name = link.text
        if is_a(link.kind, Name.Builtin):
            yield Candidate(link.start, name, 'builtin')
        elif link.start in aliases:
            yield Candidate(link.start, name, 'variable')
        elif following == '(' and not (before is not None and before.text.upper() in _BEFORE_TABLES):
            yield Candidate(link.start, name, 'call')
        elif not name.startswith(('@', ':')):
            head, dot, column = name.partition('.')
            if dot and head in aliases.values():
                name = column
            yield Candidate(link.start, name, 'table')


def _named(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The tokens with quoted names as names."""
    for piece in pieces:
        text = piece.text
        if is_a(piece.type, String) and (is_a(piece.type, String.Symbol) or is_a(piece.type, String.Name)):
            bare = text.strip('"`')
            if bare:
                yield Piece(piece.start + text.index(bare), Name, bare)
        elif is_a(piece.type, Generic.Output):
            continue
        else:
            yield piece


def _aliases(found: Sequence[Link]) -> dict[int, str]:
    """Where a name stands only for the query's own use, behind ``AS`` or behind a table, and what it is."""
    aliases = {}
    for at, link in enumerate(found[1:], 1):
        before = found[at - 1]
        if link.sort is not NAME or is_a(link.kind, Name.Builtin):
            continue
        if (before.sort is WORD and before.text.upper() == 'AS') or (
            before.sort is NAME and at > 1 and found[at - 2].text.upper() in {'FROM', 'JOIN'}
        ):
            aliases[link.start] = link.text
    return aliases
