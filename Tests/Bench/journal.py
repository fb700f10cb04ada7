"""A journal of many writes: how fast it opens, how fast a page of it is read, and how long its proof takes."""

import hashlib
import os
import shutil
import sqlite3
import subprocess
import time
import uuid

from figures import megabytes, median
from terminal import Terminal

WRITES = 100_000
STARTS = 15
MICROSECONDS = 1_000_000


def fill(path, writes):
    """Appends so many settled writes of five lines each, chained as the program chains them."""
    database = sqlite3.connect(path)
    row = database.execute("SELECT hash FROM journal ORDER BY seq DESC LIMIT 1").fetchone()
    previous, now = row[0] if row else "", int(time.time()) * MICROSECONDS
    rows = []
    for number in range(writes):
        intent, key = str(uuid.uuid4()), str(uuid.uuid4())
        body = f'{{"invoice_number":"BENCH-{number:06}","customer_id":1,"total":50000,"notes":"{"n" * 200}"}}'
        record = number + 1_000_000
        for step, kind, verb, record_id, of_key, status, text in (
            ("intent", "invoices", "create", None, key, None, body),
            ("sent", None, None, None, None, None, body),
            ("answer", None, None, record, None, 201, body),
            ("read_back", None, None, record, None, None, body),
            ("settled", None, None, record, None, None, "saved"),
        ):
            line = (intent, step, now, kind, verb, record_id, of_key, status, text)
            previous = chained(previous, line)
            rows.append(line + (previous,))
    database.executemany(
        "INSERT INTO journal (intent, step, at, kind, verb, record_id, key, status, body, hash)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", rows)
    database.commit()
    database.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    database.close()


def chained(previous, fields):
    """Each field with its length before it, after the hash of the line before."""
    texts = [previous] + [None if field is None else str(field) for field in fields]
    joined = ",".join("-" if text is None else f"{len(text.encode())}:{text}" for text in texts)
    return hashlib.sha256(joined.encode()).hexdigest()


def seconds(command, home, repeats=STARTS):
    times = []
    for _ in range(repeats):
        before = time.perf_counter()
        subprocess.run(command, env=home.environment, check=True, capture_output=True)
        times.append(time.perf_counter() - before)
    return times


def first_frame(home):
    """Seconds from the start to the figures of the books, which come after the journal was opened."""
    times = []
    for _ in range(STARTS):
        terminal = Terminal([home.binary, "--local"], home.environment)
        times.append(terminal.wait_for("OUTSTANDING"))
        terminal.drain()
        terminal.end("q")
    return times


def opening(table, home):
    """The journal of --local, as it is and with a hundred thousand writes in it."""
    path = home.folder + "/state/invoicematic/@local/local.sqlite"
    kept = home.folder + "/local.kept"
    without = first_frame(home)
    empty = seconds([home.binary, "journal", "show", "--local"], home)
    shutil.copy(path, kept)
    fill(path, WRITES)
    size = megabytes(os.path.getsize(path))
    table.heading(f"A journal of {WRITES:,} writes, {size}", "median", "p95", "floor", "ratio")
    shown = seconds([home.binary, "journal", "show", "--local"], home)
    floor = median(seconds(["sqlite3", path, "SELECT * FROM journal ORDER BY seq DESC LIMIT 100"], home))
    table.times("open it and list the newest 20 writes", shown, floor, "sqlite3", ((50, 0.100), (95, 0.100)))
    table.times("the same with an empty journal", empty, floor, "sqlite3")
    table.times("start of the dashboard to its figures", first_frame(home), median(without), "empty")
    proof = seconds([home.binary, "journal", "verify", "--local"], home, 1)[0]
    table.line("prove all of it", f"{proof:.2f} s", "", "", f"{WRITES / proof:,.0f}/s")
    shutil.move(kept, path)
    for suffix in ("-wal", "-shm"):
        if os.path.exists(path + suffix):
            os.remove(path + suffix)
