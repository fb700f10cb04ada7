"""Sample books in a home folder of their own, for programs that are started on them."""

import os
import re
import shutil
import signal
import subprocess
import tempfile


class Home:
    """A user who has nothing but sample books: everything the program keeps lies below one folder."""

    def __init__(self, binary):
        self.binary = os.path.abspath(binary)
        self.folder = tempfile.mkdtemp(prefix="invoicematic-bench-")
        self.environment = {
            "HOME": self.folder,
            "XDG_CONFIG_HOME": self.folder + "/config",
            "XDG_DATA_HOME": self.folder + "/data",
            "XDG_STATE_HOME": self.folder + "/state",
            "XDG_RUNTIME_DIR": self.folder,
            "TERM": "xterm-256color",
            "LANG": "C.UTF-8",
            "PATH": os.environ.get("PATH", "/usr/bin:/bin"),
        }

    @property
    def mirror(self):
        return self.folder + "/state/invoicematic/@local/mirror.sqlite"

    @property
    def books(self):
        return self.folder + "/data/invoicematic/books.sqlite"

    def forget_mirror(self):
        """As on a first start: everything is fetched anew."""
        shutil.rmtree(self.folder + "/state", ignore_errors=True)

    def remove(self):
        shutil.rmtree(self.folder, ignore_errors=True)


class Service:
    """`invoicematic serve` over the books of a home, which it fills first when a size is given."""

    running = set()

    def __init__(self, home, invoices=None):
        arguments = [home.binary, "serve", "--listen", "127.0.0.1:0"]
        if invoices:
            arguments += ["--sample", str(invoices)]
        self.log = open(home.folder + "/service.log", "ab")
        self.process = subprocess.Popen(
            arguments, env=home.environment, stdout=subprocess.PIPE, stderr=self.log, text=True)
        self.running.add(self.process.pid)
        line = self.process.stdout.readline()
        found = re.search(r"http://127\.0\.0\.1:(\d+)", line)
        if not found:
            raise RuntimeError(f"the service did not start: see {self.log.name}")
        self.port = int(found.group(1))

    def end(self):
        self.process.send_signal(signal.SIGTERM)
        self.process.wait(10)
        self.running.discard(self.process.pid)
        self.process.stdout.close()
        self.log.close()


def make_key(home, scopes):
    return subprocess.run(
        [home.binary, "keys", "create", "--name", "bench", "--scopes", scopes],
        env=home.environment, check=True, capture_output=True, text=True).stdout.strip()
