"""Files of settings that no lexer knows: in braces HOCON (https://github.com/lightbend/config), BIND, NATS; Dune; Cabal."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.collect.tokens import lines_of, told_by_all
from sphinx_kwindex.shapes import Candidate

_LINE = re.compile(
    r'[ \t]{0,40}(?:("?)([A-Za-z][\w.-]{0,80})\1[ \t]{0,20}'
    r'(?:[=:][ \t]{0,20}(?:\{|\[|[^\s;{][^;{]{0,200})|(?P<opens>[{\[]))'
    r'|[}\]]{1,9},?|\{|\[?\.\.\.\]?|(?P<inline>\{[^{};]{1,200}\},?)|(?:\#|//)[^\n]{0,200}|"[^"\n]{0,200}"[],]{0,3}|)'
    r'[ \t]{0,20}\n?'
)
_INLINE_KEY = re.compile(r'[{,] ?"?([A-Za-z][\w.-]{0,80})"?: ')
"""A key between braces on one line: ``{user: it, password: secret}``."""
_STATEMENT = re.compile(
    r'[ \t]{0,40}(?:([a-z][a-z0-9]{0,30}(?:-[a-z0-9]{1,30}){0,6})(?:[ \t]{1,20}[^\s=(){};:][^=(){};\n]{0,200})?'
    r'[ \t]{0,20}(?:\{[^{}\n]{0,200}\}|\{)?[ \t]{0,20};?|\};?|(?:\#|//|/\*)[^\n]{0,200}|)[ \t]{0,20}\n?'
)
"""A line of BIND and its like: ``zone-directory "it";``."""
_MOST_LINES = 200


def braced_settings(code: str) -> list[Candidate]:
    """The keys of a block of which each line sets one, opens or closes a part, or is a comment; else nothing.

    A part opens and a key is set in it: of programs, lines end in signs that no setting has.
    """
    if code.count('\n') > _MOST_LINES:
        return []
    return _assigned(code) or _stated(code)


def _assigned(code: str) -> list[Candidate]:
    found: list[Candidate] = []
    parts = 0
    if code.count('{') != code.count('}') or code.count('[') != code.count(']'):
        return []
    for start, line in lines_of(code):
        match = _LINE.fullmatch(line)
        if match is None or (match[2] and match['opens'] and match[2][0].isupper()):
            return []  # what a program prints of its objects: "Config {"
        if match[2]:
            found.append(Candidate(start + match.start(2), match[2], 'key'))
            parts += match['opens'] is not None
        elif match['inline']:
            found += _inline_keys(line, start)
    return found if 0 < parts < len(found) else []


def _inline_keys(line: str, start: int) -> Iterator[Candidate]:
    return (Candidate(start + key.start(1), key[1], 'key') for key in _INLINE_KEY.finditer(line))


def _stated(code: str) -> list[Candidate]:
    """The same of lines without a sign between key and value, of which one has a hyphen in its key and a semicolon behind."""
    if not ('{' in code and ';' in code and '-' in code):
        return []
    found: list[Candidate] = []
    for start, line in lines_of(code):
        match = _STATEMENT.fullmatch(line)
        if match is None:
            return []
        if match[1]:
            found.append(Candidate(start + match.start(1), match[1], 'key'))
    joined = sum('-' in each.name for each in found)
    return found if joined > 1 and code.count('{') == code.count('}') else []


_LIST = re.compile(r'\(([a-z][a-z0-9_-]{1,40})(?=[ \n)(])')
_STANZA = re.compile(
    r'\((?:alias|data_only_dirs|dirs|env|executables?|include_subdirs|install|lang|library|package|rule|subdir|tests?) ?\n? '
)
"""What files of Dune hold: https://dune.readthedocs.io/en/stable/reference/dune/index.html."""


def listed_settings(code: str) -> list[Candidate]:
    """The first words of lists that hold settings, as those of Dune: ``(library (libraries lwt fmt))``."""
    if not _STANZA.match(code.lstrip()) or code.count('\n') > _MOST_LINES:
        return []
    return [Candidate(match.start(1), match[1], 'key') for match in _LIST.finditer(code)]


_KEYED_LINE = re.compile(r'[ \t]{0,40}([A-Za-z][a-zA-Z0-9-]{1,60}):(?: [^\n]*)?\n?')
_LEAST_KEYED = 2


def keyed_lines(code: str, language: str) -> list[Candidate]:
    """The keys of a file in a language of ``key: value`` that no lexer knows, where every other line is one."""
    if language.lower() not in _OF_KEYS:
        return []
    found: list[Candidate] = []
    lines = 0
    for start, line in lines_of(code):
        lines += bool(line.strip()) and not line.lstrip().startswith(('#', '--', '//'))
        if match := _KEYED_LINE.fullmatch(line):
            found.append(Candidate(start + match.start(1), match[1], 'key'))
    return found if len(found) >= _LEAST_KEYED and 2 * len(found) >= lines else []


_OF_KEYS = frozenset(
    {'cabal', 'conf', 'config', 'control', 'desktop', 'dsc', 'hpack', 'opam', 'podspec', 'slurm', 'spec'}
)


_NESTED = re.compile(
    r'[ \t]{0,40}(?:([a-z][\w-]{1,60})(?:[ \t][^{}\n;]{0,200})?(\{)?'
    r'|((?=\S{0,80}[.:/*(])\S[^{}\n;]{0,200})\{|(\})|#[^\n]{0,200}|)[ \t]{0,20}'
)
_LEAST_NESTED = 2


def nested_lines(code: str) -> list[Candidate]:
    """The first words of the lines in braces of a file in a language that no lexer knows, where all its lines are some.

    What a server is told at an address, as of CoreDNS: ``example.org { cache 30 }``, in lines of their own.
    """
    found: list[Candidate] = []
    depth = 0
    for start, match in told_by_all(_NESTED.fullmatch, code):
        if match[1] and match[2] and not depth:
            return []  # "function it {": what is told of a server stands behind its address
        if match[1] and depth:
            found.append(Candidate(start + match.start(1), match[1], 'key'))
        depth += bool(match[2] or match[3]) - bool(match[4])
    return found if depth == 0 and len(found) >= _LEAST_NESTED else []


_FIELD = re.compile(
    r'[ \t]{0,40}(?:([a-z][a-z0-9_]{0,60})'
    r'(?:: ?(?:([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)*)|[\w.+-]{1,80}|"[^"\n]{0,200}")| ?:? ?(\{)),?|(\}),?|#[^\n]{0,200}|)[ \t]{0,20}'
)


def messages_in_text(code: str) -> list[Candidate]:
    """The fields of messages that are written as text, which sites highlight as scripts: ``buffers { size_kb: 2048 }``.

    Values in capitals are constants of the message: https://protobuf.dev/reference/protobuf/textformat-spec/
    """
    found: list[Candidate] = []
    parts, joined = 0, False
    for start, match in told_by_all(_FIELD.fullmatch, code):
        if match[1]:
            found.append(Candidate(start + match.start(1), match[1], 'key'))
            joined = joined or '_' in match[1]
            parts += bool(match[3])
        if match[2]:
            found.append(Candidate(start + match.start(2), match[2], 'string'))
    return found if 0 < parts < len(found) and joined and not code.lstrip().startswith('{') else []
