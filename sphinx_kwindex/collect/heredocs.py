"""Files that shell scripts hold as here-documents: ``kubectl apply -f - <<EOF``, each read in its own language.

POSIX.1-2017, Shell Command Language, section 2.7.4.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from sphinx_kwindex.collect.forms import language_by_form
from sphinx_kwindex.shapes import Candidate

_OPENS = re.compile(r'<<-?[ \t]*\\?(["\']?)([A-Za-z_]\w*)\1[^\n]*\n')
_SECTIONS = re.compile(r'\[[\w. :-]+\][ \t]*\n[ \t]*[\w.-]+[ \t]*=')
_OBJECT = re.compile(r'apiVersion: ')
"""What an object of Kubernetes begins with."""
_NO_LINE_END = re.compile(r'[^\n]')
_MOST = 20
"""Files in one block."""


def here_documents(code: str) -> Iterator[tuple[int, int, str]]:
    """Start and end of each here-document whose language its form tells, and that language."""
    at = 0
    for _file in range(_MOST):
        opened = _OPENS.search(code, at)
        if opened is None:
            return
        start = opened.end()
        end = _end(code, start, opened[2])
        if end < 0:
            return
        body = code[start:end]
        language = 'ini' if _SECTIONS.match(body) else 'yaml' if _OBJECT.match(body) else language_by_form(body)
        if language:
            yield start, end, language
        at = end


def _end(code: str, start: int, word: str) -> int:
    """Where the line begins that ends a here-document, -1 where none does."""
    at = start
    while at < len(code):
        stop = code.find('\n', at)
        line = code[at : stop if stop >= 0 else len(code)]
        if line.strip() == word:
            return at
        if stop < 0:
            return -1
        at = stop + 1
    return -1


def in_here_documents(code: str, read: Callable[[str, str], list[Candidate]]) -> tuple[str, list[Candidate]]:
    """The code with such files as empty lines, and the names that they hold, as *read* finds them."""
    found: list[Candidate] = []
    for start, end, language in here_documents(code):
        body = code[start:end]
        found += [each._replace(start=each.start + start) for each in read(body, language)]
        code = code[:start] + _NO_LINE_END.sub(' ', body) + code[end:]
    return code, found
