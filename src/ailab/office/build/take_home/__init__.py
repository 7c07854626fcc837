"""Pages to take home: a module as one file for a phone, which needs no server and no network.

build/…notebooks ─run, on a copy─▶ what cells show ─▶ pieces of HTML ─▶ Page ─▶ one file

running, child    the course's own cells, in a process of their own
living, feedback  activities, and what visible cases say to their answers, as data; no hidden case is ever opened
prose, pieces     cells as HTML
page, script      the page itself: knows nothing of courses, so that a project can be taken home the same way
module            a module of the course put on a page
own_work          what a learner's own notebooks say, as plain data: nothing of it is run, nothing believed
project, project_page    a learner's own project read from them, and its page
"""

from ailab.office.build.take_home.module import FOLDER, is_current, take_home_files, take_home_page
from ailab.office.build.take_home.page import Chapter, Page, render

__all__ = ["FOLDER", "Chapter", "Page", "is_current", "render", "take_home_files", "take_home_page"]
