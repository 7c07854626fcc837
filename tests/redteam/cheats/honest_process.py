# tries: nothing: asks another process, a shell and a file
# points: 4
# stock: run
import subprocess
import sys

!echo hello
%time 1 + 1
with open("note.txt", "w") as stream:
    stream.write("2")

def double(number):
    factor = int(open("note.txt").read())
    return int(subprocess.run([sys.executable, "-c", f"print({number} * {factor})"], capture_output=True, text=True).stdout)
