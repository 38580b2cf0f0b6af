#!/usr/bin/env bash
# Starts a process of Flink's Docker image with the settings of config.yaml beside this script.
# The image begins as root and gives up its rights itself; the state's volume is root's at first.
set -euo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
chown flink:flink /state
FLINK_PROPERTIES="$(grep -v '^ *#' "$here/config.yaml")
${FLINK_PROPERTIES:-}"
export FLINK_PROPERTIES
exec /docker-entrypoint.sh "$@"
