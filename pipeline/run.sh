#!/bin/bash
# Installs what is missing, builds, imports a folder of plans into out/plans.db.
set -euo pipefail
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)
. "$root/pipeline/setup.sh"

usage() {
  cat <<TEXT
usage: bash pipeline/run.sh [DIR]

Installs the Debian packages that are missing (as root or with sudo), builds
kehoach into out/build, imports DIR (default: corpus/) into out/plans.db, prints
what was found there and three queries to try. Run again, it does only what is
new.

  -d, --database FILE  import into FILE instead
  --with-office        install LibreOffice too (some 200 MB), which DOC, RTF and
                       ODT files are read through
  -h, --help           this text

Exit status: 0; 3 if a document could not be read (the others are imported);
1 if something else failed; 2 for wrong arguments.
TEXT
}

plans=$root/corpus
groups=(build)
database=$root/out/plans.db
while [ "$#" -gt 0 ]; do
  case $1 in
    -h | --help) usage; exit 0 ;;
    -d | --database)
      [ "$#" -gt 1 ] || { usage >&2; exit 2; }
      database=$2; shift ;;
    --with-office) groups+=(office) ;;
    -*) printf 'run.sh: unknown option %s\n\n' "$1" >&2; usage >&2; exit 2 ;;
    *) plans=$1 ;;
  esac
  shift
done
[ -e "$plans" ] || die "run.sh: $plans is not there"

install_for "${groups[@]}"
mkdir -p "$root/out"
options=(-DCMAKE_BUILD_TYPE=Release -DKEHOACH_TESTS=OFF)
# A tree that the tests have configured already serves as it is.
[ ! -f "$root/out/build/.options" ] ||
  read -r -a options <"$root/out/build/.options" || true
build "$root/out/build" kehoach -- "${options[@]}"
kehoach=$root/out/build/kehoach

say "importing $plans into $database"
status=0
"$kehoach" import "$plans" -d "$database" || status=$?
[ "$status" = 0 ] || [ "$status" = 3 ] || exit "$status"

say "found in $database"
sqlite3 -readonly -header -column "$database" "
  SELECT
    (SELECT count(*) FROM documents) AS documents,
    (SELECT count(*) FROM obligations) AS obligations,
    (SELECT count(*) FROM deadlines) AS deadlines,
    (SELECT count(*) FROM targets) AS targets,
    (SELECT count(*) FROM citations) AS citations;"

# The plan with the most obligations is worth a look.
code=$(sqlite3 -readonly "$database" "
  SELECT code FROM documents JOIN obligations ON document_id = documents.id
  WHERE code IS NOT NULL GROUP BY code ORDER BY count(*) DESC, code LIMIT 1;")
say "three queries to try"
cat <<TEXT
$(printf %q "$kehoach") search "bao cao truoc ngay" -d $(printf %q "$database")
$(printf %q "$kehoach") show "${code:-1/KH-UBND}" -d $(printf %q "$database")
sqlite3 -header -column $(printf %q "$database") \\
  "SELECT agency, count(*) AS obligations FROM obligations_by_agency
   WHERE role = 'lead' GROUP BY agency ORDER BY 2 DESC LIMIT 10"
TEXT
exit "$status"
