"""A child process that works on a desk until it is killed at a random moment."""

import os
import random
import signal
import time
from collections.abc import Callable


def words_of_killed(work: Callable[[int], None], seed: int, longest: float) -> bytes | None:
    """What ``work``, run in a fork with a pipe to write to, told before SIGKILL ended it, ``longest`` seconds later at
    most; None where it ended by itself.
    """
    ear, mouth = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ear)
        try:
            work(mouth)
        finally:
            os._exit(3)
    os.close(mouth)
    time.sleep(random.Random(seed).uniform(0, longest))
    os.kill(child, signal.SIGKILL)
    _, status = os.waitpid(child, 0)
    with os.fdopen(ear, "rb") as said:
        words = said.read()
    return words if os.WIFSIGNALED(status) else None
