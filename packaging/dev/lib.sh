# shellcheck shell=bash
# What ./run, ./test, .ci/run and packaging/dev/dev share: preparing, configuring and building without scrolling.
# The caller sets root (the checkout) and strict mode.
root=${root:?}

say() { printf '%s\n' "$*"; }
die() { printf 'loci: %s\n' "$*" >&2; exit 1; }

# Runs a command in a process group of its own, output to file $1; a stop (Ctrl-C) reaches everything it started.
loci_child='' loci_preparing=no
start_child() { # log, command...
    local log=$1
    shift
    set -m
    "$@" >>"$log" 2>&1 </dev/null &
    loci_child=$!
    set +m
}
# shellcheck disable=SC2317
on_stop() {
    trap '' INT TERM
    if [ -n "$loci_child" ]; then kill -TERM -- "-$loci_child" 2>/dev/null || true; fi
    if [ $loci_preparing = no ]; then printf '\nStopped. The same command goes on where it stopped.\n' >&2; fi
    exit 130
}
trap on_stop INT TERM

prepare() { # groups: sets prefix
    loci_preparing=yes # it says itself that it was stopped
    prefix=$("$root/packaging/deps/prepare" --groups "$1" | tail -n 1)
    loci_preparing=no
    [ -n "$prefix" ] || exit 1
}

# Compilers at once: the processors, fewer when there is little memory (1.3 GiB each), or LOCI_JOBS.
build_jobs() {
    local processors memory
    processors=$(nproc)
    memory=$(awk '/^MemAvailable/ {print int($2 / 1363149)}' /proc/meminfo)
    if [ "$memory" -lt 1 ]; then memory=1; fi
    if [ "$memory" -lt "$processors" ]; then processors=$memory; fi
    echo "${LOCI_JOBS:-$processors}"
}

# configure FOLDER OPTION...: only when the options changed or nothing is configured there; ninja sees the rest.
configure() {
    local folder=$1 wanted
    shift
    wanted="$root $prefix $*"
    mkdir -p "$folder"
    if [ -e "$folder/build.ninja" ] && [ "$(cat "$folder/.loci-configured" 2>/dev/null)" = "$wanted" ]; then return 0; fi
    # A checkout that was moved or copied brings a cache of another place along.
    if ! grep -qsxF "CMAKE_HOME_DIRECTORY:INTERNAL=$root" "$folder/CMakeCache.txt"; then
        rm -rf "$folder/CMakeCache.txt" "$folder/CMakeFiles"
    fi
    rm -f "$folder/.loci-configured"
    say "Configuring $(basename "$folder")"
    if ! cmake -S "$root" -B "$folder" -G Ninja -DLOCI_DEPS_PREFIX="$prefix" "$@" >"$folder/configure.log" 2>&1; then
        grep -A8 -E '^CMake Error' "$folder/configure.log" | head -n 30 >&2 || true
        die "CMake could not configure Loci; the whole output is in $folder/configure.log."
    fi
    echo "$wanted" >"$folder/.loci-configured"
}

# The errors of a failed build, without the compiler's command lines.
show_build_errors() { # log
    if grep -aqE '(error|Error)[: ]|undefined (symbol|reference)' "$1"; then
        grep -aE -A3 '(fatal )?error: |undefined (symbol|reference)|^CMake Error' "$1" | cut -c1-400 | head -n 40 >&2
    else
        tail -n 20 "$1" | cut -c1-400 >&2
    fi
}
# build FOLDER TARGET...: one line of progress with an estimate; output in FOLDER/build.log.
build() {
    local folder=$1 log=$1/build.log began=$SECONDS line last='' shown=0
    shift
    : >"$log"
    NINJA_STATUS='[%f/%t] ' start_child "$log" ninja -C "$folder" -j "$(build_jobs)" "$@"
    while kill -0 "$loci_child" 2>/dev/null; do
        sleep 0.5
        line=$(tail -c 4000 "$log" | grep -aoE '^\[[0-9]+/[0-9]+\]' | tail -n 1 | tr -d '[]' || true)
        if [ -z "$line" ] || [ "$line" = "$last" ]; then continue; fi
        last=$line
        local finished=${line%/*} total=${line#*/} spent=$((SECONDS - began)) left=''
        if [ "$spent" -gt 5 ] && [ "$finished" -gt 3 ]; then
            left=$((spent * (total - finished) / finished))
            if [ "$left" -ge 60 ]; then left=", about $((left / 60 + 1)) min left"; else left=", about $left s left"; fi
        fi
        if [ -t 1 ]; then
            printf '\r\033[KCompiling: %d of %d%s' "$finished" "$total" "$left"
        elif [ "$spent" -ge $((shown + 60)) ]; then
            printf 'Compiling: %d of %d%s\n' "$finished" "$total" "$left"
            shown=$spent
        fi
    done
    if [ -t 1 ]; then printf '\r\033[K'; fi
    local status=0
    wait "$loci_child" || status=$?
    loci_child=''
    if [ "$status" != 0 ]; then
        show_build_errors "$log"
        die "Loci does not compile; the whole output is in $log."
    fi
    if [ -n "$last" ]; then say "Built in $(((SECONDS - began) / 60)) min $(((SECONDS - began) % 60)) s"; fi
}
