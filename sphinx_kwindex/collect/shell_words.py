"""The words of command lines, from the tokens of a shell's lexer."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest
from typing import NamedTuple

from pygments.token import Comment, Error, Generic, Keyword, Name, String, Text

from sphinx_kwindex.collect.tokens import Piece, is_a

_PROMPT = re.compile(r'(?:\S*\s)?[^#]*[$%>]\s*')


class Word(NamedTuple):
    """A word of a command line."""

    text: str
    start: int
    plain: bool
    """Whether it is bare text, and no quoted string."""

    def joins(self, other: Word) -> bool:
        """Whether another word stands behind without a blank."""
        return other.start == self.start + len(self.text)


def typed_pieces(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """The tokens without comments behind the prompt of the superuser, in sessions of somebody else."""
    prompts = [piece for piece in pieces if piece.type is Generic.Prompt]
    if not any(_PROMPT.fullmatch(piece.text) for piece in prompts):
        return pieces
    typed, comment = [], False
    for piece in pieces:
        if piece.type is Generic.Prompt:
            comment = piece.text.lstrip().startswith('#')
        if not comment or piece.type is Generic.Output:
            typed.append(piece)
        elif '\n' in piece.text:
            comment = False
    return typed


def _variables_joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The tokens, with the name and the sign of an assignment as one, and a name in braces as ``$NAME``."""
    before = ''
    for piece, following in zip_longest(pieces, pieces[1:]):
        if before == '$' and piece.text[:1] == '-':
            before = ''  # more of a name that the reader fills in: "${task-name}"
            continue
        if piece.type is Name.Variable and following is not None and following.text in {'=', '+='}:
            yield Piece(piece.start, piece.type, piece.text + following.text)
        elif piece.type is Name.Variable and before == '${':
            yield Piece(piece.start, piece.type, f'${piece.text}')
        elif not (piece.text in {'=', '+='} and before == '='):
            yield piece
        before = '$' if before == '${' else '=' if piece.type is Name.Variable else piece.text


def shell_words(pieces: Sequence[Piece]) -> Iterator[Word]:
    """The words of the command lines."""
    continued = False
    for piece in _variables_joined(pieces):
        if is_a(piece.type, Generic) or is_a(piece.type, Comment):
            if piece.type is Generic.Output or (piece.type is Generic.Prompt and not continued):
                yield Word('\n', piece.start, plain=False)
            continue
        if is_a(piece.type, String.Escape) and piece.text.endswith('\n'):
            continued = True
            continue
        continued = continued and not piece.text.strip()
        if is_a(piece.type, String) or piece.type is Error:
            yield Word(piece.text if is_a(piece.type, String) else '"', piece.start, plain=False)
            continue
        plain = is_a(piece.type, Text) or is_a(piece.type, Name) or is_a(piece.type, Keyword)
        for match in re.finditer(r'\n|[^\s]+', piece.text):
            if match[0] != '\\':
                yield Word(match[0], piece.start + match.start(), plain)
