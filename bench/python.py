#!/usr/bin/env python3
"""The Python module beside the command, in one thread: user time of the whole process, start included, each run of the
module beside a run of the command, since the machine may have other work; mean over the pairs. With jemalloc (Debian:
libjemalloc2) preloaded the module allocates as the command does.
usage: PYTHONPATH=build/release/python bench/python.py FILE… [--pairs 8]"""
import argparse
import os
import resource
import statistics
import subprocess

MODES = {
    "to_json": "for r in zhibiao.extract_many(sys.argv[1:], jobs=1): r.to_json()",
    "observations": "for r in zhibiao.extract_many(sys.argv[1:], jobs=1):\n for o in r: pass",
}
JEMALLOC = "libjemalloc.so.2"


def user_seconds(command, preload=""):
    before = resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime
    subprocess.run(command, stdout=subprocess.DEVNULL, check=True, env={**os.environ, "LD_PRELOAD": preload})
    return resource.getrusage(resource.RUSAGE_CHILDREN).ru_utime - before


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("files", nargs="+")
    parser.add_argument("--pairs", type=int, default=8)
    parser.add_argument("--zhibiao", default="build/release/zhibiao")
    arguments = parser.parse_args()
    size = sum(os.path.getsize(file) for file in arguments.files) / 1e6
    command = [arguments.zhibiao, "extract", "-q", "-j1", *arguments.files]
    for mode, code in MODES.items():
        module = ["/usr/bin/python3", "-c", "import sys, zhibiao\n" + code, *arguments.files]
        for preload in ("", JEMALLOC):
            pairs = [(user_seconds(command), user_seconds(module, preload)) for _ in range(arguments.pairs)]
            ours, modules = (size / statistics.mean(seconds) for seconds in zip(*pairs))
            name = mode + (", jemalloc" if preload else "")
            print(f"{name:23} {modules:6.2f} MB/s, the command {ours:6.2f} MB/s: {modules / ours:.2f} of it")


if __name__ == "__main__":
    main()
