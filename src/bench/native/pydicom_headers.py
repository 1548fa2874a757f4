"""pydicom reading all that stands before Pixel Data of the files that the loaded list names; see rounds.h."""

import logging
import sys
import time
import warnings

import pydicom

warnings.simplefilter("ignore")
logging.disable(logging.CRITICAL)
paths = []


def read_header(path):
    data_set = pydicom.dcmread(path, stop_before_pixels=True, force=True)
    if len(data_set) == 0:
        raise ValueError("nothing in it")


def load(path):
    paths[:] = open(path, encoding="utf-8").read().splitlines()
    failed = []
    for index, each in enumerate(paths):
        try:
            read_header(each)
        except Exception:  # whatever it is, the file is left out for all peers
            failed.append(str(index))
    return "error " + " ".join(failed) if failed else "ok"


def run(count):
    cpu, wall = time.thread_time_ns(), time.monotonic_ns()
    for _ in range(count):
        for path in paths:
            read_header(path)
    return f"{time.thread_time_ns() - cpu} {time.monotonic_ns() - wall} {len(paths)}"


for line in sys.stdin:
    command, argument = line.rstrip("\n").split(" ", 1)
    print(load(argument) if command == "load" else run(int(argument)), flush=True)
