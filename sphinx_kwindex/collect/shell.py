"""Commands, options and environment variables in shell scripts and sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import zip_longest

from pygments.token import Comment, Error, Generic, Keyword, Name, String, Text

from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate, is_file_name, is_strong

_SEPARATORS = frozenset({'|', '||', '&&', ';', '&', '(', '`', '$('})
_BEFORE_COMMANDS = frozenset({'if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', '{'})
_SHELL_GRAMMAR = frozenset(
    {'fi', 'for', 'done', 'case', 'esac', 'select', 'function', 'return', 'break', 'continue', '}'}
)
_COMMAND = re.compile(r'[A-Za-z_][\w.+-]*')
_OPTION = re.compile(r'(--[A-Za-z][\w-]*|-[A-Za-z]\b)')
_ASSIGNMENT = re.compile(r'([A-Z_][A-Z0-9_]*)\+?=')
_PASS_THROUGH = frozenset({'sudo', 'exec', 'time', 'env', 'nohup'})
_ASSIGNING = frozenset({'export', 'declare', 'local', 'readonly', 'env'})


def shell_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """Commands, options and environment variables of a shell session; prompts, strings and output are left out."""
    first, assigning, end = True, False, -1
    for word, start, plain in _shell_words(pieces):
        if word == '\n' or word in _SEPARATORS:
            first, assigning, end = True, False, -1
        elif start == end:  # more of an assigned value
            end += len(word)
        elif first and (word in _BEFORE_COMMANDS or word in _SHELL_GRAMMAR):
            first = word in _BEFORE_COMMANDS
        elif variable := re.fullmatch(r'\$\{?([A-Za-z_]\w+)\}?', word):
            yield Candidate(start, variable[1], 'envvar')
            first = False
        elif (first or assigning) and (match := _ASSIGNMENT.match(word)):
            yield Candidate(start, match[1], 'envvar')
            end = start + len(word)
        elif match := _OPTION.match(word):
            yield Candidate(start, match[1], 'option')
            first = False
        elif first and plain and _COMMAND.fullmatch(word):
            yield Candidate(start, word, 'command')
            first, assigning = word in _PASS_THROUGH, word in _ASSIGNING
        else:
            if plain and (is_file_name(word) or is_strong(word)) and re.fullmatch(r'[\w./-]+', word):
                yield Candidate(start, word, 'file' if is_file_name(word) else 'identifier')
            first = False


def _variables_joined(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The tokens, with the name and the sign of an assignment as one, and a name in braces as ``$NAME``."""
    before = ''
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.type is Name.Variable and following is not None and following.text in {'=', '+='}:
            yield Piece(piece.start, piece.type, piece.text + following.text)
        elif piece.type is Name.Variable and before == '${':
            yield Piece(piece.start, piece.type, f'${piece.text}')
        elif not (piece.text in {'=', '+='} and before == '='):
            yield piece
        before = '=' if piece.type is Name.Variable else piece.text


def _shell_words(pieces: Sequence[Piece]) -> Iterator[tuple[str, int, bool]]:
    """The words of the command lines, each with its start and whether it is bare text."""
    for piece in _variables_joined(pieces):
        if is_a(piece.type, Generic) or is_a(piece.type, Comment):
            if piece.type is Generic.Output or piece.type is Generic.Prompt:
                yield '\n', piece.start, False
            continue
        plain = not (is_a(piece.type, String) or piece.type is Error)
        if not plain:
            yield '"', piece.start, False
            continue
        for match in re.finditer(r'\n|[^\s]+', piece.text):
            if match[0] == '\\' or (is_a(piece.type, String.Escape)):
                continue
            yield (
                match[0],
                piece.start + match.start(),
                is_a(piece.type, Text) or is_a(piece.type, Name) or is_a(piece.type, Keyword),
            )
