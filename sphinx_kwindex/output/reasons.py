"""Explanations as text for a terminal, and reports of what was dropped."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from sphinx_kwindex.index.classify import KindSource
from sphinx_kwindex.index.explain import Answer, Dropped, Explanation, Reason, Row, Spelling, reasons
from sphinx_kwindex.occurrences import Role
from sphinx_kwindex.output.labels import _, kind_label


def answer_lines(answer: Answer) -> Iterator[str]:
    """The answer to one question."""
    if not answer.explanations:
        yield from _unseen(answer)
    for number, explanation in enumerate(answer.explanations):
        if number:
            yield ''
        yield from _explanation(answer.asked, explanation)
    if answer.also:
        yield from _field(_('See also'), ', '.join(answer.also))


def _unseen(answer: Answer) -> Iterator[str]:
    yield answer.asked
    yield from _field(
        _('Listed'), _('no: no document that is indexed has this name in a form in which names are found')
    )
    yield from _plain_word(answer.written_small)
    if answer.near:
        yield from _field(_('Names like it'), ', '.join(answer.near))
    yield from _field(
        _('To list it'),
        _(
            'kwindex_include finds whole words of running text, whatever their form; '
            'inline code, a description or an index entry makes a name of it as well'
        ),
    )


def _explanation(asked: str, this: Explanation) -> Iterator[str]:
    yield this.name if this.name == asked else f'{asked} → {this.name}'
    if this.verdict.keep and this.kind is not None:
        yield from _field(
            _('Listed'), _('yes, as %(name)s (%(kind)s)') % {'name': this.name, 'kind': kind_label(this.kind)}
        )
    else:
        yield from _field(_('Listed'), _('no'))
    yield from _field(_('Decided by'), _told(this.reason))
    yield from _fields(_('Applies as well'), [_told(reason) for reason in this.others])
    if this.verdict.keep:
        yield from _field(_('Kind from'), _kind_source(this))
    if this.rows:
        numbers = {'count': this.count, 'documents': this.documents}
        yield from _field(_('Found'), _('occurrences: %(count)d, documents: %(documents)d') % numbers)
    yield from _plain_word(this.written_small)
    yield from _field(_('Variants'), ', '.join(this.variants))
    yield from _fields(_('Merged into it'), [_spelling(spelling) for spelling in this.merged])
    yield from _table(_('Evidence'), this.rows)
    yield from _table(_('Does not count'), this.left_out)


def _plain_word(count: int) -> Iterator[str]:
    if count:
        yield from _field(_('As a plain word'), _('in lower case, occurrences: %d') % count)


def _field(label: object, value: object) -> Iterator[str]:
    yield from _fields(label, [str(value)] if value else [])


def _fields(label: object, values: Sequence[str]) -> Iterator[str]:
    for number, value in enumerate(values):
        yield f'  {"" if number else str(label):<17} {value}'


def _told(reason: Reason) -> str:
    decision = _('keeps') if reason.keep else _('drops')
    return f'{reason.rule} ({decision}): {reason.reads}'


def _kind_source(this: Explanation) -> str:
    if this.kind_source is None:
        return str(_('an extension (event kwindex-select)'))
    types = ', '.join(this.types)
    return {
        KindSource.DEFINITION: str(_('descriptions: %s')) % types,
        KindSource.REFERENCE: str(_('references: %s')) % types,
        KindSource.DRESS: str(_('what markup, code or a noun beside it calls it')),
        KindSource.USE: str(_('what code does with it, and its form')),
        KindSource.FORM: str(_('its form alone')),
    }[this.kind_source]


def _spelling(spelling: Spelling) -> str:
    return f'{spelling.text}: {spelling.count} ({", ".join(spelling.roles)})'


def _table(label: object, rows: Sequence[Row]) -> Iterator[str]:
    """The evidence: a line for each sort, with its places below it."""
    if not rows:
        return
    columns = [(_sort(row.role, row.hint), str(row.count), str(row.documents)) for row in rows]
    heads = (str(label), str(_('occurrences')), str(_('documents')))
    widths = [max(map(len, column)) for column in zip(heads, *columns, strict=True)]
    yield '  ' + _columns(heads, widths)
    for row, column in zip(rows, columns, strict=True):
        yield '  ' + _columns(column, widths)
        for place in row.places:
            yield f'      {" › ".join(place.path)}  ({place.docname}{"#" if place.anchor else ""}{place.anchor})'
            if place.context:
                yield f'          {place.context}'


def _columns(texts: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (f'{text:{"<" if not number else ">"}{widths[number]}}' for number, text in enumerate(texts))
    return '  '.join((first, *others))


def _sort(role: Role, hint: str) -> str:
    return f'{role}:{hint}' if hint else str(role)


def dropped_lines(dropped: Iterable[Dropped]) -> Iterator[str]:
    """What was dropped, by rule in the order in which rules are asked, each with its numbers."""
    order = {reason.rule: number for number, reason in enumerate(reasons())}
    groups: defaultdict[str, list[Dropped]] = defaultdict(list)
    for one in dropped:
        groups[one.reason.rule].append(one)
    for rule in sorted(groups, key=lambda rule: (order[rule.partition(':')[0]], rule)):
        group = groups[rule]
        numbers = {'names': len(group), 'count': sum(one.count for one in group)}
        yield f'{rule}: {group[0].reason.reads}'
        yield '  ' + _('names: %(names)d, occurrences: %(count)d') % numbers
        width = min(max(len(one.name) for one in group), 40)
        for one in group:
            yield f'    {one.name:<{width}}  {_numbers(one)}'
        yield ''


def _numbers(one: Dropped) -> str:
    evidence = ', '.join(f'{sort} {count}' for sort, count in _evidence(one).items())
    numbers = {'count': one.count, 'documents': one.documents}
    return _('occurrences: %(count)d, documents: %(documents)d') % numbers + f' ({evidence})'


def _evidence(one: Dropped) -> dict[str, int]:
    return {_sort(role, hint): count for (role, hint), count in sorted(one.evidence.items())}


def dropped_json(dropped: Iterable[Dropped]) -> Iterator[str]:
    """The same as JSON Lines, sorted by name."""
    for one in dropped:
        record = {
            'name': one.name,
            'rule': one.reason.rule,
            'reads': one.reason.reads,
            'count': one.count,
            'documents': one.documents,
            'evidence': _evidence(one),
        }
        yield json.dumps(record, ensure_ascii=False, sort_keys=True)


def rule_lines(reasons: Iterable[Reason]) -> Iterator[str]:
    """The table of rules, in order."""
    rows = [(reason.rule, _effect(reason), reason.reads) for reason in reasons]
    widths = [max(len(row[column]) for row in rows) for column in (0, 1)]
    for name, effect, reads in rows:
        yield f'{name:<{widths[0]}}  {effect:<{widths[1]}}  {reads}'


def _effect(reason: Reason) -> str:
    if reason.keep is None:
        return str(_('either'))
    return str(_('keeps') if reason.keep else _('drops'))
