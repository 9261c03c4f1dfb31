"""What the text of a block is made of, and what is found in it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from sphinx_kwindex.collect.sql import is_statement
from sphinx_kwindex.occurrences import Reference, Role


class Run(NamedTuple):
    """A stretch of one block's text that is read in one way."""

    text: str
    sort: str
    """``text``, ``literal``, ``reference``, ``name``, ``skip`` or ``hidden``; ``code`` for a block with its language as hint."""
    hint: str = ''
    reference: Reference | None = None


def line_at(code: str, place: int) -> tuple[str, int]:
    """The line of a block that has *place* in it, and where in the line that is."""
    start = code.rfind('\n', 0, place) + 1
    end = code.find('\n', place)
    return code[start : end if end >= 0 else len(code)], place - start


_TITLED = re.compile(r'([^<>]+ <)([^\s<>]+)(>)')


_LINE = re.compile(r'[a-z][\w.:+-]*(?: [a-z][\w:+-]*){0,3}(?= (?:--?[A-Za-z]|\.\.?\.?(?: |\Z)|\S+ --?[A-Za-z]))')
"""The command at the beginning of a line with options or with what is to be filled in: ``conan install . --build``."""


def runs_of_role(text: str, hint: str) -> Iterator[Run]:
    """What a role marks; of one that here knows no titles, and elsewhere does, the name behind the title."""
    if hint == 'command' and (line := _LINE.match(text)):
        yield Run(line[0], 'name', hint)
        yield Run(text[line.end() :], 'literal')
        return
    titled = _TITLED.fullmatch(text)
    if titled:
        yield Run(titled[1], 'skip')
    yield Run(titled[2] if titled else text, 'name', hint)
    if titled:
        yield Run(titled[3], 'skip')


class Found(NamedTuple):
    """A name found in a block, with the offset in the block's text."""

    start: int
    name: str
    role: Role
    hint: str = ''
    reference: Reference | None = None
    spelling: str | None = None
    """How the text spells the name, where that is known."""


def runs_of_title(text: str, codes: Iterable[tuple[int, int]]) -> Iterator[Run]:
    """The runs of a linked text, of which the pieces from start to end that *codes* are inline code, in their order."""
    if is_statement(text):
        yield Run(text, 'name', 'command')
        return
    begin = 0
    for start, end in codes:
        if start > begin:
            yield Run(text[begin:start], 'text', 'title')
        if text[start:end]:
            yield Run(text[start:end], 'literal', 'title')
        begin = max(begin, end)
    if text[begin:]:
        yield Run(text[begin:], 'text', 'title')
