"""The words of the house as frozen dataclasses and pure rules. Standard library only, no I/O."""
