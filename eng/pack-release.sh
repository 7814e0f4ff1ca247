#!/usr/bin/env bash
# Makes the packages to publish, Rom.Generators and Rom.Runtime, in the folder OUT (artifacts/release unless given).
#   eng/pack-release.sh [OUT]
# From the environment: VERSION replaces the version of Directory.Build.props, REPOSITORY_URL is written into the packages.
# Everything is built anew in a folder of its own, so that nothing of another build gets in and none is disturbed.
set -euo pipefail
root=$(cd "$(dirname "$0")/.." && pwd)
mkdir -p "${1:-$root/artifacts/release}"
out=$(cd "${1:-$root/artifacts/release}" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

cd "$root" # where global.json chooses the SDK
for project in Rom.Generators Rom.Runtime; do
  dotnet pack "$project" -c Release -warnaserror -nologo -verbosity:quiet -maxcpucount:2 --artifacts-path "$build" -o "$out" \
    -p:RomRelease=true ${VERSION:+-p:Version="$VERSION"} ${REPOSITORY_URL:+-p:RepositoryUrl="$REPOSITORY_URL"}
done
