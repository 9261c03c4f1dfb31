"""Names in code blocks, by what Pygments says of each token.

The tokens are joined to chains (``os.path.join``, ``std::vector``), keywords, numbers, comments and program output
are left out, and each name carries what the grammar knows: imported, defined, called, an attribute, a key, an option.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import zip_longest
from typing import NamedTuple

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import (
    Comment,
    Error,
    Generic,
    Keyword,
    Name,
    Operator,
    Punctuation,
    String,
    Text,
    Token,
    _TokenType,
)
from pygments.util import ClassNotFound

from sphinx_kwindex.shapes import MAX_NAME, Candidate, is_file_name, is_strong, prose_candidates

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


class _Piece(NamedTuple):
    """One token with its place in the block."""

    start: int
    type: _TokenType
    text: str


def _is_a(kind: _TokenType, parent: _TokenType) -> bool:
    """Whether a token type is *parent* or below it."""
    return kind in parent  # type: ignore[comparison-overlap]  # the stubs know token types as tuples only


@lru_cache(maxsize=128)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None


def code_candidates(code: str, language: str) -> list[Candidate]:
    """The names of a code block in *language*, a Pygments alias or one of Sphinx's own (``default``, ``none``).

    A block in an unknown language, and one that is no valid code of the default language, is read as text.
    """
    return [candidate for candidate in _candidates(code, language) if len(candidate.name) <= MAX_NAME]


def _candidates(code: str, language: str) -> Iterable[Candidate]:
    guess = language == 'default'
    if guess:
        language = 'pycon' if code.startswith('>>>') else 'python'
    lexer = None if language in TEXT_LANGUAGES or len(code) > _MAX_BLOCK else _lexer(language)
    if lexer is None or lexer.name in _AS_TEXT:
        return _text_candidates(code)
    if lexer.name == 'Bash' and code.lstrip().startswith('$ '):
        lexer = _lexer('console') or lexer  # a session under a script's name: what has no prompt is output
    pieces = _pieces(lexer, code)
    if guess and any(piece.type is Error for piece in pieces):
        return _text_candidates(code)
    if lexer.name in _SHELLS:
        return _shell(pieces)
    return _grammar(pieces, keyed=lexer.name in _KEYED, markup=bool(_MARKUP.search(lexer.name)))


def _text_candidates(code: str) -> list[Candidate]:
    return [c for c in prose_candidates(code[:_MAX_BLOCK]) if c.hint not in {'capital', 'acronym'}]


def _pieces(lexer: Lexer, code: str) -> list[_Piece]:
    # Comments and preprocessor lines are found by the line break behind them.
    return [_Piece(start, kind, text) for start, kind, text in lexer.get_tokens_unprocessed(f'{code}\n')]


def _is_name(kind: _TokenType) -> bool:
    return _is_a(kind, Name) or kind is Keyword.Type or kind is Keyword.Pseudo


def _grammar(pieces: list[_Piece], *, keyed: bool, markup: bool) -> Iterator[Candidate]:
    """Names of a block in a language with a grammar."""
    line = _ImportLine()
    position = 0
    while position < len(pieces):
        piece = pieces[position]
        line.feed(piece)
        if _is_a(piece.type, Generic):
            position = _line_end(pieces, position) if piece.type is Generic.Error else position
            position += 1
            continue
        if _is_a(piece.type, String):
            position, candidate = _string(pieces, position)
            if candidate:
                yield candidate
            continue
        if piece.type is Comment.PreprocFile:
            yield Candidate(piece.start, piece.text.strip('<>"'), 'import')
        elif _is_a(piece.type, Comment.Preproc):
            yield from _preprocessor(piece)
        elif _is_a(piece.type, Name.Decorator):
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
        elif (_is_a(piece.type, Keyword) or piece.type is Token.Keyword) and is_strong(piece.text):
            yield Candidate(piece.start, piece.text, 'identifier')
        position += 1


def _line_end(pieces: list[_Piece], position: int) -> int:
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

    def feed(self, piece: _Piece) -> None:
        """Take the next token of the block."""
        text = piece.text
        if piece.type is Keyword.Namespace or (
            _is_a(piece.type, Keyword) and text in {'import', 'use', 'using', 'package'}
        ):
            if text.strip() == 'as':
                self.alias = True
            else:
                self.module = text.strip() in {'from', 'use', 'using', 'package'} or not self.module
                self.importing, self.alias = True, False
        elif self.importing and _is_a(piece.type, Keyword) and text == 'as':
            self.alias = True
        elif _is_a(piece.type, Punctuation) or text.strip() == ',':
            self._open += text.count('(') + text.count('{') - text.count(')') - text.count('}')
            self.alias = self.alias and ',' not in text
            if ';' in text:
                self._end()
        elif '\n' in text and self._open <= 0:
            self._end()

    def _end(self) -> None:
        self.importing = self.module = self.alias = False
        self._open = 0


def _chain(pieces: list[_Piece], position: int) -> tuple[int, list[_Piece]]:
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

    piece: _Piece
    tokens: int


def _joint(pieces: list[_Piece], position: int) -> _Joint | None:
    """The joint at *position*; the lexers of C and its like give ``::`` and ``->`` as two operators."""
    here = pieces[position : position + 2]
    if len(here) == 2 and here[0].type is Operator and here[1].type in {Operator, Punctuation}:
        text = here[0].text + here[1].text
        if text in _JOINTS:
            return _Joint(_Piece(here[0].start, Operator, text), 2)
    # The joints of a module's name are of the type of the name.
    if (
        here
        and here[0].text in _JOINTS
        and any(_is_a(here[0].type, t) for t in (Operator, Punctuation, Name.Namespace))
    ):
        return _Joint(here[0], 1)
    return None


def _next_text(pieces: list[_Piece], position: int) -> str:
    return pieces[position].text if position < len(pieces) else ''


_DEFINING = (
    (Name.Class, 'class'),
    (Name.Exception, 'exception'),
    (Name.Function, 'function'),
    (Name.Namespace, 'import'),
    (Name.Constant, 'constant'),
    (Name.Label, ''),
)


def _named(chain: list[_Piece], following: str, line: _ImportLine, *, keyed: bool, markup: bool) -> Iterator[Candidate]:
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
    if not name or names[0] in _RECEIVERS or _is_a(kind, Name.Builtin.Pseudo):
        return
    hint = _grammar_hint(kind, following, line, chained=len(names) > 1, keyed=keyed, markup=markup)
    if hint is None:
        return
    if markup and _is_a(kind, Name.Tag):
        return
    yield Candidate(start + joined.index(name), name, hint)


def _grammar_hint(
    kind: _TokenType, following: str, line: _ImportLine, *, chained: bool, keyed: bool, markup: bool
) -> str | None:
    """What the grammar says of a name, or ``None`` where it is no name of the program's."""
    if line.importing:
        return 'import'
    if keyed and (_is_a(kind, Name.Tag) or _is_a(kind, Name.Attribute) or kind is Name):
        return 'key'
    if markup and (_is_a(kind, Name.Tag) or _is_a(kind, Name.Attribute)):
        return None
    if kind is Name.Function.Magic or kind is Name.Variable.Magic:
        return 'magic'
    for token, hint in _DEFINING:
        if _is_a(kind, token):
            return hint
    if _is_a(kind, Name.Builtin) or kind is Keyword.Type or kind is Keyword.Pseudo:
        return 'builtin' if not chained else 'attribute'
    called = following.startswith('(')
    if chained:
        return 'call' if called else 'attribute'
    if called:
        return 'call'
    return 'parameter' if following == '=' else 'variable'


def _preprocessor(piece: _Piece) -> Iterator[Candidate]:
    """A preprocessor line: the macro that it defines, and what its body names."""
    defined = re.match(r'\s*(?:#\s*)?(?:define|undef|ifn?def)\s+(\w+)', piece.text)
    if defined:
        yield Candidate(piece.start + defined.start(1), defined[1], 'macro')
    for candidate in prose_candidates(piece.text):
        if candidate.hint in {'identifier', 'call'} and not (defined and candidate.name == defined[1]):
            yield Candidate(piece.start + candidate.start, candidate.name, candidate.hint)


def _decorator(chain: Sequence[_Piece]) -> Iterator[Candidate]:
    text = ''.join(part.text for part in chain)
    name = text.strip().lstrip('@').strip()
    if name:
        yield Candidate(chain[0].start + text.index(name[0]), name, 'decorator')


def _string(pieces: list[_Piece], position: int) -> tuple[int, Candidate | None]:
    """Read a whole string literal; its content is a name where it has the form of one."""
    start = position
    while position < len(pieces) and _is_a(pieces[position].type, String):
        position += 1
    text = ''.join(piece.text for piece in pieces[start:position])
    stripped = text.strip('\'"`')
    if len(stripped) < 120 and is_strong(stripped) and re.fullmatch(r'[\w.:]+', stripped):
        hint = 'file' if is_file_name(stripped) else 'string'
        return position, Candidate(pieces[start].start + text.index(stripped), stripped, hint)
    return position, None


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


def _shell(pieces: Sequence[_Piece]) -> Iterator[Candidate]:
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


def _variables_joined(pieces: Sequence[_Piece]) -> Iterator[_Piece]:
    """The tokens, with the name and the sign of an assignment as one, and a name in braces as ``$NAME``."""
    before = ''
    for piece, following in zip_longest(pieces, pieces[1:]):
        if piece.type is Name.Variable and following is not None and following.text in {'=', '+='}:
            yield _Piece(piece.start, piece.type, piece.text + following.text)
        elif piece.type is Name.Variable and before == '${':
            yield _Piece(piece.start, piece.type, f'${piece.text}')
        elif not (piece.text in {'=', '+='} and before == '='):
            yield piece
        before = '=' if piece.type is Name.Variable else piece.text


def _shell_words(pieces: Sequence[_Piece]) -> Iterator[tuple[str, int, bool]]:
    """The words of the command lines, each with its start and whether it is bare text."""
    for piece in _variables_joined(pieces):
        if _is_a(piece.type, Generic) or _is_a(piece.type, Comment):
            if piece.type is Generic.Output or piece.type is Generic.Prompt:
                yield '\n', piece.start, False
            continue
        plain = not (_is_a(piece.type, String) or piece.type is Error)
        if not plain:
            yield '"', piece.start, False
            continue
        for match in re.finditer(r'\n|[^\s]+', piece.text):
            if match[0] == '\\' or (_is_a(piece.type, String.Escape)):
                continue
            yield (
                match[0],
                piece.start + match.start(),
                _is_a(piece.type, Text) or _is_a(piece.type, Name) or _is_a(piece.type, Keyword),
            )
