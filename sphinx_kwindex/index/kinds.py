"""Which kind object types, markup, nouns and code speak for."""

from __future__ import annotations

from collections.abc import Mapping

from sphinx_kwindex.occurrences import Kind

TYPES: dict[str, Kind] = {
    'class': Kind.CLASS,
    'interface': Kind.CLASS,
    'struct': Kind.TYPE,
    'union': Kind.TYPE,
    'enum': Kind.TYPE,
    'type': Kind.TYPE,
    'concept': Kind.TYPE,
    'identifier': Kind.TYPE,
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
"""Object types and roles of the domains."""
TYPE_WORDS = (
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
"""What the object types of projects have in their names (``setting``, ``djadminopt``, ``templatefilter``)."""


def kind_of_type(objtype: str) -> Kind:
    """The kind that an object type or a role speaks for, :attr:`~Kind.NAME` where it says nothing."""
    return TYPES.get(objtype) or next((kind for word, kind in TYPE_WORDS if word in objtype), Kind.NAME)


CERTAIN: Mapping[str, Kind] = {
    'option': Kind.OPTION,
    'envvar': Kind.ENVVAR,
    'mime': Kind.PROTOCOL,
    'scheme': Kind.PROTOCOL,
    'standard': Kind.PROTOCOL,
    'term': Kind.TERM,
    'class': Kind.CLASS,
    'exception': Kind.EXCEPTION,
    'raised': Kind.EXCEPTION,
    'function': Kind.FUNCTION,
    'method': Kind.METHOD,
    'field': Kind.ATTRIBUTE,
    'constant': Kind.CONSTANT,
    'type': Kind.TYPE,
    'macro': Kind.MACRO,
    'annotation': Kind.CLASS,
    'decorator': Kind.FUNCTION,
    'directive': Kind.FUNCTION,
    'tag': Kind.FUNCTION,
    'filter': Kind.FUNCTION,
    'base': Kind.CLASS,
    'setting': Kind.SETTING,
    'package': Kind.MODULE,
    'command': Kind.COMMAND,
    'subcommand': Kind.COMMAND,
    'installed': Kind.PRODUCT,
    'header': Kind.NAME,
    'syntax': Kind.NAME,
    'instruction': Kind.NAME,
}
"""What code defines, and what markup or a noun beside the name calls it."""
LIKELY: Mapping[str, Kind] = {
    'module': Kind.MODULE,
    'typed': Kind.CLASS,
    'file': Kind.FILE,
    'folder': Kind.FILE,
    'value': Kind.OPTION,
    'sigil': Kind.ATTRIBUTE,
    'arity': Kind.FUNCTION,
}
SAYS_LITTLE = frozenset({'variable', 'attribute', 'string', 'identifier'})
KEYS = frozenset({'key', 'parameter', 'assigned'})
COMMON_KEYS: Mapping[str, Kind] = {
    'key': Kind.SETTING,
    'assigned': Kind.SETTING,
    'parameter': Kind.ATTRIBUTE,
    'attribute': Kind.ATTRIBUTE,
}
HOLDERS = frozenset({'options', 'settings', 'config', 'conf'})
"""What the holder of settings is called, before the joint: ``nox.options.reuse_venvs``."""
CLASS_WORDS = frozenset(
    """
    Adapter Analyzer Array Binding Buffer Builder Callback Claim Collection Config Context Controller Converter Credentials
    Decoder Descriptor Dispatcher Encoder Event Events Executor Exporter Factory Field Filter Formatter Frame Gate Generator
    Handler Hook Interface Iterator Job Listener Loader Loop Loops Manager Map Middleware Mixin Model Node Object Option Options
    Params Parser Policy Pool Processor Provider Queue Reader Ref Reference Refs Registry Request Resolver Response Result
    Scheduler Selector Serializer Session Source Spec Status Stream Template Transformer Type Validation Validator View Walker
    Widget Worker Wrapper Writer
    """.split()  # noqa: SIM905 (words to read)
)
"""Last words of the names of classes, with which no product is called."""
STATEMENTS = frozenset(
    """
    ALTER ANALYZE BEGIN COMMIT COPY CREATE DEALLOCATE DELETE DISCARD DROP EXPLAIN FETCH GRANT INSERT LISTEN LOCK MERGE NOTIFY
    PREPARE REINDEX RESET REVOKE ROLLBACK SAVEPOINT SELECT SET SHOW TRUNCATE UNLISTEN UPDATE UPSERT VACUUM
    """.split()  # noqa: SIM905 (words to read)
)
"""What statements of SQL begin with: https://www.postgresql.org/docs/current/sql-commands.html."""
LEAST_STATEMENTS = 3
"""How many of them stand where SQL is spoken of, SELECT among them."""
BASIC_TYPES = frozenset(
    'bool bytearray bytes complex dict float frozenset int list memoryview object set str tuple'.split()  # noqa: SIM905
)
"""Types of Python, and of other languages, that nobody takes for functions."""
