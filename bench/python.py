#!/usr/bin/env python3
"""The Python module beside the command, in one thread, runs in turn: CPU time of the whole process, start included, best of
the runs. usage: PYTHONPATH=build/release/python bench/python.py FILE… [--runs 5]"""
import argparse
import os
import resource
import subprocess
import sys

MODES = {
    "command": None,
    "to_json": "for r in zhibiao.extract_many(sys.argv[1:], jobs=1): r.to_json()",
    "observations": "for r in zhibiao.extract_many(sys.argv[1:], jobs=1):\n for o in r: pass",
}


def cpu_seconds(command):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--zhibiao", default="build/release/zhibiao")
    arguments = parser.parse_args()
    size = sum(os.path.getsize(file) for file in arguments.files) / 1e6
    best = dict.fromkeys(MODES, float("inf"))
    for _ in range(arguments.runs):
        for mode, code in MODES.items():
            if code is None:
                command = [arguments.zhibiao, "extract", "-j1", *arguments.files]
            else:
                command = [sys.executable, "-c", "import sys, zhibiao\n" + code, *arguments.files]
            best[mode] = min(best[mode], cpu_seconds(command))
    for mode, seconds in best.items():
        print(f"{mode:13} {size / seconds:6.2f} MB/s  {best['command'] / seconds:.2f} of the command")


if __name__ == "__main__":
    main()
