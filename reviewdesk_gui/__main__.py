"""`python -m reviewdesk_gui`."""

import sys

from reviewdesk_gui.cli import main

if __name__ == "__main__":
    sys.exit(main())
