#!/usr/bin/env bash
# Creates the topics of topics.txt; one that exists is left as it is.
#
#   create-topics.sh BOOTSTRAP_SERVERS [--replication-factor N] [--partitions N] [--command-config FILE]
#
# Needs Kafka's kafka-topics.sh on the PATH or in KAFKA_HOME/bin.
set -euo pipefail

here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)

usage() {
  sed -n '2,6s/^# \{0,1\}//p' "${BASH_SOURCE[0]}" >&2
  exit 2
}

[ $# -ge 1 ] || usage
servers=$1
shift
replication=3
partitions=
client=()
while [ $# -gt 0 ]; do
  [ $# -ge 2 ] || usage
  case $1 in
    --replication-factor) replication=$2 ;;
    --partitions) partitions=$2 ;;
    --command-config) client=(--command-config "$2") ;;
    *) usage ;;
  esac
  shift 2
done

PATH=$PATH${KAFKA_HOME:+:$KAFKA_HOME/bin}
while read -r name count settings; do
  case $name in '' | '#'*) continue ;; esac
  configs=()
  for setting in $settings; do
    configs+=(--config "$setting")
  done
  kafka-topics.sh --bootstrap-server "$servers" ${client[@]+"${client[@]}"} \
    --create --if-not-exists --topic "$name" --partitions "${partitions:-$count}" \
    --replication-factor "$replication" "${configs[@]}" </dev/null
done <"$here/topics.txt"
