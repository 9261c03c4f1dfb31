"""Print what a table of figures was measured on and when, as a sentence: processor, Python, packages, date.

usage: machine.py
"""

from __future__ import annotations

import os
import platform
import re
import sys
from datetime import date
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path

PACKAGES = ('sphinx-kwindex', 'sphinx', 'docutils', 'pygments', 'jinja2', 'alabaster', 'furo', 'sphinx-book-theme')


def processor() -> str:
    """The name of the processor."""
    try:
        match = re.search(r'^model name\s*:\s*(.+)$', Path('/proc/cpuinfo').read_text(encoding='utf-8'), re.MULTILINE)
    except OSError:
        match = None
    return match[1] if match else platform.processor() or platform.machine()


def packages() -> list[str]:
    """Those packages that are installed, with their versions."""
    found = []
    for name in PACKAGES:
        try:
            found.append(f'{name} {version(name)}')
        except PackageNotFoundError:
            continue
    return found


def main() -> int:
    """Print the sentence."""
    memory = os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9
    print(
        f'Measured on {date.today().isoformat()}, {os.cpu_count()} cores ({processor()}), {memory:.0f} GB of memory, '
        f'{platform.system()}, Python {platform.python_version()}, {", ".join(packages())}.'
    )
    return 0


if __name__ == '__main__':
    sys.exit(main())
