#!/usr/bin/env bash
# Makes the simulated population's tables of docs/detection.md: simulated.sh [CUSTOMERS [DAYS [SEED]]]
set -euo pipefail

ebb=$(cd -- "$(dirname -- "${BASH_SOURCE[0]}")/../.." && pwd)/ebb
folder=$(mktemp -d)
trap 'rm -rf -- "$folder"' EXIT

"$ebb" simulate --customers "${1:-2000}" --days "${2:-150}" --seed "${3:-1}" --out "$folder" >&2
feeds=()
for feed in usage spend customers care; do
  feeds+=(--feed "$feed=$folder/$feed.jsonl")
done
"$ebb" backtest "${feeds[@]}" --truth "$folder/truth.csv" --truth "$folder/lookalikes.csv" \
  --out "$folder/out" >&2
cat "$folder/out/measures.md"
