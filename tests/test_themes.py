"""Shared sidebars under each theme: the pages are those of a build without sharing, and sidebars are made once for a depth."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

import pytest

from conftest import make
from projects import Built

THEMES = (
    *('alabaster', 'classic', 'furo', 'pydata_sphinx_theme', 'sphinx_book_theme'),
    *('sphinx_rtd_theme', 'shibuya', 'sphinxawesome_theme'),
)
EXTENSIONS = (
    *('sphinx_kwindex', 'page_probe', 'sphinx_design'),
    *('sphinx_sitemap', 'sphinxext.opengraph', 'notfound.extension'),
)
CONF: dict[str, Any] = {
    'extensions': [*EXTENSIONS],
    'html_baseurl': 'https://docs.example.org/',
    'ogp_site_url': 'https://docs.example.org/',
    'ogp_social_cards': {'enable': False},
    'html_sidebars': {'kw/doc/deep/*': []},
    'html_last_updated_fmt': None,
    'project': 'Übung & <Co>',
}
DOCUMENTS = {
    'index': ('Start', ['über uns', 'a&b', 'deep/index', 'kw-own/page', "it's"]),
    'über uns': ('Über «uns»', []),
    'a&b': ('A & B <i>', []),
    "it's": ('"Quoted" it\'s', []),
    'deep/index': ('Deep', ['er/index', 'x']),
    'deep/x': ('X', []),
    'deep/er/index': ('Deeper', ['bottom', 'other']),
    'deep/er/bottom': ('Bottom', []),
    'deep/er/other': ('日本語', []),
    'kw-own/page': ('Like ours', []),
}


def text(number: int, title: str, entries: Sequence[str]) -> str:
    lines = [title, '=' * 40, '', f'The ``Loader`` and ``word_{number}`` are here.', '', 'More', '----', '']
    toctree = ['.. toctree::', f'   :caption: Part of {title}', '', *(f'   {entry}' for entry in entries), '']
    return '\n'.join([*lines, f'Some ``more_{number}``.', '', *(toctree if entries else ())])


FILES = {
    f'{docname}.rst': text(number, title, entries)
    for number, (docname, (title, entries)) in enumerate(DOCUMENTS.items())
}
ON_OTHER_PAGES = {'genindex', 'search', '404'}


def depths(pages: Iterable[str], builder: str) -> set[int]:
    """How deep pages lie: with ``dirhtml`` each has a folder of its own."""
    return {page.removesuffix('/index').count('/') + 1 if builder == 'dirhtml' else page.count('/') for page in pages}


def files(built: Built) -> dict[str, bytes]:
    """Every page of the output."""
    return {path.relative_to(built.out).as_posix(): path.read_bytes() for path in sorted(built.out.rglob('*.html'))}


def addresses(built: Built) -> list[str]:
    """What the site map lists: processes tell of their pages in any order."""
    return sorted(re.findall('<loc>(.*?)</loc>', built.text('sitemap.xml')))


def counts(built: Built, sort: str) -> tuple[set[str], int]:
    """The generated pages of ours for which something was really made, and how often."""
    made = [page for page in built.facts(sort) if page not in ON_OTHER_PAGES]
    return set(made), len(made)


@pytest.mark.parametrize('builder', ['html', 'dirhtml'])
@pytest.mark.parametrize('theme', THEMES)
def test_pages_are_those_of_a_build_without_sharing(tmp_path: Path, theme: str, builder: str) -> None:
    project = make(tmp_path, FILES, {**CONF, 'html_theme': theme})
    single = project.clean_build(builder, '-D', 'kwindex_share_sidebars=0')
    pages = {page for page in single.facts('page') if page.startswith('kw/') or page == 'kw-index'}
    assert len(pages) == 1 + len(DOCUMENTS) + 4
    for jobs in ('1', '4'):
        shared = project.clean_build(builder, '-j', jobs)
        assert shared.facts('parallel')[-1] is (jobs == '4')
        assert files(shared) == files(single)
        assert addresses(shared) == addresses(single)
        assert len(addresses(shared)) > len(pages) + len(DOCUMENTS)
        for sort in ('sidebar', 'generated'):
            assert_made_once_for_a_depth(single, shared, sort, builder)


def assert_made_once_for_a_depth(single: Built, shared: Built, sort: str, builder: str) -> None:
    """What a theme makes for each page is made once for all that lie equally deep, and where it makes none, for none."""
    for_each, _times = counts(single, sort)
    made, times = counts(shared, sort)
    assert made <= for_each
    assert depths(made, builder) == depths(for_each, builder)
    assert times == len(made) == len(depths(for_each, builder))


MADE = {
    'alabaster': {'sidebar'},
    'classic': set[str](),
    'furo': {'sidebar'},
    'pydata_sphinx_theme': set[str](),
    'sphinx_book_theme': {'sidebar', 'generated'},
    'sphinx_rtd_theme': {'sidebar'},
    'shibuya': {'sidebar'},
    'sphinxawesome_theme': {'sidebar'},
}


@pytest.mark.parametrize('theme', THEMES)
def test_what_is_made_for_each_page_without_sharing(tmp_path: Path, theme: str) -> None:
    """Or nothing would be counted above."""
    project = make(tmp_path, FILES, {**CONF, 'html_theme': theme, 'extensions': EXTENSIONS[:2]})
    built = project.build('html', '-D', 'kwindex_share_sidebars=0')
    assert {sort for sort in ('sidebar', 'generated') if len(counts(built, sort)[0]) > 10} == MADE[theme]
