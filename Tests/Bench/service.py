"""The service alone, over TCP, beside nginx with the same page as a static file where nginx is installed."""

import os
import select
import shutil
import socket
import subprocess
import tempfile
import time

import process
from books import Service, make_key
from figures import megabytes, median, milliseconds, percentile

CONNECTIONS = 16
SECONDS = 5.0


class Client:
    """Keeps one request in flight on each of some connections, as fast as the answers come."""

    def __init__(self, port, request):
        self.port, self.request = port, request

    def run(self, seconds=SECONDS):
        """Answers the seconds that each request took, and the body of one answer."""
        poller, waiting, times = select.epoll(), {}, []
        for _ in range(CONNECTIONS):
            connection = socket.create_connection(("127.0.0.1", self.port))
            connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
            connection.sendall(self.request)
            waiting[connection.fileno()] = [connection, time.perf_counter(), b"", None]
            poller.register(connection.fileno(), select.EPOLLIN)
        end, body = time.perf_counter() + seconds, b""
        while time.perf_counter() < end:
            for descriptor, _ in poller.poll(1):
                entry = waiting[descriptor]
                entry[2] += entry[0].recv(1 << 18)
                if entry[3] is None and b"\r\n\r\n" in entry[2]:
                    entry[3] = self.length(entry[2])
                if entry[3] is None or len(entry[2]) < entry[3]:
                    continue
                now = time.perf_counter()
                times.append(now - entry[1])
                body = entry[2]
                entry[1:] = [now, b"", None]
                entry[0].sendall(self.request)
        for connection, *_ in waiting.values():
            connection.close()
        return times, body.partition(b"\r\n\r\n")[2]

    @staticmethod
    def length(data):
        head = data.partition(b"\r\n\r\n")[0]
        if not head.startswith(b"HTTP/1.1 200"):
            raise RuntimeError(head.decode(errors="replace"))
        for line in head.lower().split(b"\r\n"):
            if line.startswith(b"content-length:"):
                return len(head) + 4 + int(line.partition(b":")[2])
        raise RuntimeError("an answer without a length")


def pages(table, home, invoices):
    """Pages of 25 invoices at 16 connections."""
    key = make_key(home, "invoices:read")
    service = Service(home)
    request = (
        "GET /api/v1/api/invoices?page=1&limit=25 HTTP/1.1\r\n"
        f"Host: 127.0.0.1:{service.port}\r\nAuthorization: Bearer {key}\r\n\r\n")
    client = Client(service.port, request.encode())
    client.run(1.0)
    times, body = client.run()
    now, _ = process.resident_bytes(service.process.pid)
    service.end()
    rate = len(times) / SECONDS
    still = nginx(body)
    table.heading(f"The service: a page of 25 of {invoices:,} invoices, {CONNECTIONS} connections", "median", "p95")
    against = (f"nginx {still:,.0f} /s", f"x {still / rate:.1f}") if still else ("no nginx here", "")
    table.line("time of a request", milliseconds(median(times)), milliseconds(percentile(times, 95)))
    table.line(f"requests a second ({len(body) / 1000:.0f} kB each)", f"{rate:,.0f}", "", *against)
    table.line("resident", megabytes(now))


def nginx(body):
    """Requests a second for the same bytes as a file; None where there is no nginx."""
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
        request = f"GET /page.json HTTP/1.1\r\nHost: 127.0.0.1:{port}\r\n\r\n"
        times, _ = Client(port, request.encode()).run()
        return len(times) / SECONDS
    finally:
        server.terminate()
        server.wait()
        shutil.rmtree(folder, ignore_errors=True)
