"""Runs a command and prints what it cost: CPU seconds, peak KiB, wall seconds, exit code.

A process counts the memory of the one it was forked from, so this one imports nothing large.
Usage: launch.py COMMAND [ARGUMENT ...]
"""

import os
import sys
import time

began = time.perf_counter()
child = os.fork()
if child == 0:
    nothing = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(nothing, stream)
    os.execvp(sys.argv[1], sys.argv[1:])
_, status, usage = os.wait4(child, 0)
wall = time.perf_counter() - began
print(usage.ru_utime + usage.ru_stime, usage.ru_maxrss, wall, os.waitstatus_to_exitcode(status))
