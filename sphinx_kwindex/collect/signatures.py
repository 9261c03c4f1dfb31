"""Calls in inline code, with their arguments and with what a signature says of their value."""

from __future__ import annotations

import re

from sphinx_kwindex.collect.prose import prose_candidates

_CALL = re.compile(r'([@~.]*)([^\W\d][\w.:]*|[a-z_][\w.:]*(?<=\w)[!?])\((.*)\)', re.DOTALL)
_BRACKETED = re.compile(r'((?:[a-z_]\w*::)*[a-z_]\w*!)(?:\[.*\]|\{.*\})', re.DOTALL)
"""With other brackets: ``vec![]``."""
_RETURNED = re.compile(
    r'(?<=\))( ?(?:->|=>) ?|: ?)[A-Za-z_][\w.:]*(?:[<\[][\w.:<>\[\], |?*&]{0,80})?'
    r'(?: ?\| ?[\w.:<>\[\]]{1,40}){0,3}[?*&]*\Z'
)
"""What a signature says of the value, behind its arguments: ``write(data): Promise<number>``."""
_CLASS = re.compile(r'(?<![\w.:])(?:[A-Z]\w*[a-z]\w*|[a-z_]\w*(?:(?:\.|::)\w+)+)')
_PLAINLY_TYPE = re.compile(r'[<\[|]')
_TYPE_GIVEN = re.compile(r'(?<![A-Za-z0-9_])[a-z_]\w{0,40}\??: ?([A-Z][a-z]\w*)(?=[<,)|\[ =]|\Z)')
"""That of an argument: ``expect(actual: Observable<T>)``."""
_NO_CLASSES = frozenset({'None', 'Self'})
_GIVEN_TYPES = re.compile(
    r'([^\W\d](?:\w{0,40}\.\w{0,40}[^\W_])<[\w ,.:<>&]{1,80}>|[^\W\d](?:[\w.:]{0,80}[^\W_])?'
    r'<(?:[\w ,.:<>&]{0,60}(?:::|\b(?:int|bool|char|double|float|string|str|[A-Z]s?)\b)[\w ,.:<>&]{0,60})>)(\(.{0,200}\))'
)
"""A call that is told its types: ``ctx.body<MyClass>()``."""


def signature_names(text: str) -> list[tuple[str, str]]:
    """What a call with the type of its value names; behind a colon a plain word is none where there is one word in the brackets.

    ``Warning(s): that it is``.
    """
    if given := _GIVEN_TYPES.fullmatch(text):
        return call_names(given[1].partition('<')[0] + given[2])
    returned = _RETURNED.search(text)
    called = text[: returned.start()] if returned else ''
    if returned is None or (
        returned[1].strip() == ':'
        and called.partition('(')[2][:-1].strip().isidentifier()
        and not _PLAINLY_TYPE.search(returned[0])
    ):
        return []
    classes = (name for name in _CLASS.findall(returned[0]) if name not in _NO_CLASSES)
    return [*found, *((name, 'typed') for name in classes)] if (found := call_names(called)) else []


def call_names(text: str) -> list[tuple[str, str]]:
    """What a call names, and the identifiers among its arguments; nothing for other texts."""
    match = _CALL.fullmatch(text)
    if match is None:
        macro = _BRACKETED.fullmatch(text)
        return [(macro[1], 'call')] if macro else []
    inner = [(c.name, c.hint) for c in prose_candidates(match[3]) if c.hint == 'identifier']
    inner += [(name, 'typed') for name in _TYPE_GIVEN.findall(match[3]) if name not in _NO_CLASSES]
    return [(match[2].strip('.:'), 'decorator' if '@' in match[1] else 'call'), *inner]
