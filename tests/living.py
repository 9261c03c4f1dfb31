"""A small documentation in which documents lean on each other, for the histories that a project goes through."""

from __future__ import annotations

CONF = {
    'extensions': ['sphinx_kwindex', 'myst_parser', 'sphinx.ext.todo'],
    'todo_include_todos': True,
    'html_theme': 'basic',
}
FILES = {
    'index.rst': """
        Handbook
        ========

        The ``Loader`` is where to start.

        .. toctree::

           guide/index
           guide/setup
           api/core
           api/more
           notes
           todos
           lone/page
        """,
    'guide/index.rst': """
        Guide
        =====

        First read :ref:`install`, then :doc:`setup`. Call :py:func:`core.fetch` early.

        .. toctree::

           deep/inner
        """,
    'guide/deep/inner.rst': """
        Inner parts
        ===========

        A ``deep_value`` of the ``Loader``, see :ref:`install`.
        """,
    'guide/setup.md': """
        # Set-up

        (install)=
        ## Installing things

        Run `pip install core`. More in [](../api/core.rst).

        ## Settings

        Then set `CORE_HOME`.

        ```python
        from core import Loader
        Loader().load_all()
        ```
        """,
    'api/core.rst': """
        Core module
        ===========

        .. py:module:: core

        .. py:class:: Loader(path)

           Loads.

           .. py:method:: load_all()

              Loads everything.

        .. py:function:: fetch(url)

           Fetches; raises ``FetchError``.
        """,
    'api/more.rst': """
        More of it
        ==========

        Details
        -------

        A :py:class:`~core.Loader` calls :py:meth:`core.Loader.load_all`, and :py:func:`fetch` calls ``get_url``.
        """,
    'notes.rst': """
        Notes
        =====

        Everywhere ``plain_note``.

        .. only:: special

           Only here ``special_note``.

        .. todo:: Explain ``todo_name``.
        """,
    'todos.rst': """
        Things to do
        ============

        .. todolist::
        """,
    'lone/page.rst': """
        Lone page
        =========

        It says ``lone_name``.
        """,
}
ALL = sorted(name.rpartition('.')[0] for name in FILES)
