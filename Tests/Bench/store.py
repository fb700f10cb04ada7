"""The mirror alone, in the program's own process: taking pages in, finding, lists, sums, on made-up records."""

import os
import shutil
import subprocess
import tempfile

from figures import megabytes

INVOICES, CUSTOMERS = 100_000, 20_000
# The first words of what is timed, and what it may take in milliseconds.
GOALS = [
    ("find", 15), ("complete a filter", 15), ("first screen", 150), ("last screen", 16), ("whole order", None),
    ("sums", 100), ("frequencies", None), ("overview", 100), ("customer page", 16),
]
RECORDS_PER_SECOND = 20_000


def measure(table, binary, invoices=INVOICES, customers=CUSTOMERS):
    table.heading(f"The mirror, {invoices:,} invoices, {customers:,} customers", "median", "p95")
    folder = tempfile.mkdtemp(prefix="invoicematic-mirror-")
    try:
        lines = run(binary, folder, invoices, customers)
        taken_in(table, [line for line in lines if line[1]])
        for name, _, seconds in lines:
            if goal := next((goal for goal in GOALS if name.startswith(goal[0])), None):
                limit = [(50, goal[1] / 1000)] if goal[1] else ()
                table.times(name, seconds, goals=limit)
        size = sum(os.path.getsize(os.path.join(folder, name)) for name in os.listdir(folder))
        table.line("size on disk", megabytes(size))
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def run(binary, folder, invoices, customers):
    """Name, number of records, and seconds of each line that the program prints."""
    out = subprocess.run(
        [binary, "measure", folder, "--invoices", str(invoices), "--customers", str(customers)],
        check=True, capture_output=True, text=True).stdout
    cells = [line.split("\t") for line in out.splitlines()]
    return [(name, int(records), [float(value) for value in values.split()]) for name, records, values in cells]


def taken_in(table, lines):
    """Records a second, kind by kind and in all."""
    for name, records, seconds in lines:
        table.line(f"{name}, {records:,}", f"{records / seconds[0]:,.0f}/s")
    rate = sum(line[1] for line in lines) / sum(line[2][0] for line in lines)
    words = f"{RECORDS_PER_SECOND:,} records a second"
    table.line("take in, all", f"{rate:,.0f}/s", "", "", "", table.goal("taking in", words, rate >= RECORDS_PER_SECOND))
