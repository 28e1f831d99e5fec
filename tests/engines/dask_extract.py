"""usage: dask_extract.py SCHEDULER SHARDS RESULTS"""
import os
import sys
from pathlib import Path

from distributed import Client, as_completed


def extract_shard(shard, result):
    """The result appears when it is whole, whoever else may be at the same shard."""
    import zhibiao

    part = f"{result}.{os.getpid()}.part"
    with open(part, "wb") as file:
        for report in zhibiao.extract_corpus(shard):
            file.write(report.to_json(document=True))
            file.flush()
    os.replace(part, result)
    return result


if __name__ == "__main__":
    scheduler, shards, results = sys.argv[1:]
    names = sorted(str(shard) for shard in Path(shards).absolute().glob("shard-*.jsonl"))
    targets = [str(Path(results).absolute() / Path(name).stem) + ".ndjson" for name in names]
    with Client(scheduler) as client:
        for done in as_completed(client.map(extract_shard, names, targets, retries=3)):
            print(done.result())
