"""Options that a slash begins, as programs of Windows have them: ``/outputDir:bin``, ``/EHsc``."""

from __future__ import annotations

import re
from operator import attrgetter

from sphinx_kwindex.shapes import MAX_NAME, Candidate, is_camel

SLASHED = re.compile(r'(/[A-Za-z]\w{1,40}):(?![/\d])([\w<>$@]\S*)')
"""An option with its value; behind a path a port or a tag may stand so."""
_SLASHED_LINE = re.compile(r'^[ \t]{0,20}(/[A-Za-z]\w{1,40}):(?![/\d\s])([^\s:=]*)', re.MULTILINE)


_TYPED = frozenset(
    [
        '',
        'bash',
        'bat',
        'batch',
        'cmd',
        'console',
        'default',
        'none',
        'powershell',
        'sh',
        'shell',
        'shell-session',
        'text',
        'zsh',
    ]
)
"""Languages of what is typed, or may be."""
_LONGEST = 400_000
"""Characters; a longer block is data."""


def with_slashed_options(found: list[Candidate], code: str, language: str) -> list[Candidate]:
    """The names of a block, in reading order, with the options in lines that begin with one, and what their values name.

    ``/importer:TextureImporter``.
    """
    options: dict[int, Candidate] = {}
    for option in _SLASHED_LINE.finditer(code) if language in _TYPED and len(code) <= _LONGEST else ():
        options[option.start(1)] = Candidate(option.start(1), option[1], 'option')
        if len(option[2]) <= MAX_NAME and is_camel(option[2]) and option[2].isidentifier():
            options[option.start(2)] = Candidate(option.start(2), option[2], 'string')
    if not options:
        return found
    others = [each for each in found if each.start not in options and each.start - 1 not in options]
    return sorted((*options.values(), *others), key=attrgetter('start'))
