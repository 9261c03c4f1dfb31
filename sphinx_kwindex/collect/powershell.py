"""What PowerShell alone has: hash tables, from which commands take their parameters."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

_TABLE = re.compile(r'@\{[^{}]{1,2000}\}')
_QUOTED = re.compile(r'"[^"\n]*+"|\'[^\'\n]*+\'')
_FIELD_OF_TABLE = re.compile(r'(?:@\{|[;\n])\s{0,40}([A-Z][A-Za-z]\w{0,60})[ \t]{0,40}=')


def keys_of_tables(code: str) -> Iterator[Candidate]:
    """The keys of hash tables of PowerShell, which commands take their parameters from: ``@{ LocalPort = 22 }``."""
    for table in _TABLE.finditer(code):
        text = _QUOTED.sub(lambda quoted: '.' * len(quoted[0]), table[0])
        for field in _FIELD_OF_TABLE.finditer(text):
            yield Candidate(table.start() + field.start(1), field[1], 'key')
