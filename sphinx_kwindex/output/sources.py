"""Where the original file of a document can be read: in the repository, among the copied sources, or nowhere."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any
from urllib.parse import quote

if TYPE_CHECKING:
    from sphinx.builders.html import StandaloneHTMLBuilder

_HOSTS = {
    'github': ('https://github.com', '{base}/{user}/{repo}/blob/{version}/'),
    'gitlab': ('https://gitlab.com', '{base}/{user}/{repo}/-/blob/{version}/'),
    'bitbucket': ('https://bitbucket.org', '{base}/{user}/{repo}/src/{version}/'),
}


def repository_prefix(html_context: Mapping[str, Any], theme_options: Mapping[str, Any]) -> str:
    """The address that a path below the source folder is put behind, from the settings that themes share; '' if none.

    Read are ``html_context`` in the form that Read the Docs made common (``github_user``, ``github_repo``,
    ``github_version``, ``conf_py_path`` or ``doc_path``; the same for ``gitlab`` and ``bitbucket``) and the theme options
    ``source_repository``, ``source_branch``, ``source_directory`` (Furo) and ``repository_url``, ``repository_branch``,
    ``path_to_docs`` (Sphinx Book Theme).
    """
    for host, (base, form) in _HOSTS.items():
        user, repo = html_context.get(f'{host}_user'), html_context.get(f'{host}_repo')
        if user and repo:
            base = str(html_context.get(f'{host}_url') or _host(html_context.get(f'{host}_host')) or base).rstrip('/')
            version = html_context.get(f'{host}_version') or 'main'
            path = html_context.get('conf_py_path') or html_context.get('doc_path') or ''
            return _join(form.format(base=base, user=user, repo=repo, version=version), str(path))
    for url, branch, folder in (
        ('source_repository', 'source_branch', 'source_directory'),
        ('repository_url', 'repository_branch', 'path_to_docs'),
    ):
        if theme_options.get(url):
            middle = '/-/blob/' if 'gitlab' in str(theme_options[url]) else '/blob/'
            base = str(theme_options[url]).rstrip('/') + middle + str(theme_options.get(branch) or 'main') + '/'
            return _join(base, str(theme_options.get(folder) or ''))
    return ''


def _host(name: object) -> str:
    return f'https://{name}' if name else ''


def _join(base: str, folder: str) -> str:
    folder = folder.strip('/')
    return f'{base}{folder}/' if folder else base


class Sources:
    """The original files of one build."""

    def __init__(self, builder: StandaloneHTMLBuilder, source_url: str) -> None:
        config = builder.config
        self._builder = builder
        self._pattern = source_url
        context = {**config.html_context, **getattr(builder, 'globalcontext', {})}
        self._prefix = repository_prefix(context, config.html_theme_options)
        self._copied = bool(config.html_copy_source) and builder.copysource

    def path(self, docname: str) -> str:
        """The file of a document, from the source folder, with forward slashes."""
        return str(self._builder.env.doc2path(docname, False)).replace('\\', '/')

    def link(self, page: str, docname: str) -> str:
        """The address of a document's original file as written on *page*; '' where there is none to lead to."""
        path = self.path(docname)
        if self._pattern:
            return self._pattern.format(path=quote(path), docname=quote(docname))
        if self._prefix:
            return self._prefix + quote(path)
        if self._copied:
            suffix = path[len(docname) :]  # it may have several dots
            ending = self._builder.config.html_sourcelink_suffix
            name = docname + suffix + (ending if ending != suffix else '')
            depth = self._builder.get_target_uri(page).rsplit('#', 1)[0].count('/')
            return '../' * depth + '_sources/' + quote(name)
        return ''
