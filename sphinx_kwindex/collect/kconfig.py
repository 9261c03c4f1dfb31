"""Settings of Kconfig, the language in which the Linux kernel and Zephyr say what can be configured, and of its results.

https://docs.kernel.org/kbuild/kconfig-language.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.collect.tokens import lines_of
from sphinx_kwindex.shapes import Candidate

KCONFIG = 'Kconfig'
"""The name of the lexer, which takes every line for a text but for some keywords."""
_SET = re.compile(r'(?:# ?)?(CONFIG_[A-Z0-9_]{1,80})(?==| is not set)')
_DEFINED = re.compile(r'(?:menu)?config[ \t]{1,8}([A-Z][A-Z0-9_]{1,80})[ \t]*(?:#.*)?')
_ASKS = re.compile(
    r'(?:depends on|select|imply|visible if|if|default|range|bool|tristate|int|hex|string|prompt)[ \t]([^#]+)'
)
_SYMBOL = re.compile(r'(?<!\w)[A-Z][A-Z0-9_]{2,80}(?!\w)')
_QUOTED_TEXT = re.compile(r'"[^"]{0,400}"')


def kconfig_candidates(code: str) -> Iterator[Candidate]:
    """The symbols that a block defines, sets or asks for; those that it sets have a prefix. Help texts are left out."""
    helped: int | None = None
    """Where the keyword stands below which a help text is indented."""
    for start, line in lines_of(code):
        text = line.strip()
        column = len(line) - len(line.lstrip())
        if helped is not None and text and column <= helped:
            helped = None
        if helped is not None:
            continue
        if text.strip('-') == 'help':
            helped = column
        elif named := _SET.match(text) or _DEFINED.fullmatch(text):
            yield Candidate(start + column + named.start(1), named[1], 'setting')
        elif asks := _ASKS.match(_QUOTED_TEXT.sub(lambda cut: ' ' * len(cut[0]), text)):
            for symbol in _SYMBOL.finditer(asks.string, *asks.span(1)):
                yield Candidate(start + column + symbol.start(), symbol[0], 'setting')
