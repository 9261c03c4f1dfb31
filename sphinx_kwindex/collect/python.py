"""Names in Python, statement by statement: the lines' columns tell what stands in a class and what in a function."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from pygments.token import Generic, Name

from sphinx_kwindex.collect.chains import (
    BREAK,
    NAME,
    OTHER,
    RECEIVERS,
    SIGN,
    STRING,
    WORD,
    Link,
    links,
    setting_of_program,
    string_candidates,
    variable_of_environment,
)
from sphinx_kwindex.collect.imports import Names, last_link
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.collect.uses import hint_of_use, shaped_candidates
from sphinx_kwindex.shapes import Candidate

_COMPOUND = frozenset(
    ['class', 'def', 'if', 'elif', 'else', 'for', 'while', 'with', 'try', 'except', 'finally', 'match', 'case', 'async']
)  # fmt: skip
_NEVER_INSIDE = frozenset({'def', 'class', 'import'})
"""Words that no bracket can hold: where a line begins with one, an open bracket was never closed."""
_PROPERTIES = frozenset({'property', 'cached_property', 'abstractproperty', 'getter', 'setter', 'deleter'})
"""Decorators of functions that are read or set as attributes are."""
_OPENING, _CLOSING = frozenset('([{'), frozenset(')]}')
_END = Link(0, BREAK, '', Generic)


class _Scope(NamedTuple):
    column: int
    sort: str


class _Span(NamedTuple):
    """A part of a statement's links."""

    links: Sequence[Link]
    begin: int
    end: int

    def at(self, position: int) -> Link:
        return self.links[position] if self.begin <= position < self.end else _END

    def from_(self, begin: int) -> _Span:
        return _Span(self.links, begin, self.end)

    def to(self, end: int) -> _Span:
        return _Span(self.links, self.begin, end)


def python_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names of a module, a script or a session; output and messages are left out."""
    statements = list(_statements(links(_input(pieces))))
    session = any(piece.type is Generic.Prompt for piece in pieces)
    reader = _Reader(settings=not session and all(_is_setting(statement) for _column, statement in statements))
    for column, statement in statements:
        yield from reader.statement(column, _Span(statement, 0, len(statement)))


def _input(pieces: Sequence[Piece]) -> Sequence[Piece]:
    """What was typed: all of a script, and of a session nothing from an output to the next prompt."""
    if not any(piece.type is Generic.Prompt for piece in pieces):
        return pieces
    typed, typing = [], False
    for piece in pieces:
        if is_a(piece.type, Generic):
            typing = piece.type is Generic.Prompt
        if typing:
            typed.append(piece)
    return typed


def _statements(found: Sequence[Link]) -> Iterator[tuple[int, list[Link]]]:
    """The logical lines, each with the column that it begins in."""
    current: list[Link] = []
    line = column = depth = 0
    fresh = False
    for link in found:
        if link.sort is BREAK:
            if (depth <= 0 or link.text == '>>>') and current:
                yield column, current
                current, depth = [], 0
            line, fresh = link.start, True
            continue
        if fresh and depth and link.sort is WORD and link.text in _NEVER_INSIDE:
            yield column, current
            current, depth = [], 0
        fresh = False
        if not current:
            column, depth = link.start - line, 0
        if link.sort is SIGN:
            if link.text == ';' and depth == 0:
                if current:
                    yield column, current
                current = []
                continue
            depth = max(0, depth + _step(link))
        current.append(link)
    if current:
        yield column, current


def _step(link: Link) -> int:
    """How much deeper in brackets what follows stands."""
    if link.sort is not SIGN:
        return 0
    return 1 if link.text in _OPENING else -1 if link.text in _CLOSING else 0


def _magic(span: _Span) -> Candidate | None:
    """What IPython is told behind a sign of percent: ``%timeit f(x)``."""
    begin = span.begin + (span.at(span.begin + 1).text == '%')
    sign, name = span.at(begin), span.at(begin + 1)
    told = sign.text == span.at(span.begin).text == '%' and name.sort is NAME and name.start == sign.start + 1
    return Candidate(name.start, name.text, 'command') if told else None


def _is_prose(statement: Sequence[Link]) -> bool:
    """Whether two names stand side by side, as in no statement: a text that the lexer found no fault with."""
    before = ''
    for at, link in enumerate(statement):
        if link.sort is NAME and before in {NAME, OTHER} and not (at == 1 and statement[0].text == 'type'):
            return link.kind is not Name.Decorator
        before = link.sort
    return False


def _header_end(span: _Span) -> int:
    """Where the colon of a compound statement stands; the end of *span* for others."""
    if span.at(span.begin).sort is WORD and span.at(span.begin).text in _COMPOUND:
        depth = lambdas = 0
        for position in range(span.begin, span.end):
            link = span.links[position]
            depth += _step(link)
            if link.text == 'lambda' and link.sort is WORD:
                lambdas += 1
            elif link.text == ':' and link.sort is SIGN and depth == 0:
                if not lambdas:
                    return position
                lambdas -= 1
    return span.end


class _Reader:
    """The statements of one block in their order: scopes, and the names imported so far."""

    def __init__(self, *, settings: bool) -> None:
        self.names = Names()
        self.scopes: list[_Scope] = []
        self.settings = settings
        self.reads_value = False
        """Whether a decorator has just said that a function is read as a value."""

    @property
    def scope(self) -> str:
        return self.scopes[-1].sort if self.scopes else 'module'

    def statement(self, column: int, span: _Span) -> Iterator[Candidate]:
        """The names of one logical line, with the suites that it holds."""
        while self.scopes and self.scopes[-1].column >= column:
            self.scopes.pop()
        if magic := _magic(span):
            yield magic
            span = span.from_(span.begin + (3 if span.at(span.begin + 1).text == '%' else 2))
        elif _is_prose(span.links):
            yield from shaped_candidates(span.links)
            return
        while span.begin < span.end:
            end = _header_end(span)
            yield from self._simple(column, span.to(end))
            span = span.from_(end + 1)

    def _simple(self, column: int, span: _Span) -> Iterator[Candidate]:
        if span.at(span.begin).text == 'async':
            span = span.from_(span.begin + 1)
        first = span.at(span.begin)
        word = first.text if first.sort is WORD else ''
        if word == 'import':
            yield from self._import(span)
        elif word == 'from':
            yield from self._from(span)
        elif word in {'class', 'def'} and span.at(span.begin + 1).sort is NAME:
            inside = self.scope
            self.scopes.append(_Scope(column, word))
            yield from self._class(span) if word == 'class' else self._function(span, inside)
            self.reads_value = False
        elif word in {'raise', 'except'}:
            yield from self._raised(span)
        elif first.text == 'type' and span.at(span.begin + 1).sort is NAME:
            yield Candidate(span.at(span.begin + 1).start, span.at(span.begin + 1).text, 'type')
            yield from self._expression(span.from_(span.begin + 2), typed=True)
        else:
            decorated = first.kind is Name.Decorator
            self.reads_value = decorated and (self.reads_value or last_link(first.text) in _PROPERTIES)
            yield from self._assigned(span)

    # -- imports ----------------------------------------------------------------------------------------------

    def _import(self, span: _Span) -> Iterator[Candidate]:
        for position in range(span.begin + 1, span.end):
            link = span.links[position]
            if link.sort is not NAME or span.at(position - 1).text == 'as':
                continue
            yield Candidate(link.start, link.text, 'module')
            if span.at(position + 1).text == 'as':
                self.names.bind(span.at(position + 2).text, link.text)

    def _from(self, span: _Span) -> Iterator[Candidate]:
        module, relative = '', False
        position = span.begin + 1
        while position < span.end and span.links[position].text != 'import':
            link = span.links[position]
            relative = relative or link.text.startswith('.')
            if link.sort is NAME:
                module = link.text
                yield Candidate(link.start, module, 'module')
            position += 1
        for at in range(position + 1, span.end):
            link = span.links[at]
            if link.sort is not NAME or span.at(at - 1).text == 'as':
                continue
            full = f'{module}.{link.text}' if module else link.text
            yield Candidate(link.start, full, 'import')
            local = span.at(at + 2).text if span.at(at + 1).text == 'as' else link.text
            if module != '__future__':
                self.names.bind(local, full)

    # -- definitions ------------------------------------------------------------------------------------------

    def _class(self, span: _Span) -> Iterator[Candidate]:
        name = span.at(span.begin + 1)
        yield Candidate(name.start, name.text, 'class')
        depth, bases = 0, False
        for position in range(span.begin + 2, span.end):
            link = span.links[position]
            if depth == 0 and link.sort is SIGN:
                bases = link.text == '('
            depth += _step(link)
            base = 'base' if bases and depth == 1 and span.at(position - 1).text != '=' else ''
            yield from self._link(span, position, depth, hint=base, typed=depth > 1)

    def _function(self, span: _Span, inside: str) -> Iterator[Candidate]:
        name = span.at(span.begin + 1)
        hint = ('field' if self.reads_value else 'method') if inside == 'class' else 'function'
        yield Candidate(name.start, name.text, 'magic' if name.kind is Name.Function.Magic else hint)
        depth, typed, returned = 0, False, False
        for position in range(span.begin + 2, span.end):
            link = span.links[position]
            depth += _step(link)
            if link.sort is SIGN and depth <= 1 and link.text in {',', ':', '=', '->'}:
                returned = returned or link.text == '->'
                typed = returned or link.text == ':'
            elif link.sort is NAME and depth == 1 and not typed and _is_parameter(span, position):
                if link.text not in RECEIVERS:
                    default = span.at(position + 1).text == '='
                    yield Candidate(link.start, link.text, 'parameter' if default else 'variable')
            else:
                yield from self._link(span, position, depth, typed=typed)

    def _raised(self, span: _Span) -> Iterator[Candidate]:
        caught, depth = True, 0
        for position in range(span.begin + 1, span.end):
            link = span.links[position]
            caught = caught and not (link.sort is WORD and link.text in {'as', 'from'})
            named = caught and (last_link(link.text)[:1].isupper() or link.kind is Name.Exception)
            yield from self._link(span, position, depth, hint='raised' if named else '')
            depth += _step(link)
            if link.sort is NAME and span.at(position + 1).text == '(':
                caught = False  # arguments follow

    # -- all else ---------------------------------------------------------------------------------------------

    def _assigned(self, span: _Span) -> Iterator[Candidate]:
        """A statement that may assign: what is before the last equals sign is assigned to."""
        equals, depth = -1, 0
        for position in range(span.begin, span.end):
            depth += _step(span.links[position])
            if depth == 0 and span.links[position].text == '=' and span.links[position].sort is SIGN:
                equals = position
        first = span.at(span.begin)
        if first.sort is NAME and span.at(span.begin + 1).text == ':' and span.end > span.begin + 2:
            yield from self._target(first)
            typed = span.to(equals if equals >= 0 else span.end).from_(span.begin + 2)
            # "Name: value" may be a line of anything; a module declares no name without a value.
            yield from self._expression(typed, typed=equals >= 0 or bool(self.scopes))
            if equals >= 0:
                yield from self._expression(span.from_(equals))
            return
        depth = 0
        for position in range(span.begin, span.end):
            link = span.links[position]
            depth += _step(link)
            if depth == 0 and position < equals and link.sort is NAME and span.at(position + 1).text in {'=', ','}:
                yield from self._target(link, literal=_is_literal(span.at(equals + 1)))
            else:
                yield from self._link(span, position, depth)

    def _target(self, link: Link, *, literal: bool = False) -> Iterator[Candidate]:
        text = link.text
        if text in RECEIVERS:
            return
        hint = 'variable'
        if link.member or '.' in text:
            hint = 'attribute'
            text = text if link.member else self.names.resolve(text)
        elif is_a(link.kind, Name.Variable.Magic):
            hint = 'magic'
        elif self.scope == 'class':
            hint = 'field'
        elif self.scope == 'module' and text.isupper() and len(text) > 1:
            hint = 'constant'
        elif self.scope == 'module' and literal and self.settings:
            hint = 'assigned'
        yield Candidate(link.start, text, hint)

    def _expression(self, span: _Span, *, typed: bool = False) -> Iterator[Candidate]:
        depth = 0
        for position in range(span.begin, span.end):
            depth += _step(span.links[position])
            yield from self._link(span, position, depth, typed=typed)

    def _link(
        self, span: _Span, position: int, depth: int, *, hint: str = '', typed: bool = False
    ) -> Iterator[Candidate]:
        link = span.links[position]
        if link.sort is STRING:
            if variable := variable_of_environment(span.at(position - 2), span.at(position - 1), link):
                yield variable
                return
            if setting := setting_of_program(
                span.at(position - 2), span.at(position - 1), link, span.at(position + 1) if depth > 0 else _END
            ):
                yield setting
                return
            is_key = depth > 0 and span.at(position + 1).text == ':'
            for candidate in string_candidates(link):
                if is_key and candidate.name.isidentifier():
                    given = candidate.name.isupper() and _is_in_environment(span, position)
                    candidate = candidate._replace(hint='envvar' if given else 'key')
                yield candidate
        elif link.sort is NAME and link.text not in RECEIVERS and link.kind is not Name.Builtin.Pseudo:
            following = span.at(position + 1).text
            if following == '=' and depth > 0 and not link.member and '.' not in link.text:
                yield Candidate(link.start, link.text, 'parameter')
                return
            name = link.text if link.member else self.names.resolve(link.text)
            if name:
                yield Candidate(link.start, name, hint_of_use(link, name, hint, called=following == '(', typed=typed))


_LONGEST_ENVIRONMENT = 100
"""Links of a dictionary of variables that are looked at."""


def _is_in_environment(span: _Span, position: int) -> bool:
    """Whether a key stands in a dictionary that is handed on as an environment: ``env={'COVERAGE_FILE': it}``."""
    depth = 0
    for at in range(position, max(span.begin, position - _LONGEST_ENVIRONMENT), -1):
        depth += _step(span.at(at))
        if depth > 0:
            return span.at(at - 1).text == '=' and span.at(at - 2).text in _ENVIRONMENTS
    return False


_ENVIRONMENTS = frozenset({'env', 'environ', 'environment'})


def _is_setting(statement: Sequence[Link]) -> bool:
    """Whether a statement is one that a file of settings has: an import, or an assignment."""
    first = statement[0]
    if first.sort is WORD:
        return first.text in {'import', 'from'}
    return any(link.text == '=' and link.sort is SIGN for link in statement[:6]) or first.sort is STRING


def _is_literal(link: Link) -> bool:
    """Whether a value begins that is written down and not computed: what files of settings assign."""
    return link.sort in {STRING, OTHER} or link.text in {'[', '{'} or link.text in {'True', 'False', 'None'}


def _is_parameter(span: _Span, position: int) -> bool:
    return span.at(position - 1).text in {'(', ',', '*', '**'}
