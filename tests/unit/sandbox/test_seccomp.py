"""The filter of system calls, run here by a small interpreter of its own language."""

import ast
from pathlib import Path

import pytest

from ailab.office.sandbox import seccomp

ALLOW, EPERM, EAFNOSUPPORT, EOPNOTSUPP, ENOSYS = 0x7FFF0000, 0x50001, 0x50061, 0x5005F, 0x50026
X86, ARM, I386 = 0xC000003E, 0xC00000B7, 0x40000003
MACHINES = {"x86_64": X86, "aarch64": ARM}


def verdict(machine: str, number: int, first: int = 0, architecture: int | None = None) -> int:
    """Return what the kernel would do with a call."""
    data = {0: number, 4: MACHINES[machine] if architecture is None else architecture, 16: first & 0xFFFFFFFF}
    lines, at, held = seccomp.program(machine), 0, 0
    while True:
        code, yes, no, value = lines[at]
        at += 1
        if code == 0x06:
            return value
        if code == 0x20:
            held = data[value]
            continue
        holds = {0x15: held == value, 0x35: held >= value, 0x45: bool(held & value)}[code]
        at += yes if holds else no


@pytest.mark.parametrize("name", seccomp._OLD)
@pytest.mark.parametrize("machine", MACHINES)
def test_what_reaches_around_a_layer_is_refused(machine: str, name: str) -> None:
    assert verdict(machine, seccomp._OLD[name][list(MACHINES).index(machine)]) == EPERM


@pytest.mark.parametrize("machine", MACHINES)
def test_newer_calls_have_one_number_everywhere(machine: str) -> None:
    assert {verdict(machine, number) for number in seccomp._NEW.values()} == {EPERM}


@pytest.mark.parametrize(("machine", "read", "clone", "socket", "prctl"), [("x86_64", 0, 56, 41, 157), ("aarch64", 63, 220, 198, 167)])
def test_the_rest_is_judged_by_its_first_argument(machine: str, read: int, clone: int, socket: int, prctl: int) -> None:
    assert verdict(machine, read) == ALLOW
    assert verdict(machine, clone, 0x003D0F00) == ALLOW  # a thread
    assert verdict(machine, clone, 0x10000011) == EPERM  # a user namespace
    assert [verdict(machine, socket, family) for family in (1, 2, 10, 16, 40)] == [ALLOW, ALLOW, ALLOW, EOPNOTSUPP, EAFNOSUPPORT]
    assert verdict(machine, socket, (1 << 32) + 40) == EAFNOSUPPORT
    assert (verdict(machine, prctl, 1), verdict(machine, prctl, 15)) == (EPERM, ALLOW)


def test_other_ways_into_the_kernel_are_closed() -> None:
    assert verdict("x86_64", 0, architecture=I386) == ENOSYS
    assert verdict("x86_64", 0x40000000) == ENOSYS
    assert verdict("x86_64", 435) == ENOSYS  # clone3 keeps its flags where no filter looks


def test_an_unknown_machine_has_no_filter_and_so_no_sandbox() -> None:
    with pytest.raises(OSError, match="not known on riscv64"):
        seccomp.program("riscv64")


def test_no_number_is_listed_twice() -> None:
    for column in (0, 1):
        numbers = [pair[column] for pair in seccomp._OLD.values()] + list(seccomp._NEW.values())
        assert len(numbers) == len(set(numbers))


@pytest.mark.parametrize(("folder", "column"), [("x86_64-linux-gnu/asm/unistd_64.h", 0), ("asm-generic/unistd.h", 1)])
def test_numbers_are_those_of_the_kernels_headers(folder: str, column: int) -> None:
    path = Path("/usr/include") / folder
    if not path.is_file():
        pytest.skip(f"{path} is not installed")
    words = (line.split() for line in path.read_text(encoding="utf-8").splitlines())
    known = {
        word[1].removeprefix("__NR_").removeprefix("3264_"): ast.literal_eval(word[2])
        for word in words
        if word[:1] == ["#define"] and len(word) == 3 and word[1].startswith("__NR") and word[2].isdigit()
    }

    wrong = {name: (pair[column], known[name]) for name, pair in seccomp._OLD.items() if name in known and known[name] != pair[column]}
    assert wrong == {}
    assert {name for name, number in seccomp._NEW.items() if known.get(name, number) != number} == set()
