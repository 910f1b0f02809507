"""On which line of a JSON text its records begin, for telling the owner where to look."""

import re

MOST = 32 * 1024 * 1024
_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*"|[\[\]{}\n]|[^\s,:"\[\]{}]+')


def record_lines(text: str, count: int) -> list[int]:
    """The 1-based lines on which the ``count`` members of a list of objects begin; [] where no list has that many, or
    the text is long. Whatever stands among the objects is a member too.

    The first list with that many members counts, which is the one that was read unless two are of one length.
    """
    if len(text) > MOST:
        return []
    line = 1
    open_lists: list[list[int]] = []
    depths: list[int] = []
    of_objects: list[bool] = []
    depth = 0
    for found in _TOKENS.finditer(text):
        sign = found.group()
        if sign == "\n":
            line += 1
            continue
        if sign not in "]}" and depths and depths[-1] == depth:
            open_lists[-1].append(line)
            of_objects[-1] = of_objects[-1] or sign == "{"
        if sign in "[{":
            depth += 1
            if sign == "[":
                open_lists.append([])
                depths.append(depth)
                of_objects.append(False)
        elif sign in "]}":
            depth -= 1
            if sign == "]" and open_lists:
                depths.pop()
                lines = open_lists.pop()
                if of_objects.pop() and len(lines) == count:
                    return lines
        else:
            line += sign.count("\n")
    return []
