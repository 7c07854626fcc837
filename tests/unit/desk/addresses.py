"""Every page and every press of the desk's own, for the sample class."""

from tests.unit.desk.sample import CLASS, MODULE, learner_id

CHILD = learner_id(3)
PAGES = (
    f"class/{CLASS}/",
    f"class/{CLASS}/attendance/",
    f"class/{CLASS}/attendance/paper/",
    f"class/{CLASS}/attendance/1/",
    f"class/{CLASS}/handed-in/",
    f"class/{CLASS}/handed-in/{MODULE}/",
    f"class/{CLASS}/hard/",
    f"class/{CLASS}/learners/",
    f"class/{CLASS}/learners/secrets/",
    f"class/{CLASS}/learners/list/",
    f"class/{CLASS}/learner/{CHILD}/",
    f"class/{CLASS}/certificates/",
    f"class/{CLASS}/consent/",
    f"class/{CLASS}/consent/sheets/",
    f"class/{CLASS}/settings/",
)
PRESSES = (
    f"class/{CLASS}/attendance/",
    f"class/{CLASS}/attendance/1/",
    f"class/{CLASS}/attendance/1/change",
    f"class/{CLASS}/handed-in/{MODULE}/",
    f"class/{CLASS}/learners/",
    f"class/{CLASS}/learners/{CHILD}/do",
    f"class/{CLASS}/learners/list/",
    f"class/{CLASS}/learners/list/take-in",
    f"class/{CLASS}/certificates/",
    f"class/{CLASS}/certificates/1/revoke",
    f"class/{CLASS}/consent/",
    f"class/{CLASS}/consent/{CHILD}/withdraw",
    f"class/{CLASS}/settings/group",
    f"class/{CLASS}/settings/modules",
    f"class/{CLASS}/settings/extend",
)
