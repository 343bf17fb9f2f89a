# shellcheck shell=bash
# Empty Debian 12 systems for trials: made from the package sources of this computer, entered in namespaces of their
# own. Sourced by packaging/deb/trial and packaging/server/trial. Sets nothing but functions; $out is the folder of logs
# and answers, $trial_net (may be empty) the network namespace that a command runs in.

: "${out:=}"
say() { printf '%s\n' "$*"; }
die() { printf 'loci: %s\n' "$*" >&2; exit 1; }

# The package sources of this computer that are Debian 12's own, and what its apt needs to reach them.
write_apt_setup() { # folder
    local files=() file
    for file in /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources; do
        if [ -e "$file" ] && grep -qE '^(deb |Suites:).*bookworm' "$file"; then files+=("$file"); fi
    done
    [ ${#files[@]} -gt 0 ] || die "apt of this computer has no sources of Debian 12 (bookworm)."
    printf '%s\n' "${files[@]}" >"$1/sources"
    apt-config dump | grep -E '^Acquire::(Check|http|https|Retries|ForceIPv4)' >"$1/apt.conf" || true
    if [ ! -s "$1/apt.conf" ]; then echo 'Acquire::Retries "3";' >"$1/apt.conf"; fi
}
make_system() { # folder: makes FOLDER/system, which nobody needs after a power cut
    local work=$1 files
    [ "$(id -u)" = 0 ] || die "the trial needs root: it makes a Debian system and enters it."
    command -v mmdebstrap >/dev/null || die "mmdebstrap is not there: packaging/deps/prepare --groups package installs it."
    write_apt_setup "$work"
    say "Making an empty Debian 12"
    mapfile -t files <"$work/sources"
    if ! mmdebstrap --quiet --mode=root --variant=minbase --skip=cleanup/apt/lists --aptopt="$work/apt.conf" --dpkgopt=force-unsafe-io bookworm "$work/system" "${files[@]}" \
        >"$out/trial.log" 2>&1; then
        tail -n 5 "$out/trial.log" >&2
        die "the empty system could not be made; the whole output is in $out/trial.log."
    fi
    cp -L /etc/resolv.conf /etc/hosts "$work/system/etc/"
}
mount_system() { # root
    mount -t proc proc "$1/proc"
    mount -t tmpfs -o mode=755 tmpfs "$1/dev"
    local node
    for node in null zero full random urandom tty; do
        touch "$1/dev/$node"
        mount --bind "/dev/$node" "$1/dev/$node"
    done
    mkdir "$1/dev/shm"
    mount -t tmpfs -o mode=1777 tmpfs "$1/dev/shm"
    ln -s /proc/self/fd "$1/dev/fd"
}

in_net() { # command...
    if [ -n "${trial_net:-}" ]; then ip netns exec "$trial_net" "$@"; else "$@"; fi
}
as_root() { # root, command...: output goes to the log
    local system=$1
    shift
    in_net chroot "$system" /usr/bin/env -i HOME=/root LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive \
        PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin "$@" >>"$out/trial.log" 2>&1 </dev/null
}
as_person() { # root, name, command...: as an ordinary user, whose home is /NAME; output is kept for check_says
    local system=$1 name=$2
    shift 2
    in_net chroot --userspec="$name:$name" "$system" /usr/bin/env -i HOME="/$name" USER="$name" LANG=C.UTF-8 \
        PATH=/usr/local/bin:/usr/bin:/bin XDG_RUNTIME_DIR="/$name/.run" LIBGL_ALWAYS_SOFTWARE=1 \
        sh -c 'cd "$HOME" && exec "$@"' sh "$@" >"$out/answer" 2>>"$out/trial.log" </dev/null
}
add_person() { # root, name
    as_root "$1" useradd --create-home --home-dir "/$2" "$2" && as_root "$1" install -d -o "$2" -m 700 "/$2/.run"
}
check() { # what, command...
    local what=$1
    shift
    printf '== %s\n' "$what" >>"$out/trial.log"
    if ! "$@"; then
        tail -n 8 "$out/trial.log" >&2
        die "$what: failed."
    fi
    say "  $what"
}
check_says() { # what, expected expression, command...
    local what=$1 expected=$2
    shift 2
    check "$what" "$@"
    cat "$out/answer" >>"$out/trial.log"
    grep -qE -- "$expected" "$out/answer" || die "$what: the answer lacks \"$expected\"; it is in $out/trial.log."
}
