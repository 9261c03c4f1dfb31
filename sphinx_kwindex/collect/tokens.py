"""The tokens of a code block, as Pygments gives them, and the lexers that make them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from typing import NamedTuple

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name, get_lexer_for_filename
from pygments.token import _TokenType
from pygments.util import ClassNotFound
from sphinx.highlighting import lexer_classes, lexers


class Piece(NamedTuple):
    """One token with its place in the block."""

    start: int
    type: _TokenType
    text: str


def lines_of(text: str) -> Iterator[tuple[int, str]]:
    """Each line of a text, with its end, and where it begins."""
    start = 0
    for line in text.splitlines(keepends=True):
        yield start, line
        start += len(line)


_MOST_LINES = 200
"""Lines that set something, in what an author shows of a file."""


def told_by_all(matches: Callable[[str], re.Match[str] | None], text: str) -> list[tuple[int, re.Match[str]]]:
    """Where each line begins, and what it matches without its end; nothing where one line does not, or the text is long."""
    found: list[tuple[int, re.Match[str]]] = []
    for start, line in lines_of(text):
        match = matches(line.rstrip('\n'))
        if match is None or len(found) == _MOST_LINES:
            return []
        found.append((start, match))
    return found


def is_a(kind: _TokenType, parent: _TokenType) -> bool:
    """Whether a token type is *parent* or below it."""
    return kind in parent  # type: ignore[comparison-overlap]  # the stubs know token types as tuples only


@lru_cache(maxsize=128)
def _known_lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def _registered_lexer(language: str) -> Lexer | None:
    """The lexer that the project or an extension has given to Sphinx under this name."""
    if (ready := lexers.get(language)) is not None:
        return ready
    found = lexer_classes.get(language)
    return found(stripnl=False, ensurenl=False) if found else None


_PHP_TAG = re.compile(r'<\?(?!xml\b)')


def inline_php(lexer: Lexer, code: str) -> Lexer:
    """The lexer that reads PHP as documentation shows it: without the tag that a file begins with."""
    if lexer.name != 'PHP' or _PHP_TAG.search(code):
        return lexer
    return get_lexer_by_name('php', stripnl=False, ensurenl=False, startinline=True)


def lexer_of(language: str) -> Lexer | None:
    """The lexer of a language, ``None`` where nobody knows it.

    Sites write more behind the language, as the lines to be marked or the name of a file (``js{7,12}``, ``json:title=it.json``),
    and extensions of file names for it (``yml``, ``.go``). Of two languages (``pycon+sql``) the first is read where nobody knows
    both.
    """
    bare = _BEHIND_LANGUAGE.split(language, maxsplit=1)[0].strip().lower().lstrip('.')
    if bare in _MARKUP:
        return _known_lexer('html')
    if bare in _COMMANDS:
        return _known_lexer('console')
    if bare in _OF_BLOCKS:
        return _known_lexer('hcl')
    known = _known_lexer(language) or _registered_lexer(language) or _lexer_of_extension(bare)
    return known or (_known_lexer(bare.partition('+')[0]) if '+' in bare else None)


_BEHIND_LANGUAGE = re.compile(r'[{:,]')
_MARKUP = frozenset({'vue', 'vue-html', 'svelte', 'astro', 'heex', 'leex'})
"""Files of components, and templates of Phoenix: markup with scripts and styles.

Pygments reads those of Vue as scripts, and others not at all.
"""

_OF_BLOCKS = frozenset({'alloy', 'nomad', 'opentofu', 'packer', 'river', 'tofu'})
"""What sites call the configuration language of HashiCorp, and others that are written as it is."""
_COMMANDS = frozenset({'azurecli', 'azurecli-interactive', 'cmdline', 'commandline', 'dotnetcli', 'terminal'})
"""What sites call the commands of a reader: https://learn.microsoft.com/contribute/content/code-in-docs."""


@lru_cache(maxsize=128)
def _lexer_of_extension(extension: str) -> Lexer | None:
    if not re.fullmatch(r'[a-z][\w+-]{0,15}', extension):
        return None
    try:
        return _known_lexer(extension) or get_lexer_for_filename(f'x.{extension}', stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def pieces_of(lexer: Lexer, code: str) -> list[Piece]:
    """The tokens of a block, each with its place."""
    # Comments and preprocessor lines are found by the line break behind them.
    return list(map(Piece._make, lexer.get_tokens_unprocessed(f'{code}\n')))
