"""Settings of HAProxy, for which no lexer is: sections at the start of a line, and keywords below them.

https://docs.haproxy.org/3.0/configuration.html (sections 2 and 4)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.collect.tokens import lines_of
from sphinx_kwindex.shapes import Candidate, is_header_field

_SECTION = re.compile(
    r'(?:(global|defaults)|(frontend|backend|listen|userlist|peers|resolvers|cache)[ \t]+[\w.-]+)\b.*'
)
_KEYWORD = re.compile(r'[ \t]+([a-z][a-z0-9_.-]*)(?:[ \t]+(\S.*?))?[ \t]*')
_IDLE_LINE = re.compile(r'[ \t]*(?:#.*)?')
_FIRM = re.compile(
    r'^(?:[ \t]+(?:acl|bind|default_backend|errorfile|http-request|http-response|option|server|stats|tcp-request|timeout|user'
    r'|use_backend)[ \t]+\S)',
    re.MULTILINE,
)
"""A keyword that hardly another file of settings has."""
_WITH_ACTION = frozenset({'http-request', 'http-response', 'http-after-response', 'tcp-request', 'tcp-response'})
_WITH_NAME = frozenset({'option', 'timeout', 'balance', 'stick', 'stats', 'mode'})
_ONE_KEYWORD = re.compile(r'[a-z][a-z0-9_-]*')
_FIELD = re.compile(r'[A-Z][A-Za-z0-9]*(?:-[A-Za-z0-9]+)*')
_MOST_LINES = 400


def haproxy_settings(code: str) -> list[Candidate]:
    """The settings of a block that is one or more sections; nothing where a line is none of such a file."""
    if not _FIRM.search(code):
        return []
    found: list[Candidate] = []
    opened = False
    for number, (start, line) in enumerate(lines_of(code)):
        text = line.rstrip('\n')
        if section := _SECTION.fullmatch(text):
            opened = True
            at = section.lastindex or 1
            found.append(Candidate(start, section[at], 'key'))
        elif (keyword := _KEYWORD.fullmatch(text)) and opened:
            found += _in_line(keyword, start)
        elif not _IDLE_LINE.fullmatch(text):
            return []
        if number == _MOST_LINES:
            return []
    return found if opened else []


def _in_line(keyword: re.Match[str], start: int) -> Iterator[Candidate]:
    name = keyword[1]
    yield Candidate(start + keyword.start(1), name, 'key')
    if not keyword[2]:
        return
    words = [(start + keyword.start(2) + word.start(), word[0]) for word in re.finditer(r'\S+', keyword[2])]
    if name in _WITH_ACTION | _WITH_NAME and _ONE_KEYWORD.fullmatch(words[0][1]):
        yield Candidate(words[0][0], words[0][1], 'key')
        field = words[1] if len(words) > 1 and words[0][1].endswith('-header') else None
        if field and _FIELD.fullmatch(field[1]) and ('-' in field[1] or is_header_field(field[1])):
            yield Candidate(field[0], field[1], 'header')
    elif name == 'acl' and len(words) > 1 and _ONE_KEYWORD.fullmatch(words[1][1]):
        yield Candidate(words[1][0], words[1][1], 'key')
