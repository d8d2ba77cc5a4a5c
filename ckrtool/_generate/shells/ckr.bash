# bash completion for ckr                                   -*- shell-script -*-
#
# Compiled by `python -m ckrtool._generate` from the command tree and the tables; never edited by hand.
# Everything is in this file: no program is started to answer Tab. It needs nothing of bash-completion.

# Set `words` to the list named $1.
_ckr_list() {
    case $1 in
@LISTS@
    esac
}

# Set `kind` to what follows option $2 of command $1: "=" and a closed list, or the name of a list; fail for a flag.
_ckr_option() {
    case "$1 $2" in
@OPTIONS@
        *) return 1 ;;
    esac
}

# Set `kind` to what positional argument $2 (from 1) of command $1 is; fail where none is expected.
_ckr_argument() {
    case "$1 $2" in
@ARGUMENTS@
        *) return 1 ;;
    esac
}

# Set `words` to the options of command $1.
_ckr_options() {
    case $1 in
@FLAGS@
    esac
}

# Set `words` to the modules that p11-kit and the configuration know by name.
_ckr_modules() {
    local file line
    words=
    for file in @P11KIT@; do
        [[ -e $file ]] || continue
        file=${file##*/}
        words+=" ${file%.module}"
    done
    for file in "${CKR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/ckr/config.toml}" /etc/xdg/ckr/config.toml; do
        [[ -r $file && -f $file ]] || continue
        while IFS= read -r line; do
            [[ $line =~ ^\[module\.([A-Za-z0-9_.-]+)\] ]] && words+=" ${BASH_REMATCH[1]}"
        done <"$file"
    done
}

# Add what $1 (a kind) offers for the text $2; $3 stands before each answer.
_ckr_offer() {
    local word words= colon=
    case $1 in
        '') return ;;
        =*) words=${1#=} ;;
        files) _ckr_files "$2" "$3"; return ;;
        modules) [[ $2 == */* ]] || _ckr_modules; _ckr_files "$2" "$3" ;;
        # CKM_, CKA_ and so on are constants; everything else is a return code.
        values) if [[ $2 == [cC][kK][^rR]* ]]; then _ckr_list constants; else _ckr_list codes; fi ;;
        # Without a command: names only, from C_ or CK on, so that they do not hide the commands.
        anything)
            case $2 in
                [cC][kK][^rR]*) _ckr_list constants ;;
                [cC][_kK]*) _ckr_list names ;;
                *) return ;;
            esac
            ;;
        sequences) _ckr_list sequences; _ckr_files "$2" "$3" ;;
        pin-sources)
            if [[ $2 == file:* ]]; then
                _ckr_files "${2#file:}" "$3file:"
                return
            fi
            _ckr_list pin-sources
            ;;
        *) _ckr_list "$1" ;;
    esac
    # In any case of letters, and names without their CKR_ or C_: pin_l is enough for CKR_PIN_LOCKED.
    local exact=
    shopt -q nocasematch || exact=1
    shopt -s nocasematch
    for word in $words; do
        if [[ $word == "$2"* || (-n $2 && ($word == CKR_"$2"* || $word == C_"$2"*)) ]]; then
            COMPREPLY+=("$3$word")
            [[ $word == *: ]] && colon=1
        fi
    done
    if [[ -n $exact ]]; then
        shopt -u nocasematch
    fi
    if [[ -n $colon ]]; then
        compopt -o nospace 2>/dev/null
    fi
}

# Add the files that begin with $1; $2 stands before each answer.
_ckr_files() {
    local file
    while IFS= read -r file; do
        COMPREPLY+=("$2$file")
    done < <(compgen -f -- "$1")
    compopt -o filenames 2>/dev/null
}

_ckr() {
    local IFS=$' \t\n' command= option= kind= words= word= lead= value= index position=0 only= current
    local commands='@COMMANDS@'
    local -a line=()
    COMPREPLY=()

    # `--base=16` and `file:x` come in pieces, since = and : part words for readline: join them again.
    for ((index = 1; index <= COMP_CWORD; index++)); do
        word=${COMP_WORDS[index]}
        if [[ ${#line[@]} -gt 0 && ($word =~ ^[=:]+$ || ${COMP_WORDS[index - 1]} =~ ^[=:]+$) ]]; then
            line[${#line[@]} - 1]+=$word
        else
            line+=("$word")
        fi
    done
    current=${line[${#line[@]} - 1]}
    # readline replaces the last piece only: what stands before it must not be in the answers.
    [[ ${COMP_WORDS[COMP_CWORD]} =~ ^[=:]+$ ]] && lead=$current || lead=${current%"${COMP_WORDS[COMP_CWORD]}"}

    if [[ ${#line[@]} -le 1 ]]; then
        _ckr_offer "=$commands" "$current" ''
        _ckr_offer anything "$current" ''
        if [[ $current == -* ]]; then
            _ckr_options ''
            _ckr_offer "=$words" "$current" ''
        fi
        return
    fi

    command=${line[0]}
    for ((index = 1; index < ${#line[@]} - 1; index++)); do
        word=${line[index]}
        if [[ -n $option ]]; then
            option=
        elif [[ -z $only && $word == -- ]]; then
            only=1
        elif [[ -n $only || $word != -?* || $word == -[0-9]* ]]; then
            position=$((position + 1))
        elif [[ $word != *=* ]] && _ckr_option "$command" "$word"; then
            option=$word
        fi
    done

    if [[ -n $option ]]; then
        _ckr_option "$command" "$option"
        _ckr_offer "$kind" "$current" ''
    elif [[ -z $only && $current == --*=* ]]; then
        _ckr_option "$command" "${current%%=*}" && _ckr_offer "$kind" "${current#*=}" "${current%%=*}="
    elif [[ -z $only && $current == -* ]]; then
        _ckr_options "$command"
        _ckr_offer "=$words" "$current" ''
    elif _ckr_argument "$command" $((position + 1)); then
        _ckr_offer "$kind" "$current" ''
    elif [[ " $commands " != *" $command "* ]]; then
        _ckr_offer anything "$current" ''
    fi
    for index in ${!COMPREPLY[@]}; do
        COMPREPLY[index]=${COMPREPLY[index]#"$lead"}
    done
}

complete -F _ckr ckr
