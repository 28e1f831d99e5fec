"""Slurm: slurmctld and two slurmd on this host, munge between them; a job array, of which one element is killed and runs
again. Runs as root, as slurmd does."""
import os
import sys
from pathlib import Path

from engine import Cluster, answers, free_port, kill_worker, need, run, wait_until

SCRIPT = Path(__file__).with_name("slurm_extract.sh")

CONFIGURATION = """
ClusterName=zhibiao
SlurmctldHost=localhost(127.0.0.1)
SlurmctldPort={controller}
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
CredType=cred/munge
AuthInfo=socket={folder}/munge/socket
StateSaveLocation={folder}/state
SlurmdSpoolDir={folder}/spool.%n
SlurmctldPidFile={folder}/slurmctld.pid
SlurmdPidFile={folder}/slurmd.%n.pid
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/linear
SwitchType=switch/none
MpiDefault=none
SlurmdParameters=config_overrides
SchedulerParameters=sched_interval=2,bf_interval=2
ReturnToService=2
RequeueExit=137
NodeName=node1 NodeHostname=localhost NodeAddr=127.0.0.1 Port={node1} CPUs=1
NodeName=node2 NodeHostname=localhost NodeAddr=127.0.0.1 Port={node2} CPUs=1
PartitionName=all Nodes=node1,node2 Default=YES State=UP
"""


def start(cluster):
    folder = cluster.folder
    ports = {name: free_port() for name in ("controller", "node1", "node2")}
    Path("slurm.conf").write_text(CONFIGURATION.format(folder=folder, **ports))
    os.environ["SLURM_CONF"] = f"{folder}/slurm.conf"
    for name in ("munge", "state", "spool.node1", "spool.node2"):
        Path(name).mkdir()
    Path("munge").chmod(0o755)
    Path("munge/key").write_bytes(os.urandom(128))
    Path("munge/key").chmod(0o600)
    munge = [f"--{what}={folder}/munge/{what.split('-')[0]}" for what in ("key-file", "socket", "pid-file", "log-file", "seed-file")]
    cluster.start(["munged", "--foreground", "--force", *munge], stderr=open("munged.log", "w"))
    wait_until(lambda: Path("munge/socket").exists(), "munged")
    cluster.start(["slurmctld", "-D"], stderr=open("slurmctld.log", "w"))
    wait_until(lambda: answers(ports["controller"]), "slurmctld")
    for node in ("node1", "node2"):
        cluster.start(["slurmd", "-D", "-N", node], stderr=open(f"slurmd.{node}.log", "w"))
    wait_until(lambda: run("sinfo -h -o '%T %D'") == "idle 2\n", "the nodes")


def starts_again_soon(job):
    """What is to run again waits two minutes, unless it is told not to. Not at once: for some seconds slurmd refuses it
    with the credential that it has just revoked."""
    is_requeued = "Requeuing" in Path("slurmctld.log").read_text()
    return is_requeued and run(f"scontrol update JobId={job} StartTime=now+5 2>&1", code=None) == ""


def main():
    need("munged", "slurmctld", "slurmd", "sbatch")
    if os.getuid() != 0:
        print("slurmd needs root")
        sys.exit(77)
    with Cluster() as cluster:
        start(cluster)
        job = run(f"sbatch --parsable --array=1-4 {SCRIPT}").strip()
        kill_worker("shard-0003")
        wait_until(lambda: starts_again_soon(f"{job}_3"), "the killed element", pause=0.5)
        wait_until(lambda: run("squeue -h") == "", "the array", seconds=150, pause=0.5)
        cluster.check("Slurm, an array with an element killed")


if __name__ == "__main__":
    main()
