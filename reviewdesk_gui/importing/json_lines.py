"""On which line of a JSON text its records begin, for telling the owner where to look."""

import re

MOST = 32 * 1024 * 1024
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}\n]')


def record_lines(text: str, count: int) -> list[int]:
    """The 1-based lines on which the ``count`` objects of one list begin; [] where no list has that many, or the text
    is long.

    The first list with that many members counts, which is the one that was read unless two are of one length.
    """
    if len(text) > MOST:
        return []
    line = 1
    open_lists: list[list[int]] = []
    depths: list[int] = []
    depth = 0
    for found in _TOKENS.finditer(text):
        sign = found.group()
        if sign == "\n":
            line += 1
        elif sign in "[{":
            if sign == "{" and depths and depths[-1] == depth:
                open_lists[-1].append(line)
            depth += 1
            if sign == "[":
                open_lists.append([])
                depths.append(depth)
        elif sign in "]}":
            depth -= 1
            if sign == "]" and open_lists:
                depths.pop()
                lines = open_lists.pop()
                if len(lines) == count:
                    return lines
        else:
            line += sign.count("\n")
    return []
