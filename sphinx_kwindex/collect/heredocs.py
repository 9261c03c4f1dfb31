"""Files that scripts and sessions of shells hold, each read in its own language: here-documents, and what is printed.

``kubectl apply -f - <<EOF`` (POSIX.1-2017, Shell Command Language, section 2.7.4), ``$ cat it.conf``.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from itertools import islice

from sphinx_kwindex.collect.forms import is_json, is_object_of_kubernetes, language_by_form, parses
from sphinx_kwindex.shapes import Candidate

_OPENS = re.compile(r'(?<!<)<<(?!<)-?[ \t]*\\?(["\']?)([A-Za-z_]\w*)\1[^\n]*\n')
_SECTIONS = re.compile(r'\[[\w. :-]+\][ \t]*\n[ \t]*[\w.-]+[ \t]*=')
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
            at = start
            continue
        if language := _language(code[start:end]):
            yield start, end, language
        at = end


_PRINTS = re.compile(r'^[ \t]*([$%>]) (?:sudo )?cat [^\s<>]+[ \t]*\n', re.MULTILINE)


def printed_files(code: str) -> Iterator[tuple[int, int, str]]:
    """The same of files that somebody prints in a session: what stands between ``$ cat it.conf`` and the next prompt."""
    for opened in islice(_PRINTS.finditer(code), _MOST):
        typed = code.find(f'\n{opened[1]} ', opened.end() - 1)  # a sign of the superuser would be a comment as well
        end = typed + 1 if typed >= 0 else len(code)
        if language := _language(code[opened.end() : end]):
            yield opened.end(), end, language


_PYTHON = re.compile(r'^>>> [^\n]*(?:\n(?:>>>|\.\.\.)(?: [^\n]*)?(?=\n|\Z))*', re.MULTILINE)


def python_sessions(code: str) -> Iterator[tuple[int, int, str]]:
    """The same of what is typed to Python within a session of a shell: lines with its prompts."""
    for typed in islice(_PYTHON.finditer(code), _MOST):
        yield typed.start(), typed.end(), 'pycon'


def _language(body: str) -> str:
    if _SECTIONS.match(body):
        return 'ini'
    if is_object_of_kubernetes(body):
        return 'yaml'
    return 'json' if is_json(body) else language_by_form(body)


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


_STEP = re.compile(r'^([ ]*(?:- )?)run:[ ]+([^\n]+)(?:\n|\Z)', re.MULTILINE)
_FOLDED = re.compile(r'[|>][+-]?[ ]*(?:#.*)?')
_WORKFLOW = re.compile(r'^[ -]*(?:jobs|runs-on|steps|uses):', re.MULTILINE)
_NO_SCRIPT = frozenset('&*"\'{[$|>')
"""What the value begins with that is no plain text."""


def workflow_scripts(code: str) -> Iterator[tuple[int, int, str]]:
    """The same of what a workflow runs: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax."""
    whole = _WORKFLOW.search(code) is not None
    for runs in islice(_STEP.finditer(code), _MOST):
        if runs[2][0] not in _NO_SCRIPT and (whole or language_by_form(runs[2]) == 'bash'):
            yield runs.start(2), runs.end(2), 'bash'
        elif _FOLDED.fullmatch(runs[2]):
            yield runs.end(), _end_of_deeper(code, runs.end(), len(runs[1])), 'bash'


def _end_of_deeper(code: str, start: int, column: int) -> int:
    """Where the lines end that begin behind *column*."""
    at = start
    while at < len(code):
        stop = code.find('\n', at) + 1 or len(code)
        line = code[at:stop]
        if line.strip() and len(line) - len(line.lstrip(' ')) <= column:
            break
        at = stop
    return at


_SENDS = re.compile(r'[ \n](?:-d|--data(?:-[a-z]+)?|--json)[ =]?\'(\s*\{[^\']{2,5000}\})\s*\'')


def sent_objects(code: str) -> Iterator[tuple[int, int, str]]:
    """The same of the objects of JSON that requests send: ``curl -d '{"it": 1}'``."""
    for sends in islice(_SENDS.finditer(code), _MOST):
        if is_json(sends[1]):
            yield sends.start(1), sends.end(1), 'json'


_ONE_LINER = re.compile(
    r'(?<![\w.-])python[\d.]{0,4} (?:-[A-Za-z]{1,3} (?:\w{1,40} )?){0,3}-c (?:"([^"\n]{2,1000})"|\'([^\'\n]{2,1000})\')'
)


def programs_within(code: str) -> Iterator[tuple[int, int, str]]:
    """The same of programs that Python is given in one line: ``python -c "import it"``."""
    for given in islice(_ONE_LINER.finditer(code), _MOST):
        at = given.lastindex or 1
        if parses(given[at]):
            yield given.start(at), given.end(at), 'python'


_GIVEN_TO_SHELL = re.compile(
    r'(?<![\w.-])(?:(?:ba|da|k|z)?sh|su)(?: -[a-z]{1,3}| --[a-z-]{1,20}| [a-z][\w-]{0,30}){0,3}? -[a-z]{0,2}c '
    r'(?:"([^"\n]{2,1000})"|\'([^\'\n]{2,1000})\')'
)


def scripts_within(code: str) -> Iterator[tuple[int, int, str]]:
    """The same of what a shell is given in one line: ``su -c "make install"``."""
    for given in islice(_GIVEN_TO_SHELL.finditer(code), _MOST):
        at = given.lastindex or 1
        yield given.start(at), given.end(at), 'bash'


def may_hold_files(code: str) -> bool:
    """Whether the code of a shell has a sign of what :func:`files_within` finds."""
    return any(sign in code for sign in ('<<', ' cat ', '>>> ', ' -d', '--data', '--json', 'c "', "c '"))


def files_within(code: str) -> tuple[tuple[int, int, str], ...]:
    """Start, end and language of all files, sessions and programs within the code of a shell."""
    return (
        *here_documents(code),
        *printed_files(code),
        *python_sessions(code),
        *sent_objects(code),
        *programs_within(code),
        *scripts_within(code),
    )


def apart(
    code: str, files: Iterable[tuple[int, int, str]], read: Callable[[str, str], list[Candidate]]
) -> tuple[str, list[Candidate]]:
    """The code with *files* in it as empty lines, and the names that they hold, as *read* finds them."""
    found: list[Candidate] = []
    for start, end, language in files:
        body = code[start:end]
        found += [each._replace(start=each.start + start) for each in read(body, language)]
        code = code[:start] + _NO_LINE_END.sub(' ', body) + code[end:]
    return code, found
