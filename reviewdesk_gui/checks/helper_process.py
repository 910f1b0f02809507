"""The helper process as its owner sees it: ask, get an answer or None, and it is there again after a crash."""

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from reviewdesk_gui.checks.spelling_worker import FLAG

_PACKAGE_PARENT = Path(__file__).resolve().parents[2]
_CRASHED = b""


def worker_command() -> tuple[str, ...]:
    """How the helper is started: the frozen program calls itself, a checkout or wheel calls the module."""
    if getattr(sys, "frozen", False):
        return (sys.executable, FLAG)
    return (sys.executable, "-m", "reviewdesk_gui.checks.spelling_worker")


class HelperProcess:
    """One helper, started when first asked. One thread asks; any thread may close or end it."""

    def __init__(self, command: Sequence[str]) -> None:
        self._command = tuple(command)
        self._process: subprocess.Popen[bytes] | None = None
        self._lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
        self._number = 0
        self._ended = False
        self._guard = threading.Lock()

    @property
    def pid(self) -> int | None:
        """The running helper's process id."""
        process = self._process
        return process.pid if process else None

    def ask(self, request: dict[str, Any], timeout: float) -> dict[str, Any] | None:
        """The answer within ``timeout`` seconds; None where the helper crashed, hung or cannot be started."""
        self._number += 1
        try:
            process = self._started()
            if process is None or process.stdin is None:
                return None
            process.stdin.write(json.dumps(request | {"id": self._number}).encode("ascii") + b"\n")
            process.stdin.flush()
            line = self._lines.get(timeout=timeout)
        except (OSError, ValueError, queue.Empty):
            line = _CRASHED
        answer = _parsed(line)
        if answer is None or answer.get("id") != self._number:
            self.close()
            return None
        return answer

    def close(self) -> None:
        """Stops the helper; the next question starts another."""
        with self._guard:
            process, self._process = self._process, None
        if process is not None:
            _stop(process)

    def end(self) -> None:
        """Stops the helper for good; questions are answered with None from now on."""
        self._ended = True
        self.close()

    def _started(self) -> subprocess.Popen[bytes] | None:
        """The running helper, a new one where there is none; None once it was ended for good."""
        running = self._process
        if running is not None and running.poll() is None:
            return running
        self.close()
        with self._guard:
            if self._ended:
                return None
            self._lines = queue.SimpleQueue()
            self._process = process = self._start()
        threading.Thread(target=_read, args=(process, self._lines), daemon=True).start()
        return process

    def _start(self) -> subprocess.Popen[bytes]:
        path = os.pathsep.join(filter(None, (str(_PACKAGE_PARENT), os.environ.get("PYTHONPATH"))))
        return subprocess.Popen(  # noqa: S603
            self._command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "PYTHONPATH": path},
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )


def _stop(process: subprocess.Popen[bytes]) -> None:
    process.kill()
    process.wait()
    for pipe in (process.stdin, process.stdout):
        if pipe:
            with contextlib.suppress(OSError):
                pipe.close()


def _read(process: subprocess.Popen[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    if process.stdout:
        with contextlib.suppress(OSError, ValueError):
            for line in process.stdout:
                lines.put(line)
    lines.put(_CRASHED)


def _parsed(line: bytes) -> dict[str, Any] | None:
    try:
        answer = json.loads(line)
    except ValueError:
        return None
    return answer if isinstance(answer, dict) else None
