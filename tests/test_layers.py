"""The stages stand in one order: what each imports, how long its parts are, and that the pure ones need no Sphinx."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import sphinx_kwindex

PACKAGE = Path(sphinx_kwindex.__file__).parent
MODULES = sorted(path.relative_to(PACKAGE).as_posix() for path in PACKAGE.rglob('*.py'))
TREES = {name: ast.parse((PACKAGE / name).read_text(encoding='utf-8')) for name in MODULES}

LAYERS = (
    ('occurrences.py',),
    ('shapes.py',),
    ('posix.py',),
    ('lexicon.py',),
    ('gcpause.py', 'pace.py'),
    ('spool.py',),
    ('diagnostics.py',),
    ('config.py',),
    ('collect/',),
    ('store.py',),
    ('index/',),
    ('output/',),
    ('resolve.py',),
    ('scope.py',),
    ('recording.py',),
    ('host.py',),
    ('choosing.py', 'publish.py', 'facts.py'),
    ('finish.py',),
    ('build.py',),
    ('__init__.py',),
    ('command.py',),
    ('__main__.py',),
)
"""Each may import from those above it."""
MAY_IMPORT = {
    'occurrences.py': (),
    'shapes.py': (),
    'posix.py': (),
    'lexicon.py': (),
    'gcpause.py': (),
    'pace.py': (),
    'spool.py': (),
    'diagnostics.py': (),
    'config.py': ('occurrences', 'diagnostics'),
    'collect/': ('occurrences', 'lexicon', 'posix', 'shapes', 'gcpause'),
    'store.py': ('occurrences',),
    'index/': ('occurrences', 'lexicon', 'posix', 'shapes', 'spool'),
    'output/': ('occurrences', 'index', 'spool'),
    'resolve.py': ('occurrences',),
    'choosing.py': ('config', 'diagnostics', 'host', 'index'),
    'publish.py': ('host', 'index', 'output'),
    'facts.py': ('output',),
    'finish.py': ('choosing', 'facts', 'gcpause', 'host', 'index', 'output', 'store'),
    'command.py': ('diagnostics', 'host', 'index', 'output'),
    '__main__.py': ('command',),
    'scope.py': ('collect',),
    'recording.py': ('collect', 'config', 'occurrences'),
}
"""What a layer really needs of the project beside itself; less than its place would allow."""
PURE = ('occurrences.py', 'shapes.py', 'posix.py', 'store.py', 'index/')
THIRD_PARTY = {
    'occurrences.py': set(),
    'posix.py': set(),
    'lexicon.py': set(),
    'shapes.py': {'pygments'},
    'store.py': set(),
    'gcpause.py': set(),
    'pace.py': {'sphinx'},
    'index/': set(),
    'collect/': {'docutils', 'pygments', 'sphinx'},
    'output/': {'docutils', 'jinja2', 'markupsafe', 'sphinx'},
    'config.py': {'sphinx'},
    'diagnostics.py': {'sphinx'},
    'resolve.py': {'docutils', 'sphinx'},
    'choosing.py': {'sphinx'},
    'publish.py': {'sphinx'},
    'facts.py': {'babel', 'docutils', 'jinja2', 'pygments', 'sphinx'},
    'finish.py': {'sphinx'},
    'command.py': {'sphinx'},
    '__main__.py': set(),
    'scope.py': {'docutils', 'sphinx'},
    'recording.py': {'docutils', 'sphinx'},
}


def layer(module: str) -> str:
    """The layer that a file belongs to."""
    return next(
        name for names in LAYERS for name in names if module == name or (module.startswith(name) and name[-1] == '/')
    )


def position(module: str) -> int:
    return next(number for number, names in enumerate(LAYERS) if layer(module) in names)


def imported(node: ast.AST) -> list[str]:
    if isinstance(node, ast.Import):
        return [alias.name for alias in node.names]
    if isinstance(node, ast.ImportFrom):
        assert node.level == 0, 'a relative import hides the layer'
        assert node.module is not None
        return [f'{node.module}.{alias.name}' for alias in node.names]
    return []


def imports(module: str) -> Iterator[str]:
    """Every module that a file imports anywhere in it, those for type checking included."""
    for node in ast.walk(TREES[module]):
        yield from imported(node)


def project_imports(module: str) -> Iterator[str]:
    """The files of the project that a file imports."""
    for name in imports(module):
        # The version is a fact, not a stage: who needs it reads it from the package.
        if name.split('.')[0] != 'sphinx_kwindex' or name == 'sphinx_kwindex.__version__':
            continue
        parts = name.split('.')[1:]
        while parts:
            for path in ('/'.join(parts) + '.py', '/'.join(parts) + '/__init__.py'):
                if path in TREES:
                    yield path
                    parts = []
                    break
            else:
                parts = parts[:-1]
                if not parts:
                    yield '__init__.py'


def test_every_module_has_a_layer() -> None:
    assert len(MODULES) > 30
    assert {layer(module) for module in MODULES} == {name for names in LAYERS for name in names}


@pytest.mark.parametrize('module', MODULES)
def test_imports_go_one_way(module: str) -> None:
    above = [other for other in project_imports(module) if position(other) > position(module)]
    assert above == []


@pytest.mark.parametrize('module', [module for module in MODULES if layer(module) in MAY_IMPORT])
def test_imports_are_the_least(module: str) -> None:
    allowed = {layer(module), *(f'{name}.py' for name in MAY_IMPORT[layer(module)]), *MAY_IMPORT[layer(module)]}
    assert {layer(other).removesuffix('/') for other in project_imports(module)} <= {
        name.removesuffix('/') for name in allowed
    }


@pytest.mark.parametrize('module', [module for module in MODULES if layer(module) in THIRD_PARTY])
def test_other_packages(module: str) -> None:
    outside = {name.split('.')[0] for name in imports(module)} - sys.stdlib_module_names - {'sphinx_kwindex'}
    assert outside <= THIRD_PARTY[layer(module)]


def test_no_cycles() -> None:
    done: set[str] = set()

    def visit(module: str, way: tuple[str, ...]) -> None:
        assert module not in way, ' -> '.join((*way, module))
        if module not in done:
            for other in project_imports(module):
                if other != '__init__.py' and not other.endswith('/__init__.py'):
                    visit(other, (*way, module))
            done.add(module)

    for module in MODULES:
        if module != '__init__.py':
            visit(module, ())
    assert done >= set(MODULES) - {'__init__.py'}


def functions(module: str) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    return (node for node in ast.walk(TREES[module]) if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef))


@pytest.mark.parametrize('module', MODULES)
def test_imports_inside_functions_stand_in_setup_only(module: str) -> None:
    inside = {
        function.name
        for function in functions(module)
        for node in ast.walk(function)
        if any(name.startswith('sphinx_kwindex') for name in imported(node))
    }
    # The pure stages can do without Sphinx, a build that resolves nothing without what collects.
    assert inside <= {'__init__.py': {'setup'}, 'build.py': {'_recorder'}}.get(module, set())


@pytest.mark.parametrize('module', MODULES)
def test_size_and_docstring(module: str) -> None:
    source = (PACKAGE / module).read_text(encoding='utf-8')
    assert len(source.splitlines()) <= 400
    assert ast.get_docstring(TREES[module])
    lengths = {function.name: (function.end_lineno or 0) - function.lineno + 1 for function in functions(module)}
    assert {name: length for name, length in lengths.items() if length > 50} == {}


def test_setup_only_declares() -> None:
    (setup,) = [function for function in functions('__init__.py') if function.name == 'setup']
    assert (setup.end_lineno or 0) - setup.lineno < 30
    assert not [
        node for node in ast.walk(setup) if isinstance(node, ast.If | ast.For | ast.While | ast.Try | ast.Lambda)
    ]


WITHOUT_SPHINX = """
import importlib, importlib.abc, sys

class Refuse(importlib.abc.MetaPathFinder):
    def find_spec(self, name, path=None, target=None):
        if name.partition('.')[0] in {'sphinx', 'docutils'}:
            raise ImportError(f'{name} is not to be had')

sys.meta_path.insert(0, Refuse())
for blocked in ('sphinx', 'docutils.nodes'):
    try:
        importlib.import_module(blocked)
    except ImportError:
        pass
    else:
        raise SystemExit(f'{blocked} is not blocked')
for module in sys.argv[1:]:
    importlib.import_module(module)
print(len(sys.argv) - 1, *sorted({'sphinx', 'docutils'} & set(sys.modules)))
"""


def test_pure_modules_work_where_sphinx_is_not_installed() -> None:
    pure = [module for module in MODULES if layer(module) in PURE]
    names = ['sphinx_kwindex.' + module.removesuffix('.py').replace('/', '.') for module in pure]
    run = subprocess.run(
        [sys.executable, '-c', WITHOUT_SPHINX, *names], capture_output=True, text=True, check=False, timeout=60
    )
    assert (run.stdout, run.stderr) == (f'{len(pure)}\n', '')
    assert len(pure) >= 12
