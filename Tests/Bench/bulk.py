"""Many payments at once: a plan from the mirror, its run beside what the service takes for the same requests, and keys
while another runs."""

import http.client
import json
import os
import subprocess
import sys
import time

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
sys.dont_write_bytecode = True

from books import Home, Service, make_key
from figures import Table, milliseconds
from large import key
from terminal import Terminal

SCOPES = "invoices:read,invoices:write,payments:read,payments:write,customers:read"
ROWS = 1_000
KEYS = 100
API = "/api/v1/api"


def measure(table, binary, invoices=42_000):
    """A third of what is open is paid by a script, one by nothing but requests, and one from the screen."""
    table.heading(f"Bulk payments, books of {invoices:,} invoices", "seconds", "a row")
    home = Home(binary)
    try:
        service = Service(home, invoices)
        profile(home, service, make_key(home, SCOPES))
        balances = sorted((row["due_amount"], row["id"]) for row in listed(home, "is:open"))
        low, high = (balances[len(balances) * part // 3 - 1][0] for part in (1, 2))
        plan(table, home, f"is:open bal<={low / 100:.2f}")
        floor, count = by_itself(home, service, [id for amount, id in balances if low < amount <= high][:ROWS])
        applied(table, home, floor / count)
        on_screen(table, home, f"is:open bal>{high / 100:.2f}")
        service.end()
    finally:
        home.remove()


def profile(home, service, key):
    folder = home.environment["XDG_CONFIG_HOME"] + "/invoicematic"
    os.makedirs(folder, exist_ok=True)
    with open(os.open(folder + "/key", os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
        file.write(key + "\n")
    with open(folder + "/config.toml", "w") as file:
        file.write(
            "[profiles.bench]\n"
            f'base_url = "http://127.0.0.1:{service.port}/api/v1"\napi_key_file = "{folder}/key"\n'
            "allow_http = true\nrequests_per_minute = 0\n")
    home.key = key


def verb(home, *arguments):
    started = time.perf_counter()
    done = subprocess.run(
        [home.binary, *arguments, "--profile", "bench"], env=home.environment, capture_output=True, text=True)
    return done, time.perf_counter() - started


def listed(home, filter):
    done, _ = verb(home, "list", "invoices", "--where", filter, "--format", "json")
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [json.loads(line) for line in done.stdout.splitlines()]


def plan(table, home, filter):
    """Once to fetch what is needed, then from the mirror alone, the start of the program included."""
    first, _ = verb(home, "plan", "pay", "--where", filter, "-o", home.folder + "/first.json")
    done, seconds = verb(home, "plan", "pay", "--where", filter, "--cached", "-o", home.folder + "/cached.json")
    if first.returncode or done.returncode:
        raise RuntimeError(first.stderr + done.stderr)
    with open(home.folder + "/first.json") as file:
        rows = len(json.load(file)["plan"]["rows"])
    table.line(
        f"plan of {rows:,} payments from the mirror, with the start", f"{seconds:.2f} s", milliseconds(seconds / rows),
        "", "", table.goal("a plan of 1,000 invoices", "< 1 s", seconds * ROWS / max(rows, ROWS) < 1))


def by_itself(home, service, ids):
    """Look, pay, read back, look: one request after the other on one connection, and nothing else."""
    connection = http.client.HTTPConnection("127.0.0.1", service.port)
    headers = {"Authorization": f"Bearer {home.key}", "Accept": "application/json"}

    def ask(method, path, body=None, extra=()):
        connection.request(method, API + path, body and json.dumps(body), {**headers, **dict(extra)})
        answer = connection.getresponse()
        text = answer.read()
        if answer.status >= 300:
            raise RuntimeError(f"{method} {path}: {answer.status} {text[:200]}")
        return json.loads(text)["data"]

    started = time.perf_counter()
    for number, id in enumerate(ids):
        invoice = ask("GET", f"/invoices/{id}")
        body = {
            "payment_date": "2026-03-18", "customer_id": invoice["customer_id"], "amount": invoice["due_amount"],
            "payment_number": f"FLOOR-{number:06}", "invoice_id": id}
        extra = [("Content-Type", "application/json"), ("Idempotency-Key", f"floor-{os.getpid()}-{number}")]
        payment = ask("POST", "/payments", body, extra)
        ask("GET", f"/payments/{payment['id']}")
        ask("GET", f"/invoices/{id}")
    return time.perf_counter() - started, max(1, len(ids))


def applied(table, home, floor):
    done, seconds = verb(home, "apply", home.folder + "/first.json", "--include-held")
    with open(home.folder + "/first.json") as file:
        rows = sum(1 for row in json.load(file)["plan"]["rows"] if "forbidden" not in row)
    if done.returncode not in (0, 75):
        raise RuntimeError(done.stderr)
    ratio = seconds / rows / floor
    table.line(
        f"run of {rows:,} payments, {done.stderr.strip().splitlines()[-1]}", f"{seconds:.2f} s",
        milliseconds(seconds / rows), f"{ratio:.2f} x service", milliseconds(floor),
        table.goal("a run of 1,000 payments", "< 1.2 x the service", ratio < 1.2))


def on_screen(table, home, filter):
    """A row up or down on the page of a run while it runs: payments go, answers are taken in, rows change."""
    path = home.folder + "/screen.json"
    done, _ = verb(home, "plan", "pay", "--where", filter, "-o", path)
    if done.returncode:
        raise RuntimeError(done.stderr)
    with open(path) as file:
        rows = sum(1 for row in json.load(file)["plan"]["rows"] if not row["held"] and "forbidden" not in row)
    terminal = Terminal([home.binary, "--profile", "bench"], home.environment)
    terminal.wait_for("OUTSTANDING")
    for text, answer in ((":open a plan", "Open a plan"), ("\r", "Tab"), (path, "screen.json"), ("\r", "nothing is sent")):
        terminal.send(text)
        terminal.wait_for(answer)
    terminal.send("\x13")
    terminal.wait_for("to run it")
    terminal.send(str(rows))
    terminal.wait_for("Progress  running", patience=30)
    bursts = [key(terminal, "j" if count % 20 < 10 else "k") for count in range(KEYS)]
    if "running" not in terminal.screen.text:
        raise RuntimeError("the run was over before the keys were typed: there was nothing to measure them in")
    table.times(
        f"a row up or down while {rows:,} payments run", [burst.first for burst in bursts], goals=((95, 0.016),))
    terminal.wait_for("What came of it", patience=120)
    terminal.end("q")


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit("usage: bulk.py BINARY [INVOICES]")
    measure(Table(), sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 42_000)
