"""Reviews in: files, folders, zips and pasted text become scanned rows, and rows become a plan for the desk.

``scan_paths`` reads and decides nothing; ``make_plan`` decides and reads nothing; applying a plan is the caller's.
"""

from reviewdesk_gui.importing.identity import case_id, review_keys
from reviewdesk_gui.importing.new_case import new_case
from reviewdesk_gui.importing.plan import Change, Entry, Plan, make_plan
from reviewdesk_gui.importing.profile import FormatInfo
from reviewdesk_gui.importing.registry import formats
from reviewdesk_gui.importing.rejects import save_rejected
from reviewdesk_gui.importing.scan import check_choices, scan_paths
from reviewdesk_gui.importing.scanned import (
    ColumnUse,
    FileScan,
    FoundReply,
    ImportStoppedError,
    Progress,
    Rejected,
    Scan,
    ScannedReview,
    ScanOptions,
)

__all__ = [
    "Change",
    "ColumnUse",
    "Entry",
    "FileScan",
    "FormatInfo",
    "FoundReply",
    "ImportStoppedError",
    "Plan",
    "Progress",
    "Rejected",
    "Scan",
    "ScanOptions",
    "ScannedReview",
    "case_id",
    "check_choices",
    "formats",
    "make_plan",
    "new_case",
    "review_keys",
    "save_rejected",
    "scan_paths",
]
