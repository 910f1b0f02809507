"""Finding what leads to a person without a name: addresses of mail, handles, phone and order numbers."""

import re
from collections.abc import Iterable

_EMAIL = re.compile(r"@?[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
_AT = r"\s?[(\[{]\s?(?:@|at|ät|ad|собака|кучка|равлик|маймунско)\s?[)\]}]\s?"
_POINT = r"(?:\.|\s?[(\[{]\s?(?:\.|dot|punkt|prick|punt|точка|крапка)\s?[)\]}]\s?)"
_SPELT_EMAIL = re.compile(rf"\w[\w.+-]*{_AT}[\w-]+(?:{_POINT}[\w-]+)+", re.IGNORECASE)
_HANDLE = re.compile(r"(?<!\w)@[^\W\d]\w*(?:[.-]\w+)*")
_DAY = r"\d{4}-\d\d?-\d\d?|\d\d?\.\d\d?\.\d{4}"
_BETWEEN = r"[\s.‐‑–-]?"
_AREA = (
    rf"\+\d{{1,3}}\s?\(\d{{1,5}}\){_BETWEEN}"  # +46 (0)70
    rf"|\(0\d{{1,4}}\){_BETWEEN}"  # (070)
    rf"|(?:\+\d{{1,3}}{_BETWEEN}|\(?0)\d{{1,5}}\)?\s?/\s?"  # 070/
)
_PHONE = re.compile(
    rf"(?<![\w.])(?!(?:{_DAY})(?!\d))(?:(?:{_AREA})\d(?:{_BETWEEN}\d){{4,11}}|\+?\d(?:[\s().‐‑–-]?\d){{6,14}}|"
    rf"[78]\s?\(\d{{3,5}}\)\s?\d(?:{_BETWEEN}\d){{4,6}})(?!\w)"
)
EMAILS = (_EMAIL, _SPELT_EMAIL)
HANDLES_AND_PHONES = (_HANDLE, _PHONE)
_WORTH = 4


def order_numbers(orders: Iterable[str]) -> re.Pattern[str] | None:
    """Finds these order numbers however their parts are divided; None where none is long enough to be told from an
    amount: it has a digit, and four signs or a letter among three.
    """
    parts = (re.findall(r"[^\W_]+", order) for order in orders)
    known = sorted({r"[\W_]{0,2}".join(map(re.escape, part)) for part in parts if _tells("".join(part))}, key=len)
    return re.compile(rf"(?<!\w)(?:{'|'.join(reversed(known))})(?!\w)", re.IGNORECASE) if known else None


def _tells(order: str) -> bool:
    letters = sum(sign.isalpha() for sign in order)
    return letters < len(order) and len(order) + bool(letters) >= _WORTH
