"""Names in templates of Go: what charts of Helm fill in, and the layouts of Hugo (https://pkg.go.dev/text/template)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sphinx_kwindex.shapes import Candidate

GO_TEMPLATES = frozenset({'go-html-template', 'go-text-template', 'go-template', 'gotemplate', 'gotmpl'})
"""What sites call a block of one; Pygments has no lexer for it."""
FILLED_IN = re.compile(r'(?<!\$)\{\{[^{}\n]{1,200}\}\}')
_PATH_OF_FIELDS = re.compile(r'(?<![\w)])\.([A-Z]\w*(?:\.\w+)+)')
"""A field that a template reads of another: ``{{ .Release.Name }}``."""
_VARIABLE = re.compile(r'\{\{-? ?\.([A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+) ?-?\}\}')
"""A variable of the environment that a tool hands to its templates: ``{{.GITHUB_SHA}}``."""
_FILTER = re.compile(r'(?<!\|)\| ?([a-z]\w{2,40})\b')
"""A function that a pipe of such a template ends in: ``{{ .Release.Name | quote }}``."""
_ACTION = re.compile(r'\{\{[^{}]{1,2000}\}\}')
_FIELD_READ = re.compile(r'(?<![\w).])\.([A-Z]\w*(?:\.[A-Z]\w*)*)')
_FUNCTION = re.compile(
    r'(?:\{\{-?|[|(]|:?=)[ \n]*(?:(?:and|else|if|not|or|range|return|with)[ \n]+)*([a-z]\w*(?:\.[A-Z]\w*)?)(?=[ \n)}])'
)
_STRING = re.compile(r'"[^"\n]*"|`[^`]*`|/\*.*?\*/', re.DOTALL)
_GRAMMAR = frozenset(
    """
    and block break continue define else end eq false ge gt if le len lt ne nil not or range return template true try with
    """.split()  # noqa: SIM905 (words to read)
)


def filled_in(text: str) -> Iterator[Candidate]:
    """What templates fill into a file of settings."""
    for template in FILLED_IN.finditer(text):
        if variable := _VARIABLE.fullmatch(template[0]):
            yield Candidate(template.start() + variable.start(1), variable[1], 'envvar')
        for match in _PATH_OF_FIELDS.finditer(text, template.start(), template.end()):
            yield Candidate(match.start(1), match[1], 'sigil')
        for match in _FILTER.finditer(text, template.start(), template.end()):
            yield Candidate(match.start(1), match[1], 'filter')


def template_candidates(code: str) -> Iterator[Candidate]:
    """The functions that the actions of a template call, and the fields that they read."""
    for action in _ACTION.finditer(code):
        start, text = action.start(), _STRING.sub(lambda string: ' ' * len(string[0]), action[0])
        for field in _FIELD_READ.finditer(text):
            yield Candidate(start + field.start(1), field[1], 'attribute')
        for called in _FUNCTION.finditer(text):
            if called[1] not in _GRAMMAR:
                yield Candidate(start + called.start(1), called[1], 'call')
