"""nbgrader's formgrader for trainers, in a tab of its own: `python -m ailab.office.hub.formgrader`, beside the hub.

Who comes in is a trainer at the hub and in our database. It shows every class of the centre: nbgrader knows no classes.
"""
