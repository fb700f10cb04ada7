"""A program on a pseudo-terminal, as the one at the other end sees it: bytes, and the moments at which they came."""

import fcntl
import os
import pty
import re
import select
import signal
import struct
import termios
import time
from dataclasses import dataclass, field


@dataclass
class Burst:
    """What came after a key until the line fell silent; times in seconds, counted from the key."""

    first: float = 0.0
    last: float = 0.0
    data: bytes = b""
    arrivals: list = field(default_factory=list)


class Terminal:
    """Runs a program with a controlling terminal of a fixed size, and knows what its screen shows."""

    running = set()

    def __init__(self, arguments, environment=None, columns=120, rows=36):
        self.screen = Screen(columns, rows)
        self.started = time.perf_counter()
        self.process, self.descriptor = pty.fork()
        if self.process == 0:
            fcntl.ioctl(0, termios.TIOCSWINSZ, struct.pack("HHHH", rows, columns, 0, 0))
            os.execvpe(arguments[0], arguments, environment or os.environ)
        os.set_blocking(self.descriptor, False)
        self.running.add(self.process)

    def send(self, text):
        """Types, and answers when."""
        data = text.encode()
        moment = time.perf_counter()
        os.write(self.descriptor, data)
        return moment

    def read(self, seconds):
        """The next bytes, put on the screen, and when they were there; (None, moment) when none came in time."""
        data, moment = self.receive(seconds)
        if data is not None:
            self.screen.take(data)
        return data, moment

    def receive(self, seconds):
        """The same without the screen, whose reading takes longer than the program's writing."""
        ready, _, _ = select.select([self.descriptor], [], [], max(0.0, seconds))
        moment = time.perf_counter()
        if not ready:
            return None, moment
        try:
            data = os.read(self.descriptor, 1 << 16)
        except BlockingIOError:
            return None, moment
        except OSError:
            raise EOFError("the program has left its terminal")
        return data, moment

    def burst(self, since, quiet=0.012, patience=2.0):
        """One frame: everything until nothing has come for `quiet` seconds; None when nothing comes at all.

        A pseudo-terminal holds 4,095 bytes: a frame that is larger comes in pieces, as fast as they are taken."""
        data, moment = self.receive(patience)
        if data is None:
            return None
        burst = Burst(moment - since, moment - since, data, [moment - since])
        while True:
            data, moment = self.receive(quiet)
            if data is None:
                self.screen.take(burst.data)
                return burst
            burst.data += data
            burst.last = moment - since
            burst.arrivals.append(burst.last)

    def drain(self, quiet=0.3, patience=10.0):
        """Waits until the screen has been still for `quiet` seconds."""
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            if self.read(quiet)[0] is None:
                return

    def wait_for(self, pattern, patience=60.0):
        """Seconds since the start until the screen shows what the pattern describes."""
        expression = re.compile(pattern)
        end = time.perf_counter() + patience
        moment = time.perf_counter()
        while not expression.search(self.screen.text):
            if time.perf_counter() > end:
                raise TimeoutError(f"never seen: {pattern}\n{self.screen.text}")
            data, moment = self.read(0.5)
        return moment - self.started

    def end(self, keys="", patience=5.0):
        """Ends the program, politely first, and waits until it is gone."""
        if keys:
            self.send(keys)
        end = time.perf_counter() + patience
        while time.perf_counter() < end:
            try:
                self.read(0.02)
            except EOFError:
                break
        else:
            os.kill(self.process, signal.SIGTERM)
        self.wait()

    def kill(self):
        """Ends a program that knows no politeness."""
        os.kill(self.process, signal.SIGKILL)
        self.wait()

    def wait(self):
        os.waitpid(self.process, 0)
        self.running.discard(self.process)
        os.close(self.descriptor)


class Screen:
    """Enough of a terminal (ECMA-48, as terminfo's xterm entries use it) to tell which words are on the screen."""

    SEQUENCE = re.compile(
        rb"\x1b(?:\[([?>]?)([0-9;]*)[ -/]*([@-~])|\][^\x07\x1b]*(?:\x07|\x1b\\)|[()][0-9A-Za-z]|[=>78cDEHM])")
    PARTIAL = re.compile(rb"\x1b(?:\[[?>]?[0-9;]*[ -/]*|\][^\x07\x1b]*|[()])?$")

    def __init__(self, columns, rows):
        self.columns, self.rows = columns, rows
        self.clear()
        self.rest = b""
        self.last = " "

    def clear(self):
        self.cells = [[" "] * self.columns for _ in range(self.rows)]
        self.x = self.y = 0

    @property
    def text(self):
        return "\n".join("".join(row) for row in self.cells)

    def take(self, data):
        data, self.rest = self.rest + data, b""
        position = 0
        while position < len(data):
            escape = data.find(b"\x1b", position)
            plain = data[position:] if escape < 0 else data[position:escape]
            self.write(plain, isLast=escape < 0)
            if escape < 0:
                return
            match = self.SEQUENCE.match(data, escape)
            if not match:
                if self.PARTIAL.match(data, escape):
                    self.rest = data[escape:]
                    return
                position = escape + 1
                continue
            if match.group(3) and not match.group(1):
                self.control(match.group(3).decode(), match.group(2).decode())
            position = match.end()

    def write(self, data, isLast):
        if isLast:
            # A character that is not complete yet waits for its rest.
            for missing in range(1, min(4, len(data) + 1)):
                if data[-missing] >= 0xC0:
                    length = 2 if data[-missing] < 0xE0 else 3 if data[-missing] < 0xF0 else 4
                    if missing < length:
                        data, self.rest = data[:-missing], data[-missing:]
                    break
        for character in data.decode(errors="replace"):
            if character == "\r":
                self.x = 0
            elif character == "\n":
                self.y = min(self.rows - 1, self.y + 1)
            elif character == "\b":
                self.x = max(0, self.x - 1)
            elif character >= " ":
                self.put(character)

    def put(self, character):
        if self.x >= self.columns:
            self.x, self.y = 0, min(self.rows - 1, self.y + 1)
        self.cells[self.y][self.x] = self.last = character
        self.x += 1

    def control(self, final, parameters):
        numbers = [int(number) if number else 0 for number in parameters.split(";")]
        count = max(1, numbers[0])
        if final in "Hf":
            self.y = min(self.rows, count) - 1
            self.x = min(self.columns, max(1, numbers[1] if len(numbers) > 1 else 1)) - 1
        elif final == "d":
            self.y = min(self.rows, count) - 1
        elif final == "G":
            self.x = min(self.columns, count) - 1
        elif final == "A":
            self.y = max(0, self.y - count)
        elif final == "B":
            self.y = min(self.rows - 1, self.y + count)
        elif final == "C":
            self.x = min(self.columns - 1, self.x + count)
        elif final == "D":
            self.x = max(0, self.x - count)
        elif final == "b":
            for _ in range(count):
                self.put(self.last)
        elif final == "X":
            self.blank(self.x, self.x + count)
        elif final == "K":
            self.blank(*{0: (self.x, self.columns), 1: (0, self.x + 1)}.get(numbers[0], (0, self.columns)))
        elif final == "P":
            row = self.cells[self.y]
            del row[self.x : self.x + count]
            row += [" "] * (self.columns - len(row))
        elif final == "@":
            row = self.cells[self.y]
            row[self.x : self.x] = [" "] * count
            del row[self.columns :]
        elif final == "J" and numbers[0] >= 2:
            x, y = self.x, self.y
            self.clear()
            self.x, self.y = x, y
        elif final == "J" and numbers[0] == 0:
            self.blank(self.x, self.columns)
            for row in range(self.y + 1, self.rows):
                self.cells[row] = [" "] * self.columns

    def blank(self, start, end):
        for x in range(start, min(end, self.columns)):
            self.cells[self.y][x] = " "
