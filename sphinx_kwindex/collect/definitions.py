"""What the description of an object defines: names, domain and object type, read from its signature."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from docutils import nodes
from sphinx import addnodes

from sphinx_kwindex.collect.marks import WrittenReference
from sphinx_kwindex.collect.written import written_text
from sphinx_kwindex.occurrences import Definition, encodable

if TYPE_CHECKING:
    from sphinx.environment import BuildEnvironment

Objects = Mapping[str, Definition]
"""The objects that the domains know in one document, by anchor."""

_NO_OBJECTS = frozenset({('std', 'label'), ('std', 'doc'), ('std', 'token')})
_PROGRAM = re.compile(r'^[^-/+@].*?\.(?=[-/+@])')
"""The program before an option's name."""
_NAME_PARTS = (addnodes.desc_addname, addnodes.desc_name)
_PARAMETERS = frozenset(
    {'functionParam', 'templateParam', 'templateTypeParam', 'templateTemplateParam', 'templateNonTypeParam'}
)


def objects_by_document(env: BuildEnvironment) -> dict[str, dict[str, Definition]]:
    """Every object of every domain: docname -> anchor -> definition.

    Labels and documents are places and no objects; parameters are part of what they belong to.
    """
    found: dict[str, dict[str, Definition]] = {}
    for domain in env.domains.values():
        for name, _shown, objtype, docname, anchor, _priority in domain.get_objects():
            if not anchor or (domain.name, objtype) in _NO_OBJECTS or objtype in _PARAMETERS or domain.name == 'math':
                continue
            owner = ''
            if objtype == 'cmdoption' and (program := _PROGRAM.match(name)):
                owner, name = program[0].rstrip('.'), name[program.end() :]
            elif objtype == 'directive:option':
                owner, _sign, name = name.rpartition(':')  # of as many directives as have it, as that of commands
            here = found.setdefault(docname, {})
            definition = Definition(domain.name, objtype, encodable(name), encodable(owner))
            # Domains give their objects in the order in which documents were read, which is history: don't rely on it.
            here[anchor] = min(here.get(anchor, definition), definition)
    return found


def signature_definitions(
    signature: addnodes.desc_signature, objects: Objects, written: Sequence[WrittenReference]
) -> list[Definition]:
    """The definitions that one signature makes, none where it is not indexed (it has no id then)."""
    description = signature.parent
    domain, objtype = description.get('domain', '') or 'std', description.get('objtype', '')
    if not signature.get('ids'):
        return []
    if names := signature.get('allnames'):
        owners = [objects[anchor].owner for anchor in signature['ids'] if anchor in objects]
        return [Definition(domain, objtype, name, max(owners, default='')) for name in names]
    if (fullname := signature.get('fullname')) and domain in {'py', 'js'}:
        module = signature.get('module')
        return [Definition(domain, objtype, f'{module}.{fullname}' if module else fullname)]
    known = [objects[anchor] for anchor in signature['ids'] if anchor in objects]
    if known:
        return list(dict.fromkeys(known))[:1]
    name = shown_name(signature, written)
    return [Definition(domain, objtype, name)] if name else []


def defined_module(entry_type: str, value: str, target: str) -> str:
    """The Python module that an index entry belongs to the definition of (``module; os.path``), '' for any other entry."""
    _word, _joint, name = value.partition('; ')
    return name if entry_type == 'pair' and target == f'module-{name}' else ''


def glossary_terms(term: nodes.term) -> list[str]:
    """The terms that a glossary defines here, none for a term of any other list."""
    return [
        str(value)
        for child in term.children
        if isinstance(child, addnodes.index)
        for _type, value, target, *_rest in child['entries']
        if target in term['ids']
    ]


def parameters_of(description: addnodes.desc) -> frozenset[str]:
    """The names of the parameters in the signatures of a description of Python or JavaScript, without stars.

    In other languages a type stands before the name, and is a name as well.
    """
    if description.get('domain') not in {'py', 'js'}:
        return frozenset()
    signatures = [child for child in description.children if isinstance(child, addnodes.desc_signature)]
    return frozenset(
        part.astext().lstrip('*.')
        for signature in signatures
        for parameter in signature.findall(addnodes.desc_parameter)
        for part in parameter.children[:2]
        if isinstance(part, addnodes.desc_sig_name)
    )


def shown_name(signature: addnodes.desc_signature, written: Sequence[WrittenReference]) -> str:
    """The name that a signature shows, with the prefix before it."""
    if fullname := signature.get('fullname'):
        return str(fullname)
    parts = [part for part in signature.findall(nodes.Element) if isinstance(part, _NAME_PARTS)]
    name = ''.join(written_text(part, written) for part in parts) or written_text(signature, written)
    return ' '.join(name.split()).strip('.: ')[:200]


def may_be_unsaid(definition: Definition | None) -> bool:
    """Whether references lead to the place of an object though nothing there says its name.

    Other domains forget a module that two documents describe: which of them has it is history.
    """
    return definition is not None and definition.domain in {'py', 'std'} and ' ' not in definition.name
