"""What a text calls a name: the noun beside it (``the X setting``, ``class X``) says which kind the author means.

A noun of a list counts for all before it: ``a``, ``b`` and ``c`` methods.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache

from sphinx.locale import _

_ENGLISH: Mapping[str, str] = {
    'class': 'class',
    'classes': 'class',
    'mixin': 'class',
    'model': 'class',
    'struct': 'type',
    'type': 'type',
    'types': 'type',
    'enum': 'type',
    'trait': 'type',
    'exception': 'exception',
    'exceptions': 'exception',
    'function': 'function',
    'functions': 'function',
    'method': 'method',
    'methods': 'method',
    'decorator': 'decorator',
    'decorators': 'decorator',
    'macro': 'macro',
    'macros': 'macro',
    'attribute': 'field',
    'attributes': 'field',
    'property': 'field',
    'field': 'field',
    'fields': 'field',
    'module': 'package',
    'modules': 'package',
    'package': 'package',
    'packages': 'package',
    'namespace': 'package',
    'constant': 'constant',
    'constants': 'constant',
    'setting': 'setting',
    'settings': 'setting',
    'option': 'setting',
    'options': 'setting',
    'key': 'setting',
    'keys': 'setting',
    'argument': 'parameter',
    'arguments': 'parameter',
    'parameter': 'parameter',
    'parameters': 'parameter',
    'keyword argument': 'parameter',
    'environment variable': 'envvar',
    'environment variables': 'envvar',
    'command': 'command',
    'commands': 'command',
    'program': 'command',
    'utility': 'command',
    'tool': 'command',
    'script': 'command',
    'directive': 'directive',
    'directives': 'directive',
    'role': 'directive',
    'header': 'header',
    'headers': 'header',
    'statement': 'syntax',
    'keyword': 'syntax',
    'filter': 'filter',
    'filters': 'filter',
}
_SPHINX = ('class', 'exception', 'function', 'method', 'attribute', 'module', 'macro', 'type', 'environment variable')
"""Object types of which Sphinx knows the names in the language of the documentation."""
_AFTER = re.compile(r'[\s’\'")\]]{1,3}(?:keyword )?([^\W\d_]+)(?: (variables?)\b)?')
_REACH = 40
"""Characters before a name in which its noun may stand."""
_OPENING = ' \t\n‘\'"('
JOINING = re.compile(r'\s*(?:,|/|\b(?:and|or|und|oder|et|ou|y|o)\b|[、，和或])(?:\s*(?:and|or)\b)?\s*')
"""What stands between the names of a list."""


@lru_cache(maxsize=8)
def _nouns(_sample: str) -> Mapping[str, str]:
    """The nouns of English and of the language of the documentation, of which *_sample* is the word for a class."""
    return {**{str(_(noun)).lower(): _ENGLISH[noun] for noun in _SPHINX}, **_ENGLISH}


def noun_beside(text: str, start: int, end: int) -> str:
    """The hint that the noun after or before a name gives, '' where there is none."""
    nouns = _nouns(str(_('class')))
    after = _AFTER.match(text, end)
    if after is not None:
        phrase = f'{after[1]} {after[2]}' if after[2] else after[1]
        if hint := nouns.get(phrase.lower()):
            return hint
    before = text[max(0, start - _REACH) : start]
    bare = before.rstrip(_OPENING)
    if not 0 < len(before) - len(bare) <= 2:
        return ''
    words = bare.lower().split()[-2:]
    return nouns.get(' '.join(words)) or nouns.get(words[-1], '') if words else ''
