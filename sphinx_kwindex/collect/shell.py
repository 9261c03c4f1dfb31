"""Commands, options and environment variables in shell scripts and sessions."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from http import HTTPMethod
from itertools import zip_longest

from pygments.token import Name

from sphinx_kwindex.collect.containers import image_of, may_be_container, opens_container
from sphinx_kwindex.collect.http import given_behind, given_to_request
from sphinx_kwindex.collect.option_values import (
    BY_LETTER,
    PASSING,
    SWITCHES,
    WHOSE,
    has_value,
    may_run_behind,
    setting_behind,
)
from sphinx_kwindex.collect.services import service_of
from sphinx_kwindex.collect.shell_strings import names_in_strings
from sphinx_kwindex.collect.shell_words import Word, shell_words, typed_pieces
from sphinx_kwindex.collect.subcommands import (
    GOING_ON,
    INSTALLING,
    OF_SENTENCES,
    SECOND,
    SUBCOMMAND,
    TRIPLE,
    TYPED,
    goes_on,
    has_subcommands,
    is_pair,
    may_be_subcommand,
    may_be_third,
    says_what_to_do,
)
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.lexicon import is_in_dictionary
from sphinx_kwindex.posix import OF_DJANGO, OF_PROJECT, OF_SYSTEM, OF_USER, VARIABLES, has_long_dashes
from sphinx_kwindex.shapes import Candidate, is_file_name, is_strong, keys_of_value

SHELLS = frozenset(
    {
        'Bash',
        'Bash Session',
        'MSDOS Session',
        'Batchfile',
        'PowerShell',
        'PowerShell Session',
        'Fish',
        'Tcsh',
        'Tcsh Session',
    }
)
"""Lexers, by name, of shells and of sessions in them."""
_SEPARATORS = frozenset({'|', '||', '&&', ';', '&', '(', ')', '`', '$('})
_BEFORE_COMMANDS = frozenset({'if', 'then', 'elif', 'else', 'while', 'until', 'do', '!', '{'})
_WITH_BRACKETS = frozenset(
    {'catch', 'elseif', 'for', 'foreach', 'function', 'if', 'in', 'return', 'switch', 'until', 'while'}
)
"""Words of PowerShell behind which a bracket may stand, with a blank between."""
_SHELL_GRAMMAR = frozenset(
    {'fi', 'for', 'done', 'case', 'esac', 'select', 'function', 'return', 'break', 'continue', '}', 'in'}
)
_COMMAND = re.compile(r'(?:[\w.~-]*/)*([A-Za-z_][\w.+-]*(?:::[\w.-]+)*)')
_OPTION = re.compile(
    r'(-XX:[+-]?[A-Z]\w+|--[A-Za-z][\w-]*(?:\.[A-Za-z0-9][\w-]*)*|-D[A-Z]\w+|-D[a-z]\w*(?:[.-]\w+)+|-[A-Z][a-z]\w*(?:\.[A-Za-z][\w-]*)*'
    r'|-(?=[a-z]{0,30}[aeiou])[a-z]{4,}(?:-[a-z]+)*(?:\+\+)?|-[a-z]{3,}(?==)|-[a-z]{1,2}\b|-v{3,4}\b|-O[0-3gsz]\b|-[a-z]?[A-Z]\b|\+[a-z][a-z0-9_-]{2,30})'
)
"""With two dashes, of one letter, or one that is plainly a word: letters in a heap (``-xzf``) are several options.
With a plus: ``dig +short``."""
_LONG_DASH = re.compile(r'(-[a-z][a-z0-9_-]{2,40})')
_ASSIGNMENT = re.compile(r'(?:\$env:)?([A-Za-z_]\w*)\+?=')
_VARIABLE = re.compile(r'\$\{?(?:env:)?([A-Za-z_]\w+)\}?|%([A-Za-z_]\w*)%')
_ASSIGNING = frozenset({'export', 'declare', 'local', 'readonly', 'env', 'set', 'setenv'})
_PYTHON = re.compile(r'py(?:thon|py)?[\d.]*')
_INTERPRETER = re.compile(r'(?:php|ruby|perl|node|bash|sh)[\d.]*')
"""Of scripts, which need no ending there: ``php bin/console``."""
_RUNNERS = frozenset({'bundle', 'hatch', 'pdm', 'pipenv', 'pixi', 'poetry', 'rye', 'uv'})
"""What runs commands in an environment of its own: ``poetry run pytest``."""
_WITH_SHORT_FORM = frozenset({'bun', 'npm', 'pnpm'})
"""Package managers that install packages by one letter as well: ``npm i``."""
_WITH_PLUS = frozenset({'cargo', 'dig', 'gdig', 'kdig', 'rustc', 'rustup'})
"""Programs with options that a plus begins."""
_PACKAGE = re.compile(r'([\'"]?)([A-Za-z@][\w./-]*\w)(\[[\w,-]+\])?(?:[=<>~!@^]{1,2}[\w.*]*)?\1')
_GIVEN = re.compile(r'([A-Z][A-Z0-9_]{2,})=')
"""A variable that is handed to a command: ``make TARGET=SITL``."""
_ARGUMENT = re.compile(r'(?:~/)?[\w./+:-]+')


_OPENING = frozenset({'[', '[[', '(', '|', '{'})


def shell_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """Commands, options and environment variables of a shell session; prompts and output are left out.

    Of a quoted string only what plainly is an option, a path or a variable is read: it may be a part of a command.
    """
    reader = _Reader()
    typed = typed_pieces(pieces)
    found = list(shell_words(typed))
    reader.builtins = {piece.start for piece in typed if is_a(piece.type, Name.Builtin)}
    yield from names_in_strings(typed)
    named = [each for word, following in zip_longest(found, found[1:]) for each in reader.word(word, following)]
    own = (reader.assigned - reader.exported - VARIABLES) & {
        match[1] for word in found for match in _VARIABLE.finditer(word.text)
    }
    for candidate in named:
        local = candidate.hint == 'envvar' and candidate.name in own
        yield candidate._replace(hint='variable') if local else candidate


class _Reader:
    """The words of command lines in their order, and what is expected next."""

    def __init__(self) -> None:
        self._begin()
        self.pending: set[str] = set()
        """Variables that the line sets, for what follows on it if it is a command."""
        self.exported: set[str] = set()
        self.assigned: set[str] = set()
        """Variables that lines of their own set, for the script alone where it reads them as well."""
        self.builtins: set[int] = set()
        """Where the commands stand that are the shell's own (``cd``, ``export``)."""

    def _begin(self) -> None:
        """The state in which a line begins."""
        self.first = True
        self.told = False
        """Whether the line begins with a word of a message."""
        self.assigning = self.testing = self.synopsis = False
        self.keyed = False
        """Whether the variable that is set is one of the environment, by its form."""
        self.end = -1
        """Where the value of an assignment ends, so far."""
        self.variable = ''
        """What it is assigned to."""
        self.command = self.option = ''
        self.script: Word | None = None
        """The script without an ending that an interpreter runs: ``artisan`` of ``php artisan make:model``."""
        self.pair = ''
        """The command with its sub-command, where nothing stands between them."""
        self.behind = -1
        """Where the word begins that follows the command."""
        self.joined = False
        """Whether the word goes on the one before without a blank."""
        self.of_variable = False
        """Whether that is a variable."""
        self.reached = -1
        self.last = self.sign = self.following = ''
        self.signed = False
        """Whether the option before carries its value behind a sign."""
        self.escaped = False
        """Whether the word goes on behind a character that a backslash escapes: a path of Windows."""
        self.adding = self.executing = False
        """Whether the name of a container follows, and behind it a command that is run there."""
        self.ran = ''
        """The file of the script that a command may be."""
        self.subcommand = ''
        """The sub-command of the line, where there is one."""
        self.expecting = False
        """Whether the next argument may be a sub-command."""

    def word(self, word: Word, following: Word | None) -> Iterator[Candidate]:
        """The name that the next word is, if any."""
        text, start = word.text, word.start
        self.escaped = start == self.reached and self.last[:1] == '\\' and self.last[1:].isalnum()
        self.told = self.told or (text == '(' and self._opens_aside(start))
        self.following = following.text if following else ''
        self.sign = '=' if following and following.text[0] == '=' and word.joins(following) else ''
        opened, self.of_variable, self.last = self.last.endswith('='), self.last[:1] == '$', text
        self.of_variable = self.of_variable and start == self.reached
        self.joined, self.reached = start == self.reached, -1 if text in _OPENING else start + len(text)
        self.first = self.first or (self.signed and not self.joined and self.command in PASSING)  # "sudo --user=it ls"
        self.signed = self.signed and self.joined
        if text == '\n' or (text in _SEPARATORS and not self.synopsis and not (self.told and text in {'(', ')'})):
            self.assigned |= self.pending
            self.pending = set()
            self._begin()
        elif start == self.end:  # more of an assigned value
            if (match := _VARIABLE.fullmatch(text)) and match[1] == self.variable and match[1] not in self.assigned:
                self.exported.add(match[1])  # it goes on what was there: "GOPATH=$dir:$GOPATH"
            yield from self._keys(word, 0, following.text if following else '', opened=opened)
            self.end += len(text)
        elif self.first and (text in _BEFORE_COMMANDS or text in _SHELL_GRAMMAR):
            self.first = text in _BEFORE_COMMANDS
        elif text in {'[', '[['}:
            # "[-v]" is an option that may be left out, "[ -v x ]" a test.
            self.synopsis = following is not None and word.joins(following)
            self.testing, self.first = not self.synopsis, False
        elif (self.first or self.assigning) and (match := _ASSIGNMENT.match(text)):
            exported = self.assigning and self.command == 'export' and '_' in match[1]
            yield Candidate(start + match.start(1), match[1], 'envvar' if exported else _variable_hint(match[1]))
            self.variable, self.keyed = match[1], match[1].isupper()
            if not self.assigning:
                self.pending.add(match[1])
            yield from self._keys(word, match.end(), '', opened=True)
            self.end = start + len(text)
        elif variable := _VARIABLE.fullmatch(text):
            name = variable[1] or variable[2]
            yield Candidate(start, name, 'envvar' if 'env:' in text or '%' in text else _variable_hint(name))
            by_path = self.first and following is not None and word.joins(following) and following.text[0] == '/'
            given = has_value(self.command, self.option)  # "sudo -u $USER psql"
            self.first = by_path or given or (self.executing and not self.option)
            self.executing, self.option = False, '' if given else self.option
        elif (text[0] == '-' or self._adds(text, following)) and not self.testing and not self.joined:
            yield from self._options(word)
        elif has_value(self.command, self.option) and not self.joined:
            self.first, self.option = True, ''  # "sudo -u postgres psql"
        elif self.first and word.plain and (match := _COMMAND.fullmatch(text)):
            yield from self._commands(word, match, following)
        else:
            yield from self._argument(word)

    def _opens_aside(self, start: int) -> bool:
        """Whether a bracket stands behind a word where no shell has any: ``test_it (tests.Case)``, what a program prints."""
        plain = self.command.islower() and self.command not in _WITH_BRACKETS and self.last not in {'<', '>', '$', '='}
        return not self.first and plain and start > self.reached >= 0

    def _keys(self, word: Word, start: int, behind: str, *, opened: bool) -> Iterator[Candidate]:
        """The keys that the value of a variable of the environment sets, from *start* in the word on."""
        value = f'{word.text}=…' if behind == '=' else word.text + behind[:1]
        for key in keys_of_value(value, start) if self.keyed and word.plain else ():
            if opened or key.start(1) > 0:
                yield Candidate(word.start + key.start(1), key[1], 'key')

    def _options(self, word: Word) -> Iterator[Candidate]:
        match = (_LONG_DASH.match(word.text) if has_long_dashes(self.command) else None) or _OPTION.match(word.text)
        self.first, self.option = may_run_behind(self.command, word.text, self.sign), ''
        self.signed = bool(self.sign)
        if self.command in BY_LETTER and word.text.startswith('-S'):
            self.subcommand = 'install'
            yield Candidate(word.start, '-S', 'option')
            return
        if match and (match.end() == len(word.text) or word.text[match.end()] in '=:[,'):
            self.option = '' if self._switches(match[1]) else match[1]
            yield Candidate(word.start, match[1], 'option')
        elif match and match[1].isalpha() is False and len(match[1]) == 2 and not word.text[2:].isalpha():
            yield Candidate(word.start, match[1], 'option')

    def _adds(self, text: str, following: Word | None) -> bool:
        """Whether a word with a plus is an option: with a value, beside another, or behind a program that has such."""
        if text[0] != '+' or self.first:
            return False
        self.adding = self.adding or self.command in _WITH_PLUS or (following is not None and following.text == '=')
        return self.adding

    def _switches(self, option: str) -> bool:
        """Whether an option is one of a package manager that has no value."""
        if option[0] == '+' or (option in WHOSE and self.expecting and self.command not in PASSING):
            return True
        unset = option.startswith('--no-') and option != '--no-binary'
        return self.subcommand in INSTALLING and (unset or option in SWITCHES)

    def _commands(self, word: Word, match: re.Match[str], following: Word | None) -> Iterator[Candidate]:
        name = match[1]
        prose = name in OF_SENTENCES or (following is not None and following.text in GOING_ON)
        if prose or (name[0].isupper() and '-' not in name):
            self.told = True  # a line of output or of prose: commands are written small
        elif following is not None and following.text == '(' and word.joins(following):
            yield Candidate(word.start, name, 'function')
        elif is_file_name(name):
            path = word.text.removeprefix('./')
            relative = '/' in path and path[0] not in './~'
            yield Candidate(word.start + match.start(1), path if relative else name, 'file')
        else:
            own = word.start in self.builtins and '-' not in name  # of PowerShell all are marked
            start = word.start if OF_PROJECT.fullmatch(word.text) else word.start + match.start(1)
            yield Candidate(start, word.text[start - word.start :], 'builtin' if own else 'command')
        self.first, self.assigning, self.pending = name in PASSING, name in _ASSIGNING, set()
        self.command, self.option, self.ran = name, '', name
        self.behind = -1 if is_file_name(word.text) else word.start + len(word.text) + 1
        self.expecting = has_subcommands(name) and word.start not in self.builtins and not prose

    def _argument(self, word: Word) -> Iterator[Candidate]:
        text, option = word.text, self.option
        if self.assigning:
            self.exported.add(text)
        self.first, self.option = self._enters(text, option), ''
        expecting = self.expecting and not self.joined and text not in OF_SENTENCES
        self.expecting = self._goes_on(text, option) or (self.expecting and self.joined)  # "it --config=x init"
        if text == 'i' and expecting and self.command in _WITH_SHORT_FORM:
            self.subcommand = 'install'
            return
        if given := self._given(word, option) or self._of_program(word, option):
            yield given
            return
        if packages := self._packages(word, option):
            yield from packages
            return
        if self.escaped or not word.plain or not _ARGUMENT.fullmatch(text):
            return
        if expecting and not option and '/' in text.strip('/') and _INTERPRETER.fullmatch(self.command):
            self.command = text
            yield Candidate(word.start, text, 'file')
            return
        if expecting and (not option or text in INSTALLING) and may_be_subcommand(text):
            self.subcommand, self.expecting = text, bool(_INTERPRETER.fullmatch(self.command))
            if self.script and ':' in text:
                yield Candidate(self.script.start, self.script.text, 'command')
            self.script = word if self.expecting else None
            self.first = self.command in _RUNNERS and text in {'run', 'exec'}
            # A word of several parts hardly is an argument: "systemctl daemon-reload".
            joint = ('-' in text or ('_' in text and _PYTHON.fullmatch(self.command))) and ':' not in text
            joint = joint or (self.ran == OF_DJANGO and ('_' in text or not is_in_dictionary(text)))
            yield Candidate(word.start, text, SUBCOMMAND if joint else SECOND)
            if word.start == self.behind:
                self.pair = f'{self.command} {text}'
                self.behind += len(text) + 1
                if is_pair(text):
                    yield Candidate(word.start - len(self.command) - 1, self.pair, TYPED)
            if self.expecting:
                self.command = text  # a script, of which the next word may be a sub-command: "php artisan make:model"
            return
        if self.pair and word.start == self.behind and says_what_to_do(self.pair, text):
            yield Candidate(word.start, text, SUBCOMMAND)
        if self.pair.count(' ') == 1 and word.start == self.behind and may_be_third(text):
            yield Candidate(word.start - len(self.pair) - 1, f'{self.pair} {text}', TRIPLE)
        more = self.pair and word.start == self.behind and goes_on(self.pair, text)
        self.pair, self.behind = (f'{self.pair} {text}', self.behind + len(text) + 1) if more else ('', self.behind)
        if ':' in text:
            return
        yield from self._by_form(word, option)

    def _of_program(self, word: Word, option: str) -> Candidate | None:
        """The image that a container is made of, or the module of Python that installs packages."""
        if service := service_of(self.command, self.subcommand, option, word.text, self.following):
            return Candidate(word.start, service, 'installed')
        if image := image_of(self.command, self.subcommand, option, word.text):
            self.subcommand = ''  # what follows is run there
            return Candidate(word.start, image, 'installed')
        if option == '-m' and word.text == 'pip' and _PYTHON.fullmatch(self.command):
            self.command, self.expecting, self.behind = word.text, True, word.start + len(word.text) + 1
            return Candidate(word.start, word.text, 'module')
        return None

    def _enters(self, text: str, option: str) -> bool:
        """Whether a command follows that is run in the container of this name: ``docker exec -it db psql``."""
        if opens_container(self.command, text):
            self.executing = True
            return False
        enters = self.executing and may_be_container(option)
        self.executing = self.executing and not enters
        return enters

    def _by_form(self, word: Word, option: str) -> Iterator[Candidate]:
        """An argument whose form tells what it is."""
        text = word.text
        if option == '-m' and _PYTHON.fullmatch(self.command) and '-' not in text:
            yield Candidate(word.start, text, 'module')
        elif is_file_name(text) or OF_SYSTEM.fullmatch(text) or OF_USER.fullmatch(text):
            below = self.of_variable and text[0] == '/'  # "$ROOT/gunicorn.conf.py"
            yield Candidate(word.start + below, text[below:], 'file')
        elif is_strong(text) and '/' not in text:
            yield Candidate(word.start, text, 'identifier')

    def _given(self, word: Word, option: str) -> Candidate | None:
        """A variable that is handed to the command, or the method of a request."""
        made = _GIVEN.match(word.text) if word.plain and not self.assigning else None
        if word.plain and (setting := setting_behind(self.command, option, f'{word.text}{self.sign}')):
            return Candidate(word.start, setting, 'key')
        if made:
            return Candidate(
                word.start, made[1], 'envvar' if option in {'-e', '--env'} or self.command == 'echo' else 'key'
            )
        if given_behind(option) == 'field' and (field := next(given_to_request(word.text, word.start, 'field'), None)):
            return field
        if option in {'-X', '--request'} and word.text in HTTPMethod.__members__:
            return Candidate(word.start, word.text, 'header')
        return None

    def _packages(self, word: Word, option: str) -> list[Candidate]:
        """A package that is installed, and what it is called together with its extras."""
        package = _PACKAGE.fullmatch(word.text) if self.subcommand in INSTALLING and not option else None
        if package is None or is_file_name(package[2]) or not self._may_install(package[2]):
            return []
        names = dict.fromkeys((package[2], package[2] + (package[3] or '')))
        return [Candidate(word.start + package.start(2), name, 'installed') for name in names]

    def _may_install(self, package: str) -> bool:
        return '/' not in package or package[0] == '@' or self.command == 'composer'

    def _goes_on(self, text: str, option: str) -> bool:
        """Whether a sub-command may still follow an argument: what an option has, or the script that is run."""
        if option:
            return self.expecting and not text.isalnum() and not is_file_name(text)
        if _INTERPRETER.fullmatch(self.command):
            return self.expecting
        if not text.endswith('.py'):
            return False
        self.ran = text.rpartition('/')[2]
        return bool(_PYTHON.fullmatch(self.command))


def _variable_hint(name: str) -> str:
    return 'envvar' if name.isupper() else 'variable'
