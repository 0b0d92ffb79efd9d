"""The YAML language server, used as by an editor: through the Language Server Protocol."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from threading import Timer
from typing import IO, Any

# Offline: otherwise the server would query a catalogue of schemas on the web.
_SETTINGS = {"validate": True, "hover": True, "completion": True, "schemaStore": {"enable": False}}
_CAPABILITIES = {"workspace": {"configuration": True}, "textDocument": {"hover": {"contentFormat": ["plaintext"]}}}


@contextmanager
def yaml_server(node: str, package: Path, folder: Path, seconds: int) -> Iterator[YamlServer]:
    """The server from the package, for files in that folder; it is killed after so many seconds, with an error."""
    command = [node, str(package / "bin" / "yaml-language-server"), "--stdio"]
    with (
        subprocess.Popen(command, cwd=folder, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process,
        _killed_at_last(process, seconds),
    ):
        assert process.stdin is not None
        assert process.stdout is not None
        yield YamlServer(process.stdin, process.stdout, folder)


@contextmanager
def _killed_at_last(process: subprocess.Popen[bytes], seconds: int) -> Iterator[None]:
    timer = Timer(seconds, process.kill)
    timer.start()
    try:
        yield
    finally:
        timer.cancel()
        process.kill()


class YamlServer:
    """A running server and its messages."""

    def __init__(self, to_it: IO[bytes], from_it: IO[bytes], folder: Path) -> None:
        self._to_it = to_it
        self._from_it = from_it
        self._folder = folder
        self._diagnostics: dict[str, list[Mapping[str, Any]]] = {}
        self._asked = 0
        folders = [{"uri": folder.as_uri(), "name": folder.name}]
        self.ask("initialize", {"processId": None, "capabilities": _CAPABILITIES, "workspaceFolders": folders})
        self._send({"method": "initialized", "params": {}})

    def open(self, name: str) -> None:
        """Show the server a file."""
        document = {"uri": self._uri(name), "languageId": "yaml", "version": 1}
        text = (self._folder / name).read_bytes().decode()
        self._send({"method": "textDocument/didOpen", "params": {"textDocument": {**document, "text": text}}})

    def wrong_lines(self, name: str) -> set[int]:
        """The lines (from 1) at which the server reports an error in an opened file."""
        while self._uri(name) not in self._diagnostics:
            self._receive(self._read())
        found = self._diagnostics[self._uri(name)]
        return {diagnostic["range"]["start"]["line"] + 1 for diagnostic in found if diagnostic["severity"] == 1}

    def ask_at(self, what: str, name: str, line: int, character: int) -> Any:
        """Request the `hover` or the `completion` at a line and a character (from 1)."""
        place = {"textDocument": {"uri": self._uri(name)}, "position": {"line": line - 1, "character": character - 1}}
        return self.ask(f"textDocument/{what}", place)

    def ask(self, method: str, params: Mapping[str, Any]) -> Any:
        """Send a request, and wait for the response."""
        self._asked += 1
        self._send({"id": self._asked, "method": method, "params": params})
        while (message := self._read()).get("id") != self._asked or "method" in message:
            self._receive(message)
        return message["result"]

    def _receive(self, message: Mapping[str, Any]) -> None:
        """Record what the server reports about a file, and answer its requests."""
        match message:
            case {"method": "textDocument/publishDiagnostics", "params": params}:
                self._diagnostics[params["uri"]] = params["diagnostics"]
            case {"method": "workspace/configuration", "id": number, "params": {"items": items}}:
                sections = [_SETTINGS if item.get("section") == "yaml" else {} for item in items]
                self._send({"id": number, "result": sections})
            case {"method": _, "id": number}:
                self._send({"id": number, "result": None})

    def _uri(self, name: str) -> str:
        return (self._folder / name).as_uri()

    def _send(self, message: Mapping[str, Any]) -> None:
        content = json.dumps({"jsonrpc": "2.0", **message}).encode()
        self._to_it.write(b"Content-Length: %d\r\n\r\n%b" % (len(content), content))
        self._to_it.flush()

    def _read(self) -> Mapping[str, Any]:
        size = 0
        while header := self._from_it.readline().strip():
            name, _, value = header.partition(b":")
            size = int(value) if name.lower() == b"content-length" else size
        assert size, "the language server has ended"
        message: Mapping[str, Any] = json.loads(self._from_it.read(size))
        return message
