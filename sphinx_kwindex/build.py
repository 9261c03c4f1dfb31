"""The state of one build, and the thin handlers of Sphinx's events that move it from stage to stage."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

from docutils import nodes
from sphinx import addnodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.builders.singlehtml import SingleFileHTMLBuilder
from sphinx.util.display import progress_message
from sphinx.util.logging import suppress_logging

from sphinx_kwindex.choosing import choices, selected
from sphinx_kwindex.collect.marks import MarkReferences, WrittenReference, clean, take_marks
from sphinx_kwindex.config import Settings
from sphinx_kwindex.diagnostics import Subtype, logger, warn
from sphinx_kwindex.finish import Before, Finish, Made
from sphinx_kwindex.gcpause import without_gc
from sphinx_kwindex.host import (
    copy_style,
    decide_conditions,
    fingerprint,
    keep_out_of_book,
    reading_order,
    records_documents,
    shown,
    stop_words,
    writes_pages,
)
from sphinx_kwindex.index.assemble import assemble
from sphinx_kwindex.index.explain import Findings
from sphinx_kwindex.index.grouping import Grouping, group_corpus
from sphinx_kwindex.index.model import KeywordIndex
from sphinx_kwindex.occurrences import DocumentRecord, Section
from sphinx_kwindex.output import context as page_context
from sphinx_kwindex.output.builder import KeywordIndexBuilder
from sphinx_kwindex.output.export import EXPORT_FOLDER
from sphinx_kwindex.output.keys import Lengths
from sphinx_kwindex.output.labels import _, index_title
from sphinx_kwindex.output.light import lighten
from sphinx_kwindex.output.pages import Step, followed, steps
from sphinx_kwindex.output.rendering import Renderer
from sphinx_kwindex.output.sidebars import SharedSidebars, call_behind_theme
from sphinx_kwindex.output.site import Site
from sphinx_kwindex.output.writer import MEMORY, Memory, PageWriter, output_path, write_long
from sphinx_kwindex.pace import set_pace
from sphinx_kwindex.publish import exported, frame, links
from sphinx_kwindex.resolve import ReferenceResolver, in_order_of_names
from sphinx_kwindex.scope import Scope
from sphinx_kwindex.store import OccurrenceStore, StoreDamaged

if TYPE_CHECKING:
    from sphinx.application import Sphinx
    from sphinx.environment import BuildEnvironment

    from sphinx_kwindex.recording import Recorder

_T = TypeVar('_T')
STORE_FOLDER = 'kwindex'
"""Below the doctree folder: one store per builder."""


class KeywordBuild:
    """One build: the store, the settings, and what the stages hand to each other. Each application has its own."""

    def __init__(self) -> None:
        self.active = False
        self.broken = False
        self._held: list[Callable[[], None]] | None = None
        self._refused: set[str] = set()
        self._resolved: set[str] = set()
        self._counts = [0, 0, 0]
        self._recording: Recorder | None = None

    # -- start ------------------------------------------------------------------------------------------------

    def on_builder_inited(self, app: Sphinx) -> None:
        """Decide whether there is anything to do, and open the store."""
        self.settings = Settings.from_config(app.config)
        self.builder = app.builder
        self._verbosity, self._confdir = app.verbosity, app.confdir
        self.env: BuildEnvironment = app.env
        self.title = index_title(self.settings.title)
        self.active = self.settings.enabled and records_documents(app.builder)
        if not self.active:
            return
        self._scope = Scope(app.env, self.settings.exclude_documents, self.settings.changelogs)
        self._fingerprint = fingerprint(app, self.settings)
        self._stop_words = stop_words(app.config.language)
        self.store = OccurrenceStore(Path(app.doctreedir) / STORE_FOLDER / f'{app.builder.name}.sqlite')
        self._guard(self.store.open)
        app.add_post_transform(MarkReferences)
        if self.settings.pace_gc:
            set_pace(app)
        if isinstance(app.builder, KeywordIndexBuilder):
            app.builder.outdated, app.builder.findings = self._outdated, self.findings
        elif writes_pages(app.builder):
            copy_style(app)
            call_behind_theme(app, self.on_theme_context)

    @cached_property
    def renderer(self) -> Renderer:
        """Our templates; compiled when the first of them is needed."""
        return Renderer(Path(self._confdir, folder) for folder in self.builder.config.templates_path)

    def _guard(self, operation: Callable[[], Any]) -> None:
        """Do something with the store; where it is damaged, start it anew, saying so once."""
        try:
            try:
                operation()
            except StoreDamaged as error:
                text = 'kwindex: the store of occurrences is damaged or of another version (%s); it is built anew'
                self._say(partial(logger.info, text, error))
                self.store.reset()
                operation()
        except (StoreDamaged, OSError) as error:
            self._give_up(error)

    def _give_up(self, error: Exception) -> None:
        """Go on without an index, saying why once."""
        if not self.broken:
            text = 'the store %s can not be used: %s; no keyword index is made'
            self._say(partial(warn, Subtype.STORE, text, self.store.path, error))
        self.broken = True

    def _say(self, message: Callable[[], None]) -> None:
        """Log now, or as soon as the messages of others are no longer held back."""
        if self._held is None:
            message()
        else:
            self._held.append(message)

    # -- documents --------------------------------------------------------------------------------------------

    def indexed(self) -> list[str]:
        """The documents that the index covers, sorted."""
        return self._scope.docnames()

    def _stamp(self, docname: str) -> str:
        """What a row must carry to be fresh: when its document was read, and what else its resolved tree depends on."""
        return f'{self.env.all_docs[docname]}:{self._fingerprint}'

    def on_env_updated(self, app: Sphinx, env: BuildEnvironment) -> Iterable[str]:
        """Name the documents whose link to their keyword page is out of date though they are not."""
        self._recording = None
        self._refused.clear()
        self._resolved.clear()
        if self.active:
            self._before = Before(self.store)
        if not (self.active and writes_pages(self.builder)):
            return []
        self.site = self._make_site()
        for page in self.site.collisions:
            warn(
                Subtype.COLLISION,
                'the page %r is a document of yours; the generated page of that name is not written '
                '(set kwindex_folder to another name)',
                page,
            )
        memory = Memory(Path(app.outdir))
        return [] if memory.site is None else self.site.changed_since(memory.site)

    def _make_site(self) -> Site:
        return Site(
            self.indexed(),
            folder=self.settings.folder,
            kinds=self.settings.pages,
            user_pages=self.env.found_docs,
            target_uri=self.builder.get_target_uri,
        )

    def on_doctree_resolved(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        """Record one document; trees that are no document are refused."""
        if not self.active:
            return
        if writes_pages(self.builder):
            _ = self.renderer  # before processes are forked, each of which would compile the templates anew
        with without_gc():
            try:
                self._read(app, doctree, docname)
            finally:
                clean(doctree)

    def _read(self, app: Sphinx, doctree: nodes.document, docname: str) -> None:
        self._resolved.add(docname)
        written = take_marks(doctree)
        if written is None or self.broken:
            return
        if self._scope.is_document(doctree, docname):
            decide_conditions(app, doctree, docname)
            self._record(doctree, docname, written)
        else:
            self._refused.add(docname)

    def _record(self, doctree: nodes.document, docname: str, written: Sequence[WrittenReference]) -> None:
        record = self._recorder().read(doctree, docname, written)
        if record is None:
            self._refused.add(docname)
        else:
            self._keep(record, self._stamp(docname))

    def _recorder(self) -> Recorder:
        from sphinx_kwindex.recording import Recorder  # noqa: PLC0415  # it says why

        if self._recording is None:
            self._recording = Recorder(self.env, self.settings, self._stop_words)
        return self._recording

    def _keep(self, record: DocumentRecord, stamp: str) -> None:
        self._guard(lambda: self.store.replace(record, stamp))

    def _outdated(self) -> list[str]:
        known: dict[str, str] = {}
        self._guard(lambda: known.update(self.store.stamps()))
        return [docname for docname in self.indexed() if known.get(docname) != self._stamp(docname)]

    def _reconcile(self) -> None:
        """Make the store hold exactly the documents of the environment, each as it was last read.

        A document without a fresh row is resolved again. Its warnings were given when it was written; they are not
        given twice.
        """
        known = self.store.stamps()
        self.store.remove(known.keys() - set(self.indexed()))
        self._held = []
        try:
            for _attempt in range(3):  # a store that is found damaged on the way loses what it held
                self._resolve_again(set(self._outdated()) - self._refused)
            for docname in self._outdated():
                # The page of a document that is refused says so; the next build tries again.
                self._keep(DocumentRecord(docname, '', (Section('', (docname,)),), ()), 'refused')
                if docname not in self._refused:
                    self._give_up(StoreDamaged('it does not keep what is written'))
        finally:
            held, self._held = self._held, None
            for message in held:
                message()

    def _resolve_again(self, docnames: Iterable[str]) -> None:
        for docname in sorted(docnames):
            if not self.broken:
                with suppress_logging():
                    self.env.apply_post_transforms(self.env.get_doctree(docname), docname)

    # -- finish -----------------------------------------------------------------------------------------------

    def _grouping(self, *, in_full: bool = False) -> Grouping:
        self._reconcile()
        resolver = ReferenceResolver(self.env, self.builder, self._recorder().objects)
        chosen = choices(self.settings, self._stop_words, self.env.config.language, self._scope.changelogs())
        order = reading_order(self.env, self.indexed())
        with in_order_of_names(self.env):
            return group_corpus(self.store.documents, order, chosen, resolver, in_full=in_full)

    def _of_store(self, make: Callable[[], _T]) -> _T | None:
        """What is made of the whole store, which is built anew where it is damaged; ``None`` where none can be had."""
        if self.broken:
            return None
        try:
            try:
                made = make()
            except StoreDamaged as error:
                logger.info('kwindex: the store of occurrences is damaged (%s); it is built anew', error)
                self.store.reset()
                made = make()
        except (StoreDamaged, OSError) as error:
            self._give_up(error)
        return None if self.broken else made

    def index(self) -> KeywordIndex | None:
        """The index of this build; ``None`` where no store can be had at all."""
        grouping = self._of_store(self._grouping)
        return None if grouping is None else assemble(grouping, selected(grouping, self.builder.events))

    def findings(self) -> Findings | None:
        """What can be asked about the index of this build; ``None`` where there is none."""
        grouping = self._of_store(partial(self._grouping, in_full=True))
        return None if grouping is None else Findings(grouping, selected(grouping, self.builder.events))

    @without_gc()
    def on_html_collect_pages(self, app: Sphinx) -> Iterable[tuple[str, dict[str, Any], str]]:
        """Write pages and export, as far as anything that they depend on changed."""
        builder = app.builder
        if not isinstance(builder, StandaloneHTMLBuilder) or isinstance(builder, SingleFileHTMLBuilder):
            return []
        memory = Memory(Path(app.outdir))
        if not self.active:
            PageWriter(builder, memory).finish(None)
            return []
        writer = PageWriter(builder, memory, self._before.last.stamps)
        pages = writes_pages(builder)
        self.sidebars = SharedSidebars(
            by_folder=any(name.startswith(f'{self.settings.folder}/') for name in self.env.found_docs)
        )
        finish = self._of_store(partial(self._finish, app, builder))
        if finish is None or not finish.run(
            writer, partial(self._made, builder, writer, finish.lengths), self.site if pages else None
        ):
            return []
        keep_out_of_book(builder, [MEMORY, *sorted(writer.kept)])
        self._counts = [*finish.now.counts, writer.written]
        return []

    def _finish(self, app: Sphinx, builder: StandaloneHTMLBuilder) -> Finish:
        self._reconcile()
        return Finish(app, builder, self._before, self._resolved)

    def _made(self, builder: StandaloneHTMLBuilder, writer: PageWriter, lengths: Lengths) -> Made | None:
        """What there is to write."""
        with progress_message('choosing keywords'):
            index = self.index()
        if index is None:
            return None
        made: list[Step] = []
        if writes_pages(builder):
            writer.adopt(f'_static/{page_context.STYLE}')
            title, source_url = self.title, self.settings.source_url
            shared = frame(builder, index, self.site, self.renderer, title=title, source_url=source_url)
            made = steps(shared, lengths)
        files = exported(builder, index) if self.settings.export else ()
        follow = partial(followed, verbosity=self._verbosity)
        return Made(index, made, follow, ((f'{EXPORT_FOLDER}/{name}', chunks) for name, chunks in files))

    def on_build_finished(self, app: Sphinx, exception: Exception | None) -> None:
        """Export for our own builder, and say what there is now and where."""
        if exception is not None or not self.active:
            return
        if isinstance(app.builder, KeywordIndexBuilder):
            if app.builder.exports and (index := self.index()) is not None:
                for name, chunks in exported(app.builder, index):
                    write_long(Path(app.outdir) / name, chunks)
                logger.info(
                    'keyword index: %d keywords in %d documents, exported to %s',
                    len(index.keywords),
                    len(index.documents),
                    shown(app.outdir),
                )
            return
        keywords, pages, written = self._counts
        if pages and isinstance(app.builder, StandaloneHTMLBuilder):
            logger.info(
                'keyword index: %d keywords on %d pages (%d files changed); open %s',
                keywords,
                pages,
                written,
                shown(output_path(app.builder, self.site.start)),
            )

    def on_missing_reference(
        self, app: Sphinx, env: BuildEnvironment, node: addnodes.pending_xref, contnode: nodes.Element
    ) -> nodes.Element | None:
        """Let ``:ref:`kw-index``` lead to the page of everything; where no page is written its title stands alone."""
        if node.get('reftype') != 'ref' or node.get('reftarget') != f'{self.settings.folder}-index':
            return None
        page = self.site.index if self.active and writes_pages(app.builder) else None
        uri = app.builder.get_relative_uri(node['refdoc'], page) if page else ''
        return page_context.index_reference(contnode.astext() if node.get('refexplicit') else self.title, uri)

    # -- pages ------------------------------------------------------------------------------------------------

    def on_shared_context(
        self, app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: Any
    ) -> None:
        """Before any theme looks at the context: decide on the navigation of our own pages."""
        self._navigate(pagename, context, late=False)

    def on_theme_context(self, app: Sphinx, pagename: str, _template: str, context: dict[str, Any], _tree: Any) -> None:
        """The same for what a theme has put there."""
        self._navigate(pagename, context, late=True)

    def _navigate(self, pagename: str, context: dict[str, Any], *, late: bool) -> None:
        """Leave the navigation of our own pages out, or have it rendered once for all at the same depth."""
        if not (self.active and writes_pages(self.builder) and self.site.is_ours(pagename)):
            return
        if self.settings.light_pages:
            lighten(context, self.renderer, self.site.index, self.title, late=late)
        elif self.settings.share_sidebars:
            self.sidebars.share(self.builder.get_target_uri(pagename), context, late=late)

    def on_page_context(
        self, app: Sphinx, pagename: str, templatename: str, context: dict[str, Any], doctree: nodes.document | None
    ) -> None:
        """Put our links on the pages of documents and of the general index."""
        if not self.active or not writes_pages(app.builder):
            return
        linked = links(app.builder)
        page_context.add_relation(context, self.site, self.title, str(_('keywords')))
        if doctree is not None and self.settings.page_links and pagename in self.env.all_docs:
            page_context.add_document_links(context, pagename, self.site, linked, self.renderer, self.title)
        elif pagename.startswith('genindex'):
            page_context.add_general_entry(context, pagename, self.site, linked, self.title)
        elif self.site.is_ours(pagename):
            app.add_css_file(page_context.STYLE)
