#!/usr/bin/env python3
"""The Python module beside the command, in one thread: user time of the process less that of a run over an empty file, the
least of some runs of each in turns, since the machine may have other work. With jemalloc (Debian: libjemalloc2) preloaded
the module allocates as the command does.
usage: PYTHONPATH=build/release/python bench/python.py FILE… [--rounds 8]"""
import argparse
import os
import resource
import subprocess
import tempfile

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
    parser.add_argument("--rounds", type=int, default=8)
    parser.add_argument("--zhibiao", default="build/release/zhibiao")
    arguments = parser.parse_args()
    size = sum(os.path.getsize(file) for file in arguments.files) / 1e6
    commands = {("command", ""): [arguments.zhibiao, "extract", "-q", "-j1"]}
    for mode, code in MODES.items():
        for preload in ("", JEMALLOC):
            commands[mode, preload] = ["/usr/bin/python3", "-c", "import sys, zhibiao\n" + code]
    least = {}
    with tempfile.NamedTemporaryFile(suffix=".txt") as empty:
        for _ in range(arguments.rounds):
            for key, command in commands.items():
                for files in (arguments.files, [empty.name]):
                    seconds = user_seconds([*command, *files], key[1])
                    at = (key, files is arguments.files)
                    least[at] = min(seconds, least.get(at, seconds))
    speed = {key: size / (least[key, True] - least[key, False]) for key in commands}
    for (mode, preload), ours in speed.items():
        name = mode + (", jemalloc" if preload else "")
        print(f"{name:23} {ours:6.2f} MB/s, {ours / speed['command', '']:.2f} of the command's")


if __name__ == "__main__":
    main()
