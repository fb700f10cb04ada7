"""Figures and the table in which they are printed."""

import math
import statistics


def median(values):
    return statistics.median(values)


def percentile(values, share):
    """The smallest value that so many per cent of the values do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, math.ceil(len(ordered) * share / 100) - 1)]


class Table:
    """Prints line by line: what was measured, the figure, what it is held against, and the goal."""

    WIDTHS = (46, 12, 12, 20, 8)

    def __init__(self):
        self.goals = 0
        self.missed = []

    def heading(self, title, *columns):
        print()
        self.line(title, *columns)
        print("-" * 118)

    def line(self, label, *cells):
        widths = self.WIDTHS[1:]
        row = f"{label:<{self.WIDTHS[0]}}" + "".join(f"{cell:>{width}}" for cell, width in zip(cells, widths))
        print(row + ("   " + cells[-1] if len(cells) > len(widths) else ""), flush=True)

    def goal(self, label, words, isMet):
        """`< 5 ms: met`, noted for the sum at the end."""
        self.goals += 1
        if not isMet:
            self.missed.append(f"{label}: {words}")
        return f"goal {words}: {'met' if isMet else 'MISSED'}"

    def times(self, label, seconds, floor=None, floor_name="", goals=()):
        """A row of times; goals are (share, limit in seconds), 50 for the median."""
        middle, high = median(seconds), percentile(seconds, 95)
        words = []
        for share, limit in goals:
            value, name = (middle, "median") if share == 50 else (percentile(seconds, share), f"p{share}")
            words.append(self.goal(label, f"{name} < {limit * 1000:g} ms", value < limit))
        against = f"{floor_name} {milliseconds(floor)}" if floor else ""
        ratio = f"x {middle / floor:.1f}" if floor else ""
        self.line(label, milliseconds(middle), milliseconds(high), against, ratio, "; ".join(words))

    def summary(self):
        print()
        if self.missed:
            print(f"{self.goals - len(self.missed)} of {self.goals} goals met. Missed: " + "; ".join(self.missed) + ".")
        else:
            print(f"All {self.goals} goals met.")


def milliseconds(seconds):
    value = seconds * 1000
    return f"{value:.3f} ms" if value < 1 else f"{value:.2f} ms" if value < 100 else f"{value:.0f} ms"


def megabytes(count):
    return f"{count / 1e6:.1f} MB"
