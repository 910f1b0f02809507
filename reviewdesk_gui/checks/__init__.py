"""Text and context in, findings out. Pure, no Qt, no I/O once the packs are loaded."""
