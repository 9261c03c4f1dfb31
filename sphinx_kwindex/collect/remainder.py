"""What a reader of lines or of settings leaves of a block though its form alone makes it a name.

Such a reader knows the places in which its language has names. Files have others: rules in brackets, options that a line of a
run-time file hands on, keys in what a command sends. In a language with a grammar each name has its place, so nothing
is left there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sphinx_kwindex.shapes import Candidate, is_header_field

_FORM = re.compile(
    r'(?<![\w.:/@%{<$\\=#&?+~*-])'
    r'(?:(?P<option>--[a-z][a-z0-9]*+(?:[-_][a-z0-9]++)*+)'
    r'|(?P<constant>[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++)'
    r'|(?P<joined>[a-z][a-z0-9]*+(?:_[a-z0-9]++)++)'
    r'|(?P<field>[A-Z][A-Za-z]*+(?:-[A-Z][A-Za-z]*+)++)'
    r'|(?P<humps>[A-Z][a-z]{2,20}+(?:[A-Z][a-z]{2,20}+)++))'
    r'(?![\w/@\\+~*-]|\.[\w]|:[\w/]|\()'
)
"""A long option, ``CONSTANT_CASE``, ``snake_case``, a field of a header, ``CamelCase`` of whole words; each alone."""
_HINTS = {'option': 'option', 'field': 'header'}
_OF_EXAMPLES = re.compile(
    r'(?i)(?:foo|bar|baz|my|your|some|example|sample|test|dummy)(?![a-z])|.*(?:_example|_here)\Z|(?-i:My|Your|Some)[A-Z]'
)


def left_names(code: str, found: Sequence[Candidate], *, wanted: frozenset[str]) -> Iterator[Candidate]:
    """The names that a block has beside the ones *found*, of the forms *wanted*: groups of the pattern."""
    known = {part for each in found for part in re.split(r'[.:/=]', each.name)} | {each.name for each in found}
    for match in _FORM.finditer(code):
        form, name = match.lastgroup, match[0]
        if form is None or form not in wanted or name in known or _OF_EXAMPLES.match(name):
            continue
        if form == 'field' and not is_header_field(name):
            continue
        known.add(name)
        yield Candidate(match.start(), name, _HINTS.get(form, 'identifier'))


ALL_FORMS = frozenset({'option', 'constant', 'joined', 'field', 'humps'})
