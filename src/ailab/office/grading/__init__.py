"""From what was handed in to results and feedback.

    received/ ─ repair (pure) ─▶ submitted/ ─ engine, or stock nbgrader ─▶ gradebook, autograded/
    ─ results ─▶ ledger.jsonl ─▶ feedback/

One bad submission costs nobody else anything: it is repaired where its meaning is clear, else it gets one message.

Nothing is imported here: the learner's side of the engine stands below, and must not load the graders'.
"""
