"""A Sphinx extension for the tests that has a hand in pages: it writes down which there are and whose sidebar is made.

It is none of Sphinx's and none of the theme's, so what it does can't be known to the extension under test.
"""

from __future__ import annotations

import importlib
import os
from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from probe import note

PAGE: list[str] = []
"""Those that were begun."""


def on_page(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Count what is behind the ``toctree`` that the theme calls; say below each page what the environment says."""
    note(page=pagename)
    PAGE.append(pagename)
    render: Callable[..., Any] | None = context.get('toctree')
    if render is not None and pagename not in app.env.all_docs:

        def counted(**arguments: Any) -> Any:
            note(sidebar=pagename)
            return render(**arguments)

        context['toctree'] = counted
    context['body'] = f'{context.get("body", "")}{os.environ.get("KWINDEX_SAID", "")}'


def count_parsing(app: Sphinx) -> None:
    """Count where the PyData theme takes a table of contents apart, for pages that are no documents."""
    if app.config.html_theme not in {'pydata_sphinx_theme', 'sphinx_book_theme'}:
        return
    theme = importlib.import_module('pydata_sphinx_theme.toctree')
    parser: Any = theme.__dict__['BeautifulSoup']

    class Counted(parser):  # type: ignore[misc]
        def __init__(self, markup: str = '', *given: Any, **named: Any) -> None:
            if '<ul' in markup and PAGE and PAGE[-1] not in app.env.all_docs:
                note(generated=PAGE[-1])
            super().__init__(markup, *given, **named)

    theme.__dict__['BeautifulSoup'] = Counted


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect('html-page-context', on_page, priority=0)
    app.connect('builder-inited', count_parsing)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
