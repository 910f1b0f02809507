"""The reply editor, its checklist, templates and the way out."""
