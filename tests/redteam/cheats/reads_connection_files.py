# tries: connection files of other kernels
# points: 0
# stock: run
import glob
import os

for folder in (os.environ.get("JUPYTER_RUNTIME_DIR", ""), os.path.expanduser("~/.local/share/jupyter/runtime"), "/run", "/tmp"):
    for path in glob.glob(f"{folder}/**/kernel-*.json", recursive=True):
        print("LEAK:", path)
