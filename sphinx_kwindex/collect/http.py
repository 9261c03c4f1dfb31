"""Methods, headers and media types of HTTP messages; the body of a message is data."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pygments.token import Literal, Name

from sphinx_kwindex.collect.tokens import Piece
from sphinx_kwindex.shapes import Candidate, is_mime_type

_VALUE = re.compile(r'[\w.+-]+/[\w.+-]+')


def http_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names in requests and responses: what a reader may look up of the protocol (RFC 9110)."""
    for piece in pieces:
        if piece.type is Name.Attribute:
            yield Candidate(piece.start, piece.text, 'header')
        elif piece.type is Name.Function and piece.text.isupper():
            yield Candidate(piece.start, piece.text, 'identifier')
        elif piece.type is Literal:
            for match in _VALUE.finditer(piece.text):
                if is_mime_type(match[0]):
                    yield Candidate(piece.start + match.start(), match[0], 'mime')
