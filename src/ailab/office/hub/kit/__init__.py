"""The offline kit: everything a machine with Python alone needs to become a centre, and the test that it has become one.

    make ─▶ wheels, ailab's own wheel, the proxy, the course ─▶ SHA256SUMS, kit.json, install.py ─▶ one folder, one .tar
    install ─▶ checks ─▶ an environment of its own ─▶ selftest

`install` runs on the bare machine and imports the standard library alone; nothing else here is needed there before it is done.
"""
