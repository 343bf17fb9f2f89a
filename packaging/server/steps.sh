# shellcheck shell=bash
# What packaging/server/trial does in each step. $root, $work, $out and $packages are the caller's; the commands of the
# guide are taken out of the guide.
: "${root:=}" "${work:=}" "${out:=}" "${packages:=}"
city='postgresql://city_owner@db.example.org/city?schema=town'
annas=${city/city_owner/anna}
export trial_net=''

# ---- the guide
blocks() { # language: every marked block with its mark
    awk '/^```sh trial=/ { on = 1 } on { print } /^```$/ { on = 0 }' "$root/resources/admin/$1.md"
}
same_blocks() {
    diff <(blocks en) <(blocks zh) >"$out/blocks.diff" || die "the commands of en.md and zh.md differ; see $out/blocks.diff."
}
block() { # name
    local text
    text=$(awk -v wanted="\`\`\`sh trial=$1" '$0 == wanted { on = 1; next } /^```$/ { on = 0 } on { print }' "$root/resources/admin/en.md")
    [ -n "$text" ] || die "the guide has no block trial=$1."
    printf '%s\n' "$text"
}
# Commands of a block, each counted once: what is continued or stands in a here-document belongs to the one before.
count_commands() {
    awk 'ending != "" { if ($0 == ending) ending = ""; next } !continued { n++ } { continued = /\\$/ }
         match($0, /<<.?[A-Z]+/) { ending = substr($0, RSTART + 2, RLENGTH - 2); gsub(/[^A-Z]/, "", ending) } END { print n }'
}

# ---- the machines
on() { # machine, command...: as root there
    local machine=$1
    shift
    trial_net=$machine as_root "$work/$machine" "$@"
}
desk() { # person, command...
    local person=$1
    shift
    trial_net=desk as_person "$work/desk" "$person" "$@"
}
server_says() { # SQL: the answer is kept for check_says
    trial_net=db in_net chroot "$work/db" runuser -u postgres -- psql -qAtX -v ON_ERROR_STOP=1 -d city -c "$1" \
        >"$out/answer" 2>>"$out/trial.log" </dev/null
}
in_time() { # who, SQL, expected expression: asks for a minute
    local try
    for try in $(seq 60); do
        if "$1" "$2" && grep -qE "$3" "$out/answer"; then return 0; fi
        sleep 1
    done
    say "$1 was asked $try times" >>"$out/trial.log"
    return 1
}
# Runs a block of the guide; what programs ask for (passwords) comes line by line. No terminal, so they read it there.
guide_root() { # machine, block, lines...
    local machine=$1 name=$2
    shift 2
    block "$name" >"$work/$machine/block.sh"
    printf '%s\n' "$@" | trial_net=$machine in_net setsid -w chroot "$work/$machine" /usr/bin/env -i HOME=/root \
        LANG=C.UTF-8 DEBIAN_FRONTEND=noninteractive moment="${moment:-}" PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin \
        bash -eu -o pipefail /block.sh >>"$out/trial.log" 2>&1
}
guide_person() { # person, block
    block "$2" >"$work/desk/$1/block.sh"
    desk "$1" bash -eu -o pipefail block.sh
}
start_server() { # machine: when it has one
    on "$1" sh -c 'for c in /etc/postgresql/*/*; do [ ! -e "$c" ] || pg_ctlcluster "$(basename "$(dirname "$c")")" "$(basename "$c")" start; done' || true
}
stop_server() { on "$1" sh -c 'for c in /etc/postgresql/*/*; do [ ! -e "$c" ] || pg_ctlcluster "$(basename "$(dirname "$c")")" "$(basename "$c")" stop -m fast; done' || true; }

start_machines() {
    local machine address=1
    mount -t tmpfs tmpfs /run # names of networks are this trial's own
    ip link add cable type bridge
    ip link set cable up
    for machine in db desk wall; do
        mkdir -p "$work/$machine.upper" "$work/$machine.work" "$work/$machine"
        mount -t overlay overlay -o "lowerdir=$work/system,upperdir=$work/$machine.upper,workdir=$work/$machine.work" "$work/$machine"
        mount_system "$work/$machine"
        ip netns add "$machine"
        ip link add "to-$machine" type veth peer name eth0 netns "$machine"
        ip link set "to-$machine" master cable up
        ip -n "$machine" link set lo up
        ip -n "$machine" addr add "10.99.0.$address/24" dev eth0
        ip -n "$machine" link set eth0 up
        printf '127.0.0.1 localhost\n10.99.0.1 db.example.org\n10.99.0.2 desk.example.org\n10.99.0.3 wall.example.org\n' >"$work/$machine/etc/hosts"
        address=$((address + 1))
    done
    for machine in db wall; do start_server "$machine"; done
}
stop_machines() { stop_server wall; stop_server db; }

# ---- steps
step_system() {
    local package=("$packages"/loci_*_amd64.deb)
    [ -e "${package[0]}" ] || die "there is no package in $packages: packaging/deb/build makes it."
    rm -rf --one-file-system "$work"
    mkdir -p "$work"
    make_system "$work"
    check 'packages of the server are fetched' as_root "$work/system" apt-get install -q -y --download-only postgresql-15-postgis-3 nftables ca-certificates
    check 'packages of a desk are fetched' unshare --mount --pid --fork --kill-child --propagation private bash -c "
        . '$root/packaging/deb/empty-system.sh'; . '$root/packaging/server/steps.sh'
        out='$out' work='$work' packages='$packages'; install_desk"
}
install_desk() {
    mkdir -p "$work/desk.upper" "$work/desk.work" "$work/desk"
    mount -t overlay overlay -o "lowerdir=$work/system,upperdir=$work/desk.upper,workdir=$work/desk.work" "$work/desk"
    mount_system "$work/desk"
    mkdir -p "$work/desk/packages"
    cp "$packages"/loci_*_amd64.deb "$work/desk/packages/"
    as_root "$work/desk" sh -c 'apt-get install -q -y --no-install-recommends /packages/loci_*.deb xvfb xauth libgl1-mesa-dri ca-certificates'
}
step_setup() {
    local commands
    commands=$(($(block setup | count_commands) + $(block firewall | count_commands)))
    [ "$commands" = 10 ] || die "the guide promises ten commands and has $commands."
    check 'the server in ten commands' guide_root db setup owner-secret owner-secret
    check_says 'it encrypts' '^on$' server_says 'SHOW ssl'
    check_says 'it has PostGIS' '^3\.' server_says "SELECT extversion FROM pg_extension WHERE extname = 'postgis'"
    if on db nft list ruleset; then
        check 'its firewall' guide_root db firewall
    else
        say '  its firewall: not tried, this kernel has no nf_tables'
    fi
}
two_people() { add_person "$work/desk" planner && add_person "$work/desk" anna; }
signs_in() { # person, login, password
    desk "$1" sh -c 'umask 077 && printf "db.example.org:5432:*:%s:%s\n" "$1" "$2" >>.pgpass' sh "$2" "$3"
}
step_desks() {
    check 'two people' two_people
    check 'the sample city' desk planner sh -c 'loci sample city && cd city && mv linjiang.loci City.loci &&
        if [ -e linjiang.media ]; then mv linjiang.media City.media; fi &&
        if [ -e linjiang.observations ]; then mv linjiang.observations City.observations; fi && mv * ..'
    signs_in planner city_owner owner-secret
    if desk planner loci workspace new "$city"; then die "a desk trusts a server that nothing vouches for."; fi
    say '  without its certificate the server is refused'
    cp "$work/db/etc/postgresql/15/main/server.crt" "$work/desk/"
    check 'the certificate' guide_root desk trust
    check 'the workspace goes to the server' guide_person planner move
    check_says 'it is sound there' '"integrity":"ok"' desk planner loci workspace check "$city" --json
    check 'a login for the second desk' guide_root db login annas-secret annas-secret
    signs_in anna anna wrong-secret
    if desk anna loci workspace check "$annas"; then die "a wrong password was let in."; fi
    say '  a wrong password is refused'
    desk anna rm .pgpass
    signs_in anna anna annas-secret
    check_says 'the second desk reads it' '"integrity":"ok"' desk anna loci workspace check "$annas" --json
    check_says 'by TLS' '^hostssl$' server_says "SELECT DISTINCT type FROM pg_hba_file_rules WHERE 'city' = ANY (database)"
    check 'the files of the models are out of sight' desk planner chmod 700 .
    check_says 'and draws its models' '"objects":[1-9]' desk anna xvfb-run -a loci render-scene "$annas" scene.png --size 800x600 --json
    cp "$work/desk/anna/scene.png" "$out/"
}
tell() { # name: what the workspace is, to be compared
    desk planner sh -c 'loci workspace check "$1" --json && loci heritage verify "$1" --json' sh "$city" && cp "$out/answer" "$out/$1"
}
same_as() { cmp -s "$out/$1" "$out/$2" || die "the workspace is not what it was: $out/$1 and $out/$2 differ."; }
step_backup() {
    check 'what it is' tell before.json
    check 'backup' guide_root db backup
    check 'backup as a file' guide_person planner copy
    check_says 'loss' '^0$' server_says "DROP SCHEMA town CASCADE; SELECT count(*) FROM pg_namespace WHERE nspname = 'town'"
    if desk planner loci workspace check "$city"; then die "the workspace is still there."; fi
    check 'restore' guide_root db restore
    check 'what it is now' tell after.json
    same_as before.json after.json
    check_says 'the copy is sound, too' '"integrity":"ok"' desk planner sh -c 'loci workspace check town-*.loci --json'
}
step_moment() {
    check 'logs are kept' guide_root db logs
    check 'base backup' guide_root db base
    check_says 'work after it' '^1$' server_says "INSERT INTO town.meta (key, value) VALUES ('trial', 'after the backup'); SELECT count(*) FROM town.meta WHERE key = 'trial'"
    check 'what it is' tell before.json
    check_says 'the moment' ':' server_says 'SELECT clock_timestamp()'
    moment=$(cat "$out/answer")
    check_says 'a mistake' '^0$' server_says "SELECT pg_sleep(2); DELETE FROM town.documents; SELECT count(*) FROM town.documents"
    check 'return to the moment' guide_root db moment
    check_says 'it serves again' '^f$' in_time server_says 'SELECT pg_is_in_recovery()' '^f$'
    check 'what it is now' tell after.json
    same_as before.json after.json
    check 'the lines of the return go' guide_root db settled
    check_says 'with the work after the backup' '^after the backup$' server_says "DELETE FROM town.meta WHERE key = 'trial' RETURNING value"
}
wall_says() { # SQL
    trial_net=wall in_net chroot "$work/wall" runuser -u postgres -- psql -qAtX -d city -c "$1" >"$out/answer" 2>>"$out/trial.log" </dev/null
}
step_replica() {
    check 'a login for the replica' guide_root db replicator wall-secret wall-secret
    cp "$work/db/etc/postgresql/15/main/server.crt" "$work/wall/"
    echo 'db.example.org:5432:*:replicator:wall-secret' >"$work/wall/pgpass"
    check 'the replica' guide_root wall replica
    check_says 'a change on the server' '^1$' server_says "INSERT INTO town.meta (key, value) VALUES ('trial', 'seen'); SELECT count(*) FROM town.meta WHERE key = 'trial'"
    check_says 'is seen on the replica' '^seen$' in_time wall_says "SELECT value FROM town.meta WHERE key = 'trial'" '^seen$'
    if wall_says "DELETE FROM town.meta"; then die "the replica was changed."; fi
    say '  nothing can be changed on the replica'
    check 'what to watch' guide_root db watch
    check_says 'it follows' '^streaming$' server_says 'SELECT state FROM pg_stat_replication'
    check_says 'the mark goes' '^0$' server_says "DELETE FROM town.meta WHERE key = 'trial'; SELECT count(*) FROM town.meta WHERE key = 'trial'"
}
step_upgrade() {
    check 'what it is' tell before.json
    check 'the package over the old one' on desk sh -c 'dpkg --install /packages/loci_*.deb'
    check 'what it is now' tell after.json
    same_as before.json after.json
    check_says 'a newer schema' '^1$' server_says 'UPDATE town.loci_schema SET version = version + 1; SELECT 1'
    if desk anna loci workspace check "$annas"; then die "an older desk opened a newer workspace."; fi
    grep -q 'newer version of Loci' "$out/trial.log" || die "an older desk is refused, but not by the guide's sentence."
    say '  an older desk is refused with the sentence of the guide'
    check_says 'back again' '^1$' server_says 'UPDATE town.loci_schema SET version = version - 1; SELECT 1'
    check 'the database into a new server' guide_root db newserver
    check 'what it is there' tell after.json
    same_as before.json after.json
}
