"""Names in languages with statements and braces, by the place that each has in its statement."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pygments.token import Comment, Keyword, Name

from sphinx_kwindex.collect.applications import calls_with_types, calls_without_bracket, ends_template
from sphinx_kwindex.collect.chains import (
    BREAK,
    NAME,
    PREPROC,
    RECEIVERS,
    SIGN,
    STRING,
    WORD,
    Link,
    string_candidates,
    variable_of_environment,
)
from sphinx_kwindex.collect.golang import hint_of_value
from sphinx_kwindex.collect.imports import (
    Names,
    bound_name,
    import_end,
    import_style,
    last_link,
    quoted_module,
    statement_imports,
)
from sphinx_kwindex.collect.marked import as_named
from sphinx_kwindex.collect.syntax import DEFINING, NOTHING, TAGGED, Statement, Syntax, lines_end, types_of
from sphinx_kwindex.collect.tokens import is_a
from sphinx_kwindex.collect.uses import attributes, hint_of_use, preprocessor
from sphinx_kwindex.shapes import Candidate, is_mime_type

_ENVIRONMENT = re.compile(r'(?:process|import\.meta|meta)\.env\.[A-Z][A-Z0-9_]+')
"""Where Node.js and bundlers keep variables of the environment; ``import`` is a word to the lexer."""
_WITH_ANNOTATIONS = frozenset({'C#', 'Groovy', 'Java', 'Kotlin', 'PHP', 'Scala', 'Swift'})
"""Languages in which what decorates a definition is a type of its own: ``@NotNull``, ``#[AsCommand]``, ``[Signal]``."""
_WITH_ARROWS = frozenset({'PHP', 'Perl', 'Puppet', 'Ruby'})
"""Languages in which an arrow stands behind a key."""
_NAMED_KEY = re.compile(r'["\']([a-z][a-zA-Z0-9]{2,40})["\']')
_RULE = re.compile(r'["\']([a-z][a-z0-9-]{1,40}/[a-z][a-z0-9]{1,40}(?:-[a-z0-9]{1,40})+)["\']')
"""A rule of a plug-in, as settings of linters name it: ``'jsdoc/check-values': 'error'``."""
_BY_TYPE = (
    (Name.Class, 'class'),
    (Name.Exception, 'exception'),
    (Name.Function.Magic, 'magic'),
    (Name.Function, 'function'),
    (Name.Namespace, 'module'),
    (Name.Constant, 'constant'),
    (Name.Label, ''),
)
"""What lexers mark as defined, for languages whose keywords are not known here."""


def grammar_candidates(found: Sequence[Link], language: str) -> Iterator[Candidate]:
    """The names among the links of a block, in reading order."""
    return _Walk(found, types_of(language), breaks=lines_end(language), language=language).run()


def _has_types(found: Sequence[Link], position: int) -> bool:
    """Whether a call of Rust says its types: ``expect_context::<Data>()``."""
    return ''.join(link.text for link in found[position + 1 : position + 4]) == '::<'


@dataclass(slots=True)
class _Walk(Syntax):
    """The links of one block in their order, with the names imported so far."""

    names: Names = field(default_factory=Names)
    language: str = ''
    """The name of the lexer."""

    def run(self) -> Iterator[Candidate]:
        position = 0
        while position < len(self.links):
            link = self.links[position]
            if link.sort is WORD and (style := import_style(self.links, position)):
                end = import_end(self.links, position)
                yield from statement_imports(self.links[position + 1 : end], self.names, style)
                self.state, position = Statement(), end
                continue
            if link.sort is NAME:
                yield from self._name(position)
            elif link.sort is SIGN:
                self.sign(link.text, position)
            elif link.sort is WORD:
                yield from self.word(link, position)
            elif link.sort is STRING:
                variable = variable_of_environment(self.at(position - 2), self.before(position), link)
                yield from (variable,) if variable else self._quoted(position)
            elif link.sort is PREPROC:
                yield from self._preprocessed(position)
            elif link.sort is BREAK and self.breaks and len(self.brackets) == self.scopes[-1].depth:
                self.state = Statement(opening=self.state.opening)
            position += 1

    def _quoted(self, position: int) -> Iterator[Candidate]:
        """What a string names: ``{'exchange_type': 'direct'}`` has a key."""
        before = self.before(position)
        if before.sort is BREAK:
            before = self.before(position - 1)
        following = self.at(position + 1)
        if self.language == 'Scala' and before.text.startswith('%') and following.text == '%':
            artifact = self.links[position].text.strip('"')
            if artifact[:1].isalpha():
                yield Candidate(self.links[position].start + 1, artifact, 'package')
            return
        is_key = (following.text == ':' and before.text in {'{', ','}) or (
            following.text == '=>' and self.language in _WITH_ARROWS
        )
        if is_key and following.text == '=>' and (named := _NAMED_KEY.fullmatch(self.links[position].text)):
            yield Candidate(self.links[position].start + 1, named[1], 'key')
            return
        rule = _RULE.fullmatch(self.links[position].text) if is_key else None
        if rule and not is_mime_type(rule[1]):
            yield Candidate(self.links[position].start + 1, rule[1], 'key')
            return
        for candidate in string_candidates(self.links[position]):
            yield candidate._replace(hint='key') if is_key and candidate.name.isidentifier() else candidate

    def _preprocessed(self, position: int) -> Iterator[Candidate]:
        link = self.links[position]
        if link.kind is Comment.PreprocFile:
            name = link.text.strip('<>"')
            yield Candidate(link.start + link.text.index(name), name, 'module')
        elif self.before(position).text in {'#[', '#!['}:
            yield from attributes(link)
        else:
            yield from preprocessor(link)

    # -- names ------------------------------------------------------------------------------------------------

    def _name(self, position: int) -> Iterator[Candidate]:
        link, following = self.links[position], self.at(position + 1)
        text = as_named(link.text, self.language)
        if text in RECEIVERS or is_a(link.kind, Name.Builtin.Pseudo) or not text.strip('$_'):
            return
        if (own := self._of_language(position)) is not None:
            yield from own
            return
        if text == 'foreach':
            return  # "await foreach (" is a definition to the lexer of C#
        if link.kind is Name.Decorator or self._in_brackets(position) or self._follows_sign(position):
            typed = self.language in _WITH_ANNOTATIONS and last_link(text)[:1].isupper()
            yield Candidate(link.start, self.names.resolve(text) or text, 'annotation' if typed else 'decorator')
        elif text == 'macro_rules!' or (text == 'namespace' and following.sort is NAME):
            self.state.lead = text
        elif (hint := self._placed(position, following)) is not None:
            if hint:
                yield Candidate(link.start, text, hint)
        elif text in {'require', 'require_relative'}:
            yield from self._required(position)
        else:
            yield from self._used(position, following)

    def _follows_sign(self, position: int) -> bool:
        """Whether a name stands right behind the sign that attributes of Swift begin with: ``@Flag var quiet``."""
        before = self.before(position)
        return self.language == 'Swift' and before.text == '@' and before.start + 1 == self.links[position].start

    def _of_language(self, position: int) -> list[Candidate] | None:
        """What a language writes as no other does: atoms and calls of Erlang, ``import.meta.env.MODE`` of JavaScript."""
        link = self.links[position]
        if self.language == 'Rust' and link.text in {'dyn', 'mut'}:
            return []
        if self.language == 'Go' and (hint := hint_of_value(self.links, position)):
            return [Candidate(link.start, self.names.resolve(link.text) or link.text, hint)]
        if self.language == 'Erlang':
            if ':' in link.text:
                return [Candidate(link.start, link.text, 'call')]
            if link.kind is Name or is_a(link.kind, Name.Variable) or is_a(link.kind, Name.Entity):
                return list(self._atom(position))
        elif link.text.startswith('meta.') and position > 1 and self.links[position - 2].text == 'import':
            variable = _ENVIRONMENT.fullmatch(link.text) is not None
            name = last_link(link.text) if variable else f'import.{link.text}'
            return [Candidate(link.start, name, 'envvar' if variable else 'identifier')]
        return None

    def _atom(self, position: int) -> Iterator[Candidate]:
        """An atom of Erlang of several words, or the module that an attribute names; what has a capital is a variable."""
        link, attribute = self.links[position], self.links[position - 2].text if position > 1 else ''
        if link.kind is Name and link.text.islower() and self.at(position + 1).text != '(':
            if self.before(position).text == '(' and attribute in {'behavior', 'behaviour', 'import', 'module'}:
                yield Candidate(link.start, link.text, 'module')
            elif '_' in link.text:
                yield Candidate(link.start, link.text, 'identifier')
        elif link.kind is Name and link.text[:1].islower():
            yield Candidate(link.start, link.text, 'call')

    def _in_brackets(self, position: int) -> bool:
        """Whether a name stands in square brackets before a declaration: ``[Serializable]``."""
        if self.types != 'before' or self.before(position).text != '[' or not self.state.plain:
            return False
        return (
            position == 1
            or self.links[position - 2].sort is BREAK
            or self.links[position - 2].text in {'{', '}', ';', ']'}
        )

    def _placed(self, position: int, following: Link) -> str | None:
        """What the place of a name makes it; ``None`` where it is only used, '' where it names nothing."""
        link, state = self.links[position], self.state
        if state.lead and not (self.brackets and self.brackets[-1] == 'receiver'):
            return self._defined(position, following)
        if link.member or state.mode or link.text.endswith('!'):
            return None
        if following.text == '(' and (self._declares(position) or is_a(link.kind, Name.Function)):
            return self._function(link)
        if self.scopes[-1].sort in {'class', 'enum'} and (hint := self._member(position, following)) is not None:
            return hint
        if self._ends_typedef(position, following):
            state.typedef = following.text == ','
            return 'type'
        if state.fixed and link.text.isupper() and len(link.text) > 1 and following.text in {'=', ':'} and (
            self.scopes[-1].sort == 'top'
        ):  # fmt: skip
            return 'constant'
        if self.scopes[-1].sort == 'object' and following.text == ':':
            return 'key'
        return None if link.kind is Name.Class else _by_type(link)

    def _ends_typedef(self, position: int, following: Link) -> bool:
        if not self.state.typedef or self.scopes[-1].sort == 'class':
            return False
        pointer = following.text == ')' and self.before(position).text == '*'
        return pointer or following.text in {';', ','}

    def _defined(self, position: int, following: Link) -> str:
        state = self.state
        word, state.lead = state.lead, ''
        if word in TAGGED and (following.sort is NAME or following.text in {'*', '&', ')', '>', ','}):
            state.opening = ''
            return 'typed'
        hint = DEFINING[word]
        state.head, state.alias = True, word in {'type', 'typealias'}
        if hint == 'function':
            method = self.scopes[-1].sort == 'class' or self.before(position).text == ')'
            return self._function(self.links[position], method=method)
        return hint

    def _function(self, link: Link, *, method: bool = False) -> str:
        self.bracket = 'params'
        self.state.head, self.state.opening = True, 'function'
        if is_a(link.kind, Name.Function.Magic):
            return 'magic'
        return 'method' if method or self.scopes[-1].sort == 'class' else 'function'

    def _declares(self, position: int) -> bool:
        """Whether a name before a bracket is declared there: behind its type, or in a class behind nothing."""
        scope, before = self.scopes[-1], self.before(position)
        if (
            not self.state.plain
            or len(self.brackets) != scope.depth
            or (self.types == 'after' and scope.sort != 'class')
        ):
            return False
        if scope.sort == 'class':
            return True
        typed = before.sort is NAME or before.text in {'*', '&', '>'}
        return self.types == 'before' and scope.sort == 'top' and typed and '.' not in self.links[position].text

    def _member(self, position: int, following: Link) -> str | None:
        """A name in the body of a class, struct or enum: a field where it is declared."""
        scope, state, before = self.scopes[-1], self.state, self.before(position)
        opened = len(self.brackets) == scope.depth + 1 and self.types == 'before'
        if opened and before.text == '*' and following.text == ')' and self.at(position + 2).text == '(':
            return 'field'  # a pointer to a function: void (*release)(struct kobject *)
        if len(self.brackets) != scope.depth or not state.plain:
            return None
        if scope.sort == 'enum':
            state.plain = False
            return 'field'
        if self.types == 'before':
            behind = before.sort is NAME or before.text in {'*', '&', '>', ']', ','}
            return 'field' if behind and following.text in {';', '=', ',', '[', '{', ':'} else None
        if self.types == 'after':
            ends = before.sort is BREAK or before.text in {'{', ';', ','}
            return 'field' if ends and (following.sort is NAME or following.text in {'*', '[', 'map', 'func'}) else None
        if following.text in {':', '=', ';'}:
            return 'field'
        return '' if self.types == 'none' and following.sort is NAME else None

    def _required(self, position: int) -> Iterator[Candidate]:
        """``require('x')``: a module, and what the call is assigned to stands for it."""
        at = position + (2 if self.at(position + 1).text == '(' else 1)
        link = self.at(at)
        module = quoted_module(link) if link.sort is STRING else ''
        if not module:
            return
        yield Candidate(link.start + link.text.index(module), module, 'module')
        target = self.links[position - 2] if position > 1 and self.before(position).text == '=' else NOTHING
        if target.sort is NAME:
            self.names.bind(target.text, bound_name(module))

    def _used(self, position: int, following: Link) -> Iterator[Candidate]:
        link, state = self.links[position], self.state
        text = as_named(link.text, self.language).lstrip('\\')
        called = (
            following.text == '('
            or text.endswith(('!', '?'))
            or (following.text == '<<' and self.at(position + 2).text == '<')  # a CUDA kernel
            or (self.language == 'Rust' and _has_types(self.links, position))
            or calls_without_bracket(self.links, position, self.language)
            or (following.text == '<' and self._calls_with_types(position))
        )
        if link.kind is Keyword.Type and self.scopes[-1].sort == 'object' and state.mode != 'typed':
            link = link._replace(kind=Name)  # a value behind its key, which the lexer of TypeScript takes for a type
        place = ''
        if state.mode == 'raised':
            capital = last_link(text)[:1].isupper() or '::' in text
            place = 'raised' if capital else ''
            state.mode = 'raised' if following.text in {',', '|'} else ''
        elif state.mode == 'base':
            place = 'typed' if self.before(position).text == '<' and self.types != 'none' else 'base'
        typed = place != 'raised' and (state.mode == 'typed' or self._is_type(position, following))
        if text.endswith('.class'):
            text, typed = text.removesuffix('.class'), True
        if called and place == 'base':
            place, called = 'base', False
        inside = len(self.brackets) > self.scopes[-1].depth and bool(self.brackets[-1])
        if following.text == '=' and inside and not typed and last_link(text) == text and not link.member:
            yield Candidate(link.start, text, 'parameter')
            return
        name = text if link.member else self.names.resolve(text)
        if _ENVIRONMENT.fullmatch(name):
            yield Candidate(link.start, last_link(name), 'envvar')
            return
        if name:
            hint = hint_of_use(link, name, place, called=called, typed=typed)
            if hint.startswith('call') and self._calls_no_class(position):
                hint = hint.replace('call', 'invoked')
            yield Candidate(link.start, name, hint)
        if self.before(position).sort is NAME and self.types == 'before' and following.text == '=':
            state.plain = False

    def _names_template(self, opening: int) -> bool:
        """Whether the angle bracket at *opening* closes near, with no call behind it: ``std::vector<int>``."""
        behind = ends_template(self.links, opening)
        return behind is not None and behind.text != '('

    def _calls_with_types(self, position: int) -> bool:
        """Whether a call has types between the name and its bracket, in a language that has such calls."""
        return self.types != 'none' and self.language != 'C' and calls_with_types(self.links, position)

    def _calls_no_class(self, position: int) -> bool:
        """Whether a call makes no object, since the language says ``new`` for that or has no constructors."""
        return self.types in {'before', 'after'} and self.before(position).text != 'new'

    def _is_type(self, position: int, following: Link) -> bool:
        """Whether a name stands where a type does, by what is beside it."""
        link, before = self.links[position], self.before(position)
        if is_a(link.kind, Name.Builtin) or link.member:
            return False
        if link.kind is Keyword.Type:
            return link.text[:1].isupper()
        capital = last_link(link.text).rpartition('\\')[2][:1].isupper()
        if self.types == 'after':
            signature = self.scopes[-1].sort == 'class' or (
                bool(self.brackets) and self.brackets[-1] in {'params', 'receiver'}
            )
            return before.sort is NAME or (signature and before.text in {'*', ']'})
        if before.text == '<' and capital and following.text in {'>', ',', '<'}:
            return True
        if before.text in {'instanceof', 'new'} or (before.sort is WORD and before.text in {'as', 'is'}):
            return capital
        if following.text.startswith('$') and capital:
            return True  # of a parameter in PHP
        if self.types != 'before':
            return False
        if following.text == '<' and '::' in link.text and self._names_template(position + 1):
            return True
        declaring = self.state.plain or bool(self.brackets and self.brackets[-1] == 'params')
        if following.sort is NAME and self.links[position + 1].sort is NAME:
            return declaring and not self._is_prose(position)
        if following.text in {'*', '&', '&&'}:
            after = self.at(position + 2)
            return after.text == ')' or (declaring and (after.sort is NAME or after.text in {'*', '&', 'const'}))
        return following.text == '<' and capital and declaring

    def _is_prose(self, position: int) -> bool:
        """Whether a word before another stands in a row of three or more: no declaration has so many."""
        row = self.before(position).sort is NAME or self.at(position + 2).sort is NAME
        return row and (word := self.links[position].text).isalpha() and word.islower()


def _by_type(link: Link) -> str | None:
    """What the lexer itself says."""
    for kind, hint in _BY_TYPE:
        if is_a(link.kind, kind):
            # In Ruby a constant is what begins with a capital: the name of a class, most often.
            return hint if hint != 'constant' or last_link(link.text).isupper() else None
    return None
