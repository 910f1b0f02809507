"""Where the frozen application starts."""

import multiprocessing
import sys

from reviewdesk_gui.cli import main

if __name__ == "__main__":
    multiprocessing.freeze_support()
    sys.exit(main())
