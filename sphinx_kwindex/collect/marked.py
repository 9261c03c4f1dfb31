"""Names that end in a sign: macros of Rust, and functions of Ruby, Elixir and Julia that change or ask something."""

from __future__ import annotations

from collections.abc import Iterable

from pygments.token import Name

from sphinx_kwindex.collect.tokens import Piece, is_a

_MARKS = {'Crystal': '!?', 'Elixir': '!?', 'Julia': '!', 'Ruby': '!?', 'Rust': '!'}
"""Languages, by their lexers' names, and what may end a name there; elsewhere it says that a value may be missing."""


def as_named(text: str, language: str) -> str:
    """A name as its language has it: ``valid?`` of Ruby, but ``next`` for ``next?`` of TypeScript."""
    marks = _MARKS.get(language.partition(' ')[0], '')  # "Ruby irb session" as well
    return text if text[-1:] in marks else text.rstrip('?').removesuffix('!')


def with_macros(pieces: Iterable[Piece]) -> list[Piece]:
    """The tokens of Rust, with the name of a macro that its lexer does not know and the sign behind it as one."""
    found: list[Piece] = []
    for piece in pieces:
        if found and piece.text[:1] in {'(', '[', '{'} and found[-1].text == '!' and len(found) > 1:
            name, sign = found[-2:]
            if is_a(name.type, Name) and name.start + len(name.text) == sign.start and sign.start + 1 == piece.start:
                found[-2:] = [Piece(name.start, Name.Function.Magic, f'{name.text}!')]
        found.append(piece)
    return found
