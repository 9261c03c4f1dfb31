"""What a builder adds to the index on its way to pages and export: addresses, original files, the edition."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from sphinx_kwindex import __version__
from sphinx_kwindex.host import fragment_of
from sphinx_kwindex.index.model import KeywordIndex
from sphinx_kwindex.output.export import Edition, export_files
from sphinx_kwindex.output.page import Frame, SourceFile
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.site import Links, Site
from sphinx_kwindex.output.sources import Sources

if TYPE_CHECKING:
    from sphinx.builders import Builder
    from sphinx.builders.html import StandaloneHTMLBuilder


def links(builder: Builder) -> Links:
    """How the builder addresses documents and the places in them."""
    return Links(builder.get_target_uri, fragment_of(builder))


def frame(
    builder: StandaloneHTMLBuilder, index: KeywordIndex, site: Site, renderer: Renderer, *, title: str, source_url: str
) -> Frame:
    """All that pages are made from."""
    sources = Sources(builder, source_url)
    general = 'genindex' if builder.get_builder_config('use_index', 'html') else ''
    return Frame(
        index,
        site,
        links(builder),
        renderer,
        title,
        lambda page, docname: SourceFile(sources.path(docname), sources.link(page, docname)),
        general,
    )


def exported(builder: Builder, index: KeywordIndex) -> Iterator[tuple[str, Iterable[bytes]]]:
    """The files of the export, with the addresses that the builder gives."""
    config, env = builder.env.config, builder.env
    edition = Edition(f'sphinx-kwindex {__version__}', config.project, config.release, config.language or 'en')
    fragment = fragment_of(builder)

    def uri(docname: str, anchor: str) -> str:
        target = builder.get_target_uri(docname)
        return f'{target}#{fragment(anchor)}' if anchor else target

    return export_files(index, edition, uri, lambda docname: str(env.doc2path(docname, False)).replace(os.sep, '/'))
