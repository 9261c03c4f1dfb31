"""Settings of Kconfig, the language in which the Linux kernel and Zephyr say what can be configured, and of its results.

https://docs.kernel.org/kbuild/kconfig-language.html
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

KCONFIG = 'Kconfig'
"""The name of the lexer, which takes every line for a text but for some keywords."""
_SET = re.compile(r'^[ \t]{0,40}(?:# ?)?(CONFIG_[A-Z0-9_]{1,80})(?==| is not set)', re.MULTILINE)
_DEFINED = re.compile(r'^[ \t]{0,40}(?:menu)?config[ \t]{1,8}([A-Z][A-Z0-9_]{1,80})[ \t]*$', re.MULTILINE)
_ASKED_FOR = re.compile(
    r'^[ \t]{0,40}(?:depends on|select|imply|visible if|if|default|range)[ \t]([^"\n#]{1,200})', re.MULTILINE
)
_SYMBOL = re.compile(r'(?<![\w"])[A-Z][A-Z0-9_]{2,80}(?![\w"(])')


def kconfig_candidates(code: str) -> Iterator[Candidate]:
    """The symbols that a block defines, sets or asks for; those that it sets have a prefix."""
    for match in (*_SET.finditer(code), *_DEFINED.finditer(code)):
        yield Candidate(match.start(1), match[1], 'key')
    for match in _ASKED_FOR.finditer(code):
        for symbol in _SYMBOL.finditer(code, *match.span(1)):
            yield Candidate(symbol.start(), symbol[0], 'key')
