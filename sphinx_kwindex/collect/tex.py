"""Names in TeX: macros, and the packages and classes of documents that LaTeX loads."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

_MACRO = re.compile(r'\\([A-Za-z@]{3,})')
_LOADS = re.compile(
    r'\\(?:usepackage|RequirePackage|documentclass|LoadClass)(?:\[[^\]\n]{0,200}\])?\{([\w,\s-]{1,200})\}'
)
_NAME = re.compile(r'[\w-]+')
_COMMENT = re.compile(r'(?<!\\)%[^\n]*')
_OF_ANYTHING = frozenset(
    """
    begin bfseries bigskip centering chapter documentclass else end fi frac hfill hline hspace hskip input it item itshape label
    large left let long medskip newline newpage noindent par paragraph part quad raggedright ref relax right rmfamily section
    small smallskip space subsection subsubsection textbf textit textrm textsf texttt title tiny ttfamily usepackage vspace
    """.split()  # noqa: SIM905 (words to read)
)
"""Macros that every document is written with."""
_BEGINS = re.compile(r'(?:%[^\n]*\n\s*)*+\\(?:documentclass|usepackage|RequirePackage|newcommand|hypersetup)\b')


def is_tex(code: str) -> bool:
    """Whether a block begins as documents of LaTeX, and what goes before them, do."""
    return _BEGINS.match(code.lstrip()) is not None


def tex_candidates(code: str) -> Iterator[Candidate]:
    """The macros of a block of TeX, and what it loads; comments are left out."""
    code = _COMMENT.sub(lambda comment: ' ' * len(comment[0]), code)
    for macro in _MACRO.finditer(code):
        if macro[1] not in _OF_ANYTHING:
            yield Candidate(macro.start(1), macro[1], 'macro')
    for loaded in _LOADS.finditer(code):
        for name in _NAME.finditer(code, *loaded.span(1)):
            yield Candidate(name.start(), name[0], 'package')
