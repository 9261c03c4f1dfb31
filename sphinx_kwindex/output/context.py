"""What the extension puts into the context of pages that are not its own: links, relations, an entry."""

from __future__ import annotations

from typing import Any

from docutils import nodes
from markupsafe import escape

from sphinx_kwindex.index.collate import sort_key
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.site import Links, Site

STYLE = 'kwindex/kwindex.css'


def add_document_links(
    context: dict[str, Any], docname: str, site: Site, links: Links, renderer: Renderer, title: str
) -> None:
    """End the body of a document's page in links to its keywords and to the whole index."""
    page, index = site.document(docname), site.index
    if page or index:
        context['body'] = str(context.get('body', '')) + renderer.page(
            'link.html',
            {
                'keywords': links.to(docname, page) if page else '',
                'index': links.to(docname, index) if index else '',
                'title': title,
            },
        )


def index_reference(text: str, uri: str) -> nodes.Element:
    """What a reference to the whole index becomes: a link, and where there is no index its text."""
    inner = nodes.inline(text, text, classes=['std', 'std-ref'])
    return nodes.reference('', '', inner, internal=True, refuri=uri) if uri else inner


def add_relation(context: dict[str, Any], site: Site, title: str, short: str) -> None:
    """Put the whole index into the relation bar, behind the general index where there is one."""
    if site.index and isinstance(context.get('rellinks'), list):
        relation = (site.index, str(escape(title)), '', str(escape(short)))  # both are markup to the themes
        bar = context['rellinks']
        if relation not in bar:
            position = next((i + 1 for i, item in enumerate(bar) if item[0] == 'genindex'), 0)
            context['rellinks'] = [*bar[:position], relation, *bar[position:]]


def add_general_entry(context: dict[str, Any], page: str, site: Site, links: Links, title: str) -> None:
    """List the whole index as an entry of Sphinx's general index: every theme prints its entries."""
    entries = context.get('genindexentries')
    if site.index and isinstance(entries, list):
        context['genindexentries'] = _with_entry(
            entries, title, links.to(page, site.index), new_letter=not context.get('split_index')
        )


def _with_entry(entries: list[Any], title: str, href: str, *, new_letter: bool) -> list[Any]:
    """A copy of general index entries (letter, [(name, [links, subentries, key])]) with one more.

    An index that is split into a page for each letter gets no new letter: it would have no page.
    """
    letter = title[:1].upper()
    entry = (title, [[('', href)], [], None])
    copy, found = [], False
    for heading, group in entries:
        if heading == letter:
            group, found = sorted([*group, entry], key=lambda item: sort_key(item[0])[1]), True
        copy.append((heading, group))
    if not found and new_letter:
        position = next(
            (
                i
                for i, (heading, _group) in enumerate(copy)
                if len(heading) == 1 and heading > letter and heading.isalpha()
            ),
            len(copy),
        )
        copy.insert(position, (letter, [entry]))
    return copy
