"""Where original files can be read, from what themes and builders know."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any, cast

import pytest

from sphinx_kwindex.output.sources import Sources, repository_prefix

GITHUB = {'github_user': 'me', 'github_repo': 'it'}


@pytest.mark.parametrize(
    ('context', 'prefix'),
    [
        (GITHUB, 'https://github.com/me/it/blob/main/'),
        ({**GITHUB, 'github_version': 'v1', 'conf_py_path': '/docs/'}, 'https://github.com/me/it/blob/v1/docs/'),
        ({**GITHUB, 'doc_path': 'docs'}, 'https://github.com/me/it/blob/main/docs/'),
        ({**GITHUB, 'github_host': 'git.example.org'}, 'https://git.example.org/me/it/blob/main/'),
        ({**GITHUB, 'github_url': 'https://x.example.org/'}, 'https://x.example.org/me/it/blob/main/'),
        (
            {'gitlab_user': 'me', 'gitlab_repo': 'it', 'gitlab_version': 'dev', 'conf_py_path': '/'},
            'https://gitlab.com/me/it/-/blob/dev/',
        ),
        (
            {'bitbucket_user': 'me', 'bitbucket_repo': 'it', 'doc_path': 'a/b/'},
            'https://bitbucket.org/me/it/src/main/a/b/',
        ),
        ({'github_user': 'me'}, ''),
        ({'github_repo': 'it', 'github_version': 'v1'}, ''),
        ({'github_user': '', 'github_repo': ''}, ''),
        ({}, ''),
    ],
)
def test_prefix_from_html_context(context: dict[str, str], prefix: str) -> None:
    assert repository_prefix(context, {}) == prefix


@pytest.mark.parametrize(
    ('options', 'prefix'),
    [
        (
            {'source_repository': 'https://github.com/me/it/', 'source_branch': 'dev', 'source_directory': 'docs/'},
            'https://github.com/me/it/blob/dev/docs/',
        ),
        ({'source_repository': 'https://github.com/me/it'}, 'https://github.com/me/it/blob/main/'),
        (
            {'repository_url': 'https://github.com/me/it', 'repository_branch': 'b', 'path_to_docs': '/d'},
            'https://github.com/me/it/blob/b/d/',
        ),
        ({'repository_url': 'https://gitlab.com/me/it'}, 'https://gitlab.com/me/it/-/blob/main/'),
        ({'source_branch': 'dev'}, ''),
        ({'repository_url': ''}, ''),
    ],
)
def test_prefix_from_theme_options(options: dict[str, str], prefix: str) -> None:
    assert repository_prefix({}, options) == prefix


def test_html_context_comes_before_theme_options() -> None:
    assert repository_prefix(GITHUB, {'repository_url': 'https://example.org'}).startswith('https://github.com/')


def sources(source_url: str = '', *, copysource: bool = True, **config: Any) -> Sources:
    values = {
        'html_context': {}, 'html_theme_options': {}, 'html_copy_source': True, 'html_sourcelink_suffix': '.txt', **config,
    }  # fmt: skip
    builder = SimpleNamespace(
        config=SimpleNamespace(**values),
        copysource=copysource,
        env=SimpleNamespace(doc2path=lambda docname, _base: docname + ('.md' if docname == 'md' else '.rst')),
        get_target_uri=lambda page: f'{page}.html',
    )
    return Sources(cast('Any', builder), source_url)


def test_pattern_of_the_user_comes_first() -> None:
    here = sources('https://x.org/{path}?plain={docname}', html_context=GITHUB)
    assert here.link('kw/doc/a', 'a b') == 'https://x.org/a%20b.rst?plain=a%20b'


def test_repository_comes_before_copied_sources() -> None:
    assert sources(html_context=GITHUB).link('kw/doc/a', 'ä/b') == 'https://github.com/me/it/blob/main/%C3%A4/b.rst'


@pytest.mark.parametrize(
    ('page', 'docname', 'suffix', 'address'),
    [
        ('kw/doc/a', 'a', '.txt', '../../_sources/a.rst.txt'),
        ('kw-index', 'x/y z', '.txt', '_sources/x/y%20z.rst.txt'),
        ('kw-index', 'a', '.rst', '_sources/a.rst'),
        ('kw-index', 'md', '.rst', '_sources/md.md.rst'),
        ('kw-index', 'a', '', '_sources/a.rst'),
    ],
)
def test_copied_sources(page: str, docname: str, suffix: str, address: str) -> None:
    assert sources(html_sourcelink_suffix=suffix).link(page, docname) == address


def test_nowhere() -> None:
    assert sources(html_copy_source=False).link('kw-index', 'a') == ''
    assert sources(copysource=False).link('kw-index', 'a') == ''
    assert sources(copysource=False).path('a') == 'a.rst'
