"""Attributes of Rust in inline code: ``#[serde(rename_all = "camelCase")]``.

What stands in the brackets is a path, and behind it other attributes or a value:
https://doc.rust-lang.org/reference/attributes.html
"""

from __future__ import annotations

import re

_ATTRIBUTE = re.compile(r'#!?\[[ ]*+([^\W\d][\w:]*+)[ ]*+(.*)\]', re.DOTALL)
_STRING = re.compile(r'"(?:[^"\\]|\\.)*+"')
_INNER = re.compile(r'(?<![\w:.])[^\W\d]\w*(?:::\w+)*')
_DERIVE = 'derive'


def attribute_candidates(text: str) -> list[tuple[str, str]] | None:
    """The names in a piece of inline code that is one attribute, each with its hint; nothing where it is none."""
    match = _ATTRIBUTE.fullmatch(text)
    if match is None:
        return None
    inner = 'type' if match[1] == _DERIVE else 'key'
    return [(match[1], 'macro'), *((name, inner) for name in _INNER.findall(_STRING.sub('', match[2])))]
