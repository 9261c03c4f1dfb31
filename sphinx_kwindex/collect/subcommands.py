"""Which words of command lines are sub-commands: those of a program that a document shows with several."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace

from sphinx_kwindex.occurrences import Occurrence

SECOND = 'second'
"""The hint of a word behind a command: a sub-command, or an argument."""
SUBCOMMAND = 'subcommand'
_RUN = frozenset({'command', 'file'})


class Subcommands:
    """The commands of one document, each with the words that stand behind it.

    One word behind a command may be anything (``createdb shop``). Where different words stand there (``ansible-vault
    create``, ``ansible-vault edit``) the document tells what the command can do.
    """

    def __init__(self) -> None:
        self._commands: set[str] = set()
        self._behind: defaultdict[str, set[str]] = defaultdict(set)

    def read(self, names: Iterable[tuple[str, str]]) -> None:
        """Take the names of one text, in reading order, each with its hint."""
        command = ''
        for name, hint in names:
            if hint in _RUN or hint == 'first':
                command = name
                if hint in _RUN:
                    self._commands.add(name)
            elif hint == SECOND and command:
                self._behind[command].add(name)

    def judged(self, found: Iterable[Occurrence]) -> Iterator[Occurrence]:
        """The occurrences of the document, with the hint of a sub-command where a word is one."""
        known = {
            word
            for command, words in self._behind.items()
            if len(words) > 1 and command in self._commands
            for word in words
        }
        for occurrence in found:
            is_known = occurrence.hint == SECOND and occurrence.name in known
            yield replace(occurrence, hint=SUBCOMMAND) if is_known else occurrence
