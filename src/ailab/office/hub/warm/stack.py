"""What is imported before the fork, for servers and for kernels, and what must not be."""

import sys
from collections.abc import Iterable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Final

KERNEL: Final = (
    "IPython.core.completerlib",
    "IPython.core.debugger",
    "IPython.core.logger",
    "IPython.core.oinspect",
    "IPython.core.pylabtools",
    "IPython.core.ultratb",
    "IPython.display",
    "IPython.extensions.storemagic",
    "PIL.JpegImagePlugin",
    "ailab",
    "ailab.activities",
    "ailab.checks",
    "ailab.data",
    "ailab.devices",
    "ailab.explain",
    "ailab.explain.cell",
    "ailab.explain.show",
    "ailab.explain.told",
    "ailab.robot",
    "ailab.office.hub.warm.shell",
    "anywidget",
    "asttokens",
    "code",
    "csv",
    "encodings.ascii",
    "encodings.latin_1",
    "executing",
    "ipykernel.debugger",
    "ipykernel.ipkernel",
    "ipykernel.kernelapp",
    "ipywidgets",
    "matplotlib.backends.backend_agg",
    "matplotlib.pyplot",
    "numpy.random",
    "pandas",
    "pandas.io.formats.html",
    "pandas.io.formats.string",
    "pdb",
    "pure_eval",
    "pygments.formatters.terminal256",
    "scipy.io",
    "sklearn.cluster",
    "sklearn.datasets",
    "sklearn.dummy",
    "sklearn.ensemble",
    "sklearn.inspection",
    "sklearn.linear_model",
    "sklearn.metrics",
    "sklearn.model_selection",
    "sklearn.naive_bayes",
    "sklearn.neighbors",
    "sklearn.pipeline",
    "sklearn.preprocessing",
    "sklearn.svm",
    "sklearn.tree",
    "sklearn.utils._pprint",
    "stack_data",
    "statistics",
    "tornado.platform.asyncio",
)
"""matplotlib's inline backend is left out: it looks for its shell when it is imported, and there is none yet."""
SERVER: Final = (
    "ailab.office.hub.provisioner",
    "ailab.office.hub.warm.singleuser",
    "ailab.office.lab.server",
    "ailab.office.lab.start",
    "encodings.utf_8_sig",
    "encodings.unicode_escape",
    "ipykernel.kernelspec",
    "jinja2.ext",
    "jupyter_core.migrate",
    "jupyter_server.kernelspecs.handlers",
    "jupyter_server.nbconvert.handlers",
    "jupyter_server.services.api.handlers",
    "jupyter_server.services.config.handlers",
    "jupyter_server.services.contents.handlers",
    "jupyter_server.services.contents.largefilemanager",
    "jupyter_server.services.events.handlers",
    "jupyter_server.services.kernels.handlers",
    "jupyter_server.services.kernelspecs.handlers",
    "jupyter_server.services.nbconvert.handlers",
    "jupyter_server.services.security.handlers",
    "jupyter_server.services.sessions.handlers",
    "jupyter_server.services.shutdown",
    "jupyter_server.view.handlers",
    "jupyterhub.singleuser.extension",
    "jupyterlab.labapp",
    "jupyterlab_server",
)
_THREADS: Final = ("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS", "NUMEXPR_NUM_THREADS", "VECLIB_MAXIMUM_THREADS")


_TOO_HEAVY: Final = "debugpy"
"""The debugger takes 24 MB and a tenth of a second of each kernel, and nobody here has a button for it."""


def import_all(names: Iterable[str]) -> list[str]:
    """Import what there is of these modules, and return those that are missing."""
    # ipykernel looks once whether there is a debugger; a learner may import it all the same.
    sys.modules[_TOO_HEAVY] = None  # type: ignore[assignment]
    missing = []
    for name in names:
        try:
            import_module(name)
        except ModuleNotFoundError as error:
            if error.name and not name.startswith(error.name):
                raise
            missing.append(name)
    del sys.modules[_TOO_HEAVY]
    return missing


def look_up_once() -> None:
    """Look through the installed packages here, where every server would do so again."""
    from jupyter_client.provisioning.factory import KernelProvisionerFactory

    from ailab.office.lab.settings import language_packs

    KernelProvisionerFactory.instance()
    language_packs()


def gather_names() -> None:
    """Put the names of all modules side by side in memory.

    IPython's start asks for each of 3,000; where they lie scattered, every kernel copies 6 MB of pages for it.
    """
    for name in list(sys.modules):
        module = sys.modules.pop(name)
        sys.modules["".join(name)] = module


def template_environment(environ: Mapping[str, str], cache: str) -> dict[str, str]:
    """Return the whole environment of a template: nothing of the operator's but the language of messages, no thread of a library."""
    return {
        **dict.fromkeys(_THREADS, "1"),
        "PATH": f"{Path(sys.executable).parent}:/usr/local/bin:/usr/bin:/bin",
        "LANG": environ.get("LANG", "C.UTF-8"),
        "HOME": "/home/learner",
        "TMPDIR": "/tmp",  # noqa: S108  the learner's own
        "MPLCONFIGDIR": cache,
        "MPLBACKEND": "module://matplotlib_inline.backend_inline",
        "IPYTHONDIR": "/tmp/ipython",  # noqa: S108
        "PYTHONDONTWRITEBYTECODE": "1",
        "PYTHONNOUSERSITE": "1",
        # Every thread of a server would keep an arena of its own.
        "MALLOC_ARENA_MAX": "2",
        "JUPYTER_PLATFORM_DIRS": "1",
    }
