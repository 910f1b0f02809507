"""The helper process that holds the dictionaries: one JSON request a line on stdin, one JSON answer a line on stdout.

Loading a dictionary takes up to a second and suggestions as long, both without releasing the interpreter, so neither
may happen in the window's process. A request is ``{"id", "do": "spell", "aff", "words"}``, answered by
``{"id", "wrong"}``, or ``{"id", "do": "suggest", "aff", "word"}``, answered by ``{"id", "words"}``; a dictionary that
cannot be opened is answered by ``{"id", "error"}``.
"""

import json
import os
import sys
from pathlib import Path
from typing import IO, Any

from reviewdesk_gui.checks.hunspells import OpenDictionary

FLAG = "--spelling-worker"


class Worker:
    """Keeps the dictionaries that were asked for."""

    def __init__(self) -> None:
        self._open: dict[str, OpenDictionary] = {}

    def answer(self, request: dict[str, Any]) -> dict[str, Any]:
        """The answer to one request."""
        answer: dict[str, Any] = {"id": request["id"]}
        try:
            dictionary = self._dictionary(str(request["aff"]))
        except OSError as error:
            return answer | {"error": str(error)}
        if request["do"] == "suggest":
            return answer | {"words": dictionary.suggest(str(request["word"]))}
        return answer | {"wrong": [word for word in request["words"] if not dictionary.knows(word)]}

    def _dictionary(self, aff: str) -> OpenDictionary:
        if aff not in self._open:
            self._open[aff] = OpenDictionary(Path(aff))
        return self._open[aff]


def serve(requests: IO[bytes], answers: IO[bytes]) -> None:
    """Answers until the requests end."""
    worker = Worker()
    for line in requests:
        answers.write(json.dumps(worker.answer(json.loads(line))).encode("ascii") + b"\n")
        answers.flush()


def main() -> int:
    """Serves on the process's own pipes; a windowed program has no ``sys.stdin``, yet its pipes are there."""
    requests = sys.stdin.buffer if sys.stdin else os.fdopen(0, "rb")
    answers = sys.stdout.buffer if sys.stdout else os.fdopen(1, "wb")
    try:
        serve(requests, answers)
    except (BrokenPipeError, KeyboardInterrupt):
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
