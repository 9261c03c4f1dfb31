"""Tables, columns and functions in SQL."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator, Sequence

from pygments.token import Generic, Name, String

from sphinx_kwindex.collect.chains import NAME, SIGN, STRING, WORD, Link, links
from sphinx_kwindex.collect.tokens import Piece, is_a
from sphinx_kwindex.shapes import Candidate

_BEFORE_TABLES = frozenset({'FROM', 'JOIN', 'INTO', 'UPDATE', 'TABLE', 'REFERENCES', 'VIEW', 'INDEX', 'ON', 'EXISTS'})
_BEFORE_COLUMNS = _BEFORE_TABLES | {'ANALYZE', 'COPY', 'RECURSIVE', 'USING', 'WITH'}
"""Words behind which a name with brackets is a table with its columns, or a method of access."""
_BEFORE_FUNCTIONS = frozenset({'PROCEDURE', 'FUNCTION'})


_DATABASE_PROMPT = re.compile(
    r'^(?:[\w-]{0,40}[=*!][>#]|(?:mysql|MariaDB \[[\w()]{1,40}\]|sqlite|cqlsh(?::\w{1,40})?|cr|hive|trino|duckdb|ksql|SQL)>) '
    r'(?=(?:alter|begin|copy|create|delete|drop|explain|grant|insert|select|set|show|update|with) )',
    re.MULTILINE | re.IGNORECASE,
)
"""That of a database: ``mysql> SELECT``, ``shop=# SELECT``, ``cr> SELECT``."""
_GOES_ON = re.compile(r'[ .\w-]{0,40}(?:\.\.\.|->|-[>#(]) ')
_OF_SHELL = re.compile(r'[ \t]*[$%#] ')


def typed_statements(code: str) -> str:
    """The statements that somebody types to a database in a session, all else blank; '' where nobody does.

    A session in which a shell runs as well is none of these.
    """
    lines = code.split('\n')
    if not _DATABASE_PROMPT.search(code) or any(map(_OF_SHELL.match, lines)):
        return ''
    found, typing = [], False
    for line in lines:
        prompt = _DATABASE_PROMPT.match(line) or (typing and _GOES_ON.match(line)) or None
        typing = prompt is not None or (typing and line.startswith(' '))
        begin = prompt.end() if prompt else 0
        found.append(' ' * begin + line[begin:] if typing else ' ' * len(line))
        typing = typing and not line.rstrip().endswith(';')
    return '\n'.join(found)


def is_sql(language: str) -> bool:
    """Whether a lexer's name is that of a dialect or of a session in one."""
    return 'SQL' in language or language == 'sqlite3con'


def sql_candidates(pieces: Sequence[Piece]) -> Iterator[Candidate]:
    """The names in statements; literals and what a session answers are left out."""
    found = [link for link in links(list(_named(_statements(pieces)))) if link.sort in {NAME, SIGN, WORD, STRING}]
    aliases = _aliases(found)
    heads = frozenset(aliases.values())
    for at, link in enumerate(found):
        if link.sort is not NAME or _is_placeholder(found, at) or _is_of_statement(found, at):
            continue
        hint = 'variable' if link.start in aliases else _hint(found, at)
        head, dot, column = link.text.partition('.')
        yield Candidate(link.start, column if dot and head in heads else link.text, hint)


def _hint(found: Sequence[Link], at: int) -> str:
    link, before = found[at], found[at - 1] if at else None
    word = before.text.upper() if before is not None and before.sort is WORD else ''
    if is_a(link.kind, Name.Builtin) or (before is not None and before.sort is NAME):
        return 'builtin'  # the type behind a column
    if word in _BEFORE_FUNCTIONS:
        return 'function'
    called = at + 1 < len(found) and found[at + 1].text == '('
    return 'queried' if called and word not in _BEFORE_COLUMNS else 'table'


_MADE = frozenset(
    """
    COLUMN CONSTRAINT DATABASE EXTENSION FUNCTION INDEX POLICY PROCEDURE ROLE SCHEMA SEQUENCE TABLE TABLESPACE TRIGGER TYPE USER
    VIEW
    """.split()  # noqa: SIM905 (words to read)
)
"""What statements make, change and drop."""
_OF_ROWS = frozenset({'DELETE', 'INSERT', 'SELECT', 'UPDATE'})
_OF_CLAUSES = frozenset({'DISTINCT', 'FROM', 'INTO', 'OUTFILE'})
_MAKING = frozenset({'ALTER', 'CREATE', 'DROP', 'REFRESH', 'REPLACE'})
_CAPITAL_WORDS = re.compile(r'[A-Z]{2,}(?: [A-Z]{2,}){1,4}')
_ORDERS = frozenset(
    """
    ADD ALTER ATTACH CREATE CREATECONSUMER DELCONSUMER DESTROY DETACH DROP FLASHBACK FLUSH GRANT KILL LIST LOAD PAUSE
    REFRESH RENAME RESET RESTORE REVOKE REWRITE SAVE SET SETID SETUSER SHOW SHUTDOWN TRUNCATE UNLOAD UNPAUSE
    """.split()  # noqa: SIM905 (words to read)
)
"""What a server is told to do, by one word of several: ``CONFIG SET``."""
_CLAUSE = re.compile(
    r'(?:GROUP|ORDER|PARTITION) BY|(?:ON|FOR) (?:DELETE|UPDATE)(?: [A-Z]+){0,2}|(?:IS )?NOT NULL|IS NULL|(?:PRIMARY|FOREIGN) KEY'
    r'|SELECT (?:DISTINCT|FOR UPDATE)(?: ON)?|DISTINCT ON|SKIP LOCKED|AT TIME ZONE|READ (?:UN)?COMMITTED|REPEATABLE READ'
    r'|NULLS (?:FIRST|LAST)|(?:IF )?(?:NOT )?EXISTS|(?:LEFT|RIGHT|INNER|OUTER|FULL|CROSS)(?: OUTER)? JOIN|UNION ALL'
    r'|INSERT INTO|DELETE FROM'
)
"""What a statement of SQL holds: https://www.postgresql.org/docs/current/sql-commands.html."""
_OF_COLUMNS = re.compile(
    r'double precision|character varying|bit varying|time(?:stamp)? with(?:out)? time zone|long varchar', re.IGNORECASE
)
"""A type of SQL of several words."""
_SIZED = re.compile(r'((?:n?var)?(?:char|binary)2?|decimal|number|numeric|bit)\(\d+(?:, ?\d+)?\)', re.IGNORECASE)
"""A type of SQL with its size."""


def is_statement(text: str) -> bool:
    """Whether a text is the beginning of a statement, or what else a server is told to do: ``CREATE TABLE``, ``CONFIG SET``."""
    if _CAPITAL_WORDS.fullmatch(text) is None or is_clause(text):
        return False
    first, *others = text.split()
    of_rows = first in _OF_ROWS and not _OF_CLAUSES.isdisjoint(others)  # "SELECT INTO OUTFILE"
    made = first in {'WITH', 'WITHOUT'} or not _MADE.isdisjoint(others)
    return of_rows or made or not _ORDERS.isdisjoint((first, *others))


def is_clause(text: str) -> bool:
    """Whether a text is a part of a statement that is none itself: ``GROUP BY``."""
    return _CLAUSE.fullmatch(text) is not None


def type_of_column(text: str) -> str:
    """The type that a text is, without its size: ``varchar(20)``, ``double precision``; '' for other texts."""
    if _OF_COLUMNS.fullmatch(text):
        return text
    sized = _SIZED.fullmatch(text)
    return sized[1] if sized else ''


def _is_of_statement(found: Sequence[Link], at: int) -> bool:
    """Whether a word in capitals before what a statement makes is one of a dialect: CREATE MATERIALIZED VIEW."""
    after = found[at + 1] if at + 1 < len(found) else None
    if at == 0 or found[at - 1].text.upper() not in _MAKING:
        return False
    return found[at].text.isupper() and after is not None and after.sort is WORD and after.text.upper() in _MADE


def _is_placeholder(found: Sequence[Link], at: int) -> bool:
    """Whether a name is to be replaced: ``%(name)s``, ``:name``, ``<name>``."""
    before, earlier = (found[at - 1].text if at else ''), (found[at - 2].text if at > 1 else '')
    after = found[at + 1].text if at + 1 < len(found) else ''
    bound = found[at].text.startswith(('@', ':')) or before in {':', '%'}
    # What the name of a parameter is followed by, "s", tells its format.
    return bound or (before == '(' and earlier == '%') or (before == '<' and after == '>') or (
        before == ')' and found[at].text in {'s', 'd'}
    )  # fmt: skip


_ANSWER = re.compile(r'^(?:\d+ rows? in set|Query OK|Empty set|\(\d+ rows?\)).*', re.MULTILINE)
"""What a client says of the result."""


def _statements(pieces: Sequence[Piece]) -> Iterator[Piece]:
    """The tokens but for those of lines in which a client says what came of a statement: ``1 row in set (0.01 sec)``."""
    first = pieces[0].start if pieces else 0
    text = ''.join(piece.text for piece in pieces)
    answers = deque((first + match.start(), first + match.end()) for match in _ANSWER.finditer(text))
    for piece in pieces:
        while answers and answers[0][1] <= piece.start:
            answers.popleft()
        if (
            answers
            and answers[0][0] < piece.start + len(piece.text)
            and piece.start < answers[0][0]
            and piece.text.strip()
        ):
            answers.popleft()  # a line of a string
        if not (answers and answers[0][0] <= piece.start):
            yield piece


def _named(pieces: Iterable[Piece]) -> Iterator[Piece]:
    """The tokens with quoted names as names."""
    for piece in pieces:
        text = piece.text
        if is_a(piece.type, String) and (is_a(piece.type, String.Symbol) or is_a(piece.type, String.Name)):
            bare = text.strip('"`')
            if bare:
                yield Piece(piece.start + text.index(bare), Name, bare)
        elif is_a(piece.type, Generic.Output):
            continue
        else:
            yield piece


def _aliases(found: Sequence[Link]) -> dict[int, str]:
    """Where a name stands only for the query's own use, behind ``AS`` or behind a table, and what it is."""
    aliases = {}
    for at, link in enumerate(found[1:], 1):
        before = found[at - 1]
        if link.sort is not NAME or is_a(link.kind, Name.Builtin):
            continue
        if (before.sort is WORD and before.text.upper() == 'AS') or (
            before.sort is NAME and at > 1 and found[at - 2].text.upper() in {'FROM', 'JOIN'}
        ):
            aliases[link.start] = link.text
    return aliases
