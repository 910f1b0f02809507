"""Undo: steps come back newest first, and a new change forgets what was undone."""

from reviewdesk_gui.services.undo import UndoHistory, UndoStep


def step(label: str) -> UndoStep:
    return UndoStep(label, {}, {})


def test_steps_are_taken_back_and_made_again_in_order() -> None:
    history = UndoHistory()
    history.record(step("one"))
    history.record(step("two"))
    assert history.undo_label == "two"
    undone = [history.undo(), history.undo(), history.undo()]
    assert [one.label if one else None for one in undone] == ["two", "one", None]
    assert history.redo_label == "one"
    redone = history.redo()
    assert redone is not None
    assert redone.label == "one"
    assert history.undo_label == "one"


def test_a_new_change_forgets_what_was_undone() -> None:
    history = UndoHistory()
    history.record(step("one"))
    history.undo()
    history.record(step("two"))
    assert history.redo() is None
    assert history.redo_label == ""


def test_only_the_last_two_hundred_steps_are_kept() -> None:
    history = UndoHistory()
    for number in range(250):
        history.record(step(str(number)))
    labels = []
    while (taken := history.undo()) is not None:
        labels.append(taken.label)
    assert (len(labels), labels[-1]) == (200, "50")
