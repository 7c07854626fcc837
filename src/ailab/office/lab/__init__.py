"""One person's JupyterLab: the learner's own folder, the home page, sensible settings.

    build/ ──plan, merge──▶ my-work/ ──▶ JupyterLab, whose first page is the course map

    hand_in/  sending work, receipts      way_back/  where one was, days later
    visit/    one short path, cleared     project/   one's own project as a page

Knows nothing of accounts, classes or grades. A learner's answer is never written over: what a
newer course or another language changes is the prose around it.
"""

from ailab.office.lab.folder import lay_out
from ailab.office.lab.start import start, start_with

__all__ = ["lay_out", "start", "start_with"]
