"""One adapter for each kind of export that the program knows by name."""
