"""A client for yaml-language-server, over its standard input and output: asks what an editor would show."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping
from pathlib import Path
from types import TracebackType
from typing import Any, Self
from urllib.parse import quote

SERVER = Path(__file__).parent.parent / ".venv/node/node_modules/.bin/yaml-language-server"


class LanguageServer:
    """Opens texts as an editor does. `schemas` leads from a file with a JSON Schema to the names that it is for."""

    def __init__(self, schemas: dict[Path, str]) -> None:
        self._settings = {
            "yaml": {
                "schemas": {path.as_uri(): [names] for path, names in schemas.items()},
                "schemaStore": {"enable": False},
                "validate": True,
                "completion": True,
                "hover": True,
            }
        }
        self._number = 0
        self._server = subprocess.Popen([SERVER, "--stdio"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)  # noqa: S603
        self._ask("initialize", {"processId": None, "rootUri": None, "capabilities": {}})
        self._tell("initialized", {})
        self._tell("workspace/didChangeConfiguration", {"settings": self._settings})

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._server.kill()
        self._server.communicate()

    def complaints(self, texts: Mapping[str, str]) -> dict[str, list[tuple[int, str]]]:
        """For each text by its name: the line (from 1) and the words of everything that the server finds wrong."""
        names = {self._open(name, text): name for name, text in texts.items()}
        found: dict[str, list[tuple[int, str]]] = {}
        while len(found) < len(texts):
            message = self._read()
            if message.get("method") != "textDocument/publishDiagnostics":
                continue
            if (name := names.get(message["params"]["uri"])) is not None:
                told = [(one["range"]["start"]["line"] + 1, one["message"]) for one in message["params"]["diagnostics"]]
                found[name] = sorted(told)
        return found

    def proposals(self, name: str, text: str) -> list[str]:
        """What the server proposes where the sign ¦ stands in a text."""
        position = self._position(text)
        uri = self._open(name, text.replace("¦", ""))
        answer = self._ask("textDocument/completion", {"textDocument": {"uri": uri}, "position": position})
        return [one["label"] for one in answer["items"]]

    def explanation(self, name: str, text: str) -> str:
        """What the server shows when the pointer rests where the sign ¦ stands in a text."""
        position = self._position(text)
        uri = self._open(name, text.replace("¦", ""))
        answer = self._ask("textDocument/hover", {"textDocument": {"uri": uri}, "position": position})
        return str(answer["contents"]["value"]) if answer else ""

    def _position(self, text: str) -> dict[str, int]:
        before = text[: text.index("¦")]
        return {"line": before.count("\n"), "character": len(before) - before.rfind("\n") - 1}

    def _open(self, name: str, text: str) -> str:
        """Open a text under an address of its own, so that no answer is about an older text of the same name."""
        self._number += 1
        uri = f"file:///project/{self._number}/{quote(name)}"
        self._tell(
            "textDocument/didOpen", {"textDocument": {"uri": uri, "languageId": "yaml", "version": 1, "text": text}}
        )
        return uri

    def _ask(self, method: str, params: object) -> Any:  # noqa: ANN401 - whatever the server answers
        self._number += 1
        self._send({"id": self._number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == self._number and "method" not in message:
                return message["result"]

    def _tell(self, method: str, params: object) -> None:
        self._send({"method": method, "params": params})

    def _send(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(f"Content-Length: {len(body)}\r\n\r\n".encode() + body)
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        """The next message. What the server asks is answered: it wants to know the settings."""
        assert self._server.stdout is not None
        size = 0
        while line := self._server.stdout.readline().strip():
            if line.lower().startswith(b"content-length:"):
                size = int(line.split(b":")[1])
        if not size:
            error = "the server has ended"
            raise EOFError(error)
        message: dict[str, Any] = json.loads(self._server.stdout.read(size))
        if "id" in message and "method" in message:
            items = message["params"].get("items", []) if isinstance(message["params"], dict) else []
            self._send({"id": message["id"], "result": [self._settings.get(one["section"]) for one in items]})
        return message
