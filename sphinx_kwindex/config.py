"""The options: each declared once with its type, default, rebuild, help and check.

Registration, validation and the table in the documentation are all made from :data:`OPTIONS`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from sphinx.util.matching import Matcher

from sphinx_kwindex.diagnostics import Subtype, warn
from sphinx_kwindex.occurrences import Role

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.config import Config

PAGES = ('index', 'documents', 'folders')
CHANGELOGS = (
    *('**/changelog*', '**/changelog*/**', '**/change[-_]log*'),
    *('**/changes', '**/changes*[0-9]*', '**/changes/**'),
    *('**/history', '**/history*[0-9]*', '**/news', '**/news*[0-9]*', '**/news/**'),
    *('**/release[-_]notes*', '**/release[-_]notes*/**', '**/releasenotes*', '**/releasenotes*/**'),
    *('**/releases', '**/releases/**', '**/release[-_][0-9]*'),
    *('**/whatsnew*', '**/whatsnew*/**', '**/whats[-_]new*', '**/whats[-_]new*/**'),
)
"""What projects call the documents that tell of their versions; ``history-api`` and ``changesets`` tell of other things."""


class Unusable(Exception):
    """A value can't be used; the message says why, ``instead`` what takes its place."""

    def __init__(self, reason: str, instead: Any) -> None:
        super().__init__(reason)
        self.instead = instead


@dataclass(frozen=True, slots=True)
class Option:
    """One option of ``conf.py``."""

    name: str
    default: Any
    types: tuple[type, ...]
    rebuild: Literal['', 'html']
    """``html`` where documents must be written again: their own pages change. No option makes Sphinx read again."""
    help: str
    check: Callable[[Any], None] = lambda _value: None
    """Raises :exc:`Unusable` for a value of the right type that still can't be used."""

    def validate(self, value: Any) -> Any:
        """The value to use.

        :raises Unusable: where *value* can't be used
        """
        # bool is an int, but True is no number of mentions.
        if not isinstance(value, self.types) or (isinstance(value, bool) and bool not in self.types):
            wanted = ' or '.join(kind.__name__ for kind in self.types)
            raise Unusable(f'it is of type {type(value).__name__}, not {wanted}', self.default)
        self.check(value)
        return value


def _members(allowed: Sequence[str]) -> Callable[[Any], None]:
    """Check that a list holds nothing but *allowed* words; what is allowed in it is used."""

    def check(value: Any) -> None:
        unknown = [item for item in value if item not in allowed]
        if unknown:
            names = ', '.join(repr(item) for item in unknown)
            raise Unusable(f'{names} is not one of {", ".join(allowed)}', [item for item in value if item in allowed])

    return check


def _patterns(value: Any) -> None:
    good, faults = [], []
    for item in value:
        try:
            # A pattern of bytes compiles too, but no name can be searched with it.
            re.compile(item).search('')
            good.append(item)
        except (re.error, TypeError, RecursionError, OverflowError) as error:
            faults.append(f'{item!r} is no regular expression ({error})')
    if faults:
        raise Unusable('; '.join(faults), good)


def _globs(value: Any) -> None:
    good, faults = [], []
    for item in value:
        if not isinstance(item, str):
            faults.append(f'{item!r} is no string')
            continue
        try:
            Matcher([item])
            good.append(item)
        except re.error as error:
            faults.append(f'{item!r} is no glob pattern ({error})')
    if faults:
        raise Unusable('; '.join(faults), good)


def _terms(value: Any) -> None:
    faults = [item for item in value if not _is_name(item)]
    if faults:
        told = ', '.join(repr(item) for item in faults)
        raise Unusable(f'{told} is no text with a letter or digit in it', [item for item in value if _is_name(item)])


def _spellings(value: Any) -> None:
    faults = {key: name for key, name in value.items() if not (_is_name(key) and _is_name(name))}
    if faults:
        told = ', '.join(f'{key!r}: {name!r}' for key, name in faults.items())
        good = {key: name for key, name in value.items() if key not in faults}
        raise Unusable(f'{told} is no pair of texts with a letter or digit in each', good)


def _is_name(item: Any) -> bool:
    return isinstance(item, str) and any(map(str.isalnum, item))


def _positive(value: Any) -> None:
    if value < 1:
        raise Unusable('it is less than 1', 1)


def _folder(value: Any) -> None:
    if not re.fullmatch(r'[a-z0-9][a-z0-9_-]*', value):
        raise Unusable('a folder is one word of lower-case ASCII letters, digits, "-" and "_"', 'kw')


def _source_url(value: Any) -> None:
    try:
        value.format(path='index.rst', docname='index')
    except (KeyError, IndexError, ValueError, TypeError, AttributeError) as error:
        raise Unusable(f'{{path}} and {{docname}} are the only fields ({type(error).__name__}: {error})', '') from None


OPTIONS: tuple[Option, ...] = (
    Option(
        'kwindex_enabled',
        True,
        (bool,),
        'html',
        'Whether to do anything at all. ``-D kwindex_enabled=0`` gives a quick local build without the index.',
    ),
    Option(
        'kwindex_pages',
        list(PAGES),
        (list, tuple),
        'html',
        'Which pages to write: ``index`` (everything), ``documents`` (one page per document), ``folders`` (one per folder).',
        _members(PAGES),
    ),
    Option(
        'kwindex_roles',
        [str(role) for role in Role],
        (list, tuple),
        '',
        'The ways in which a name may stand in a document to be listed.',
        _members([str(role) for role in Role]),
    ),
    Option(
        'kwindex_include',
        [],
        (list, tuple),
        '',
        'Regular expressions, searched in a name. What one matches is always listed, and found in running text in whole '
        'words, whatever their form and however many: ``^inode$``, ``lazy loading``.',
        _patterns,
    ),
    Option(
        'kwindex_exclude',
        [],
        (list, tuple),
        '',
        'Regular expressions, searched in a name. What one matches is never listed; ``kwindex_include`` gives way to it.',
        _patterns,
    ),
    Option(
        'kwindex_terms',
        [],
        (list, tuple),
        '',
        'Terms of one or several words: ``inode``, ``lazy loading``. Each is listed as it is spelled here, and found in '
        'running text and titles in whole words, whatever the case of its letters and the white space between its words, '
        'and with a plural "s" or "es". ``kwindex_exclude`` has precedence.',
        _terms,
    ),
    Option(
        'kwindex_spellings',
        {},
        (dict,),
        '',
        'Spellings of the texts, each with the name to list it under: ``{"Postgres": "PostgreSQL", "np": "numpy"}``. '
        'Upper and lower case count. A spelling is a whole name or what a dotted name begins with (``np.zeros``); a name '
        'that a document defines is never listed under another.',
        _spellings,
    ),
    Option(
        'kwindex_exclude_documents',
        [],
        (list, tuple),
        'html',
        'Glob patterns of docnames, as in ``exclude_patterns``: documents that are left out of the index.',
        _globs,
    ),
    Option(
        'kwindex_changelogs',
        list(CHANGELOGS),
        (list, tuple),
        '',
        'Glob patterns of docnames, also compared in lower case: change logs, release notes and other documents that name '
        'everything. Where a name stands anywhere else, it leads there first, and a mention in them weighs less when '
        'keywords and related documents are ranked. A definition counts wherever it is.',
        _globs,
    ),
    Option(
        'kwindex_min_mentions',
        1,
        (int,),
        '',
        'How often a name must stand in the whole documentation to be listed.',
        _positive,
    ),
    Option(
        'kwindex_folder',
        'kw',
        (str,),
        'html',
        'The folder of the generated pages; the page of everything is named after it: ``kw-index``.',
        _folder,
    ),
    Option(
        'kwindex_title',
        '',
        (str,),
        'html',
        'The title of the page of everything; empty for "Keyword index" in the language of the documentation.',
    ),
    Option(
        'kwindex_source_url',
        '',
        (str,),
        '',
        'Where original files live: an address with ``{path}`` (the file, from the source folder) or ``{docname}`` in it. '
        "Empty: what the theme's settings tell of the repository, else the copied sources.",
        _source_url,
    ),
    Option('kwindex_page_links', True, (bool,), 'html', "Whether each document's page ends in a link to its keywords."),
    Option(
        'kwindex_export',
        False,
        (bool,),
        '',
        'Whether an HTML build also writes the export files, under ``_static/kwindex/export/``.',
    ),
    Option(
        'kwindex_share_sidebars',
        True,
        (bool,),
        '',
        "Whether the theme's global table of contents is rendered once for all generated pages at the same depth "
        'instead of once for each. The pages are the same either way.',
    ),
    Option(
        'kwindex_pace_gc',
        True,
        (bool,),
        '',
        "Whether Python's garbage collector runs by the memory that it can win while documents are read and written, instead "
        'of by the number of objects made. Thresholds that somebody else has set are left alone. Turn it off where reading '
        'leaves large things behind in cycles, such as figures.',
    ),
    Option(
        'kwindex_light_pages',
        False,
        (bool,),
        '',
        "Whether generated pages do without the theme's global table of contents: a link to the start of the "
        'documentation and one to the index stand in its place.',
    ),
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """The options of one build as values, checked; deeper functions take this and no ``app``."""

    enabled: bool
    pages: frozenset[str]
    roles: frozenset[Role]
    include: tuple[re.Pattern[str], ...]
    exclude: tuple[re.Pattern[str], ...]
    terms: tuple[str, ...]
    spellings: Mapping[str, str]
    exclude_documents: tuple[str, ...]
    changelogs: tuple[str, ...]
    min_mentions: int
    folder: str
    title: str
    source_url: str
    page_links: bool
    export: bool
    share_sidebars: bool
    pace_gc: bool
    light_pages: bool

    @classmethod
    def from_config(cls, config: Config) -> Settings:
        """Copy the options out of a validated configuration."""
        return cls(
            enabled=config.kwindex_enabled,
            pages=frozenset(config.kwindex_pages),
            roles=frozenset(Role(name) for name in config.kwindex_roles),
            include=tuple(re.compile(pattern) for pattern in config.kwindex_include),
            exclude=tuple(re.compile(pattern) for pattern in config.kwindex_exclude),
            terms=tuple(_one_line(term) for term in config.kwindex_terms),
            spellings={_one_line(key): _one_line(name) for key, name in config.kwindex_spellings.items()},
            exclude_documents=tuple(config.kwindex_exclude_documents),
            changelogs=tuple(config.kwindex_changelogs),
            min_mentions=config.kwindex_min_mentions,
            folder=config.kwindex_folder,
            title=config.kwindex_title,
            source_url=config.kwindex_source_url,
            page_links=config.kwindex_page_links,
            export=config.kwindex_export,
            share_sidebars=config.kwindex_share_sidebars,
            pace_gc=config.kwindex_pace_gc,
            light_pages=config.kwindex_light_pages,
        )


def _one_line(text: str) -> str:
    return ' '.join(text.split())


def validate(_app: Sphinx, config: Config) -> None:
    """Replace every value that can't be used, each with one warning."""
    for option in OPTIONS:
        value = getattr(config, option.name)
        try:
            option.validate(value)
        except Unusable as error:
            warn(
                Subtype.CONFIG,
                'invalid value %r for option %s: %s; using %r instead',
                value,
                option.name,
                error,
                error.instead,
            )
            setattr(config, option.name, error.instead)


def register(app: Sphinx) -> None:
    """Declare the options to Sphinx."""
    for option in OPTIONS:
        app.add_config_value(
            option.name, option.default, option.rebuild, types=frozenset(option.types), description=option.help
        )
    # Before Sphinx's own check of types (priority 800), which would give a second warning of another type.
    app.connect('config-inited', validate, priority=400)


def is_in_english(language: str | None) -> bool:
    """Whether a documentation is written in English, by the language that it is configured for."""
    return (language or 'en').replace('-', '_').partition('_')[0] == 'en'
