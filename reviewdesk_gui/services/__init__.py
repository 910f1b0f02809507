"""State, change signals and jobs over the logic rooms. QtCore only."""
