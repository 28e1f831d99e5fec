import os
import pathlib
import subprocess

import pytest

SOURCE = pathlib.Path(__file__).resolve().parents[2]


@pytest.fixture(autouse=True)
def in_the_repository(monkeypatch):
    monkeypatch.chdir(SOURCE)


@pytest.fixture
def command():
    """Runs the command: what it prints, its exit code."""

    def run(*arguments):
        done = subprocess.run([os.environ["ZHIBIAO_BIN"], *map(str, arguments)], capture_output=True)
        return done.stdout, done.returncode

    return run


def reports():
    return sorted([*pathlib.Path("samples").glob("*.txt"), *pathlib.Path("tests/gold").glob("*.txt")])
