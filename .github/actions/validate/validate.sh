#!/usr/bin/env bash
# One line per finding, which the problem matcher beside this file makes an annotation of, and a SARIF file where one is
# named. Inputs come as variables, never as a part of a command. Exits as `jamjet validate` does.
set -uo pipefail
here=$(cd "$(dirname "${BASH_SOURCE[0]}")" && pwd)
cd "$JAMJET_FOLDER" || exit 2

read -ra command <<< "$JAMJET_COMMAND"
files=()
while IFS= read -r file; do
  [ -n "$file" ] && files+=("$file")
done <<< "$JAMJET_FILES"
limits=(--severity "$JAMJET_SEVERITY")
[ -n "$JAMJET_MAX_WARNINGS" ] && limits+=(--max-warnings "$JAMJET_MAX_WARNINGS")

echo "::add-matcher::$here/problem-matcher.json"
"${command[@]}" validate "${limits[@]}" --format compact -- "${files[@]}"
status=$?
echo "::remove-matcher owner=jamjet::"
echo "::remove-matcher owner=jamjet-notice::"
[ -z "$JAMJET_SARIF" ] || "${command[@]}" validate --format sarif -- "${files[@]}" > "$JAMJET_SARIF" || true
exit "$status"
