"""Make up a documentation of any size, the same in every run, for measuring how cost grows.

usage: synthetic.py DOCUMENTS FOLDER [--seed S]

The number of different names grows as documents ** 0.8 (Heaps' law), and they are used with Zipf's frequencies: few stand in
nearly all documents, most in few. Documents lie in folders of 50, in parts of 50 folders; each has five sections
with prose, inline code, references, a definition and code, in all some 6 KB.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator
from itertools import accumulate, product
from pathlib import Path

SYLLABLES = [''.join(letters) for letters in product('bdfghklmnprstvwz', 'aeiou')]
PROSE = (
    'Each request reads the value once and keeps it until the end',
    'An error in the middle leaves everything else as it was before',
    'The result is the same however often this is called in one process',
    'Nothing happens here before the first document was written',
    'A value that is not known is passed on without any change',
    'Where two of them are given at the same time the later one is used',
    'What was read before is kept for as long as the connection is open',
)
FORMS: tuple[Callable[[list[str]], str], ...] = (
    lambda words: ''.join(word.title() for word in words),
    '_'.join,
    lambda words: f'{words[0]}.{"_".join(words[1:])}',
    lambda words: '_'.join(words).upper(),
    lambda words: f'--{"-".join(words)}',
)
SHARES = (30, 35, 20, 10, 5)
"""Of a hundred names, how many have each of the forms."""
PER_FOLDER = 50
CONF = "project = 'Synthetic'\nextensions = []\nhtml_theme = 'alabaster'\n"


class Names:
    """The names that a documentation uses, each as often as its rank gives."""

    def __init__(self, number: int, rng: random.Random) -> None:
        self._rng = rng
        self.all = list(vocabulary(number, rng))
        self._weights = list(accumulate(1 / rank for rank in range(1, number + 1)))

    def pick(self) -> str:
        """A name; the first ones come often."""
        return self._rng.choices(self.all, cum_weights=self._weights)[0]


def vocabulary(number: int, rng: random.Random) -> Iterator[str]:
    """So many different names in the forms that names have: classes, functions, methods, constants and options."""
    seen: set[str] = set()
    while len(seen) < number:
        words = [''.join(rng.choices(SYLLABLES, k=2)) for _ in range(rng.randint(2, 3))]
        name = rng.choices(FORMS, SHARES)[0](words)
        if name not in seen:
            seen.add(name)
            yield name


def write_project(folder: Path, documents: int, seed: int = 1) -> Path:
    """Write a project of so many documents, beside those that hold the tables of contents; return its folder."""
    rng = random.Random(seed)
    names = Names(200 + int(40 * documents**0.8), rng)
    folder.mkdir(parents=True)
    (folder / 'conf.py').write_text(CONF, encoding='utf-8')
    parts = []
    for part, numbers in enumerate(groups(range(documents), PER_FOLDER * PER_FOLDER)):
        chapters = []
        for chapter, pages in enumerate(groups(numbers, PER_FOLDER)):
            inner = folder / f'part{part:03d}' / f'chapter{chapter:02d}'
            inner.mkdir(parents=True)
            for number in pages:
                (inner / f'{page_name(number)}.rst').write_text(document(number, names, rng), encoding='utf-8')
            write_contents(inner, f'Chapter {chapter} of part {part}', [page_name(number) for number in pages])
            chapters.append(f'{inner.name}/index')
        write_contents(folder / f'part{part:03d}', f'Part {part}', chapters)
        parts.append(f'part{part:03d}/index')
    write_contents(folder, 'Synthetic', parts)
    return folder


def groups(numbers: range, size: int) -> Iterator[range]:
    """The numbers in groups of a size; the last may be smaller."""
    return (numbers[start : start + size] for start in range(0, len(numbers), size))


def page_name(number: int) -> str:
    """The file of a document, without its suffix."""
    return f'page{number:06d}'


def document(number: int, names: Names, rng: random.Random) -> str:
    """One document: prose, inline code, references, a definition, and code, in five sections."""

    def prose(sentences: int) -> str:
        said = (f'{rng.choice(PROSE)}, as with ``{names.pick()}`` or {names.pick()}.' for _ in range(sentences))
        return ' '.join(said)

    def statement() -> str:
        first, called, argument = (identifier(names.pick()) for _ in range(3))
        return f'   {first.rpartition(".")[2]} = {called}({argument}, "text")'

    own = f'{page_name(number)}.{identifier(names.all[number % len(names.all)]).rpartition(".")[2]}'
    lines = [*heading(f'Page {number} on ``{names.pick()}``', '='), prose(4), '']
    lines += [f'.. py:function:: {own}(first, second=None)', '', f'   {prose(1)}', '']
    for section in range(1, 5):
        lines += [*heading(f'Step {section}: ``{names.pick()}``', '-'), prose(4), '']
        lines += [f'See :py:func:`{own}` and :py:func:`{names.pick()}`.', '']
        lines += ['.. code-block:: python', '', *(statement() for _ in range(6)), '', prose(3), '']
    return '\n'.join(lines)


def identifier(name: str) -> str:
    """The name as it can stand in Python."""
    return name.strip('-').replace('-', '_')


def heading(title: str, underline: str) -> list[str]:
    """A title in reStructuredText."""
    return [title, underline * len(title), '']


def write_contents(folder: Path, title: str, documents: list[str]) -> None:
    """Write a document with a table of contents and nothing else."""
    lines = [*heading(title, '='), '.. toctree::', '', *(f'   {name}' for name in documents), '']
    (folder / 'index.rst').write_text('\n'.join(lines), encoding='utf-8')


def main() -> int:
    """Write a project."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('documents', type=int)
    parser.add_argument('folder', type=Path)
    parser.add_argument('--seed', type=int, default=1)
    args = parser.parse_args()
    write_project(args.folder, args.documents, args.seed)
    return 0


if __name__ == '__main__':
    sys.exit(main())
