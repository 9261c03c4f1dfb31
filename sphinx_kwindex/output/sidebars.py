"""A theme's navigation rendered once for the generated pages, which all have the same."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Hashable
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class _Generator(NamedTuple):
    """Something in the context of a page that costs much and gives the same on pages that lie equally deep."""

    name: str
    placed_by: str = ''
    """The handler of a theme that puts it there, '' where Sphinx does."""
    printed: str | None = None
    """What it must be asked for (``kind``) for the result to be nothing but printed; anything where this is ``None``."""


GENERATORS = (
    # Sphinx: the table of contents of everything, which themes print, or make their own navigation of.
    _Generator('toctree'),
    # PyData and what builds on it (Sphinx Book Theme): the same, taken apart by a parser and put together again. The
    # tree of the parser is what a theme gets that asks for "raw": it may change it, so that is never shared.
    _Generator('generate_toctree_html', 'pydata_sphinx_theme.toctree.add_toctree_functions', printed='sidebar'),
)


def call_behind_theme(app: Sphinx, handler: Callable[..., None]) -> None:
    """Have a handler of ``html-page-context`` called as soon as the theme has put its generators there, if it has any.

    The theme's next handlers use them already: PyData's renders each part of a page to see whether anything is in it.
    """
    listeners = app.events.listeners['html-page-context']
    known = {each.placed_by for each in GENERATORS}
    for position, listener in enumerate(listeners):
        placing = listener.handler
        if f'{getattr(placing, "__module__", "")}.{getattr(placing, "__qualname__", "")}' in known:
            app.connect('html-page-context', handler, priority=listener.priority)
            listeners.insert(position + 1, listeners.pop())  # of one priority, they are called in this order
            return


class SharedSidebars:
    """Render the navigation once for all generated pages at the same depth.

    Such a page stands in no toctree, so what a table of contents looks like differs between two of them only in the way
    back to the root; where documents lie below our own folder, in the folder as well.
    """

    def __init__(self, *, by_folder: bool) -> None:
        self._by_folder = by_folder
        self._known: dict[Hashable, Any] = {}
        self._given: Any = None
        """The table of contents as the page at hand was given it."""
        self.rendered: Counter[str] = Counter()
        """How many times each generator was really called."""

    def share(self, uri: str, context: dict[str, Any], *, late: bool = False) -> None:
        """Replace the generators that are in the *context* of the page at *uri* by some that remember.

        To be called twice: before themes look at the context, and *late*, by a handler that :func:`call_behind_theme` has
        called.
        """
        if late and context.get('toctree') is not self._given:
            return  # somebody else's table of contents may differ from page to page, and what is made of it as well
        place = uri.rpartition('/')[0] if self._by_folder else uri.count('/')
        for each in GENERATORS:
            if bool(each.placed_by) is late and callable(generate := context.get(each.name)):
                context[each.name] = self._remembering(each, place, generate)
        self._given = context.get('toctree')

    def _remembering(self, generator: _Generator, place: Hashable, generate: Callable[..., Any]) -> Callable[..., Any]:
        # A function, not an object: builders that dump contexts leave out what is one.
        def remembering(*arguments: Any, **named: Any) -> Any:
            if generator.printed not in {None, named.get('kind', *arguments[:1])}:
                return generate(*arguments, **named)
            key = (generator.name, place, arguments, *sorted(named.items()))
            if key not in self._known:
                self.rendered[generator.name] += 1
                found = generate(*arguments, **named)
                self._known[key] = found if generator.printed is None else str(found)
            return self._known[key]

        return remembering
