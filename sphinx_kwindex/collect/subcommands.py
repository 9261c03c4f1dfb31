"""Which words of command lines are sub-commands: those of a program that a document shows with several."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sphinx_kwindex.lexicon import is_capital_software, is_clipped, is_coined, is_common, is_in_dictionary, is_software
from sphinx_kwindex.occurrences import Occurrence, Role
from sphinx_kwindex.posix import UTILITIES

SECOND = 'second'
"""The hint of a word behind a command: a sub-command, or an argument."""
SUBCOMMAND = 'subcommand'
PAIR = 'pair'
"""The hint of a command together with the word behind it: ``rustup show``."""
ALONE = 'alone'
"""The same, where inline code holds nothing else: ``mkdocs serve``."""
TYPED = 'typed-pair'
"""The same where it is typed, behind a prompt or with nothing but options behind it: ``git push --tags``."""
TRIPLE = 'triple'
"""The hint of a command together with two words behind it: ``go mod vendor``."""
_RUN = frozenset({'command', 'file'})
_TEXTS = frozenset({Role.PROSE, Role.HEADING})
"""Where a sub-command stands alone: as a title, or before the noun *command*."""
_PAIRS = frozenset({PAIR, ALONE, TYPED})
WHOLE_COMMANDS = _PAIRS | {TRIPLE}
"""Hints of several words together."""
_ACTIONS = frozenset(
    """
    activate add apply attach build check clean clear close commit compile configure connect convert copy create deactivate debug
    delete deploy describe destroy detach disable download down drop edit enable exec execute export fetch find format generate
    get import init inspect install invoke join list load login logout ls merge migrate move open pack print prune publish pull
    purge push rebuild redo reload remove rename replace reset restart restore resume revert rm rollback run save scan search
    select send serve set setup show start status stop submit suspend sync test tidy trigger undo uninstall unload unlock unset
    up update upgrade upload use validate verify view wait watch
    """.split()  # noqa: SIM905 (words to read)
)
"""What sub-commands are called that do something to what the one before them names: ``docker image prune``."""
_ON_SORTS = frozenset('config create delete describe disable drop enable get new set show'.split())  # noqa: SIM905 (words to read)
"""Sub-commands behind which the sort of a thing is named: ``kubectl create deployment``."""
INSTALLING = frozenset({'install', 'add', 'require'})
"""Sub-commands, the same with most package managers, behind which packages stand."""
MANAGERS = frozenset(
    """
    apk apt apt-get brew bun cargo composer conda dnf gem mamba npm pdm pip pip3 pipx pnpm poetry uv yarn yum zypper
    """.split()  # noqa: SIM905 (words to read)
)
"""Package managers, all of which have sub-commands."""
_WITH_SCRIPTS = frozenset({'bun', 'npm', 'pnpm', 'yarn'})
"""Those that run what a project has as its scripts."""
_FORM = re.compile(r'[a-z][a-z0-9]*(?:[-_][a-z0-9]+|:[a-z][a-z0-9]*)*')
"""With colons as well, ``cache:clear``, but for what may be a port."""


def has_subcommands(command: str) -> bool:
    """Whether a command may have sub-commands."""
    return command not in UTILITIES


def may_be_subcommand(word: str) -> bool:
    """Whether a word has the form of a sub-command."""
    return _FORM.fullmatch(word) is not None


def is_pair(word: str) -> bool:
    """Whether a sub-command means nothing without its command: others have names of their own (``makemigrations``)."""
    first, hyphen, rest = word.partition('-')
    joined = bool(hyphen) and (first in _ACTIONS or (is_common(first) and is_common(rest)))
    return joined or is_common(word) or is_clipped(word) or word in _ACTIONS


def may_be_third(word: str) -> bool:
    """Whether a word may be what stands behind a command and its sub-command, and no file, name or value of somebody's own."""
    return may_be_subcommand(word) and (is_pair(word) or is_software(word))


_WORD_OF_COMMAND = re.compile(r'[a-z]{2,20}')
OF_SENTENCES = frozenset(
    """
    also and are be because been being but can could does from has have is its may must needed not now of only or should such than
    that the their them there these they this those to was we were when whose will with would you your
    """.split()  # noqa: SIM905 (words to read)
)
"""Words that no command and no sub-command is called, and that prose begins with."""
GOING_ON = frozenset({'are', 'being', 'has', 'have', 'is', 'was', 'were', 'when', 'will'})
"""Words behind the first of a sentence that nobody gives to a command."""
_TO_BE_FILLED_IN = re.compile(r'[A-Z<\[{-].*')
_DEEP = range(3, 5)
"""Words behind a command, from which on a literal shows nothing else, and up to which they are sub-commands."""


def subcommands_within(command: str, words: list[str]) -> str:
    """A command with three words or four behind it, the last of which says what is done: ``vagrant cloud box create NAME``.

    '' where they say something else. What is behind them is to be filled in, or an option.
    """
    depth = next((at for at, word in enumerate(words) if not _WORD_OF_COMMAND.fullmatch(word)), len(words))
    told = words[:depth]
    if depth not in _DEEP or not (is_coined(command) or _is_registered(command)):
        return ''
    about = told[-1] in _ACTIONS and not any(word in _ACTIONS or word in OF_SENTENCES for word in told[:-1])
    rest = all(_TO_BE_FILLED_IN.match(word) for word in words[depth : depth + 1])
    return f'{command} {" ".join(told)}' if about and rest else ''


def _family(subcommand: str) -> str:
    return subcommand.partition(':')[0]


def _is_registered(command: str) -> bool:
    names = (command, command.partition('-')[0])  # "docker-compose"
    registered = any(map(is_software, names)) or is_capital_software(command.capitalize())
    return registered or command in MANAGERS or command in {'bundle', 'go'}


def goes_on(pair: str, word: str) -> bool:
    """Whether what is done may still follow a *word* behind a command and its sub-commands: ``it system domain set-level``."""
    return pair.count(' ') < _MOST_SUBCOMMANDS and word not in _ACTIONS and is_common(word)


_MOST_SUBCOMMANDS = 3
_OFTEN = 3
"""How often inline code of two words stands that runs something, though no register has the first: ``tofu init``."""
_SEVERAL = 2
_SHORTEST_WORD = 3
"""Letters of what a dictionary can say anything of."""


def says_what_to_do(pair: str, word: str) -> bool:
    """Whether a *word* behind a command with what it is about says what is done: ``it domain set-log-level``.

    Behind what says that already stands an argument, as the name of a branch.
    """
    command, *subs = pair.split()
    about = command not in _OF_BRANCHES and all(
        sub not in _ACTIONS and (is_common(sub) or is_clipped(sub)) for sub in subs
    )
    begun, hyphen, _rest = word.partition('-')
    return about and bool(hyphen) and begun in _ACTIONS | _ON_SORTS and _FORM.fullmatch(word) is not None


_OF_BRANCHES = frozenset({'git', 'hg', 'jj', 'svn'})


def _may_run(word: str) -> bool:
    """Whether a word may be the name of a program since no dictionary has it: ``ldd file``."""
    return word.isalpha() and is_coined(word) and not is_clipped(word)


class Subcommands:
    """The commands of one document, each with the words that stand behind it.

    One word behind a command may be anything (``createdb shop``). Where different words stand there (``ansible-vault
    create``, ``ansible-vault edit``) the document tells what the command can do.
    """

    def __init__(self) -> None:
        self._commands: set[str] = set()
        self._behind: defaultdict[str, set[str]] = defaultdict(set)
        self._pairs: Counter[str] = Counter()
        self._alone: Counter[str] = Counter()
        self._typed: set[str] = set()
        self._triples: defaultdict[str, set[str]] = defaultdict(set)
        """Command and sub-command -> the words behind them."""
        self._joined: defaultdict[str, set[str]] = defaultdict(set)
        """The same of words with colons, which may be sub-commands (``db:migrate``) or something else (``main:app``)."""

    def read(self, names: Iterable[tuple[str, str]]) -> None:
        """Take the names of one text, in reading order, each with its hint."""
        command = ''
        for name, hint in names:
            if hint in _RUN or hint == 'first':
                command = name
                if hint in _RUN:
                    self._commands.add(name)
            elif hint == SECOND and command:
                (self._joined if ':' in name else self._behind)[command].add(name)
            elif hint in _PAIRS:
                self._pairs[name] += 1
                if hint == ALONE:
                    self._alone[name] += 1
                elif hint == TYPED:
                    self._typed.add(name)
            elif hint == TRIPLE:
                pair, _blank, last = name.rpartition(' ')
                self._triples[pair].add(last)

    def _is_command(self, word: str) -> bool:
        """Whether the document runs a word in code, or registers have it as software, which inline code then runs."""
        return word in self._commands or _is_registered(word)

    def _colon_words(self) -> set[str]:
        """The words with colons that are sub-commands: several of one family, or of one command that end otherwise."""
        every = {word for words in self._joined.values() for word in words}
        members = Counter(map(_family, every))
        return {word for word in every if members[_family(word)] > 1} | {
            word
            for words in self._joined.values()
            if len({each.rpartition(':')[2] for each in words}) > 1
            for word in words
        }

    def _needs_no_other(self, pair: str) -> bool:
        """Whether inline code of two words that is there once is a program and what is done: no dictionary has the first."""
        first, second = pair.split()
        if second not in _ACTIONS:
            return False
        # "ng update", beside "ng add"
        several = sum(other.startswith(f'{first} ') and other.split()[1] in _ACTIONS for other in self._alone) > 1
        return several or self._alone[pair] >= _OFTEN or (len(first) >= _SHORTEST_WORD and _may_run(first))

    def _says_enough(self, pair: str) -> bool:
        """Whether a command of two words is one though it is there once: inline code has no more, or somebody types an action."""
        return pair in self._alone or (pair in self._typed and pair.split()[1] in _ACTIONS)

    def _runs(self, word: str) -> bool:
        """Whether a word that begins inline code of several words is a program: ``ldd it_file``, and not ``constexpr int``."""
        behind = self._behind.get(word, ())
        if is_software(word) and not is_in_dictionary(word):
            return True
        if '-' in word:
            # "armbian-add-overlay <file>", and no "json-like file"
            return word.count('-') > 1 and any(map(is_coined, word.split('-')))
        return _may_run(word) and not any(other.isalpha() and other not in _ACTIONS for other in behind)

    def _is_triple(self, name: str) -> bool:
        """Whether a third word is no argument: a verb behind a noun, or one of several sorts of things behind a verb.

        ``hugo mod tidy``, ``pg_autoctl create monitor``; but ``pip install flask``, ``git checkout main``.
        """
        command, sub, last = name.split()
        others = self._triples[f'{command} {sub}']
        if sub == 'run' and command in _WITH_SCRIPTS:
            return True
        if not self._is_command(command) and len(others & _ACTIONS) < _SEVERAL:
            return False
        if sub in _ON_SORTS and len(others) > 1:
            return all(is_common(other) or is_software(other) for other in others)
        if sub in _ACTIONS or (is_software(sub) and sub != 'db'):
            return False  # "service nginx restart"
        begun = {other.partition('-')[0] for other in others}
        doing = last in _ACTIONS or says_what_to_do(f'{command} {sub}', last)  # "airflow config get-value"
        return doing or (len(others) > 1 and not _ACTIONS.isdisjoint(begun))

    def judged(self, found: Iterable[Occurrence]) -> Iterator[Occurrence]:
        """The occurrences of the document, with the hint of a sub-command where a word is one.

        A command is a name together with the word behind it where that may be a sub-command, or where the two stand more
        than once; then that word is no name of its own, unless it is of several (``daemon-reload``).
        """
        known = {
            word
            for command, words in self._behind.items()
            if len(words) > 1 and command in self._commands
            for word in words
        }
        pairs = {
            pair
            for pair, times in self._pairs.items()
            if self._is_command(command := pair.split()[0])
            and (len(self._behind[command]) > 1 or times > 1 or (self._says_enough(pair) and _is_registered(command)))
        } | {pair for pair in self._alone if self._needs_no_other(pair)}
        commands = {pair.split()[0] for pair in pairs}
        joined = self._colon_words()
        families = set(map(_family, joined))
        paired = {word for word in (pair.split()[1] for pair in pairs) if is_pair(word) and '-' not in word}
        for occurrence in found:
            if ':' in occurrence.name and (
                occurrence.name in joined
                if occurrence.hint == SECOND
                else occurrence.hint == 'first' and _family(occurrence.name) in families
            ):
                yield occurrence._replace(hint=SUBCOMMAND)
            elif occurrence.hint in _PAIRS:
                if occurrence.name in pairs:
                    yield occurrence._replace(hint='command')
            elif occurrence.hint == 'first' and (occurrence.name in commands or self._runs(occurrence.name)):
                yield occurrence._replace(hint='command')
            elif occurrence.hint == TRIPLE:
                if self._is_triple(occurrence.name):
                    yield occurrence._replace(hint='command')
            elif occurrence.hint != SECOND or occurrence.name not in known:
                if occurrence.hint != SECOND or occurrence.role not in _TEXTS:
                    yield occurrence
            elif occurrence.name not in paired or occurrence.role in _TEXTS:
                yield occurrence._replace(hint=SUBCOMMAND)
