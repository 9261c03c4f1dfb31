"""The translation template holds every text of the pages, and the translations are whole."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from babel.messages import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo
from babel.messages.pofile import read_po

import sphinx_kwindex

PACKAGE = Path(sphinx_kwindex.__file__).parent
PROJECT = Path(__file__).parents[1]


def in_sources() -> set[str]:
    """The texts that the templates and modules mark for translation."""
    mappings = tomllib.loads((PROJECT / 'pyproject.toml').read_text(encoding='utf-8'))['tool']['babel']['mappings']
    methods = [(mapping['pattern'], mapping['method']) for mapping in mappings]
    options = {m['pattern']: {k: v for k, v in m.items() if k not in {'pattern', 'method'}} for m in mappings}
    keywords = {'_': None, 'gettext': None, 'ngettext': (1, 2)}
    found = extract_from_dir(PACKAGE, methods, options, keywords=keywords)
    return {message if isinstance(message, str) else message[0] for _file, _line, message, _comments, _context in found}


def texts(path: Path) -> dict[str, bool]:
    """The texts of a catalogue, each with whether it is translated."""
    with path.open('rb') as file:
        messages = [message for message in read_po(file) if message.id]
    return {m.id if isinstance(m.id, str) else m.id[0]: bool(m.string and all(m.string)) for m in messages}


def test_template_is_up_to_date() -> None:
    assert len(in_sources()) > 40
    assert set(texts(PACKAGE / 'locale' / 'kwindex.pot')) == in_sources()


@pytest.mark.parametrize('path', sorted(PACKAGE.glob('locale/*/LC_MESSAGES/*.po')), ids=lambda path: path.parts[-3])
def test_translations_are_whole(path: Path) -> None:
    assert texts(path) == dict.fromkeys(in_sources(), True)
    with path.open('rb') as source, path.with_suffix('.mo').open('rb') as compiled:
        assert translations(read_mo(compiled)) == translations(read_po(source))


def translations(catalogue: Catalog) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """The pairs of a catalogue, each text with its plural forms."""
    return sorted((forms(message.id), forms(message.string or '')) for message in catalogue if message.id)


def forms(text: str | list[str] | tuple[str, ...]) -> tuple[str, ...]:
    return (text,) if isinstance(text, str) else tuple(text)
