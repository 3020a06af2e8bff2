"""No code of amends can send or fetch; what looks as if it could is listed, with its reason."""

import ast
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

import amends

HOME = Path(amends.__file__).parent
WEB = HOME / "web"
NETWORK = {
    "aiohttp",
    "asyncio",
    "ctypes",
    "dbus_fast",
    "desktop_notifier",
    "ftplib",
    "http.client",
    "http.server",
    "httpx",
    "imaplib",
    "multiprocessing",
    "poplib",
    "requests",
    "smtplib",
    "socket",
    "socketserver",
    "ssl",
    "subprocess",
    "telnetlib",
    "urllib.request",
    "urllib3",
    "webbrowser",
    "xmlrpc",
    "xmlrpc.client",
}
"""Modules with which a program can reach another machine, or start one that does."""
REACHING = re.compile(
    r"^(?:connect|connect_ex|create_connection|sendto|sendmsg|urlopen|urlretrieve|system|popen|startfile"
    r"|exec[lv]\w*|spawn\w*|posix_spawn\w*|send_mail|mail_admins|mail_managers|EmailMessage)$"
)
"""Names that reach out wherever they come from."""
ALLOWED = {
    ("web/serve.py", "socket"): "the local server listens on 127.0.0.1, and connects to nothing",
    (
        "web/serve.py",
        "webbrowser",
    ): "opens the app's own address in the browser, once, at the start",
    ("web/hosted.py", "socket"): "amends serve listens at the address it was given; as above",
    ("web/hosted.py", "ssl.SSLContext"): "what seals the connections that come in",
    ("web/wire.py", "socket.socket"): "a connection that came in",
    **{
        ("web/wire.py", f"ssl.{name}"): "seals the connections that come in"
        for name in (
            "PROTOCOL_TLS_SERVER",
            "SSLContext",
            "SSLSocket",
            "SSLWantReadError",
            "SSLWantWriteError",
            "TLSVersion",
        )
    },
    ("web/notice.py", "desktop_notifier"): "one word on this computer's own screen, if asked for",
    ("store/trouble.py", "urllib.request.url2pathname"): "turns a file's address into its path",
}
OPENED = {("chats/database.py", "connect"): "SQLite opens a file or memory, and no other machine"}
"""Calls that are named like those that reach out."""
LATE = {
    "__init__.py": "the library's face, by a fixed name",
    "chats/__init__.py": "what needs arrays, from a fixed list of names",
    "chats/frames.py": "the library of data frames that was asked for, by fixed names",
    "chats/tone/__init__.py": "what needs arrays, by a fixed name",
    "chats/importers/__init__.py": "an importer, from the names of the files in one folder",
    "chats/patterns/__init__.py": "a pattern, from the names of the files in one folder",
    "listener/__init__.py": "the encoder, by a fixed name",
    "store/__init__.py": "what needs tables, from a fixed list of names",
    "cli/chat_files.py": "the page for a browser, by a fixed name",
    "cli/commands/chats.py": "what writes files, by a fixed name",
    "cli/main.py": "a command, from the names of the files in one folder",
    "cli/commands/run.py": "the server, by a fixed name",
    "cli/commands/serve.py": "the server for other devices, by fixed names",
    "web/leading.py": "a page that content names, from the folders in one folder",
    "web/urls.py": "a page, from the names of the folders in one folder",
}
"""Where a module is imported by a name that is put together, and from what."""
LOADED = {
    "asyncio": "asgiref, for views that wait; none of ours does",
    "ctypes": "numpy and onnxruntime, for their own libraries",
    "http.client": "Django names the answers of HTTP by it",
    "multiprocessing": "onnxruntime and asgiref, for locks",
    "socket": "waitress, which answers on this machine",
    "socketserver": "Django's own trial server, which is never started",
    "ssl": "came with http.client and asyncio",
    "subprocess": "platformdirs and numpy, to ask the system about itself",
    "urllib.request": "Django and platformdirs, for file addresses",
    "webbrowser": "opens the app's own address, once",
    "smtplib": "Django's mail, which nothing of ours imports",
    "http.server": "Django's own trial server, which is never started",
}
"""What dependencies load although nothing of ours asks for it."""
ADDRESS = re.compile(r"(?:https?:)?//[a-z0-9-]+\.[a-z0-9.-]+", re.IGNORECASE)
NAMES_NO_PLACE = {"http://www.w3.org"}
"""The name of SVG's vocabulary: nothing is loaded from there."""
LEADS_OUT = re.compile(
    r"http-equiv|<iframe|<object|<embed|<base\b|\bping=|prefetch|preconnect|preload|modulepreload|@import"
    r"|XMLHttpRequest|WebSocket|EventSource|RTCPeer|window\.open|importScripts|serviceWorker|mailto:|srcset",
    re.IGNORECASE,
)
FETCHED = re.compile(r"(?:fetch|sendBeacon)\(([^,)]+)")
KNOWN = (
    '<meta http-equiv="Content-Security-Policy" content="{{ policy }}">',  # a file shuts itself
    "const request = new XMLHttpRequest();",  # tells how far an upload is; `fetch` does not
    'request.open("POST", form.getAttribute("action"));',
)
"""Lines that look as if they led out, and stay: the form's own address is all that is sent to."""
OWN_ADDRESSES = {
    "path",
    "location.pathname",
    "form.action",
    "location.href",
    "exit.action",
    "session.dataset.ask",
}
"""What our scripts send to: addresses of the page itself, or of a form that amends has made."""


def modules() -> Iterator[tuple[str, ast.Module]]:
    for path in sorted(HOME.rglob("*.py")):
        yield path.relative_to(HOME).as_posix(), ast.parse(path.read_text(encoding="utf-8"))


def imported(tree: ast.Module) -> Iterator[str]:
    """Yield every module, and every name from a module, that a file imports."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def faces() -> list[Path]:
    """Return every template, style, script and picture of the pages."""
    kinds = {".html", ".css", ".js", ".svg", ".webmanifest", ".typ"}
    return sorted(path for path in HOME.rglob("*") if path.suffix in kinds)


def test_nothing_imports_what_reaches_out() -> None:
    found = {
        (name, one)
        for name, tree in modules()
        for one in imported(tree)
        if one in NETWORK or one.rpartition(".")[0] in NETWORK
    }
    whole = {(name, one) for name, one in found if not _is_told_more_exactly(name, one, found)}

    assert whole == set(ALLOWED)


def _is_told_more_exactly(name: str, one: str, found: set[tuple[str, str]]) -> bool:
    return any(file == name and other.startswith(f"{one}.") for file, other in found)


def test_nothing_calls_what_reaches_out() -> None:
    called = {
        (name, node.func.attr if isinstance(node.func, ast.Attribute) else node.func.id)
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute | ast.Name)
    }

    assert {one for one in called if REACHING.match(one[1])} == set(OPENED)


def test_a_name_is_put_together_only_where_it_is_listed() -> None:
    late = {
        name
        for name, tree in modules()
        for node in ast.walk(tree)
        if isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id
        in {"import_module", "resolve_name", "__import__", "eval", "exec", "compile"}
    }

    assert late == set(LATE)


@pytest.mark.parametrize(
    "code",
    [
        "import smtplib",
        "from urllib.request import urlopen",
        "from http import client, HTTPStatus\nimport http.client",
        "def late():\n    import socket",
        "try:\n    import requests\nexcept ImportError:\n    pass",
    ],
)
def test_the_scan_finds_what_is_hidden(code: str) -> None:
    found = set(imported(ast.parse(code)))

    assert {one for one in found if one in NETWORK or one.rpartition(".")[0] in NETWORK}


def test_the_server_listens_on_this_machine_alone() -> None:
    serve = (WEB / "serve.py").read_text(encoding="utf-8")

    assert 'HOST = "127.0.0.1"' in serve
    assert serve.count(".bind(") == 1
    assert ".bind((HOST, " in serve


def test_other_devices_are_served_at_the_address_that_was_named() -> None:
    hosted = (WEB / "hosted.py").read_text(encoding="utf-8")

    assert ".bind(" not in hosted
    assert hosted.count("create_server((str(place.address), place.port)") == 1
    assert "0.0.0.0" not in hosted.replace("0.0.0.0 is every one", "")  # noqa: S104 - a hint


def without(lines: tuple[str, ...], text: str) -> str:
    for line in lines:
        text = text.replace(line, "")
    return text


@pytest.mark.parametrize("path", faces(), ids=lambda path: path.relative_to(HOME).as_posix())
def test_no_page_script_or_style_names_another_machine(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    bare = re.sub(r"^\s*//.*$", "", text, flags=re.MULTILINE)

    assert set(ADDRESS.findall(bare)) <= NAMES_NO_PLACE
    assert LEADS_OUT.findall(without(KNOWN, text)) == []
    assert text.count("request.open(") == text.count(KNOWN[-1])
    assert {one.strip() for one in FETCHED.findall(text)} <= OWN_ADDRESSES
    assert "@preview" not in text


def test_no_mail_and_no_cache_elsewhere_is_set_up() -> None:
    settings = (WEB / "settings.py").read_text(encoding="utf-8")

    assert [
        one for one in ("EMAIL", "CACHES", "ADMINS", "SENTRY", "http://") if one in settings
    ] == []


def test_what_the_dependencies_load_is_known(tmp_path: Path) -> None:
    code = (
        "import sys, pkgutil, importlib, django; django.setup()\n"
        "import amends\n"
        "for one in pkgutil.walk_packages(amends.__path__, 'amends.'):\n"
        "    one.name.endswith('__main__') or importlib.import_module(one.name)\n"
        "print(*sys.modules)"
    )
    places = {"DJANGO_SETTINGS_MODULE": "amends.web.settings", "AMENDS_DATA": str(tmp_path)}
    program = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **places},
        capture_output=True,
        text=True,
        check=True,
    )

    assert NETWORK & set(program.stdout.split()) <= set(LOADED)
