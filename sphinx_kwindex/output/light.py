"""Light pages: links to the start and to the index stand in the place of a theme's global navigation."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from sphinx_kwindex.output.rendering import Renderer


class _Navigation(NamedTuple):
    """A function in the context of a page that gives the navigation of the whole documentation."""

    name: str
    late: bool
    """Whether the theme puts it there when our first handler has been called."""
    macro: str
    """The macro that gives links in the form that the theme prints there."""


NAVIGATIONS = (
    # Sphinx: the table of contents of everything, which themes print, or make their own navigation of.
    _Navigation('toctree', late=False, macro='navigation_list'),
    # PyData: the documents of the first level, in the bar above and once more in the menu of narrow windows.
    _Navigation('generate_header_nav_html', late=True, macro='navigation_bar'),
)


def lighten(context: dict[str, Any], renderer: Renderer, index: str | None, title: str, *, late: bool = False) -> None:
    """Have the theme print a link to the start and one to the page of everything instead of its navigation.

    Nothing else of the page changes: the theme prints what it is given, in its own form. To be called twice: before
    themes look at the context, and *late*, when they have put their own into it.
    """

    def links() -> Iterator[tuple[str, str]]:
        yield context['pathto'](context['root_doc']), context['shorttitle']
        if index:
            yield context['pathto'](index), title

    for navigation in NAVIGATIONS:
        if navigation.late is late and callable(context.get(navigation.name)):
            context[navigation.name] = _giving(renderer, navigation.macro, links)


def _giving(renderer: Renderer, macro: str, links: Callable[[], Iterator[tuple[str, str]]]) -> Callable[..., str]:
    # A function, not an object: builders that dump contexts leave out what is one.
    def given(*_arguments: Any, **_named: Any) -> str:
        return str(renderer.macro(macro, [*links()]))  # to Markup, a theme's own markup would be text

    return given
