"""A Sphinx extension that writes keyword indexes: every name, every place, by section.

The data flows one way. ``collect`` reads each resolved document and keeps what it says of names as occurrences;
``store`` keeps them between builds; ``index`` decides over the whole corpus what is a keyword, of which kind, and
where it leads; ``output`` makes pages and exports of that. ``build`` holds the state of one build and connects the
stages to Sphinx's events; this module only declares.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.util.typing import ExtensionMetadata

__version__ = '0.1.0'


def setup(app: Sphinx) -> ExtensionMetadata:
    """Declare options, builder, event and event handlers to Sphinx."""
    # Imported here so that the pure stages can be used, and tested, where Sphinx is not installed.
    # ruff: noqa: PLC0415
    from sphinx_kwindex import config
    from sphinx_kwindex.build import KeywordBuild
    from sphinx_kwindex.choosing import SELECT_EVENT
    from sphinx_kwindex.output import labels
    from sphinx_kwindex.output.builder import KeywordIndexBuilder

    app.require_sphinx('8.2')
    config.register(app)
    labels.register(app)
    app.add_event(SELECT_EVENT)
    app.add_builder(KeywordIndexBuilder)
    build = KeywordBuild()
    app.connect('builder-inited', build.on_builder_inited)
    app.connect('env-updated', build.on_env_updated)
    # After the post-transforms, before handlers that put other documents' text into the tree (todolist: 900).
    app.connect('doctree-resolved', build.on_doctree_resolved, priority=100)
    app.connect('missing-reference', build.on_missing_reference)
    app.connect('html-page-context', build.on_shared_context, priority=1)
    app.connect('html-page-context', build.on_page_context, priority=900)
    app.connect('html-collect-pages', build.on_html_collect_pages)
    app.connect('build-finished', build.on_build_finished)
    return {'version': __version__, 'parallel_read_safe': True, 'parallel_write_safe': True}
