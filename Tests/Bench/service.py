"""The service alone, over TCP, beside nginx with the same page as a static file where nginx is installed."""

import os
import shutil
import socket
import subprocess
import tempfile
import time
import urllib.request

import load
import process
from books import Home, Service, make_key
from figures import megabytes, milliseconds

INVOICES = 100_000
PAGE = "/api/v1/api/invoices?page={}&limit=25"
IDLE, SLOW = 1_000, 100


def measure(table, binary, invoices=INVOICES):
    """Everything about the service, on books of its own."""
    table.heading(f"The service, books of {invoices:,} invoices, {load.CONNECTIONS} connections", "median", "p95")
    home = Home(binary)
    try:
        started = time.perf_counter()
        service = Service(home, invoices)
        seconds = time.perf_counter() - started
        table.line(
            f"fill books: {invoices:,} invoices, {invoices // 5:,} customers", f"{seconds:.1f} s", "", "", "",
            table.goal("sample books", "under a minute", seconds < 60))
        if load.missing():
            table.line(f"Not measured: the load on the service. That takes {load.missing()}.")
        else:
            under_load(table, home, service, invoices)
        service.end()
    finally:
        home.remove()


def under_load(table, home, service, invoices):
    key = make_key(home, "invoices:read,invoices:write")
    # The first answers of a process are slower: statements are prepared, pages of the file read.
    load.run(service.port, key, PAGE.format(1), seconds=2)
    size = len(fetch(service.port, key, PAGE.format(1)))
    static = nginx(fetch(service.port, key, PAGE.format(1)))
    pages(table, service, key, invoices, size, static)
    creates(table, service, key)
    crowd(table, service, key, size)
    now, highest = process.resident_bytes(service.process.pid)
    table.line(
        "resident after all that", megabytes(now), megabytes(highest), "highest", "",
        table.goal("resident memory of the service", "< 120 MB", highest < 120e6))


def pages(table, service, key, invoices, size, static):
    last = invoices // 25
    for label, number in [("the first page", 1), ("a page in the middle", last // 2), ("the last page", last)]:
        result = load.best(service.port, key, PAGE.format(number))
        line(table, f"{label}: 25 of {invoices:,}, {size / 1000:.0f} kB", result, 1_000, 0.040, static)


def creates(table, service, key):
    result = load.best(service.port, key, "/api/v1/api/invoices", word=f"bench-{os.getpid()}-")
    line(table, "create an invoice, each on disk, with its own key", result, 300)


def crowd(table, service, key, size):
    others = load.Crowd(service.port, key, PAGE.format(1), IDLE, SLOW)
    try:
        result = load.best(service.port, key, PAGE.format(1))
    finally:
        alive = others.close()
    line(table, f"the first page, beside {IDLE:,} idle and {SLOW} slow", result, 1_000, 0.040)
    table.line(f"connections of those that are still there: {alive:,} of {IDLE + SLOW:,}")


def line(table, label, result, rate, p95=None, static=None):
    """One line for the time of a request, one for how many there are in a second."""
    goals = [table.goal(label, f"p95 < {p95 * 1000:g} ms", result.p95 < p95)] if p95 else []
    table.line(label, milliseconds(result.median), milliseconds(result.p95), "", "", "; ".join(goals))
    against = (f"nginx {static:,.0f} /s", f"x {static / result.rate:.1f}") if static else ("", "")
    goal = table.goal(label, f"at least {rate:,} /s", result.rate >= rate)
    table.line("  in a second", f"{result.rate:,.0f}", "", *against, goal)


def fetch(port, key, path):
    request = urllib.request.Request(f"http://127.0.0.1:{port}{path}", headers={"Authorization": f"Bearer {key}"})
    opener = urllib.request.build_opener(urllib.request.ProxyHandler({}))
    with opener.open(request) as answer:
        return answer.read()


def nginx(body):
    """Requests a second for the same bytes as a file, over as many connections; None where there is no nginx."""
    program = shutil.which("nginx") or shutil.which("/usr/sbin/nginx")
    if not program:
        return None
    folder = tempfile.mkdtemp(prefix="invoicematic-nginx-")
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    with open(folder + "/page.json", "wb") as file:
        file.write(body)
    with open(folder + "/nginx.conf", "w") as file:
        file.write(
            f"daemon off; pid {folder}/pid; error_log stderr; worker_processes 1; events {{}}\n"
            f"http {{ access_log off; keepalive_requests 10000000; client_body_temp_path {folder}/body; "
            f"proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/f; uwsgi_temp_path {folder}/u; "
            f"scgi_temp_path {folder}/s; server {{ listen 127.0.0.1:{port}; root {folder}; }} }}\n")
    os.chmod(folder, 0o755)
    server = subprocess.Popen([program, "-c", folder + "/nginx.conf"], stderr=subprocess.DEVNULL)
    try:
        time.sleep(0.5)
        return load.best(port, "none", "/page.json").rate
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)
