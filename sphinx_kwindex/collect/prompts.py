"""Prompts of shells: what tells a session from a script, and what stands before the sign that one types behind."""

from __future__ import annotations

import re
from itertools import pairwise

from pygments.lexer import Lexer

from sphinx_kwindex.collect.tokens import lexer_of
from sphinx_kwindex.lexicon import is_common
from sphinx_kwindex.posix import UTILITIES

_SESSIONS = (
    (re.compile(r'^[ \t]*\$ ', re.MULTILINE), 'console', frozenset({'Bash'})),
    (
        re.compile(r'\s*(?:\([\w.-]+\) ?)?(?:\.\.\.\\?>|[A-Za-z]:\\[^\n>]*>)'),
        'doscon',
        frozenset({'Bash', 'Bash Session', 'Batchfile'}),
    ),
    (re.compile(r'\s*PS\b[^\n>]*>'), 'ps1con', frozenset({'Bash', 'Bash Session', 'PowerShell'})),
)
"""A session under the name of a script or of another shell's session: the prompt, the language, and the lexers."""
_SIGN_OF_SHELL = re.compile(r'\s*[$%] [a-z./~]')
_SIGN_OF_DOS = re.compile(r'\s*(?:\([\w.-]+\) ?)?[A-Z]:\\[^\n<>|]{0,80}> ?[a-z]')
_BEFORE_SIGN = re.compile(
    r'^[ \t]{0,20}(?:\([\w.-]{1,40}\)[ \t]?)?(?:[\w.-]{1,40}@[\w.-]{1,40}[: ])?(?:[~/][\w./~:-]{0,80})?[ ]?'
    r'(?=\$ [a-z./~])',
    re.MULTILINE,
)
"""The parts of a prompt before its last sign: an environment, user and host, a folder."""
_AT_PLACE = r'[ \t]{0,20}[a-z][\w.-]{0,30} (?=\$ [a-z./~])'
"""The name of a folder or host before the last sign: ``mesa $ meson setup``."""
_PLACE = re.compile(f'^{_AT_PLACE}', re.MULTILINE)
_FIRST_PLACE = re.compile(rf'(?:[ \t]{{0,20}}(?:#.{{0,200}})?\n){{0,20}}+{_AT_PLACE}')
"""That of the first line that is no remark."""
_MACHINE = re.compile(r'^[ \t]{0,20}[a-z][\w-]{1,30}(?=# [a-z./])', re.MULTILINE)
"""Where the superuser is, without a blank before the sign: ``guest# mount -t virtiofs it /mnt``."""
_PERCENT = re.compile(r'\s{0,20}(?=% [a-z./~])')
_TOLD = re.compile(r'[$#%] ([\w.+-]+)(?=\s|\Z)(?:.* [-+]{1,2}[A-Za-z])?')
"""What stands behind the sign, to an option."""


def _runs(line: str) -> bool:
    """Whether a command stands behind the sign: no word that sentences have, a utility of the shell, or one with an option."""
    told = _TOLD.match(line)
    return told is None or told[1] in UTILITIES or not is_common(told[1]) or told.end() > told.end(1)


def _begins(prompt: re.Pattern[str], code: str) -> bool:
    found = prompt.match(code)
    return found is not None and _runs(code[found.end() :].partition('\n')[0])


def with_signs_alone(code: str, *, session: bool) -> str:
    """A block with blanks for what its prompts have before the last sign; where it is said to be a *session*, for a name too."""
    code = _BEFORE_SIGN.sub(_blanks, code)
    if session and _is_script(code):
        code = _SIGN.sub(_blanks, code)
    if _begins(_MACHINE, code):
        code = _MACHINE.sub(_blanks, code)
    return _PLACE.sub(_blanks, code) if session and _begins(_FIRST_PLACE, code) else code


_SIGN = re.compile(r'^[ \t]{0,20}\$ (?=[a-z./~])', re.MULTILINE)
_LOOP = re.compile(
    r'^[ \t]{0,40}(?:\$ )?(?:for|if|until|while) [^\n]{1,400}(?:;|\n)[ \t]{0,40}(?:do|then)$', re.MULTILINE
)
_FIRST_COMMAND = re.compile(r'(?:\s*#[^\n]*\n)*+\s*[a-z][\w.+-]* [^\n]')


def _is_script(code: str) -> bool:
    """Whether a script has signs before some of its lines alone: it has statements of the shell, and begins without one."""
    return '$ ' in code and _LOOP.search(code) is not None and _FIRST_COMMAND.match(code) is not None


def _blanks(cut: re.Match[str]) -> str:
    return ' ' * len(cut[0])


def session_of(code: str) -> str:
    """The alias of Pygments for the session that a block of no language begins as, '' for others."""
    return 'console' if _SIGN_OF_SHELL.match(code) else 'doscon' if _SIGN_OF_DOS.match(code) else ''


def lexer_of_session(lexer: Lexer, code: str) -> Lexer:
    """The lexer of the session that a block is, under whatever name; others keep their *lexer*."""
    if lexer.name == 'Bash' and _begins(_PERCENT, code):
        return lexer_of('console') or lexer
    for prompt, language, names in _SESSIONS:
        if (lexer.name in names and prompt.match(code)) or (
            language == 'console' and lexer.name in names and prompt.search(code)
        ):
            return lexer_of(language) or lexer
    return lexer


_LED_BY_OPTION = re.compile(r'[ \t]*\[?--?[A-Za-z][\w-]*')
_LEAST_LED = 3
_SHARE_LED = 4


def tells_of_options(code: str) -> bool:
    """Whether a block that is called a script is what a program says of its options: no command begins with one."""
    lines = [line for line in code.splitlines() if line.strip()]
    led = [
        line
        for before, line in pairwise(['', *lines])
        if _LED_BY_OPTION.match(line) and not before.rstrip().endswith(_CONTINUED)
    ]
    return len(led) >= _LEAST_LED and _SHARE_LED * len(led) >= len(lines)


_CONTINUED = ('\\', '`', '^')
"""What a command ends a line with that it goes on behind: of POSIX, PowerShell and DOS."""
