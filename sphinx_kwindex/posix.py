"""What standards name: files of a release, the utilities of a shell, variables of an environment, roots of a file system."""

from __future__ import annotations

import re

UTILITIES = frozenset(
    """
    admin alias ar asa at awk basename batch bc bg c99 cal cat cd cflow chgrp chmod chown cksum cmp comm command
    compress cp crontab csplit ctags cut cxref date dd delta df diff dirname du echo ed env ex expand expr false fc fg
    file find fold fort77 fuser gencat getconf getopts grep hash head iconv id ipcrm ipcs jobs join kill lex link ln
    locale localedef logger logname lp ls m4 mailx make man mesg mkdir mkfifo more mv newgrp nice nl nm nohup od paste
    patch pathchk pax pr printf ps pwd read renice rm rmdir sed sh sleep sort split strings strip stty tabs tail talk
    tee test time touch tput tr true tsort tty type ulimit umask unalias uname uncompress unexpand uniq unlink uucp
    uudecode uuencode uustat uux val vi wait wc what who write xargs yacc zcat
    """.split()  # noqa: SIM905 (words to read)
)
"""POSIX.1-2017, Shell and Utilities, chapter 4, but for those of source code control. None of them has sub-commands."""
VARIABLES = frozenset(
    [
        'COLUMNS',
        'EDITOR',
        'HOME',
        'LANG',
        'LINES',
        'LOGNAME',
        'PAGER',
        'PATH',
        'PWD',
        'SHELL',
        'TERM',
        'TMPDIR',
        'TZ',
        'USER',
        'VISUAL',
    ]
)
"""POSIX.1-2017, Base Definitions, chapter 8: the environment variables that are one word."""
OF_DESKTOPS = frozenset(
    """
    XDG_CACHE_HOME XDG_CONFIG_DIRS XDG_CONFIG_HOME XDG_DATA_DIRS XDG_DATA_HOME XDG_RUNTIME_DIR XDG_STATE_HOME
    """.split()  # noqa: SIM905 (words to read)
)
"""XDG Base Directory Specification 0.8."""
OF_TOOLS = frozenset(
    """
    CFLAGS CPPFLAGS CXXFLAGS DATABASE_URL DYLD_LIBRARY_PATH GOPATH GOROOT HTTPS_PROXY HTTP_PROXY JAVA_HOME KUBECONFIG LDFLAGS
    LD_LIBRARY_PATH LD_PRELOAD NODE_ENV NODE_PATH NO_PROXY PKG_CONFIG_PATH PYTHONHOME PYTHONPATH SSH_AUTH_SOCK VIRTUAL_ENV
    """.split()  # noqa: SIM905 (words to read)
)
"""What loaders, compilers and runtimes read: ld.so(8), GNU make 10.3, ``python --help-env``, ``go env``, curl(1) and others."""
OF_GATEWAYS = frozenset(
    """
    AUTH_TYPE CONTENT_LENGTH CONTENT_TYPE DOCUMENT_ROOT GATEWAY_INTERFACE PATH_INFO PATH_TRANSLATED QUERY_STRING REMOTE_ADDR
    REMOTE_HOST REMOTE_IDENT REMOTE_PORT REMOTE_USER REQUEST_METHOD REQUEST_URI SCRIPT_NAME SERVER_ADDR SERVER_NAME SERVER_PORT
    SERVER_PROTOCOL SERVER_SOFTWARE
    """.split()  # noqa: SIM905 (words to read)
)
"""What a server tells of a request: RFC 3875, section 4.1, and what servers add to it."""
ROOTS = frozenset({'boot', 'dev', 'etc', 'opt', 'proc', 'run', 'srv', 'sys', 'usr', 'var'})
"""Filesystem Hierarchy Standard 3.0, chapters 3 and 6: folders of the root that hold what a system keeps for itself."""
SYSTEMS = frozenset({'Alpine', 'Android', 'Fedora', 'Mac', 'Windows'})
"""Systems whose names are words of English, and hardly stand for these where a documentation begins them with a capital."""
OF_RELEASES = frozenset(
    {'AUTHORS', 'CHANGELOG', 'CONTRIBUTING', 'COPYING', 'INSTALL', 'LICENSE', 'MANIFEST', 'NEWS', 'README'}
)
"""Files of a release that have no ending: GNU Coding Standards, section 7.3, and what others have beside them."""
STANDARD_ROOTS = ROOTS | {'bin', 'home', 'lib', 'lib32', 'lib64', 'media', 'mnt', 'root', 'sbin', 'tmp'}
"""Filesystem Hierarchy Standard 3.0, chapter 3, and the kernel's own."""
_OF_CONTAINERS = re.compile(
    r'/(?:app|backups?|cache|certs?|config|data|logs|nix|secrets|store|volumes|workspace)(?:/[\w.-]+)+/?'
)
"""Paths below folders of the root that images of containers have beside those of the standard."""


def is_of_container(name: str) -> bool:
    """Whether a path is one of those that images of containers have: ``/data/certs/``."""
    return _OF_CONTAINERS.fullmatch(name) is not None


_ENDPOINT = re.compile(r'/[a-z]{4,}(?:-[a-z]+)*')
_OF_SERVICES = re.compile(
    r'/(?:api|v\d(?:\.\d)?|\.well-known)(?:/[\w.-]+)+/?|/v\d|(?:/(?!api/v\d)[\w.-]++)*+/api/v\d(?:/[\w.-]++)*+(?:/\*)?/?'
)
"""Paths of services, with a version mostly, and well-known ones: RFC 8615."""


def is_endpoint(name: str) -> bool:
    """Whether a path of one step is rather what a server is asked for, ``/metrics``, than a folder of a file system."""
    return _ENDPOINT.fullmatch(name) is not None and name[1:] not in STANDARD_ROOTS


_ROUTE = re.compile(
    r'(?:/[a-z]\w*)?/[a-z]+(?:_[a-z0-9]+)+|/_[a-z]\w*(?:/[a-z]\w*)+|/[a-z]\w*/[a-z]+(?:[A-Z][a-z0-9]+)+'
)
"""What a server is asked for by a name of several words, in inline code: ``/tags/findSeries``."""


def is_route(name: str) -> bool:
    """Whether a path has the form of what a server is asked for rather than that of a folder, by words that it joins."""
    return _ROUTE.fullmatch(name) is not None


def is_of_service(name: str) -> bool:
    """Whether a path is one that services answer at, of any number of steps: ``/api/users``, ``/.well-known/caldav``."""
    return _OF_SERVICES.fullmatch(name) is not None


_LONG_DASHES = frozenset(
    """
    consul convert ffmpeg ffprobe find go java javac magick nomad openssl packer terraform tofu vault xterm
    """.split()  # noqa: SIM905 (words to read)
)


def has_long_dashes(command: str) -> bool:
    """Whether the options of a command have one dash and several letters, against guideline 5: ``openssl req -new -x509``.

    POSIX.1-2017, Base Definitions, section 12.2; ``find`` is one that it has itself.
    """
    return command in _LONG_DASHES or command.startswith('qemu-')


OF_SYSTEM = re.compile(rf'/(?:{"|".join(sorted(ROOTS))})(?:/[\w.+-]+)+/?')
"""A path of the system's own, which needs no ending to be one."""
OF_USER = re.compile(r'~/\.[a-z][\w.-]*(?:/[\w.-]+)*/?')
"""A folder of settings below a user's own: ``~/.config/systemd``."""
OF_PROJECT = re.compile(r'bin/[a-z][\w-]*')
"""A program that a project brings in its own folder: ``bin/rails``, ``bin/cake``."""
OF_DJANGO = 'manage.py'
"""The script of a project's own, behind which a sub-command stands, though no other does: ``manage.py runserver``."""
