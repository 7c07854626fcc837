"""The round: from dates and pairs to what was handed in, graded and given back.

dates.py    until when, for a class and for one learner      inbox.py     an attempt taken in, whole or not at all
pairs.py    two who hand in one piece of work                index.py     who handed in what, and when
jobs.py     a run of the grader that somebody asked for      grade.py     the run itself
feedback.py pages that learners may read                     release.py   the course put in place for a centre
"""
