"""What the kernel says of a running process."""

import os
import time


def resident_bytes(process):
    """Resident memory now and at its highest so far."""
    values = {}
    with open(f"/proc/{process}/status") as lines:
        for line in lines:
            name, _, value = line.partition(":")
            if name in ("VmRSS", "VmHWM"):
                values[name] = int(value.split()[0]) * 1024
    return values["VmRSS"], values["VmHWM"]


def cpu_seconds(process):
    """Time on a processor of all threads, those that have ended too, from the clock ticks of the process; and from the
    nanoseconds of the threads that live."""
    with open(f"/proc/{process}/stat") as file:
        fields = file.read().rpartition(")")[2].split()
    ticks = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    nanoseconds = 0
    for task in os.listdir(f"/proc/{process}/task"):
        try:
            with open(f"/proc/{process}/task/{task}/schedstat") as file:
                nanoseconds += int(file.read().split()[0])
        except FileNotFoundError:
            continue
    return ticks, nanoseconds / 1e9


def rest(process, seconds):
    """Processor time of `seconds` in which nobody asks anything of the process, by both of the kernel's counts."""
    ticks, exact = cpu_seconds(process)
    time.sleep(seconds)
    later_ticks, later_exact = cpu_seconds(process)
    return later_ticks - ticks, later_exact - exact
