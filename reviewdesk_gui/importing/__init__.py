"""Files, pasted text and hand-written notes into planned changes of the desk."""
