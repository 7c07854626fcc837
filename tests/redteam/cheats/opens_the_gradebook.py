# tries: full marks written into gradebook.db
# points: 0
# stock: run
import sqlite3
from pathlib import Path

for folder in (Path.cwd(), *Path.cwd().parents):
    for path in (folder / "gradebook.db",):
        if path.is_file():
            print("LEAK: gradebook")
            with sqlite3.connect(path, timeout=1) as book:
                book.execute("update grade set manual_score = 4, auto_score = 4")
