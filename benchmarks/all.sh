#!/usr/bin/env bash
# all.sh WHAT [FOLDER]: print a set of figures as tables in Markdown, each with the command that gave it.
#   django FOLDER    all rows about the documents of Django; asks for furo and sphinx-book-theme
#   python FOLDER    memory, bytes and store for the documents of Python; asks for the Sphinx that they need
#   growth           1,000 and 10,000 documents that are made up
#   large            50,000 of them
# PYTHON names the interpreter with all that the documentation asks for, ROUNDS how many times a build is measured.
set -euo pipefail
what=${1:-}
python=${PYTHON:-python}
rounds=${ROUNDS:-3}
here=$(dirname "${BASH_SOURCE[0]}")

ratio() {
  "$python" "$here/build_ratio.py" "$(realpath "$folder")" --rounds "$rounds" "$@"
}

light() {
  ratio --theme "$1" --option kwindex_light_pages=1 --scenario fresh --measure cpu --measure size
}

case $what in
  django | python) folder=${2:?"usage: all.sh $what FOLDER"} ;;
  growth | large) ;;
  *)
    sed -n '2,7s/^# //p' "${BASH_SOURCE[0]}" >&2
    exit 2
    ;;
esac
"$python" "$here/machine.py"
echo
case $what in
  django)
    ratio --theme alabaster --measure cpu --measure memory --measure size
    ratio --theme alabaster --scenario fresh --jobs 2 --measure wall
    light alabaster
    ratio --theme sphinx_book_theme --scenario fresh --measure cpu --measure memory --measure size
    ratio --theme furo --scenario fresh --measure cpu --measure memory --measure size
    light furo
    ;;
  python) ratio --scenario fresh --measure cpu --measure memory --measure size ;;
  growth) "$python" "$here/growth.py" 1000 10000 --rounds "$rounds" ;;
  large) "$python" "$here/growth.py" 50000 ;;
esac
