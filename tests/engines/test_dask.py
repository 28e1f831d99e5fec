"""Dask: a scheduler and three workers on loopback, the Python module in them; a worker killed in the middle of a shard."""
import os
import signal
import subprocess
import sys
from pathlib import Path

from engine import BUILD, Cluster, answers, free_port, run, wait_until

PYTHON = "/usr/bin/python3"
SCRIPT = Path(__file__).with_name("dask_extract.py")


def start(cluster):
    port = free_port()
    here = ["--no-dashboard", "--host", "127.0.0.1"]
    log = open("dask.log", "w")
    cluster.start([PYTHON, "-m", "distributed.cli.dask_scheduler", *here, "--port", str(port)], stderr=log)
    wait_until(lambda: answers(port), "the scheduler")
    for _ in range(3):
        worker = ["--nthreads", "1", "--local-directory", str(cluster.folder), f"tcp://127.0.0.1:{port}"]
        cluster.start([PYTHON, "-m", "distributed.cli.dask_worker", *here, *worker], stderr=log)
    wait_until(lambda: Path("dask.log").read_text().count("Registered to:") == 3, "the workers")
    return f"tcp://127.0.0.1:{port}"


def kill_a_worker():
    """The one that has begun shard-0002, as its file tells."""
    begun = lambda: [part for part in Path("results").glob("shard-0002.*.part") if part.stat().st_size > 0]
    wait_until(begun, "a worker at shard-0002", pause=0.001)
    os.kill(int(begun()[0].name.split(".")[2]), signal.SIGKILL)


def main():
    os.environ["PYTHONPATH"] = str(BUILD / "python")
    if subprocess.run([PYTHON, "-c", "import distributed, zhibiao"], stderr=subprocess.DEVNULL).returncode != 0:
        print("python3-distributed or the Python module is missing: scripts/setup engines")
        sys.exit(77)
    with Cluster(shards=9) as cluster:
        scheduler = start(cluster)
        command = f"{PYTHON} {SCRIPT} {scheduler} shards results"
        at_work = subprocess.Popen(command, shell=True, stdout=subprocess.PIPE, text=True)
        kill_a_worker()
        assert not Path("results/shard-0002.ndjson").exists()
        told, _ = at_work.communicate(timeout=120)
        assert at_work.returncode == 0 and len(told.splitlines()) == 9, told
        assert list(Path("results").glob("shard-0002.*.part")), "what the killed worker left"
        cluster.check("Dask, a worker killed")
        assert run("ls results/*.ndjson | wc -l") == "9\n"


if __name__ == "__main__":
    main()
