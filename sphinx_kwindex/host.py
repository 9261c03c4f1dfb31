"""What a build asks of Sphinx: which builder this is, what its rows depend on, in what order documents are read."""

from __future__ import annotations

import hashlib
import importlib
import os
import re
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import TYPE_CHECKING

import docutils
import pygments
import sphinx
from babel.core import Locale, UnknownLocaleError
from sphinx.builders.epub3 import Epub3Builder
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.ext.ifconfig import process_ifconfig_nodes
from sphinx.search import languages as search_languages
from sphinx.util.fileutil import copy_asset_file

from sphinx_kwindex import __version__
from sphinx_kwindex.collect.marks import inventory_names
from sphinx_kwindex.config import Settings
from sphinx_kwindex.output import context as page_context
from sphinx_kwindex.output.builder import KeywordIndexBuilder

if TYPE_CHECKING:
    from docutils import nodes
    from sphinx.application import Sphinx
    from sphinx.builders import Builder
    from sphinx.environment import BuildEnvironment

_STATIC = Path(__file__).parent / 'static'


def records_documents(builder: Builder) -> bool:
    """Whether the builder has an output that an index belongs to.

    Builders of one page for everything, and those that print nothing (gettext, linkcheck, dummy, doctest), have none.
    """
    if isinstance(builder, SingleFileHTMLBuilder):
        return False
    return isinstance(builder, StandaloneHTMLBuilder | KeywordIndexBuilder)


def writes_pages(builder: Builder) -> bool:
    """Whether the builder writes a page for each document, next to which ours can stand."""
    return (
        records_documents(builder)
        and isinstance(builder, StandaloneHTMLBuilder)
        and not isinstance(builder, Epub3Builder)
    )


def _conditions(app: Sphinx) -> list[tuple[str, str]]:
    """What ``ifconfig`` may ask for: the plain values of all options but ours."""
    if 'sphinx.ext.ifconfig' not in app.extensions:
        return []
    plain = (str, int, float, bool, type(None))
    return sorted(
        (option.name, repr(option.value))
        for option in app.config
        if isinstance(option.value, plain) and not option.name.startswith('kwindex_')
    )


def decide_conditions(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    """Have ``sphinx.ext.ifconfig`` take out now what it leaves out, as it will do of itself after us."""
    if 'sphinx.ext.ifconfig' in app.extensions:
        process_ifconfig_nodes(app, doctree, docname)


def keep_out_of_book(builder: Builder, names: Iterable[str]) -> None:
    """Tell the epub builder which files of its output folder, named from there, are no part of the book.

    It would warn of every file that no reader could open. The environment has been saved by now, so the longer list
    lives for this build only.
    """
    if isinstance(builder, Epub3Builder):
        builder.config.epub_exclude_files = [*builder.config.epub_exclude_files, *names]


def fingerprint(app: Sphinx, settings: Settings) -> str:
    """What a row depends on besides its document: the builder, the tags, what is searched for, and who read it."""
    facts = [
        __version__,
        sphinx.__version__,
        docutils.__version__,
        pygments.__version__,
        app.builder.name,
        sorted(app.tags),
        [(pattern.pattern, pattern.flags) for pattern in settings.include],
        settings.terms,
        bool(getattr(app.config, 'todo_include_todos', True)),
        app.config.language,
        inventory_names(app.config),
        _conditions(app),
    ]
    return hashlib.sha256(repr(facts).encode()).hexdigest()[:16]


def copy_style(app: Sphinx) -> None:
    """Put our style sheet where static files go, before the first page is rendered and its checksum taken."""
    (Path(app.outdir) / '_static' / page_context.STYLE).parent.mkdir(parents=True, exist_ok=True)
    copy_asset_file(_STATIC / 'kwindex.css', Path(app.outdir) / '_static' / page_context.STYLE, force=True)


def fragment_of(builder: Builder) -> Callable[[str], str]:
    """How the builder changes ids: epub allows no colon in them."""
    fix: Callable[[str], str] | None = getattr(builder, 'fix_fragment', None)
    if fix is None:
        return lambda anchor: anchor
    return lambda anchor: fix('', anchor)  # type: ignore[call-arg]


def stop_words(language: str | None) -> frozenset[str]:
    """The stop words of Sphinx's own search for a language, English where it has none."""
    names = search_languages.get(language or 'en') or search_languages['en']
    if isinstance(names, str):
        module, _dot, name = names.rpartition('.')
        names = getattr(importlib.import_module(module), name)  # Sphinx names most of them by text
    return frozenset(names.stopwords)


def plain_names(language: str | None) -> frozenset[str]:
    """Names of months, days, languages and territories, and signs of units of computers, as the Unicode CLDR has them."""
    try:
        locale = Locale.parse(language or 'en', sep='-' if '-' in (language or '') else '_')
    except (UnknownLocaleError, ValueError):
        locale = Locale('en')
    units = (
        re.sub(r'\{0\}|\s', '', pattern)
        for unit, forms in locale._data['unit_patterns'].items()
        if unit.startswith(('digital-', 'frequency-', 'graphics-'))
        for length in ('short', 'narrow')
        for pattern in forms.get(length, {}).values()
        if isinstance(pattern, str)
    )
    calendar = (
        name
        for names in (locale.months, locale.days)
        for width in ('wide', 'abbreviated')
        for name in names['format'][width].values()
    )
    signs = {sign for unit in units if unit.isalpha() for sign in (unit, unit.upper())}
    return frozenset((*calendar, *signs, *locale.languages.values(), *locale.territories.values()))


def reading_order(env: BuildEnvironment, docnames: Iterable[str]) -> list[str]:
    """The documents in the order of the tables of contents, then those in none by name."""
    wanted = set(docnames)
    ordered: dict[str, None] = {}
    stack = [env.config.root_doc]
    while stack:
        docname = stack.pop()
        if docname not in ordered:
            ordered[docname] = None
            stack.extend(reversed(env.toctree_includes.get(docname, [])))
    for docname in sorted(wanted):
        ordered.setdefault(docname)
    return [docname for docname in ordered if docname in wanted]


def shown(path: str | os.PathLike[str]) -> str:
    """A path as a user would type it here."""
    try:
        return os.path.relpath(path)
    except ValueError:  # another drive
        return os.fspath(path)
