"""What Python's own library has under a dotted name: looked up there, since no page that mentions it says so."""

from __future__ import annotations

import builtins
import os
import re
import sys
import sysconfig
from functools import lru_cache
from pathlib import Path
from types import ModuleType

from sphinx_kwindex.occurrences import Kind

_NOT_ALWAYS = frozenset({'last_exc', 'last_traceback', 'last_type', 'last_value', 'ps1', 'ps2', 'tracebacklimit'})
"""What ``sys`` has in some processes alone."""
_OPEN = {'os': os, 'sys': sys}
"""The modules of which programs speak most, and that each program has loaded."""


@lru_cache(maxsize=1 << 12)
def kind_in_library(name: str) -> Kind | None:
    """The kind of what a dotted name means in the library of the running Python; ``None`` where it is of nothing there.

    Of modules it is only looked whether they have a file: none is loaded.
    """
    root, dot, rest = name.partition('.')
    if dot and isinstance(owner := getattr(builtins, root, None), type) and hasattr(owner, rest):
        return Kind.METHOD if callable(getattr(owner, rest)) else Kind.ATTRIBUTE
    if not dot or root not in sys.stdlib_module_names or not name.replace('.', '').replace('_', 'a').isalnum():
        return None
    path = Path(sysconfig.get_path('stdlib'), *name.split('.'))
    if path.with_suffix('.py').is_file() or path.joinpath('__init__.py').is_file():
        return Kind.MODULE
    if root in _OPEN and rest not in _NOT_ALWAYS and hasattr(_OPEN[root], rest):
        found = getattr(_OPEN[root], rest)
        if isinstance(found, ModuleType):
            return Kind.MODULE
        if isinstance(found, type):
            return Kind.EXCEPTION if issubclass(found, BaseException) else Kind.CLASS
        return Kind.FUNCTION if callable(found) else Kind.CONSTANT if rest.isupper() else Kind.ATTRIBUTE
    return None


OF_STD = re.compile(
    r'std::(?:chrono::|filesystem::|pmr::)*(?:array|(?:unordered_)?(?:multi)?(?:map|set)|vector|deque|(?:forward_)?list|queue|stack'
    r'|priority_queue|(?:w|u8|u16|u32)?string(?:_view)?|span|bitset|tuple|pair|variant|optional|any|expected|function|thread|jthread'
    r'|mutex|path|duration|time_point|(?:nano|micro|milli)?seconds|minutes|hours|ratio|exception|byte|size_t|\w+_ptr|\w+_list'
    r'|\w+_distribution|\w+_engine|\w+_iterator|\w+_lock|\w+_guard|\w+_mutex|default_delete|\w+_type|hash|allocator|atomic'
    r'|future|promise|complex|valarray|regex|\w+stream)'
)
"""Types of the library of C++: https://en.cppreference.com/w/cpp/standard_library."""
