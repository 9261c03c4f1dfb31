"""Names in code blocks, by what Pygments says of each token.

The tokens are joined to chains (``os.path.join``, ``std::vector``), keywords, numbers, comments and program output
are left out, and each name carries what the grammar knows: imported, defined, called, an attribute, a key, an option.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from pygments.token import (
    Comment,
    Error,
    Generic,
    Keyword,
    Name,
    Operator,
    Punctuation,
    String,
    Token,
    _TokenType,
)

from sphinx_kwindex.collect.shell import shell_candidates
from sphinx_kwindex.collect.tokens import Piece, is_a, lexer_of, pieces_of
from sphinx_kwindex.shapes import MAX_NAME, WEAK_HINTS, Candidate, is_file_name, is_strong, prose_candidates

TEXT_LANGUAGES = frozenset({'text', 'none', 'output', ''})
_SHELLS = frozenset(
    {
        'Bash',
        'Bash Session',
        'MSDOS Session',
        'Batchfile',
        'PowerShell',
        'PowerShell Session',
        'Fish',
        'Tcsh',
        'Tcsh Session',
    }
)
_KEYED = frozenset({'YAML', 'JSON', 'TOML', 'INI', 'Properties', 'JSON-LD', 'JSON5', 'XML', 'Docker'})
_MARKUP = re.compile(r'HTML|XML|Django|Jinja|Genshi|Mako|Smarty|Handlebars')
_AS_TEXT = frozenset({'Text only', 'Diff', 'Markdown', 'reStructuredText'})
"""Languages whose grammar says nothing of names."""
_JOINTS = frozenset({'.', '::', '->', '?.'})
_RECEIVERS = frozenset({'self', 'cls', 'this', 'super', '$this'})
_MAX_BLOCK = 400_000
"""Characters; a longer block is data, and no lexer should be let loose on it."""


def code_candidates(code: str, language: str) -> list[Candidate]:
    """The names of a code block in *language*, a Pygments alias or one of Sphinx's own (``default``, ``none``).

    A block in an unknown language, and one that is no valid code of the default language, is read as text.
    """
    return [candidate for candidate in _candidates(code, language) if len(candidate.name) <= MAX_NAME]


def _candidates(code: str, language: str) -> Iterable[Candidate]:
    guess = language == 'default'
    if guess:
        language = 'pycon' if code.startswith('>>>') else 'python'
    lexer = None if language in TEXT_LANGUAGES or len(code) > _MAX_BLOCK else lexer_of(language)
    if lexer is None or lexer.name in _AS_TEXT:
        return _text_candidates(code)
    if lexer.name == 'Bash' and code.lstrip().startswith('$ '):
        lexer = lexer_of('console') or lexer  # a session under a script's name: what has no prompt is output
    try:
        pieces = pieces_of(lexer, code)
    except Exception:
        return _text_candidates(code)  # a lexer of the project's need not have all that those of Pygments have
    if guess and any(piece.type is Error for piece in pieces):
        return _text_candidates(code)
    if lexer.name in _SHELLS:
        return shell_candidates(pieces)
    return _grammar(pieces, keyed=lexer.name in _KEYED, markup=bool(_MARKUP.search(lexer.name)))


def _text_candidates(code: str) -> list[Candidate]:
    return [c for c in prose_candidates(code[:_MAX_BLOCK]) if c.hint not in WEAK_HINTS]


def _is_name(kind: _TokenType) -> bool:
    return is_a(kind, Name) or kind is Keyword.Type or kind is Keyword.Pseudo


def _grammar(pieces: list[Piece], *, keyed: bool, markup: bool) -> Iterator[Candidate]:
    """Names of a block in a language with a grammar."""
    line = _ImportLine()
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        line.feed(piece)
        if is_a(piece.type, Generic):
            position = _line_end(pieces, position) if piece.type is Generic.Error else position
            position += 1
            continue
        if is_a(piece.type, String):
            position, candidate = _string(pieces, position)
            if candidate:
                yield candidate
            continue
        if piece.type is Comment.PreprocFile:
            yield Candidate(piece.start, piece.text.strip('<>"'), 'import')
        elif is_a(piece.type, Comment.Preproc):
            yield from _preprocessor(piece)
        elif is_a(piece.type, Name.Decorator):
            position, chain = _chain(pieces, position)
            yield from _decorator(chain)
            continue
        elif _is_name(piece.type):
            end, chain = _chain(pieces, position)
            for part in pieces[position + 1 : end]:
                line.feed(part)
            yield from _named(chain, _next_text(pieces, end), line, keyed=keyed, markup=markup)
            position = end
            continue
        elif (is_a(piece.type, Keyword) or piece.type is Token.Keyword) and is_strong(piece.text):
            yield Candidate(piece.start, piece.text, 'identifier')
        position += 1


def _line_end(pieces: list[Piece], position: int) -> int:
    """The token that ends the line of an error: its message is output, though a lexer calls it a name."""
    while position < len(pieces) and '\n' not in pieces[position].text:
        position += 1
    return position


class _ImportLine:
    """Whether the tokens stand in an import statement, and whether after ``as``."""

    def __init__(self) -> None:
        self.importing = False
        self.module = False
        self.alias = False
        self._open = 0

    def feed(self, piece: Piece) -> None:
        """Take the next token of the block."""
        text = piece.text
        if piece.type is Keyword.Namespace or (
            is_a(piece.type, Keyword) and text in {'import', 'use', 'using', 'package'}
        ):
            if text.strip() == 'as':
                self.alias = True
            else:
                self.module = text.strip() in {'from', 'use', 'using', 'package'} or not self.module
                self.importing, self.alias = True, False
        elif self.importing and is_a(piece.type, Keyword) and text == 'as':
            self.alias = True
        elif is_a(piece.type, Punctuation) or text.strip() == ',':
            self._open += text.count('(') + text.count('{') - text.count(')') - text.count('}')
            self.alias = self.alias and ',' not in text
            if ';' in text:
                self._end()
        elif '\n' in text and self._open <= 0:
            self._end()

    def _end(self) -> None:
        self.importing = self.module = self.alias = False
        self._open = 0


def _chain(pieces: list[Piece], position: int) -> tuple[int, list[Piece]]:
    """Join names across ``.``, ``::`` and ``->``; return where the chain ends and its names."""
    chain = [pieces[position]]
    position += 1
    while (joint := _joint(pieces, position)) is not None:
        after = position + joint.tokens
        if after >= len(pieces) or not _is_name(pieces[after].type):
            break
        chain += [joint.piece, pieces[after]]
        position = after + 1
    return position, chain


class _Joint(NamedTuple):
    """What joins two names, and how many tokens it is."""

    piece: Piece
    tokens: int


def _joint(pieces: list[Piece], position: int) -> _Joint | None:
    """The joint at *position*; the lexers of C and its like give ``::`` and ``->`` as two operators."""
    here = pieces[position : position + 2]
    if len(here) == 2 and here[0].type is Operator and here[1].type in {Operator, Punctuation}:
        text = here[0].text + here[1].text
        if text in _JOINTS:
            return _Joint(Piece(here[0].start, Operator, text), 2)
    # The joints of a module's name are of the type of the name.
    if here and here[0].text in _JOINTS and any(is_a(here[0].type, t) for t in (Operator, Punctuation, Name.Namespace)):
        return _Joint(here[0], 1)
    return None


def _next_text(pieces: list[Piece], position: int) -> str:
    return pieces[position].text if position < len(pieces) else ''


_DEFINING = (
    (Name.Class, 'class'),
    (Name.Exception, 'exception'),
    (Name.Function, 'function'),
    (Name.Namespace, 'import'),
    (Name.Constant, 'constant'),
    (Name.Label, ''),
)


def _named(chain: list[Piece], following: str, line: _ImportLine, *, keyed: bool, markup: bool) -> Iterator[Candidate]:
    """The candidate that a chain of names stands for."""
    if line.alias:
        return
    names = [part.text for part in chain]
    start = chain[0].start
    while len(names) > 2 and names[0] in _RECEIVERS:
        names, chain = names[2:], chain[2:]
        start = chain[0].start
    joined = ''.join('.' if name in {'->', '?.'} else name for name in names)
    if '->' in names or '?.' in names:
        joined, start = names[-1], chain[-1].start
    kind = chain[-1].type
    name = joined.strip('.:"\'' if keyed else '.:')
    if not name or names[0] in _RECEIVERS or is_a(kind, Name.Builtin.Pseudo):
        return
    hint = _grammar_hint(kind, following, line, chained=len(names) > 1, keyed=keyed, markup=markup)
    if hint is None:
        return
    if markup and is_a(kind, Name.Tag):
        return
    yield Candidate(start + joined.index(name), name, hint)


def _grammar_hint(
    kind: _TokenType, following: str, line: _ImportLine, *, chained: bool, keyed: bool, markup: bool
) -> str | None:
    """What the grammar says of a name, or ``None`` where it is no name of the program's."""
    if line.importing:
        return 'import'
    if keyed and (is_a(kind, Name.Tag) or is_a(kind, Name.Attribute) or kind is Name):
        return 'key'
    if markup and (is_a(kind, Name.Tag) or is_a(kind, Name.Attribute)):
        return None
    if kind is Name.Function.Magic or kind is Name.Variable.Magic:
        return 'magic'
    for token, hint in _DEFINING:
        if is_a(kind, token):
            return hint
    if is_a(kind, Name.Builtin) or kind is Keyword.Type or kind is Keyword.Pseudo:
        return 'builtin' if not chained else 'attribute'
    called = following.startswith('(')
    if chained:
        return 'call' if called else 'attribute'
    if called:
        return 'call'
    return 'parameter' if following == '=' else 'variable'


def _preprocessor(piece: Piece) -> Iterator[Candidate]:
    """A preprocessor line: the macro that it defines, and what its body names."""
    defined = re.match(r'\s*(?:#\s*)?(?:define|undef|ifn?def)\s+(\w+)', piece.text)
    if defined:
        yield Candidate(piece.start + defined.start(1), defined[1], 'macro')
    for candidate in prose_candidates(piece.text):
        if candidate.hint in {'identifier', 'call'} and not (defined and candidate.name == defined[1]):
            yield Candidate(piece.start + candidate.start, candidate.name, candidate.hint)


def _decorator(chain: Sequence[Piece]) -> Iterator[Candidate]:
    text = ''.join(part.text for part in chain)
    name = text.strip().lstrip('@').strip()
    if name:
        yield Candidate(chain[0].start + text.index(name[0]), name, 'decorator')


def _string(pieces: list[Piece], position: int) -> tuple[int, Candidate | None]:
    """Read a whole string literal; its content is a name where it has the form of one."""
    start = position
    while position < len(pieces) and is_a(pieces[position].type, String):
        position += 1
    text = ''.join(piece.text for piece in pieces[start:position])
    stripped = text.strip('\'"`')
    if len(stripped) < 120 and is_strong(stripped) and re.fullmatch(r'[\w.:]+', stripped):
        hint = 'file' if is_file_name(stripped) else 'string'
        return position, Candidate(pieces[start].start + text.index(stripped), stripped, hint)
    return position, None
