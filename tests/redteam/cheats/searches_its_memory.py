# tries: hidden values and sources in its own memory, before and while it is asked
# points: 4
# stock: skip
import re

pattern = re.compile(rb"SOURCE[-]CANARY[-]\d|15424691[3]\d{4}")
leaks = []
searched = set()

def search(when):
    if when in searched:
        return
    searched.add(when)
    with open("/proc/self/maps") as maps, open("/proc/self/mem", "rb", 0) as memory:
        for line in maps:
            place, rights, _, _, _, *path = line.split()
            if "r" not in rights or (path and path[0] not in ("[heap]", "[stack]")):
                continue
            start, end = (int(each, 16) for each in place.split("-"))
            try:
                memory.seek(start)
                found = pattern.search(memory.read(end - start))
            except (OSError, OverflowError, ValueError):
                continue
            if found:
                leaks.append(found[0])

search("before")
print("searched" if searched else "")
if leaks:
    print("LEAK:", leaks)

def double(number):
    search("visible" if abs(number) < 1000 else "hidden")
    return "leak" if leaks else 2 * number
