"""What signatures and domains define."""

from __future__ import annotations

from collections.abc import Iterable
from types import SimpleNamespace
from typing import Any, cast

import pytest
from sphinx import addnodes

from sphinx_kwindex.collect.definitions import _PROGRAM, objects_by_document, shown_name, signature_definitions
from sphinx_kwindex.occurrences import Definition


def signature(
    *parts: tuple[type[addnodes.desc_name | addnodes.desc_addname], str],
    domain: str = 'py',
    objtype: str = 'function',
    text: str = '',
    **attributes: Any,
) -> addnodes.desc_signature:
    node = addnodes.desc_signature(text, text, **attributes)
    for kind, content in parts:
        node += kind(content, content)
    description = addnodes.desc('', node, domain=domain, objtype=objtype)
    assert node.parent is description
    return node


NAME, PREFIX = addnodes.desc_name, addnodes.desc_addname


@pytest.mark.parametrize(
    ('node', 'name'),
    [
        (signature((PREFIX, 'mod.'), (NAME, 'run')), 'mod.run'),
        (signature((PREFIX, 'mod.'), (NAME, 'run'), fullname='Cls.run'), 'Cls.run'),
        (signature((NAME, '  a \n b: ')), 'a b'),
        (signature((PREFIX, '.. '), (NAME, 'note')), 'note'),
        (signature(text='plain text:'), 'plain text'),
        (signature(), ''),
        (signature((NAME, 'x' * 300)), 'x' * 200),
    ],
)
def test_shown_name(node: addnodes.desc_signature, name: str) -> None:
    assert shown_name(node, ()) == name


@pytest.mark.parametrize(
    ('full', 'option'),
    [
        ('python.--all', '--all'),
        ('git commit.-m', '-m'),
        ('prog.+x', '+x'),
        ('win./q', '/q'),
        ('clang.@file', '@file'),
        ('--log.level', '--log.level'),
        ('-x.-y', '-x.-y'),
        ('python.command', 'python.command'),
        ('a.b.--all', '--all'),
    ],
)
def test_program_before_an_option(full: str, option: str) -> None:
    assert _PROGRAM.sub('', full) == option


@pytest.mark.parametrize(
    ('node', 'defined'),
    [
        (
            signature((NAME, 'run'), ids=['m.C.run'], module='m', fullname='C.run', objtype='method'),
            [Definition('py', 'method', 'm.C.run')],
        ),
        (signature((NAME, 'run'), ids=['run'], module=None, fullname='run'), [Definition('py', 'function', 'run')]),
        (signature((NAME, 'run'), ids=[], module='m', fullname='run'), []),
        (
            signature(ids=['x'], allnames=['-v', '--verbose'], domain='std', objtype='cmdoption'),
            [Definition('std', 'cmdoption', '-v'), Definition('std', 'cmdoption', '--verbose')],
        ),
        (signature((NAME, 'shown'), ids=['c.node'], domain='c', objtype='struct'), [Definition('c', 'struct', 'node')]),
        (
            signature((NAME, 'shown'), ids=['zz', 'c.node', 'c.other'], domain='c', objtype='struct'),
            [Definition('c', 'struct', 'node')],
        ),
        (signature((NAME, 'DEBUG'), ids=['zz'], domain='', objtype='setting'), [Definition('std', 'setting', 'DEBUG')]),
        (signature(ids=['zz'], domain='', objtype='setting'), []),
    ],
)
def test_signature_definitions(node: addnodes.desc_signature, defined: list[Definition]) -> None:
    objects = {'c.node': Definition('c', 'struct', 'node'), 'c.other': Definition('c', 'struct', 'other')}
    assert signature_definitions(node, objects, ()) == defined


Entry = tuple[str, str, str, str]


def env(**domains: Iterable[Entry]) -> Any:
    """An environment whose domains know objects (name, type, docname, anchor)."""

    def domain(name: str, entries: Iterable[Entry]) -> SimpleNamespace:
        objects = [(full, full, objtype, docname, anchor, 1) for full, objtype, docname, anchor in entries]
        return SimpleNamespace(name=name, get_objects=lambda: objects)

    return cast('Any', SimpleNamespace(domains={name: domain(name, entries) for name, entries in domains.items()}))


def test_objects_by_document() -> None:
    found = objects_by_document(
        env(
            py=[('m.run', 'function', 'api', 'm.run'), ('m', 'module', 'api', 'module-m')],
            std=[
                ('a-label', 'label', 'api', 'a-label'),
                ('api', 'doc', 'api', ''),
                ('stmt', 'token', 'api', 'grammar-stmt'),
                ('prog.--all', 'cmdoption', 'cli', 'opt-all'),
                ('queryset', 'term', 'glossary', 'term-queryset'),
            ],
            cpp=[('T', 'templateParam', 'api', 'x'), ('f::x', 'functionParam', 'api', 'y')],
            rst=[('graph:alt', 'directive:option', 'dir', 'o'), ('py:class', 'directive', 'dir', 'd')],
            math=[('eq', 'equation', 'api', 'equation-eq')],
        )
    )
    assert found == {
        'api': {'m.run': Definition('py', 'function', 'm.run'), 'module-m': Definition('py', 'module', 'm')},
        'cli': {'opt-all': Definition('std', 'cmdoption', '--all', 'prog')},
        'dir': {
            'o': Definition('rst', 'directive:option', 'alt', 'graph'),
            'd': Definition('rst', 'directive', 'py:class'),
        },
        'glossary': {'term-queryset': Definition('std', 'term', 'queryset')},
    }


def test_order_of_the_domains_objects_does_not_matter() -> None:
    entries = [('b', 'function', 'api', 'same'), ('a', 'function', 'api', 'same')]
    assert objects_by_document(env(py=entries)) == objects_by_document(env(py=entries[::-1]))
    assert objects_by_document(env(py=entries))['api']['same'].name == 'a'


def test_names_hold_what_a_file_can_hold() -> None:
    entries = [('a.b\ud800', 'function', 'api', 'x'), ('to\ud800ol --all', 'cmdoption', 'api', 'y')]
    found = objects_by_document(env(std=entries))['api']
    assert ''.join(f'{definition.owner}{definition.name}' for definition in found.values()).count('\ufffd') == 2
