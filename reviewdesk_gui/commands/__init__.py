"""The sub-commands of the command line, one per file. No Qt."""
