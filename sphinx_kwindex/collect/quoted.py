"""Documents and changes that a block quotes: reStructuredText, Markdown, diffs.

What such a text says of names is in its own markup and in the code blocks that it holds; its prose is not read.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from itertools import accumulate

from pygments.lexers import get_lexer_for_filename
from pygments.util import ClassNotFound

from sphinx_kwindex.collect.literals import literal_candidates
from sphinx_kwindex.collect.tokens import lines_of
from sphinx_kwindex.collect.uses import firm_candidates
from sphinx_kwindex.shapes import Candidate

Reader = Callable[[str, str], Sequence[Candidate]]
"""Reads code in a language: what a quoted document holds is read as a block of its own."""

_RST_DIRECTIVE = re.compile(r'([ \t]*)\.\. (?:\|[^|\n]{1,80}\| )?([A-Za-z][\w:+.-]*)::(?:[ \t]+(\S+)|[ \t]*$)')
_OPTION_LINE = re.compile(r'[ \t]+:([A-Za-z][\w-]*):(?=\s|$)')
_INLINE = re.compile(r'(?<![\w:`])(?::([A-Za-z][\w:+.-]{0,60}):)?(``?)(?! )([^`\n]{1,400})\2(?!`)')
_CODE = frozenset({'code-block', 'sourcecode', 'code', 'code-cell'})
_FENCE = re.compile(r'[ \t]{0,12}(`{3,}|~{3,}|:{3,})[ \t]*(?:\{([\w:+.-]+)\}[ \t]*(\S*)|\{?\.?([\w+#.-]*))')
_SPAN = re.compile(r'(?:\{([A-Za-z][\w:+.-]{0,60})\})?(?<!`)(`{1,2})(?!`)([^`\n]{1,400})\2(?!`)')
_TEXT_ROLES = frozenset({'ref', 'doc', 'numref', 'term', 'math', 'any', 'download'})
_CHANGED = re.compile(r'\+\+\+ (\S+)')
_HUNK = re.compile(r'@@+ ')


def _moved(found: Sequence[Candidate], starts: Sequence[int], offsets: Sequence[int]) -> Iterator[Candidate]:
    """The names of a text that was put together of lines, with the places that they have in the block.

    Line *i* begins at ``starts[i]`` of the text, and *offsets[i]* further on in the block.
    """
    for candidate in found:
        line = max(bisect_right(starts, candidate.start) - 1, 0)
        yield candidate._replace(start=candidate.start + offsets[line])


class _Body:
    """Lines of code taken out of a text, each without its first characters."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._lines: list[str] = []
        self._places: list[int] = []

    def add(self, place: int, line: str, cut: int) -> None:
        """Take a line that begins at *place*, but for its first *cut* characters."""
        cut = min(cut, len(line) - line.endswith('\n'))
        self._lines.append(line[cut:])
        self._places.append(place + cut)

    def read(self, reader: Reader) -> Iterator[Candidate]:
        """The names of the code, where they stand in the text that it was taken out of."""
        if not self._lines:
            return iter(())
        starts = [0, *accumulate(map(len, self._lines))][:-1]
        offsets = [place - start for place, start in zip(self._places, starts, strict=True)]
        return _moved(reader(''.join(self._lines), self.language), starts, offsets)


def rst_candidates(text: str, reader: Reader) -> Iterator[Candidate]:
    """Directives with their options, roles, inline literals, and the code blocks of a quoted document."""
    body: _Body | None = None
    outer = inner = 0
    marked = False
    for start, line in lines_of(text):
        indent = len(line) - len(line.lstrip(' \t'))
        if not line.strip():
            continue
        if body is not None:
            if indent > outer:
                if marked and (option := _OPTION_LINE.match(line)):
                    yield Candidate(start + option.start(1), option[1], 'parameter')
                    continue
                inner = inner if inner > outer and not marked else indent
                marked = False
                body.add(start, line, min(inner, indent))
                continue
            yield from body.read(reader)
            body = None
        if directive := _RST_DIRECTIVE.match(line):
            yield Candidate(start + directive.start(2), directive[2], 'directive')
            if directive[2] in _CODE:
                body, outer, inner, marked = _Body(directive[3] or 'text'), indent, 0, True
            elif directive[3]:
                yield from _firm(line, start, directive.start(3))
        elif option := _OPTION_LINE.match(line):
            yield Candidate(start + option.start(1), option[1], 'parameter')
            yield from _spans(line, start, option.end(), _INLINE, 1, 3)
        else:
            yield from _spans(line, start, 0, _INLINE, 1, 3)
            if line.rstrip().endswith('::') and not line.lstrip().startswith('.. '):
                body, outer, inner, marked = _Body('text'), indent, 0, False
    if body is not None:
        yield from body.read(reader)


def _firm(line: str, start: int, begin: int) -> Iterator[Candidate]:
    for candidate in firm_candidates(line[begin:]):
        yield candidate._replace(start=start + begin + candidate.start)


def _spans(line: str, start: int, begin: int, pattern: re.Pattern[str], role: int, content: int) -> Iterator[Candidate]:
    """The roles of a line, and what its literals and references name."""
    for match in pattern.finditer(line, begin):
        if match[role]:
            yield Candidate(start + match.start(role), match[role], 'directive')
        if match[role] in _TEXT_ROLES or (match[2] == '`' and not match[role] and pattern is _INLINE):
            continue
        shown = match[content]
        _title, opening, target = shown.rpartition('<')
        titled = bool(match[role] and opening and target.endswith('>'))
        shown = target.removesuffix('>') if titled else shown.lstrip('~!')
        at = line.index(shown, match.start(content))
        for name, hint in literal_candidates(shown):
            yield Candidate(start + at + max(shown.find(name), 0), name, hint or 'identifier')


def markdown_candidates(text: str, reader: Reader) -> Iterator[Candidate]:
    """Inline code, roles, directives, and the fenced code of a quoted document."""
    body: _Body | None = None
    fence, opened = '', ['']
    for start, line in lines_of(text):
        match = _FENCE.match(line)
        if body is not None:
            if match and line.strip().startswith(fence) and not line.strip().strip(fence[0]):
                yield from body.read(reader)
                body = None
            else:
                body.add(start, line, 0)
        elif match and match[1].startswith(opened[-1] or ' ') and not match[2] and not match[4]:
            opened.pop()  # the end of a directive whose body is read as what is around it
        elif match:
            fence = match[1]
            if match[2]:
                yield Candidate(start + match.start(2), match[2], 'directive')
                if match[2] not in _CODE:
                    opened.append(fence)
            code = match[3] if match[2] in _CODE else match[4]
            if fence[0] != ':' and (code is not None):
                body = _Body(code or 'text')
        elif option := _OPTION_LINE.match(' ' + line):
            yield Candidate(start + option.start(1) - 1, option[1], 'parameter')
        else:
            yield from _spans(line, start, 0, _SPAN, 1, 3)
    if body is not None:
        yield from body.read(reader)


def diff_candidates(text: str, reader: Reader) -> Iterator[Candidate]:
    """The changed files, and the names of the lines that a diff shows, each file in its own language."""
    body = _Body('text')
    for start, line in lines_of(text):
        if match := _CHANGED.match(line):
            yield from body.read(reader)
            name = re.sub('^[bwi]/', '', match[1])
            body = _Body(_language_of(name))
            if name != '/dev/null':
                yield Candidate(start + line.index(name), name, 'file')
        elif line.startswith(('--- ', 'diff ', 'index ', '\\ ')):
            continue
        elif _HUNK.match(line):
            yield from body.read(reader)
            body = _Body(body.language)
        elif line[0] in '+- ':
            body.add(start, line, 1)
    yield from body.read(reader)


def _language_of(name: str) -> str:
    try:
        return get_lexer_for_filename(name).aliases[0]
    except (ClassNotFound, IndexError):
        return 'text'
