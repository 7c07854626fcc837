"""Learners' servers and kernels, forked from a process that has imported everything already.

    hub ─▶ spawner ── unix socket ──▶ template (python -m ailab.office.hub.warm)
                                        └─ fork ─▶ init (PID 1 of a learner's own namespaces)
                                                     ├─ fork ─▶ server (jupyterhub-singleuser)
                                                     └─ fork ─▶ kernels, asked for by our provisioner

The template computes nothing and holds no secret: what a server is told goes through a channel that the
server alone reads. Servers outlive the template and the hub.
"""
