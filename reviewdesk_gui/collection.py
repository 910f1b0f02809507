"""Keeping Python's garbage collector off reviews and cases: they come by the hundred thousand and stay as long as the
desk, and looking at them all takes longer than a frame.
"""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

_MANY = 1000


@contextmanager
def no_collection() -> Iterator[None]:
    """Hold the collector while objects are made that all stay: half the time of loading a large desk or import."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def spare_from_collection(made: int) -> None:
    """Let later collections pass over what is there now, where ``made`` objects are worth it. Call it while collections
    are still held: the first one after would look at everything once.
    """
    if made > _MANY:
        gc.freeze()
