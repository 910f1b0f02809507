"""Where the frozen application starts; it calls itself with a flag for the spelling helper."""

import sys

from reviewdesk_gui.checks.spelling_worker import FLAG
from reviewdesk_gui.checks.spelling_worker import main as serve_spelling
from reviewdesk_gui.cli import main

if __name__ == "__main__":
    sys.exit(serve_spelling() if FLAG in sys.argv[1:] else main())
