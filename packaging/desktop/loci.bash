# SPDX-License-Identifier: GPL-3.0-or-later
# Completion of loci for bash. Verbs and options are asked from the program itself, once a shell, so they never lag
# behind it.
_loci_help() { # verb, or nothing: what the program says, kept for this shell
    local name=_loci_help_${1//[^a-z]/_}
    if [ -z "${!name+kept}" ]; then
        printf -v "$name" '%s' "$(LC_ALL=C.UTF-8 loci ${1:+"$1"} --help --lang en 2>/dev/null)"
    fi
    printf '%s\n' "${!name}"
}

_loci() {
    local current=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} verb='' words=''
    COMPREPLY=()
    case $previous in
    --lang) words='en zh_CN' ;;
    --theme) words='light dark' ;;
    --layout) words='map 3d split inset' ;;
    esac
    if [ -z "$words" ]; then
        if [ "$COMP_CWORD" -gt 1 ] && _loci_help | grep -qE "^  ${COMP_WORDS[1]//[^a-z-]/} "; then
            verb=${COMP_WORDS[1]}
        fi
        if [[ $current == -* ]]; then
            words="$(_loci_help "$verb" | grep -oE -- '--[a-z][a-z-]*' | sort -u) --lang --json"
        elif [ "$COMP_CWORD" = 1 ]; then
            words=$(_loci_help | sed -nE 's/^  ([a-z][a-z-]*) .*/\1/p')
        elif [ "$COMP_CWORD" = 2 ] && [ -n "$verb" ]; then
            # "heritage list WORKSPACE ... | show ...", "workspace new|info FILE | pack FILE ...": what a part begins with
            words=$(_loci_help "$verb" | sed -nE "s/^loci $verb //p" | sed -E 's/ \| /\n/g' |
                sed -nE 's/^([a-z][a-z-]+(\|[a-z][a-z-]+)*)( .*)?$/\1/p' | tr '|' '\n')
        fi
    fi
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$current")
    if [[ $current != -* ]] && [ "$COMP_CWORD" -ge 1 ]; then
        local files
        mapfile -t files < <(compgen -f -- "$current")
        COMPREPLY+=("${files[@]}")
        compopt -o filenames 2>/dev/null
    fi
}
complete -F _loci loci
