"""Templates, slots and blocks that start a reply."""
