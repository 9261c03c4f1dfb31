"""Sidebars that are rendered once: what is shared by which pages, and what is not."""

from __future__ import annotations

from typing import Any

from sphinx_kwindex.output.sidebars import SharedSidebars


def shared(sidebars: SharedSidebars, page: str, name: str = 'toctree', *, late: bool = False) -> Any:
    """A generator of the context of one page; it tells the page and what it was asked for."""
    context: dict[str, Any] = {name: lambda *given, **named: [page, *given, *sorted(named.items())]}
    sidebars.share(f'{page}.html', context, late=late)
    return context[name]


def test_shared_by_depth_and_arguments() -> None:
    sidebars = SharedSidebars(by_folder=False)
    assert shared(sidebars, 'kw/a/x')(maxdepth=1) == ['kw/a/x', ('maxdepth', 1)]
    assert shared(sidebars, 'kw/b/y')(maxdepth=1) == ['kw/a/x', ('maxdepth', 1)]
    assert shared(sidebars, 'kw/b/y')(maxdepth=2) == ['kw/b/y', ('maxdepth', 2)]
    assert shared(sidebars, 'kw-index')(maxdepth=1) == ['kw-index', ('maxdepth', 1)]
    assert sidebars.rendered == {'toctree': 3}


def test_shared_by_folder_where_documents_lie_below_ours() -> None:
    sidebars = SharedSidebars(by_folder=True)
    assert shared(sidebars, 'kw/a/x')() == ['kw/a/x']
    assert shared(sidebars, 'kw/b/y')() == ['kw/b/y']
    assert shared(sidebars, 'kw/b/z')() == ['kw/b/y']


def test_generator_of_a_theme_is_shared_late_and_printed() -> None:
    sidebars = SharedSidebars(by_folder=False)

    def generator(page: str) -> Any:
        return shared(sidebars, page, 'generate_toctree_html', late=True)

    assert generator('a')('sidebar', startdepth=0) == "['a', 'sidebar', ('startdepth', 0)]"
    assert generator('b')('sidebar', startdepth=0) == "['a', 'sidebar', ('startdepth', 0)]"
    assert generator('b')('sidebar', startdepth=1) == "['b', 'sidebar', ('startdepth', 1)]"
    assert generator('b')(kind='sidebar') == "['b', ('kind', 'sidebar')]"
    assert generator('a')(kind='sidebar') == "['b', ('kind', 'sidebar')]"
    assert generator('a')(kind='raw') == ['a', ('kind', 'raw')]
    assert generator('b')() == ['b']
    assert generator('a')('raw') == ['a', 'raw']
    assert generator('b')('raw') == ['b', 'raw']
    assert sidebars.rendered == {'generate_toctree_html': 3}


def test_what_a_theme_puts_in_the_place_of_the_table_of_contents_is_its_own() -> None:
    sidebars = SharedSidebars(by_folder=False)
    assert shared(sidebars, 'a')() == ['a']
    assert shared(sidebars, 'b', late=True)() == ['b']


def test_what_is_made_of_another_table_of_contents_is_not_shared() -> None:
    sidebars = SharedSidebars(by_folder=False)
    made = []
    for page in 'ab':
        context: dict[str, Any] = {'toctree': lambda page=page: page}
        sidebars.share(f'{page}.html', context)
        context['toctree'] = lambda page=page: f'own {page}'
        context['generate_toctree_html'] = lambda kind, context=context: [kind, context['toctree']()]
        sidebars.share(f'{page}.html', context, late=True)
        made.append(context['generate_toctree_html']('sidebar'))
    assert made == [['sidebar', 'own a'], ['sidebar', 'own b']]


def test_theme_without_any() -> None:
    context: dict[str, Any] = {'toctree': None, 'generate_toctree_html': 'text'}
    for late in (False, True):
        SharedSidebars(by_folder=False).share('a.html', context, late=late)
    assert context == {'toctree': None, 'generate_toctree_html': 'text'}
