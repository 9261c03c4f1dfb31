"""Documentation that is not in English: which of its words are names, and what they are called."""

from __future__ import annotations

import pytest

from conftest import MakeProject
from projects import Built

GERMAN = """
    Benutzung
    =========

    Der Rechner liest jede Datei und zeigt dem Nutzer das Fenster. Danach endet der Lauf ohne Fehler, und die
    Ausgabe steht im Ordner. Das Werkzeug braucht Zugriff auf die Platte und auf das Netz, sonst bricht der Vorgang
    ab. Im Januar kommt eine neue Ausgabe für Deutschland.

    Die Klasse ``Lader`` hat eine Methode ``hole``, und das Modul ``laden`` kennt die Umgebungsvariable ``ORDNER``.
    Ein Docker-Image startet man mit ``docker run --rm``. Die API-Schlüssel und das JSON stehen in ``schlüssel.json``.

    Jede QuerySet-Abfrage nutzt PostgreSQL und get_it().

    .. code-block:: console

       $ docker run --rm image
    """
CHINESE = """
    使用说明
    ========

    使用DataLoader类读取数据，然后调用get_it()函数。基于HTTP协议的API返回JSON格式的结果。

    请先安装 numpy 再运行程序，因为 numpy 提供数组。这里的 the 不是名称，the 也不是。

    运行 Django 服务器，设置 ``DEBUG`` 选项，打开 settings.py 文件。
    """
KOREAN = """
    사용법
    ======

    서버에서 Docker를 쓰고 DataLoader는 데이터를 읽는다. 값은 ``max_size`` 이다.
    """
RUSSIAN = """
    Использование
    =============

    Программа написана на языке Python. Запусти setup.py и вызови get_it(), потом открой Django. Здесь Москва и сервер.
    """


FRENCH = """
    Utilisation
    ===========

    Il ne faut JAMAIS le toucher, jamais et encore jamais. Le menu Fichier ouvre un fichier, puis un autre fichier. Le format
    est JSON, et on répond ``oui/non``.
    """


@pytest.fixture
def german(make_project: MakeProject) -> Built:
    return make_project({'index.rst': GERMAN}, language='de').build()


def kinds(built: Built) -> dict[str, str]:
    return {name: keyword['kind'] for name, keyword in built.keywords.items()}


def test_german_nouns_are_no_names(german: Built) -> None:
    assert set(german.keywords) == {
        'API', 'Docker', 'JSON', 'Lader', 'ORDNER', 'PostgreSQL', 'QuerySet', '--rm', 'docker', 'docker run', 'get_it', 'hole',
        'schlüssel.json', 'laden',
    }  # fmt: skip


def test_german_nouns_say_the_kind(german: Built) -> None:
    expected = {
        'Lader': 'class',
        'hole': 'method',
        'laden': 'module',
        'ORDNER': 'envvar',
        'docker': 'command',
        '--rm': 'option',
        'JSON': 'acronym',
        'schlüssel.json': 'file',
    }
    assert {name: kinds(german)[name] for name in expected} == expected


@pytest.mark.parametrize(
    ('language', 'text', 'names'),
    [
        (
            'zh_CN',
            CHINESE,
            ['API', 'DataLoader', 'DEBUG', 'Django', 'get_it', 'HTTP', 'JSON', 'numpy', 'settings.py'],
        ),
        ('ko', KOREAN, ['DataLoader', 'Docker', 'max_size']),
        ('ru', RUSSIAN, ['Django', 'get_it', 'Python', 'setup.py']),
    ],
)
def test_names_in_other_scripts(make_project: MakeProject, language: str, text: str, names: list[str]) -> None:
    built = make_project({'index.rst': text}, language=language).build()
    assert sorted(built.keywords, key=str.casefold) == names


def test_dictionary_of_english_has_no_say_in_french(make_project: MakeProject) -> None:
    """It has neither of the words, but neither is a name."""
    assert set(make_project({'index.rst': FRENCH}, language='fr').build().keywords) == {'JSON'}
