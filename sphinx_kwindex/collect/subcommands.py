"""Which words of command lines are sub-commands: those of a program that a document shows with several."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator

from sphinx_kwindex.lexicon import is_capital_software, is_clipped, is_common, is_software
from sphinx_kwindex.occurrences import Occurrence, Role
from sphinx_kwindex.posix import UTILITIES

SECOND = 'second'
"""The hint of a word behind a command: a sub-command, or an argument."""
SUBCOMMAND = 'subcommand'
PAIR = 'pair'
"""The hint of a command together with the word behind it: ``rustup show``."""
ALONE = 'alone'
"""The same, where inline code holds nothing else: ``mkdocs serve``."""
_RUN = frozenset({'command', 'file'})
_TEXTS = frozenset({Role.PROSE, Role.HEADING})
"""Where a sub-command stands alone: as a title, or before the noun *command*."""
_PAIRS = frozenset({PAIR, ALONE})
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
    return is_common(word) or is_clipped(word)


def _family(subcommand: str) -> str:
    return subcommand.partition(':')[0]


def _is_registered(command: str) -> bool:
    return is_software(command) or is_capital_software(command.capitalize())


class Subcommands:
    """The commands of one document, each with the words that stand behind it.

    One word behind a command may be anything (``createdb shop``). Where different words stand there (``ansible-vault
    create``, ``ansible-vault edit``) the document tells what the command can do.
    """

    def __init__(self) -> None:
        self._commands: set[str] = set()
        self._behind: defaultdict[str, set[str]] = defaultdict(set)
        self._pairs: Counter[str] = Counter()
        self._alone: set[str] = set()
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
                    self._alone.add(name)

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

    def judged(self, found: Iterable[Occurrence]) -> Iterator[Occurrence]:
        """The occurrences of the document, with the hint of a sub-command where a word is one.

        A command is a name together with the word behind it where that may be a sub-command, or where the two stand more
        than once; then that word is no name of its own.
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
            and (len(self._behind[command]) > 1 or times > 1 or (pair in self._alone and _is_registered(command)))
        }
        joined = self._colon_words()
        families = set(map(_family, joined))
        paired = {pair.split()[1] for pair in pairs}
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
            elif occurrence.hint != SECOND or occurrence.name not in known:
                if occurrence.hint != SECOND or occurrence.role not in _TEXTS:
                    yield occurrence
            elif occurrence.name not in paired or occurrence.role in _TEXTS:
                yield occurrence._replace(hint=SUBCOMMAND)
