"""Names that examples give their own things, known by what they begin with: MyModel, ``some_view``, ``your-branch``."""

from __future__ import annotations

import re
import sys
from collections.abc import Set

from sphinx_kwindex.lexicon import is_common, is_software

_DETERMINED = re.compile(
    r'(?:[Mm]y|MY|[Yy]our|YOUR|[Ss]ome|SOME)(?:[_-](?=[A-Za-z])|(?<![A-Z])(?=[A-Z][a-z]))|'
    r'(?:my|your)(?:app|branch|class|code|command|data|dict|domain|example|extension|field|file|form|func|host|image|instance|lib'
    r'|list|model|module|name|package|plugin|project|script|server|site|string|table|template|test|theme|thread|type|value|var'
    r'|view)'
)
_JOINT = re.compile(r'[./:\\]+')


def is_anybodys(name: str) -> bool:
    """Whether a link of a name begins with a determiner, as that of nothing real does but of a few products (mysql)."""
    return any(_DETERMINED.match(link) and not is_software(link.lower()) for link in _JOINT.split(name))


_TAKEN = frozenset({'import', 'module', 'call', 'variable'})


def is_module_of_example(name: str, hints: Set[str]) -> bool:
    """Whether code takes from a module what is called as the module is, and does no more: ``from hello import hello``."""
    module, dot, own = name.partition('.')
    return (
        bool(dot) and module == own and hints <= _TAKEN and is_common(module) and module not in sys.stdlib_module_names
    )
