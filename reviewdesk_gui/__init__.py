"""ReviewDesk: an offline desk for answering customer reviews."""

from importlib.metadata import PackageNotFoundError, version

try:
    __version__ = version("reviewdesk")
except PackageNotFoundError:
    __version__ = "0.1.0"
