"""Errors that carry a sentence for the owner: what happened and what to do."""

from pathlib import Path


class ReviewDeskError(Exception):
    """Base of every expected failure; ``str(error)`` is one clear line to show as it is."""


class UsageError(ReviewDeskError):
    """What was asked cannot be understood (wrong option, unknown id)."""


class DataFileError(ReviewDeskError):
    """A rule, platform, policy, template or theme file says something that cannot be used.

    ``line`` is 1-based; 0 where the whole file is meant.
    """

    def __init__(self, path: Path | str, line: int, reason: str) -> None:
        self.path = Path(path)
        self.line = line
        self.reason = reason
        place = f"{self.path}:{line}" if line else str(self.path)
        super().__init__(f"{place}: {reason}")
