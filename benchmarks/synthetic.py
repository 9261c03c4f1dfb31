"""Make up a documentation of any size: names that few documents share, and some that nearly all of them do."""

from __future__ import annotations

import random
from collections.abc import Iterator
from itertools import product
from pathlib import Path

STEMS = ('user', 'cache', 'query', 'token', 'field', 'signal', 'route', 'batch', 'shard', 'frame', 'queue', 'lock')
VERBS = ('load', 'save', 'merge', 'parse', 'build', 'close', 'drop', 'fetch', 'index', 'render', 'split', 'watch')
NOUNS = ('item', 'node', 'view', 'page', 'table', 'event', 'state', 'group', 'error', 'policy', 'record', 'handle')
PROSE = (
    'Each request reads the value once and keeps it until the end',
    'An error in the middle leaves everything else as it was before',
    'The result is the same however often this is called in one process',
    'Nothing happens here before the first document was written',
    'A value that is not known is passed on without any change',
)
PER_FOLDER = 40
CONF = "project = 'Synthetic'\nextensions = []\nhtml_theme = 'alabaster'\n"


def write_project(folder: Path, documents: int, seed: int = 1) -> Path:
    """Write a project of so many documents, beside those that hold the tables of contents; return its folder."""
    rng = random.Random(seed)
    names = list(vocabulary())
    rng.shuffle(names)
    del names[20 + documents * 3 :]
    folder.mkdir(parents=True)
    (folder / 'conf.py').write_text(CONF, encoding='utf-8')
    parts = []
    for start in range(0, documents, PER_FOLDER):
        part = f'part{start // PER_FOLDER:04d}'
        pages = [f'page{number:05d}' for number in range(start, min(start + PER_FOLDER, documents))]
        (folder / part).mkdir()
        for page in pages:
            (folder / part / f'{page}.rst').write_text(document(page, names, rng), encoding='utf-8')
        (folder / part / 'index.rst').write_text(contents(part.title(), pages), encoding='utf-8')
        parts.append(f'{part}/index')
    (folder / 'index.rst').write_text(contents('Synthetic', parts), encoding='utf-8')
    return folder


def vocabulary() -> Iterator[str]:
    """Different names in the forms that names have: functions, classes, methods, constants and options."""
    for verb, stem, noun in product(VERBS, STEMS, NOUNS):
        yield f'{verb}_{stem}_{noun}'
        yield f'{stem}_{noun}_{verb}'.title().replace('_', '')
        yield f'{stem}.{noun}.{verb}'
        yield f'{stem}_{noun}_{verb}'.upper()
        yield f'--{verb}-{stem}-{noun}'


def document(page: str, names: list[str], rng: random.Random) -> str:
    """One document: prose, inline code, references, a definition, and code, in four sections."""

    def name() -> str:
        return names[min(int(rng.paretovariate(0.5)) - 1, rng.randrange(len(names)))]

    def paragraph() -> str:
        said = (f'{rng.choice(PROSE)}, as with ``{name()}`` or {name()}.' for _ in range(4))
        return ' '.join(said)

    lines = [*heading(f'{page.title()} on ``{name()}``', '='), paragraph(), '']
    for number in range(1, 5):
        lines += [*heading(f'Step {number}: {name()}', '-'), paragraph(), '']
        lines += [f'See :func:`{page}.run_step_{number}` and :class:`{name()}`.', '']
        lines += [f'.. py:function:: {page}.run_step_{number}(value)', '', f'   {rng.choice(PROSE)}.', '']
        lines += ['.. code-block:: python', '']
        lines += [
            f'   result = {page}.run_step_{number}({identifier(name())}, key={identifier(name())}())' for _ in range(4)
        ]
        lines += ['', paragraph(), '']
    return '\n'.join(lines)


def identifier(name: str) -> str:
    """The name as it can stand in Python."""
    return name.strip('-').replace('-', '_')


def heading(title: str, underline: str) -> list[str]:
    """A title in reStructuredText."""
    return [title, underline * len(title), '']


def contents(title: str, documents: list[str]) -> str:
    """A document with a table of contents and nothing else."""
    return '\n'.join([*heading(title, '='), '.. toctree::', '', *(f'   {name}' for name in documents), ''])
