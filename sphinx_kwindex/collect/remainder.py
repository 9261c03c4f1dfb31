"""What a reader of lines or of settings leaves of a block though its form alone makes it a name.

Such a reader knows the places in which its language has names. Files have others: rules in brackets, options that a line of a
file hands on, keys in what a command is given. In a language with a grammar each name has its place, so nothing is left
there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from pygments.token import Comment, Generic, String

from sphinx_kwindex.collect.settings import DIRECTIVES, KEYED
from sphinx_kwindex.collect.shell import SHELLS
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate, is_header_field

_LEFT_FORM = re.compile(
    r'(?<![\w.:/@%{<$\\=#&?+~*-])(?<!acl )'  # of HAProxy: what the author of the file calls a condition
    r'(?:(?P<option>--[a-z][a-z0-9]*+(?:[-_][a-z0-9]++)*+)'
    r'|(?P<constant>[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++)'
    r'|(?P<joined>[a-z][a-z0-9]*+(?:_[a-z0-9]++)++(?!=))'
    r'|(?P<field>[A-Z][A-Za-z]*+(?:-[A-Z][A-Za-z]*+)++)'
    r'|(?P<humps>[A-Z][a-z]{2,20}+(?:[A-Z][a-z]{2,20}+)++))'
    r'(?![\w/@\\+~*-]|\.[\w]|:[\w/]|\()'
)
"""A long option, ``CONSTANT_CASE``, ``snake_case``, a field of a header, ``CamelCase`` of whole words; each alone."""
_ALL = frozenset(_LEFT_FORM.groupindex)
_HINTS = {'option': 'option', 'field': 'header'}
_OF_EXAMPLES = re.compile(r'(?i:foo|bar|baz|my|your|some|example|sample|test|dummy)(?![a-z])|(?:My|Your|Some)[A-Z]')
_FORMS = (
    dict.fromkeys(KEYED, frozenset({'option', 'constant'}))
    | dict.fromkeys([*(shell for shell in SHELLS if 'Session' not in shell), *DIRECTIVES], _ALL)
    | {'HTTP': frozenset({'option', 'field'})}
)
"""By the name of a lexer, the forms of what its reader leaves: values of settings are what somebody calls things of his own."""
LEAVING = frozenset(_FORMS)
"""Lexers, by name, whose readers leave names."""


def left_of_pieces(pieces: Sequence[Piece], language: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names that the reader of a *language* did not find; but for those in comments, and of a shell in strings and output."""
    hidden = (String, Comment, Generic) if language in SHELLS else (Comment,)
    code = ''.join(
        ' ' * len(piece.text) if any(is_a(piece.type, sort) for sort in hidden) else piece.text for piece in pieces
    )
    head = code.partition('\n\n')[0] if language == 'HTTP' else code  # what is sent is the reader's own
    return _left(head, found, _FORMS[language])


def left_of_settings(code: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names that a block of nobody's language has beside its settings; a list of files or packages has none."""
    return _left(code, found, _ALL if any(each.hint == 'key' for each in found) else frozenset())


def _left(code: str, found: Sequence[Candidate], wanted: frozenset[str]) -> Iterator[Candidate]:
    known = {part for each in found for part in (each.name, *re.split(r'[.:/=]', each.name))}
    for match in _LEFT_FORM.finditer(code) if wanted else ():
        form, name = match.lastgroup, match[0]
        if form not in wanted or name in known or _OF_EXAMPLES.match(name):
            continue
        if form != 'field' or is_header_field(name):
            known.add(name)
            yield Candidate(match.start(), name, _HINTS.get(str(form), 'identifier'))
