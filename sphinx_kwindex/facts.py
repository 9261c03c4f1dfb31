"""What the pages of a build depend on besides what documents say, each sort told as one digest.

Where a digest is what it was, all that it covers is as it was. What can't be told (an object of which only its place
in memory is known) makes a digest that is never equal to another: then pages are made anew.
"""

from __future__ import annotations

import hashlib
import os
import platform
import re
import sys
import uuid
from collections.abc import Callable, Iterable, Iterator, Mapping
from collections.abc import Set as AbstractSet
from pathlib import Path, PurePath
from types import BuiltinFunctionType, FunctionType, MethodType, ModuleType
from typing import TYPE_CHECKING, Any

import babel
import docutils
import jinja2
import pygments
import sphinx
from docutils import nodes
from sphinx.jinja2glue import BuiltinTemplateLoader

from sphinx_kwindex import __version__
from sphinx_kwindex.output.writer import digest as file_digest
from sphinx_kwindex.output.writer import stamp

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.builders.html import StandaloneHTMLBuilder
    from sphinx.environment import BuildEnvironment

_PACKAGE = Path(__file__).parent
_PLACE = re.compile(r' at 0x[0-9A-Fa-f]+')
_PER_PAGE = frozenset({'css_files', 'script_files'})
"""What each page adds to in the context that all share; of the files themselves :func:`_assets` tells."""
_NO_TEMPLATES = frozenset({'__pycache__', '.git', '.hg', '.svn', 'node_modules'})
_OF_THEMES = _NO_TEMPLATES | {'static'}
"""What themes have besides: files that are copied."""
_HARMLESS = frozenset(
    'sphinx sphinx_kwindex alabaster jinja2 markupsafe babel builtins gettext pprint _operator'.split()  # noqa: SIM905
)
"""Whose part in a page goes by its context alone; Sphinx loads the extension of alabaster whatever the theme."""


class Untold(Exception):
    """A value can't be told in a way that another build would understand."""


def digest(*parts: str) -> str:
    """One digest of several texts."""
    return hashlib.sha256('\0'.join(parts).encode('utf-8', 'surrogatepass')).hexdigest()


def told(value: object) -> str:
    """A value as a text, the same in every process that has an equal one.

    :raises Untold: for an object of which nothing but its place in memory is known
    """
    if value is None or isinstance(value, str | bytes | int | float | PurePath):
        return repr(value)
    if isinstance(value, Mapping):
        return f'{{{", ".join(sorted(f"{told(key)}: {told(item)}" for key, item in value.items()))}}}'
    if isinstance(value, set | frozenset):
        return f'{{{", ".join(sorted(map(told, value)))}}}'
    if isinstance(value, list | tuple):
        return f'[{", ".join(map(told, value))}]'
    if isinstance(value, type | FunctionType | BuiltinFunctionType | MethodType):
        return f'{value.__module__}.{value.__qualname__}'
    if isinstance(value, ModuleType):
        return value.__name__
    text = repr(value)
    if _PLACE.search(text):
        raise Untold(type(value).__qualname__)
    return text


def groundwork(app: Sphinx, builder: StandaloneHTMLBuilder) -> str:
    """What our own markup depends on besides the index: software, configuration, templates."""

    def facts() -> list[Any]:
        return [
            _software(app),
            [builder.name, sorted(app.tags)],
            {option.name: option.value for option in app.config},
            stamp(Path(app.confdir) / 'conf.py'),
            _templates(builder),
        ]

    return _told_digest(facts)


def surroundings(builder: StandaloneHTMLBuilder) -> str:
    """What the theme's part of a page depends on besides that and the documents: its context, style sheets and scripts."""

    def facts() -> list[Any]:
        return [
            {name: value for name, value in _context(builder).items() if name not in _PER_PAGE},
            _assets(Path(builder.outdir) / '_static'),
        ]

    return _told_digest(facts)


def _told_digest(facts: Callable[[], list[Any]]) -> str:
    """One digest of facts, one that never comes again where they can't be told."""
    try:
        return digest(told(facts()))
    except (Untold, RecursionError):
        return uuid.uuid4().hex


def _context(builder: StandaloneHTMLBuilder) -> dict[str, Any]:
    return getattr(builder, 'globalcontext', {})


def _software(app: Sphinx) -> list[Any]:
    """Who builds: versions, and the files of all extensions as far as they are known."""
    versions = [
        __version__,
        platform.python_version(),
        *(sphinx.__version__, docutils.__version__, pygments.__version__, jinja2.__version__, babel.__version__),
    ]
    extensions = {
        name: [extension.version, *map(stamp, _file(extension.module))] for name, extension in app.extensions.items()
    }
    return [versions, extensions, _stamps(_PACKAGE)]


def _file(module: object) -> list[Path]:
    """The file of a module; some have none."""
    path = getattr(module, '__file__', None)
    return [Path(path)] if path else []


def _templates(builder: StandaloneHTMLBuilder) -> list[Any]:
    """The templates that pages may be made from.

    :raises Untold: where a template engine of somebody else makes the pages
    """
    engine = builder.templates
    if engine is None:
        return []
    if not isinstance(engine, BuiltinTemplateLoader):
        raise Untold(type(engine).__qualname__)
    own = {os.path.normpath(folder) for folder in _own_folders(builder)}
    return [
        _stamps(Path(folder), _NO_TEMPLATES if os.path.normpath(folder) in own else _OF_THEMES)
        for folder in engine.pathchain
    ]


def _own_folders(builder: StandaloneHTMLBuilder) -> list[Path]:
    """The folders in which the project has templates of its own."""
    return [Path(builder.confdir, folder) for folder in builder.config.templates_path]


def has_own_markup(builder: StandaloneHTMLBuilder) -> bool:
    """Whether the project has templates for our markup, which may print what ours do not."""
    return any(
        path.name != 'link.html' for folder in _own_folders(builder) for path in (folder / 'kwindex').rglob('*.html')
    )


def _stamps(folder: Path, left_out: AbstractSet[str] = _OF_THEMES) -> list[Any]:
    """Each file below a folder, and below what links lead to, with its stamp; folders of some names are *left out*."""
    found: list[Any] = []
    walked = set()
    for place, folders, names in os.walk(folder, followlinks=True):
        walked.add(os.path.realpath(place))
        folders[:] = sorted(
            name
            for name in folders
            if name not in left_out and os.path.realpath(os.path.join(place, name)) not in walked  # noqa: PTH118
        )
        found.extend((os.path.relpath(os.path.join(place, name), folder), *stamp(Path(place, name))) for name in names)  # noqa: PTH118
    return sorted(found)


def _assets(folder: Path) -> list[tuple[str, str]]:
    """Style sheets and scripts with their digests: pages name them with a checksum."""
    return sorted(
        (path.relative_to(folder).as_posix(), file_digest(path))
        for pattern in ('*.css', '*.js')
        for path in folder.rglob(pattern)
        if path.is_file()
    )


def foreign_hands(app: Sphinx, builder: StandaloneHTMLBuilder) -> bool:
    """Whether others than Sphinx, the theme and we have a hand in pages: nobody can tell what theirs depends on.

    They listen to ``html-page-context``, or their functions stand in the context or in the environment of the templates.
    """
    theme = getattr(builder, 'theme', None)
    folders = [Path(folder) for folder in theme.get_theme_dirs()] if theme is not None else []
    handlers = [listener.handler for listener in app.events.listeners['html-page-context']]
    return not all(_is_known(hand, folders) for hand in (*handlers, *_functions(builder)))


def _functions(builder: StandaloneHTMLBuilder) -> Iterator[object]:
    """What the templates of all pages can call."""
    environment = getattr(builder.templates, 'environment', None)
    tables = [builder.config.html_context]
    if environment is not None:
        tables += [environment.globals, environment.filters, environment.tests]
    return (value for table in tables for value in table.values() if callable(value))


def _is_known(hand: object, theme_folders: Iterable[Path]) -> bool:
    module = getattr(hand, '__module__', None) or type(hand).__module__
    package = module.partition('.')[0]
    if module == 'builtins' and isinstance(hand, FunctionType):
        return False  # of conf.py, which has no name
    if package in _HARMLESS:
        return True
    file = getattr(sys.modules.get(package), '__file__', None)
    if file is None or Path(file).stem != '__init__':  # a module of its own, beside which anything may lie
        return False
    return any(Path(file).parent in (folder, *folder.parents) for folder in theme_folders)


def documents_read(env: BuildEnvironment, before: Mapping[str, list[str]]) -> dict[str, list[str]]:
    """Docname -> when the document was read, and a digest of the files that it was read from.

    What is known from *before* of a document that was not read since is taken over.
    """
    found = {}
    for docname, time in sorted(env.all_docs.items()):
        known = before.get(docname)
        found[docname] = known if known and known[0] == str(time) else [str(time), _sources(env, docname)]
    return found


def _sources(env: BuildEnvironment, docname: str) -> str:
    paths = [env.doc2path(docname), *sorted(Path(env.srcdir, name) for name in env.dependencies.get(docname, ()))]
    return digest(*(part for path in paths for part in (str(path), file_digest(Path(path)))))


def structure(env: BuildEnvironment) -> str:
    """Titles and tables of contents, which themes show in sidebars."""
    said = {docname: fields for docname, fields in env.metadata.items() if fields}  # who asks leaves empty ones
    trees = (table[docname] for table in (env.titles, env.tocs) for docname in sorted(table))
    return _told_digest(lambda: [sorted(env.found_docs), env.toctree_includes, said, *map(_tree, trees)])


def _tree(tree: nodes.Node) -> str:
    return ''.join(
        repr(node.attributes) + node.tagname if isinstance(node, nodes.Element) else repr(node)
        for node in tree.findall()
    )


def objects(env: BuildEnvironment) -> str:
    """What the domains know, which decides where references lead."""
    return _told_digest(
        lambda: [
            *('\n'.join(sorted(map(repr, domain.get_objects()))) for domain in env.domains.sorted()),
            env.domains['std'].data,
        ]
    )
