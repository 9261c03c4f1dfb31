"""What stands behind an option of a command line: a setting (``--set ipam.mode=cluster-pool``), a value, or another command."""

from __future__ import annotations

import re

_LONG = frozenset(
    """
    --build-arg --conf --config --config-setting --config-settings --driver-opt --log-opt --opt --property --set --set-json
    --set-string --sysctl
    """.split()  # noqa: SIM905 (words to read)
)
"""Options that have the name of a setting and its value: of Helm, Docker, Git, pip and Spark."""
_SHORT = {
    '-C': frozenset({'cargo', 'rustc'}),
    '-P': frozenset({'gradle', 'gradlew'}),
    '-c': frozenset({'git'}),
    '-o': frozenset({'mount', 'pytest', 's3fs', 'scp', 'sftp', 'ssh', 'sshfs'}),
}
"""Those of one letter, which other programs have for other ends, and the programs."""
_SET_BEHIND = re.compile(r'([A-Za-z][\w.-]*+(?<=\w))(?:\[\d{1,3}\](?:\.\w[\w.-]*+)?)?=')


def setting_behind(command: str, option: str, value: str) -> str:
    """The setting that the *value* of an *option* sets, up to its sign; '' where it sets none."""
    if option not in _LONG and command not in _SHORT.get(option, ()):
        return ''
    found = _SET_BEHIND.match(value)
    return found[1] if found else ''


PASSING = frozenset({'sudo', 'doas', 'exec', 'time', 'env', 'nohup', 'xargs'})
"""Commands that run the one behind them."""
_WITH_VALUE = {
    'doas': frozenset({'-C', '-u'}),
    'env': frozenset({'-C', '-u', '--chdir', '--unset'}),
    'exec': frozenset({'-a'}),
    'sudo': frozenset(
        """
        -C -D -R -T -U -g -h -p -r -t -u --chdir --chroot --command-timeout --group --host --other-user --prompt --role --type
        --user
        """.split()  # noqa: SIM905 (words to read)
    ),
    'time': frozenset({'-f', '-o', '--format', '--output'}),
    'xargs': frozenset({'-E', '-I', '-L', '-P', '-a', '-d', '-n', '-s', '--arg-file', '--max-args', '--max-procs'}),
}
"""Their options that have a value."""


def has_value(command: str, option: str) -> bool:
    """Whether the word behind an *option* of what runs a command is none: ``sudo -u postgres psql``, ``sudo -Hu postgres``."""
    valued = _WITH_VALUE.get(command, frozenset())
    heap = option[1:2] != '-' and f'-{option[-1:]}' in valued
    return option in valued or (len(option) > 1 and heap)


def may_run_behind(command: str, option: str, sign: str) -> bool:
    """Whether a command may still follow an *option*, ``sudo -E make``; not right behind one whose value a *sign* begins."""
    return command in PASSING and not sign and not has_value(command, option)


SWITCHES = frozenset(
    """
    --allow-downgrades --assume-yes --assumeyes --break-system-packages --cask --classic --dev --development --editable --exact
    --force --force-reinstall --frozen --frozen-lockfile --global --ignore-installed --latest --locked --needed --offline
    --optional --peer --pre --prefer-dist --quiet --reinstall --save --save-dev --save-exact --save-optional --save-peer --silent
    --system --upgrade --user --verbose --with-all-dependencies --workspace-root --yes
    -D -O -U -W -g -q -y
    """.split()  # noqa: SIM905 (words to read)
)
"""Options of package managers without a value, so that the next word is a package: of pip, npm, yarn, pnpm, Composer, APT, Cargo,
Homebrew. Letters that have a value with one of them (``pip install -f wheels``) are left out."""
WHOSE = frozenset({'--global', '--system', '--user'})
"""Options that say before a sub-command whose settings or services it is about: ``systemctl --user daemon-reload``."""
BY_LETTER = frozenset({'pacman', 'paru', 'yay'})
"""Package managers that install by an option: ``pacman -S it``."""
