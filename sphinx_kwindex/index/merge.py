"""One keyword for one thing: which canonical name an occurrence goes to."""

from __future__ import annotations

import sys
from collections.abc import Sequence

from sphinx_kwindex.index.evidence import Corpus, parts, spelled, suffixes
from sphinx_kwindex.index.examples import is_anybodys
from sphinx_kwindex.index.kinds import kind_of_type
from sphinx_kwindex.index.model import ON_OBJECTS
from sphinx_kwindex.index.script import is_of_script
from sphinx_kwindex.index.verbs import HUMP
from sphinx_kwindex.lexicon import is_software
from sphinx_kwindex.occurrences import Kind, Occurrence, Role
from sphinx_kwindex.shapes import is_acronym, is_camel, is_command_line, is_constant, is_snake, is_strong

_FIRM = frozenset({Role.LITERAL, Role.REFERENCE, Role.HEADING})


def canonical(name: str, found: Occurrence, corpus: Corpus, docname: str) -> str:
    """The keyword that *found* in a document, known so far as *name*, belongs to; '' where it tells of none.

    Code that calls ``x.open()``, or passes ``size=1``, tells of no name where running text has the word as well and no
    object that is described answers to it.
    """
    if found.hint == 'arity' and corpus.has_arities:
        name = name.rpartition('/')[0]
    by_role = found.reference is not None and kind_of_type(found.reference.type) is Kind.COMMAND
    called_so = (found.hint == 'command' or by_role) and not corpus.is_defined(name)
    if called_so and is_command_line(name) and _is_command(name.rpartition(' ')[2], corpus):
        return name.rpartition(' ')[2]  # what is described under its own name is listed under that
    if _is_sign_of_others(name, found, corpus, docname):
        return ''
    target = _canonical(name, found, corpus, docname)
    if target == found.name and '.' not in found.name and found.hint not in {'parameter', 'variable'}:
        return target
    if found.role is Role.CODE and found.hint in _LOOSE and _is_ordinary(target, corpus):
        return ''
    return target


def _is_sign_of_others(name: str, found: Occurrence, corpus: Corpus, docname: str) -> bool:
    """Whether a sign is described somewhere ("!", a command of a debugger), and here may be one of anything."""
    told = found.definition is not None or found.reference is not None or any(map(str.isalnum, name))
    return not told and corpus.is_defined(name) and docname not in corpus.homes.get(name, ())


def _is_command(name: str, corpus: Corpus) -> bool:
    """Whether a document describes a command of this name."""
    evidence = corpus.names.get(name)
    return evidence is not None and any(kind_of_type(each.type) is Kind.COMMAND for each in evidence.definitions)


_LOOSE = frozenset({'call', 'invoked', 'queried', 'attribute', 'parameter', 'variable', *ON_OBJECTS})


def _is_ordinary(name: str, corpus: Corpus) -> bool:
    return name.islower() and name.isalpha() and not corpus.is_defined(name) and corpus.words[name] > 0


def _canonical(name: str, found: Occurrence, corpus: Corpus, docname: str) -> str:
    if found.definition is not None:
        return name
    if corpus.is_defined(name):
        # The option of a directive is a word of many things; what is described here of this name comes first.
        return (_is_of_directives(name, corpus) and _described_here(name, corpus, docname)) or name
    name = spelled(name, corpus.choices.spellings)
    if name.startswith('.') and is_snake(name[1:]) and _is_called(name[1:], corpus):
        name = name[1:]  # ".log_message", of whatever object
    if '#' in name and ((dotted := name.replace('#', '.')) in corpus.names or dotted in corpus.endings):
        name = dotted  # "Array#map", of Array.map
    if corpus.is_defined(name):
        return name
    if found.hint == 'coined':
        return _of_coined(name, found, corpus)
    if (
        found.hint == 'initial'
        and (small := _without_capital(name, corpus))
        and 'coined' in corpus.names[small].hints()
    ):
        return small
    if (
        found.role is Role.CODE
        and len(parts(name)) > 1
        and found.hint not in {'module', 'string', 'file', 'decorator', 'key', 'identifier'}
    ):
        name = _of_anybody(name) or (
            name if found.hint == 'import' else _member(name, corpus) or _shorten(name, corpus)
        )
    if corpus.is_defined(name):
        return name
    here = _described_here(name, corpus, docname)
    if found.role is Role.CODE and found.hint in _OWN and not name[:1].isupper():
        # What an example sets where an attribute of the same two words is described: that attribute.
        return here if here and found.hint in _SET and is_snake(name) and _is_member(here, corpus) else name
    if here is not None or (found.role is Role.CODE and found.hint in _DEFINING):
        # Code that defines it shows how what is described here works, or what other code of the page imports.
        return here or (found.hint == 'class' and _of_example(_imported_here(name, corpus, docname))) or name
    target = (
        _defined_name(name, found, corpus)
        or (found.hint in _OF_MEMBERS and _of_instance(name, corpus))
        or _imported_here(name, corpus, docname)
        or _exported(name, corpus)
        or _of_plural(name, found, corpus)
        or corpus.twins.get(name)
    )
    if target is None or (found.name != name and len(parts(name)) == 1 and not _may_be_member(target, corpus)):
        return name  # what was called on a variable is no function of a module
    return target


def _is_called(name: str, corpus: Corpus) -> bool:
    """Whether code calls or defines something of this name, or a document describes it under a longer one."""
    evidence = corpus.names.get(name)
    called = evidence is not None and not evidence.hints().isdisjoint({'call', 'invoked', 'function', 'method'})
    return called or name in corpus.endings


def _is_of_directives(name: str, corpus: Corpus) -> bool:
    """Whether a name is described as an option of directives and as nothing else."""
    return all(definition.type == 'directive:option' for definition in corpus.names[name].definitions)


_OWN = frozenset({'variable', 'assigned', 'parameter', 'key', 'field', 'constant'})
"""What code of an example calls its own: never an object that is described under a longer name."""
_SET = frozenset({'assigned', 'field', 'parameter'})
_DEFINING = frozenset({'function', 'method', 'class'})
_OF_MEMBERS = frozenset({'', 'call', 'invoked', 'attribute', 'method', 'field', 'identifier', *ON_OBJECTS})
"""What may be said of a chain that ends in a member of a class."""
_WORDS = frozenset({Role.PROSE, Role.HEADING, Role.LITERAL})


def _of_plural(name: str, found: Occurrence, corpus: Corpus) -> str | None:
    """The object that a plural means, by its full name where there is one: ``ForeignKeys``."""
    one = _singular(name, found, corpus)
    return one and (_defined_name(one, found, corpus) or one)


def _singular(name: str, found: Occurrence, corpus: Corpus) -> str | None:
    """The name of which texts write the plural: ``NamedTuples``, Jupyter Notebooks, URLs."""
    one = name.removesuffix('s')
    if found.role not in _WORDS or one == name or one not in corpus.names or one[-1:] == 's' or one[-1:].isdigit():
        return None
    if is_camel(one) or ' ' in one or (is_acronym(one) and one.isupper()):
        return one
    # Of a name in small letters the singular stands more often than the plural, and Pygment is a slip.
    if found.hint != 'coined' or len(one) < _SHORTEST_SINGULAR or corpus.names[one].count < corpus.names[name].count:
        return None
    return one if 'coined' in corpus.names[one].hints() or corpus.is_known(one) else None


_SHORTEST_SINGULAR = 4
"""Letters: ``dns`` is no plural."""
_MOST_STEPS = 3


def _of_coined(name: str, found: Occurrence, corpus: Corpus) -> str:
    """What a word that no dictionary has means: the singular, the spelling that stands more often, the one object so called."""
    for _step in range(_MOST_STEPS):  # Kobjects, Kobject, kobject
        target = (
            (name in corpus.names and _singular(name, found, corpus))
            or corpus.twins.get(name)
            or _of_word(name, corpus)
        )
        if target == name or name.isupper():
            break
        name = target
    return name


def _without_capital(name: str, corpus: Corpus) -> str | None:
    """The word in small letters, where it is a name as well, and no capital inside a sentence says that this is another."""
    small = name.lower()
    if name == small or small not in corpus.names or corpus.twins.get(small) == name:
        return None
    return None if corpus.is_proper(name, registered=not corpus.is_known(small)) else small


def _of_word(name: str, corpus: Corpus) -> str:
    """What a word of running text means that no dictionary has: the one object of this name, modules aside."""
    if small := _without_capital(name, corpus):
        return small
    if corpus.is_known(name):
        return name
    if (capitals := corpus.names.get(name.upper())) is not None and 'acronym' in capitals.hints():
        return name.upper()  # "gdb", where other places say GDB
    ends = [full for full in corpus.endings.get(name, ()) if not _is_module(full, corpus)]
    return ends[0] if len(ends) == 1 else name


def _is_module(name: str, corpus: Corpus) -> bool:
    return any(definition.type == 'module' for definition in corpus.names[name].definitions)


def _may_be_member(name: str, corpus: Corpus) -> bool:
    return not corpus.is_defined(name) or _is_member(name, corpus)


def _exported(name: str, corpus: Corpus) -> str | None:
    """The path under which a class of one package is described, else the longest under which it is imported.

    ``asyncio.Queue`` is ``asyncio.queues.Queue``.
    """
    links = parts(name)
    if len(links) < 2:
        return None
    names = {full for full in corpus.exports.get((links[0], links[-1]), ()) if _gives_out(links, parts(full))}
    described = [full for full in names if corpus.is_defined(full)]
    if described:
        return described[0] if len(described) == 1 else None
    return max(names, key=lambda full: (len(full), full), default=None)


def _gives_out(links: Sequence[str], others: Sequence[str]) -> bool:
    """Whether one path leaves out links of the other, and no more: ``mail.smtp.Backend`` is no ``mail.dummy.Backend``."""
    short, long = sorted((links, others), key=len)
    rest = iter(long)
    return all(link in rest for link in short)


def _imported_here(name: str, corpus: Corpus, docname: str) -> str | None:
    """The one name of this ending that code of the document imports, and that nothing of the documentation defines."""
    matches = [match for match in corpus.cited.get(name, ()) if docname in corpus.homes.get(match, ())]
    longest = max(matches, key=lambda match: (len(match), match), default='')
    return longest if longest and all(_same(match, longest) for match in matches) else None


def _described_here(name: str, corpus: Corpus, docname: str) -> str | None:
    """The one object of this ending that the document itself describes: what ``stack.push()`` calls there."""
    matches = [match for match in corpus.endings.get(name, ()) if docname in corpus.homes[match]]
    return matches[0] if len(matches) == 1 else None


def _member(name: str, corpus: Corpus) -> str | None:
    """What a walk over the attributes of a class ends in: ``Book.objects.filter`` is about ``filter``.

    That is the member that is described under this name if there is one alone.
    """
    links = parts(name)
    capital = max((at for at, link in enumerate(links) if link[:1].isupper()), default=len(links))
    if capital + 2 >= len(links) or corpus.is_defined(name) or '::' in name:
        return None
    if any(ending in corpus.endings for ending in suffixes(name) if len(parts(ending)) > 1):
        return None
    members = [match for match in corpus.endings.get(links[-1], ()) if _is_member(match, corpus)]
    return members[0] if len(members) == 1 else links[-1]


def _of_anybody(name: str) -> str:
    """What a chain ends in that begins with a package or class of an example: ``myapp.Consumer.as_asgi``, ``as_asgi``."""
    *links, last = parts(name)
    if not links or is_anybodys(last) or not is_anybodys('.'.join(links)):
        return ''
    told = last[:1].isupper() or is_strong(last) or any(link[:1].isupper() for link in links)
    return last if told else ''


def _shorten(name: str, corpus: Corpus) -> str:
    """Drop the variables that a chain begins with: ``stack.enter_context`` is about ``enter_context``."""
    for candidate in (name, *suffixes(name)):
        links = parts(candidate)
        if len(links) == 1 or links[0] in corpus.heads or links[0][:1].isupper() or '::' in candidate:
            return candidate
        if links[0] in _OF_LIBRARIES and '.' in name:
            return candidate
        if candidate in corpus.endings or is_of_script(candidate):
            return candidate
    return name


_OF_LIBRARIES = frozenset({'os', 'sys'})
"""Modules that programs of several languages have, and that no variable is called as."""


def _of_example(imported: str | None) -> str | None:
    """An imported name, unless it is one of the library or of other software: a page's own User is no other."""
    root = parts(imported)[0] if imported else ''
    return None if root in sys.stdlib_module_names or is_software(root) else imported


def _of_instance(name: str, corpus: Corpus) -> str | None:
    """The one member that is described and that is read from a variable: ``request.get_host``.

    The variable is called as the class of the member is, or the last word of it (``request``, of ``HttpRequest``), or the
    name of the member is of several words and no other class has one of this name.
    """
    head, *links = parts(name)
    if not links or not head.islower() or not head.isidentifier() or '::' in name or _is_package(head, corpus):
        return None
    ends = corpus.endings.get(links[-1], ())
    members = [match for match in ends if _is_member(match, corpus)]
    owned = [match for match in members if len(links) == 1 and _is_called_as(head, parts(match)[-2])]
    if owned:
        return owned[0] if len(owned) == 1 else None
    other = len(links) == 1 and _is_class(''.join(map(str.capitalize, head.split('_'))), corpus)  # "person.last_name"
    alone = len(members) == len(ends) == 1 and is_snake(links[-1].strip('_')) and not _of_others(links[-1], corpus)
    return members[0] if alone and not other else None


def _of_others(last: str, corpus: Corpus) -> bool:
    """Whether a class that no document describes has a member of this name."""
    chains = (*corpus.marked.get(last, ()), *corpus.cited.get(last, ()))
    return any(parts(chain)[-2][:1].isupper() for chain in chains)


def _is_class(name: str, corpus: Corpus) -> bool:
    evidence = corpus.names.get(name)
    shown = evidence is not None and (bool(evidence.definitions) or 'class' in evidence.hints(Role.CODE))
    return shown or name in corpus.endings


def _is_called_as(variable: str, owner: str) -> bool:
    """Whether a variable has the name of a class, in small letters, or of the last word of it."""
    small, variable = owner.lower(), variable.replace('_', '')
    return owner != small and (small == variable or HUMP.findall(owner)[-1:] == [variable.capitalize()])


def _is_package(head: str, corpus: Corpus) -> bool:
    """Whether a chain that begins so begins with a package or module."""
    evidence = corpus.names.get(head)
    imported = evidence is not None and not evidence.hints().isdisjoint({'import', 'module', 'package'})
    return (
        imported or head in corpus.roots or is_software(head) or (corpus.of_python and head in sys.stdlib_module_names)
    )


_SHORTEST = 2
"""Letters of a name that may stand for a longer one: ``S`` is a variable of types rather than ``re.S``."""


def _defined_name(name: str, found: Occurrence, corpus: Corpus) -> str | None:
    """The one definition that *name* is the ending of, where the name is long or distinct enough to say so."""
    if len(name) < _SHORTEST or found.hint == 'header':
        return None  # the field Origin of HTTP is no class Origin
    matches = corpus.endings.get(name)
    if not matches:
        return _cited_name(name, corpus)
    if len(matches) > 1:
        return None
    target = next(iter(matches))
    if len(parts(name)) > 1 or is_snake(name) or is_camel(name) or is_constant(name):
        return target
    if found.role is Role.CODE:
        # A short word in code is the object's own name only where it can have been imported: no member can.
        sure = name[:1].isupper() or (found.hint in _CODE_USES and not _is_member(target, corpus))
    else:
        sure = found.role in _FIRM and (name[:1].isupper() or found.hint == 'call')
    return target if sure else None


def _cited_name(name: str, corpus: Corpus) -> str | None:
    """The one name that *name* is the ending of among those that references and imports give in full."""
    matches = corpus.cited.get(name, set())
    longest = max(matches, key=lambda match: (len(match), match), default='')
    if not longest or not all(_same(match, longest) for match in matches):
        return None
    return longest if len(parts(name)) > 1 or is_snake(name) or is_camel(name) else None


def _same(one: str, longest: str) -> bool:
    """Whether two cited names are one thing: an ending of the other, or the same class of the same package."""
    links, others = parts(one), parts(longest)
    return longest == one or longest.endswith(f'.{one}') or (links[0] == others[0] and is_camel(links[-1]))


_CODE_USES = frozenset({'call', 'invoked', 'queried', 'import', 'decorator', *ON_OBJECTS})
_MEMBERS = frozenset({'method', 'attribute', 'property', 'classmethod', 'staticmethod', 'member'})


def _is_member(name: str, corpus: Corpus) -> bool:
    return any(definition.type in _MEMBERS for definition in corpus.names[name].definitions)
