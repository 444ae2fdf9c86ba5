#!/usr/bin/env bash
# A class over a Slurm array, and one job that merges when all parts are over:
#
#   id=$(sbatch --parsable examples/grading/slurm.sh)
#   sbatch --dependency=afterany:"$id" examples/grading/slurm.sh merge
#
# Run it in the kit's folder, on a file system that all machines see. A part that was killed goes on
# where it was: start the array again.
#SBATCH --job-name=flotilla
#SBATCH --array=1-8
#SBATCH --cpus-per-task=4
#SBATCH --mem=8G
#SBATCH --time=04:00:00
set -euo pipefail
submissions=${SUBMISSIONS:-submissions}
parts=${PARTS:-parts}
results=${RESULTS:-results}

if [ "${1:-}" = merge ]; then
  # A dependent job may be given an array of its own by the options above: one merge is enough.
  [ "${SLURM_ARRAY_TASK_ID:-1}" = "${SLURM_ARRAY_TASK_MIN:-1}" ] || exit 0
  exec node harness/cli/flotilla.js grade merge "$parts" --out "$results"
fi

exec node harness/cli/flotilla.js grade "$submissions" --out "$parts" \
  --jobs "${SLURM_CPUS_PER_TASK:-1}" ${GRADE_OPTIONS:-}
