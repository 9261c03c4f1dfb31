"""Services that a system runs, by what starts and stops them: ``systemctl restart postfix``."""

from __future__ import annotations

import re

_DONE = frozenset(
    'disable enable is-active mask reload reload-or-restart restart start status stop try-restart unmask'.split()  # noqa: SIM905
)
_UNIT_NAME = re.compile(r'([a-z][a-z0-9]*(?:-[a-z0-9]+)*)(?:\.service)?')


def service_of(command: str, subcommand: str, option: str, word: str) -> str:
    """The name of the service that a *word* of a command line is, without the ending of its unit; '' where it is none."""
    if option or command not in {'systemctl', 'service'}:
        return ''
    if command == 'systemctl' and subcommand not in _DONE:
        return ''
    name = _UNIT_NAME.fullmatch(word)
    return name[1] if name and word not in _DONE else ''
