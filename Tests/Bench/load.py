"""Load on a service: as many requests as it answers, over some connections at once."""

import json
import os
import resource
import shutil
import socket
import subprocess
import threading
from dataclasses import dataclass

CONNECTIONS = 16
SECONDS = 6
SCRIPT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "load.lua")


def missing():
    """What has to be installed before load can be made; None where nothing is missing."""
    return None if shutil.which("wrk") else "wrk (Debian: apt-get install wrk)"


@dataclass
class Result:
    """How one run went; times in seconds."""

    requests: int
    seconds: float
    median: float
    p95: float
    refused: int
    failed: int

    @property
    def rate(self):
        return self.requests / self.seconds

    def require_success(self):
        """Answers that were refused count for nothing: a figure made of them would be one of something else."""
        if self.refused or self.failed:
            raise RuntimeError(f"{self.refused} of {self.requests} requests were refused, {self.failed} failed")
        return self


def run(port, key, path, word=None, seconds=SECONDS):
    """Asks for a page, or creates invoices where `word` makes their numbers new."""
    arguments = ["wrk", "-t1", f"-c{CONNECTIONS}", f"-d{seconds}", "--timeout", "10", "-s", SCRIPT]
    arguments += [f"http://127.0.0.1:{port}", "--", key, path] + ([word] if word else [])
    output = subprocess.run(arguments, check=True, capture_output=True, text=True).stdout
    line = next(line for line in output.splitlines() if line.startswith("RESULT "))
    return Result(**json.loads(line.removeprefix("RESULT "))).require_success()


def best(port, key, path, word=None, times=3):
    """The run with the middle rate of some: one that something else on the machine disturbed does not count."""
    results = [run(port, key, path, f"{word}{time}" if word else None) for time in range(times)]
    return sorted(results, key=lambda result: result.rate)[times // 2]


class Crowd:
    """Connections that do nothing, and others that do it slowly: half of these send a request byte by byte, half take
    their answer in small sips."""

    def __init__(self, port, key, path, idle, slow):
        limit = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
        resource.setrlimit(resource.RLIMIT_NOFILE, (limit, limit))
        self.port = port
        request = f"GET {path} HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {key}\r\n".encode()
        self.idle = [self.connect() for _ in range(idle)]
        self.senders = [self.connect() for _ in range(slow // 2)]
        self.readers = [self.connect(small=True) for _ in range(slow - slow // 2)]
        for reader in self.readers:
            # Ten answers at once are more than the kernel takes up for one who does not read.
            reader.sendall((request + b"\r\n") * 10)
        self.ending = threading.Event()
        self.thread = threading.Thread(target=self.dawdle, args=(request,))
        self.thread.start()

    def connect(self, small=False):
        connection = socket.socket()
        if small:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, 4096)
        connection.connect(("127.0.0.1", self.port))
        return connection

    def dawdle(self, request):
        position = 0
        while not self.ending.wait(0.2):
            # A header that never ends.
            byte = request[position : position + 1] or b"x"
            for sender in self.senders:
                sender.sendall(byte)
            for reader in self.readers:
                reader.recv(256)
            position += 1

    def close(self):
        """Answers how many were still connected."""
        self.ending.set()
        self.thread.join()
        alive = 0
        for connection in self.idle + self.senders + self.readers:
            try:
                connection.setblocking(False)
                alive += connection.recv(1) != b""
            except BlockingIOError:
                alive += 1
            except OSError:
                pass
            connection.close()
        return alive
