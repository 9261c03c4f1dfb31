"""The running text of one block: literals, cross-references and words, each with the names that it holds."""

from __future__ import annotations

import re
from collections.abc import Callable, Container, Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import cast

from docutils import nodes
from sphinx import addnodes

from sphinx_kwindex.collect.hyphens import has_coined_part
from sphinx_kwindex.collect.links import (
    has_capitals_alone,
    hint_of_link,
    is_address_of,
    is_mailbox,
    is_one_word,
    is_plain_title,
)
from sphinx_kwindex.collect.literals import literal_candidates
from sphinx_kwindex.collect.marks import WrittenReference, xref_mark
from sphinx_kwindex.collect.nouns import (
    NOUNS_OF_WORDS,
    element_called,
    fitting,
    noun_beside,
    noun_of_bold,
    nouns_of_literals,
)
from sphinx_kwindex.collect.prose import is_foreign, prose_candidates
from sphinx_kwindex.collect.raw import opens_code
from sphinx_kwindex.collect.subcommands import SECOND
from sphinx_kwindex.collect.targets import (
    OF_ROLES,
    clean_target,
    is_alike,
    is_last_of_label,
    is_wording,
    reference_name,
)
from sphinx_kwindex.collect.texts import Found, Run, runs_of_role, runs_of_title
from sphinx_kwindex.collect.unread import OMITTED, in_one_line, is_kept_out
from sphinx_kwindex.collect.written import is_all_of, skip_to_end, written_text
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.shapes import Candidate, is_file_name, is_header_field, is_snake

_LITERALS = (nodes.literal, addnodes.literal_emphasis, addnodes.literal_strong)
_SILENT = (
    nodes.math,
    nodes.raw,
    nodes.image,
    nodes.footnote_reference,
    nodes.citation_reference,
    nodes.system_message,
    nodes.comment,
    nodes.target,
    nodes.label,
    nodes.substitution_definition,
    nodes.generated,
    addnodes.index,
)
_NO_NAMES = frozenset({'kbd', 'guilabel', 'menuselection', 'viewcode-link', 'headerlink', 'accelerator'})
_ROLE_HINTS = {
    'file': 'file',
    'command': 'command',
    'program': 'command',
    'mimetype': 'mime',
    'makevar': 'identifier',
    'newsgroup': 'skip',
    'regexp': 'skip',
    'samp': 'samp',
    'envvar': 'envvar',
    'option': 'option',
    'manpage': 'command',
    'dfn': 'term',
    'pep': 'standard',
    'rfc': 'standard',
}


def runs(element: nodes.Element, written: Sequence[WrittenReference]) -> list[Run]:
    """Flatten the inline content of *element*; a marked reference gives what was written and nothing else."""
    found: list[Run] = []
    _add_runs(element, written, found)
    return found


def _add_runs(element: nodes.Element, written: Sequence[WrittenReference], found: list[Run]) -> None:
    """Append the runs of *element* to *found*: of a block of several levels each run is handed on once."""
    children = iter(element.children)
    behind = {id(child): after for child, after in pairwise(element.children) if type(child) is nodes.strong}
    sort = 'text'
    for child in children:
        if isinstance(child, nodes.Text):
            if child != '':  # MyST puts empty texts between others
                found.append(Run(in_one_line(child, element), sort))
        elif isinstance(child, xref_mark):
            skip_to_end(children, child)
            found.extend(_reference_runs(written[int(child['number'])], alone=is_all_of(element, child)))
        elif isinstance(child, nodes.problematic):
            found.extend(_unknown_role(child.astext()))
        elif _is_silent(type(child)):  # type: ignore[arg-type]  # a class is hashable, whatever its metaclass says
            sort = opens_code(child, sort)
        elif is_kept_out(child):
            found.append(Run(child.astext(), 'hidden'))
        elif id(child) in behind and (noun := noun_of_bold(cast('nodes.strong', child), behind[id(child)])):
            found.append(Run(child.astext(), 'name', noun))
        elif isinstance(child, nodes.Element):
            apart = [] if isinstance(child, nodes.Inline) else [Run(' ', 'skip')]
            found.extend(apart)  # a list in a paragraph: its items are no one word
            _add_element_runs(child, written, found)
            found.extend(apart)


@lru_cache(maxsize=1024)
def _is_silent(kind: type[nodes.Node]) -> bool:
    """Whether nodes of a class give no text: looked up once for each class, of so many that there are."""
    return issubclass(kind, _SILENT)


_UNKNOWN_ROLE = re.compile(r'(:[A-Za-z][\w:+.-]*:`[~!]?)([^`<>#]+|#[^`<>]+)((?:#[a-z]+)?`)')


_TITLED_ROLE = re.compile(r'(:[A-Za-z][\w:+.-]*:`[~!]?)([^\s`<>]+)(\s*<[^`<>]*>`)')


def _unknown_role(text: str) -> Iterator[Run]:
    """What a role marks that nobody knows: the author means a name, and the text stands on the page as it was written."""
    marked = _UNKNOWN_ROLE.fullmatch(text)
    if match := marked or _TITLED_ROLE.fullmatch(text):
        yield Run(match[1], 'skip')
        yield Run(match[2], 'literal' if marked else 'text')
        yield Run(match[3], 'skip')


def readable(block: Iterable[Run]) -> Iterator[Run]:
    """The runs of a block without the texts that the author keeps out of the index."""
    return (Run(OMITTED, 'skip') if run.sort == 'hidden' else run for run in block)


def loose_references(element: nodes.Element, written: Sequence[WrittenReference]) -> Iterator[Run]:
    """The references among the children of *element*, each as it was written, with a blank behind it."""
    for child in element.children:
        if isinstance(child, xref_mark) and not child.get('end'):
            yield from readable(_reference_runs(written[int(child['number'])]))
            yield Run(' ', 'skip')


_ONE_NAME = re.compile(r'(?=[^A-Za-z]{0,3}[A-Za-z])[^\s<>`]+')


def _add_element_runs(child: nodes.Element, written: Sequence[WrittenReference], found: list[Run]) -> None:
    classes = child.attributes.get('classes')
    hint = ''
    if classes:
        if not _NO_NAMES.isdisjoint(classes):
            found.append(Run(written_text(child, written), 'skip'))
            return
        hint = next((_ROLE_HINTS[label] for label in map(str, classes) if label in _ROLE_HINTS), '')
        if not hint and 'xref' in classes and isinstance(child, _LITERALS):
            found.append(Run(child.astext(), 'literal', _hint_of_role(classes)))
            return
    if hint == 'skip' or (isinstance(child, nodes.reference) and is_mailbox(child)):
        found.append(Run(written_text(child, written), 'skip'))
    elif hint and hint != 'samp':
        found.extend(runs_of_role(written_text(child, written), hint))
    elif isinstance(child, _LITERALS) and _holds_no_mark(child):
        found.append(Run(child.astext(), 'literal', hint))
    elif isinstance(child, nodes.reference):
        found.extend(_link_runs(child, written))
    elif isinstance(child, nodes.abbreviation):
        found.append(Run(child.astext(), 'name', 'acronym'))
    elif type(child) is nodes.emphasis and found and found[-1].text.endswith('{/'):
        found.append(Run(child.astext(), 'skip'))  # a comment of MDX, whose stars set it off
    elif type(child) is nodes.emphasis and [type(inside) for inside in child.children] == [nodes.Text]:
        found.append(_of_emphasised(child.astext().replace('\n', ' ')))
    elif isinstance(child, nodes.title_reference) and _ONE_NAME.fullmatch(child.astext()):
        found.append(Run(child.astext(), 'literal', hint))  # single backquotes, set by authors who mean code
    elif type(child) is nodes.strong and _ASSIGNED.fullmatch(child.astext()):
        found.append(Run(child.astext(), 'literal', hint))
    else:
        _add_runs(child, written, found)


_ASSIGNED = re.compile(r'[a-z][\w.-]*=[\w./-]+')
"""In bold, as manuals set it: **copies=3**."""


def _of_emphasised(text: str) -> Run:
    """An emphasised text: a name where hyphens join it of words of which one is none of English, *lib-it-all*."""
    return Run(text, 'name', 'coined') if has_coined_part(text) else Run(text, 'text', 'emphasis')


def _hint_of_role(classes: Iterable[str]) -> str:
    """What a role calls a name that its author wants no reference for: ``:mod:`!it```."""
    roles = [label.partition('-')[2] for label in classes if '-' in label]
    return next((OF_ROLES[role] for role in roles if role in OF_ROLES), '')


def _holds_no_mark(element: nodes.Element) -> bool:
    # Most literals hold one text.
    return all(isinstance(child, nodes.Text) for child in element.children) or not any(element.findall(xref_mark))


def _link_runs(child: nodes.reference, written: Sequence[WrittenReference]) -> Iterator[Run]:
    if hint := hint_of_link(child):
        yield Run(child.astext(), 'name', hint)
        return
    for number, run in enumerate(runs(child, written)):
        if number == 0 and run.sort == 'text':
            yield run._replace(hint='title')
        elif (
            run.sort == 'literal'
            and not run.hint
            and '#' not in str(child.get('refuri'))
            and is_address_of(child, run.text)
        ):
            yield run._replace(hint='linked')
        else:
            yield run


def joined(block: Iterable[Run]) -> list[Run]:
    """The runs of a block, those of plain text that follow each other as one: ``**pip**(1)`` is one text."""
    result: list[Run] = []
    for run in block:
        if result and run.sort == 'text' == result[-1].sort and not run.hint and not result[-1].hint:
            result[-1] = result[-1]._replace(text=result[-1].text + run.text)
        else:
            result.append(run)
    return result


def _reference_runs(written: WrittenReference, *, alone: bool = False) -> Iterator[Run]:
    """One run for a reference: by its target where the shown text ends in the same name, else by the shown text.

    What stands *alone* is a line of a table of contents.
    """
    text = written.text
    if not text:
        return
    if written.kept_out:
        yield Run(text, 'hidden')
    elif not written.by_object:
        if written.explicit and is_last_of_label(text, written.target):
            yield Run(text, 'literal')
        elif (
            written.explicit
            and not written.near
            and is_one_word(text)
            and not is_plain_title(text, written.target, alone=alone)
            and text.lower() in re.split(r'[\W_]+', written.target.lower())
        ):
            yield Run(text, 'name', 'linked')
        else:
            yield from runs_of_title(text, written.codes)
    elif name := reference_name(written):
        yield Run(text, 'reference', name, written.reference)
    elif written.literal and ' ' not in text and not is_wording(text):
        yield (
            Run(text, 'reference', clean_target(text), written.reference) if is_alike(written) else Run(text, 'literal')
        )
    else:
        yield Run(text, 'text', 'title')


_STANDARD = re.compile(r'[A-Z]+[ -]?\d+')


def found_names(
    block: Sequence[Run],
    stop_words: Container[str] = (),
    called: Callable[[], str] = str,
    *,
    english: bool = False,
    described: bool = False,
) -> Iterator[Found]:
    """The names of one block in reading order.

    Where an object is *described*, an emphasised word that no dictionary has is a parameter. *called* is asked for the hint
    of what the block begins with, where nothing beside it calls it by a noun.
    """
    offset = 0
    whole = ''.join(run.text for run in block)
    nouns = nouns_of_literals(block, whole, called)
    behind_code = False  # whether all that stands before is code
    for number, run in enumerate(block):
        if run.sort == 'text':
            end = offset + len(run.text)
            first = -1  # where a capital is that of the first word: behind the code that a block begins with
            if behind_code:
                first = end - len(run.text.lstrip(' :–—-'))
            titled = run.hint == 'title' and has_capitals_alone(run.text)
            if run.hint == 'title':
                first = offset
            emphasised = run.hint == 'emphasis'
            parameter = emphasised and (described or noun_beside(whole, offset, end) == 'parameter')
            for candidate in prose_candidates(whole, offset, end, stop_words, english=english):
                found = _of_text(candidate, whole, called, weak=titled or candidate.start == first)
                yield from _of_emphasis(found, run.text, parameter=parameter) if emphasised else (found,)
        elif run.sort == 'literal' and (element := element_called(whole, offset, offset + len(run.text))):
            yield Found(offset + 1, element, Role.LITERAL, 'syntax')
        elif run.sort == 'literal':
            yield from _of_literal(run, offset, nouns.get(offset, ''))
        elif run.sort == 'name':
            yield from _of_name(run, whole, offset, english=english)
        elif run.sort == 'reference':
            yield Found(offset, run.hint, Role.REFERENCE, '', run.reference)
        behind_code = run.sort == 'literal' and (behind_code or number == 0)
        offset += len(run.text)


def _of_name(run: Run, whole: str, offset: int, *, english: bool) -> Iterator[Found]:
    """What a run is that is one name; of other languages than English no dictionary tells."""
    name = ' '.join(run.text.split())
    if run.hint == 'command':
        name = re.sub(r'\(\d\w*\)$', '', name)
    if run.hint == 'coined' and not english:
        return
    if run.hint in {'coined', 'item', 'linked', SECOND}:
        article = len('The ') if name.startswith('The ') else 0
        yield Found(offset + article, name[article:], Role.PROSE, run.hint)
        for inner in prose_candidates(whole, offset, offset + len(run.text)) if ' ' in name else ():
            if inner.hint in {'acronym', 'identifier'}:  # "FastAPI CLI"
                yield Found(inner.start, inner.name, Role.PROSE, inner.hint)
    elif run.hint != 'standard':
        yield Found(offset, name, Role.LITERAL, run.hint)
    elif standard := _STANDARD.match(name):
        yield Found(offset, standard[0], Role.LITERAL, run.hint)  # without "Section 5.3", or a title
    elif is_header_field(name):
        yield Found(offset, name, Role.PROSE, 'header')


def _of_emphasis(found: Found, text: str, *, parameter: bool) -> Iterator[Found]:
    """What stands in an emphasised *text*: a parameter, or nothing where a few words are of another language ("*de facto*")."""
    if not found.name.islower() or found.hint not in {'coined', 'identifier'}:
        yield found
    elif found.name == text:
        yield found._replace(hint='parameter') if parameter or found.hint == 'identifier' else found
    elif found.hint == 'identifier' or text.count(' ') >= _SENTENCE:
        yield found


def _of_literal(run: Run, offset: int, noun: str) -> Iterator[Found]:
    """The names of a piece of inline code; the *noun* beside it calls the first, where the piece is of one word."""
    noun = run.hint if run.hint in _FROM_ROLES else noun or (run.hint if run.hint == 'linked' else '')
    if noun == 'header' and (header := _LIBRARY_HEADER.fullmatch(run.text)):
        yield Found(offset + 1, header[1], Role.LITERAL, 'file')
        return
    for number, (name, hint) in enumerate(_names_of_literal(run.text)):
        if number == 0 and hint == 'file' == noun and name.count('/') == 1 and not is_file_name(name):
            hint = 'folder'  # "the ``app/jobs`` directory"
        elif number == 0 and noun and (
            (hint in _OPEN_HINTS and ' ' not in run.text.strip() and (hint != 'call' or noun not in _UNCALLED))
            or (hint == 'parameter' and noun in _SET)
            or (hint == 'file' and noun in _OWNED and name.count('/') == 1 and not is_file_name(name))
        ):  # fmt: skip
            hint = noun
        yield Found(offset + max(run.text.find(name), 0), name, Role.LITERAL, hint)


_FROM_ROLES = frozenset(OF_ROLES.values())
_LIBRARY_HEADER = re.compile(r'<([a-z]\w*(?:/\w+)*)>')
"""One of C++, which have no ending: ``<iostream>``."""
_SENTENCE = 3
"""Blanks in what is emphasised, from which on it is no word of another language."""


def _of_text(candidate: Candidate, text: str, called: Callable[[], str], *, weak: bool) -> Found:
    """A name in running text; the *weak* capital of a title, or of what follows code, is a sentence's, but for foreign words."""
    start, name, hint = candidate
    if weak and hint in {'capital', 'compound', 'headed', 'proper'} and not is_foreign(text):
        hint = 'initial'
    end = start + len(name)
    if hint == 'coined' and (noun := noun_beside(text, start, end)) in NOUNS_OF_WORDS:
        hint = noun
    elif hint == 'identifier' and is_snake(name):
        hint = noun_beside(text, start, end) or hint
        if hint == 'identifier' and start == 0 and end == len(text):
            hint = fitting(called(), name) or hint
    return Found(start, name, Role.PROSE, hint)


@lru_cache(maxsize=1 << 14)
def _names_of_literal(text: str) -> tuple[tuple[str, str], ...]:
    """The names in a piece of inline code, of which most stand in a manual more than once."""
    return tuple(literal_candidates(text))


_OWNED = frozenset({'package', 'installed'})
"""What the noun beside two words may call that a slash joins, as owner and name: ``vapor/queues``."""
_UNCALLED = frozenset({'field', 'parameter', 'setting', 'constant', 'envvar', 'file', 'package'})
"""What no noun can make of a call: "generated fields, for example ``MAX(p)``"."""
_SET = frozenset({'envvar', 'setting', 'macro'})
"""What the noun beside ``NAME=value`` may call it."""
_OPEN_HINTS = frozenset({'', 'call', 'identifier', 'samp'})
"""Of a literal that says no more of its sort a noun beside it says more."""
