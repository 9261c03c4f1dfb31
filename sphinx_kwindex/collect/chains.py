"""The tokens of a block as a grammar reads them: names joined to chains, literals whole, blanks and comments gone."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import NamedTuple

from pygments.token import Comment, Generic, Keyword, Name, Operator, Punctuation, String, Token, _TokenType

from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate, is_file_name, is_header_field, is_joined, is_mime_type, is_snake, is_strong

NAME, WORD, SIGN, STRING, BREAK, OTHER, PREPROC, BLANK = (
    'name',
    'word',
    'sign',
    'string',
    'break',
    'other',
    'preproc',
    'blank',
)
"""The sorts of links; a word is one that the language reserves."""
RECEIVERS = frozenset({'self', 'cls', 'this', 'super', '$this', 'Self'})
"""What a member is read from inside its own class."""
_JOINTS = frozenset({'.', '::', '->', '?.'})
_NO_NAMES = frozenset({*_JOINTS, '&'})
"""What lexers give the type of a name, though it is a sign."""
_RESTARTING = frozenset({'->', '?.'})
"""Joints behind a variable; what stands before them names nothing."""
_PAIRS = frozenset(
    {'::', '->', '?.', '=>', '==', '!=', '<=', '>=', '+=', '-=', '*=', '/=', '|=', '&&', '||', '<<', ':='}
)
"""Operators of two characters that some lexers give as two."""
_BRACKETS = frozenset('()[]{}')


class Link(NamedTuple):
    """One token that a grammar cares for; a chain of names is one."""

    start: int
    sort: str
    text: str
    kind: _TokenType
    member: bool = False
    """Whether a name is read from something before it that is no name: a call, ``self``."""


@lru_cache(maxsize=512)
def sort_of(kind: _TokenType) -> str:
    """What a grammar takes a token of this type for."""
    if is_a(kind, Name):
        return OTHER if is_a(kind, Name.Entity) else NAME
    if is_a(kind, Keyword):
        return NAME if kind is Keyword.Type or kind is Keyword.Pseudo else WORD
    if is_a(kind, Operator):
        return WORD if is_a(kind, Operator.Word) else SIGN
    if is_a(kind, Punctuation):
        return SIGN
    if is_a(kind, String):
        return STRING
    if is_a(kind, Comment.Preproc) or is_a(kind, Comment.PreprocFile):
        return PREPROC
    if is_a(kind, Generic) or is_a(kind, Comment) or is_a(kind, Token.Text) or kind is Token:
        return BLANK
    return OTHER


def links(pieces: Sequence[Piece]) -> list[Link]:
    """Read *pieces* once.

    A break stands where one or more lines end; its start is that of the next line behind its prompt, and its text is
    the prompt.
    """
    found: list[Link] = []
    position, count = 0, len(pieces)
    while position < count:
        piece = pieces[position]
        sort = sort_of(piece.type)
        if sort is BLANK:
            _blank(piece, found)
            position += 1
        elif (sort is NAME and piece.text not in _NO_NAMES) or _is_read_atom(pieces, position):
            position = _chain(pieces, position, found)
        elif sort is STRING:
            position = _literal(pieces, position, found)
        elif sort is SIGN or sort is NAME:
            position = _sign(pieces, position, found)
        else:
            found.append(Link(piece.start, sort, piece.text, piece.type))
            position += 1
    return found


def _blank(piece: Piece, found: list[Link]) -> None:
    text = piece.text
    prompt = piece.type is Generic.Prompt
    if prompt:
        start, said = piece.start + len(text), text.strip()
    elif '\n' in text and not text.lstrip(' \t').startswith('\\'):
        start, said = piece.start + text.rindex('\n') + 1, ''
    else:
        return
    if found and found[-1].sort is BREAK:
        said = said or (found[-1].text if not prompt else '')
        found.pop()
    found.append(Link(start, BREAK, said, piece.type))


def _sign(pieces: Sequence[Piece], position: int, found: list[Link]) -> int:
    piece = pieces[position]
    text = piece.text
    if len(text) > 1 and text[0] in _BRACKETS:
        found.extend(Link(piece.start + at, SIGN, sign, piece.type) for at, sign in enumerate(text) if sign.strip())
        return position + 1
    text, width = _operator(pieces, position)
    found.append(Link(piece.start, SIGN, text.strip(), piece.type))
    return position + width


def _operator(pieces: Sequence[Piece], position: int) -> tuple[str, int]:
    """The operator at *position* and the number of its tokens."""
    piece = pieces[position]
    if piece.text == '.' and position + 1 < len(pieces) and pieces[position + 1].text == '.':
        width = 2
        while width < 3 and position + width < len(pieces) and pieces[position + width].text == '.':
            width += 1
        return '.' * width, width
    if piece.type is Operator and len(piece.text) == 1 and position + 1 < len(pieces):
        following = pieces[position + 1]
        # Python's slices have two colons, but as punctuation.
        if (piece.text + following.text) in _PAIRS and sort_of(following.type) is SIGN:
            return piece.text + following.text, 2
    return piece.text, 1


def _calls_module(module: Piece, joint: str, function: Piece) -> bool:
    """Whether a function of a module is called, as Erlang writes it: ``gen_server:call``."""
    return joint == ':' and module.type is Name.Namespace and function.type is Name.Function


def _is_read_atom(pieces: Sequence[Piece], position: int) -> bool:
    """Whether an atom of Elixir is a module of Erlang, of which a function is called: ``:gen_tcp.send``."""
    if pieces[position].type is not String.Symbol or position + 3 >= len(pieces):
        return False
    atom, dot, member, behind = pieces[position : position + 4]
    calls = dot.text == '.' and sort_of(member.type) is NAME and behind.text[:1] == '('
    return calls and atom.text[:1] == ':' and atom.text[1:].isidentifier()


def _chain(pieces: Sequence[Piece], position: int, found: list[Link]) -> int:
    """Join names across ``.``, ``::`` and ``->`` to one link; return where the chain ends."""
    first = pieces[position]
    bare = first.text.lstrip(':')
    texts, start, kind = [bare], first.start + len(first.text) - len(bare), first.type
    member = bool(found) and _is_read_from(found[-1], start)
    position += 1
    while position < len(pieces) and sort_of(pieces[position].type) in (SIGN, NAME):
        joint, width = _operator(pieces, position)
        after = position + width
        if after >= len(pieces) or (joint not in _JOINTS and not _calls_module(first, joint, pieces[after])):
            break
        piece = pieces[after]
        if sort_of(piece.type) is not NAME or piece.text in _NO_NAMES:
            break
        if joint in _RESTARTING or (len(texts) == 1 and texts[0] in RECEIVERS):
            texts, start, member = [piece.text], piece.start, True
        else:
            texts += [joint, piece.text]
        if kind is not Name.Decorator:
            kind = piece.type
        position = after + 1
    text = ''.join(texts)
    if text.startswith('[') and (match := _ATTRIBUTE.match(text)):
        found.append(Link(start + match.start(1), NAME, match[1], Name.Decorator))
        return position
    if kind is Name.Decorator or text.startswith('@'):
        # In Ruby it is the sign of a variable.
        kind = kind if is_a(kind, Name.Variable) else Name.Decorator
        bare = text.lstrip('@ \t')
        start += len(text) - len(bare)
        text = bare.rstrip()
    if text:
        found.append(Link(start, NAME, text, kind, member))
    return position


def _is_read_from(joint: Link, start: int) -> bool:
    """Whether what stands at *start* is a member of something; an arrow with a blank behind it leads to a type."""
    return joint.sort is SIGN and (joint.text in {'.', '?.'} or (joint.text == '->' and joint.start + 2 == start))


def _literal(pieces: Sequence[Piece], position: int, found: list[Link]) -> int:
    """A string literal, or what of one stands before or behind an interpolation."""
    start, begin = pieces[position].start, position
    while position < len(pieces) and sort_of(pieces[position].type) is STRING:
        position += 1
    text = ''.join([piece.text for piece in pieces[begin:position]])
    found.append(Link(start, STRING, text, pieces[position - 1].type))
    return position


_ATTRIBUTE = re.compile(r'\[\s*([\w.]+)')
"""An attribute in square brackets, which the lexer of C# gives as one token."""
_WHOLE = re.compile(r'[A-Za-z@$]{0,3}(["\'`]{1,3})([\w.:]+)\1')


_HEADER = re.compile(r'["\'`]([A-Z][A-Za-z]{0,20}(?:-[A-Z][A-Za-z]{0,20}){1,5})["\'`]')
"""The name of a field of HTTP (RFC 9110) or of a mail, as it is mostly written: ``Content-Type``."""
_SCOPED = re.compile(r'(["\'])(@[a-z0-9][\w.-]{0,60}/[a-z0-9][\w.-]{0,60})\1')
"""A package of npm: https://docs.npmjs.com/about-scopes."""
_KEY_OF_CLOJURE = re.compile(r':([a-z][\w.-]*/[a-z][\w-]*|[a-z][a-z0-9]*(?:-[a-z0-9]+)+)')
"""A keyword with a namespace, or of several words: ``:openapi/example``, ``:no-doc``."""
_QUOTED_OPTION = re.compile(r'["\'](--[a-z][a-z0-9]*(?:-[a-z0-9]+)*)["\']')
ARTIFACT = re.compile(
    r'["\']?((?:androidx|com|de|dev|io|net|org)(?:\.[a-z][\w-]{0,40}){1,6}:[a-z][\w.-]{1,60}\w)(?::[^\s"\':]{0,60})?["\']?'
)
"""What builds of the JVM ask for, by group and name: https://maven.apache.org/pom.html#maven-coordinates."""
_LONGEST_MIME_TYPE = 80


def string_name(link: Link) -> str:
    """What a literal of one word holds; '' for any other."""
    if len(link.text) > 130:
        return ''
    match = _WHOLE.fullmatch(link.text)
    return match[2] if match else ''


def string_candidates(link: Link) -> Iterable[Candidate]:
    """The content of a string literal, where all of it has the form of a name, of a header or of a MIME type."""
    if len(link.text) < _LONGEST_MIME_TYPE and is_mime_type(quoted := link.text.strip('"\'`')):
        yield Candidate(link.start + link.text.index(quoted), quoted, 'mime')
        return
    if (header := _HEADER.fullmatch(link.text)) and is_header_field(header[1]):
        yield Candidate(link.start + header.start(1), header[1], 'header')
        return
    if link.kind is String.Symbol and is_snake(symbol := link.text.strip(':\'"#')) and symbol.isidentifier():
        yield Candidate(link.start + link.text.index(symbol), symbol, 'identifier')  # of Ruby, and an atom of Elixir
        return
    if link.kind is String.Symbol and (key := _KEY_OF_CLOJURE.fullmatch(link.text)):
        yield Candidate(link.start + 1, key[1], 'key')
        return
    if option := _QUOTED_OPTION.fullmatch(link.text):
        yield Candidate(link.start + 1, option[1], 'option')
        return
    if artifact := ARTIFACT.fullmatch(link.text):
        yield Candidate(link.start + artifact.start(1), artifact[1], 'package')
        return
    if scoped := _SCOPED.fullmatch(link.text):
        yield Candidate(link.start + 1, scoped[2], 'package')
        return
    name = string_name(link)
    if name and link.kind is not String.Doc and is_strong(name):
        yield Candidate(link.start + link.text.index(name), name, 'file' if is_file_name(name) else 'string')


_QUOTED_SETTING = re.compile(r'(["\'])([\w.-]{3,80})\1')
_SETTINGS = re.compile(
    r'(?:\w+\.){0,9}(?:config|conf|cfg|settings|options|preferences)(?:\.(?:get|set|pop|setdefault|update|get[a-z_]+))?'
)
"""What programs read and set settings with: ``config.get('work-stealing')``."""


def setting_of_program(before: Link, opening: Link, link: Link, following: Link) -> Candidate | None:
    """The setting that a string names: the key of a mapping, or what is asked of an object of settings."""
    quoted = _QUOTED_SETTING.fullmatch(link.text)
    if quoted is None:
        return None
    name = quoted[2]
    is_key = following.text == ':' and (is_joined(name) or _IN_CAPITALS.fullmatch(name))
    asked = opening.text in {'[', '('} and before.sort is NAME and _SETTINGS.fullmatch(before.text)
    formed = (name.isupper() or not name.isalpha()) and all(map(_LINK.fullmatch, name.split('.')))
    if is_key or (asked and formed):
        return Candidate(link.start + 1, name, 'key')
    return None


_IN_CAPITALS = re.compile(r'[A-Z]{4,20}')
"""A key of settings that are written as a mapping in Python: ``{'TIMEOUT': 5}``."""
_LINK = re.compile(r'[a-z][a-z0-9]*(?:[-_][a-z0-9]+)*|[A-Z][A-Z0-9_]+')
_ENVIRONMENT = re.compile(
    r'(?:[\w.:]*[.:>])?(?:environ(?:\.(?:get|pop|setdefault))?|(?:secure_)?getenv|(?:un)?setenv|putenv|delenv|[GS]etenv|Unsetenv'
    r'|LookupEnv|GetEnvironmentVariable|ENV(?:\.fetch)?|env::var(?:_os)?|process\.env)'
)
"""What programs read and set variables of the environment with: Python, C, Go, Rust, Ruby, JavaScript, .NET."""

_BY_LIBRARY = re.compile(r'env(?:\.(?:bool|dict|float|get|int|list|str|url))?|Env::get')
"""What frameworks read variables with, in capitals: ``env('APP_KEY')`` of Laravel, ``env.bool('DEBUG')`` of django-environ."""


def variable_of_environment(before: Link, opening: Link, link: Link) -> Candidate | None:
    """The variable of the environment that a string names: ``os.environ['HOME']``, ``getenv("HOME")``."""
    if opening.text in {'[', '('} and before.sort is NAME:
        name = string_name(link)
        read = opening.text == '(' and name.isupper() and _BY_LIBRARY.fullmatch(before.text)
        called = _ENVIRONMENT.fullmatch(before.text) or read
        if called and name.isidentifier():
            return Candidate(link.start + link.text.index(name), name, 'envvar')
    return None
