import time, io
from tests.browser.test_robots_in_lab import *
from tests.browser.test_robots_in_lab import robot_lab, page
def test_dbg(page):
    for rep in range(3):
        t0=time.monotonic()
        pic=page.find_elements(By.CSS_SELECTOR, PICTURES)[0]
        run_cell_again(page, pic)
        print("rerun took", time.monotonic()-t0)
        import hashlib
        seen=[]
        t0=time.monotonic()
        while time.monotonic()-t0<12:
            im=picture_of(page.find_elements(By.CSS_SELECTOR, PICTURES)[0]); seen.append((round(time.monotonic()-t0,1),hashlib.md5(im.tobytes()).hexdigest()[:4], im.size))
        print(seen)
        im.save(f"/tmp/rep{rep}.png")
    time.sleep(3)
