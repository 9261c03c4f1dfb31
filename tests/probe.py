"""A Sphinx extension for the tests: it writes down what a build did, into the file that KWINDEX_PROBE names."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from typing import Any

from docutils import nodes
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment


def note(**facts: Any) -> None:
    with open(os.environ['KWINDEX_PROBE'], 'a', encoding='utf-8') as file:  # noqa: PTH123
        file.write(json.dumps(facts) + '\n')


def on_read(app: Sphinx, env: BuildEnvironment, docnames: list[str]) -> None:
    note(read=sorted(docnames))


def on_resolved(app: Sphinx, doctree: nodes.document, docname: str) -> None:
    if docname in app.env.all_docs and doctree.get('source') == str(app.env.doc2path(docname)):
        note(resolved=docname)


def on_page(app: Sphinx, pagename: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Count what is behind the ``toctree`` that the theme calls."""
    note(page=pagename)
    render: Callable[..., Any] | None = context.get('toctree')
    if render is not None and pagename not in app.env.all_docs:

        def counted(**arguments: Any) -> Any:
            note(sidebar=pagename)
            return render(**arguments)

        context['toctree'] = counted


def on_finished(app: Sphinx, exception: Exception | None) -> None:
    note(parallel=bool(app.builder.parallel_ok), failed=exception is not None)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect('env-before-read-docs', on_read)
    app.connect('doctree-resolved', on_resolved, priority=0)
    app.connect('html-page-context', on_page, priority=0)
    app.connect('build-finished', on_finished)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
