"""Which kind a keyword is: from its domain first, then the references to it, then grammar, then its form."""

from __future__ import annotations

from sphinx_kwindex.index.evidence import parts
from sphinx_kwindex.index.model import Evidence
from sphinx_kwindex.occurrences import KIND_ORDER, Kind, Role
from sphinx_kwindex.shapes import is_acronym, is_camel, is_constant, is_file_name

_TYPES: dict[str, Kind] = {
    'class': Kind.CLASS,
    'interface': Kind.CLASS,
    'struct': Kind.TYPE,
    'union': Kind.TYPE,
    'enum': Kind.TYPE,
    'type': Kind.TYPE,
    'concept': Kind.TYPE,
    'alias': Kind.TYPE,
    'exc': Kind.EXCEPTION,
    'exception': Kind.EXCEPTION,
    'error': Kind.EXCEPTION,
    'function': Kind.FUNCTION,
    'func': Kind.FUNCTION,
    'method': Kind.METHOD,
    'meth': Kind.METHOD,
    'classmethod': Kind.METHOD,
    'staticmethod': Kind.METHOD,
    'attribute': Kind.ATTRIBUTE,
    'attr': Kind.ATTRIBUTE,
    'property': Kind.ATTRIBUTE,
    'member': Kind.ATTRIBUTE,
    'var': Kind.ATTRIBUTE,
    'data': Kind.ATTRIBUTE,
    'const': Kind.CONSTANT,
    'enumerator': Kind.CONSTANT,
    'module': Kind.MODULE,
    'mod': Kind.MODULE,
    'namespace': Kind.MODULE,
    'package': Kind.MODULE,
    'macro': Kind.MACRO,
    'option': Kind.OPTION,
    'cmdoption': Kind.OPTION,
    'envvar': Kind.ENVVAR,
    'confval': Kind.SETTING,
    'setting': Kind.SETTING,
    'term': Kind.TERM,
    'command': Kind.COMMAND,
    'program': Kind.COMMAND,
    'directive': Kind.FUNCTION,
    'dir': Kind.FUNCTION,
    'role': Kind.FUNCTION,
    'file': Kind.FILE,
    'constructor': Kind.METHOD,
    'decorator': Kind.FUNCTION,
    'deco': Kind.FUNCTION,
    'decoratormethod': Kind.METHOD,
}
_WORDS = (
    ('option', Kind.OPTION),
    ('opt', Kind.OPTION),
    ('setting', Kind.SETTING),
    ('conf', Kind.SETTING),
    ('admin', Kind.COMMAND),
    ('command', Kind.COMMAND),
    ('tag', Kind.FUNCTION),
    ('filter', Kind.FUNCTION),
    ('lookup', Kind.FUNCTION),
)
_HINTS: tuple[tuple[str, Kind], ...] = (
    ('class', Kind.CLASS),
    ('exception', Kind.EXCEPTION),
    ('option', Kind.OPTION),
    ('envvar', Kind.ENVVAR),
    ('file', Kind.FILE),
    ('mime', Kind.PROTOCOL),
    ('standard', Kind.PROTOCOL),
    ('command', Kind.COMMAND),
    ('decorator', Kind.FUNCTION),
    ('term', Kind.TERM),
)


def classify(name: str, evidence: Evidence) -> Kind:
    """The kind of a keyword."""
    kinds = {_kind_of_type(d.type, name) for d in evidence.definitions}
    if not kinds and evidence.references:
        label = max(sorted(evidence.references), key=lambda key: evidence.references[key])
        kinds = {_kind_of_type(label.rpartition(':')[2], name)}
    kinds.discard(Kind.NAME)
    if kinds:
        return min(kinds, key=lambda kind: KIND_ORDER[kind])
    return _by_grammar(name, evidence) or _by_form(name, evidence)


def _kind_of_type(objtype: str, name: str) -> Kind:
    kind = _TYPES.get(objtype)
    last = parts(name)[-1]
    if kind is None:
        kind = next((kind for word, kind in _WORDS if word in objtype), Kind.NAME)
    if kind is Kind.ATTRIBUTE and objtype in {'data', 'var'} and last.isupper():
        return Kind.CONSTANT
    if kind is Kind.CLASS and _is_exception(last):
        return Kind.EXCEPTION
    return kind


def _is_exception(last: str) -> bool:
    return last.endswith(('Error', 'Exception', 'Warning')) and is_camel(last)


def _by_grammar(name: str, evidence: Evidence) -> Kind | None:
    hints = evidence.hints()
    links = parts(name)
    last = links[-1]
    if _is_exception(last):
        return Kind.EXCEPTION
    for hint, kind in _HINTS:
        if hint in hints and not (hint == 'file' and 'import' in hints and not name.endswith(('.h', '.hpp', '.py'))):
            return kind
    if name.startswith('-'):
        return Kind.OPTION
    if is_constant(last) or (last.isupper() and Role.CODE in {role for role, _ in evidence.roles}):
        return Kind.CONSTANT
    if is_camel(last) and last[0].isupper():
        return Kind.CLASS
    if hints & {'function', 'call'}:
        return Kind.METHOD if len(links) > 1 and links[-2][:1].isupper() else Kind.FUNCTION
    if 'import' in hints:
        return Kind.CLASS if last[:1].isupper() else Kind.MODULE
    if 'key' in hints:
        return Kind.SETTING
    return None


def _by_form(name: str, evidence: Evidence) -> Kind:
    hints = evidence.hints()
    if is_acronym(name):
        return Kind.ACRONYM
    if is_file_name(name) or '/' in name:
        return Kind.FILE
    if 'capital' in hints:
        return Kind.PRODUCT
    if hints & {'attribute', 'parameter'}:
        return Kind.ATTRIBUTE
    if evidence.has(Role.ENTRY):
        return Kind.TERM
    return Kind.NAME
