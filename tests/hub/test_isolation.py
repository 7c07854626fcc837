"""From inside a learner's kernel: what is other people's is neither seen nor reached, whatever is tried."""

import asyncio
import json
import socket
import sys
from collections.abc import Iterator
from typing import Any

import pytest

from ailab.office.sandbox.syscalls import landlock_version
from tests.built_course import built
from tests.conftest import ROOT
from tests.hub.plain_hub import PlainHub
from tests.hub.pupil import Pupil
from tests.hub.test_warm_servers import wait_for

pytestmark = [pytest.mark.hub, pytest.mark.skipif(sys.platform != "linux", reason="namespaces are Linux's")]
ATTACKER, VICTIM = "c1-attack", "c1-victim"
SECRET = "kx7q: nobody else may read this"


@pytest.fixture(scope="module")
def hub(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PlainHub]:
    with PlainHub(built()) as running:
        for place in ("exchange/ailab/inbound/c1-victim+loops+1", "course/graders/checks", "course/submitted/c1-victim"):
            (running.folder / place).mkdir(parents=True)
            (running.folder / place / "secret.txt").write_text(SECRET, encoding="utf-8")
        wait_for(running)
        yield running


@pytest.fixture(scope="module")
def answers(hub: PlainHub) -> dict[str, Any]:
    """Run every attack in one kernel, while the victim works in another."""
    found: dict[str, Any] = {}

    async def work() -> None:
        async with hub.pupil(VICTIM) as victim, hub.pupil(ATTACKER) as attacker:
            for pupil in (victim, attacker):
                await pupil.log_in()
                await pupil.start_server()
            async with victim.kernel() as theirs, attacker.kernel() as ours:
                await theirs.run(f"open('diary.txt', 'w').write({SECRET!r}); secret = {SECRET!r}; import os; print(os.getpid())")
                for name, code in attacks(hub, victim).items():
                    ran = await ours.run(f"{PRELUDE}\n{code}\nprint(json.dumps(result))")
                    assert not ran.error, (name, ran.error)
                    found[name] = json.loads(ran.printed.splitlines()[-1])
                assert (await theirs.run("secret")).value == repr(SECRET)
            for pupil in (victim, attacker):
                await pupil.stop_server()

    with socket.socket(socket.AF_UNIX) as door:
        door.bind("\0ailab-of-the-host")
        door.listen()
        asyncio.run(work())
    return found


PRELUDE = """
import ctypes, errno, glob, json, os, signal, socket, subprocess
libc = ctypes.CDLL(None, use_errno=True)

def tried(action, *arguments):
    try:
        return ["done", repr(action(*arguments))[:200]]
    except Exception as error:
        return ["refused", type(error).__name__]
"""


def attacks(hub: PlainHub, victim: Pupil) -> dict[str, str]:
    """Return lines of Python by name, each leaving its `result`."""
    folder = str(hub.folder)
    paths = [
        f"{folder}/homes/{VICTIM}/diary.txt",
        f"{folder}/jupyterhub.sqlite",
        f"{folder}/cookie_secret",
        f"{folder}/hub.log",
        f"{folder}/logs/{VICTIM}.log",
        f"{folder}/course/graders/checks/secret.txt",
        f"{folder}/course/submitted/c1-victim/secret.txt",
        f"{folder}/exchange/ailab/inbound/c1-victim+loops+1/secret.txt",
        str(ROOT / "graders" / "nbgrader_config.py"),
        "/etc/shadow",
        "/proc/1/environ",
        "/proc/1/root/etc/shadow",
        "/proc/1/mem",
        "/proc/kcore",
        "/dev/mem",
    ]
    return {
        "paths": f"result = {{path: tried(lambda: open(path, 'rb').read(100)) for path in {paths!r}}}",
        "climb": "result = sorted({path for pattern in ('/home/*', '/srv/*', '/root/*', '/tmp/*', '/var/*') for path in glob.glob(pattern)})",
        "found": f"result = subprocess.run(['grep', '-rsl', {SECRET[:9]!r}, '/home', '/srv', '/tmp', '/run', '/root', '/var'], capture_output=True, text=True).stdout.split()",
        "processes": "result = sorted(int(name) for name in os.listdir('/proc') if name.isdecimal())",
        "users": "result = sorted({os.stat(f'/proc/{name}').st_uid for name in os.listdir('/proc') if name.isdecimal()})",
        "server_memory": SERVER_MEMORY,
        "kill": "result = {str(pid): tried(os.kill, pid, 0) for pid in (2**15, 2**16, 4000, 4001, " + str(hub.pid) + ")}",
        "kill_init": "os.kill(1, signal.SIGKILL); result = os.path.exists('/proc/1')",
        "template": f"result = [tried(lambda: socket.socket(socket.AF_UNIX, kind).connect({str(hub.template)!r})) for kind in (socket.SOCK_SEQPACKET, socket.SOCK_STREAM)]",
        "write": "result = {path: tried(lambda: open(path + '/x', 'w')) for path in ('/srv/build', '/usr', '/etc', '/', '/srv', "
        + repr(sys.prefix)
        + ")}",
        "build": "result = os.listdir('/srv/build')",
        "namespaces": "result = [libc.unshare(flag) for flag in (0x10000000, 0x20000, 0x20000000)] + [libc.mount(b'none', b'/tmp', b'tmpfs', 0, None), libc.chroot(b'/tmp'), libc.setns(os.open('/proc/self/ns/net', 0), 0)]",
        "rights": "result = [line.split()[1] for line in open('/proc/self/status') if line.startswith(('Cap', 'NoNewPrivs', 'Seccomp:'))]",
        "open_files": "result = sorted(os.readlink(f'/proc/self/fd/{name}') for name in os.listdir('/proc/self/fd') if os.path.exists(f'/proc/self/fd/{name}'))",
        "environment": "result = [name for name in os.environ if 'TOKEN' in name or name.startswith('JUPYTERHUB')]",
        "abstract": "result = tried(lambda: socket.socket(socket.AF_UNIX).connect('\\0ailab-of-the-host'))",
        "shared_memory": "result = [os.listdir('/dev/shm'), libc.shmget(1, 4096, 0o1600)]",
        "victims_server": VICTIMS_SERVER.format(hub=hub.url, base=victim.base),
        "hub_api": f"import urllib.request, urllib.error\nresult = tried(lambda: urllib.request.urlopen('{hub.url}/hub/api/users').status)",
    }


SERVER_MEMORY = """
result = {}
for name in os.listdir('/proc'):
    if name.isdecimal() and int(name) < os.getpid():
        result[name] = [tried(lambda: open(f'/proc/{name}/{part}', 'rb').read(10))[0] for part in ('mem', 'environ', 'maps')]
"""
VICTIMS_SERVER = """
import urllib.request
result = [tried(lambda: urllib.request.urlopen(urllib.request.Request('{hub}{base}/api/contents', headers={{'Authorization': 'token ' + token}})).status) for token in ('', 'x')]
"""


def test_nothing_of_others_can_be_read(answers: dict[str, Any]) -> None:
    assert {path: said for path, said in answers["paths"].items() if said[0] == "done"} == {}
    assert answers["found"] == []


def test_the_file_tree_holds_the_interpreter_the_course_and_the_own_home(answers: dict[str, Any], hub: PlainHub) -> None:
    assert "/home/learner" in answers["climb"]
    assert [path for path in answers["climb"] if path.startswith(("/home/", "/srv/"))] == ["/home/learner", "/srv/build"]
    assert not any(path.startswith(str(hub.folder)) for path in answers["climb"])
    assert "map.json" in answers["build"]


def test_only_the_own_processes_exist(answers: dict[str, Any]) -> None:
    assert answers["processes"][0] == 1
    assert len(answers["processes"]) <= 6
    assert {said[1] for said in answers["kill"].values()} == {"ProcessLookupError"}
    assert answers["kill_init"] is True


def test_the_servers_memory_with_its_token_is_closed_to_the_kernel(answers: dict[str, Any]) -> None:
    assert {said for each in answers["server_memory"].values() for said in each[:2]} == {"refused"}
    assert answers["environment"] == []


def test_the_templates_socket_is_out_of_reach(answers: dict[str, Any]) -> None:
    assert {said[1] for said in answers["template"]} == {"FileNotFoundError"}


def test_nothing_can_be_written_outside(answers: dict[str, Any]) -> None:
    assert {said[0] for said in answers["write"].values()} == {"refused"}


def test_no_right_is_left_and_none_is_gained(answers: dict[str, Any]) -> None:
    *capabilities, no_new_privileges, filtered = answers["rights"]
    assert set(capabilities) == {"0000000000000000"}
    assert (no_new_privileges, filtered) == ("1", "2")
    assert set(answers["namespaces"]) == {-1}


def test_a_kernel_inherits_no_file_of_the_server_or_the_host(answers: dict[str, Any], hub: PlainHub) -> None:
    assert [path for path in answers["open_files"] if str(hub.folder) in path or path.endswith((".sock", ".sqlite"))] == []


@pytest.mark.skipif(landlock_version() < 6, reason="older kernels of Linux don't close abstract sockets in")
def test_a_socket_of_the_host_without_a_path_is_out_of_reach(answers: dict[str, Any]) -> None:
    assert answers["abstract"] == ["refused", "PermissionError"]


def test_shared_memory_is_empty_and_system_v_is_refused(answers: dict[str, Any]) -> None:
    assert answers["shared_memory"] == [[], -1]


def test_the_hub_and_the_neighbors_server_let_nobody_in_without_a_token(answers: dict[str, Any]) -> None:
    assert answers["hub_api"][0] == "refused"
    assert {said[0] for said in answers["victims_server"]} == {"refused"}


def test_the_hub_says_who_somebody_is_whatever_the_process_says(hub: PlainHub) -> None:
    async def work() -> None:
        async with hub.pupil(ATTACKER) as pupil:
            await pupil.log_in()
            await pupil.start_server()
            page = await pupil.web.get(f"{pupil.base}/lab")
            token = json.loads(page.text.split('id="jupyter-config-data" type="application/json">')[1].split("</script>")[0])["token"]
            async with pupil.kernel() as kernel:
                code = f"""
import json, os, urllib.request
os.environ["JUPYTERHUB_USER"] = {VICTIM!r}
asked = urllib.request.Request("{hub.url}/hub/api/user", headers={{"Authorization": "token {token}", "X-Forwarded-User": {VICTIM!r}}})
print(json.load(urllib.request.urlopen(asked))["name"])
"""
                assert (await kernel.run(code)).printed.strip() == ATTACKER
                asked = code.replace("/hub/api/user", f"/hub/api/users/{VICTIM}").replace('["name"]', "")
                assert "HTTPError" in (await kernel.run(asked)).error
            await pupil.stop_server()

    asyncio.run(work())


BOMB = """
import os, time
made = 0
try:
    while made < 5000:
        if os.fork() == 0:
            time.sleep(30)
            os._exit(0)
        made += 1
except OSError as error:
    print(type(error).__name__, made < 200)
"""


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (BOMB, "BlockingIOError True"),
        ("try:\n    x = [0] * (10 * 2**30 // 8)\nexcept MemoryError:\n    print('no memory')", "no memory"),
        ("try:\n    x = bytearray(10 * 2**30)\nexcept MemoryError:\n    print('no memory')", "no memory"),
    ],
    ids=["a fork bomb", "a list of 10 GB", "10 GB of bytes"],
)
def test_a_neighbor_works_on_beside(hub: PlainHub, code: str, said: str) -> None:
    async def work() -> None:
        async with hub.pupil(VICTIM) as victim, hub.pupil(ATTACKER) as attacker:
            for pupil in (victim, attacker):
                await pupil.log_in()
                await pupil.start_server()
            async with victim.kernel() as theirs, attacker.kernel() as ours:
                assert said in (await ours.run(code)).text
                assert (await theirs.run("sum(range(1000))", seconds=30)).value == "499500"
                if "fork" in code:
                    await ours.run("import signal; signal.signal(signal.SIGTERM, signal.SIG_IGN); os.killpg(0, signal.SIGTERM)")
            for pupil in (victim, attacker):
                await pupil.stop_server()

    asyncio.run(work())


def test_memory_in_small_pieces_ends_the_kernel_and_not_the_server(hub: PlainHub) -> None:
    grow = "pieces = []\nfor number in range(4):\n    if os.fork() == 0:\n        pieces = [bytearray(b'x' * 2**20) for _ in range(900)]\n        time.sleep(20)\nos.wait()"

    async def work() -> None:
        async with hub.pupil(ATTACKER) as pupil:
            await pupil.log_in()
            await pupil.start_server()
            async with pupil.kernel() as kernel:
                await kernel.send(f"import os, time\n{grow}")
                await asyncio.sleep(12)
            async with pupil.kernel() as kernel:
                assert (await kernel.run("6 * 7")).value == "42"
            await pupil.stop_server()

    asyncio.run(work())
