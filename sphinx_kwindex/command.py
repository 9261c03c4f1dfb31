"""The command line: why a name is in the index or not, what was dropped, and the rules."""

from __future__ import annotations

import contextlib
import io
import os
import sys
import tempfile
from argparse import ArgumentParser, ArgumentTypeError, Namespace, RawDescriptionHelpFormatter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

from sphinx.application import Sphinx
from sphinx.errors import SphinxError
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_kwindex import __version__
from sphinx_kwindex.diagnostics import WARNING_TYPE
from sphinx_kwindex.host import shown
from sphinx_kwindex.index.explain import Findings, reasons
from sphinx_kwindex.output.builder import KeywordIndexBuilder
from sphinx_kwindex.output.reasons import answer_lines, dropped_json, dropped_lines, rule_lines

DOCTREES = ('_build/doctrees', '_build/html/.doctrees', '_build/.doctrees')
"""Where builds leave their doctrees, below the source folder: ``make html`` and its like, and ``sphinx-build``."""
_DESCRIPTION = """\
Ask the keyword index of a documentation why it lists a name, or does not.

Exit status: 0, for "why" only if every name was found; 1 if one was not, or there is no index; 2 for wrong usage and
where Sphinx fails.
"""


class _Failed(Exception):
    """There is nothing to ask; the message says why."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status."""
    parser, asking = _parsers()
    chosen = _parse(parser, asking, sys.argv[1:] if arguments is None else arguments)
    if chosen.command == 'rules':
        return _write(rule_lines(reasons()), 0)
    if not (Path(chosen.confdir or chosen.source) / 'conf.py').is_file():
        asking[chosen.command].error(
            f'no conf.py in {shown(chosen.confdir or chosen.source)}; name the source folder with --source'
        )
    try:
        with _findings(chosen) as findings:
            return _why(findings, chosen.names) if chosen.command == 'why' else _dropped(findings, chosen)
    except _Failed as error:
        sys.stderr.write(f'{parser.prog}: {error}\n')
        return 1
    except (SphinxError, OSError) as error:
        sys.stderr.write(f'{parser.prog}: {type(error).__name__}: {error}\n')
        return 2


def _parse(parser: ArgumentParser, asking: Mapping[str, ArgumentParser], arguments: Sequence[str]) -> Namespace:
    """Read the command line; names may stand between options, and all that follows "--" are names."""
    at = arguments.index('--') if '--' in arguments else len(arguments)
    chosen, more = parser.parse_known_args(arguments[:at])
    command = asking[chosen.command]
    if wrong := [text for text in more if text.startswith('-') or chosen.command != 'why']:
        hint = ' (names that begin with a dash stand after "--")' if chosen.command == 'why' else ''
        command.error(f'unrecognized arguments: {" ".join(wrong)}{hint}')
    after = [*more, *arguments[at + 1 :]]
    if chosen.command == 'why':
        chosen.names += after
        if not chosen.names:
            command.error('the following arguments are required: NAME')
    elif after:
        command.error(f'unrecognized arguments: {" ".join(after)}')
    return chosen


def _parsers() -> tuple[ArgumentParser, dict[str, ArgumentParser]]:
    common = ArgumentParser(add_help=False, allow_abbrev=False)
    common.add_argument('--source', metavar='DIR', default='.', help='the folder of the documents (default: this one)')
    common.add_argument(
        '-c', dest='confdir', metavar='CONFDIR', help='the folder of conf.py (default: the source folder)'
    )
    common.add_argument(
        '--doctrees',
        metavar='DIR',
        help=f'the doctrees of a build, so that nothing is read again (default: {", ".join(DOCTREES)} of the source '
        'folder, where there are any, else a temporary folder)',
    )
    common.add_argument(
        '-D',
        dest='define',
        metavar='KEY=VALUE',
        action='append',
        default=[],
        type=_override,
        help='override an option of conf.py',
    )
    common.add_argument('-t', dest='tags', metavar='TAG', action='append', default=[], help='define a tag for "only"')
    parser = ArgumentParser(
        'sphinx-kwindex', description=_DESCRIPTION, formatter_class=RawDescriptionHelpFormatter, allow_abbrev=False
    )
    parser.add_argument('--version', action='version', version=f'%(prog)s {__version__}')
    commands = parser.add_subparsers(dest='command', required=True, metavar='COMMAND')
    text = 'say why names are listed, or not, and on what evidence'
    why = commands.add_parser('why', parents=[common], allow_abbrev=False, help=text, description=text)
    why.add_argument('names', nargs='*', metavar='NAME', help='a name; those that begin with a dash stand after "--"')
    text = 'list the names that were found and are not in the index, by rule'
    dropped = commands.add_parser('dropped', parents=[common], allow_abbrev=False, help=text, description=text)
    rules = [reason.rule for reason in reasons() if not reason.keep]
    dropped.add_argument('--rule', choices=rules, metavar='RULE', help=f'this rule alone: {", ".join(rules)}')
    dropped.add_argument('--format', choices=('text', 'jsonl'), default='text')
    text = 'list the rules that decide, in their order'
    listing = commands.add_parser('rules', allow_abbrev=False, help=text, description=text)
    return parser, {'why': why, 'dropped': dropped, 'rules': listing}


def _why(findings: Findings, names: Iterable[str]) -> int:
    answers = [findings.answer(name) for name in names]
    lines = (line for answer in answers for line in (*answer_lines(answer), ''))
    return _write(lines, 0 if all(answer.explanations for answer in answers) else 1)


def _dropped(findings: Findings, chosen: Namespace) -> int:
    found = (one for one in findings.dropped() if not chosen.rule or one.reason.rule.partition(':')[0] == chosen.rule)
    return _write(dropped_json(found) if chosen.format == 'jsonl' else dropped_lines(found), 0)


def _write(lines: Iterable[str], status: int) -> int:
    """Print, as long as somebody reads; return *status*."""
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors='backslashreplace')
    try:
        for line in lines:
            sys.stdout.write(f'{line}\n')
        sys.stdout.flush()
    except BrokenPipeError:
        # What is still held back would be flushed at exit, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return status


class _OurWarnings(io.StringIO):
    """Passes warnings of ours on; those of documents were given by the build."""

    def write(self, text: str) -> int:
        if f'[{WARNING_TYPE}.' in text:
            sys.stderr.write(text)
        return len(text)


@contextlib.contextmanager
def _findings(chosen: Namespace) -> Iterator[Findings]:
    """Build the index without writing it; open as long as its documents may be asked about.

    :raises _Failed: where there is no index
    """
    source = Path(chosen.source).resolve()
    confdir = Path(chosen.confdir or chosen.source).resolve()
    with tempfile.TemporaryDirectory(prefix='kwindex-') as scratch:
        doctrees = _doctrees(source, chosen.doctrees, Path(scratch))
        with patch_docutils(confdir), docutils_namespace(), contextlib.redirect_stdout(sys.stderr):
            app = Sphinx(
                source,
                confdir,
                Path(scratch) / 'out',
                doctrees,
                KeywordIndexBuilder.name,
                dict(chosen.define),
                status=None,
                warning=_OurWarnings(),
                tags=chosen.tags,
            )
            if not isinstance(app.builder, KeywordIndexBuilder):
                raise _Failed(f'another extension has a builder {KeywordIndexBuilder.name}')
            app.builder.exports = False
            app.build()
            findings = app.builder.findings()
        if findings is None:
            raise _Failed('there is no index: kwindex_enabled is false, or the store can not be used')
        yield findings


def _doctrees(source: Path, named: str | None, scratch: Path) -> Path:
    """The folder of doctrees to use; says which."""
    for folder in DOCTREES if named is None else ():
        if (source / folder / 'environment.pickle').is_file():
            named = str(source / folder)
            break
    if named is not None:
        sys.stderr.write(f'Using the doctrees in {shown(named)}.\n')
        return Path(named).resolve()
    sys.stderr.write('No doctrees were found, so all documents are read; --doctrees names those of a build.\n')
    return scratch / 'doctrees'


def _override(text: str) -> tuple[str, str]:
    """An option that the command line sets, with its value."""
    key, equals, value = text.partition('=')
    if not equals:
        raise ArgumentTypeError(f'KEY=VALUE is expected, not {text!r}')
    return key, value
