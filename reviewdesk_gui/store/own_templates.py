"""The owner's own reply templates as documents of the desk."""

from collections.abc import Mapping
from typing import Any

from reviewdesk_gui.store.codec import Encoded, decode_table, encode
from reviewdesk_gui.store.snapshot import Tables

_TABLE = "templates"


def read_templates(tables: Tables) -> dict[str, dict[str, Any]]:
    """The documents by their id."""
    rows = map(decode_table, tables.get(_TABLE, {}).values())
    return {str(row["id"]): row for row in rows if "id" in row}


def template_changes(
    tables: Tables, templates: Mapping[str, Mapping[str, Any] | None]
) -> tuple[dict[str, Encoded], list[str]]:
    """Documents to put and document ids to drop; a template that is None goes away."""
    rows = tables.get(_TABLE, {})
    keys = {str(decode_table(row).get("id")): key for key, row in rows.items()}
    fresh = max((int(key) for key in rows), default=0) + 1
    put: dict[str, Encoded] = {}
    for name, template in templates.items():
        if template is not None:
            if name not in keys:
                keys[name], fresh = str(fresh), fresh + 1
            put[keys[name]] = encode({**template, "id": name})
    return put, [keys[name] for name, template in templates.items() if template is None and name in keys]
