"""What the tests of the engines share: a corpus in shards, the run on one machine that all others must equal, servers that
end with the test, and a worker that is killed in the middle.

usage of each test: tests/engines/test_NAME.py BUILD_FOLDER; exit code 77 where the engine is not installed."""
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[2]
BUILD = Path(sys.argv[1]).resolve()
ZHIBIAO = str(BUILD / "zhibiao")
PATIENCE = 60  # seconds for what a busy machine may take its time with


def need(*programs):
    for program in programs:
        if shutil.which(program) is None:
            print(f"{program} is not installed: scripts/setup engines")
            sys.exit(77)


def wait_until(holds, what, seconds=PATIENCE, pause=0.05):
    end = time.monotonic() + seconds
    while not holds():
        if time.monotonic() > end:
            raise AssertionError(f"waited {seconds} s for {what}")
        time.sleep(pause)


def free_port():
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return one.getsockname()[1]


def answers(port):
    with socket.socket() as one:
        return one.connect_ex(("127.0.0.1", port)) == 0


class Cluster:
    """A folder with a corpus, its shards and what one machine makes of it. Whatever is started here ends with it."""

    def __init__(self, shards=4, copies=12):
        self.folder = Path(tempfile.mkdtemp(prefix="zhibiao_engine_"))
        self.folder.chmod(0o755)
        self.servers = []
        os.chdir(self.folder)
        os.environ["PATH"] = f"{BUILD}:{os.environ['PATH']}"
        os.environ["LC_ALL"] = "C.UTF-8"
        make_reports(Path("reports"), copies)
        run("zhibiao extract -q reports > one.ndjson", code=4)  # one of the reports is a picture
        run(f"zhibiao shard -q reports --shards {shards} -o shards", code=4)
        self.empty_results()

    def __enter__(self):
        return self

    def __exit__(self, *problem):
        for server in reversed(self.servers):
            end(server)
        for pid, _ in processes_with(str(self.folder)):
            if pid != os.getpid():
                os.kill(pid, signal.SIGKILL)
        os.chdir("/")
        shutil.rmtree(self.folder, ignore_errors=True)

    def empty_results(self):
        shutil.rmtree("results", ignore_errors=True)
        Path("results").mkdir()

    def start(self, command, **options):
        server = subprocess.Popen(command, start_new_session=True, **options)
        self.servers.append(server)
        return server

    def check(self, what):
        """The merged results are the bytes of the run on one machine."""
        run("zhibiao merge -q shards results -o all.ndjson", code=4)
        assert Path("all.ndjson").read_bytes() == Path("one.ndjson").read_bytes(), what
        os.remove("all.ndjson")
        print(f"{what}: as on one machine")

    def check_incomplete(self, shard):
        """Without this shard merge writes nothing, and says why."""
        told = run("zhibiao merge shards results -o all.ndjson 2>&1 >/dev/null", code=4)
        assert f"results/{shard}.ndjson: No such file" in told, told
        assert not Path("all.ndjson").exists()


def run(command, code=0, **options):
    ran = subprocess.run(command, shell=True, text=True, stdout=subprocess.PIPE, executable="/bin/bash", timeout=PATIENCE * 2, **options)
    assert code is None or ran.returncode == code, f"{command}\nexit code {ran.returncode}, wanted {code}\n{ran.stdout}"
    return ran.stdout


def end(server):
    try:
        os.killpg(server.pid, signal.SIGTERM)
        server.wait(10)
    except ProcessLookupError:
        pass
    except subprocess.TimeoutExpired:
        os.killpg(server.pid, signal.SIGKILL)
        server.wait()


def make_reports(folder, copies):
    """The samples, each copy with other digits in its numbers, and a file that is no report."""
    folder.mkdir()
    for sample in sorted((SOURCE / "samples").glob("*.txt")):
        content = sample.read_bytes()
        for copy in range(copies):
            digits = re.sub(rb"[1-8](?=[0-9.])", lambda digit: b"%d" % ((int(digit[0]) + copy) % 8 + 1), content)
            (folder / f"{sample.stem}_{copy:02}.txt").write_bytes(content if copy == 0 else digits)
    (folder / "national_picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR")


def processes_with(*words):
    """(pid, arguments) of the processes whose command lines hold all the words."""
    for entry in os.listdir("/proc"):
        if not entry.isdigit():
            continue
        try:
            arguments = Path(f"/proc/{entry}/cmdline").read_bytes().decode(errors="replace").split("\0")
        except OSError:
            continue
        if all(word in " ".join(arguments) for word in words):
            yield int(entry), arguments


def kill_worker(shard, is_at_work=None):
    """SIGKILL for the zhibiao that has begun to write what it makes of the shard."""
    part = Path(f"results/{shard}.ndjson.part")
    begun = is_at_work or (lambda: part.exists() and part.stat().st_size > 0)

    def killed():
        if not begun():
            return False
        for pid, arguments in processes_with("extract", f"{shard}.jsonl"):
            if Path(arguments[0]).name == "zhibiao":
                os.kill(pid, signal.SIGKILL)
                return True
        return False

    wait_until(killed, f"a worker at {shard}", pause=0.001)
