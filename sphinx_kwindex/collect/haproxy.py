"""Settings of HAProxy, for which no lexer is: sections at the start of a line, and keywords below them.

https://docs.haproxy.org/3.0/configuration.html (sections 2 and 4)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.collect.tokens import told_by_all
from sphinx_kwindex.shapes import Candidate, is_header_field

_OF_HAPROXY = re.compile(
    r'(?P<section>global|defaults|(?:frontend|backend|listen|userlist|peers|resolvers|cache)(?=[ \t]+[\w.-]))\b.*'
    r'|[ \t]+(?P<keyword>[a-z][a-z0-9_.-]*)(?:[ \t]+(?P<arguments>\S.*))?|[ \t]*(?:#.*)?'
)
_FIRM = re.compile(
    r'^[ \t]+(?:acl|bind|default_backend|errorfile|http-request|http-response|option|server|stats|tcp-request|timeout|user'
    r'|use_backend)[ \t]+\S',
    re.MULTILINE,
)
"""A keyword that hardly another file of settings has."""
_NAMING = frozenset(
    'balance http-after-response http-request http-response mode option stats stick tcp-request tcp-response timeout'.split()  # noqa: SIM905
)
"""Keywords with another behind them: an action, a sort, or what is switched on."""
_ONE_KEYWORD = re.compile(r'[a-z][a-z0-9_-]*')
_ARGUMENTS = re.compile(r'\S+')


def haproxy_settings(code: str) -> list[Candidate]:
    """The settings of a block that is one or more sections; nothing where a line is none of such a file."""
    found: list[Candidate] = []
    for start, line in told_by_all(_OF_HAPROXY.fullmatch, code) if _FIRM.search(code) else ():
        if section := line['section']:
            found.append(Candidate(start, section, 'key'))
        elif line['keyword'] and not found:
            return []  # of no section
        elif line['keyword']:
            found += _in_line(line, start)
    return found


def _in_line(line: re.Match[str], start: int) -> Iterator[Candidate]:
    keyword = line['keyword']
    yield Candidate(start + line.start('keyword'), keyword, 'key')
    words = list(_ARGUMENTS.finditer(line.string, line.start('arguments'))) if line['arguments'] else []
    named = words[1:2] if keyword == 'acl' else words[:1] if keyword in _NAMING else []
    for word in named:
        if _ONE_KEYWORD.fullmatch(word[0]):
            yield Candidate(start + word.start(), word[0], 'key')
    if named and named[0][0].endswith('-header') and len(words) > 1 and is_header_field(words[1][0]):
        yield Candidate(start + words[1].start(), words[1][0], 'header')
