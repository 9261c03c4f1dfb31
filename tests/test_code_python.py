"""Names in Python: scripts, sessions, tracebacks."""

from __future__ import annotations

from textwrap import dedent

import pytest

from sphinx_kwindex.collect.code import code_candidates

Names = list[tuple[str, str]]


def names(code: str, language: str = 'python') -> Names:
    return [(candidate.name, candidate.hint) for candidate in code_candidates(dedent(code), language)]


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('import os.path', [('os.path', 'module')]),
        ('import os.path as osp, json', [('os.path', 'module'), ('json', 'module')]),
        ('from logging import getLogger', [('logging', 'module'), ('logging.getLogger', 'import')]),
        ('from abc import ABC as A, abstract', [('abc', 'module'), ('abc.ABC', 'import'), ('abc.abstract', 'import')]),
        ('from .b import (\n  A1,\n  B1,\n)', [('b', 'module'), ('b.A1', 'import'), ('b.B1', 'import')]),
        ('from ..b.c import d', [('b.c', 'module'), ('b.c.d', 'import')]),
        ('from ...b import c', [('b', 'module'), ('b.c', 'import')]),
        ('from . import z', [('z', 'import')]),
        ('from x import *', [('x', 'module')]),
        ('try: import json\nexcept ImportError: pass', [('json', 'module'), ('ImportError', 'raised')]),
        ('from __future__ import annotations\nannotations', [('__future__', 'module'), ('__future__.annotations', 'import'),
                                                           ('annotations', 'variable')]),
    ],
)  # fmt: skip
def test_imports(code: str, found: Names) -> None:
    assert names(code) == found


@pytest.mark.parametrize(
    ('before', 'code', 'found'),
    [
        ('import numpy as np', 'np.zeros(3)', [('numpy.zeros', 'call')]),
        ('import numpy as np', 'f(np)', [('f', 'call')]),
        ('import a.b.c as d', 'd.x.y', [('a.b.c.x.y', 'attribute')]),
        ('import os', 'os.sep', [('os.sep', 'attribute')]),
        ('import os', 'f(os)', [('f', 'call'), ('os', 'variable')]),
        ('from logging import getLogger', 'getLogger(x)', [('logging.getLogger', 'call'), ('x', 'variable')]),
        ('from logging import getLogger as get', 'get(x)', [('x', 'variable')]),
        ('from logging import Logger as L', 'L.info', [('logging.Logger.info', 'attribute')]),
        ('from a import B', 'class C(B): pass', [('C', 'class'), ('a.B', 'base')]),
        ('from a import B', 'raise B', [('a.B', 'raised')]),
        ('from a import b', '@b\ndef f(): pass', [('a.b', 'decorator'), ('f', 'function')]),
        ('from a import B', 'def f(x: B): pass', [('f', 'function'), ('x', 'variable'), ('a.B', 'typed')]),
        ('from a import open', 'open(x)', [('a.open', 'call'), ('x', 'variable')]),
        ('from a import b', 'f(b=1)', [('f', 'call'), ('b', 'parameter')]),
        ('from a import b', 'x().b', [('x', 'call'), ('b', 'attribute')]),
        ('from a import b', 'self.b', [('b', 'attribute')]),
    ],
)
def test_imported_names_are_followed(before: str, code: str, found: Names) -> None:
    assert names(f'{before}\n{code}')[len(names(before)) :] == found


def test_use_before_the_import_is_not_followed() -> None:
    assert names('np.zeros()\nimport numpy as np') == [('np.zeros', 'call'), ('numpy', 'module')]


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('class Foo(Base, a.Mixin, metaclass=Meta): pass',
         [('Foo', 'class'), ('Base', 'base'), ('a.Mixin', 'base'), ('metaclass', 'parameter'), ('Meta', 'variable')]),
        ('class Foo(Generic[T], make()): pass',
         [('Foo', 'class'), ('Generic', 'base'), ('T', 'typed'), ('make', 'call')]),
        ('class A(object):\n  x = 1\n  y: int = 2\n  def f(self):\n    z = 3\n  w = 4',
         [('A', 'class'), ('object', 'builtin'), ('x', 'field'), ('y', 'field'), ('int', 'builtin'), ('f', 'method'),
          ('z', 'variable'), ('w', 'field')]),
        ('class A: x = 1\ny = 2', [('A', 'class'), ('x', 'field'), ('y', 'variable')]),
        ('class A:\n  if x:\n    y = 1', [('A', 'class'), ('x', 'variable'), ('y', 'field')]),
        ('class A:\n  class Meta:\n    y = 1\n  async def f(cls): pass',
         [('A', 'class'), ('Meta', 'class'), ('y', 'field'), ('f', 'method')]),
        ('def save(self, name=None, *args): pass', [('save', 'function'), ('name', 'parameter'), ('args', 'variable')]),
        ('def f(a: t.Any, b=g(c)) -> "Q": pass',
         [('f', 'function'), ('a', 'variable'), ('t.Any', 'typed'), ('b', 'parameter'), ('g', 'call'), ('c', 'variable')]),
        ('def f() -> Dict[str, Any]: return x',
         [('f', 'function'), ('Dict', 'typed'), ('str', 'builtin'), ('Any', 'typed'), ('x', 'variable')]),
        ('def __init__(self): pass', [('__init__', 'magic')]),
        ('MAX_SIZE = 1\nDEBUG: bool = True\nX = 1', [('MAX_SIZE', 'constant'), ('DEBUG', 'constant'), ('bool', 'builtin'),
                                                   ('X', 'assigned')]),
        ('def f():\n  MAX = 1', [('f', 'function'), ('MAX', 'variable')]),
        ('a = b, C = d', [('a', 'variable'), ('b', 'variable'), ('C', 'variable'), ('d', 'variable')]),
        ('type Point = tuple[Coordinate, int]',
         [('Point', 'type'), ('tuple', 'builtin'), ('Coordinate', 'typed'), ('int', 'builtin')]),
        ('class A: pass; b = 1', [('A', 'class'), ('b', 'field')]),
    ],
)  # fmt: skip
def test_definitions(code: str, found: Names) -> None:
    assert names(code) == found


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('@functools.wraps(f)', [('functools.wraps', 'decorator'), ('f', 'variable')]),
        ('self.session.commit()', [('session.commit', 'call-on-object')]),
        ('self.x = 1\ncls.make()\nself\ncls', [('x', 'attribute'), ('make', 'call-on-object')]),
        ('super().save(timeout=3)', [('save', 'call-on-object'), ('timeout', 'parameter')]),
        ('super().__init__()', [('__init__', 'magic')]),
        ('client = Client()\nclient.get()', [('client', 'variable'), ('Client', 'call'), ('client.get', 'call')]),
        ('a.b(c).d(e).f', [('a.b', 'call'), ('c', 'variable'), ('d', 'call-on-object'), ('e', 'variable'), ('f', 'attribute')]),
        ('os.environ["HOME_DIR"]', [('os.environ', 'attribute'), ('HOME_DIR', 'envvar')]),
        ('raise KeyError from e', [('KeyError', 'raised'), ('e', 'variable')]),
        ('raise forms.Invalid("x", A)', [('forms.Invalid', 'raised'), ('A', 'variable')]),
        ('raise e', [('e', 'variable')]),
        ('try:\n  pass\nexcept (A, b.C) as e:\n  D', [('A', 'raised'), ('b.C', 'raised'), ('e', 'variable'), ('D', 'variable')]),
        ('issubclass(x, KeyError)', [('issubclass', 'builtin'), ('x', 'variable'), ('KeyError', 'exception')]),
        ('len(x)', [('len', 'builtin'), ('x', 'variable')]),
        ('__name__', [('__name__', 'magic')]),
        ('"get_it"; \'setup.py\'', [('get_it', 'string'), ('setup.py', 'file')]),
        ('f"foo_bar{a.b!r}x_y"', [('a.b', 'attribute')]),
        ('x[a::b]', [('x', 'variable'), ('a', 'variable'), ('b', 'variable')]),
        ('lambda q: q.r', [('q', 'variable'), ('q.r', 'attribute')]),
        ('if (a == b) != c: pass', [('a', 'variable'), ('b', 'variable'), ('c', 'variable')]),
        ('f(\n  a,\ndef g(): pass', [('f', 'call'), ('a', 'variable'), ('g', 'function')]),
    ],
)  # fmt: skip
def test_uses(code: str, found: Names) -> None:
    assert names(code) == found


@pytest.mark.parametrize(
    'code',
    ['"a word"', '"word"', '"it has a_name in it"', '# a_comment', '"""Doc of a_name."""', 'None, True', 'if not 1_000: pass',
     '"127.0.0.1"', '"' + 'a_' * 66 + '"', 'a_' * 70, '"""a_name"""', 'self', 'x' * 200],
)  # fmt: skip
def test_no_names(code: str) -> None:
    assert names(code) == []


def test_a_line_of_prose_gives_what_has_the_form_of_a_name() -> None:
    assert names('This is text about get_it and setup.py\nNote: see Foo\nfoo(bar)') == [
        ('get_it', 'identifier'),
        ('setup.py', 'file'),
        ('foo', 'call'),
        ('bar', 'variable'),
    ]
    assert names('import the module of it') == []


DOCTEST = """\
    >>> import json as j
    >>> j.dumps(x_y)
    'out_put'
    >>> class A:
    ...     b = 1
    ...     def f(self): pass
    ...
    >>> j.loads('',
    Traceback (most recent call last):
      File "<stdin>", line 1, in a_module
        some_line()
    KeyError: the key_x is bad
    >>> LAST_ONE = 1
    """


def test_session() -> None:
    """Output and messages are left out; a bracket that is never closed ends at the next prompt."""
    found = [
        ('json', 'module'),
        ('json.dumps', 'call'),
        ('x_y', 'variable'),
        ('A', 'class'),
        ('b', 'field'),
        ('f', 'method'),
        ('json.loads', 'call'),
        ('LAST_ONE', 'constant'),
    ]
    assert names(DOCTEST, 'pycon') == found
    assert names(DOCTEST, 'default') == found


def test_traceback() -> None:
    code = """\
        Traceback (most recent call last):
          File "a_b.py", line 1, in foo_bar
            call_it()
        django.core.FieldError: the a_field is bad
        """
    assert names(code, 'pytb') == [('django.core.FieldError', 'raised')]


def test_default_language_falls_back_to_text() -> None:
    assert names('foo_bar(x)', 'default') == [('foo_bar', 'call'), ('x', 'variable')]
    assert names("What is foo_bar(x)? It's $ unclosed", 'default') == [('foo_bar', 'identifier')]


def test_named_language_is_believed_in_spite_of_errors() -> None:
    assert ('x', 'variable') in names('x ? $')


@pytest.mark.parametrize(
    ('code', 'key'),
    [
        ("{'work-stealing': 1}", 'work-stealing'),
        ("{'work_stealing': 1}", 'work_stealing'),
        ("it.config.get('a.b-c')", 'a.b-c'),
        ("settings['a-b']", 'a-b'),
        ("config.set('a_b', 1)", 'a_b'),
        ("app.config['TESTING']", 'TESTING'),
        ("app.config.update({'TESTING': 1})", 'TESTING'),
        ("{'URL': 1}", ''),
        ("config.get('word')", ''),
        ("config.get('A b')", ''),
        ("print('a-b')", ''),
        ("{'work stealing': 1}", ''),
    ],
)
def test_settings_that_programs_name(code: str, key: str) -> None:
    found = [each.name for each in code_candidates(code, 'python') if each.hint == 'key']
    assert found == ([key] if key else [])


@pytest.mark.parametrize(
    ('code', 'keys'),
    [
        ("run(['it'], env={'IT_FILE': path, 'it_small': 1})", [('IT_FILE', 'envvar'), ('it_small', 'key')]),
        ("environ = {'IT_FILE': {'IT_DEEP': 1}}", [('IT_FILE', 'envvar'), ('IT_DEEP', 'key')]),
        ("run({'IT_FILE': path})", [('IT_FILE', 'key')]),
        ("run(env=f({'IT_FILE': path}))", [('IT_FILE', 'key')]),
    ],
)
def test_keys_of_dictionaries(code: str, keys: Names) -> None:
    assert [each for each in names(code) if each[1] in {'envvar', 'key'}] == keys


@pytest.mark.parametrize(
    ('code', 'found'),
    [
        ('open(a).read_it()', [('open', 'builtin'), ('a', 'variable'), ('read_it', 'call-on-object')]),
        ('(\n  rows\n  .where_it(1)\n)', [('rows', 'variable'), ('where_it', 'call-on-object')]),
        ('self.run_it()', [('run_it', 'call-on-object')]),
        ('rows.where_it(1)', [('rows.where_it', 'call')]),
        ('open(a).name_it', [('open', 'builtin'), ('a', 'variable'), ('name_it', 'attribute')]),
    ],
)
def test_calls_on_objects(code: str, found: Names) -> None:
    assert names(code) == found


@pytest.mark.parametrize('decorator', ['property', 'functools.cached_property', 'size_it.setter'])
def test_function_that_is_read_as_a_value(decorator: str) -> None:
    code = f"""\
        class Foo:
            @{decorator}
            def size_it(self): pass
            def run_it(self): pass
        @{decorator}
        def other_it(): pass
        """
    found = dict(names(code))
    assert (found['size_it'], found['run_it'], found['other_it']) == ('field', 'method', 'function')


def test_decorator_marks_what_follows_it_alone() -> None:
    code = 'class A:\n    @property\n    size_it = 3\n    def w_it(self): pass\n    @size_it.deleter\n    def d_it(self): pass\n'
    found = dict(names(code))
    assert (found['w_it'], found['d_it']) == ('method', 'field')
