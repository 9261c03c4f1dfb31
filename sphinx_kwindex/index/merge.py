"""One keyword for one thing: which canonical name an occurrence goes to."""

from __future__ import annotations

import re
import sys

from sphinx_kwindex.index.evidence import Corpus
from sphinx_kwindex.index.here import Standpoint, described_here, imported_here, in_full_here, is_same
from sphinx_kwindex.index.joints import parts, spelled
from sphinx_kwindex.index.kinds import kind_of_type
from sphinx_kwindex.index.members import OF_MEMBERS, exported, is_member, of_instance, only_member, within
from sphinx_kwindex.index.model import ON_OBJECTS
from sphinx_kwindex.index.walks import is_unset, walked
from sphinx_kwindex.lexicon import is_coined, is_common, is_in_dictionary, is_software
from sphinx_kwindex.occurrences import Kind, Occurrence, Role
from sphinx_kwindex.shapes import is_acronym, is_camel, is_command_line, is_constant, is_snake

_FIRM = frozenset({Role.LITERAL, Role.REFERENCE, Role.HEADING})


def canonical(name: str, found: Occurrence, corpus: Corpus, at: Standpoint) -> str:
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
    if _is_sign_of_others(name, found, corpus, at):
        return ''
    if (verb := _INFLECTED.fullmatch(name)) and found.role is Role.PROSE and not corpus.is_known(name):
        return verb[1] if verb[1] in corpus.names and is_in_dictionary(verb[1].lower()) else name
    target = _canonical(name, found, corpus, at)
    target = corpus.fulls.get(target, target)
    if target == found.name and '.' not in found.name and found.hint not in {'parameter', 'variable'}:
        return target
    if found.role is Role.CODE and found.hint in _LOOSE and _is_ordinary(target, corpus):
        return name if _is_of_unset(name, corpus) else ''
    return target


def _is_of_unset(name: str, corpus: Corpus) -> bool:
    """Whether a chain is the call of something that no code sets or takes: ``websocket.send``, of a module or a global."""
    head, *links = parts(name)
    return len(links) == 1 and name.islower() and is_unset(head, corpus)


def _is_sign_of_others(name: str, found: Occurrence, corpus: Corpus, at: Standpoint) -> bool:
    """Whether a sign is described somewhere ("!", a command of a debugger), and here may be one of anything."""
    told = found.definition is not None or found.reference is not None or any(map(str.isalnum, name))
    return not told and corpus.is_defined(name) and not at.is_among(corpus.homes.get(name, ()))


def _is_command(name: str, corpus: Corpus) -> bool:
    """Whether a document describes a command of this name."""
    evidence = corpus.names.get(name)
    return evidence is not None and any(kind_of_type(each.type) is Kind.COMMAND for each in evidence.definitions)


_LOOSE = frozenset({'call', 'invoked', 'queried', 'attribute', 'parameter', 'variable', *ON_OBJECTS})


def _is_ordinary(name: str, corpus: Corpus) -> bool:
    return name.islower() and name.isalpha() and not corpus.is_defined(name) and corpus.words[name] > 0


def _canonical(name: str, found: Occurrence, corpus: Corpus, at: Standpoint) -> str:
    if found.definition is not None:
        return name
    if corpus.is_defined(name):
        # The option of a directive is a word of many things; what is described here of this name comes first.
        return (_is_of_directives(name, corpus) and described_here(name, corpus, at)) or name
    name = spelled(name, corpus.choices.spellings)
    if name.startswith('.') and is_snake(name[1:]) and _is_called(name[1:], corpus):
        name = name[1:]  # ".log_message", of whatever object
    if '#' in name and ((dotted := name.replace('#', '.')) in corpus.names or dotted in corpus.endings):
        name = dotted  # "Array#map", of Array.map
    if corpus.is_defined(name):
        return name
    if found.hint == 'coined':
        return _of_coined(name, found, corpus)
    if small := _small_name(name, found, corpus):
        return small
    name = walked(name, found, corpus, at)
    if corpus.is_defined(name) or (found.hint == 'module' and name in sys.stdlib_module_names):
        return name  # "from http import HTTPStatus" is about no django.http
    here = described_here(name, corpus, at)
    if here and not _may_be_so_called(here, found, corpus):
        return name
    if found.role is Role.CODE and found.hint in _OWN and not name[:1].isupper():
        # What an example sets where an attribute of the same two words is described: that attribute.
        return here if here and found.hint in _SET and is_snake(name) and is_member(here, corpus) else name
    if here is not None or (found.role is Role.CODE and found.hint in _DEFINING):
        # Code that defines it shows how what is described here works, or what other code of the page imports.
        shown = found.hint == 'class' and _of_example(imported_here(name, corpus, at))
        return here or shown or (found.hint == 'method' and _overridden(name, corpus)) or name
    target = (
        _defined_name(name, found, corpus)
        or (found.hint in OF_MEMBERS and of_instance(name, corpus))
        or (name != found.name and found.name.endswith(f'.{name}') and only_member(name, corpus))
        or imported_here(name, corpus, at)
        or in_full_here(name, found, corpus, at)
        or exported(name, corpus)
        or within(name, corpus)
        or _of_plural(name, found, corpus)
        or corpus.twins.get(name)
    )
    if target is None:
        return name
    if found.name != name and len(parts(name)) == 1 and not _may_be_member(target, corpus):
        # What was called on a variable is no function of a module, but a class may be: "migrations.AddField".
        return (name[:1].isupper() and within(found.name, corpus)) or name
    return target


def _small_name(name: str, found: Occurrence, corpus: Corpus) -> str | None:
    """The word in small letters that a sentence or the text of a link writes with a capital: Pylint."""
    if found.hint not in {'initial', 'linked'} or found.role is not Role.PROSE or name.isupper():
        return None
    small = _without_capital(name, corpus)
    return small if small and 'coined' in corpus.names[small].hints() else None


def _is_called(name: str, corpus: Corpus) -> bool:
    """Whether code calls, reads or defines something of this name, or a document describes it under a longer one."""
    evidence = corpus.names.get(name)
    called = evidence is not None and not evidence.hints().isdisjoint(
        {'call', 'invoked', 'function', 'method', 'attribute'}
    )
    return called or name in corpus.endings


def _is_of_directives(name: str, corpus: Corpus) -> bool:
    """Whether a name is described as an option of directives and as nothing else."""
    return all(definition.type == 'directive:option' for definition in corpus.names[name].definitions)


_OWN = frozenset({'variable', 'assigned', 'parameter', 'key', 'field', 'constant'})
"""What code of an example calls its own: never an object that is described under a longer name."""
_SET = frozenset({'assigned', 'field', 'parameter'})
_DEFINING = frozenset({'function', 'method', 'class'})
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
    if is_camel(one) and one[0].isupper():
        # FlexBuffers, of which texts seldom have one, and no code
        return one if corpus.is_known(one) or 2 * corpus.names[one].count >= corpus.names[name].count else None
    if ' ' in one or (is_acronym(one) and one.isupper()):
        return one
    # Of a name in small letters the singular stands more often than the plural, and Pygment is a slip.
    if found.hint != 'coined' or len(one) < _SHORTEST_SINGULAR or corpus.names[one].count < corpus.names[name].count:
        return None
    return one if 'coined' in corpus.names[one].hints() or corpus.is_known(one) else None


_INFLECTED = re.compile('([A-Z]{2,16})(?:ed|ing)')
"""A word in capitals that a text makes a verb: INSERTed, CASTing."""
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
    ends = [full for full in corpus.endings.get(name, ()) if not _is_module(full, corpus)]
    if corpus.is_known(name):
        literal = not corpus.names[name].has(Role.DEFINITION, Role.REFERENCE, Role.CODE, Role.ENTRY)
        return ends[0] if literal and len(ends) == 1 and _stands_alone(ends[0], corpus) and is_coined(name) else name
    if (capitals := corpus.names.get(name.upper())) is not None and 'acronym' in capitals.hints():
        return name.upper()  # "gdb", where other places say GDB
    return ends[0] if len(ends) == 1 else name


def _is_module(name: str, corpus: Corpus) -> bool:
    return any(definition.type == 'module' for definition in corpus.names[name].definitions)


def _may_be_member(name: str, corpus: Corpus) -> bool:
    return not corpus.is_defined(name) or is_member(name, corpus)


def _overridden(name: str, corpus: Corpus) -> str | None:
    """The one method of several words that is described under this name, where a class of an example has its own."""
    if not is_snake(name.strip('_')) or name.startswith('__'):
        return None
    matches = corpus.endings.get(name, ())
    members = [match for match in matches if is_member(match, corpus)]
    if len(members) != 1 or len(matches) != 1:
        return None
    owner = parts(members[0])[-2]
    return members[0] if _is_base(owner, corpus) or name.count('_') > 1 else None


def _is_base(name: str, corpus: Corpus) -> bool:
    """Whether code inherits from a class of this name, whatever its path."""
    return any(
        full in corpus.names and 'base' in corpus.names[full].hints()
        for full in (name, *corpus.endings.get(name, ()), *corpus.cited.get(name, ()))
    )


def _of_example(imported: str | None) -> str | None:
    """An imported name, unless it is one of the library or of other software: a page's own User is no other."""
    root = parts(imported)[0] if imported else ''
    return None if root in sys.stdlib_module_names or is_software(root) else imported


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
    if not _may_be_so_called(target, found, corpus):
        return None
    if len(parts(name)) > 1 or is_snake(name) or is_camel(name) or is_constant(name):
        return target
    if found.role is Role.CODE:
        # A short word in code is the object's own name only where it can have been imported: no member can.
        sure = name[:1].isupper() or (found.hint in _CODE_USES and not is_member(target, corpus))
    else:
        told = name[:1].isupper() or found.hint == 'call'
        coined = found.role is Role.LITERAL and not found.hint and is_coined(name) and _stands_alone(target, corpus)
        called = found.hint == 'call' and name[:1].isupper()  # "a Func() expression"
        sure = called or (found.role in _FIRM and (told or coined))
    return target if sure else None


def _may_be_so_called(target: str, found: Occurrence, corpus: Corpus) -> bool:
    """Whether what code or a text calls a method, by a common word, may be an object that is described: no function is one."""
    described = corpus.names[target].definitions if target in corpus.names else ()
    told = found.hint == 'method' and found.reference is None and is_common(found.name)
    return not (told and bool(described) and all(each.type == 'function' for each in described))


def _stands_alone(name: str, corpus: Corpus) -> bool:
    """Whether a described object is one that texts may call by its last link alone: neither a module nor a member of a class."""
    return not is_member(name, corpus) and not _is_module(name, corpus)


def _cited_name(name: str, corpus: Corpus) -> str | None:
    """The one name that *name* is the ending of among those that references and imports give in full."""
    matches = corpus.cited.get(name, set())
    if matches and parts(name)[0] in sys.stdlib_module_names and 'import' in corpus.names[name].hints():
        return None  # "datetime.date", which code imports, is no ending of "datetime.datetime.date"
    longest = max(matches, key=lambda match: (len(match), match), default='')
    if not longest or not all(is_same(match, longest) for match in matches):
        return None
    return longest if len(parts(name)) > 1 or is_snake(name) or is_camel(name) else None


_CODE_USES = frozenset({'call', 'invoked', 'queried', 'import', 'decorator', *ON_OBJECTS})
