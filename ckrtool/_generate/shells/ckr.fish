# fish completion for ckr
#
# Compiled by `python -m ckrtool._generate` from the command tree and the tables; never edited by hand.
# Everything is in this file: no program is started to answer Tab.

@LISTS@

# The modules that p11-kit and the configuration know by name.
function __ckr_modules
    set -l home $XDG_CONFIG_HOME
    test -n "$home"; or set home ~/.config
    set -l config $CKR_CONFIG
    test -n "$config"; or set config $home/ckr/config.toml
    for file in @P11KIT@
        string replace -r '.*/(.*)\.module$' '$1\tp11-kit' -- $file
    end
    for file in $config /etc/xdg/ckr/config.toml
        test -f $file -a -r $file; and string replace -rf '^\[module\.([A-Za-z0-9_.-]+)\].*' '$1\talias' <$file
    end
end

# A return code; after CKM_, CKA_ and so on a constant.
function __ckr_values
    if string match -qir '^ck[^r]' -- (commandline -ct)
        __ckr_constants
    else
        __ckr_codes
    end
end

# A name without a command, from C_ or CK on, so that names do not hide the commands.
function __ckr_anything
    set -l word (commandline -ct)
    if string match -qir '^ck[^r]' -- $word
        __ckr_constants
    else if string match -qir '^c[_k]' -- $word
        __ckr_names
    end
end

# Whether option $argv[2] of command $argv[1] is followed by a value.
function __ckr_valued
    contains -- "$argv" @VALUED@
end

# Whether the command is $argv[1] and, where more are given, the word to complete is one of those positional arguments
# (0 is any).
function __ckr_at
    set -l words (commandline -opc)
    set -e words[1]
    test "$words[1]" = $argv[1]; or return 1
    set -e words[1]
    set -q argv[2]; or return 0
    set -l position 1
    set -l option
    set -l only
    for word in $words
        if test -n "$option"
            set option
        else if test -z "$only" -a "$word" = --
            set only 1
        else if test -n "$only"; or not string match -qr '^-[^0-9]' -- $word
            set position (math $position + 1)
        else if __ckr_valued $argv[1] $word
            set option $word
        end
    end
    test -z "$option"; and contains -- $argv[2] 0 $position
end

# Whether no command is there yet.
function __ckr_alone
    test (count (commandline -opc)) -eq 1
end

# Whether the first word is neither a command nor the one to complete.
function __ckr_without
    set -l words (commandline -opc)
    test (count $words) -gt 1; and not contains -- $words[2] @NAMES@
end

complete -c ckr -f
complete -c ckr -n '__ckr_alone; or __ckr_without' -a '(__ckr_anything)'
@COMMANDS@
