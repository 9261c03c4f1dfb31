"""A Sphinx extension for the tests: it writes down what a build did, into the file that KWINDEX_PROBE names."""

from __future__ import annotations

import json
import os
import sys
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


def on_builder(app: Sphinx) -> None:
    """Count the pages that are rendered: no handler of an event sees more than that one is to be."""
    kill_finish()
    templates = getattr(app.builder, 'templates', None)
    if templates is None:
        return
    render: Callable[[str, dict[str, Any]], str] = templates.render

    def counted(template: str, context: dict[str, Any]) -> str:
        note(rendered=context.get('pagename', ''))
        return render(template, context)

    templates.render = counted
    count_markup()


def count_markup() -> None:
    """Count the pages of which our own markup is made."""
    rendering = sys.modules.get('sphinx_kwindex.output.rendering')
    if rendering is None:
        return
    page: Callable[..., str] = rendering.Renderer.page

    def counted(self: Any, template: str, context: dict[str, Any]) -> str:
        if 'number' in context:  # and no link at the end of a document
            note(made=context['title'])
        return page(self, template, context)

    rendering.Renderer.page = counted


def on_collect(app: Sphinx) -> list[Any]:
    """Be killed where a test wants it, after documents were written and before pages of extensions are."""
    if os.environ.get('KWINDEX_KILLED_AT') == 'html-collect-pages':
        os._exit(9)
    return []


def kill_finish() -> None:
    """Be killed where a test wants it, when all pages and files were written and nothing is remembered of them."""
    if os.environ.get('KWINDEX_KILLED_AT') == 'finish':
        writer = sys.modules['sphinx_kwindex.output.writer']
        writer.PageWriter.finish = lambda *_arguments: os._exit(9)


def on_finished(app: Sphinx, exception: Exception | None) -> None:
    note(parallel=bool(app.builder.parallel_ok), failed=exception is not None)


def setup(app: Sphinx) -> dict[str, Any]:
    app.connect('env-before-read-docs', on_read)
    app.connect('doctree-resolved', on_resolved, priority=0)
    app.connect('builder-inited', on_builder)
    app.connect('html-collect-pages', on_collect, priority=0)
    app.connect('build-finished', on_finished)
    return {'parallel_read_safe': True, 'parallel_write_safe': True}
