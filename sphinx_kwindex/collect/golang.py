"""What Go writes as no other language does: the fields, types and constants of values, ``tls.Config{MinVersion: it}``."""

from __future__ import annotations

from collections.abc import Sequence

from sphinx_kwindex.collect.chains import BREAK, OTHER, Link
from sphinx_kwindex.collect.imports import last_link

_BEFORE_TYPES = frozenset({'=', ':=', '&', '(', ',', ':', '{', ']', 'return'})
"""What stands before the type of a value; before a block it is a condition or a range."""
_OPENING = frozenset({'{', ','})
_DECLARING = frozenset({'const', 'var'})


def hint_of_value(links: Sequence[Link], position: int) -> str:
    """``typed`` for the type of a value, ``field`` for what is set in it, ``constant`` for what is declared or multiplied.

    '' for any other name. What a program gives out has a capital: https://go.dev/ref/spec#Composite_literals,
    https://go.dev/ref/spec#Exported_identifiers
    """
    name = links[position].text
    if position + 2 >= len(links) or position == 0 or not last_link(name)[:1].isupper():
        return ''
    before, following, behind = links[position - 1], links[position + 1].text, links[position + 2]
    if before.text in _DECLARING:
        return 'constant'
    if following == '{':
        return 'typed' if before.text in _BEFORE_TYPES else ''
    if '.' not in name:
        is_set = following == ':' and behind.sort is not BREAK  # a label stands alone
        return 'field' if is_set and _last_sign(links, position) in _OPENING else ''
    times = before.text == '*' and position > 1 and links[position - 2].sort is OTHER  # "10 * time.Second"
    return 'constant' if times and following != '(' else ''


def _last_sign(links: Sequence[Link], position: int) -> str:
    at = position - 1
    while at > 0 and links[at].sort is BREAK:
        at -= 1
    return links[at].text
