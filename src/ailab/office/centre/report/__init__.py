"""The report for the academy or the ministry: counts by city, gender and band, small ones kept back.

rows.py         one row a learner, from the database and the ledger     numbers.py     counted, in tables
cube.py         every count and every sum                               suppression.py what is kept back
programs.py     how far a kept-back count can be known                  words.py       titles and definitions
paper.py        PDF                                                     sheet.py       CSV
"""

from ailab.office.centre.report.numbers import report
from ailab.office.centre.report.records import DIMENSIONS, MEASURES, SMALLEST, Line, Number, Period, Report, Row, Section, Table

__all__ = ["DIMENSIONS", "MEASURES", "SMALLEST", "Line", "Number", "Period", "Report", "Row", "Section", "Table", "report"]
