"""Methods, headers and media types of HTTP messages; the body of a message is data."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from http import HTTPMethod

from pygments.token import Literal, Name

from sphinx_kwindex.collect.tokens import Piece
from sphinx_kwindex.collect.uses import firm_candidates
from sphinx_kwindex.shapes import Candidate, is_mime_type

_HEADER = re.compile(r'[ \t>#<*]*([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|[A-Z][a-z]+): ')
"""One word in capitals is the level of a log."""
_VALUE = re.compile(r'(?<![\w.+-])[\w.+-]++/[\w.+-]+')


def http_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names in requests and responses: what a reader may look up of the protocol (RFC 9110)."""
    for piece in pieces:
        if piece.type is Name.Attribute:
            yield Candidate(piece.start, piece.text, 'header')
        elif piece.type is Name.Function and piece.text.isupper():
            yield Candidate(piece.start, piece.text, 'identifier')
        elif piece.type is Literal:
            yield from _media_types(piece.text, piece.start)


def message_candidates(text: str) -> Iterator[Candidate]:
    """The headers and media types of a text that shows messages among other lines, and what else has a firm form."""
    begin = 0
    for line in text.splitlines(keepends=True):
        if match := _HEADER.match(line):
            yield Candidate(begin + match.start(1), match[1], 'header')
            yield from _media_types(line[match.end() :], begin + match.end())
        else:
            yield from (each._replace(start=begin + each.start) for each in firm_candidates(line))
        begin += len(line)


METHODS = '|'.join(HTTPMethod)
_ASKED = re.compile(rf'^[ \t]{{0,40}}({METHODS}) ([/_{{<][^\s"]*)[ \t]*$', re.MULTILINE)
_RESOURCE = re.compile(r'(?<![^/ ])_[a-z][a-z_]*+(?:/_?[a-z][a-z_]*+)*+(?=[?,\s]|/|\Z)')
"""A part of a path that the server names, not the reader: ``_cluster/settings``."""
_FIXED_PATH = re.compile(r'/[^\s?{<:$]*[^\s?{<:$/]')
_HEADED = re.compile(r'^[ \t]{0,40}[A-Z][\w-]{1,40}: ', re.MULTILINE)


def request_candidates(code: str, read: Callable[[str, str], list[Candidate]]) -> list[Candidate]:
    """The names in requests as a console of a server takes them: a method and a path, in lines below it a body of JSON.

    https://www.elastic.co/guide/en/kibana/current/console-kibana.html; *read* reads code in a language. Nothing where the
    block does not begin so, or has fields of a header, as a whole message has.
    """
    first = _ASKED.search(code)
    if first is None or code[: first.start()].strip() or _HEADED.search(code):
        return []
    found: list[Candidate] = []
    for request in _ASKED.finditer(code):
        found.append(Candidate(request.start(1), request[1], 'identifier'))
        resources = [Candidate(each.start(), each[0], 'file') for each in _RESOURCE.finditer(code, *request.span(2))]
        route = _FIXED_PATH.match(code, *request.span(2))
        found += resources or ([Candidate(route.start(), route[0], 'file')] if route and '/' in route[0][1:] else [])
    body = _ASKED.sub(lambda request: ' ' * len(request[0]), code)
    return [*found, *read(body, 'json')]


def _media_types(text: str, start: int) -> Iterator[Candidate]:
    for match in _VALUE.finditer(text):
        if is_mime_type(match[0]):
            yield Candidate(start + match.start(), match[0], 'mime')


_FIELD_GIVEN = re.compile(r'["\']?([a-z]+(?:_[a-z0-9]+)+)=(?!=)')
_HEADER_GIVEN = re.compile(
    r'["\']?([A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+|Accept|Authorization|Cookie|Host|Origin): ?(?:\S|\Z)'
)
"""A field of a request, as it is given to curl."""
_GIVEN_AS = {'-d': 'field', '-F': 'field', '-H': 'header', '--header': 'header'}
_LONG_OPTION = re.compile(r'--[a-z][a-z-]*=?')


def given_behind(option: str) -> str:
    """What stands behind an option of curl, ``field`` or ``header``; other long options set fields as well, else ''.

    https://curl.se/docs/manpage.html
    """
    return _GIVEN_AS.get(option) or ('field' if _LONG_OPTION.fullmatch(option) else '')


def given_to_request(text: str, start: int, told: str) -> Iterator[Candidate]:
    """What an argument of curl gives to a request: the field of its form or of its header, by what :func:`given_behind` *told*.

    A header whose name has a hyphen is one behind any option.
    """
    if told == 'field' and (field := _FIELD_GIVEN.match(text)):
        yield Candidate(start + field.start(1), field[1], 'key')
    elif (header := _HEADER_GIVEN.match(text)) and ('-' in header[1] or told == 'header'):
        yield Candidate(start + header.start(1), header[1], 'header')
