"""What texts in other languages than English call names: the nouns of :mod:`~sphinx_kwindex.collect.nouns`, with their hints.

Languages that write no blanks between words have the noun right beside the name: ``save``メソッド.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

_WORDS = {
    'class': 'classe classes clase clases classi klasse klassen класс класса классе классом классы',
    'object': 'objet objets objeto objetos oggetto composant composants componente componentes componenti komponente komponenten',
    'exception': 'excepción excepciones exceção exceções eccezione ausnahme исключение исключения',
    'function': (
        'fonction fonctions función funciones função funções funzione funzioni funktion funktionen '
        'функция функции функцию функцией'
    ),
    'method': 'méthode méthodes método métodos metodo metodi methode methoden метод метода методе методом методы',
    'field': (
        'propriété propriétés attribut attributs propiedad propiedades atributo atributos propriedade propriedades proprietà '
        'attributo attributi eigenschaft eigenschaften attribute свойство свойства свойству атрибут атрибута поле поля'
    ),
    'package': (
        'paquet paquets paquete paquetes pacote pacotes pacchetto pacchetti paket pakete módulo módulos modulo moduli modul '
        'module modulen пакет пакета модуль модуля модуле'
    ),
    'constant': 'constante constantes costante costanti konstante konstanten константа константы константу',
    'setting': (
        'opción opciones opção opções opzione opzioni optionen einstellung einstellungen réglage réglages '
        'настройка настройки настройку опция опции опцию опцией'
    ),
    'parameter': (
        'paramètre paramètres parámetro parámetros parâmetro parâmetros parametro parametri argumento argumentos argomento '
        'argomenti аргумент аргумента аргументы'
    ),
    'envvar': 'umgebungsvariable umgebungsvariablen',
    'command': (
        'commande commandes comando comandos comandi befehl befehle kommando команда команды команду командой команде'
    ),
    'ending': 'fichier fichiers archivo archivos fichero ficheros arquivo arquivos ficheiro datei dateien файл файла файле файлы',
    'file': (
        'dossier dossiers répertoire répertoires carpeta directorio directorios diretório diretórios cartella ordner '
        'verzeichnis каталог каталога каталоге директория директории'
    ),
    'header': 'en-tête en-têtes cabecera encabezado cabeçalho intestazione заголовок заголовка',
    'directive': 'directiva directivas diretiva diretivas direttiva директива директивы директиву',
}
TRANSLATED: Mapping[str, str] = {word: hint for hint, words in _WORDS.items() for word in words.split()}
"""Nouns of French, Spanish, Portuguese, Italian, German and Russian -> the hint."""
_JOINED = {
    'class': 'クラス 类 類 클래스',
    'type': '类型 類型',
    'object': 'コンポーネント 组件 컴포넌트',
    'exception': '例外 异常 예외',
    'function': '関数 函数 函式 함수',
    'method': 'メソッド 方法 메서드 메소드',
    'hook': 'フック 钩子 훅',
    'decorator': 'デコレータ デコレーター 装饰器 데코레이터',
    'field': 'プロパティ フィールド 属性 字段 속성 프로퍼티 필드',
    'package': 'モジュール パッケージ 模块 모듈 패키지',
    'constant': '定数 常量 상수',
    'setting': 'オプション 选项 配置项 配置選項 옵션',
    'parameter': 'パラメータ パラメーター 引数 参数 參數 매개변수 인자',
    'envvar': '環境変数 环境变量',
    'command': 'コマンド 命令 명령',
    'ending': 'ファイル 文件 檔案 파일',
    'file': 'ディレクトリ フォルダ 目录 文件夹 디렉터리 디렉토리',
    'directive': 'ディレクティブ 指令 디렉티브',
    'header': 'ヘッダー ヘッダ 标头 请求头 헤더',
    'flag': 'フラグ 플래그',
}
_BY_NOUN = {noun: hint for hint, nouns in _JOINED.items() for noun in nouns.split()}
_LONGEST_FIRST = '|'.join(sorted(_BY_NOUN, key=len, reverse=True))
_BEHIND = re.compile(rf'[\s’”\'")\]」』]{{0,2}}({_LONGEST_FIRST})')
_BEFORE = re.compile(rf'({_LONGEST_FIRST})[\s‘“\'"(「『]{{0,2}}\Z')
_LONGEST_NOUN = max(map(len, _BY_NOUN)) + 2


def noun_joined(text: str, start: int, end: int) -> str:
    """The hint that a noun of Japanese, Chinese or Korean right beside a name gives, '' where there is none."""
    if text.isascii():
        return ''
    found = _BEHIND.match(text, end) or _BEFORE.search(text, max(0, start - _LONGEST_NOUN), start)
    return _BY_NOUN[found[1]] if found else ''
