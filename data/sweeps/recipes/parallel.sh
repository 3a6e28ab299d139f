#!/usr/bin/env bash
# A sweep in shards on one machine or several: xargs needs nothing else, GNU parallel also reaches other machines (--sshlogin).
#
#   NATOSIM=natosim SWEEP=main.csv BASE=hague-uncertain OUT=results SHARDS=64 OPTIONS="--n 1048576" bash parallel.sh
#
# Run it again after an interruption: shards that are done are not computed again.
set -euo pipefail
parts="${OUT}.parts"
jobs="${JOBS:-$(nproc)}"
command="${NATOSIM:-natosim} sweep $SWEEP --base $BASE ${OPTIONS:-} --threads 1 --out $parts --quiet"
if [ "${WITH:-xargs}" = parallel ]; then
  # shellcheck disable=SC2086
  seq "$SHARDS" | parallel --will-cite --jobs "$jobs" --halt now,fail=1 $command --shard {}/"$SHARDS"
else
  # shellcheck disable=SC2086
  seq "$SHARDS" | xargs -P "$jobs" -I{} $command --shard {}/"$SHARDS"
fi

# shellcheck disable=SC2086
${NATOSIM:-natosim} merge "$parts" --out "$OUT"
