"""Options that a slash begins, as programs of Windows have them: ``/outputDir:bin``, ``/EHsc``."""

from __future__ import annotations

import re
from operator import attrgetter

from sphinx_kwindex.shapes import Candidate, is_camel

SLASHED = re.compile(r'(/[A-Za-z]\w+):(?!//)([\w<>$@][^\s:]*)?')
"""An option with its value: behind the name of a path no colon stands but that of a port, which is a number."""
_LINE = re.compile(r'^[ \t]*(?:[\w.-]+ )?(/[A-Za-z]\w+):(?![/\d\s])([^\s:=]*)', re.MULTILINE)


def with_slashed_options(found: list[Candidate], code: str) -> list[Candidate]:
    """The names of a block, in reading order, with the options in lines that begin with one, and what their values name.

    ``/importer:TextureImporter``.
    """
    options: dict[int, Candidate] = {}
    for option in _LINE.finditer(code) if '/' in code and ':' in code else ():
        options[option.start(1)] = Candidate(option.start(1), option[1], 'option')
        if is_camel(option[2]) and option[2].isidentifier():
            options[option.start(2)] = Candidate(option.start(2), option[2], 'string')
    if not options:
        return found
    others = [each for each in found if each.start not in options and each.start - 1 not in options]
    return sorted((*options.values(), *others), key=attrgetter('start'))
