"""What every script of a browser or of Node.js can use without an import, so that a chain of names may begin with it."""

from __future__ import annotations

import re

_GLOBAL = re.compile(
    r'console\.(?:assert|debug|dir|error|info|log|table|time|timeEnd|trace|warn)'
    r'|(?:globalThis|localStorage|navigator|sessionStorage)\.\w+'
    r'|document\.(?:body|cookie|head|[a-z]+[A-Z]\w*)(?:\..*)?'
    r'|window\.(?:location|[a-z]+[A-Z]\w*)(?:\..*)?'
    r'|module\.exports(?:\..*)?'
    r'|process\.(?:argv|cwd|env|exit|nextTick|platform|stderr|stdin|stdout)(?:\..*)?'
)
"""https://developer.mozilla.org/docs/Web/API/Window, https://nodejs.org/api/globals.html"""


def is_of_script(name: str) -> bool:
    """Whether a chain begins with a global object of JavaScript: ``console.log``, ``document.createElement``."""
    return _GLOBAL.fullmatch(name) is not None
