"""Which words a dictionary of English has, and which names registers of software.

What stands in running text and in no dictionary is a name.

The dictionary is the lists of SCOWL up to its size 70 (http://wordlist.aspell.net/), kept as a Bloom filter (B. H. Bloom,
"Space/Time Trade-offs in Hash Coding with Allowable Errors", 1970) in less than half a megabyte; as a set of Python it would
take 15 MB of a build's memory. A filter knows every word that was put into it; of all others it takes one in ten
thousand for known, which costs a name and never makes one. ``tools/make_lexicon.py`` writes the file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from pathlib import Path

_FILE = Path(__file__).with_name('english.bloom')
_SOFTWARE = Path(__file__).with_name('software.bloom')
HASHES = 14
"""Bits of each word; the best number for twenty bits of the filter a word."""
_BYTES = 2 * 4


def bits_of(word: str, size: int) -> Iterator[int]:
    """The bits that a word has in a filter of *size* bits (A. Kirsch, M. Mitzenmacher, "Less Hashing, Same Performance")."""
    digest = blake2b(word.encode('utf-8', 'surrogatepass'), digest_size=_BYTES).digest()
    first, step = int.from_bytes(digest[:4], 'little'), int.from_bytes(digest[4:], 'little') | 1
    return ((first + number * step) % size for number in range(HASHES))


def filter_of(words: Iterable[str], size: int) -> bytes:
    """The filter of *size* bits, a multiple of eight, that knows *words*."""
    made = bytearray(size // 8)
    for word in words:
        for bit in bits_of(word, size):
            made[bit >> 3] |= 1 << (bit & 7)
    return bytes(made)


@lru_cache(maxsize=2)
def _filter(path: Path) -> bytes:
    return path.read_bytes()


def _holds(path: Path, word: str) -> bool:
    known = _filter(path)
    return all(known[bit >> 3] >> (bit & 7) & 1 for bit in bits_of(word, len(known) * 8))


def _has(word: str) -> bool:
    return _holds(_FILE, word)


def as_common(word: str) -> str:
    """The mark under which the filter has a common word once more."""
    return f'+{word}'


def _are_joined(first: str, second: str) -> bool:
    """Whether two parts of a word are common words, or one of them is and the other is short for one ("docstring").

    What begins with *lib* is a library of that name.
    """
    if first == 'lib':
        return False
    common = [len(part) >= _SHORTEST and _has(as_common(part)) for part in (first, second)]
    if all(common):
        return True
    other = second if common[0] else first
    return any(common) and (other in _CLIPPINGS or other in _SHORT_PARTS)


_CLIPPINGS = frozenset(
    """
    abc addr aka alloc amet api apis arg args async attr attrs auth bool btw cert certs char chars cls cmd cmds col cols
    concat cond conf config configs const coord coords cpu cpus ctor ctx cur curr def del deps desc dest dev dict dicts diff
    dir dirs doc docs dolor dst dtor enum enums env envs eof err eval exc exec expr ext fmt freq func funcs fyi goto gpu
    gpus http https ident imho impl impls init int ints ipsum iter kwarg kwargs len lhs lib libs lorem lvalue max mem
    metadata min misc mixin mixins msg msgs num obj objs op ops orig os param params paren parens perf pkg pos pragma
    pragmas pre prev priv proc procs prod prop props ptr ptrs readme recv ref refs regex regexes regexp regexps repo repos
    req ret rhs rvalue sec sep seq spec specs src stderr stdin stdlib stdout str struct structs subdir subdirs sudo symlink
    symlinks sync tmp todo todos tuple tuples uint uri uris url urls util utils val vals var vars vec verb versa viz www xyz
    """.split()  # noqa: SIM905 (words to read)
)
"""What programmers cut short, what C calls its types, and what fills a page: they stand in sentences, and mean no name."""
_ENDINGS = (
    ('ability', ('', 'e')),
    ('ables', ('', 'e')),
    ('able', ('', 'e')),
    ('izers', ('', 'e', 'y')),
    ('izer', ('', 'e', 'y')),
    ('ification', ('', 'e', 'y')),
    ('ization', ('', 'y', 'ize')),
    ('isation', ('', 'y', 'ise')),
    ('izing', ('', 'y')),
    ('ized', ('', 'y')),
    ('izes', ('', 'y')),
    ('ize', ('', 'y')),
    ('ness', ('',)),
    ('less', ('',)),
    ('wise', ('',)),
    ('ity', ('', 'e')),
    ('ment', ('', 'e')),
    ('ally', ('', 'al')),
    ('ful', ('',)),
    ('ified', ('', 'e', 'y')),
    ('ifying', ('', 'e', 'y')),
    ('ied', ('y',)),
    ('ies', ('y',)),
    ('ers', ('', 'e')),
    ('ors', ('', 'e')),
    ('ing', ('', 'e')),
    ('ish', ('', 'e')),
    ('ants', ('', 'e', 'ate')),
    ('ant', ('', 'e', 'ate')),
    ('er', ('', 'e')),
    ('or', ('', 'e')),
    ('ed', ('', 'e')),
    ('ly', ('',)),
    ('es', ('',)),
    ('s', ('',)),
)
"""Endings of English, and what stood in their place: a manual makes words that no dictionary has yet ("hashable")."""
_BEGINNING = re.compile(
    r'(?:anti|auto|bi|co|cross|counter|de|dis|extra|geo|hyper|inter|intra|macro|meta|micro|mini|mis|mono|multi|non|out|'
    r'over|para|poly|post|pre|pro|proto|pseudo|re|self|semi|sub|super|sur|trans|tri|un|under|uni|up|ultra)(?=\w{3})'
)
_SHORTEST = 3
"""Letters of a part of a word; of shorter ones anything could be made."""
_SHORT_PARTS = frozenset('an as at be by if in is it of on or to we'.split())  # noqa: SIM905
"""Shorter ones that a missing blank joins to another word ("ofthis")."""
_MISSPELT = 8
"""Letters from which on a word that is all but one of a dictionary is that word misspelt."""
_VOWELS = 'aeiou'
_WORD = re.compile(r'[a-z][a-z0-9]*')
_HEXADECIMAL = re.compile(r'[0-9a-f]*[0-9][0-9a-f]*')


NUMBERS = re.compile(r'(?:u?int|b?float|complex|datetime|timedelta)(?:8|16|32|64|128|256|512)|[fiu](?:8|16|32|64|128)')
"""What languages and libraries call their types of numbers: ``float32``, ``u64``."""
LONGEST_NAME = 32
"""Letters of a name that is one word."""


def is_coined(word: str) -> bool:
    """Whether a word in small letters may be a name since no dictionary of English has it."""
    return 2 < len(word) <= LONGEST_NAME and word.isascii() and not is_english(word)


def is_common(word: str) -> bool:
    """Whether *word*, in small letters, is one that most who read English know."""
    return _has(as_common(word))


def is_only_common(word: str) -> bool:
    """Whether *word* is in small letters, common, and with a capital no software either, as Flask is."""
    return word.islower() and is_common(word) and not is_capital_software(word.capitalize())


def is_clipped(word: str) -> bool:
    """Whether *word* is one that programmers cut short: ``config``."""
    return word in _CLIPPINGS


def is_in_dictionary(word: str) -> bool:
    """Whether a dictionary of English has *word*, in small letters, as it stands, and not its parts alone (``stdin``)."""
    return _has(word)


SHORTEST_SOFTWARE = 3
"""Letters of a name that public registers say anything of."""


_ARCHITECTURES = frozenset(
    """
    aarch64 amd64 arm64 armhf armv6 armv7 i386 i486 i586 i686 loongarch64 mips64 powerpc ppc64 ppc64el ppc64le riscv32 riscv64
    s390x sparc64 x64 x86
    """.split()  # noqa: SIM905 (words to read)
)
"""Processors as the tools of GNU, LLVM and Debian call them; ``x86_64`` has a form of its own."""


_WELL_KNOWN = frozenset(
    """
    arduino bittorrent bluetooth chocolatey cilium clojure debian django docker dovecot drupal elasticsearch erlang ffmpeg
    firefox gentoo github hadoop haskell javascript jenkins kotlin kubectl kubernetes libreoffice linux mariadb matlab mongodb
    mysql nextcloud nginx nodejs numpy nvidia ocaml openoffice openssl pandas postgres postgresql prometheus pytest pytorch
    redis scipy sqlite suse tensorflow terraform ubuntu webpack wikipedia wordpress youtube
    """.split()  # noqa: SIM905 (words to read)
)
"""Names that are so well known that dictionaries have some of them, and that texts use for nothing else, in any language."""


_LINES = frozenset({'visual studio', 'visual studio code', 'windows powershell', 'windows server', 'windows terminal'})
"""Products whose names are words of English alone; registers of today have none of their makers'."""


@lru_cache(maxsize=1 << 14)
def is_software(name: str) -> bool:
    """Whether public registers, or the lists above, have *name*, in small letters, as one of a project, product or language.

    Common words of English are none (Go, Express). ``tools/make_software.py`` says which registers these are.
    """
    return name.islower() and (
        (len(name) >= SHORTEST_SOFTWARE and _holds(_SOFTWARE, name))
        or name in _ARCHITECTURES
        or name in _WELL_KNOWN
        or name in _LINES
    )


def is_only_software(word: str) -> bool:
    """Whether *word*, in small letters, is software in any language, though a dictionary may have it."""
    return word in _WELL_KNOWN


def is_capital_software(name: str) -> bool:
    """Whether registers have a common word of English as software, where it is written with a capital: Windows."""
    return name.istitle() and _holds(_SOFTWARE, name)


def is_ordinary(word: str) -> bool:
    """Whether *word*, in small letters, is common or made of English words; a rare one may be a name (``git``)."""
    return len(word) < _SHORTEST or is_common(word) or (is_english(word) and not _has(word))


_DERIVATIONS = tuple(
    'able al ance ed ence ful ible ing ity less ly ment ness ous sion tion'.split()  # noqa: SIM905 (endings to read)
)
_STEM = 6
"""Letters of the shortest word that has a stem before its ending."""


def is_derived(word: str) -> bool:
    """Whether *word*, in small letters, is one of English with an ending that few products have in their names."""
    return len(word) >= _STEM and word.endswith(_DERIVATIONS) and is_english(word)


_LATIN = frozenset(
    """
    alia cetera facto fortiori hoc infinitum libitum mutandis mutatis posteriori priori situ versa vitro
    """.split()  # noqa: SIM905 (words to read)
)
"""Words that English has in phrases alone: "a priori", "de facto"."""


@lru_cache(maxsize=1 << 14)
def is_english(word: str) -> bool:
    """Whether *word*, in small letters of ASCII, is one of a dictionary or made of such, or is none that could be a name.

    Made of such are words with an ending or a beginning of English, two common words in one ("codebase"), a word with a
    number ("row1"), and a long word that is misspelt ("declaraction"). No name are one letter many times, a letter with a
    number and what may be hexadecimal.
    """
    if not _WORD.fullmatch(word) or len(set(word)) == 1 or word in _LATIN:
        return True
    if NUMBERS.fullmatch(word):
        return False
    stem = word.rstrip('0123456789')
    if (len(stem) == 1 and stem != word) or (len(word) > 4 and _HEXADECIMAL.fullmatch(word)):
        return True
    return _is_made(stem) or (len(stem) >= _MISSPELT and any(map(_has, _near(stem))))


def _near(word: str) -> Iterator[str]:
    """What *word* may be misspelt from: a letter too many or not doubled, two exchanged, a vowel wrong or missing."""
    for at in range(1, len(word) - 1):
        before, letter, behind = word[:at], word[at], word[at + 1 :]
        yield before + behind
        yield before + behind[0] + letter + behind[1:]
        yield before + letter + letter + behind
        yield from (before + letter + other + behind for other in _VOWELS)
        if letter in _VOWELS:
            yield from (before + other + behind for other in _VOWELS if other != letter)


def _is_made(word: str) -> bool:
    if word in _CLIPPINGS or _has(word):
        return True
    for ending, before in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if len(stem) >= _SHORTEST and (
                any(_has(stem + letters) for letters in before)
                or (ending[0] in 'aeio' and stem[-1] == stem[-2] and _has(stem[:-1]))
            ):
                return True
    beginning = _BEGINNING.match(word)
    if beginning is not None and _is_made(word[beginning.end() :]):
        return True
    return any(_are_joined(word[:at], word[at:]) for at in range(2, len(word) - 1))
