"""A whole class played through the real steps, from release to certificates.

    people ─▶ work (what each hands in) ─▶ nbgrader's steps and grading ─▶ marks by hand ─▶ feedback ─▶ awards ─▶ report

Nobody here is real: every name says that it is a sample. Seeded, and without a clock: each run plays the same class.
"""

from ailab.office.demo.play import Watch, play_class

__all__ = ["Watch", "play_class"]
