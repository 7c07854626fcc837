"""The report for the academy or the ministry: counts by city, gender and band, small ones kept back.

rows.py         one row a learner, from the database and the ledger     numbers.py     counted, in tables
cube.py         every count and every sum                               suppression.py what is kept back
programs.py     how far a kept-back count can be known                  words.py       titles and definitions
paper.py        PDF                                                     sheet.py       CSV
made.py         all of it, from a session
"""

from ailab.office.centre.report.made import make_report
from ailab.office.centre.report.numbers import report
from ailab.office.centre.report.paper import report_pdf
from ailab.office.centre.report.records import DIMENSIONS, MEASURES, SMALLEST, Line, Number, Period, Report, Row, Section, Table
from ailab.office.centre.report.rows import period_of, rows_of
from ailab.office.centre.report.sheet import report_csv
from ailab.office.centre.report.words import About, Words

__all__ = [
    "DIMENSIONS",
    "MEASURES",
    "SMALLEST",
    "About",
    "Line",
    "Number",
    "Period",
    "Report",
    "Row",
    "Section",
    "Table",
    "Words",
    "make_report",
    "period_of",
    "report",
    "report_csv",
    "report_pdf",
    "rows_of",
]
