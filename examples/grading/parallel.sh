#!/usr/bin/env bash
# A class in eight parts by GNU parallel, four at a time, and merged:
#
#   examples/grading/parallel.sh submissions/ results/
#
# Started again, it runs only the parts that failed or were not run. With --sshloginfile the parts go
# to other machines, which need the kit and the submissions at the same path.
set -euo pipefail
submissions=${1:?name the folder of submissions}
results=${2:-results}
parts=${PARTS:-parts}
count=${SHARDS:-8}

mkdir -p "$parts"
parallel --joblog "$parts/jobs.log" --resume-failed --jobs "${JOBS:-4}" --line-buffer --tag \
  node harness/cli/flotilla.js grade "$submissions" --out "$parts" --shard "{}/$count" --jobs 1 \
  ::: $(seq "$count")
exec node harness/cli/flotilla.js grade merge "$parts" --out "$results"
