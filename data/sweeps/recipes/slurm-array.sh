#!/usr/bin/env bash
# A sweep as a Slurm job array: one task for each shard, then one job that puts the shards together.
#
#   export NATOSIM=natosim SWEEP=main.csv BASE=hague-uncertain OUT=results   # what to run; OUT must not exist yet
#   export OPTIONS="--n 1048576"                                             # further options of natosim sweep
#   sbatch --array=1-64 slurm-array.sh
#   sbatch --dependency=singleton --job-name=natosim-sweep slurm-array.sh merge
#
# A shard that failed is run again by submitting the array once more: what is done is not computed again.
#SBATCH --job-name=natosim-sweep
#SBATCH --cpus-per-task=2
#SBATCH --output=natosim-sweep-%A-%a.log
set -euo pipefail
parts="${OUT}.parts"
if [ "${1:-}" = merge ]; then
  # shellcheck disable=SC2086 # NATOSIM may be a command with arguments.
  exec ${NATOSIM:-natosim} merge "$parts" --out "$OUT"
fi

# The array's size is the number of shards: any number gives the same bytes.
# shellcheck disable=SC2086
exec ${NATOSIM:-natosim} sweep "$SWEEP" --base "$BASE" ${OPTIONS:-} \
  --shard "${SLURM_ARRAY_TASK_ID}/${SLURM_ARRAY_TASK_COUNT}" --threads "${SLURM_CPUS_PER_TASK:-1}" --out "$parts" --quiet
