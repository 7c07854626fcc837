# tries: a check file, a manifest and a catalogue of its own beside the notebook
# points: 0
# stock: run
from pathlib import Path

print(Path("ailab.json").is_file())
# %% file double_number_check.py
from ailab.checks import Case, Misconception, call

CASES = (Case("easy", call("double", 1), None, label="Easy"),)
MISCONCEPTIONS = (Misconception("none", lambda answer: False, "None."),)
# %% file ailab.json
{"format_version": 1, "module": "tiny_steps", "release": "x", "exercises": {"double_number": {"points": 400, "names": []}}}
# %% file graders/checks/tiny_steps/double_number.py
def cases(seed):
    return ()
