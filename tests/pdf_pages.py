"""Reads back what a reader sees on the pages of a PDF that Qt wrote: its words, page by page, and their sizes."""

import re
import zlib
from dataclasses import dataclass, field, replace
from pathlib import Path

UNNAMED = "\N{REPLACEMENT CHARACTER}"
"""A sign that is drawn but bears no code: Qt names none beyond the first 65,536, so no emoji."""

_OBJECT = re.compile(rb"(?:^|\n)(\d+) 0 obj\n(.*?)endobj", re.DOTALL)
_RANGE = re.compile(r"<(\w+)> <(\w+)> (?:<(\w+)>|\[([^]]*)\])")
_WORD = re.compile(r"<(\w+)>|([^\s<>\[\]]+)")


@dataclass
class PdfPage:
    """``lines`` from top to bottom; ``sizes`` are the font sizes on it, in points; ``drawing`` is how it is painted."""

    drawing: str
    lines: list[str] = field(default_factory=list)
    sizes: set[float] = field(default_factory=set)
    links: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The page's words with single spaces between them."""
        return " ".join(line for line in self.lines if line)


def pdf_pages(path: Path) -> list[PdfPage]:
    """The pages in order."""
    data = path.read_bytes()
    assert data.startswith(b"%PDF-")
    assert data.rstrip().endswith(b"%%EOF")
    objects = {int(found[1]): found[2] for found in _OBJECT.finditer(data)}
    tree = next(body for body in objects.values() if b"/Type /Pages" in body)
    kids = re.search(rb"/Kids\s*\[(.*?)\]", tree, re.DOTALL)
    assert kids
    return [_page(objects, int(number)) for number in re.findall(rb"(\d+) 0 R", kids[1])]


def pdf_text(path: Path) -> str:
    """All words of all pages."""
    return " ".join(page.text for page in pdf_pages(path))


def _page(objects: dict[int, bytes], number: int) -> PdfPage:
    body = objects[number]
    contents, resources = _referred(body, b"Contents"), _referred(body, b"Resources")
    fonts = {
        name.decode(): _signs(objects[_referred(objects[int(font)], b"ToUnicode")])
        for name, font in re.findall(rb"/(F\d+) (\d+) 0 R", objects[resources])
    }
    page = PdfPage(zlib.decompress(_stream(objects[contents])).decode("latin-1"))
    runs: list[tuple[float, str]] = []
    _Reader(fonts, page, runs).read(page.drawing)
    for height in sorted({height for height, _ in runs}, reverse=True):
        page.lines.append(" ".join("".join(signs for at, signs in runs if at == height).split()))
    for note in re.findall(rb"(\d+) 0 R", objects[_referred(body, b"Annots")]):
        page.links += [link.decode() for link in re.findall(rb"/URI \((.*?)\)", objects[int(note)])]
    return page


def _referred(body: bytes, name: bytes) -> int:
    found = re.search(rb"/" + name + rb" (\d+) 0 R", body)
    assert found, name
    return int(found[1])


def _stream(body: bytes) -> bytes:
    return body.partition(b"stream\n")[2].rpartition(b"\nendstream")[0]


def _signs(table: bytes) -> dict[int, str]:
    signs: dict[int, str] = {}
    for first, last, start, listed in _RANGE.findall(_stream(table).decode("latin-1")):
        for place, glyph in enumerate(range(int(first, 16), int(last, 16) + 1)):
            code = re.findall(r"\w+", listed)[place] if listed else f"{int(start, 16) + place:04X}"
            signs[glyph] = bytes.fromhex(code).decode("utf-16-be")
    return signs


@dataclass
class _Place:
    """Scale and height of the drawing, and between which heights it shows."""

    scale: float = 1.0
    height: float = 0.0
    low: float = float("-inf")
    high: float = float("inf")

    def at(self, height: float) -> float:
        return self.height + self.scale * height


class _Reader:
    """Follows a page's drawing as far as text needs it; what is clipped away is not read."""

    def __init__(self, fonts: dict[str, dict[int, str]], page: PdfPage, runs: list[tuple[float, str]]) -> None:
        self._fonts, self._page, self._runs = fonts, page, runs
        self._place, self._kept = _Place(), list[_Place]()
        self._font: dict[int, str] = {}
        self._path: list[float] = []
        self._baseline = 0.0

    def read(self, drawing: str) -> None:
        words: list[str] = []
        glyphs = ""
        for found in _WORD.finditer(drawing):
            if found[1] is not None:
                glyphs = found[1]
            elif found[2] == "Tj":
                self._show(glyphs)
            else:
                words.append(found[2])
                self._move(words)
                self._write(words)

    def _move(self, words: list[str]) -> None:
        place = self._place
        match words[-1]:
            case "q":
                self._kept.append(replace(place))
            case "Q":
                self._place = self._kept.pop()
            case "cm":
                place.height = place.at(float(words[-2]))
                place.scale *= float(words[-4])
            case "m" | "l":
                self._path = [*(self._path if words[-1] == "l" else []), place.at(float(words[-2]))]
            case "W*":
                place.low, place.high = min(self._path), max(self._path)

    def _write(self, words: list[str]) -> None:
        match words[-1]:
            case "Tf":
                self._font = self._fonts[words[-3].removeprefix("/")]
                self._page.sizes.add(round(abs(self._place.scale) * float(words[-2]), 1))
            case "Tm":
                self._baseline = float(words[-2])
            case "Td":
                self._baseline -= float(words[-2])

    def _show(self, glyphs: str) -> None:
        height = self._place.at(self._baseline)
        if self._place.low <= height <= self._place.high:
            codes = [int(glyphs[at : at + 4], 16) for at in range(0, len(glyphs), 4)]
            signs = "".join(self._font.get(code, UNNAMED) for code in codes)
            self._runs.append((round(height, 1), signs))
