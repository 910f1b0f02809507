"""Spelling for a window: answers from what is known, fetches the rest from a helper process, and says when it came."""

import contextlib
import queue
import threading
from collections import defaultdict
from collections.abc import Callable, Collection, Iterator
from concurrent.futures import Future
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reviewdesk_gui.checks.dictionaries import DictionaryShelf
from reviewdesk_gui.checks.helper_process import HelperProcess, worker_command
from reviewdesk_gui.checks.judged_words import JudgedWords
from reviewdesk_gui.checks.speller import Notices, SpellingNotice

_SPELL_SECONDS = 20.0  # loading included
_SUGGEST_SECONDS = 8.0
_BATCH = 25
_MOST_CRASHES = 3  # in a row; after them the language is given up until refresh()

Key = tuple[str, str]  # language and country


@dataclass(frozen=True, slots=True)
class _Spell:
    key: Key
    aff: Path
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Suggest:
    key: Key
    aff: Path
    word: str
    done: Future[tuple[str, ...]]


class BackgroundSpeller:
    """Never blocks its caller. Thread-safe.

    ``on_news`` is called from a thread of its own when words that were asked for have been judged: check the text
    again then. Call ``close`` at the end.
    """

    def __init__(
        self, shelf: DictionaryShelf, on_news: Callable[[], None] = lambda: None, helper: HelperProcess | None = None
    ) -> None:
        self.notices = Notices()
        self.on_news = on_news
        self._shelf = shelf
        self._helper = helper or HelperProcess(worker_command())
        self._lock = threading.Lock()
        self._jobs: queue.SimpleQueue[_Spell | _Suggest | None] = queue.SimpleQueue()
        self._judged: defaultdict[Key, JudgedWords] = defaultdict(JudgedWords)
        self._asked: dict[Key, set[str]] = {}
        self._suggested: dict[tuple[Key, str], tuple[str, ...]] = {}
        self._affs: dict[Key, Path | None] = {}
        self._crashes: dict[Key, int] = {}
        self._thread: threading.Thread | None = None
        self._closed = False

    def wrong(self, words: Collection[str], language: str, country: str) -> frozenset[str]:
        """Those of ``words`` known by now to be misspelt; the unknown ones are fetched."""
        key = language, country
        with self._lock:
            judged, asked = self._judged[key], self._asked.setdefault(key, set())
            unknown = tuple(judged.unknown(words) - asked)
            found = judged.wrong(words)
            aff = self._aff(key) if unknown else None
            if aff:
                asked.update(unknown)
                for start in range(0, len(unknown), _BATCH):
                    self._put(_Spell(key, aff, unknown[start : start + _BATCH]))
        return found

    def suggestions(self, word: str, language: str, country: str) -> tuple[str, ...]:
        """What ``suggest`` fetched for the word before."""
        with self._lock:
            return self._suggested.get(((language, country), word), ())

    def suggest(self, word: str, language: str, country: str = "") -> Future[tuple[str, ...]]:
        """Fetches suggestions, best first, () where there are none; the result comes from another thread."""
        done: Future[tuple[str, ...]] = Future()
        key = language, country
        with self._lock:
            known = self._suggested.get((key, word))
            aff = self._aff(key)
            if known is None and aff and not self._closed:
                self._put(_Suggest(key, aff, word, done))
                return done
        done.set_result(known or ())
        return done

    def refresh(self) -> None:
        """Looks for dictionaries anew, for after one was added or taken away."""
        with self._lock:
            for kept in (self._affs, self._judged, self._asked, self._suggested, self._crashes):
                kept.clear()
        self.notices.forget()
        self.on_news()

    def close(self) -> None:
        """Ends the helper process and the thread; waiting suggestions end empty."""
        with self._lock:
            self._closed = True
            thread, self._thread = self._thread, None
        self._jobs.put(None)
        self._helper.end()
        if thread:
            thread.join()

    def _aff(self, key: Key) -> Path | None:
        if key not in self._affs:
            found = self._shelf.find(*key)
            self._affs[key] = found.aff if found else None
            if found is None:
                self.notices.add(SpellingNotice(key[0]))
        return self._affs[key]

    def _put(self, job: "_Spell | _Suggest") -> None:
        """With the lock held: hands a job to the thread, which is started with the first."""
        if self._closed:
            return
        if self._thread is None:
            self._thread = threading.Thread(target=self._work, name="spelling", daemon=True)
            self._thread.start()
        self._jobs.put(job)

    def _work(self) -> None:
        while (job := self._jobs.get()) is not None:
            if isinstance(job, _Spell):
                self._spell(job)
            else:
                self._fetch(job)
        for waiting in self._left():
            waiting.done.set_result(())

    def _left(self) -> Iterator[_Suggest]:
        with contextlib.suppress(queue.Empty):
            while True:
                job = self._jobs.get_nowait()
                if isinstance(job, _Suggest):
                    yield job

    def _spell(self, job: _Spell) -> None:
        request = {"do": "spell", "aff": str(job.aff), "words": job.words}
        answer = self._ask(job.key, request, _SPELL_SECONDS) if not self._given_up(job.key) else None
        with self._lock:
            self._asked.get(job.key, set()).difference_update(job.words)
            wrong = frozenset(answer.get("wrong", ())) if answer else frozenset()
            self._judged[job.key].learn(frozenset(job.words) - wrong, wrong)
        if answer and "error" not in answer:
            self.on_news()

    def _fetch(self, job: _Suggest) -> None:
        answer = self._ask(job.key, {"do": "suggest", "aff": str(job.aff), "word": job.word}, _SUGGEST_SECONDS)
        words = tuple(str(word) for word in answer.get("words", ())) if answer else ()
        with self._lock:
            self._suggested[job.key, job.word] = words
        job.done.set_result(words)

    def _ask(self, key: Key, request: dict[str, Any], timeout: float) -> dict[str, Any] | None:
        if self._closed:
            return None
        answer = self._helper.ask(request, timeout)
        if answer is None and not self._closed:
            answer = self._helper.ask(request, timeout)
        with self._lock:
            self._crashes[key] = 0 if answer else self._crashes.get(key, 0) + 1
            aff = self._affs.get(key)
        if answer is not None and "error" in answer:
            self.notices.add(SpellingNotice(key[0], aff, str(answer["error"])))
        elif self._given_up(key) and not self._closed:
            self.notices.add(SpellingNotice(key[0], aff, "the spelling helper keeps failing"))
        return answer

    def _given_up(self, key: Key) -> bool:
        return self._crashes.get(key, 0) >= _MOST_CRASHES
