"""The words of the house and pure rules, no I/O.

What a desk keeps by the hundred thousand, a case and its parts, are frozen msgspec structs, which are made and read
several times faster than dataclasses. All else is standard library.
"""
