"""The report for the academy or the ministry at the desk: looked at first, then taken home as PDF or CSV. Leads only."""

from ailab.office.desk.page import DeskPage
from ailab.office.desk.report.pages import ReportFile, ReportPage
from ailab.office.desk.site import Entry

__all__ = ["addresses", "entries"]


def addresses() -> list[tuple[str, type[DeskPage]]]:
    """Return the pages of this room."""
    return [("report/", ReportPage), (r"report/(pdf|csv)", ReportFile)]


def entries() -> list[Entry]:
    """Return the ways to them."""
    return [Entry(words="Report", path="report/", sign="▤", for_leads=True)]
