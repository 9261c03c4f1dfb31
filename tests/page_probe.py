"""A Sphinx extension for the tests that has a hand in pages: it writes down which there are and whose sidebar is made.

It is none of Sphinx's and none of the theme's, so what it does can't be known to the extension under test.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx

from probe import note


def on_page(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Count what is behind the ``toctree`` that the theme calls; say below each page what the environment says."""
    note(page=pagename)
    render: Callable[..., Any] | None = context.get('toctree')
    if render is not None and pagename not in app.env.all_docs:

        def counted(**arguments: Any) -> Any:
            note(sidebar=pagename)
            return render(**arguments)

        context['toctree'] = counted
    context['body'] = f'{context.get("body", "")}{os.environ.get("KWINDEX_SAID", "")}'


def on_page_late(
    app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None
) -> None:
    """Count what is behind the generator that a theme has put there, just before the extension under test looks at it."""
    generate: Callable[..., Any] | None = context.get('generate_toctree_html')
    if generate is not None and pagename not in app.env.all_docs:

        def counted(*arguments: Any, **named: Any) -> Any:
            note(generated=pagename)
            return generate(*arguments, **named)

        context['generate_toctree_html'] = counted


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect('html-page-context', on_page, priority=0)
    app.connect('html-page-context', on_page_late, priority=899)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
