"""The part of the chart's schema that our values use, and no key besides.

Written after the public values.schema.yaml of Zero to JupyterHub (jupyterhub/zero-to-jupyterhub-k8s, chart 4): names, types and
which sections take keys of one's own. A key that the chart drops or renames is to be changed here and in `values`.
"""

from collections.abc import Mapping
from typing import Any, Final

from jsonschema import Draft7Validator

from ailab.errors import Refused

Schema = dict[str, Any]


def _only(properties: Mapping[str, Schema], *required: str) -> Schema:
    return {"type": "object", "additionalProperties": False, "properties": dict(properties), "required": list(required)}


def _objects(properties: Mapping[str, Schema], *required: str) -> Schema:
    return {"type": "array", "items": _only(properties, *required)}


_TEXT: Final[Schema] = {"type": "string"}
_WORDS: Final[Schema] = {"type": "array", "items": {"type": "string"}}
_YES_OR_NO: Final[Schema] = {"type": "boolean"}
_NUMBER: Final[Schema] = {"type": "integer", "minimum": 0}
_PORT: Final[Schema] = {"type": "integer", "minimum": 1, "maximum": 65535}
_ANYTHING: Final[Schema] = {"type": "object", "additionalProperties": True}
_TEXTS: Final[Schema] = {"type": "object", "additionalProperties": {"type": "string"}}
_MEMORY: Final[Schema] = {"type": "string", "pattern": "^[0-9]+[KMGT]$"}
"""As KubeSpawner reads it; Kubernetes' own Mi and Gi are another language."""
_VOLUME: Final[Schema] = {"type": "string", "pattern": "^[0-9]+(Mi|Gi|Ti)$"}
_LABEL: Final[Schema] = {"type": "string", "pattern": "^[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?$"}
"""What Kubernetes allows as a name of a container or a volume."""
_PORT_NAME: Final[Schema] = {"type": "string", "pattern": "^[a-z0-9-]{1,15}$"}

_IMAGE: Final = _only(
    {"name": _TEXT, "tag": _TEXT, "pullPolicy": {"enum": ["", "IfNotPresent", "Always", "Never"]}},
    "name",
    "tag",
)
_MOUNTS: Final = _objects({"name": _LABEL, "mountPath": {"type": "string", "pattern": "^/"}}, "name", "mountPath")
_VARIABLES: Final = _objects({"name": _TEXT, "value": _TEXT, "valueFrom": _ANYTHING}, "name")
_NETWORK_POLICY: Final = _only(
    {
        "enabled": _YES_OR_NO,
        "ingress": {"type": "array", "items": _only({"from": {"type": "array"}, "ports": {"type": "array"}})},
        "egress": {"type": "array", "items": _only({"to": {"type": "array"}, "ports": {"type": "array"}})},
        "egressAllowRules": _only(
            dict.fromkeys(
                (
                    "cloudMetadataServer",
                    "dnsPortsCloudMetadataServer",
                    "dnsPortsKubeSystemNamespace",
                    "dnsPortsPrivateIPs",
                    "nonPrivateIPs",
                    "privateIPs",
                ),
                _YES_OR_NO,
            )
        ),
    }
)
_CONTAINERS: Final = _objects(
    {
        "name": _LABEL,
        "image": _TEXT,
        "command": _WORDS,
        "env": _VARIABLES,
        "ports": _objects({"name": _PORT_NAME, "containerPort": _PORT}, "containerPort"),
        "volumeMounts": _MOUNTS,
        "securityContext": _ANYTHING,
    },
    "name",
    "image",
)
_SERVICE: Final = _only(
    # JupyterHub's own names: the chart hands on what stands here.
    {"url": _TEXT, "display": _YES_OR_NO, "oauth_client_id": _TEXT, "oauth_redirect_uri": _TEXT, "oauth_no_confirm": _YES_OR_NO},
    "url",
)
_ROLE: Final = _only({"scopes": _WORDS, "services": _WORDS, "groups": _WORDS, "users": _WORDS}, "scopes")
_HUB: Final = _only(
    {
        "image": _IMAGE,
        "db": _only(
            {"type": {"enum": ["sqlite-pvc", "sqlite-memory", "mysql", "postgres", "other"]}, "url": _TEXT, "upgrade": _YES_OR_NO},
            "type",
        ),
        "concurrentSpawnLimit": _NUMBER,
        "allowNamedServers": _YES_OR_NO,
        "extraEnv": _TEXTS,
        "extraConfig": _TEXTS,
        "extraVolumes": _objects({"name": _LABEL, "persistentVolumeClaim": _only({"claimName": _LABEL}, "claimName")}, "name"),
        "extraVolumeMounts": _MOUNTS,
        "initContainers": _CONTAINERS,
        "extraContainers": _CONTAINERS,
        "services": {"type": "object", "additionalProperties": _SERVICE},
        "loadRoles": {"type": "object", "additionalProperties": _ROLE},
        "service": _only(
            {"extraPorts": _objects({"name": _PORT_NAME, "port": _PORT, "targetPort": _PORT_NAME}, "name", "port", "targetPort")}
        ),
        "networkPolicy": _NETWORK_POLICY,
    }
)
_SINGLEUSER: Final = _only(
    {
        "image": _IMAGE,
        "cmd": _WORDS,
        "defaultUrl": _TEXT,
        "startTimeout": _NUMBER,
        "uid": _NUMBER,
        "fsGid": _NUMBER,
        "allowPrivilegeEscalation": _YES_OR_NO,
        "memory": _only({"limit": _MEMORY, "guarantee": _MEMORY}),
        "extraEnv": _TEXTS,
        "storage": _only(
            {"type": {"enum": ["dynamic", "static", "none"]}, "capacity": _VOLUME, "homeMountPath": _TEXT}, "type", "homeMountPath"
        ),
        "networkPolicy": _NETWORK_POLICY,
    }
)
SCHEMA: Final[Schema] = _only(
    {
        "hub": _HUB,
        "singleuser": _SINGLEUSER,
        "cull": _only({"enabled": _YES_OR_NO, "users": _YES_OR_NO, "timeout": _NUMBER, "every": _NUMBER, "maxAge": _NUMBER}, "enabled"),
        "prePuller": _only({"hook": _only({"enabled": _YES_OR_NO}, "enabled"), "continuous": _only({"enabled": _YES_OR_NO}, "enabled")}),
    },
    "hub",
    "singleuser",
)


def problems(values: Mapping[str, Any]) -> tuple[str, ...]:
    """Return what the chart would not take, each with its place."""
    found = sorted(Draft7Validator(SCHEMA).iter_errors(values), key=lambda error: [str(part) for part in error.absolute_path])
    return tuple(f"{'.'.join(str(part) for part in error.absolute_path) or 'values'}: {error.message}" for error in found)


def expect_valid(values: Mapping[str, Any]) -> None:
    """Do nothing when the chart takes these values.

    Raises
    ------
    Refused
        With everything that is wrong.
    """
    if found := problems(values):
        raise Refused("The chart would not take these values.\n" + "\n".join(found))
