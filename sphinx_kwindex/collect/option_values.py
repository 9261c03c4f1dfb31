"""What stands behind an option of a command line: a setting (``--set ipam.mode=cluster-pool``), a value, or another command."""

from __future__ import annotations

import re

_OPTIONS_OF_SETTINGS = frozenset(
    """
    --build-arg --conf --config --config-setting --config-settings --driver-opt --log-opt --opt --property --set --set-json
    --set-string --sysctl -C -P -c -o
    """.split()  # noqa: SIM905 (words to read)
)
"""Options that have the name of a setting and its value: of Helm, Docker, Git, pip, Spark, Gradle, SSH and mount."""
_SET_BEHIND = re.compile(r'([A-Za-z][\w.-]*+(?<=\w))(?:\[\d{1,3}\](?:\.\w[\w.-]*+)?)?=')


def setting_behind(option: str, value: str) -> str:
    """The setting that the *value* of an *option* sets, up to its sign; '' where it sets none."""
    found = _SET_BEHIND.match(value) if option in _OPTIONS_OF_SETTINGS else None
    return found[1] if found else ''


PASSING = frozenset({'sudo', 'doas', 'exec', 'time', 'env', 'nohup', 'xargs'})
"""Commands that run the one behind them."""
_WITH_VALUE = {
    'doas': frozenset({'-C', '-u'}),
    'env': frozenset({'-C', '-u'}),
    'sudo': frozenset({'-C', '-g', '-h', '-p', '-u', '--group', '--user'}),
    'xargs': frozenset({'-E', '-I', '-L', '-P', '-d', '-n', '-s'}),
}
"""Their options that have a value."""


def has_value(command: str, option: str) -> bool:
    """Whether the word behind an *option* of what runs a command is none: ``sudo -u postgres psql``."""
    return option in _WITH_VALUE.get(command, ())


def may_run_behind(command: str, option: str) -> bool:
    """Whether a command may still follow an *option*: ``sudo -E make``."""
    return command in PASSING and not has_value(command, option)


SWITCHES = frozenset(
    """
    --allow-downgrades --assume-yes --assumeyes --break-system-packages --cask --classic --dev --development --editable --exact
    --force --force-reinstall --frozen --frozen-lockfile --global --ignore-installed --latest --locked --needed --offline
    --optional --peer --pre --prefer-dist --quiet --reinstall --save --save-dev --save-exact --save-optional --save-peer --silent
    --system --upgrade --user --verbose --with-all-dependencies --workspace-root --yes
    -D -O -U -W -g -q -y
    """.split()  # noqa: SIM905 (words to read)
)
"""Options behind them without a value, so that the next word is a package: of pip, npm, yarn, pnpm, Composer, APT, Cargo,
Homebrew. Letters that have a value with one of them (``pip install -f wheels``) are left out."""
