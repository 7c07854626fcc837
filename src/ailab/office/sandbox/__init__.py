"""A place where strangers' code can do no harm: a warm template, forks of it, isolation and limits.

    engine ── control socket ──▶ template (one thread, libraries imported, nothing computed)
                                    └─ fork ─▶ leave root ─▶ limits ─▶ namespaces ─▶ fork (PID 1)
                                               ─▶ own file tree ─▶ no capabilities ─▶ no new privileges
                                               ─▶ Landlock ─▶ filter of system calls
                                               ─▶ the job, talking through its channel

Knows nothing of notebooks or grades. Fork, namespaces and system calls stay in this room.
"""

from ailab.office.sandbox.child import Child
from ailab.office.sandbox.layers import LAYERS, Layer, Probe, probe
from ailab.office.sandbox.limits import Limits
from ailab.office.sandbox.template import Template, TemplateGone
from ailab.office.sandbox.view import View

__all__ = ["LAYERS", "Child", "Layer", "Limits", "Probe", "Template", "TemplateGone", "View", "probe"]
