"""What a cross-reference names: its target without the marks that shorten it, as far as its text bears it out."""

from __future__ import annotations

import re

from sphinx_kwindex.collect.marks import WrittenReference
from sphinx_kwindex.lexicon import is_common, is_in_dictionary, is_software

_OPTION = re.compile(r'(?:^|\s)(--?[A-Za-z0-9][\w-]*)')


OF_ROLES = {
    'mod': 'package',
    'class': 'class',
    'exc': 'exception',
    'func': 'function',
    'meth': 'method',
    'attr': 'field',
    'member': 'field',
    'macro': 'macro',
    'struct': 'type',
    'type': 'type',
    'deco': 'decorator',
    'data': 'field',
    'const': 'constant',
    'setting': 'setting',
    'confval': 'setting',
}
"""Roles of the domains -> the hint of what they call a name."""


def clean_target(target: str) -> str:
    """A reference's target without the marks that shorten or suppress it, and without its call."""
    name = ' '.join(target.split()).lstrip('~.!@')
    if '=' in name[1:] and name[0].isalpha():
        name = name.partition('=')[0]  # an attribute, and the value that the text speaks of
    return without_call(name.partition('[')[0] if name[:1].isalpha() and name.endswith(']') else name)


def without_call(name: str) -> str:
    """A name without the parentheses, and what they hold, that it ends in."""
    return name.partition('(')[0].strip() if name.endswith(')') else name.strip()


def last_part(name: str) -> str:
    """What stands after the last ``.`` or ``::`` of a chain."""
    return name.rpartition('.')[2].rpartition('::')[2]


def reference_name(written: WrittenReference) -> str:
    """The name that a reference to an object shows, in the longest form that its text bears out; '' if it shows none."""
    kind, target, text = written.reference.type, written.target, clean_target(written.text)
    if kind == 'option':
        match = _OPTION.search(text)
        return match[1] if match else ''
    name = clean_target(target)
    if not written.explicit:
        return name if kind != 'term' else ' '.join(written.text.split())
    if not text or last_part(name) != last_part(text):
        return ''
    return name


def is_last_of_label(text: str, target: str) -> bool:
    """Whether the text of a reference is a name of several words that a label ends in: ``tls-port <it.conf.tls-port>``."""
    deep = target.count('.') > 1 and ':' not in target
    return deep and _JOINED.fullmatch(text) is not None and target.lower().endswith(f'.{text.lower()}')


_JOINED = re.compile(r'[A-Za-z][^\W_]*+(?:[-_][^\W_]++)++')
_OWNERS = frozenset({'class', 'exc', 'mod', 'obj'})
"""Roles of what has members: the text of such a reference is often one of these."""


def is_alike(written: WrittenReference) -> bool:
    """Whether the text names a thing of the target's sort: "``Run.prepare()``", which leads to the class, does not.

    It does where it is the end of the target's name, at which words are joined: ``CHARSET``, of ``TEST_CHARSET``.
    """
    if written.reference.type not in _OWNERS:
        return True
    name, text = last_part(clean_target(written.target)), last_part(clean_target(written.text))
    return bool(text) and name.endswith((f'_{text}', f'-{text}'))


def is_wording(text: str) -> bool:
    """Whether the text of a reference is of ordinary words, which its author put in the place of a name: "response"."""
    small = text[:1].lower() + text[1:]
    return (
        small.islower()
        and not is_software(small)
        and all(is_common(word) or is_in_dictionary(word) for word in small.split('-'))
    )
