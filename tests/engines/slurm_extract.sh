#!/bin/bash
# A job array with an element for each shard: sbatch --array=1-64 slurm_extract.sh
#SBATCH --requeue --open-mode=append --output=slurm.log
shard=$(printf 'shard-%04d' "$SLURM_ARRAY_TASK_ID")
zhibiao extract -q --resume --jsonl --keep document "shards/$shard.jsonl" -o "results/$shard.ndjson"
