"""GNU parallel: on this machine, with a worker killed and --resume-failed; and on two hosts, each a sshd of its own."""
import os
import subprocess
import sys
from collections import Counter
from pathlib import Path

from engine import Cluster, answers, free_port, kill_worker, need, run, wait_until

JOB = "zhibiao extract -q --jsonl --keep document {} -o results/{/.}.ndjson"
HERE = f"parallel --joblog joblog '{JOB}' ::: shards/shard-*.jsonl"
RESUME = HERE.replace("--joblog", "--resume-failed --joblog")
THERE = (
    "parallel --sshloginfile hosts --joblog hosts.joblog --transferfile {} --return results/{/.}.ndjson --cleanup "
    f"'mkdir -p results && {JOB}' ::: shards/shard-*.jsonl"
)


def runs_of_shards(joblog):
    lines = [line.split("\t") for line in Path(joblog).read_text().splitlines()[1:]]
    return Counter(line[8].split(" shards/")[1].split(" ")[0] for line in lines), {line[1] for line in lines}


def killed_and_resumed(cluster):
    at_work = subprocess.Popen(HERE, shell=True, stderr=subprocess.DEVNULL)
    kill_worker("shard-0003")
    assert at_work.wait() == 1  # one job failed
    cluster.check_incomplete("shard-0003")
    run(RESUME)
    runs, _ = runs_of_shards("joblog")
    assert runs["shard-0003.jsonl"] == 2 and sum(runs.values()) == 5, runs
    cluster.check("parallel, a worker killed, --resume-failed")


def start_host(cluster, name):
    """A sshd whose sessions begin in a folder of their own, so that nothing is there that was not sent."""
    home, port = cluster.folder / name, free_port()
    home.mkdir()
    run(f"ssh-keygen -q -t ed25519 -N '' -f {name}.key")
    Path(f"{name}.enter").write_text(f'cd {home} && PATH="{os.environ["PATH"]}" && eval "$SSH_ORIGINAL_COMMAND"\n')
    Path(f"{name}.sshd").write_text(
        f"Port {port}\nListenAddress 127.0.0.1\nHostKey {home}.key\nPidFile none\nUsePAM no\nStrictModes no\n"
        f"PasswordAuthentication no\nPermitRootLogin prohibit-password\nMaxStartups 100\n"
        f"AuthorizedKeysFile {cluster.folder}/user.key.pub\nForceCommand bash {home}.enter\n"
    )
    if os.getuid() == 0:
        os.makedirs("/run/sshd", exist_ok=True)  # sshd wants it
    cluster.start(["/usr/sbin/sshd", "-D", "-e", "-f", f"{home}.sshd"], stderr=open(f"{name}.log", "w"))
    wait_until(lambda: answers(port), f"sshd of {name}")
    return f"Host {name}\n  HostName 127.0.0.1\n  Port {port}\n"


def on_two_hosts(cluster):
    run("ssh-keygen -q -t ed25519 -N '' -f user.key")
    known = "".join(start_host(cluster, name) for name in ("one", "two"))
    Path("ssh_config").write_text(
        f"{known}Host *\n  IdentityFile {cluster.folder}/user.key\n  IdentitiesOnly yes\n  BatchMode yes\n"
        "  StrictHostKeyChecking no\n  UserKnownHostsFile /dev/null\n  LogLevel ERROR\n"
    )
    os.environ["PARALLEL_SSH"] = f"ssh -F {cluster.folder}/ssh_config"
    Path("hosts").write_text("1/one\n1/two\n")
    cluster.empty_results()
    run(THERE)
    runs, hosts = runs_of_shards("hosts.joblog")
    assert hosts == {"one", "two"} and set(runs.values()) == {1}, (hosts, runs)
    for name in ("one", "two"):  # --cleanup
        assert not list(Path(name).glob("*/*")), list(Path(name).glob("*/*"))
    cluster.check("parallel on two hosts")


def main():
    need("parallel", "ssh-keygen", "rsync", "/usr/sbin/sshd")
    os.environ["HOME"] = os.environ.get("HOME", "/root")
    with Cluster() as cluster:
        run(HERE)
        cluster.check("parallel")
        os.remove("joblog")
        cluster.empty_results()
        killed_and_resumed(cluster)
        on_two_hosts(cluster)


if __name__ == "__main__":
    sys.exit(main())
