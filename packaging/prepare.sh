# Sourced by run and test: `prepare KIND` installs what is missing and makes .venv. KIND is one of
#   terminal  the program without a screen: enough for borgerplan render, list, backup …
#   window    the same, with what Qt needs to open a window
#   test      everything, with the tools that check the project
# A stamp in .venv says what is ready, so that a second start costs a few milliseconds.

libraries="libgl1 libegl1 libxkbcommon0 libglib2.0-0 libfreetype6 libfontconfig1 libdbus-1-3"
window_libraries="libxkbcommon-x11-0 libxcb-cursor0 libxcb-icccm4 libxcb-keysyms1 libxcb-shape0"
help_with_words=hunspell-da  # a dictionary: without it no word is underlined, and all else is as it was
# A virtual screen; the bus that screen readers ask on; a second opinion on PDF files; Java for veraPDF, the judge of
# PDF/UA and PDF/A.
test_tools="xvfb xauth dbus at-spi2-core poppler-utils default-jre-headless libjaxb-java"
uv_version=0.13.9

# Some containers set this; without byte code the program takes seconds longer to start.
unset PYTHONDONTWRITEBYTECODE

say() { printf '%s\n' "$*" >&2; }

prepare() {
    stamp=$house/.venv/.ready-$1
    if [ -f "$stamp" ] && [ -x "$house/.venv/bin/python" ]; then
        read -r prepared_in < "$stamp"
        # Made for another folder, or before the last change of what the project needs: do it again.
        if [ "$prepared_in" = "$house" ] && ! [ "$house/uv.lock" -nt "$stamp" ] \
            && ! [ "$house/pyproject.toml" -nt "$stamp" ]; then
            return 0
        fi
    fi

    all_there=yes
    case $1 in
        terminal) want_debian $libraries ;;
        window) want_debian $libraries $window_libraries ;;
        test) want_debian $libraries $window_libraries $test_tools ;;
    esac
    if [ "$1" != terminal ]; then
        want_debian $help_with_words || say "Going on without $help_with_words: no spelling will be checked."
    fi
    find_uv
    extras=--inexact  # leaves the test tools where they are
    if [ "$1" = test ]; then extras=--all-extras; fi
    say "Preparing $house/.venv (about 400 MB the first time)"
    # Python comes from this computer, never as a download of somebody's build of it.
    (cd "$house" && UV_PROJECT_ENVIRONMENT=.venv UV_PYTHON_DOWNLOADS=never \
        "$uv" sync --frozen --compile-bytecode $extras) >&2
    "$house/.venv/bin/python" -m compileall -q "$house/borgerplan_desktop" "$house/resources" "$house/ui" \
        "$house/translations" >&2
    if [ "$all_there" = yes ]; then printf '%s\n' "$house" > "$stamp"; fi
}

# Installs the Debian packages that are missing, or says which they are.
want_debian() {
    command -v dpkg-query > /dev/null || return 0
    installed=$(dpkg-query -W -f '${db:Status-Status} ${Package}\n' | sed -n 's/^installed //p')
    missing=
    for package in "$@"; do
        # Newer Debian gave some libraries a second name, ending in t64.
        printf '%s\n' "$installed" | grep -qxE "$package(t64)?" || missing="$missing $package"
    done
    if [ -z "$missing" ]; then return 0; fi

    if [ "$(id -u)" = 0 ]; then
        as_root=env
    elif sudo -n true 2> /dev/null; then
        as_root="sudo -n env"
    else
        all_there=no
        say "Some Debian packages are missing, and only an administrator can install them:"
        say "    apt-get install$missing"
        return 0
    fi
    say "Installing Debian packages:$missing"
    $as_root apt-get update -qq > /dev/null
    $as_root DEBIAN_FRONTEND=noninteractive apt-get install -qq -o Dpkg::Use-Pty=0 --no-install-recommends $missing > /dev/null
}

# Sets $uv: the one on this computer, or one of our own from PyPI in .uv.
find_uv() {
    uv=$(command -v uv || true)
    if [ -n "$uv" ] && "$uv" --version > /dev/null 2>&1; then return 0; fi
    uv=$house/.uv/bin/uv
    if [ -x "$uv" ] && "$uv" --version > /dev/null 2>&1; then return 0; fi
    if ! python3 -c 'import ensurepip, venv' 2> /dev/null; then want_debian python3-venv; fi
    if ! python3 -c 'import ensurepip, venv' 2> /dev/null; then
        say "Python 3.11, 3.12 or 3.13 with its venv module is needed, and is not on this computer."
        exit 1
    fi
    say "Fetching uv, which fetches the rest"
    python3 -m venv --clear "$house/.uv"
    "$house/.uv/bin/python" -m pip install --quiet --disable-pip-version-check "uv==$uv_version" >&2
}
