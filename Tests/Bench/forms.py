"""A long invoice as it is typed: what a keystroke costs where every line is read anew for the sums."""

from dashboard import LIST, echo_floor, press
from figures import median
from terminal import Terminal

LINES = 200
KEYS = 100


def keys(table, home):
    """Key to frame in a form of 200 lines."""
    terminal = open_form(home)
    floor = median(echo_floor())
    table.heading(f"Key to frame, a form of {LINES} lines, 120x36", "median", "p95", "floor", "ratio")
    for label, typed in [
        ("a digit of a price, all sums anew", "1\x7f" * (KEYS // 2)),
        ("a letter of a description", "\x1b[Z\x1b[Z" + "n\x7f" * (KEYS // 2)),
        ("from cell to cell (Tab, S-Tab)", ["\t", "\x1b[Z"] * (KEYS // 2)),
        ("a line moved up and down (^X Up, ^X Down)", ["\x18\x1b[A", "\x18\x1b[B"] * (KEYS // 4)),
    ]:
        bursts = press(terminal, typed if isinstance(typed, list) else split(typed), 0.02)
        table.times(label, [burst.last for burst in bursts], floor, "echo", ((95, 0.016),))
    terminal.send("\x1b")
    terminal.drain()
    terminal.end("q")


def split(typed):
    """Escape sequences are one key."""
    whole, rest = [], typed
    while rest:
        length = 3 if rest.startswith("\x1b[") else 1
        whole.append(rest[:length])
        rest = rest[length:]
    return whole


def open_form(home):
    """An invoice with so many lines, the keyboard in the price of the last."""
    terminal = Terminal([home.binary] + LIST, home.environment)
    terminal.wait_for("OUTSTANDING")
    terminal.drain()
    terminal.send("2n")
    terminal.wait_for("type a name|Customer")
    terminal.drain(quiet=0.5, patience=60)
    terminal.send("\t" * 5 + "Work\t\t2.5\t123.45")
    terminal.drain(quiet=0.5)
    for _ in range(LINES - 1):
        terminal.send("\x18d")
        terminal.drain(quiet=0.01)
    terminal.wait_for(f"{LINES} lines")
    return terminal
