"""Keeping Python's cycle collector still while an import makes its objects."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Hundreds of thousands of new objects would have the collector walk all of them again and again."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            # What was made stays; walking it once more now would only stop the program for a moment.
            gc.freeze()
            gc.enable()
