"""Where in its statement a name stands: what keywords and signs have said before it, and what braces have opened.

What differs between languages is little: on which side of a name its type stands, and whether a line's end ends a
statement. All else is said by keywords and signs that they share.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Literal

from pygments.token import Name

from sphinx_kwindex.collect.chains import BREAK, NAME, OTHER, STRING, Link
from sphinx_kwindex.shapes import Candidate

_BEFORE = frozenset(
    (
        'C',
        'C++',
        'CUDA',
        'Objective-C',
        'Objective-C++',
        'Java',
        'C#',
        'D',
        'Dart',
        'Groovy',
        'Arduino',
        'GLSL',
        'HLSL',
        'Vala',
    )
)
"""Languages, by their lexers' names, that write a type before the name that has it."""
_COLON = frozenset(['Rust', 'TypeScript', 'TSX', 'Kotlin', 'Swift', 'Scala'])
DEFINING = {
    'class': 'class',
    'record': 'class',
    'struct': 'type',
    'union': 'type',
    'enum': 'type',
    'interface': 'type',
    'trait': 'type',
    'protocol': 'type',
    'type': 'type',
    'typealias': 'type',
    'namespace': 'module',
    'package': 'module',
    'mod': 'module',
    'module': 'module',
    'crate': 'module',
    'fn': 'function',
    'func': 'function',
    'fun': 'function',
    'function': 'function',
    'def': 'function',
    'macro_rules!': 'macro',
}
"""The keywords that a definition begins with, and what they define."""
TAGGED = frozenset({'struct', 'union', 'enum', 'class'})
"""Keywords that stand before a use of the type as well."""
_BODIES = {'class': 'class', 'type': 'class', 'module': 'top', 'function': 'function', 'method': 'function'}
_BASES = frozenset({'extends', 'implements', 'with'})
_RAISING = frozenset({'throw', 'throws', 'raise', 'catch', 'rescue', 'except'})
_FIXED = frozenset({'const', 'final', 'static', 'readonly', 'constexpr', 'val', 'let'})
_ANONYMOUS = frozenset({'function', 'fn', 'fun'})
"""Keywords of functions, which have no name where a bracket follows."""
_BINDING = frozenset({'let', 'const', 'var', 'val', 'static'})
_VALUE_BEFORE = frozenset(['=', '(', ',', ':', '[', '?', 'return', '=>', '+=', '||'])
"""What a brace stands behind that opens a value and no block."""
NOTHING = Link(0, OTHER, '', Name)

Types = Literal['before', 'colon', 'after', 'none']


def lines_end(language: str) -> bool:
    """Whether the end of a line ends a statement."""
    return language not in _BEFORE and language != 'Rust'


def types_of(language: str) -> Types:
    """On which side of a name a language, by its lexer's name, has the type."""
    if language in _BEFORE:
        return 'before'
    if language in _COLON:
        return 'colon'
    return 'after' if language == 'Go' else 'none'


@dataclass(slots=True)
class Scope:
    """What a brace has opened."""

    sort: str
    depth: int = 0
    """The number of round brackets around it."""
    typedef: bool = False


@dataclass(slots=True)
class Statement:
    """What the links since the last end of a statement have said."""

    lead: str = ''
    """The keyword that the next name is defined by."""
    mode: str = ''
    """``base``, ``raised`` or ``typed``: what the next names are."""
    head: bool = False
    """Whether a class or function was named and its body is still to come."""
    opening: str = ''
    """What the next brace opens."""
    plain: bool = True
    """Whether all so far may be the beginning of a declaration."""
    fixed: bool = False
    binding: bool = False
    typedef: bool = False
    alias: bool = False
    """Whether a type is defined by an equals sign."""
    angles: int = 0


@dataclass(slots=True)
class Syntax:
    """The state of a walk over links."""

    links: Sequence[Link]
    types: Types
    breaks: bool
    scopes: list[Scope] = field(default_factory=lambda: [Scope('top')])
    brackets: list[str] = field(default_factory=list)
    bracket: str = ''
    """What the next round bracket holds: ``params``, ``receiver``; ``call`` or nothing where no definition says it."""
    state: Statement = field(default_factory=Statement)

    def at(self, position: int) -> Link:
        """The link there, breaks passed over to the right."""
        if position < 0:
            return NOTHING
        while position < len(self.links) and self.links[position].sort is BREAK:
            position += 1
        return self.links[position] if position < len(self.links) else NOTHING

    def before(self, position: int) -> Link:
        """The link before *position*, a break counting as none."""
        return self.links[position - 1] if position else NOTHING

    # -- keywords and signs -----------------------------------------------------------------------------------

    def word(self, link: Link, position: int) -> Iterator[Candidate]:
        """Take a keyword; the few that are names to a reader are given."""
        state, word = self.state, link.text
        if word.startswith('@') and word[1:].isidentifier() and self.before(position).text != '@':
            yield Candidate(link.start + 1, word[1:], 'decorator')
        elif word in DEFINING:
            if self.before(position).text not in {'<', ','}:  # template <class T>
                state.lead = word
                body = _BODIES.get(DEFINING[word], state.opening)
                state.opening = 'enum' if 'enum' in {word, state.opening} else body
        elif word in _BASES:
            state.mode = 'base' if state.head else state.mode
        elif word in _RAISING:
            state.mode, state.plain = 'raised', False
        elif word == 'impl':
            state.mode, state.opening = 'typed', 'class'
        elif word == 'typedef':
            state.typedef = True
        elif word == 'using' and self.at(position + 2).text == '=':
            state.lead = 'type'
        elif word in {'return', 'new', 'delete', 'in', 'yield', 'await', 'case', 'if', 'else', 'goto'}:
            state.plain = False
        elif word.startswith('_') and word.strip('_'):
            yield Candidate(link.start, word, 'identifier')
        state.fixed = state.fixed or word in _FIXED
        state.binding = state.binding or word in _BINDING

    def sign(self, text: str, position: int) -> None:
        """Take a bracket, an operator or other punctuation."""
        if text == '{':
            self._open(position)
        elif text == '}':
            self._close()
        elif text == '(':
            if self.state.lead == 'func':
                self.bracket = 'receiver'
            elif self.state.lead in _ANONYMOUS:
                self.bracket, self.state.lead = 'params', ''
                self.state.head, self.state.opening = True, 'function'
            self.brackets.append(self.bracket or ('call' if self.before(position).sort is NAME else ''))
            self.bracket = ''
        elif text == ')':
            if self.brackets:
                self.brackets.pop()
            if self.state.mode in {'typed', 'raised'} and not self.state.angles:
                self.state.mode = ''
        elif text == ';':
            if self.scopes[-1].sort == 'enum':
                self.scopes[-1].sort = 'class'
            if len(self.brackets) == self.scopes[-1].depth:
                self.state = Statement()
        else:
            self._punctuation(text)

    def _punctuation(self, text: str) -> None:
        state = self.state
        if text == ',':
            self._comma()
        elif text == ':':
            self._colon()
        elif text == '=':
            state.plain = False
            if state.mode == 'typed' or state.alias:
                state.mode = 'typed' if state.alias else ''
        elif text == '->':
            state.mode = 'typed' if state.head else state.mode
        elif text == '<':
            state.angles += 1
            if self.types == 'none' and state.head and state.lead == '':
                state.mode = 'base'  # class A < B
        elif text == '>':
            state.angles = max(0, state.angles - 1)
        elif text not in {'*', '&', '&&', '[', ']', '::', '?', '.', '|', '~'}:
            state.plain = False

    def _comma(self) -> None:
        if self.state.mode == 'typed' and not self.state.angles:
            self.state.mode = ''
        scope = self.scopes[-1]
        if len(self.brackets) != scope.depth:
            return
        if scope.sort == 'enum' or (scope.sort == 'class' and self.types != 'before' and not self.state.angles):
            self.state = Statement()

    def _colon(self) -> None:
        state, scope = self.state, self.scopes[-1]
        inside = len(self.brackets) > scope.depth
        if state.head and state.opening == 'class' and not inside:
            state.mode = 'base'
        elif self.types == 'colon' and not (scope.sort == 'object' and not inside):
            if (
                (inside and self.brackets[-1] == 'params')
                or state.head
                or (not inside and (state.binding or (scope.sort == 'class' and state.plain)))
            ):
                state.mode = 'typed'
        elif not inside and self.types == 'before' and scope.sort == 'class':
            self.state = Statement()  # public:

    def _open(self, position: int) -> None:
        before = self.before(position)
        scope = self.scopes[-1]
        if before.sort is BREAK:
            before = self.before(position - 1)
        sort = self.state.opening
        if not sort and before.sort is STRING:
            sort = scope.sort  # extern "C" {
        if not sort:
            sort = 'object' if before.text in _VALUE_BEFORE else 'block'
        if scope.sort == 'enum' and not self.state.opening:
            sort = 'class'  # a variant with fields of its own
        self.scopes.append(Scope(sort, len(self.brackets), self.state.typedef))
        self.state = Statement()

    def _close(self) -> None:
        self.state = Statement()
        if len(self.scopes) > 1:
            scope = self.scopes.pop()
            del self.brackets[scope.depth :]
            self.state.typedef = scope.typedef
