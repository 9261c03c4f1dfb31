"""What the reader of settings in nobody's language leaves of a block though its form alone makes it a name.

Such a reader knows where settings stand. The files have more: options that a line hands on, keys in what a command is
given. In a block of a told language its own reader finds what there is, so nothing is taken by its form there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sphinx_kwindex.shapes import Candidate, is_header_field

_LEFT_FORM = re.compile(
    r'(?<![\w.:/@%{<$\\=#&?+~*-])(?<!acl )'  # of HAProxy: what the author of the file calls a condition
    r'(?:(?P<option>--[a-z][a-z0-9]*+(?:[-_][a-z0-9]++)*+)'
    r'|(?P<constant>[A-Z][A-Z0-9]*+(?:_[A-Z0-9]++)++)'
    r'|(?P<joined>[a-z][a-z0-9]*+(?:_[a-z0-9]++)++(?!=))'
    r'|(?P<header>[A-Z][A-Za-z]*+(?:-[A-Z][A-Za-z]*+)++)'
    r'|(?P<humps>[A-Z][a-z]{2,20}+(?:[A-Z][a-z]{2,20}+)++))'
    r'(?![\w/@\\+~*-]|\.[\w]|:[\w/]|\()'
)
"""A long option, ``CONSTANT_CASE``, ``snake_case``, a field of a header, ``CamelCase`` of whole words; each alone."""
_HINTS = {'option': 'option', 'header': 'header'}
_OF_EXAMPLES = re.compile(r'(?i:foo|bar|baz|my|your|some|example|sample|test|dummy)(?![a-z])|(?:My|Your|Some)[A-Z]')


def left_of_settings(code: str, found: Sequence[Candidate]) -> Iterator[Candidate]:
    """The names that a block of nobody's language has beside the settings *found*; a list of files or packages has none."""
    if not any(each.hint == 'key' for each in found):
        return
    known = {part for each in found for part in (each.name, *re.split(r'[.:/=]', each.name))}
    for match in _LEFT_FORM.finditer(code):
        form, name = str(match.lastgroup), match[0]
        if name not in known and not _OF_EXAMPLES.match(name) and (form != 'header' or is_header_field(name)):
            known.add(name)
            yield Candidate(match.start(), name, _HINTS.get(form, 'identifier'))
