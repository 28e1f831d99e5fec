#!/usr/bin/env python3
"""Holds what a shared libzhibiao shows against its installed headers: each symbol is declared ZHIBIAO_EXPORT there, and
every function of the interface for C is shown. usage: shown_symbols.py LIBRARY INCLUDE_FOLDER"""
import pathlib
import re
import subprocess
import sys


def shown(library):
    out = subprocess.run(["nm", "-D", "-C", "--defined-only", library], capture_output=True, text=True, check=True)
    lines = [line.split(maxsplit=2) for line in out.stdout.splitlines()]
    return {re.sub(r"@@?ZHIBIAO_[\d.]+", "", name) for _, kind, name in lines if kind != "A"}


def exported(folder):
    text = "\n".join(path.read_text() for path in pathlib.Path(folder).rglob("*.h"))
    text = re.sub(r"//.*", "", text)
    classes = set(re.findall(r"(?:class|struct) ZHIBIAO_EXPORT (\w+)", text))
    functions = set(re.findall(r"ZHIBIAO_EXPORT (?!\w+ *{)[^;{(]*?(operator\W{1,2}|\w+) *\(", text))
    return classes, functions


def is_declared(symbol, classes, functions):
    symbol = re.sub(r"\[abi:\w+\]", "", symbol)
    if match := re.fullmatch(r"(?:typeinfo(?: name)?|vtable) for zhibiao::(\w+)", symbol):
        return match[1] in classes
    match = re.match(r"(?:zhibiao::)?(operator\W{1,2}(?=\()|\w+)", symbol)
    return bool(match) and match[1] in classes | functions


def main():
    symbols = shown(sys.argv[1])
    classes, functions = exported(sys.argv[2])
    wrong = [f"shown, but no header says so: {s}" for s in symbols if not is_declared(s, classes, functions)]
    plain = {f for f in functions if f.startswith("zhibiao_")}
    wrong += [f"declared, but not shown: {f}" for f in sorted(plain - symbols)]
    for name in ["zhibiao::extract(", "zhibiao::Grammar::load(", "zhibiao::Extractor::extract(", "typeinfo for zhibiao::Error"]:
        if not any(s.startswith(name) for s in symbols):
            wrong.append(f"not shown: {name}")
    print("\n".join(wrong) or f"{len(symbols)} symbols shown, {len(plain)} of them for C")
    return 1 if wrong or len(plain) < 10 else 0


if __name__ == "__main__":
    sys.exit(main())
