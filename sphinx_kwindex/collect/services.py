"""Services that a system runs, by what starts and stops them: ``systemctl restart postfix``."""

from __future__ import annotations

import re

from sphinx_kwindex.lexicon import is_common

_DONE = frozenset(
    'disable enable is-active mask reload reload-or-restart restart start status stop try-restart unmask'.split()  # noqa: SIM905
)
_SWITCHES = frozenset({'', '--force', '--no-block', '--now', '--quiet', '--system', '--user', '-q'})
"""Options without a value, and none."""
_UNIT_NAME = re.compile(r'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.service)?')


def service_of(command: str, subcommand: str, option: str, word: str, behind: str) -> str:
    """The name of the service that a *word* of a command line is, without the ending of its unit; '' where it is none.

    *behind* is the word that follows: of ``service`` what is done with it.
    """
    told = subcommand in _DONE if command == 'systemctl' else command == 'service' and behind in _DONE
    name = _UNIT_NAME.fullmatch(word) if told and option in _SWITCHES and word not in _DONE else None
    return '' if name is None or is_common(name[1]) else name[1]
