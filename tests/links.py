"""Follow links: every address on a page leads to a file that is there and to an id in it."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path
from urllib.parse import unquote, urlsplit

from lxml import html


@lru_cache(maxsize=4096)
def _parsed(path: Path, _stamp: int) -> html.HtmlElement:
    return html.fromstring(path.read_bytes())


def parsed(path: Path) -> html.HtmlElement:
    """The tree of a page."""
    return _parsed(path, path.stat().st_mtime_ns)


def ids(path: Path) -> set[str]:
    return set(parsed(path).xpath('//@id'))


def target(page: Path, href: str) -> tuple[Path, str] | None:
    """The file and the id that an address on *page* leads to; ``None`` outside."""
    parts = urlsplit(href)
    if parts.scheme or parts.netloc:
        return None
    path = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    return (path / 'index.html' if path.is_dir() else path), unquote(parts.fragment)


def dead_links(page: Path) -> list[str]:
    """The addresses on a page that lead nowhere."""
    dead = []
    for href in parsed(page).xpath('//a/@href'):
        found = target(page, href)
        if found is None or href in {'#', ''}:
            continue
        path, fragment = found
        if not path.is_file() or (fragment and path.suffix == '.html' and fragment not in ids(path)):
            dead.append(href)
    return dead


def links(page: Path, xpath: str = '//*[@role="main"]') -> dict[str, str]:
    """The addresses inside a part of a page, by their text."""
    found = parsed(page).xpath(f'{xpath}//a[@href]')
    return {' '.join(link.text_content().split()): link.get('href') for link in found}
