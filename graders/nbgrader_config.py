"""The only nbgrader configuration of ailab.

`ailab course build` copies it to the top of the nbgrader course it makes, beside `source/` and `graders/`.
"""

import os
import sys

c = get_config()  # noqa: F821 - nbgrader provides it

here = os.path.dirname(os.path.abspath(__file__))

# The hidden cases are found through this name alone, and only where grading happens.
os.environ.setdefault("AILAB_GRADERS", os.path.join(here, "graders"))

# nbgrader makes a new gradebook by calling `alembic` by its bare name, also when no virtual environment is active.
os.environ["PATH"] = os.path.dirname(sys.executable) + os.pathsep + os.environ.get("PATH", os.defpath)

c.CourseDirectory.root = here
c.CourseDirectory.course_id = "ailab"
# The release the gradebook is made from: English, every form. What learners get is localized from it
# into release/<language>[-<form>].
c.CourseDirectory.release_directory = "release/all"

# A child's first sight of an exercise is not a red NotImplementedError.
c.ClearSolutions.code_stub = {"python": "...  # ✎"}
c.ClearSolutions.text_stub = "✎"

# One endless loop costs this learner this many seconds, and nobody anything else.
c.Execute.timeout = 20
c.Execute.interrupt_on_timeout = True
c.Execute.raise_on_iopub_timeout = False
c.Execute.error_on_timeout = {
    "ename": "TimeUp",
    "evalue": "This cell did not stop in time.",
    "traceback": ["TimeUp: This cell did not stop in time."],
}
# Widget state would replace a result by something that asks the network for its view.
c.Execute.store_widget_state = False

c.LimitOutput.max_lines = 200
c.LimitOutput.max_traceback = 30

# Whatever learners' notebooks show runs nothing in a trainer's browser, where the formgrader would do as it is told.
c.HTMLExporter.sanitize_html = True
c.HTMLExporter.filters = {"clean_html": "ailab.office.gradebook.harmless", "markdown2html": "ailab.office.gradebook.harmless_markdown"}

c.Exchange.path_includes_course = True
