"""The dashboard as the person at the keyboard has it: the whole program with its service, on a pseudo-terminal."""

import subprocess
import time

import process
from figures import megabytes, median, milliseconds
from terminal import Terminal

KEYS = 300
STARTS = 15
REST = 10.0
LIST = ["--local"]


def echo_floor():
    """Seconds from a key to its echo by `cat` on a raw pseudo-terminal: nothing that draws can be faster here."""
    terminal = Terminal(["sh", "-c", "stty raw -echo; echo ready; exec cat"])
    terminal.wait_for("ready")
    times = []
    for _ in range(KEYS):
        burst = terminal.burst(terminal.send("j"), quiet=0.002)
        times.append(burst.last)
        time.sleep(0.005)
    terminal.kill()
    return times


def open_list(home, invoices):
    """A dashboard that shows its invoices, all of them loaded."""
    terminal = Terminal([home.binary] + LIST, home.environment)
    terminal.wait_for("OUTSTANDING")
    terminal.drain()
    terminal.send("2")
    terminal.wait_for(rf"[\d,]+/{invoices:,} loaded")
    return terminal


def all_loaded(invoices):
    """What the line at the foot of the invoices says once the mirror has every one."""
    return f"{invoices:,}/{invoices:,} loaded"


def load_all(terminal, invoices):
    """A filter that matches nothing has all the rest fetched. Answers the seconds since the start of the program."""
    terminal.send("/nothing is called this\r")
    seconds = terminal.wait_for(all_loaded(invoices), patience=300)
    # The other kinds may still be coming.
    terminal.drain(quiet=1.0, patience=60)
    terminal.send("\\")
    terminal.drain()
    return seconds


def press(terminal, keys, pause=0.0):
    """Types one key after another and waits for each frame; answers the bursts. With a pause, what comes later than the
    frame (the preview of the selected record) has come before the next key."""
    bursts = []
    for key in keys:
        burst = terminal.burst(terminal.send(key))
        if burst is None:
            raise RuntimeError(f"nothing was drawn after {key!r}\n{terminal.screen.text}")
        bursts.append(burst)
        if pause:
            terminal.drain(quiet=pause)
    return bursts


def keys(table, home, invoices):
    """Key to frame and bytes of a frame, with everything loaded."""
    floor = median(echo_floor())
    terminal = open_list(home, invoices)
    load_all(terminal, invoices)
    assert all_loaded(invoices) in terminal.screen.text
    goals = ((50, 0.005), (95, 0.016))
    table.heading(f"Key to frame, {invoices:,} invoices loaded, 120x36", "median", "p95", "floor", "ratio")
    table.line("echo of cat on a pseudo-terminal", milliseconds(floor))

    # Within the screen first, then across screens.
    rows = press(terminal, "j" * 15 + "k" * 14, pause=0.15)
    for label, typed, pause in [
        ("one row (j, k) within the screen", ("j" * 15 + "k" * 15) * (KEYS // 30), 0.03),
        ("one row that scrolls (j)", "j" * KEYS, 0.03),
        ("half a screen (^D, ^U)", ("\x04" * 10 + "\x15" * 10) * (KEYS // 40), 0.03),
        ("last and first row (G, Home)", ["G", "\x1b[H"] * (KEYS // 10), 0.15),
        ("another section and back (3, 2)", ["3", "2"] * (KEYS // 10), 0.15),
        ("open a record and leave it (Enter, Esc [q])", ["\r", "q"] * (KEYS // 10), 0.15),
    ]:
        bursts = press(terminal, typed, pause)
        table.times(label, [burst.last for burst in bursts], floor, "echo", goals)
        if label.startswith("one row (j"):
            terminal.send("\x1b[H")
            terminal.drain()
    terminal.send("/")
    terminal.drain()
    letters = press(terminal, "northwind" + "\x7f" * 9, pause=0.3)
    table.times("a letter of a filter", [burst.last for burst in letters], floor, "echo", goals)
    terminal.send("\x1b")
    terminal.drain()

    sizes = [len(burst.data) for burst in rows]
    table.heading("Bytes to the terminal", "median", "most")
    table.line(
        "the frame that moves the selection one row", f"{median(sizes):.0f}", f"{max(sizes)}", "", "",
        table.goal("bytes of a row's move", "at most 400 bytes", max(sizes) <= 400))
    rest_and_memory(table, terminal, f"{invoices:,} invoices loaded and browsed")
    terminal.end("q")


def rest_and_memory(table, terminal, words):
    """Ten seconds without a key, once the threads that a burst of work brought up have ended."""
    table.heading("At rest", "figure", "highest")
    time.sleep(8)
    ticks, exact = process.rest(terminal.process, REST)
    table.line(
        f"processor time in {REST:.0f} s without a key", milliseconds(exact), "", "", "",
        table.goal("processor time at rest", "no tick of the kernel's clock", ticks == 0))
    memory(table, terminal, words)


def memory(table, terminal, words):
    now, most = process.resident_bytes(terminal.process)
    label = f"resident, {words}"
    table.line(label, megabytes(now), megabytes(most), "", "", table.goal(label, "< 60 MB", now < 60e6))


def start(table, home, invoices):
    """From the start of the process to a screen that lacks nothing."""
    first, figures, full = [], [], []
    for _ in range(STARTS):
        terminal = Terminal([home.binary] + LIST, home.environment)
        _, moment = terminal.read(5)
        first.append(moment - terminal.started)
        figures.append(terminal.wait_for(r"\d open(?! so far)"))
        # The name of the company comes from the service, last of all.
        full.append(max(terminal.wait_for("◆ [^…]"), terminal.wait_for("● live since")))
        terminal.drain()
        terminal.end("q")
    floor = median(sqlite_start(home))
    table.heading(f"Start of --local, books of {invoices:,} invoices", "median", "p95", "floor", "ratio")
    table.times("start to first bytes", first, floor, "sqlite3")
    table.times("start to the figures of the books", figures, floor, "sqlite3")
    table.times("start to first full frame", full, floor, "sqlite3", ((50, 0.150),))


def sqlite_start(home):
    """sqlite3 opens both files and counts what the first screen shows."""
    times = []
    for _ in range(STARTS):
        before = time.perf_counter()
        subprocess.run(
            ["sqlite3", home.mirror, f"ATTACH '{home.books}' AS books", "SELECT count(*) FROM invoices",
             "SELECT count(*) FROM books.invoices"], check=True, capture_output=True)
        times.append(time.perf_counter() - before)
    return times


def intake(table, home, invoices):
    """A first start on full books: everything through the service into an empty mirror."""
    home.forget_mirror()
    terminal = open_list(home, invoices)
    seconds = load_all(terminal, invoices)
    table.heading("First start: through the service into an empty mirror", "seconds", "a second")
    table.line(f"start until all {invoices:,} invoices are there", f"{seconds:.2f}", f"{invoices / seconds:,.0f}")
    memory(table, terminal, "after taking them in")
    terminal.end("q")
