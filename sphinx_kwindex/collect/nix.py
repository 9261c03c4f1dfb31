"""Names in Nix: the attributes that a set has, the functions that are applied, and what is read from others.

https://nix.dev/manual/nix/latest/language/
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from pygments.token import Comment, String, Text

from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate, is_file_name

_OPENING = frozenset({'{', '[', '(', '"', "''", 'rec'})
"""What a function is applied to."""


def nix_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names of an expression."""
    found = [piece for piece in pieces if piece.text.strip() and not is_a(piece.type, Comment)]
    at = 0
    while at < len(found):
        piece = found[at]
        if is_a(piece.type, String.Symbol):
            name = piece.text.strip()
            yield Candidate(piece.start + piece.text.index(name), name, 'key')
            at += 1
        elif piece.type is Text and piece.text.strip().replace('_', 'a').replace('-', 'a').isalnum():
            begin, at = at, _chain_end(found, at)
            name = ''.join(each.text.strip() for each in found[begin:at])
            following = found[at].text.strip() if at < len(found) else ''
            yield Candidate(piece.start, name, _hint(name, following))
        elif is_a(piece.type, String) and is_file_name(piece.text) and ' ' not in piece.text:
            yield Candidate(piece.start, piece.text, 'file')
            at += 1
        else:
            at += 1


def _hint(name: str, following: str) -> str:
    if following in _OPENING or following[:1] == '"':
        return 'call'
    if following == '=':
        return 'key'
    return 'attribute' if '.' in name else 'variable'


def _chain_end(found: Sequence[Piece], at: int) -> int:
    """Where a chain ends that begins at a name: ``lib.optionals``, or what is set: ``services.nginx.enable``."""
    at += 1
    while at + 1 < len(found) and found[at].text == '.' and found[at + 1].type in {Text, String.Symbol}:
        at += 2
    return at
