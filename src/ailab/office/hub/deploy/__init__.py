"""A centre on more than its own small machine: one description, rendered for Kubernetes and for The Littlest JupyterHub.

    Settings ─▶ Deployment ─┬─ values.py ─▶ Helm values of Zero to JupyterHub ─▶ schema.py
                            └─ tljh.py    a plugin of The Littlest JupyterHub
                 shared.py  what both hubs load when they start

Who a learner is, is decided by the hub in all three.
"""

from ailab.errors import UnknownName
from ailab.office.hub.deploy.deployment import Deployment, deployment_of
from ailab.office.hub.deploy.tljh import plugin_text
from ailab.office.hub.deploy.values import values_text

__all__ = ["TARGETS", "Deployment", "deployment_of", "render"]

TARGETS = {"z2jh": values_text, "tljh": plugin_text}


def render(target: str, deployment: Deployment) -> str:
    """Return what an operator writes into a file: Helm values ("z2jh") or the part of config.yaml ("tljh").

    Raises
    ------
    UnknownName
        When there is no such target.
    """
    if target not in TARGETS:
        raise UnknownName("target", target, TARGETS)
    return TARGETS[target](deployment)
