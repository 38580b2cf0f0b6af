#!/usr/bin/env bash
# Submits Ebb to a running Flink cluster.
#
#   run.sh CONFIG [--from SAVEPOINT] [--parallelism N]
#
# CONFIG: Ebb's configuration, as config/ebb.yaml. Needs FLINK_HOME or flink on the PATH, and
# target/ebb-job.jar (mvn package) or its place in EBB_JOB_JAR.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
jar=${EBB_JOB_JAR:-$here/../../target/ebb-job.jar}

usage() {
  sed -n '2,7s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

fail() {
  echo "run.sh: $1" >&2
  exit 1
}

[ $# -ge 1 ] || usage
config=$1
shift
options=()
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1 in
    --from) options+=(--fromSavepoint "$2") ;;
    --parallelism) options+=(--parallelism "$2") ;;
    *) usage ;;
  esac
  shift 2
done

[ -f "$config" ] || fail "no configuration at $config"
[ -f "$jar" ] || fail "no job at $jar: run mvn package first, or set EBB_JOB_JAR"
PATH=${FLINK_HOME:+$FLINK_HOME/bin:}$PATH
command -v flink >/dev/null || fail "no flink on the PATH: set FLINK_HOME"

exec flink run --detached ${options[@]+"${options[@]}"} "$jar" --config "$config"
