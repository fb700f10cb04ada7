"""A business of a hundred thousand invoices: the dashboard while its mirror fills from nothing, and once it is full."""

import time

import process
from books import Home, Service
from dashboard import LIST, all_loaded
from figures import megabytes
from terminal import Terminal

INVOICES = 100_000
KEYS = 250
FEWEST_KEYS = 60
MARKINGS = 10
STARTS = 7
MEMORY = 80e6


def measure(table, binary, invoices=INVOICES):
    home = Home(binary)
    try:
        Service(home, invoices).end()
        table.heading(f"Books of {invoices:,} invoices and {invoices // 5:,} customers, 120x36", "median", "p95")
        fill(table, home, invoices)
        first_frames(table, home)
    finally:
        home.remove()


def fill(table, home, invoices):
    """Keys while everything is fetched, then how long that took and what memory."""
    terminal = Terminal([home.binary] + LIST, home.environment)
    terminal.wait_for("OUTSTANDING")
    terminal.send("2")
    terminal.wait_for(rf"[\d,]+/{invoices:,} loaded")
    # Frames come by themselves meanwhile: each that is drawn after a key was read shows what the key did.
    bursts = []
    while len(bursts) < KEYS and all_loaded(invoices) not in terminal.screen.text:
        bursts.append(key(terminal, "j" if len(bursts) % 40 < 20 else "k"))
    if len(bursts) < FEWEST_KEYS:
        raise RuntimeError("everything was fetched before the keys were typed: there was no sync to measure them in")
    table.times(
        "a row up or down while everything is fetched", [burst.first for burst in bursts],
        goals=((50, 0.005), (95, 0.016)))
    seconds = terminal.wait_for(all_loaded(invoices), patience=300)
    table.line(f"start until all {invoices:,} invoices are there", f"{seconds:.1f} s", f"{invoices / seconds:,.0f}/s")
    wait_for_rest(terminal)
    now, most = process.resident_bytes(terminal.process)
    table.line(
        "resident, service and all: now, at its highest", megabytes(now), megabytes(most), "", "",
        table.goal("memory of a first start", "< 80 MB", most < MEMORY))
    marks(table, terminal, invoices)
    terminal.end("q")


def marks(table, terminal, invoices):
    """All of the list is marked, then none of it."""
    bursts = []
    for count in range(MARKINGS):
        bursts.append(terminal.burst(terminal.send("*"), quiet=0.012))
        terminal.wait_for("Unmarked" if count % 2 else f"Marked {invoices:,}")
        terminal.drain(quiet=0.3, patience=5)
    table.times(
        f"marking all of {invoices:,} rows, or none", [burst.first for burst in bursts], goals=((95, 0.05),))


def key(terminal, text):
    """One key and its frame; what else is drawn until the next is read and forgotten."""
    burst = terminal.burst(terminal.send(text), quiet=0.002)
    if burst is None:
        raise RuntimeError(f"nothing was drawn after {text!r}\n{terminal.screen.text}")
    end = time.perf_counter() + 0.04
    while time.perf_counter() < end:
        terminal.read(end - time.perf_counter())
    return burst


def wait_for_rest(terminal, patience=240):
    """The other kinds come too: the line at the foot says how far the background is."""
    end = time.perf_counter() + patience
    while "sweep" in terminal.screen.text and time.perf_counter() < end:
        terminal.drain(quiet=0.5, patience=2)


def first_frames(table, home):
    """From the start of the process to the figures of the mirror, before the service has answered."""
    frames, most = [], 0
    for _ in range(STARTS):
        terminal = Terminal([home.binary] + LIST, home.environment)
        frames.append(terminal.wait_for(r"\d open"))
        terminal.drain()
        most = max(most, process.resident_bytes(terminal.process)[1])
        terminal.end("q")
    table.times("start to the overview of the mirror", frames, goals=((50, 0.1),))
    table.line(
        "resident after that", megabytes(most), "", "", "", table.goal("memory of a start", "< 80 MB", most < MEMORY))
