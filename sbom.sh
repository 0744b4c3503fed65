#!/usr/bin/env bash
# Writes the software bill of materials, CycloneDX as JSON: what the program is made of, with versions and licences.
#   ./sbom.sh [FOLDER]      sbom-dotnet.json and sbom-npm.json in the folder, "sbom" unless another is named
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

folder=${1:-sbom}
mkdir -p "$folder"
folder=$(cd "$folder" && pwd)
dotnet tool restore --verbosity quiet
dotnet restore Sensoro.Dashboard --locked-mode -v quiet
dotnet tool run dotnet-CycloneDX Sensoro.Dashboard/Sensoro.Dashboard.csproj --output "$folder" --filename sbom-dotnet.json --output-format Json --exclude-dev --disable-package-restore >/dev/null

# Only what is bundled into the pages; the lock file knows it all, nothing has to be installed.
(cd wwwroot-assets && npm sbom --package-lock-only --omit dev --sbom-format cyclonedx --sbom-type application) >"$folder/sbom-npm.json"
echo "Written: $folder/sbom-dotnet.json and $folder/sbom-npm.json"
