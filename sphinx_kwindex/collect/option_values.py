"""Settings that a command line hands on by an option: ``--set ipam.mode=cluster-pool``, ``-o use_xattr,noexec``."""

from __future__ import annotations

import re

_SETTING = frozenset(
    """
    --build-arg --conf --config --config-setting --config-settings --driver-opt --log-opt --opt --property --set --set-json
    --set-string --sysctl -C -P -c -o
    """.split()  # noqa: SIM905 (words to read)
)
"""Options that have the name of a setting and its value: of Helm, Docker, Git, pip, Spark, Gradle, SSH and mount."""
_SET = re.compile(r'([A-Za-z][\w.-]*\w)(?:\[\d{1,3}\])?(?:\.\w[\w.-]*)?=')


def setting_behind(option: str, value: str) -> str:
    """The setting that the *value* of an *option* sets, up to its sign; '' where it sets none."""
    found = _SET.match(value) if option in _SETTING else None
    return found[1] if found else ''
