"""Completion files by shell.

Compiled by `python -m ckrtool._generate` from the command tree; never edited by hand.
"""

from __future__ import annotations

COMPLETIONS: dict[str, str] = {
    'bash': (
        '# bash completion for ckr                                   -*- shell-script -*-\n'
        '#\n'
        '# Compiled by `python -m ckrtool._generate` from the command tree and the tables; never edited by hand.\n'
        '# Everything is in this file: no program is started to answer Tab. It needs nothing of bash-completion.\n'
        '\n'
        '# Set `words` to the list named $1.\n'
        '_ckr_list() {\n'
        '    case $1 in\n'
        "        'codes') words='CKR_OK CKR_CANCEL CKR_HOST_MEMORY CKR_SLOT_ID_INVALID CKR_GENERAL_ERROR CKR_FUNCTION_FAILED CKR_ARGUMENTS_BAD CKR_NO_EVENT CKR_NEED_TO_CREATE_THREADS CKR_CANT_LOCK CKR_ATTRIBUTE_READ_ONLY CKR_ATTRIBUTE_SENSITIVE CKR_ATTRIBUTE_TYPE_INVALID CKR_ATTRIBUTE_VALUE_INVALID CKR_ACTION_PROHIBITED CKR_DATA_INVALID CKR_DATA_LEN_RANGE CKR_DEVICE_ERROR CKR_DEVICE_MEMORY CKR_DEVICE_REMOVED CKR_ENCRYPTED_DATA_INVALID CKR_ENCRYPTED_DATA_LEN_RANGE CKR_AEAD_DECRYPT_FAILED CKR_FUNCTION_CANCELED CKR_FUNCTION_NOT_PARALLEL CKR_FUNCTION_NOT_SUPPORTED CKR_KEY_HANDLE_INVALID CKR_KEY_SIZE_RANGE CKR_KEY_TYPE_INCONSISTENT CKR_KEY_NOT_NEEDED CKR_KEY_CHANGED CKR_KEY_NEEDED CKR_KEY_INDIGESTIBLE CKR_KEY_FUNCTION_NOT_PERMITTED CKR_KEY_NOT_WRAPPABLE CKR_KEY_UNEXTRACTABLE CKR_MECHANISM_INVALID CKR_MECHANISM_PARAM_INVALID CKR_OBJECT_HANDLE_INVALID CKR_OPERATION_ACTIVE CKR_OPERATION_NOT_INITIALIZED CKR_PIN_INCORRECT CKR_PIN_INVALID CKR_PIN_LEN_RANGE CKR_PIN_EXPIRED CKR_PIN_LOCKED CKR_SESSION_CLOSED CKR_SESSION_COUNT CKR_SESSION_HANDLE_INVALID CKR_SESSION_PARALLEL_NOT_SUPPORTED CKR_SESSION_READ_ONLY CKR_SESSION_EXISTS CKR_SESSION_READ_ONLY_EXISTS CKR_SESSION_READ_WRITE_SO_EXISTS CKR_SIGNATURE_INVALID CKR_SIGNATURE_LEN_RANGE CKR_TEMPLATE_INCOMPLETE CKR_TEMPLATE_INCONSISTENT CKR_TOKEN_NOT_PRESENT CKR_TOKEN_NOT_RECOGNIZED CKR_TOKEN_WRITE_PROTECTED CKR_UNWRAPPING_KEY_HANDLE_INVALID CKR_UNWRAPPING_KEY_SIZE_RANGE CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT CKR_USER_ALREADY_LOGGED_IN CKR_USER_NOT_LOGGED_IN CKR_USER_PIN_NOT_INITIALIZED CKR_USER_TYPE_INVALID CKR_USER_ANOTHER_ALREADY_LOGGED_IN CKR_USER_TOO_MANY_TYPES CKR_WRAPPED_KEY_INVALID CKR_WRAPPED_KEY_LEN_RANGE CKR_WRAPPING_KEY_HANDLE_INVALID CKR_WRAPPING_KEY_SIZE_RANGE CKR_WRAPPING_KEY_TYPE_INCONSISTENT CKR_RANDOM_SEED_NOT_SUPPORTED CKR_RANDOM_NO_RNG CKR_DOMAIN_PARAMS_INVALID CKR_CURVE_NOT_SUPPORTED CKR_BUFFER_TOO_SMALL CKR_SAVED_STATE_INVALID CKR_INFORMATION_SENSITIVE CKR_STATE_UNSAVEABLE CKR_CRYPTOKI_NOT_INITIALIZED CKR_CRYPTOKI_ALREADY_INITIALIZED CKR_MUTEX_BAD CKR_MUTEX_NOT_LOCKED CKR_NEW_PIN_MODE CKR_NEXT_OTP CKR_EXCEEDED_MAX_ITERATIONS CKR_FIPS_SELF_TEST_FAILED CKR_LIBRARY_LOAD_FAILED CKR_PIN_TOO_WEAK CKR_PUBLIC_KEY_INVALID CKR_FUNCTION_REJECTED CKR_TOKEN_RESOURCE_EXCEEDED CKR_OPERATION_CANCEL_FAILED CKR_KEY_EXHAUSTED CKR_PENDING CKR_SESSION_ASYNC_NOT_SUPPORTED CKR_SEED_RANDOM_REQUIRED CKR_OPERATION_NOT_VALIDATED CKR_TOKEN_NOT_INITIALIZED CKR_PARAMETER_SET_NOT_SUPPORTED CKR_VENDOR_DEFINED CKR_FLAGS_INVALID CKR_FUNCTION_PARALLEL CKR_KEY_SENSITIVE CKR_OBJECT_CLASS_INCONSISTENT CKR_OBJECT_CLASS_INVALID CKR_SESSION_EXCLUSIVE_EXISTS CKR_INSERTION_CALLBACK_NOT_SUPPORTED' ;;\n"
        "        'functions') words='C_Initialize C_Finalize C_GetInfo C_GetFunctionList C_GetSlotList C_GetSlotInfo C_GetTokenInfo C_GetMechanismList C_GetMechanismInfo C_InitToken C_InitPIN C_SetPIN C_OpenSession C_CloseSession C_CloseAllSessions C_GetSessionInfo C_GetOperationState C_SetOperationState C_Login C_Logout C_CreateObject C_CopyObject C_DestroyObject C_GetObjectSize C_GetAttributeValue C_SetAttributeValue C_FindObjectsInit C_FindObjects C_FindObjectsFinal C_EncryptInit C_Encrypt C_EncryptUpdate C_EncryptFinal C_DecryptInit C_Decrypt C_DecryptUpdate C_DecryptFinal C_DigestInit C_Digest C_DigestUpdate C_DigestKey C_DigestFinal C_SignInit C_Sign C_SignUpdate C_SignFinal C_SignRecoverInit C_SignRecover C_VerifyInit C_Verify C_VerifyUpdate C_VerifyFinal C_VerifyRecoverInit C_VerifyRecover C_DigestEncryptUpdate C_DecryptDigestUpdate C_SignEncryptUpdate C_DecryptVerifyUpdate C_GenerateKey C_GenerateKeyPair C_WrapKey C_UnwrapKey C_DeriveKey C_SeedRandom C_GenerateRandom C_GetFunctionStatus C_CancelFunction C_WaitForSlotEvent C_GetInterfaceList C_GetInterface C_LoginUser C_SessionCancel C_MessageEncryptInit C_EncryptMessage C_EncryptMessageBegin C_EncryptMessageNext C_MessageEncryptFinal C_MessageDecryptInit C_DecryptMessage C_DecryptMessageBegin C_DecryptMessageNext C_MessageDecryptFinal C_MessageSignInit C_SignMessage C_SignMessageBegin C_SignMessageNext C_MessageSignFinal C_MessageVerifyInit C_VerifyMessage C_VerifyMessageBegin C_VerifyMessageNext C_MessageVerifyFinal C_EncapsulateKey C_DecapsulateKey C_VerifySignatureInit C_VerifySignature C_VerifySignatureUpdate C_VerifySignatureFinal C_GetSessionValidationFlags C_AsyncComplete C_AsyncGetID C_AsyncJoin C_WrapKeyAuthenticated C_UnwrapKeyAuthenticated' ;;\n"
        "        'names') words='C_Initialize C_Finalize C_GetInfo C_GetFunctionList C_GetSlotList C_GetSlotInfo C_GetTokenInfo C_GetMechanismList C_GetMechanismInfo C_InitToken C_InitPIN C_SetPIN C_OpenSession C_CloseSession C_CloseAllSessions C_GetSessionInfo C_GetOperationState C_SetOperationState C_Login C_Logout C_CreateObject C_CopyObject C_DestroyObject C_GetObjectSize C_GetAttributeValue C_SetAttributeValue C_FindObjectsInit C_FindObjects C_FindObjectsFinal C_EncryptInit C_Encrypt C_EncryptUpdate C_EncryptFinal C_DecryptInit C_Decrypt C_DecryptUpdate C_DecryptFinal C_DigestInit C_Digest C_DigestUpdate C_DigestKey C_DigestFinal C_SignInit C_Sign C_SignUpdate C_SignFinal C_SignRecoverInit C_SignRecover C_VerifyInit C_Verify C_VerifyUpdate C_VerifyFinal C_VerifyRecoverInit C_VerifyRecover C_DigestEncryptUpdate C_DecryptDigestUpdate C_SignEncryptUpdate C_DecryptVerifyUpdate C_GenerateKey C_GenerateKeyPair C_WrapKey C_UnwrapKey C_DeriveKey C_SeedRandom C_GenerateRandom C_GetFunctionStatus C_CancelFunction C_WaitForSlotEvent C_GetInterfaceList C_GetInterface C_LoginUser C_SessionCancel C_MessageEncryptInit C_EncryptMessage C_EncryptMessageBegin C_EncryptMessageNext C_MessageEncryptFinal C_MessageDecryptInit C_DecryptMessage C_DecryptMessageBegin C_DecryptMessageNext C_MessageDecryptFinal C_MessageSignInit C_SignMessage C_SignMessageBegin C_SignMessageNext C_MessageSignFinal C_MessageVerifyInit C_VerifyMessage C_VerifyMessageBegin C_VerifyMessageNext C_MessageVerifyFinal C_EncapsulateKey C_DecapsulateKey C_VerifySignatureInit C_VerifySignature C_VerifySignatureUpdate C_VerifySignatureFinal C_GetSessionValidationFlags C_AsyncComplete C_AsyncGetID C_AsyncJoin C_WrapKeyAuthenticated C_UnwrapKeyAuthenticated CKR_OK CKR_CANCEL CKR_HOST_MEMORY CKR_SLOT_ID_INVALID CKR_GENERAL_ERROR CKR_FUNCTION_FAILED CKR_ARGUMENTS_BAD CKR_NO_EVENT CKR_NEED_TO_CREATE_THREADS CKR_CANT_LOCK CKR_ATTRIBUTE_READ_ONLY CKR_ATTRIBUTE_SENSITIVE CKR_ATTRIBUTE_TYPE_INVALID CKR_ATTRIBUTE_VALUE_INVALID CKR_ACTION_PROHIBITED CKR_DATA_INVALID CKR_DATA_LEN_RANGE CKR_DEVICE_ERROR CKR_DEVICE_MEMORY CKR_DEVICE_REMOVED CKR_ENCRYPTED_DATA_INVALID CKR_ENCRYPTED_DATA_LEN_RANGE CKR_AEAD_DECRYPT_FAILED CKR_FUNCTION_CANCELED CKR_FUNCTION_NOT_PARALLEL CKR_FUNCTION_NOT_SUPPORTED CKR_KEY_HANDLE_INVALID CKR_KEY_SIZE_RANGE CKR_KEY_TYPE_INCONSISTENT CKR_KEY_NOT_NEEDED CKR_KEY_CHANGED CKR_KEY_NEEDED CKR_KEY_INDIGESTIBLE CKR_KEY_FUNCTION_NOT_PERMITTED CKR_KEY_NOT_WRAPPABLE CKR_KEY_UNEXTRACTABLE CKR_MECHANISM_INVALID CKR_MECHANISM_PARAM_INVALID CKR_OBJECT_HANDLE_INVALID CKR_OPERATION_ACTIVE CKR_OPERATION_NOT_INITIALIZED CKR_PIN_INCORRECT CKR_PIN_INVALID CKR_PIN_LEN_RANGE CKR_PIN_EXPIRED CKR_PIN_LOCKED CKR_SESSION_CLOSED CKR_SESSION_COUNT CKR_SESSION_HANDLE_INVALID CKR_SESSION_PARALLEL_NOT_SUPPORTED CKR_SESSION_READ_ONLY CKR_SESSION_EXISTS CKR_SESSION_READ_ONLY_EXISTS CKR_SESSION_READ_WRITE_SO_EXISTS CKR_SIGNATURE_INVALID CKR_SIGNATURE_LEN_RANGE CKR_TEMPLATE_INCOMPLETE CKR_TEMPLATE_INCONSISTENT CKR_TOKEN_NOT_PRESENT CKR_TOKEN_NOT_RECOGNIZED CKR_TOKEN_WRITE_PROTECTED CKR_UNWRAPPING_KEY_HANDLE_INVALID CKR_UNWRAPPING_KEY_SIZE_RANGE CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT CKR_USER_ALREADY_LOGGED_IN CKR_USER_NOT_LOGGED_IN CKR_USER_PIN_NOT_INITIALIZED CKR_USER_TYPE_INVALID CKR_USER_ANOTHER_ALREADY_LOGGED_IN CKR_USER_TOO_MANY_TYPES CKR_WRAPPED_KEY_INVALID CKR_WRAPPED_KEY_LEN_RANGE CKR_WRAPPING_KEY_HANDLE_INVALID CKR_WRAPPING_KEY_SIZE_RANGE CKR_WRAPPING_KEY_TYPE_INCONSISTENT CKR_RANDOM_SEED_NOT_SUPPORTED CKR_RANDOM_NO_RNG CKR_DOMAIN_PARAMS_INVALID CKR_CURVE_NOT_SUPPORTED CKR_BUFFER_TOO_SMALL CKR_SAVED_STATE_INVALID CKR_INFORMATION_SENSITIVE CKR_STATE_UNSAVEABLE CKR_CRYPTOKI_NOT_INITIALIZED CKR_CRYPTOKI_ALREADY_INITIALIZED CKR_MUTEX_BAD CKR_MUTEX_NOT_LOCKED CKR_NEW_PIN_MODE CKR_NEXT_OTP CKR_EXCEEDED_MAX_ITERATIONS CKR_FIPS_SELF_TEST_FAILED CKR_LIBRARY_LOAD_FAILED CKR_PIN_TOO_WEAK CKR_PUBLIC_KEY_INVALID CKR_FUNCTION_REJECTED CKR_TOKEN_RESOURCE_EXCEEDED CKR_OPERATION_CANCEL_FAILED CKR_KEY_EXHAUSTED CKR_PENDING CKR_SESSION_ASYNC_NOT_SUPPORTED CKR_SEED_RANDOM_REQUIRED CKR_OPERATION_NOT_VALIDATED CKR_TOKEN_NOT_INITIALIZED CKR_PARAMETER_SET_NOT_SUPPORTED CKR_VENDOR_DEFINED CKR_FLAGS_INVALID CKR_FUNCTION_PARALLEL CKR_KEY_SENSITIVE CKR_OBJECT_CLASS_INCONSISTENT CKR_OBJECT_CLASS_INVALID CKR_SESSION_EXCLUSIVE_EXISTS CKR_INSERTION_CALLBACK_NOT_SUPPORTED' ;;\n"
        "        'families') words='attribute attribute-flags boolean certificate-category certificate-type event-flags generator handle hardware-feature hedge hkdf-salt init-flags interface-flags kdf key-type limit mechanism mechanism-flags message-flags mgf ml-dsa-parameter-set ml-kem-parameter-set notification oaep-source object-class otp-flags otp-format otp-parameter otp-requirement pbkd2-prf profile salt-source security-domain session-flags slh-dsa-parameter-set slot-flags sp800-108-data sp800-108-length state token-flags trust user-type validation-authority validation-state validation-type' ;;\n"
        "        'vendors') words='belarus-lsm ellipticsecure-ehsm entrust-nshield feitian feitian-ble gck gnome-keyring gotrust gp11 historic historic-2.0-draft ibm-ep11 ibm-grep11 ibm-grep11-header ibm-icsf-zos jacarta jacarta-early keehive kryoptic mate-keyring n3crypto nss opencryptoki opencryptoki-tpm opencryptoki-tpm-2005 optee-pkcs11-ta p11-kit-header pqctoday rutoken safenet-etoken stm32-kms stm32-se syno tass thales-luna thales-luna-alt thales-luna-v1 thales-protecttoolkit weston' ;;\n"
        "        'stacks') words='aws-kms cloudhsm etoken fabric firefox gnome-keyring gnutls go-crypto11 go-miekg google-kms ibm-ep11 ibm-icsf idprime jacarta java-sunpkcs11 kryoptic libp11 luna nethsm nshield nss opencryptoki opensc openssh optee p11-kit-client p11-kit-proxy p11-kit-trust pkcs11-helper pkcs11-provider pkcs11-spy pkcs11-tool pkcs11interop pkcs11js protecttoolkit pykcs11 python-pkcs11 rust-cryptoki rutoken smartcard-hsm softhsm2 tpm2-pkcs11 utimaco wolfpkcs11 ykcs11 yubihsm' ;;\n"
        "        'categories') words='success informational retryable session-lost token-absent authentication authorization-or-policy caller-bug data capability resource configuration token-fault library-fault concurrency legacy' ;;\n"
        "        'versions') words='2.40 3.0 3.1 3.2' ;;\n"
        "        'sequences') words='load interfaces identity sessions objects random digest login sign encrypt life-cycle bad-handles bad-slot small-buffer state-machine legacy fork application' ;;\n"
        "        'builtins') words='load interfaces identity sessions objects random digest login sign encrypt life-cycle bad-handles bad-slot small-buffer state-machine legacy fork' ;;\n"
        "        'profiles') words='health conformance all' ;;\n"
        "        'pin-sources') words='env: file: fd: cmd: prompt protected-path' ;;\n"
        '    esac\n'
        '}\n'
        '\n'
        '# Set `kind` to what follows option $2 of command $1: "=" and a closed list, or the name of a list; fail for a flag.\n'
        '_ckr_option() {\n'
        '    case "$1 $2" in\n'
        "        'decode --format') kind='' ;;\n"
        "        'decode --base') kind='=10 16' ;;\n"
        "        'decode --vendor') kind='vendors' ;;\n"
        "        'decode --module' | 'decode -m') kind='files' ;;\n"
        "        'decode --as') kind='families' ;;\n"
        "        'decode --color') kind='=auto always never' ;;\n"
        "        'explain --function' | 'explain -f') kind='functions' ;;\n"
        "        'explain --stack') kind='stacks' ;;\n"
        "        'explain --module' | 'explain -m') kind='files' ;;\n"
        "        'explain --vendor') kind='vendors' ;;\n"
        "        'explain --as') kind='families' ;;\n"
        "        'explain --base') kind='=10 16' ;;\n"
        "        'explain --color') kind='=auto always never' ;;\n"
        "        'returns --spec') kind='=2.40 3.0 3.1 3.2' ;;\n"
        "        'returns --color') kind='=auto always never' ;;\n"
        "        'check --spec') kind='=2.40 3.0 3.1 3.2' ;;\n"
        "        'check --base') kind='=10 16' ;;\n"
        "        'check --vendor') kind='vendors' ;;\n"
        "        'check --module' | 'check -m') kind='files' ;;\n"
        "        'check --color') kind='=auto always never' ;;\n"
        "        'precedence --function' | 'precedence -f') kind='functions' ;;\n"
        "        'precedence --color') kind='=auto always never' ;;\n"
        "        'list --vendor') kind='vendors' ;;\n"
        "        'list --category') kind='categories' ;;\n"
        "        'list --since') kind='versions' ;;\n"
        "        'list --grep') kind='' ;;\n"
        "        'list --color') kind='=auto always never' ;;\n"
        "        'modules --color') kind='=auto always never' ;;\n"
        "        'probe --module' | 'probe -m') kind='modules' ;;\n"
        "        'probe --slot' | 'probe -s') kind='' ;;\n"
        "        'probe --token' | 'probe -t') kind='' ;;\n"
        "        'probe --init-args') kind='' ;;\n"
        "        'probe --pin-source') kind='pin-sources' ;;\n"
        "        'probe --profile') kind='profiles' ;;\n"
        "        'probe --sequence') kind='sequences' ;;\n"
        "        'probe --timeout') kind='' ;;\n"
        "        'probe --max-time') kind='' ;;\n"
        "        'probe --bench') kind='' ;;\n"
        "        'probe --warn-ms') kind='' ;;\n"
        "        'probe --warn-days') kind='' ;;\n"
        "        'probe --ignore') kind='' ;;\n"
        "        'probe --fail-on') kind='=error warning' ;;\n"
        "        'probe --spec') kind='=2.40 3.0 3.1 3.2' ;;\n"
        "        'probe --show-sequence') kind='builtins' ;;\n"
        "        'probe --output' | 'probe -o') kind='files' ;;\n"
        "        'probe --color') kind='=auto always never' ;;\n"
        "        'report --output' | 'report -o') kind='files' ;;\n"
        "        'report --color') kind='=auto always never' ;;\n"
        "        'diff --pair') kind='' ;;\n"
        "        'diff --output' | 'diff -o') kind='files' ;;\n"
        "        'diff --color') kind='=auto always never' ;;\n"
        "        'annotate --context' | 'annotate -C') kind='' ;;\n"
        "        'annotate --color') kind='=auto always never' ;;\n"
        "        'scan --color') kind='=auto always never' ;;\n"
        "        'why --color') kind='=auto always never' ;;\n"
        '        *) return 1 ;;\n'
        '    esac\n'
        '}\n'
        '\n'
        '# Set `kind` to what positional argument $2 (from 1) of command $1 is; fail where none is expected.\n'
        '_ckr_argument() {\n'
        '    case "$1 $2" in\n'
        "        'decode'' '*) kind='codes' ;;\n"
        "        'explain'' '*) kind='codes' ;;\n"
        "        'returns 1') kind='names' ;;\n"
        "        'check 1') kind='functions' ;;\n"
        "        'check 2') kind='codes' ;;\n"
        "        'precedence'' '*) kind='codes' ;;\n"
        "        'list 1') kind='=codes functions vendors stacks categories contradictions constants mechanisms attributes findings causes dialects' ;;\n"
        "        'modules 1') kind='names' ;;\n"
        "        'probe'' '*) kind='modules' ;;\n"
        "        'report 1') kind='files' ;;\n"
        "        'diff 1') kind='files' ;;\n"
        "        'diff 2') kind='files' ;;\n"
        "        'annotate'' '*) kind='files' ;;\n"
        "        'scan'' '*) kind='files' ;;\n"
        "        'why'' '*) kind='files' ;;\n"
        "        'completion 1') kind='=bash zsh fish' ;;\n"
        '        *) return 1 ;;\n'
        '    esac\n'
        '}\n'
        '\n'
        '# Set `words` to the options of command $1.\n'
        '_ckr_options() {\n'
        '    case $1 in\n'
        "        '') words='--version -V --no-pager --json --help' ;;\n"
        "        'decode') words='--json --format --base --vendor --module -m --as --color --help' ;;\n"
        "        'explain') words='--function -f --stack --module -m --vendor --as --brief -q --full -v --markdown --json --exit-retry --base --color --help' ;;\n"
        "        'returns') words='--spec --json --color --help' ;;\n"
        "        'check') words='--spec --base --vendor --module -m --json --quiet -q --color --help' ;;\n"
        "        'precedence') words='--function -f --json --color --help' ;;\n"
        "        'list') words='--vendor --category --since --grep --json --csv --color --help' ;;\n"
        "        'modules') words='--json --color --help' ;;\n"
        "        'probe') words='--module -m --slot -s --token -t --all-tokens --init-args --pin-source --risk-pin --profile --sequence --timeout --max-time --keep-going --bench --warn-ms --warn-days --ignore --fail-on --spec --dry-run --list-sequences --show-sequence --rw --allow-writes --destroy --verbose -v --quiet -q --anonymize --json --markdown --junit --nagios --prometheus --html --output -o --color --help' ;;\n"
        "        'report') words='--markdown --junit --nagios --prometheus --html --output -o --verbose -v --quiet -q --color --help' ;;\n"
        "        'diff') words='--markdown --json --full -v --quiet -q --pair --output -o --color --help' ;;\n"
        "        'annotate') words='--inline --only --context -C --json --all --ok --redact --color --help' ;;\n"
        "        'scan') words='--json --merge --ok --anonymize --quiet -q --color --help' ;;\n"
        "        'why') words='--json --html --all --verbose -v --quiet -q --color --help' ;;\n"
        "        'completion') words='--help' ;;\n"
        '    esac\n'
        '}\n'
        '\n'
        '# Set `words` to the modules that p11-kit and the configuration know by name.\n'
        '_ckr_modules() {\n'
        '    local file line\n'
        '    words=\n'
        '    for file in /usr/share/p11-kit/modules/*.module /etc/pkcs11/modules/*.module ~/.config/pkcs11/modules/*.module; do\n'
        '        [[ -e $file ]] || continue\n'
        '        file=${file##*/}\n'
        '        words+=" ${file%.module}"\n'
        '    done\n'
        '    for file in "${CKR_CONFIG:-${XDG_CONFIG_HOME:-$HOME/.config}/ckr/config.toml}" /etc/xdg/ckr/config.toml; do\n'
        '        [[ -r $file && -f $file ]] || continue\n'
        '        while IFS= read -r line; do\n'
        '            [[ $line =~ ^\\[module\\.([A-Za-z0-9_.-]+)\\] ]] && words+=" ${BASH_REMATCH[1]}"\n'
        '        done <"$file"\n'
        '    done\n'
        '}\n'
        '\n'
        '# Add what $1 (a kind) offers for the text $2; $3 stands before each answer.\n'
        '_ckr_offer() {\n'
        '    local word words= colon=\n'
        '    case $1 in\n'
        "        '') return ;;\n"
        '        =*) words=${1#=} ;;\n'
        '        files) _ckr_files "$2" "$3"; return ;;\n'
        '        modules) [[ $2 == */* ]] || _ckr_modules; _ckr_files "$2" "$3" ;;\n'
        '        sequences) _ckr_list sequences; _ckr_files "$2" "$3" ;;\n'
        '        pin-sources)\n'
        '            if [[ $2 == file:* ]]; then\n'
        '                _ckr_files "${2#file:}" "$3file:"\n'
        '                return\n'
        '            fi\n'
        '            _ckr_list pin-sources\n'
        '            ;;\n'
        '        *) _ckr_list "$1" ;;\n'
        '    esac\n'
        '    # In any case of letters, and names without their CKR_ or C_: pin_l is enough for CKR_PIN_LOCKED.\n'
        '    local exact=\n'
        '    shopt -q nocasematch || exact=1\n'
        '    shopt -s nocasematch\n'
        '    for word in $words; do\n'
        '        if [[ $word == "$2"* || (-n $2 && ($word == CKR_"$2"* || $word == C_"$2"*)) ]]; then\n'
        '            COMPREPLY+=("$3$word")\n'
        '            [[ $word == *: ]] && colon=1\n'
        '        fi\n'
        '    done\n'
        '    if [[ -n $exact ]]; then\n'
        '        shopt -u nocasematch\n'
        '    fi\n'
        '    if [[ -n $colon ]]; then\n'
        '        compopt -o nospace 2>/dev/null\n'
        '    fi\n'
        '}\n'
        '\n'
        '# Add the files that begin with $1; $2 stands before each answer.\n'
        '_ckr_files() {\n'
        '    local file\n'
        '    while IFS= read -r file; do\n'
        '        COMPREPLY+=("$2$file")\n'
        '    done < <(compgen -f -- "$1")\n'
        '    compopt -o filenames 2>/dev/null\n'
        '}\n'
        '\n'
        '_ckr() {\n'
        "    local IFS=$' \\t\\n' command= option= kind= words= word= lead= value= index position=0 only= current\n"
        '    local -a line=()\n'
        '    COMPREPLY=()\n'
        '\n'
        '    # `--base=16` and `file:x` come in pieces, since = and : part words for readline: join them again.\n'
        '    for ((index = 1; index <= COMP_CWORD; index++)); do\n'
        '        word=${COMP_WORDS[index]}\n'
        '        if [[ ${#line[@]} -gt 0 && ($word =~ ^[=:]+$ || ${COMP_WORDS[index - 1]} =~ ^[=:]+$) ]]; then\n'
        '            line[${#line[@]} - 1]+=$word\n'
        '        else\n'
        '            line+=("$word")\n'
        '        fi\n'
        '    done\n'
        '    current=${line[${#line[@]} - 1]}\n'
        '    # readline replaces the last piece only: what stands before it must not be in the answers.\n'
        '    [[ ${COMP_WORDS[COMP_CWORD]} =~ ^[=:]+$ ]] && lead=$current || lead=${current%"${COMP_WORDS[COMP_CWORD]}"}\n'
        '\n'
        '    if [[ ${#line[@]} -le 1 ]]; then\n'
        '        _ckr_offer "=decode explain returns check precedence list modules probe report diff annotate scan why completion" "$current" \'\'\n'
        '        if [[ $current == -* ]]; then\n'
        "            _ckr_options ''\n"
        '            _ckr_offer "=$words" "$current" \'\'\n'
        '        fi\n'
        '        return\n'
        '    fi\n'
        '\n'
        '    command=${line[0]}\n'
        '    for ((index = 1; index < ${#line[@]} - 1; index++)); do\n'
        '        word=${line[index]}\n'
        '        if [[ -n $option ]]; then\n'
        '            option=\n'
        '        elif [[ -z $only && $word == -- ]]; then\n'
        '            only=1\n'
        '        elif [[ -n $only || $word != -?* || $word == -[0-9]* ]]; then\n'
        '            position=$((position + 1))\n'
        '        elif [[ $word != *=* ]] && _ckr_option "$command" "$word"; then\n'
        '            option=$word\n'
        '        fi\n'
        '    done\n'
        '\n'
        '    if [[ -n $option ]]; then\n'
        '        _ckr_option "$command" "$option"\n'
        '        _ckr_offer "$kind" "$current" \'\'\n'
        '    elif [[ -z $only && $current == --*=* ]]; then\n'
        '        _ckr_option "$command" "${current%%=*}" && _ckr_offer "$kind" "${current#*=}" "${current%%=*}="\n'
        '    elif [[ -z $only && $current == -* ]]; then\n'
        '        _ckr_options "$command"\n'
        '        _ckr_offer "=$words" "$current" \'\'\n'
        '    elif _ckr_argument "$command" $((position + 1)); then\n'
        '        _ckr_offer "$kind" "$current" \'\'\n'
        '    fi\n'
        '    for index in ${!COMPREPLY[@]}; do\n'
        '        COMPREPLY[index]=${COMPREPLY[index]#"$lead"}\n'
        '    done\n'
        '}\n'
        '\n'
        'complete -F _ckr ckr\n'
    ),
    'zsh': (
        '#compdef ckr\n'
        '# zsh completion for ckr\n'
        '#\n'
        '# Compiled by `python -m ckrtool._generate` from the command tree and the tables; never edited by hand.\n'
        '# Everything is in this file: no program is started to answer Tab.\n'
        '\n'
        '_ckr_codes() {\n'
        '    local -a words=(\n'
        "        'CKR_OK:The call succeeded; lengths and counts still say what it delivered'\n"
        "        'CKR_CANCEL:A callback'\\''s answer that asks the module to abort; no C_ function returns it'\n"
        "        'CKR_HOST_MEMORY:No memory in this computer, or a shared-memory or backend fault behind it'\n"
        "        'CKR_SLOT_ID_INVALID:No slot with this ID here now: wrong number, or slots were renumbered'\n"
        "        'CKR_GENERAL_ERROR:Catch-all failure with no cause given; the module'\\''s own log has the reason'\n"
        "        'CKR_FUNCTION_FAILED:This call failed for a reason the module does not name; read its own log'\n"
        "        'CKR_ARGUMENTS_BAD:An argument was refused: NULL pointer, bad length, flag or missing setting'\n"
        "        'CKR_NO_EVENT:No slot event is waiting: the normal answer to a poll'\n"
        "        'CKR_NEED_TO_CREATE_THREADS:The module needs threads of its own and the program forbade them'\n"
        "        'CKR_CANT_LOCK:The module cannot provide the kind of locking the program asked for'\n"
        "        'CKR_ATTRIBUTE_READ_ONLY:An attribute in the template cannot be set or changed by this call'\n"
        "        'CKR_ATTRIBUTE_SENSITIVE:The value is secret by design and is not shown; the key still works'\n"
        "        'CKR_ATTRIBUTE_TYPE_INVALID:The object has no such attribute, or the module does not know it'\n"
        "        'CKR_ATTRIBUTE_VALUE_INVALID:An attribute has a value or length that the module does not accept'\n"
        "        'CKR_ACTION_PROHIBITED:The object or token policy forbids this action; trying again changes nothing'\n"
        "        'CKR_DATA_INVALID:The input data is not in the form this mechanism needs'\n"
        "        'CKR_DATA_LEN_RANGE:The input is too long, too short or not a whole number of blocks'\n"
        "        'CKR_DEVICE_ERROR:The token, or the path to it, failed; what it had done so far is uncertain'\n"
        "        'CKR_DEVICE_MEMORY:The token has no room for this object, session or operation'\n"
        "        'CKR_DEVICE_REMOVED:The token was pulled, reset or lost its connection; its sessions are gone'\n"
        "        'CKR_ENCRYPTED_DATA_INVALID:The ciphertext does not decrypt: wrong key, mechanism, padding or damage'\n"
        "        'CKR_ENCRYPTED_DATA_LEN_RANGE:The ciphertext has a length that this key and mechanism cannot produce'\n"
        "        'CKR_AEAD_DECRYPT_FAILED:Authentication tag did not match; no plaintext may be used'\n"
        "        'CKR_FUNCTION_CANCELED:The call was called off, often by a person, a time limit or the module'\n"
        "        'CKR_FUNCTION_NOT_PARALLEL:The normal answer of the two legacy functions for parallel sessions'\n"
        "        'CKR_FUNCTION_NOT_SUPPORTED:The module does not implement this function, or not on this token'\n"
        "        'CKR_KEY_HANDLE_INVALID:The key handle means nothing here now; look the key up again'\n"
        "        'CKR_KEY_SIZE_RANGE:The key size is outside what the token or its policy allows for this mechanism'\n"
        "        'CKR_KEY_TYPE_INCONSISTENT:The key'\\''s class or type does not fit the mechanism'\n"
        "        'CKR_KEY_NOT_NEEDED:A key was handed over that this operation does not use'\n"
        "        'CKR_KEY_CHANGED:The key given is not the one the saved operation state was made with'\n"
        "        'CKR_KEY_NEEDED:The saved state can be restored only if its key is handed over too'\n"
        "        'CKR_KEY_INDIGESTIBLE:This key'\\''s value cannot be fed into a digest'\n"
        "        'CKR_KEY_FUNCTION_NOT_PERMITTED:The key'\\''s attributes or the token policy do not allow this use'\n"
        "        'CKR_KEY_NOT_WRAPPABLE:This key, or this pair of keys, may not be wrapped that way'\n"
        "        'CKR_KEY_UNEXTRACTABLE:The key may not leave the token, not even wrapped (CKA_EXTRACTABLE is false)'\n"
        "        'CKR_MECHANISM_INVALID:The token does not offer this mechanism for this function'\n"
        "        'CKR_MECHANISM_PARAM_INVALID:The mechanism is known, but its parameter (IV, hash, salt, point) is refused'\n"
        "        'CKR_OBJECT_HANDLE_INVALID:The object number no longer stands for an object; find the object again'\n"
        "        'CKR_OPERATION_ACTIVE:An earlier operation in this session was started and never ended'\n"
        "        'CKR_OPERATION_NOT_INITIALIZED:No operation of this kind is active here: not started, or already over'\n"
        "        'CKR_PIN_INCORRECT:The PIN or other credential was refused; a try is probably used up'\n"
        "        'CKR_PIN_INVALID:The new PIN has characters, or a format, that the token does not accept'\n"
        "        'CKR_PIN_LEN_RANGE:The PIN is shorter or longer than the token accepts'\n"
        "        'CKR_PIN_EXPIRED:The PIN is right but must be changed before it can be used'\n"
        "        'CKR_PIN_LOCKED:Too many wrong tries: this PIN is blocked, even the right one is refused now'\n"
        "        'CKR_SESSION_CLOSED:The session ended while the call was running'\n"
        "        'CKR_SESSION_COUNT:No more sessions: the token'\\''s limit is reached, often by leaked sessions'\n"
        "        'CKR_SESSION_HANDLE_INVALID:The session is gone or never was one in this process; open a new one'\n"
        "        'CKR_SESSION_PARALLEL_NOT_SUPPORTED:C_OpenSession was called without CKF_SERIAL_SESSION'\n"
        "        'CKR_SESSION_READ_ONLY:The call changes the token, but the session was opened read-only'\n"
        "        'CKR_SESSION_EXISTS:The token is in use, so C_InitToken refuses to wipe it'\n"
        "        'CKR_SESSION_READ_ONLY_EXISTS:The SO cannot log in while this program has a read-only session open'\n"
        "        'CKR_SESSION_READ_WRITE_SO_EXISTS:No read-only session while the SO is logged in; log the SO out first'\n"
        "        'CKR_SIGNATURE_INVALID:The check ran and failed: the signature or MAC does not match data and key'\n"
        "        'CKR_SIGNATURE_LEN_RANGE:The signature or MAC has a length that this key and mechanism cannot produce'\n"
        "        'CKR_TEMPLATE_INCOMPLETE:An attribute that this object needs is missing from the template'\n"
        "        'CKR_TEMPLATE_INCONSISTENT:Attributes of the template contradict each other, the mechanism or the token'\n"
        "        'CKR_TOKEN_NOT_PRESENT:There is no token in this slot, or the library cannot reach it'\n"
        "        'CKR_TOKEN_NOT_RECOGNIZED:Something is in the slot, but this library does not know how to use it'\n"
        "        'CKR_TOKEN_WRITE_PROTECTED:The token as a whole refuses changes, whatever the session allows'\n"
        "        'CKR_UNWRAPPING_KEY_HANDLE_INVALID:The handle of the unwrapping key is stale, wrong or not visible here'\n"
        "        'CKR_UNWRAPPING_KEY_SIZE_RANGE:The unwrapping key is too short or too long for the token or its policy'\n"
        "        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT:The unwrapping key is of the wrong kind for the chosen mechanism'\n"
        "        'CKR_USER_ALREADY_LOGGED_IN:This program is logged in already; the PIN was not checked'\n"
        "        'CKR_USER_NOT_LOGGED_IN:The call needs a login, and there is none or it has been lost'\n"
        "        'CKR_USER_PIN_NOT_INITIALIZED:The normal user has no PIN yet; the SO must set one'\n"
        "        'CKR_USER_TYPE_INVALID:The token does not take this kind of user here (SO, USER, CONTEXT_SPECIFIC)'\n"
        "        'CKR_USER_ANOTHER_ALREADY_LOGGED_IN:Another kind of user (SO or USER) is logged in; log that one out first'\n"
        "        'CKR_USER_TOO_MANY_TYPES:The token cannot have one more distinct user logged in at the same time'\n"
        "        'CKR_WRAPPED_KEY_INVALID:The wrapped key blob does not unwrap to a key of the type asked for'\n"
        "        'CKR_WRAPPED_KEY_LEN_RANGE:The wrapped key blob has a length this mechanism or key type cannot have'\n"
        "        'CKR_WRAPPING_KEY_HANDLE_INVALID:The handle given for the wrapping key does not denote a usable key'\n"
        "        'CKR_WRAPPING_KEY_SIZE_RANGE:The wrapping key is too short or too long for this wrap on this token'\n"
        "        'CKR_WRAPPING_KEY_TYPE_INCONSISTENT:The wrapping key'\\''s class or type does not fit the wrapping mechanism'\n"
        "        'CKR_RANDOM_SEED_NOT_SUPPORTED:The token'\\''s generator takes no seed; harmless, random numbers still work'\n"
        "        'CKR_RANDOM_NO_RNG:This token has no random number generator'\n"
        "        'CKR_DOMAIN_PARAMS_INVALID:Curve or DH/DSA parameters malformed, or in a form the token does not take'\n"
        "        'CKR_CURVE_NOT_SUPPORTED:The token does not support this elliptic curve'\n"
        "        'CKR_BUFFER_TOO_SMALL:Output buffer too small; required size returned, operation still active'\n"
        "        'CKR_SAVED_STATE_INVALID:The saved operation state cannot be restored into this session'\n"
        "        'CKR_INFORMATION_SENSITIVE:The token will not reveal this piece of information'\n"
        "        'CKR_STATE_UNSAVEABLE:The running operation cannot be saved for later'\n"
        "        'CKR_CRYPTOKI_NOT_INITIALIZED:No C_Initialize in this process (a forked child needs its own), or finalised'\n"
        "        'CKR_CRYPTOKI_ALREADY_INITIALIZED:Library already initialised in this process; carry on and use it'\n"
        "        'CKR_MUTEX_BAD:A mutex callback was handed something that is not a live mutex'\n"
        "        'CKR_MUTEX_NOT_LOCKED:An unlock callback was asked to unlock a mutex that is not locked'\n"
        "        'CKR_NEW_PIN_MODE:One-time-password token wants a new PIN before it accepts any OTP'\n"
        "        'CKR_NEXT_OTP:OTP plausible but out of step; the verifier wants the next code as proof'\n"
        "        'CKR_EXCEEDED_MAX_ITERATIONS:The random search for suitable numbers gave up; a few repeats may succeed'\n"
        "        'CKR_FIPS_SELF_TEST_FAILED:Module failed a FIPS self-test; nothing it does may be trusted until cured'\n"
        "        'CKR_LIBRARY_LOAD_FAILED:The module could not load another library it depends on'\n"
        "        'CKR_PIN_TOO_WEAK:The new PIN breaks the token'\\''s strength policy; the old PIN is still valid'\n"
        "        'CKR_PUBLIC_KEY_INVALID:The public key failed validation (off the curve, bad modulus or encoding)'\n"
        "        'CKR_FUNCTION_REJECTED:Refused by the user or by the token'\\''s permissions for this identity or key'\n"
        "        'CKR_TOKEN_RESOURCE_EXCEEDED:Token ran out of working memory for this operation (large or busy)'\n"
        "        'CKR_OPERATION_CANCEL_FAILED:The running operation could not be cancelled and is still active'\n"
        "        'CKR_KEY_EXHAUSTED:The key has used up all signatures or operations it may ever make'\n"
        "        'CKR_PENDING:Started and still running; poll C_AsyncComplete, do not call again'\n"
        "        'CKR_SESSION_ASYNC_NOT_SUPPORTED:The token cannot open asynchronous sessions'\n"
        "        'CKR_SEED_RANDOM_REQUIRED:The generator must be seeded with C_SeedRandom before it gives numbers'\n"
        "        'CKR_OPERATION_NOT_VALIDATED:Request falls outside the token'\\''s validated (FIPS-like) mode of operation'\n"
        "        'CKR_TOKEN_NOT_INITIALIZED:The token in this slot is blank; the SO has never initialised it'\n"
        "        'CKR_PARAMETER_SET_NOT_SUPPORTED:The token lacks this post-quantum or hash-based parameter set'\n"
        "        'CKR_VENDOR_DEFINED:Start of the vendor range; 0x80000000 and up mean what that vendor says'\n"
        "        'CKR_FLAGS_INVALID:only in older headers of the standard'\n"
        "        'CKR_FUNCTION_PARALLEL:only in older headers of the standard'\n"
        "        'CKR_KEY_SENSITIVE:only in older headers of the standard'\n"
        "        'CKR_OBJECT_CLASS_INCONSISTENT:only in older headers of the standard'\n"
        "        'CKR_OBJECT_CLASS_INVALID:only in older headers of the standard'\n"
        "        'CKR_SESSION_EXCLUSIVE_EXISTS:only in older headers of the standard'\n"
        "        'CKR_INSERTION_CALLBACK_NOT_SUPPORTED:only in older headers of the standard'\n"
        '    )\n'
        "    _describe -t codes 'code' words -M 'm:{a-zA-Z-}={A-Za-z_} l:|=*'\n"
        '}\n'
        '\n'
        '_ckr_functions() {\n'
        '    local -a words=(\n'
        "        'C_Initialize:General-purpose functions'\n"
        "        'C_Finalize:General-purpose functions'\n"
        "        'C_GetInfo:General-purpose functions'\n"
        "        'C_GetFunctionList:General-purpose functions'\n"
        "        'C_GetSlotList:Slot and token management functions'\n"
        "        'C_GetSlotInfo:Slot and token management functions'\n"
        "        'C_GetTokenInfo:Slot and token management functions'\n"
        "        'C_GetMechanismList:Slot and token management functions'\n"
        "        'C_GetMechanismInfo:Slot and token management functions'\n"
        "        'C_InitToken:Slot and token management functions'\n"
        "        'C_InitPIN:Slot and token management functions'\n"
        "        'C_SetPIN:Slot and token management functions'\n"
        "        'C_OpenSession:Session management functions'\n"
        "        'C_CloseSession:Session management functions'\n"
        "        'C_CloseAllSessions:Session management functions'\n"
        "        'C_GetSessionInfo:Session management functions'\n"
        "        'C_GetOperationState:Session management functions'\n"
        "        'C_SetOperationState:Session management functions'\n"
        "        'C_Login:Session management functions'\n"
        "        'C_Logout:Session management functions'\n"
        "        'C_CreateObject:Object management functions'\n"
        "        'C_CopyObject:Object management functions'\n"
        "        'C_DestroyObject:Object management functions'\n"
        "        'C_GetObjectSize:Object management functions'\n"
        "        'C_GetAttributeValue:Object management functions'\n"
        "        'C_SetAttributeValue:Object management functions'\n"
        "        'C_FindObjectsInit:Object management functions'\n"
        "        'C_FindObjects:Object management functions'\n"
        "        'C_FindObjectsFinal:Object management functions'\n"
        "        'C_EncryptInit:Encryption functions'\n"
        "        'C_Encrypt:Encryption functions'\n"
        "        'C_EncryptUpdate:Encryption functions'\n"
        "        'C_EncryptFinal:Encryption functions'\n"
        "        'C_DecryptInit:Decryption functions'\n"
        "        'C_Decrypt:Decryption functions'\n"
        "        'C_DecryptUpdate:Decryption functions'\n"
        "        'C_DecryptFinal:Decryption functions'\n"
        "        'C_DigestInit:Message digesting functions'\n"
        "        'C_Digest:Message digesting functions'\n"
        "        'C_DigestUpdate:Message digesting functions'\n"
        "        'C_DigestKey:Message digesting functions'\n"
        "        'C_DigestFinal:Message digesting functions'\n"
        "        'C_SignInit:Signing and MACing functions'\n"
        "        'C_Sign:Signing and MACing functions'\n"
        "        'C_SignUpdate:Signing and MACing functions'\n"
        "        'C_SignFinal:Signing and MACing functions'\n"
        "        'C_SignRecoverInit:Signing and MACing functions'\n"
        "        'C_SignRecover:Signing and MACing functions'\n"
        "        'C_VerifyInit:Functions for verifying signatures and MACs'\n"
        "        'C_Verify:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyUpdate:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyFinal:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyRecoverInit:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyRecover:Functions for verifying signatures and MACs'\n"
        "        'C_DigestEncryptUpdate:Dual-function cryptographic functions'\n"
        "        'C_DecryptDigestUpdate:Dual-function cryptographic functions'\n"
        "        'C_SignEncryptUpdate:Dual-function cryptographic functions'\n"
        "        'C_DecryptVerifyUpdate:Dual-function cryptographic functions'\n"
        "        'C_GenerateKey:Key management functions'\n"
        "        'C_GenerateKeyPair:Key management functions'\n"
        "        'C_WrapKey:Key management functions'\n"
        "        'C_UnwrapKey:Key management functions'\n"
        "        'C_DeriveKey:Key management functions'\n"
        "        'C_SeedRandom:Random number generation functions'\n"
        "        'C_GenerateRandom:Random number generation functions'\n"
        "        'C_GetFunctionStatus:Parallel function management functions'\n"
        "        'C_CancelFunction:Parallel function management functions'\n"
        "        'C_WaitForSlotEvent:Slot and token management functions'\n"
        "        'C_GetInterfaceList:General-purpose functions'\n"
        "        'C_GetInterface:General-purpose functions'\n"
        "        'C_LoginUser:Session management functions'\n"
        "        'C_SessionCancel:Session management functions'\n"
        "        'C_MessageEncryptInit:Message-based encryption functions'\n"
        "        'C_EncryptMessage:Message-based encryption functions'\n"
        "        'C_EncryptMessageBegin:Message-based encryption functions'\n"
        "        'C_EncryptMessageNext:Message-based encryption functions'\n"
        "        'C_MessageEncryptFinal:Message-based encryption functions'\n"
        "        'C_MessageDecryptInit:Message-based decryption functions'\n"
        "        'C_DecryptMessage:Message-based decryption functions'\n"
        "        'C_DecryptMessageBegin:Message-based decryption functions'\n"
        "        'C_DecryptMessageNext:Message-based decryption functions'\n"
        "        'C_MessageDecryptFinal:Message-based decryption functions'\n"
        "        'C_MessageSignInit:Message-based signing and MACing functions'\n"
        "        'C_SignMessage:Message-based signing and MACing functions'\n"
        "        'C_SignMessageBegin:Message-based signing and MACing functions'\n"
        "        'C_SignMessageNext:Message-based signing and MACing functions'\n"
        "        'C_MessageSignFinal:Message-based signing and MACing functions'\n"
        "        'C_MessageVerifyInit:Message-based functions for verifying signatures and MACs'\n"
        "        'C_VerifyMessage:Message-based functions for verifying signatures and MACs'\n"
        "        'C_VerifyMessageBegin:Message-based functions for verifying signatures and MACs'\n"
        "        'C_VerifyMessageNext:Message-based functions for verifying signatures and MACs'\n"
        "        'C_MessageVerifyFinal:Message-based functions for verifying signatures and MACs'\n"
        "        'C_EncapsulateKey:Key management functions'\n"
        "        'C_DecapsulateKey:Key management functions'\n"
        "        'C_VerifySignatureInit:Functions for verifying signatures and MACs'\n"
        "        'C_VerifySignature:Functions for verifying signatures and MACs'\n"
        "        'C_VerifySignatureUpdate:Functions for verifying signatures and MACs'\n"
        "        'C_VerifySignatureFinal:Functions for verifying signatures and MACs'\n"
        "        'C_GetSessionValidationFlags:Session management functions'\n"
        "        'C_AsyncComplete:Asynchronous function management functions'\n"
        "        'C_AsyncGetID:Asynchronous function management functions'\n"
        "        'C_AsyncJoin:Asynchronous function management functions'\n"
        "        'C_WrapKeyAuthenticated:Key management functions'\n"
        "        'C_UnwrapKeyAuthenticated:Key management functions'\n"
        '    )\n'
        "    _describe -t functions 'function' words -M 'm:{a-zA-Z-}={A-Za-z_} l:|=*'\n"
        '}\n'
        '\n'
        '_ckr_names() {\n'
        '    local -a words=(\n'
        "        'C_Initialize:General-purpose functions'\n"
        "        'C_Finalize:General-purpose functions'\n"
        "        'C_GetInfo:General-purpose functions'\n"
        "        'C_GetFunctionList:General-purpose functions'\n"
        "        'C_GetSlotList:Slot and token management functions'\n"
        "        'C_GetSlotInfo:Slot and token management functions'\n"
        "        'C_GetTokenInfo:Slot and token management functions'\n"
        "        'C_GetMechanismList:Slot and token management functions'\n"
        "        'C_GetMechanismInfo:Slot and token management functions'\n"
        "        'C_InitToken:Slot and token management functions'\n"
        "        'C_InitPIN:Slot and token management functions'\n"
        "        'C_SetPIN:Slot and token management functions'\n"
        "        'C_OpenSession:Session management functions'\n"
        "        'C_CloseSession:Session management functions'\n"
        "        'C_CloseAllSessions:Session management functions'\n"
        "        'C_GetSessionInfo:Session management functions'\n"
        "        'C_GetOperationState:Session management functions'\n"
        "        'C_SetOperationState:Session management functions'\n"
        "        'C_Login:Session management functions'\n"
        "        'C_Logout:Session management functions'\n"
        "        'C_CreateObject:Object management functions'\n"
        "        'C_CopyObject:Object management functions'\n"
        "        'C_DestroyObject:Object management functions'\n"
        "        'C_GetObjectSize:Object management functions'\n"
        "        'C_GetAttributeValue:Object management functions'\n"
        "        'C_SetAttributeValue:Object management functions'\n"
        "        'C_FindObjectsInit:Object management functions'\n"
        "        'C_FindObjects:Object management functions'\n"
        "        'C_FindObjectsFinal:Object management functions'\n"
        "        'C_EncryptInit:Encryption functions'\n"
        "        'C_Encrypt:Encryption functions'\n"
        "        'C_EncryptUpdate:Encryption functions'\n"
        "        'C_EncryptFinal:Encryption functions'\n"
        "        'C_DecryptInit:Decryption functions'\n"
        "        'C_Decrypt:Decryption functions'\n"
        "        'C_DecryptUpdate:Decryption functions'\n"
        "        'C_DecryptFinal:Decryption functions'\n"
        "        'C_DigestInit:Message digesting functions'\n"
        "        'C_Digest:Message digesting functions'\n"
        "        'C_DigestUpdate:Message digesting functions'\n"
        "        'C_DigestKey:Message digesting functions'\n"
        "        'C_DigestFinal:Message digesting functions'\n"
        "        'C_SignInit:Signing and MACing functions'\n"
        "        'C_Sign:Signing and MACing functions'\n"
        "        'C_SignUpdate:Signing and MACing functions'\n"
        "        'C_SignFinal:Signing and MACing functions'\n"
        "        'C_SignRecoverInit:Signing and MACing functions'\n"
        "        'C_SignRecover:Signing and MACing functions'\n"
        "        'C_VerifyInit:Functions for verifying signatures and MACs'\n"
        "        'C_Verify:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyUpdate:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyFinal:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyRecoverInit:Functions for verifying signatures and MACs'\n"
        "        'C_VerifyRecover:Functions for verifying signatures and MACs'\n"
        "        'C_DigestEncryptUpdate:Dual-function cryptographic functions'\n"
        "        'C_DecryptDigestUpdate:Dual-function cryptographic functions'\n"
        "        'C_SignEncryptUpdate:Dual-function cryptographic functions'\n"
        "        'C_DecryptVerifyUpdate:Dual-function cryptographic functions'\n"
        "        'C_GenerateKey:Key management functions'\n"
        "        'C_GenerateKeyPair:Key management functions'\n"
        "        'C_WrapKey:Key management functions'\n"
        "        'C_UnwrapKey:Key management functions'\n"
        "        'C_DeriveKey:Key management functions'\n"
        "        'C_SeedRandom:Random number generation functions'\n"
        "        'C_GenerateRandom:Random number generation functions'\n"
        "        'C_GetFunctionStatus:Parallel function management functions'\n"
        "        'C_CancelFunction:Parallel function management functions'\n"
        "        'C_WaitForSlotEvent:Slot and token management functions'\n"
        "        'C_GetInterfaceList:General-purpose functions'\n"
        "        'C_GetInterface:General-purpose functions'\n"
        "        'C_LoginUser:Session management functions'\n"
        "        'C_SessionCancel:Session management functions'\n"
        "        'C_MessageEncryptInit:Message-based encryption functions'\n"
        "        'C_EncryptMessage:Message-based encryption functions'\n"
        "        'C_EncryptMessageBegin:Message-based encryption functions'\n"
        "        'C_EncryptMessageNext:Message-based encryption functions'\n"
        "        'C_MessageEncryptFinal:Message-based encryption functions'\n"
        "        'C_MessageDecryptInit:Message-based decryption functions'\n"
        "        'C_DecryptMessage:Message-based decryption functions'\n"
        "        'C_DecryptMessageBegin:Message-based decryption functions'\n"
        "        'C_DecryptMessageNext:Message-based decryption functions'\n"
        "        'C_MessageDecryptFinal:Message-based decryption functions'\n"
        "        'C_MessageSignInit:Message-based signing and MACing functions'\n"
        "        'C_SignMessage:Message-based signing and MACing functions'\n"
        "        'C_SignMessageBegin:Message-based signing and MACing functions'\n"
        "        'C_SignMessageNext:Message-based signing and MACing functions'\n"
        "        'C_MessageSignFinal:Message-based signing and MACing functions'\n"
        "        'C_MessageVerifyInit:Message-based functions for verifying signatures and MACs'\n"
        "        'C_VerifyMessage:Message-based functions for verifying signatures and MACs'\n"
        "        'C_VerifyMessageBegin:Message-based functions for verifying signatures and MACs'\n"
        "        'C_VerifyMessageNext:Message-based functions for verifying signatures and MACs'\n"
        "        'C_MessageVerifyFinal:Message-based functions for verifying signatures and MACs'\n"
        "        'C_EncapsulateKey:Key management functions'\n"
        "        'C_DecapsulateKey:Key management functions'\n"
        "        'C_VerifySignatureInit:Functions for verifying signatures and MACs'\n"
        "        'C_VerifySignature:Functions for verifying signatures and MACs'\n"
        "        'C_VerifySignatureUpdate:Functions for verifying signatures and MACs'\n"
        "        'C_VerifySignatureFinal:Functions for verifying signatures and MACs'\n"
        "        'C_GetSessionValidationFlags:Session management functions'\n"
        "        'C_AsyncComplete:Asynchronous function management functions'\n"
        "        'C_AsyncGetID:Asynchronous function management functions'\n"
        "        'C_AsyncJoin:Asynchronous function management functions'\n"
        "        'C_WrapKeyAuthenticated:Key management functions'\n"
        "        'C_UnwrapKeyAuthenticated:Key management functions'\n"
        "        'CKR_OK:The call succeeded; lengths and counts still say what it delivered'\n"
        "        'CKR_CANCEL:A callback'\\''s answer that asks the module to abort; no C_ function returns it'\n"
        "        'CKR_HOST_MEMORY:No memory in this computer, or a shared-memory or backend fault behind it'\n"
        "        'CKR_SLOT_ID_INVALID:No slot with this ID here now: wrong number, or slots were renumbered'\n"
        "        'CKR_GENERAL_ERROR:Catch-all failure with no cause given; the module'\\''s own log has the reason'\n"
        "        'CKR_FUNCTION_FAILED:This call failed for a reason the module does not name; read its own log'\n"
        "        'CKR_ARGUMENTS_BAD:An argument was refused: NULL pointer, bad length, flag or missing setting'\n"
        "        'CKR_NO_EVENT:No slot event is waiting: the normal answer to a poll'\n"
        "        'CKR_NEED_TO_CREATE_THREADS:The module needs threads of its own and the program forbade them'\n"
        "        'CKR_CANT_LOCK:The module cannot provide the kind of locking the program asked for'\n"
        "        'CKR_ATTRIBUTE_READ_ONLY:An attribute in the template cannot be set or changed by this call'\n"
        "        'CKR_ATTRIBUTE_SENSITIVE:The value is secret by design and is not shown; the key still works'\n"
        "        'CKR_ATTRIBUTE_TYPE_INVALID:The object has no such attribute, or the module does not know it'\n"
        "        'CKR_ATTRIBUTE_VALUE_INVALID:An attribute has a value or length that the module does not accept'\n"
        "        'CKR_ACTION_PROHIBITED:The object or token policy forbids this action; trying again changes nothing'\n"
        "        'CKR_DATA_INVALID:The input data is not in the form this mechanism needs'\n"
        "        'CKR_DATA_LEN_RANGE:The input is too long, too short or not a whole number of blocks'\n"
        "        'CKR_DEVICE_ERROR:The token, or the path to it, failed; what it had done so far is uncertain'\n"
        "        'CKR_DEVICE_MEMORY:The token has no room for this object, session or operation'\n"
        "        'CKR_DEVICE_REMOVED:The token was pulled, reset or lost its connection; its sessions are gone'\n"
        "        'CKR_ENCRYPTED_DATA_INVALID:The ciphertext does not decrypt: wrong key, mechanism, padding or damage'\n"
        "        'CKR_ENCRYPTED_DATA_LEN_RANGE:The ciphertext has a length that this key and mechanism cannot produce'\n"
        "        'CKR_AEAD_DECRYPT_FAILED:Authentication tag did not match; no plaintext may be used'\n"
        "        'CKR_FUNCTION_CANCELED:The call was called off, often by a person, a time limit or the module'\n"
        "        'CKR_FUNCTION_NOT_PARALLEL:The normal answer of the two legacy functions for parallel sessions'\n"
        "        'CKR_FUNCTION_NOT_SUPPORTED:The module does not implement this function, or not on this token'\n"
        "        'CKR_KEY_HANDLE_INVALID:The key handle means nothing here now; look the key up again'\n"
        "        'CKR_KEY_SIZE_RANGE:The key size is outside what the token or its policy allows for this mechanism'\n"
        "        'CKR_KEY_TYPE_INCONSISTENT:The key'\\''s class or type does not fit the mechanism'\n"
        "        'CKR_KEY_NOT_NEEDED:A key was handed over that this operation does not use'\n"
        "        'CKR_KEY_CHANGED:The key given is not the one the saved operation state was made with'\n"
        "        'CKR_KEY_NEEDED:The saved state can be restored only if its key is handed over too'\n"
        "        'CKR_KEY_INDIGESTIBLE:This key'\\''s value cannot be fed into a digest'\n"
        "        'CKR_KEY_FUNCTION_NOT_PERMITTED:The key'\\''s attributes or the token policy do not allow this use'\n"
        "        'CKR_KEY_NOT_WRAPPABLE:This key, or this pair of keys, may not be wrapped that way'\n"
        "        'CKR_KEY_UNEXTRACTABLE:The key may not leave the token, not even wrapped (CKA_EXTRACTABLE is false)'\n"
        "        'CKR_MECHANISM_INVALID:The token does not offer this mechanism for this function'\n"
        "        'CKR_MECHANISM_PARAM_INVALID:The mechanism is known, but its parameter (IV, hash, salt, point) is refused'\n"
        "        'CKR_OBJECT_HANDLE_INVALID:The object number no longer stands for an object; find the object again'\n"
        "        'CKR_OPERATION_ACTIVE:An earlier operation in this session was started and never ended'\n"
        "        'CKR_OPERATION_NOT_INITIALIZED:No operation of this kind is active here: not started, or already over'\n"
        "        'CKR_PIN_INCORRECT:The PIN or other credential was refused; a try is probably used up'\n"
        "        'CKR_PIN_INVALID:The new PIN has characters, or a format, that the token does not accept'\n"
        "        'CKR_PIN_LEN_RANGE:The PIN is shorter or longer than the token accepts'\n"
        "        'CKR_PIN_EXPIRED:The PIN is right but must be changed before it can be used'\n"
        "        'CKR_PIN_LOCKED:Too many wrong tries: this PIN is blocked, even the right one is refused now'\n"
        "        'CKR_SESSION_CLOSED:The session ended while the call was running'\n"
        "        'CKR_SESSION_COUNT:No more sessions: the token'\\''s limit is reached, often by leaked sessions'\n"
        "        'CKR_SESSION_HANDLE_INVALID:The session is gone or never was one in this process; open a new one'\n"
        "        'CKR_SESSION_PARALLEL_NOT_SUPPORTED:C_OpenSession was called without CKF_SERIAL_SESSION'\n"
        "        'CKR_SESSION_READ_ONLY:The call changes the token, but the session was opened read-only'\n"
        "        'CKR_SESSION_EXISTS:The token is in use, so C_InitToken refuses to wipe it'\n"
        "        'CKR_SESSION_READ_ONLY_EXISTS:The SO cannot log in while this program has a read-only session open'\n"
        "        'CKR_SESSION_READ_WRITE_SO_EXISTS:No read-only session while the SO is logged in; log the SO out first'\n"
        "        'CKR_SIGNATURE_INVALID:The check ran and failed: the signature or MAC does not match data and key'\n"
        "        'CKR_SIGNATURE_LEN_RANGE:The signature or MAC has a length that this key and mechanism cannot produce'\n"
        "        'CKR_TEMPLATE_INCOMPLETE:An attribute that this object needs is missing from the template'\n"
        "        'CKR_TEMPLATE_INCONSISTENT:Attributes of the template contradict each other, the mechanism or the token'\n"
        "        'CKR_TOKEN_NOT_PRESENT:There is no token in this slot, or the library cannot reach it'\n"
        "        'CKR_TOKEN_NOT_RECOGNIZED:Something is in the slot, but this library does not know how to use it'\n"
        "        'CKR_TOKEN_WRITE_PROTECTED:The token as a whole refuses changes, whatever the session allows'\n"
        "        'CKR_UNWRAPPING_KEY_HANDLE_INVALID:The handle of the unwrapping key is stale, wrong or not visible here'\n"
        "        'CKR_UNWRAPPING_KEY_SIZE_RANGE:The unwrapping key is too short or too long for the token or its policy'\n"
        "        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT:The unwrapping key is of the wrong kind for the chosen mechanism'\n"
        "        'CKR_USER_ALREADY_LOGGED_IN:This program is logged in already; the PIN was not checked'\n"
        "        'CKR_USER_NOT_LOGGED_IN:The call needs a login, and there is none or it has been lost'\n"
        "        'CKR_USER_PIN_NOT_INITIALIZED:The normal user has no PIN yet; the SO must set one'\n"
        "        'CKR_USER_TYPE_INVALID:The token does not take this kind of user here (SO, USER, CONTEXT_SPECIFIC)'\n"
        "        'CKR_USER_ANOTHER_ALREADY_LOGGED_IN:Another kind of user (SO or USER) is logged in; log that one out first'\n"
        "        'CKR_USER_TOO_MANY_TYPES:The token cannot have one more distinct user logged in at the same time'\n"
        "        'CKR_WRAPPED_KEY_INVALID:The wrapped key blob does not unwrap to a key of the type asked for'\n"
        "        'CKR_WRAPPED_KEY_LEN_RANGE:The wrapped key blob has a length this mechanism or key type cannot have'\n"
        "        'CKR_WRAPPING_KEY_HANDLE_INVALID:The handle given for the wrapping key does not denote a usable key'\n"
        "        'CKR_WRAPPING_KEY_SIZE_RANGE:The wrapping key is too short or too long for this wrap on this token'\n"
        "        'CKR_WRAPPING_KEY_TYPE_INCONSISTENT:The wrapping key'\\''s class or type does not fit the wrapping mechanism'\n"
        "        'CKR_RANDOM_SEED_NOT_SUPPORTED:The token'\\''s generator takes no seed; harmless, random numbers still work'\n"
        "        'CKR_RANDOM_NO_RNG:This token has no random number generator'\n"
        "        'CKR_DOMAIN_PARAMS_INVALID:Curve or DH/DSA parameters malformed, or in a form the token does not take'\n"
        "        'CKR_CURVE_NOT_SUPPORTED:The token does not support this elliptic curve'\n"
        "        'CKR_BUFFER_TOO_SMALL:Output buffer too small; required size returned, operation still active'\n"
        "        'CKR_SAVED_STATE_INVALID:The saved operation state cannot be restored into this session'\n"
        "        'CKR_INFORMATION_SENSITIVE:The token will not reveal this piece of information'\n"
        "        'CKR_STATE_UNSAVEABLE:The running operation cannot be saved for later'\n"
        "        'CKR_CRYPTOKI_NOT_INITIALIZED:No C_Initialize in this process (a forked child needs its own), or finalised'\n"
        "        'CKR_CRYPTOKI_ALREADY_INITIALIZED:Library already initialised in this process; carry on and use it'\n"
        "        'CKR_MUTEX_BAD:A mutex callback was handed something that is not a live mutex'\n"
        "        'CKR_MUTEX_NOT_LOCKED:An unlock callback was asked to unlock a mutex that is not locked'\n"
        "        'CKR_NEW_PIN_MODE:One-time-password token wants a new PIN before it accepts any OTP'\n"
        "        'CKR_NEXT_OTP:OTP plausible but out of step; the verifier wants the next code as proof'\n"
        "        'CKR_EXCEEDED_MAX_ITERATIONS:The random search for suitable numbers gave up; a few repeats may succeed'\n"
        "        'CKR_FIPS_SELF_TEST_FAILED:Module failed a FIPS self-test; nothing it does may be trusted until cured'\n"
        "        'CKR_LIBRARY_LOAD_FAILED:The module could not load another library it depends on'\n"
        "        'CKR_PIN_TOO_WEAK:The new PIN breaks the token'\\''s strength policy; the old PIN is still valid'\n"
        "        'CKR_PUBLIC_KEY_INVALID:The public key failed validation (off the curve, bad modulus or encoding)'\n"
        "        'CKR_FUNCTION_REJECTED:Refused by the user or by the token'\\''s permissions for this identity or key'\n"
        "        'CKR_TOKEN_RESOURCE_EXCEEDED:Token ran out of working memory for this operation (large or busy)'\n"
        "        'CKR_OPERATION_CANCEL_FAILED:The running operation could not be cancelled and is still active'\n"
        "        'CKR_KEY_EXHAUSTED:The key has used up all signatures or operations it may ever make'\n"
        "        'CKR_PENDING:Started and still running; poll C_AsyncComplete, do not call again'\n"
        "        'CKR_SESSION_ASYNC_NOT_SUPPORTED:The token cannot open asynchronous sessions'\n"
        "        'CKR_SEED_RANDOM_REQUIRED:The generator must be seeded with C_SeedRandom before it gives numbers'\n"
        "        'CKR_OPERATION_NOT_VALIDATED:Request falls outside the token'\\''s validated (FIPS-like) mode of operation'\n"
        "        'CKR_TOKEN_NOT_INITIALIZED:The token in this slot is blank; the SO has never initialised it'\n"
        "        'CKR_PARAMETER_SET_NOT_SUPPORTED:The token lacks this post-quantum or hash-based parameter set'\n"
        "        'CKR_VENDOR_DEFINED:Start of the vendor range; 0x80000000 and up mean what that vendor says'\n"
        "        'CKR_FLAGS_INVALID:only in older headers of the standard'\n"
        "        'CKR_FUNCTION_PARALLEL:only in older headers of the standard'\n"
        "        'CKR_KEY_SENSITIVE:only in older headers of the standard'\n"
        "        'CKR_OBJECT_CLASS_INCONSISTENT:only in older headers of the standard'\n"
        "        'CKR_OBJECT_CLASS_INVALID:only in older headers of the standard'\n"
        "        'CKR_SESSION_EXCLUSIVE_EXISTS:only in older headers of the standard'\n"
        "        'CKR_INSERTION_CALLBACK_NOT_SUPPORTED:only in older headers of the standard'\n"
        '    )\n'
        "    _describe -t names 'name' words -M 'm:{a-zA-Z-}={A-Za-z_} l:|=*'\n"
        '}\n'
        '\n'
        '_ckr_families() {\n'
        '    local -a words=(\n'
        "        'attribute:Attributes'\n"
        "        'attribute-flags:Flags of an attribute'\\''s type'\n"
        "        'boolean:Truth (CK_BBOOL)'\n"
        "        'certificate-category:Categories of certificates (CKA_CERTIFICATE_CATEGORY)'\n"
        "        'certificate-type:Types of certificates (CKA_CERTIFICATE_TYPE)'\n"
        "        'event-flags:Flags of C_WaitForSlotEvent'\n"
        "        'generator:Generators of nonces and IVs for messages'\n"
        "        'handle:Handles that are none'\n"
        "        'hardware-feature:Hardware features (CKA_HW_FEATURE_TYPE)'\n"
        "        'hedge:Hedging of ML-DSA and SLH-DSA signatures'\n"
        "        'hkdf-salt:Salts of HKDF (CK_HKDF_PARAMS)'\n"
        "        'init-flags:Flags of C_Initialize'\\''s arguments (CK_C_INITIALIZE_ARGS)'\n"
        "        'interface-flags:Flags of an interface (CK_INTERFACE)'\n"
        "        'kdf:Key derivation functions of Diffie-Hellman and ECDH'\n"
        "        'key-type:Types of keys (CKA_KEY_TYPE)'\n"
        "        'limit:Values in place of a limit or a length'\n"
        "        'mechanism:Mechanisms'\n"
        "        'mechanism-flags:Flags of a mechanism (CK_MECHANISM_INFO)'\n"
        "        'message-flags:Flags of the functions for messages'\n"
        "        'mgf:Mask generation functions of RSA-OAEP and RSA-PSS'\n"
        "        'ml-dsa-parameter-set:Parameter sets of ML-DSA'\n"
        "        'ml-kem-parameter-set:Parameter sets of ML-KEM'\n"
        "        'notification:Notifications to the application'\n"
        "        'oaep-source:Sources of the encoding parameter of RSA-OAEP'\n"
        "        'object-class:Classes of objects (CKA_CLASS)'\n"
        "        'otp-flags:Flags of a one-time password (CK_OTP_FLAGS)'\n"
        "        'otp-format:Formats of one-time passwords'\n"
        "        'otp-parameter:Parameters of a one-time password'\n"
        "        'otp-requirement:Whether a one-time password needs a parameter'\n"
        "        'pbkd2-prf:Pseudo-random functions of PBKDF2'\n"
        "        'profile:Profiles (CKA_PROFILE_ID)'\n"
        "        'salt-source:Sources of the salt of PBKDF2'\n"
        "        'security-domain:Java MIDP security domains'\n"
        "        'session-flags:Flags of a session (C_OpenSession, CK_SESSION_INFO)'\n"
        "        'slh-dsa-parameter-set:Parameter sets of SLH-DSA'\n"
        "        'slot-flags:Flags of a slot (CK_SLOT_INFO)'\n"
        "        'sp800-108-data:Types of data of a KDF of SP 800-108'\n"
        "        'sp800-108-length:Methods for the length of the derived keying material'\n"
        "        'state:States of a session (CK_SESSION_INFO)'\n"
        "        'token-flags:Flags of a token (CK_TOKEN_INFO)'\n"
        "        'trust:Trust in a certificate'\n"
        "        'user-type:Types of users (C_Login)'\n"
        "        'validation-authority:Authorities of a validation'\n"
        "        'validation-state:Flags of C_GetSessionValidationFlags'\n"
        "        'validation-type:Kinds of validation'\n"
        '    )\n'
        "    _describe -t families 'familie' words\n"
        '}\n'
        '\n'
        '_ckr_vendors() {\n'
        '    local -a words=(\n'
        "        'belarus-lsm:LSM library with Belarusian algorithms'\n"
        "        'ellipticsecure-ehsm:ellipticSecure eHSM / MIRkey'\n"
        "        'entrust-nshield:Entrust nShield (nCipher, Thales e-Security)'\n"
        "        'feitian:Feitian tokens (container extension)'\n"
        "        'feitian-ble:Feitian Bluetooth transport SDK (FTTransmission)'\n"
        "        'gck:GNOME Gck client library'\n"
        "        'gnome-keyring:GNOME Keyring'\n"
        "        'gotrust:GOTrust secure microSD'\n"
        "        'gp11:GNOME gp11 client library'\n"
        "        'historic:Dropped from the PKCS #11 standard'\n"
        "        'historic-2.0-draft:PKCS #11 2.0 draft numbering'\n"
        "        'ibm-ep11:IBM Enterprise PKCS #11 (EP11)'\n"
        "        'ibm-grep11:IBM GREP11 (EP11 over gRPC)'\n"
        "        'ibm-grep11-header:IBM GREP11, numbering of its C header'\n"
        "        'ibm-icsf-zos:IBM z/OS ICSF'\n"
        "        'jacarta:Aladdin R.D. JaCarta'\n"
        "        'jacarta-early:Aladdin R.D. JaCarta, early extension header'\n"
        "        'keehive:ARPA2 KeeHive remote PKCS #11'\n"
        "        'kryoptic:Kryoptic'\n"
        "        'mate-keyring:MATE Keyring'\n"
        "        'n3crypto:N3Crypto (Korean NSR) USB token'\n"
        "        'nss:Mozilla NSS'\n"
        "        'opencryptoki:openCryptoki'\n"
        "        'opencryptoki-tpm:openCryptoki TPM token'\n"
        "        'opencryptoki-tpm-2005:openCryptoki TPM token, first weeks of 2005'\n"
        "        'optee-pkcs11-ta:OP-TEE PKCS #11 trusted application'\n"
        "        'p11-kit-header:p11-kit style pkcs11.h numbering'\n"
        "        'pqctoday:PQCToday soft token (Rust)'\n"
        "        'rutoken:Aktiv Rutoken'\n"
        "        'safenet-etoken:SafeNet (Aladdin) eToken SAPI'\n"
        "        'stm32-kms:STMicroelectronics STM32 Key Management Services'\n"
        "        'stm32-se:STMicroelectronics STM32 secure element glue'\n"
        "        'syno:Syno token'\n"
        "        'tass:TASS HSM'\n"
        "        'thales-luna:Thales / SafeNet Luna HSM'\n"
        "        'thales-luna-alt:Thales / SafeNet Luna HSM, values that differ between sources'\n"
        "        'thales-luna-v1:Chrysalis / SafeNet Luna, PKCS #11 1.0 builds'\n"
        "        'thales-protecttoolkit:Thales / SafeNet / ERACOM ProtectToolkit C'\n"
        "        'weston:Weston security card (name taken from header labels)'\n"
        '    )\n'
        "    _describe -t vendors 'vendor' words\n"
        '}\n'
        '\n'
        '_ckr_stacks() {\n'
        '    local -a words=(\n'
        "        'aws-kms:AWS KMS (aws-kms-pkcs11)'\n"
        "        'cloudhsm:AWS CloudHSM'\n"
        "        'etoken:SafeNet eToken'\n"
        "        'fabric:Hyperledger Fabric'\n"
        "        'firefox:Firefox'\n"
        "        'gnome-keyring:GNOME Keyring'\n"
        "        'gnutls:GnuTLS'\n"
        "        'go-crypto11:Go crypto11'\n"
        "        'go-miekg:Go miekg/pkcs11'\n"
        "        'google-kms:Google Cloud KMS'\n"
        "        'ibm-ep11:IBM EP11 (Hyper Protect, GREP11)'\n"
        "        'ibm-icsf:IBM z/OS ICSF'\n"
        "        'idprime:IDPrime'\n"
        "        'jacarta:JaCarta'\n"
        "        'java-sunpkcs11:Java SunPKCS11'\n"
        "        'kryoptic:Kryoptic'\n"
        "        'libp11:libp11'\n"
        "        'luna:Thales Luna'\n"
        "        'nethsm:NetHSM'\n"
        "        'nshield:Entrust nShield'\n"
        "        'nss:NSS softokn'\n"
        "        'opencryptoki:openCryptoki'\n"
        "        'opensc:OpenSC'\n"
        "        'openssh:OpenSSH'\n"
        "        'optee:OP-TEE'\n"
        "        'p11-kit-client:p11-kit client (remoting)'\n"
        "        'p11-kit-proxy:p11-kit proxy'\n"
        "        'p11-kit-trust:p11-kit trust module'\n"
        "        'pkcs11-helper:pkcs11-helper'\n"
        "        'pkcs11-provider:pkcs11-provider'\n"
        "        'pkcs11-spy:pkcs11-spy'\n"
        "        'pkcs11-tool:pkcs11-tool'\n"
        "        'pkcs11interop:Pkcs11Interop'\n"
        "        'pkcs11js:pkcs11js'\n"
        "        'protecttoolkit:Thales ProtectToolkit'\n"
        "        'pykcs11:PyKCS11'\n"
        "        'python-pkcs11:python-pkcs11'\n"
        "        'rust-cryptoki:rust-cryptoki'\n"
        "        'rutoken:Rutoken'\n"
        "        'smartcard-hsm:SmartCard-HSM (sc-hsm-embedded)'\n"
        "        'softhsm2:SoftHSM2'\n"
        "        'tpm2-pkcs11:tpm2-pkcs11'\n"
        "        'utimaco:Utimaco CryptoServer'\n"
        "        'wolfpkcs11:wolfPKCS11'\n"
        "        'ykcs11:YKCS11 (YubiKey PIV)'\n"
        "        'yubihsm:YubiHSM'\n"
        '    )\n'
        "    _describe -t stacks 'stack' words\n"
        '}\n'
        '\n'
        '_ckr_categories() {\n'
        '    local -a words=(\n'
        "        'success'\n"
        "        'informational'\n"
        "        'retryable'\n"
        "        'session-lost'\n"
        "        'token-absent'\n"
        "        'authentication'\n"
        "        'authorization-or-policy'\n"
        "        'caller-bug'\n"
        "        'data'\n"
        "        'capability'\n"
        "        'resource'\n"
        "        'configuration'\n"
        "        'token-fault'\n"
        "        'library-fault'\n"
        "        'concurrency'\n"
        "        'legacy'\n"
        '    )\n'
        "    _describe -t categories 'categorie' words\n"
        '}\n'
        '\n'
        '_ckr_versions() {\n'
        '    local -a words=(\n'
        "        '2.40'\n"
        "        '3.0'\n"
        "        '3.1'\n"
        "        '3.2'\n"
        '    )\n'
        "    _describe -t versions 'version' words\n"
        '}\n'
        '\n'
        '_ckr_sequences() {\n'
        '    local -a words=(\n'
        "        'load:Load the module, initialise and finalise it'\n"
        "        'interfaces:Function lists and interfaces'\n"
        "        'identity:What module, slots, tokens and mechanisms say of themselves'\n"
        "        'sessions:Open, look at and close read-only sessions'\n"
        "        'objects:Find objects and read their public attributes'\n"
        "        'random:Random numbers'\n"
        "        'digest:Known answers for every digest of the token'\n"
        "        'login:Log in, look at the state, log out'\n"
        "        'sign:Sign and verify with keys of this session'\n"
        "        'encrypt:Encrypt and decrypt with a key of this session'\n"
        "        'life-cycle:Before C_Initialize, after C_Finalize, and twice'\n"
        "        'bad-handles:Handles that name nothing'\n"
        "        'bad-slot:A slot that is not there'\n"
        "        'small-buffer:Buffers that are too small'\n"
        "        'state-machine:Operations that were not started, or started twice'\n"
        "        'legacy:Functions of the old days'\n"
        "        'fork:A child of a forked process'\n"
        "        'application:What a program using python-pkcs11 meets'\n"
        '    )\n'
        "    _describe -t sequences 'sequence' words\n"
        '}\n'
        '\n'
        '_ckr_builtins() {\n'
        '    local -a words=(\n'
        "        'load:Load the module, initialise and finalise it'\n"
        "        'interfaces:Function lists and interfaces'\n"
        "        'identity:What module, slots, tokens and mechanisms say of themselves'\n"
        "        'sessions:Open, look at and close read-only sessions'\n"
        "        'objects:Find objects and read their public attributes'\n"
        "        'random:Random numbers'\n"
        "        'digest:Known answers for every digest of the token'\n"
        "        'login:Log in, look at the state, log out'\n"
        "        'sign:Sign and verify with keys of this session'\n"
        "        'encrypt:Encrypt and decrypt with a key of this session'\n"
        "        'life-cycle:Before C_Initialize, after C_Finalize, and twice'\n"
        "        'bad-handles:Handles that name nothing'\n"
        "        'bad-slot:A slot that is not there'\n"
        "        'small-buffer:Buffers that are too small'\n"
        "        'state-machine:Operations that were not started, or started twice'\n"
        "        'legacy:Functions of the old days'\n"
        "        'fork:A child of a forked process'\n"
        '    )\n'
        "    _describe -t builtins 'builtin' words\n"
        '}\n'
        '\n'
        '_ckr_profiles() {\n'
        '    local -a words=(\n'
        "        'health:what a well-behaved program does, in the right order'\n"
        "        'conformance:calls that a correct module must refuse; real modules crash on some'\n"
        "        'all:both'\n"
        '    )\n'
        "    _describe -t profiles 'profile' words\n"
        '}\n'
        '\n'
        '_ckr_pin_sources() {\n'
        '    local -a words=(\n'
        "        'env\\::a variable of the environment'\n"
        "        'file\\::the first line of a file'\n"
        "        'fd\\::an open descriptor'\n"
        "        'cmd\\::the first line that a command prints'\n"
        "        'prompt:asked for on the terminal'\n"
        "        'protected-path:typed at the token itself'\n"
        '    )\n'
        "    _describe -t pin-sources 'pin source' words -S ''\n"
        '}\n'
        '\n'
        '\n'
        '# The modules that p11-kit and the configuration know by name, and files.\n'
        '_ckr_modules() {\n'
        '    local -a names\n'
        '    local file line\n'
        '    for file in /usr/share/p11-kit/modules/*.module(N) /etc/pkcs11/modules/*.module(N) ~/.config/pkcs11/modules/*.module(N); do\n'
        '        names+=(${file:t:r})\n'
        '    done\n'
        '    for file in ${CKR_CONFIG:-${XDG_CONFIG_HOME:-~/.config}/ckr/config.toml} /etc/xdg/ckr/config.toml; do\n'
        '        [[ -f $file && -r $file ]] || continue\n'
        '        while IFS= read -r line; do\n'
        "            [[ $line == '[module.'*']'* ]] && names+=(${${line#'[module.'}%%']'*})\n"
        '        done <$file\n'
        '    done\n'
        "    _alternative 'modules:module:compadd -a names' 'files:file:_files'\n"
        '}\n'
        '\n'
        "# A built-in sequence, or a file of one's own.\n"
        '_ckr_sequences_or_files() {\n'
        '    _alternative \'sequences:sequence:_ckr_sequences\' \'files:file:_files -g "*.toml"\'\n'
        '}\n'
        '\n'
        '# A source of the PIN; after file: a file.\n'
        '_ckr_pin_sources_or_files() {\n'
        '    if compset -P file:; then\n'
        '        _files\n'
        '    else\n'
        '        _ckr_pin_sources\n'
        '    fi\n'
        '}\n'
        '\n'
        '_ckr() {\n'
        '    local curcontext=$curcontext state line\n'
        '    typeset -A opt_args\n'
        '    local -a commands=(\n'
        "        'decode:Say what each VALUE is: number, name, and a one-line meaning'\n"
        "        'explain:Explain a return code: what the standard says, what causes it, what to do and what not to do'\n"
        "        'returns:Print which codes a function may legally return and why, or which functions may return a code'\n"
        "        'check:Judge whether a function may return a code by the standard, with every passage for and against'\n"
        "        'precedence:Say which of several applicable codes the standard says is returned, and why'\n"
        "        'list:List codes, functions, vendors, stacks, findings, causes, dialects, or where the standard contradicts itself'\n"
        "        'modules:List the PKCS #11 modules of this host, or print what is known of one. Nothing is loaded'\n"
        "        'probe:Probe a PKCS #11 module: which calls fail with which return code, whether that is legal, and what to do'\n"
        "        'report:Show a saved probe report as `ckr probe` did, or in another format: probe once on the HSM'\\''s host, read it anywhere'\n"
        "        'diff:Show what changed between two probe reports: run it before and after an update. Exit 1 if anything did'\n"
        "        'annotate:Write the meaning of each return code in a log beside it; the log itself passes through unchanged'\n"
        "        'scan:Say which return codes a log holds, what failed first, and which calls were made'\n"
        "        'why:Say what in a trace made its calls fail, with the lines that prove it. Nothing is loaded or called'\n"
        "        'completion:Print the completion file for a shell; packages install it, so this is for other installations'\n"
        '    )\n'
        '    _arguments -C -S \\\n'
        "        '(--version -V)--version[Print the version and leave.]' \\\n"
        "        '(--version -V)-V[Print the version and leave.]' \\\n"
        "        '--no-pager[With any command\\: show long answers without $CKR_PAGER, $PAGER or less.]' \\\n"
        "        '--json[With --version\\: as JSON, with Python and dependencies.]' \\\n"
        "        '--help[Show this message and exit.]' \\\n"
        "        '1:command:->command' \\\n"
        "        '*::argument:->argument'\n"
        '    if [[ $state == command ]]; then\n'
        '        _describe -t commands command commands\n'
        '        return\n'
        '    fi\n'
        '    [[ $state == argument ]] || return\n'
        '    curcontext=${curcontext%:*:*}:ckr-$line[1]:\n'
        '    case $line[1] in\n'
        '        decode)\n'
        '            _arguments -S \\\n'
        "                '--json[One JSON object a line.]' \\\n"
        "                '--format=[A template such as '\\''{name}\\\\t{hex}'\\''.]:TEXT: ' \\\n"
        "                '--base=[How bare digits are read.]:10|16:(10 16)' \\\n"
        "                '--vendor=[Pick among vendors that share a value (`ckr list vendors`).]:ID:_ckr_vendors' \\\n"
        "                '(--module -m)--module=[Pick vendor and advice by a module'\\''s file name; nothing is loaded.]:FILE:_files' \\\n"
        "                '(--module -m)-m+[Pick vendor and advice by a module'\\''s file name; nothing is loaded.]:FILE:_files' \\\n"
        "                '--as=[Read VALUE as a constant of this family, such as mechanism or token-flags.]:FAMILY:_ckr_families' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '*:VALUE...:_ckr_codes'\n"
        '            ;;\n'
        '        explain)\n'
        '            _arguments -S \\\n'
        "                '(--function -f)--function=[The function that returned the code.]:C_NAME:_ckr_functions' \\\n"
        "                '(--function -f)-f+[The function that returned the code.]:C_NAME:_ckr_functions' \\\n"
        "                '--stack=[Put advice for this stack first (`ckr list stacks`).]:NAME:_ckr_stacks' \\\n"
        "                '(--module -m)--module=[Pick vendor and advice by a module'\\''s file name; nothing is loaded.]:FILE:_files' \\\n"
        "                '(--module -m)-m+[Pick vendor and advice by a module'\\''s file name; nothing is loaded.]:FILE:_files' \\\n"
        "                '--vendor=[Pick among vendors that share a value (`ckr list vendors`).]:ID:_ckr_vendors' \\\n"
        "                '--as=[Read VALUE as a constant of this family, such as mechanism or token-flags.]:FAMILY:_ckr_families' \\\n"
        "                '(--brief -q)--brief[The short answer, at most 20 lines.]' \\\n"
        "                '(--brief -q)-q[The short answer, at most 20 lines.]' \\\n"
        "                '(--full -v)--full[Everything, as in a pipe.]' \\\n"
        "                '(--full -v)-v[Everything, as in a pipe.]' \\\n"
        "                '--markdown[For a ticket.]' \\\n"
        "                '--json[One JSON object a line.]' \\\n"
        "                '--exit-retry[Exit 0 only where a program may repeat the call unattended.]' \\\n"
        "                '--base=[How bare digits are read.]:10|16:(10 16)' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '*:VALUE...:_ckr_codes'\n"
        '            ;;\n'
        '        returns)\n'
        '            _arguments -S \\\n'
        "                '--spec=[Edition of the standard; else the configuration'\\''s, else 3.2.]:2.40|3.0|3.1|3.2:(2.40 3.0 3.1 3.2)' \\\n"
        "                '--json[One JSON object a line.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '1:NAME:_ckr_names'\n"
        '            ;;\n'
        '        check)\n'
        '            _arguments -S \\\n'
        "                '--spec=[Edition of the standard; else the configuration'\\''s, else 3.2.]:2.40|3.0|3.1|3.2:(2.40 3.0 3.1 3.2)' \\\n"
        "                '--base=[How bare digits are read.]:10|16:(10 16)' \\\n"
        "                '--vendor=[Pick among vendors that share a value (`ckr list vendors`).]:ID:_ckr_vendors' \\\n"
        "                '(--module -m)--module=[Pick vendor and advice by a module'\\''s file name; nothing is loaded.]:FILE:_files' \\\n"
        "                '(--module -m)-m+[Pick vendor and advice by a module'\\''s file name; nothing is loaded.]:FILE:_files' \\\n"
        "                '--json[One JSON object a line.]' \\\n"
        "                '(--quiet -q)--quiet[Print nothing\\: the exit status is the answer.]' \\\n"
        "                '(--quiet -q)-q[Print nothing\\: the exit status is the answer.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '1:FUNCTION:_ckr_functions' \\\n"
        "                '2::\\[VALUE\\]:_ckr_codes'\n"
        '            ;;\n'
        '        precedence)\n'
        '            _arguments -S \\\n'
        "                '(--function -f)--function=[The function that returned the code.]:C_NAME:_ckr_functions' \\\n"
        "                '(--function -f)-f+[The function that returned the code.]:C_NAME:_ckr_functions' \\\n"
        "                '--json[One JSON object a line.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '*:VALUE VALUE...:_ckr_codes'\n"
        '            ;;\n'
        '        list)\n'
        '            _arguments -S \\\n'
        "                '--vendor=[Pick among vendors that share a value (`ckr list vendors`).]:ID:_ckr_vendors' \\\n"
        "                '--category=[Only codes of this category.]:NAME:_ckr_categories' \\\n"
        "                '--since=[Only what came with this version or later.]:VERSION:_ckr_versions' \\\n"
        "                '--grep=[Only rows with this text in them, in any case.]:TEXT: ' \\\n"
        "                '--json[One JSON object a line.]' \\\n"
        "                '--csv[Comma-separated, a look-up table for log tools.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '1::\\[WHAT\\]:(codes functions vendors stacks categories contradictions constants mechanisms attributes findings causes dialects)'\n"
        '            ;;\n'
        '        modules)\n'
        '            _arguments -S \\\n'
        "                '--json[One JSON object.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '1::\\[NAME\\]:_ckr_names'\n"
        '            ;;\n'
        '        probe)\n'
        '            _arguments -S \\\n'
        "                '(--module -m)--module=[The module, if it is not given as the argument.]:NAME|PATH:_ckr_modules' \\\n"
        "                '(--module -m)-m+[The module, if it is not given as the argument.]:NAME|PATH:_ckr_modules' \\\n"
        "                '(--slot -s)--slot=[The slot with the token to use.]:ID: ' \\\n"
        "                '(--slot -s)-s+[The slot with the token to use.]:ID: ' \\\n"
        "                '(--token -t)--token=[The token to use\\: its label, or a PKCS #11 URI.]:LABEL|URI: ' \\\n"
        "                '(--token -t)-t+[The token to use\\: its label, or a PKCS #11 URI.]:LABEL|URI: ' \\\n"
        "                '--all-tokens[Look at every token, each a part of the report.]' \\\n"
        '                \'--init-args=[Reserved string for C_Initialize (NSS\\: "configdir=\'\\\'\'sql\\:...\'\\\'\'").]:STR: \' \\\n'
        "                '--pin-source=[prompt, env\\:NAME, file\\:PATH, fd\\:N, cmd\\:COMMAND or protected-path; none\\: no PIN.]:SRC:_ckr_pin_sources_or_files' \\\n"
        "                '--risk-pin[Log in even if that may use up a PIN try.]' \\\n"
        "                '--profile=[Built-in sequences to run\\: health (default), conformance or all.]:NAME:_ckr_profiles' \\\n"
        "                '*--sequence=[A built-in sequence or a sequence file; may be repeated.]:NAME|FILE:_ckr_sequences_or_files' \\\n"
        "                '--timeout=[Seconds per call (default 30; logins and key generation 120).]:S: ' \\\n"
        "                '--max-time=[Seconds for the whole run.]:S: ' \\\n"
        "                '--keep-going[Go on after loading or C_Initialize crashed, exited or hung.]' \\\n"
        "                '--bench=[Also measure operations per second, each operation for S seconds.]:S: ' \\\n"
        "                '--warn-ms=[Warn if even the fastest signature or digest takes longer (default 2000).]:MS: ' \\\n"
        "                '--warn-days=[Warn of certificates in use that end within D days (default 30).]:D: ' \\\n"
        "                '*--ignore=[Accept a finding\\: it becomes information; may be repeated.]:ID\\[=PATTERN\\]: ' \\\n"
        "                '--fail-on=[The least severe finding that makes the exit status 1 (default\\: warning).]:error|warning:(error warning)' \\\n"
        "                '--spec=[Edition of the standard (default\\: the configuration'\\''s, else 3.2).]:2.40|3.0|3.1|3.2:(2.40 3.0 3.1 3.2)' \\\n"
        "                '--dry-run[Show every call in order, and load nothing.]' \\\n"
        "                '--list-sequences[List the built-in sequences.]' \\\n"
        "                '--show-sequence=[Print a built-in sequence, to copy and edit.]:NAME:_ckr_builtins' \\\n"
        "                '--rw[Make session objects in read-write sessions.]' \\\n"
        "                '--allow-writes[Let a sequence file change the token'\\''s objects.]' \\\n"
        "                '--destroy[Let a sequence file destroy what it did not make.]' \\\n"
        "                '(--verbose -v)--verbose[Show every call and all advice.]' \\\n"
        "                '(--verbose -v)-v[Show every call and all advice.]' \\\n"
        "                '(--quiet -q)--quiet[Show the verdict alone, on one line.]' \\\n"
        "                '(--quiet -q)-q[Show the verdict alone, on one line.]' \\\n"
        "                '--anonymize[Hash labels, serial numbers, host and paths.]' \\\n"
        "                '--json[The report as one JSON object.]' \\\n"
        "                '--markdown[Markdown, for a ticket.]' \\\n"
        "                '--junit[JUnit XML for CI\\: one suite per sequence, one case per call.]' \\\n"
        "                '--nagios[Output and exit status (0 to 3) of a monitoring plugin.]' \\\n"
        "                '--prometheus[Metrics for a textfile collector of Prometheus.]' \\\n"
        "                '--html[One self-contained HTML page.]' \\\n"
        "                '(--output -o)--output=[Write the report to FILE, whole or not at all.]:FILE:_files' \\\n"
        "                '(--output -o)-o+[Write the report to FILE, whole or not at all.]:FILE:_files' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '*:\\[MODULE\\] \\[URI\\]:_ckr_modules'\n"
        '            ;;\n'
        '        report)\n'
        '            _arguments -S \\\n'
        "                '--markdown[Markdown, for a ticket.]' \\\n"
        "                '--junit[JUnit XML for CI\\: one suite per sequence, one case per call.]' \\\n"
        "                '--nagios[Output and exit status (0 to 3) of a monitoring plugin.]' \\\n"
        "                '--prometheus[Metrics for a textfile collector of Prometheus.]' \\\n"
        "                '--html[One self-contained HTML page.]' \\\n"
        "                '(--output -o)--output=[Write there, whole or not at all.]:FILE:_files' \\\n"
        "                '(--output -o)-o+[Write there, whole or not at all.]:FILE:_files' \\\n"
        "                '(--verbose -v)--verbose[Show every call and all advice.]' \\\n"
        "                '(--verbose -v)-v[Show every call and all advice.]' \\\n"
        "                '(--quiet -q)--quiet[Show the verdict alone, on one line.]' \\\n"
        "                '(--quiet -q)-q[Show the verdict alone, on one line.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '1:FILE:_files'\n"
        '            ;;\n'
        '        diff)\n'
        '            _arguments -S \\\n'
        "                '--markdown[A table for a ticket.]' \\\n"
        "                '--json[One JSON object a line.]' \\\n"
        "                '(--full -v)--full[Every change, those that follow from another too.]' \\\n"
        "                '(--full -v)-v[Every change, those that follow from another too.]' \\\n"
        "                '(--quiet -q)--quiet[One line\\: how much got worse and better.]' \\\n"
        "                '(--quiet -q)-q[One line\\: how much got worse and better.]' \\\n"
        "                '*--pair=[Compare token A with token B (label or serial number); repeatable.]:A=B: ' \\\n"
        "                '(--output -o)--output=[Write there, whole or not at all.]:FILE:_files' \\\n"
        "                '(--output -o)-o+[Write there, whole or not at all.]:FILE:_files' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '1:A.json:_files' \\\n"
        "                '2:B.json:_files'\n"
        '            ;;\n'
        '        annotate)\n'
        '            _arguments -S \\\n'
        "                '--inline[\\[CKR_NAME\\] after each bare number, no notes.]' \\\n"
        "                '--only[Drop the lines without a return code.]' \\\n"
        "                '(--context -C)--context=[Only those, and N lines around each.]:N: ' \\\n"
        "                '(--context -C)-C+[Only those, and N lines around each.]:N: ' \\\n"
        "                '--json[A JSON object for each line with return codes.]' \\\n"
        "                '--all[With --json\\: an object for every line.]' \\\n"
        "                '--ok[Annotate successes (CKR_OK) too.]' \\\n"
        "                '--redact[Write * for each character of a PIN in traces (always with --json).]' \\\n"
        "                '--color=[As everywhere; this output has no colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '*:\\[FILE\\]...:_files'\n"
        '            ;;\n'
        '        scan)\n'
        '            _arguments -S \\\n'
        "                '--json[One JSON object a line.]' \\\n"
        "                '--merge[The files are summaries (--json) of parts, in order\\: add them up.]' \\\n"
        "                '--ok[List successes (CKR_OK) too.]' \\\n"
        "                '--anonymize[Hash labels, serials, hosts and paths in excerpts.]' \\\n"
        "                '(--quiet -q)--quiet[One line\\: how many failures, and the first.]' \\\n"
        "                '(--quiet -q)-q[One line\\: how many failures, and the first.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '*:\\[FILE\\]...:_files'\n"
        '            ;;\n'
        '        why)\n'
        '            _arguments -S \\\n'
        "                '--json[One JSON object a line.]' \\\n"
        "                '--html[One self-contained HTML page.]' \\\n"
        "                '--all[Show returns that are part of normal life too.]' \\\n"
        "                '(--verbose -v)--verbose[Everything\\: all evidence, and what it means.]' \\\n"
        "                '(--verbose -v)-v[Everything\\: all evidence, and what it means.]' \\\n"
        "                '(--quiet -q)--quiet[One line.]' \\\n"
        "                '(--quiet -q)-q[One line.]' \\\n"
        "                '--color=[When to use colours.]:auto|always|never:(auto always never)' \\\n"
        "                '--help[Show this message and exit.]' \\\n"
        "                '*:\\[FILE\\]...:_files'\n"
        '            ;;\n'
        '        completion)\n'
        '            _arguments -S \\\n'
        "                '--help[Show this message and exit.]' \\\n"
        "                '1:SHELL:(bash zsh fish)'\n"
        '            ;;\n'
        '    esac\n'
        '}\n'
        '\n'
        'if [[ $funcstack[1] == _ckr ]]; then\n'
        '    _ckr "$@"\n'
        'else\n'
        '    compdef _ckr ckr\n'
        'fi\n'
    ),
    'fish': (
        '# fish completion for ckr\n'
        '#\n'
        '# Compiled by `python -m ckrtool._generate` from the command tree and the tables; never edited by hand.\n'
        '# Everything is in this file: no program is started to answer Tab.\n'
        '\n'
        'function __ckr_codes\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'CKR_OK' 'The call succeeded; lengths and counts still say what it delivered' \\\n"
        "        'CKR_CANCEL' 'A callback\\'s answer that asks the module to abort; no C_ function returns it' \\\n"
        "        'CKR_HOST_MEMORY' 'No memory in this computer, or a shared-memory or backend fault behind it' \\\n"
        "        'CKR_SLOT_ID_INVALID' 'No slot with this ID here now: wrong number, or slots were renumbered' \\\n"
        "        'CKR_GENERAL_ERROR' 'Catch-all failure with no cause given; the module\\'s own log has the reason' \\\n"
        "        'CKR_FUNCTION_FAILED' 'This call failed for a reason the module does not name; read its own log' \\\n"
        "        'CKR_ARGUMENTS_BAD' 'An argument was refused: NULL pointer, bad length, flag or missing setting' \\\n"
        "        'CKR_NO_EVENT' 'No slot event is waiting: the normal answer to a poll' \\\n"
        "        'CKR_NEED_TO_CREATE_THREADS' 'The module needs threads of its own and the program forbade them' \\\n"
        "        'CKR_CANT_LOCK' 'The module cannot provide the kind of locking the program asked for' \\\n"
        "        'CKR_ATTRIBUTE_READ_ONLY' 'An attribute in the template cannot be set or changed by this call' \\\n"
        "        'CKR_ATTRIBUTE_SENSITIVE' 'The value is secret by design and is not shown; the key still works' \\\n"
        "        'CKR_ATTRIBUTE_TYPE_INVALID' 'The object has no such attribute, or the module does not know it' \\\n"
        "        'CKR_ATTRIBUTE_VALUE_INVALID' 'An attribute has a value or length that the module does not accept' \\\n"
        "        'CKR_ACTION_PROHIBITED' 'The object or token policy forbids this action; trying again changes nothing' \\\n"
        "        'CKR_DATA_INVALID' 'The input data is not in the form this mechanism needs' \\\n"
        "        'CKR_DATA_LEN_RANGE' 'The input is too long, too short or not a whole number of blocks' \\\n"
        "        'CKR_DEVICE_ERROR' 'The token, or the path to it, failed; what it had done so far is uncertain' \\\n"
        "        'CKR_DEVICE_MEMORY' 'The token has no room for this object, session or operation' \\\n"
        "        'CKR_DEVICE_REMOVED' 'The token was pulled, reset or lost its connection; its sessions are gone' \\\n"
        "        'CKR_ENCRYPTED_DATA_INVALID' 'The ciphertext does not decrypt: wrong key, mechanism, padding or damage' \\\n"
        "        'CKR_ENCRYPTED_DATA_LEN_RANGE' 'The ciphertext has a length that this key and mechanism cannot produce' \\\n"
        "        'CKR_AEAD_DECRYPT_FAILED' 'Authentication tag did not match; no plaintext may be used' \\\n"
        "        'CKR_FUNCTION_CANCELED' 'The call was called off, often by a person, a time limit or the module' \\\n"
        "        'CKR_FUNCTION_NOT_PARALLEL' 'The normal answer of the two legacy functions for parallel sessions' \\\n"
        "        'CKR_FUNCTION_NOT_SUPPORTED' 'The module does not implement this function, or not on this token' \\\n"
        "        'CKR_KEY_HANDLE_INVALID' 'The key handle means nothing here now; look the key up again' \\\n"
        "        'CKR_KEY_SIZE_RANGE' 'The key size is outside what the token or its policy allows for this mechanism' \\\n"
        "        'CKR_KEY_TYPE_INCONSISTENT' 'The key\\'s class or type does not fit the mechanism' \\\n"
        "        'CKR_KEY_NOT_NEEDED' 'A key was handed over that this operation does not use' \\\n"
        "        'CKR_KEY_CHANGED' 'The key given is not the one the saved operation state was made with' \\\n"
        "        'CKR_KEY_NEEDED' 'The saved state can be restored only if its key is handed over too' \\\n"
        "        'CKR_KEY_INDIGESTIBLE' 'This key\\'s value cannot be fed into a digest' \\\n"
        "        'CKR_KEY_FUNCTION_NOT_PERMITTED' 'The key\\'s attributes or the token policy do not allow this use' \\\n"
        "        'CKR_KEY_NOT_WRAPPABLE' 'This key, or this pair of keys, may not be wrapped that way' \\\n"
        "        'CKR_KEY_UNEXTRACTABLE' 'The key may not leave the token, not even wrapped (CKA_EXTRACTABLE is false)' \\\n"
        "        'CKR_MECHANISM_INVALID' 'The token does not offer this mechanism for this function' \\\n"
        "        'CKR_MECHANISM_PARAM_INVALID' 'The mechanism is known, but its parameter (IV, hash, salt, point) is refused' \\\n"
        "        'CKR_OBJECT_HANDLE_INVALID' 'The object number no longer stands for an object; find the object again' \\\n"
        "        'CKR_OPERATION_ACTIVE' 'An earlier operation in this session was started and never ended' \\\n"
        "        'CKR_OPERATION_NOT_INITIALIZED' 'No operation of this kind is active here: not started, or already over' \\\n"
        "        'CKR_PIN_INCORRECT' 'The PIN or other credential was refused; a try is probably used up' \\\n"
        "        'CKR_PIN_INVALID' 'The new PIN has characters, or a format, that the token does not accept' \\\n"
        "        'CKR_PIN_LEN_RANGE' 'The PIN is shorter or longer than the token accepts' \\\n"
        "        'CKR_PIN_EXPIRED' 'The PIN is right but must be changed before it can be used' \\\n"
        "        'CKR_PIN_LOCKED' 'Too many wrong tries: this PIN is blocked, even the right one is refused now' \\\n"
        "        'CKR_SESSION_CLOSED' 'The session ended while the call was running' \\\n"
        "        'CKR_SESSION_COUNT' 'No more sessions: the token\\'s limit is reached, often by leaked sessions' \\\n"
        "        'CKR_SESSION_HANDLE_INVALID' 'The session is gone or never was one in this process; open a new one' \\\n"
        "        'CKR_SESSION_PARALLEL_NOT_SUPPORTED' 'C_OpenSession was called without CKF_SERIAL_SESSION' \\\n"
        "        'CKR_SESSION_READ_ONLY' 'The call changes the token, but the session was opened read-only' \\\n"
        "        'CKR_SESSION_EXISTS' 'The token is in use, so C_InitToken refuses to wipe it' \\\n"
        "        'CKR_SESSION_READ_ONLY_EXISTS' 'The SO cannot log in while this program has a read-only session open' \\\n"
        "        'CKR_SESSION_READ_WRITE_SO_EXISTS' 'No read-only session while the SO is logged in; log the SO out first' \\\n"
        "        'CKR_SIGNATURE_INVALID' 'The check ran and failed: the signature or MAC does not match data and key' \\\n"
        "        'CKR_SIGNATURE_LEN_RANGE' 'The signature or MAC has a length that this key and mechanism cannot produce' \\\n"
        "        'CKR_TEMPLATE_INCOMPLETE' 'An attribute that this object needs is missing from the template' \\\n"
        "        'CKR_TEMPLATE_INCONSISTENT' 'Attributes of the template contradict each other, the mechanism or the token' \\\n"
        "        'CKR_TOKEN_NOT_PRESENT' 'There is no token in this slot, or the library cannot reach it' \\\n"
        "        'CKR_TOKEN_NOT_RECOGNIZED' 'Something is in the slot, but this library does not know how to use it' \\\n"
        "        'CKR_TOKEN_WRITE_PROTECTED' 'The token as a whole refuses changes, whatever the session allows' \\\n"
        "        'CKR_UNWRAPPING_KEY_HANDLE_INVALID' 'The handle of the unwrapping key is stale, wrong or not visible here' \\\n"
        "        'CKR_UNWRAPPING_KEY_SIZE_RANGE' 'The unwrapping key is too short or too long for the token or its policy' \\\n"
        "        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT' 'The unwrapping key is of the wrong kind for the chosen mechanism' \\\n"
        "        'CKR_USER_ALREADY_LOGGED_IN' 'This program is logged in already; the PIN was not checked' \\\n"
        "        'CKR_USER_NOT_LOGGED_IN' 'The call needs a login, and there is none or it has been lost' \\\n"
        "        'CKR_USER_PIN_NOT_INITIALIZED' 'The normal user has no PIN yet; the SO must set one' \\\n"
        "        'CKR_USER_TYPE_INVALID' 'The token does not take this kind of user here (SO, USER, CONTEXT_SPECIFIC)' \\\n"
        "        'CKR_USER_ANOTHER_ALREADY_LOGGED_IN' 'Another kind of user (SO or USER) is logged in; log that one out first' \\\n"
        "        'CKR_USER_TOO_MANY_TYPES' 'The token cannot have one more distinct user logged in at the same time' \\\n"
        "        'CKR_WRAPPED_KEY_INVALID' 'The wrapped key blob does not unwrap to a key of the type asked for' \\\n"
        "        'CKR_WRAPPED_KEY_LEN_RANGE' 'The wrapped key blob has a length this mechanism or key type cannot have' \\\n"
        "        'CKR_WRAPPING_KEY_HANDLE_INVALID' 'The handle given for the wrapping key does not denote a usable key' \\\n"
        "        'CKR_WRAPPING_KEY_SIZE_RANGE' 'The wrapping key is too short or too long for this wrap on this token' \\\n"
        "        'CKR_WRAPPING_KEY_TYPE_INCONSISTENT' 'The wrapping key\\'s class or type does not fit the wrapping mechanism' \\\n"
        "        'CKR_RANDOM_SEED_NOT_SUPPORTED' 'The token\\'s generator takes no seed; harmless, random numbers still work' \\\n"
        "        'CKR_RANDOM_NO_RNG' 'This token has no random number generator' \\\n"
        "        'CKR_DOMAIN_PARAMS_INVALID' 'Curve or DH/DSA parameters malformed, or in a form the token does not take' \\\n"
        "        'CKR_CURVE_NOT_SUPPORTED' 'The token does not support this elliptic curve' \\\n"
        "        'CKR_BUFFER_TOO_SMALL' 'Output buffer too small; required size returned, operation still active' \\\n"
        "        'CKR_SAVED_STATE_INVALID' 'The saved operation state cannot be restored into this session' \\\n"
        "        'CKR_INFORMATION_SENSITIVE' 'The token will not reveal this piece of information' \\\n"
        "        'CKR_STATE_UNSAVEABLE' 'The running operation cannot be saved for later' \\\n"
        "        'CKR_CRYPTOKI_NOT_INITIALIZED' 'No C_Initialize in this process (a forked child needs its own), or finalised' \\\n"
        "        'CKR_CRYPTOKI_ALREADY_INITIALIZED' 'Library already initialised in this process; carry on and use it' \\\n"
        "        'CKR_MUTEX_BAD' 'A mutex callback was handed something that is not a live mutex' \\\n"
        "        'CKR_MUTEX_NOT_LOCKED' 'An unlock callback was asked to unlock a mutex that is not locked' \\\n"
        "        'CKR_NEW_PIN_MODE' 'One-time-password token wants a new PIN before it accepts any OTP' \\\n"
        "        'CKR_NEXT_OTP' 'OTP plausible but out of step; the verifier wants the next code as proof' \\\n"
        "        'CKR_EXCEEDED_MAX_ITERATIONS' 'The random search for suitable numbers gave up; a few repeats may succeed' \\\n"
        "        'CKR_FIPS_SELF_TEST_FAILED' 'Module failed a FIPS self-test; nothing it does may be trusted until cured' \\\n"
        "        'CKR_LIBRARY_LOAD_FAILED' 'The module could not load another library it depends on' \\\n"
        "        'CKR_PIN_TOO_WEAK' 'The new PIN breaks the token\\'s strength policy; the old PIN is still valid' \\\n"
        "        'CKR_PUBLIC_KEY_INVALID' 'The public key failed validation (off the curve, bad modulus or encoding)' \\\n"
        "        'CKR_FUNCTION_REJECTED' 'Refused by the user or by the token\\'s permissions for this identity or key' \\\n"
        "        'CKR_TOKEN_RESOURCE_EXCEEDED' 'Token ran out of working memory for this operation (large or busy)' \\\n"
        "        'CKR_OPERATION_CANCEL_FAILED' 'The running operation could not be cancelled and is still active' \\\n"
        "        'CKR_KEY_EXHAUSTED' 'The key has used up all signatures or operations it may ever make' \\\n"
        "        'CKR_PENDING' 'Started and still running; poll C_AsyncComplete, do not call again' \\\n"
        "        'CKR_SESSION_ASYNC_NOT_SUPPORTED' 'The token cannot open asynchronous sessions' \\\n"
        "        'CKR_SEED_RANDOM_REQUIRED' 'The generator must be seeded with C_SeedRandom before it gives numbers' \\\n"
        "        'CKR_OPERATION_NOT_VALIDATED' 'Request falls outside the token\\'s validated (FIPS-like) mode of operation' \\\n"
        "        'CKR_TOKEN_NOT_INITIALIZED' 'The token in this slot is blank; the SO has never initialised it' \\\n"
        "        'CKR_PARAMETER_SET_NOT_SUPPORTED' 'The token lacks this post-quantum or hash-based parameter set' \\\n"
        "        'CKR_VENDOR_DEFINED' 'Start of the vendor range; 0x80000000 and up mean what that vendor says' \\\n"
        "        'CKR_FLAGS_INVALID' 'only in older headers of the standard' \\\n"
        "        'CKR_FUNCTION_PARALLEL' 'only in older headers of the standard' \\\n"
        "        'CKR_KEY_SENSITIVE' 'only in older headers of the standard' \\\n"
        "        'CKR_OBJECT_CLASS_INCONSISTENT' 'only in older headers of the standard' \\\n"
        "        'CKR_OBJECT_CLASS_INVALID' 'only in older headers of the standard' \\\n"
        "        'CKR_SESSION_EXCLUSIVE_EXISTS' 'only in older headers of the standard' \\\n"
        "        'CKR_INSERTION_CALLBACK_NOT_SUPPORTED' 'only in older headers of the standard'\n"
        'end\n'
        '\n'
        'function __ckr_functions\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'C_Initialize' 'General-purpose functions' \\\n"
        "        'C_Finalize' 'General-purpose functions' \\\n"
        "        'C_GetInfo' 'General-purpose functions' \\\n"
        "        'C_GetFunctionList' 'General-purpose functions' \\\n"
        "        'C_GetSlotList' 'Slot and token management functions' \\\n"
        "        'C_GetSlotInfo' 'Slot and token management functions' \\\n"
        "        'C_GetTokenInfo' 'Slot and token management functions' \\\n"
        "        'C_GetMechanismList' 'Slot and token management functions' \\\n"
        "        'C_GetMechanismInfo' 'Slot and token management functions' \\\n"
        "        'C_InitToken' 'Slot and token management functions' \\\n"
        "        'C_InitPIN' 'Slot and token management functions' \\\n"
        "        'C_SetPIN' 'Slot and token management functions' \\\n"
        "        'C_OpenSession' 'Session management functions' \\\n"
        "        'C_CloseSession' 'Session management functions' \\\n"
        "        'C_CloseAllSessions' 'Session management functions' \\\n"
        "        'C_GetSessionInfo' 'Session management functions' \\\n"
        "        'C_GetOperationState' 'Session management functions' \\\n"
        "        'C_SetOperationState' 'Session management functions' \\\n"
        "        'C_Login' 'Session management functions' \\\n"
        "        'C_Logout' 'Session management functions' \\\n"
        "        'C_CreateObject' 'Object management functions' \\\n"
        "        'C_CopyObject' 'Object management functions' \\\n"
        "        'C_DestroyObject' 'Object management functions' \\\n"
        "        'C_GetObjectSize' 'Object management functions' \\\n"
        "        'C_GetAttributeValue' 'Object management functions' \\\n"
        "        'C_SetAttributeValue' 'Object management functions' \\\n"
        "        'C_FindObjectsInit' 'Object management functions' \\\n"
        "        'C_FindObjects' 'Object management functions' \\\n"
        "        'C_FindObjectsFinal' 'Object management functions' \\\n"
        "        'C_EncryptInit' 'Encryption functions' \\\n"
        "        'C_Encrypt' 'Encryption functions' \\\n"
        "        'C_EncryptUpdate' 'Encryption functions' \\\n"
        "        'C_EncryptFinal' 'Encryption functions' \\\n"
        "        'C_DecryptInit' 'Decryption functions' \\\n"
        "        'C_Decrypt' 'Decryption functions' \\\n"
        "        'C_DecryptUpdate' 'Decryption functions' \\\n"
        "        'C_DecryptFinal' 'Decryption functions' \\\n"
        "        'C_DigestInit' 'Message digesting functions' \\\n"
        "        'C_Digest' 'Message digesting functions' \\\n"
        "        'C_DigestUpdate' 'Message digesting functions' \\\n"
        "        'C_DigestKey' 'Message digesting functions' \\\n"
        "        'C_DigestFinal' 'Message digesting functions' \\\n"
        "        'C_SignInit' 'Signing and MACing functions' \\\n"
        "        'C_Sign' 'Signing and MACing functions' \\\n"
        "        'C_SignUpdate' 'Signing and MACing functions' \\\n"
        "        'C_SignFinal' 'Signing and MACing functions' \\\n"
        "        'C_SignRecoverInit' 'Signing and MACing functions' \\\n"
        "        'C_SignRecover' 'Signing and MACing functions' \\\n"
        "        'C_VerifyInit' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_Verify' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyUpdate' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyFinal' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyRecoverInit' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyRecover' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_DigestEncryptUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_DecryptDigestUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_SignEncryptUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_DecryptVerifyUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_GenerateKey' 'Key management functions' \\\n"
        "        'C_GenerateKeyPair' 'Key management functions' \\\n"
        "        'C_WrapKey' 'Key management functions' \\\n"
        "        'C_UnwrapKey' 'Key management functions' \\\n"
        "        'C_DeriveKey' 'Key management functions' \\\n"
        "        'C_SeedRandom' 'Random number generation functions' \\\n"
        "        'C_GenerateRandom' 'Random number generation functions' \\\n"
        "        'C_GetFunctionStatus' 'Parallel function management functions' \\\n"
        "        'C_CancelFunction' 'Parallel function management functions' \\\n"
        "        'C_WaitForSlotEvent' 'Slot and token management functions' \\\n"
        "        'C_GetInterfaceList' 'General-purpose functions' \\\n"
        "        'C_GetInterface' 'General-purpose functions' \\\n"
        "        'C_LoginUser' 'Session management functions' \\\n"
        "        'C_SessionCancel' 'Session management functions' \\\n"
        "        'C_MessageEncryptInit' 'Message-based encryption functions' \\\n"
        "        'C_EncryptMessage' 'Message-based encryption functions' \\\n"
        "        'C_EncryptMessageBegin' 'Message-based encryption functions' \\\n"
        "        'C_EncryptMessageNext' 'Message-based encryption functions' \\\n"
        "        'C_MessageEncryptFinal' 'Message-based encryption functions' \\\n"
        "        'C_MessageDecryptInit' 'Message-based decryption functions' \\\n"
        "        'C_DecryptMessage' 'Message-based decryption functions' \\\n"
        "        'C_DecryptMessageBegin' 'Message-based decryption functions' \\\n"
        "        'C_DecryptMessageNext' 'Message-based decryption functions' \\\n"
        "        'C_MessageDecryptFinal' 'Message-based decryption functions' \\\n"
        "        'C_MessageSignInit' 'Message-based signing and MACing functions' \\\n"
        "        'C_SignMessage' 'Message-based signing and MACing functions' \\\n"
        "        'C_SignMessageBegin' 'Message-based signing and MACing functions' \\\n"
        "        'C_SignMessageNext' 'Message-based signing and MACing functions' \\\n"
        "        'C_MessageSignFinal' 'Message-based signing and MACing functions' \\\n"
        "        'C_MessageVerifyInit' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyMessage' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyMessageBegin' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyMessageNext' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_MessageVerifyFinal' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_EncapsulateKey' 'Key management functions' \\\n"
        "        'C_DecapsulateKey' 'Key management functions' \\\n"
        "        'C_VerifySignatureInit' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifySignature' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifySignatureUpdate' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifySignatureFinal' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_GetSessionValidationFlags' 'Session management functions' \\\n"
        "        'C_AsyncComplete' 'Asynchronous function management functions' \\\n"
        "        'C_AsyncGetID' 'Asynchronous function management functions' \\\n"
        "        'C_AsyncJoin' 'Asynchronous function management functions' \\\n"
        "        'C_WrapKeyAuthenticated' 'Key management functions' \\\n"
        "        'C_UnwrapKeyAuthenticated' 'Key management functions'\n"
        'end\n'
        '\n'
        'function __ckr_names\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'C_Initialize' 'General-purpose functions' \\\n"
        "        'C_Finalize' 'General-purpose functions' \\\n"
        "        'C_GetInfo' 'General-purpose functions' \\\n"
        "        'C_GetFunctionList' 'General-purpose functions' \\\n"
        "        'C_GetSlotList' 'Slot and token management functions' \\\n"
        "        'C_GetSlotInfo' 'Slot and token management functions' \\\n"
        "        'C_GetTokenInfo' 'Slot and token management functions' \\\n"
        "        'C_GetMechanismList' 'Slot and token management functions' \\\n"
        "        'C_GetMechanismInfo' 'Slot and token management functions' \\\n"
        "        'C_InitToken' 'Slot and token management functions' \\\n"
        "        'C_InitPIN' 'Slot and token management functions' \\\n"
        "        'C_SetPIN' 'Slot and token management functions' \\\n"
        "        'C_OpenSession' 'Session management functions' \\\n"
        "        'C_CloseSession' 'Session management functions' \\\n"
        "        'C_CloseAllSessions' 'Session management functions' \\\n"
        "        'C_GetSessionInfo' 'Session management functions' \\\n"
        "        'C_GetOperationState' 'Session management functions' \\\n"
        "        'C_SetOperationState' 'Session management functions' \\\n"
        "        'C_Login' 'Session management functions' \\\n"
        "        'C_Logout' 'Session management functions' \\\n"
        "        'C_CreateObject' 'Object management functions' \\\n"
        "        'C_CopyObject' 'Object management functions' \\\n"
        "        'C_DestroyObject' 'Object management functions' \\\n"
        "        'C_GetObjectSize' 'Object management functions' \\\n"
        "        'C_GetAttributeValue' 'Object management functions' \\\n"
        "        'C_SetAttributeValue' 'Object management functions' \\\n"
        "        'C_FindObjectsInit' 'Object management functions' \\\n"
        "        'C_FindObjects' 'Object management functions' \\\n"
        "        'C_FindObjectsFinal' 'Object management functions' \\\n"
        "        'C_EncryptInit' 'Encryption functions' \\\n"
        "        'C_Encrypt' 'Encryption functions' \\\n"
        "        'C_EncryptUpdate' 'Encryption functions' \\\n"
        "        'C_EncryptFinal' 'Encryption functions' \\\n"
        "        'C_DecryptInit' 'Decryption functions' \\\n"
        "        'C_Decrypt' 'Decryption functions' \\\n"
        "        'C_DecryptUpdate' 'Decryption functions' \\\n"
        "        'C_DecryptFinal' 'Decryption functions' \\\n"
        "        'C_DigestInit' 'Message digesting functions' \\\n"
        "        'C_Digest' 'Message digesting functions' \\\n"
        "        'C_DigestUpdate' 'Message digesting functions' \\\n"
        "        'C_DigestKey' 'Message digesting functions' \\\n"
        "        'C_DigestFinal' 'Message digesting functions' \\\n"
        "        'C_SignInit' 'Signing and MACing functions' \\\n"
        "        'C_Sign' 'Signing and MACing functions' \\\n"
        "        'C_SignUpdate' 'Signing and MACing functions' \\\n"
        "        'C_SignFinal' 'Signing and MACing functions' \\\n"
        "        'C_SignRecoverInit' 'Signing and MACing functions' \\\n"
        "        'C_SignRecover' 'Signing and MACing functions' \\\n"
        "        'C_VerifyInit' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_Verify' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyUpdate' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyFinal' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyRecoverInit' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyRecover' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_DigestEncryptUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_DecryptDigestUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_SignEncryptUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_DecryptVerifyUpdate' 'Dual-function cryptographic functions' \\\n"
        "        'C_GenerateKey' 'Key management functions' \\\n"
        "        'C_GenerateKeyPair' 'Key management functions' \\\n"
        "        'C_WrapKey' 'Key management functions' \\\n"
        "        'C_UnwrapKey' 'Key management functions' \\\n"
        "        'C_DeriveKey' 'Key management functions' \\\n"
        "        'C_SeedRandom' 'Random number generation functions' \\\n"
        "        'C_GenerateRandom' 'Random number generation functions' \\\n"
        "        'C_GetFunctionStatus' 'Parallel function management functions' \\\n"
        "        'C_CancelFunction' 'Parallel function management functions' \\\n"
        "        'C_WaitForSlotEvent' 'Slot and token management functions' \\\n"
        "        'C_GetInterfaceList' 'General-purpose functions' \\\n"
        "        'C_GetInterface' 'General-purpose functions' \\\n"
        "        'C_LoginUser' 'Session management functions' \\\n"
        "        'C_SessionCancel' 'Session management functions' \\\n"
        "        'C_MessageEncryptInit' 'Message-based encryption functions' \\\n"
        "        'C_EncryptMessage' 'Message-based encryption functions' \\\n"
        "        'C_EncryptMessageBegin' 'Message-based encryption functions' \\\n"
        "        'C_EncryptMessageNext' 'Message-based encryption functions' \\\n"
        "        'C_MessageEncryptFinal' 'Message-based encryption functions' \\\n"
        "        'C_MessageDecryptInit' 'Message-based decryption functions' \\\n"
        "        'C_DecryptMessage' 'Message-based decryption functions' \\\n"
        "        'C_DecryptMessageBegin' 'Message-based decryption functions' \\\n"
        "        'C_DecryptMessageNext' 'Message-based decryption functions' \\\n"
        "        'C_MessageDecryptFinal' 'Message-based decryption functions' \\\n"
        "        'C_MessageSignInit' 'Message-based signing and MACing functions' \\\n"
        "        'C_SignMessage' 'Message-based signing and MACing functions' \\\n"
        "        'C_SignMessageBegin' 'Message-based signing and MACing functions' \\\n"
        "        'C_SignMessageNext' 'Message-based signing and MACing functions' \\\n"
        "        'C_MessageSignFinal' 'Message-based signing and MACing functions' \\\n"
        "        'C_MessageVerifyInit' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyMessage' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyMessageBegin' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_VerifyMessageNext' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_MessageVerifyFinal' 'Message-based functions for verifying signatures and MACs' \\\n"
        "        'C_EncapsulateKey' 'Key management functions' \\\n"
        "        'C_DecapsulateKey' 'Key management functions' \\\n"
        "        'C_VerifySignatureInit' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifySignature' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifySignatureUpdate' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_VerifySignatureFinal' 'Functions for verifying signatures and MACs' \\\n"
        "        'C_GetSessionValidationFlags' 'Session management functions' \\\n"
        "        'C_AsyncComplete' 'Asynchronous function management functions' \\\n"
        "        'C_AsyncGetID' 'Asynchronous function management functions' \\\n"
        "        'C_AsyncJoin' 'Asynchronous function management functions' \\\n"
        "        'C_WrapKeyAuthenticated' 'Key management functions' \\\n"
        "        'C_UnwrapKeyAuthenticated' 'Key management functions' \\\n"
        "        'CKR_OK' 'The call succeeded; lengths and counts still say what it delivered' \\\n"
        "        'CKR_CANCEL' 'A callback\\'s answer that asks the module to abort; no C_ function returns it' \\\n"
        "        'CKR_HOST_MEMORY' 'No memory in this computer, or a shared-memory or backend fault behind it' \\\n"
        "        'CKR_SLOT_ID_INVALID' 'No slot with this ID here now: wrong number, or slots were renumbered' \\\n"
        "        'CKR_GENERAL_ERROR' 'Catch-all failure with no cause given; the module\\'s own log has the reason' \\\n"
        "        'CKR_FUNCTION_FAILED' 'This call failed for a reason the module does not name; read its own log' \\\n"
        "        'CKR_ARGUMENTS_BAD' 'An argument was refused: NULL pointer, bad length, flag or missing setting' \\\n"
        "        'CKR_NO_EVENT' 'No slot event is waiting: the normal answer to a poll' \\\n"
        "        'CKR_NEED_TO_CREATE_THREADS' 'The module needs threads of its own and the program forbade them' \\\n"
        "        'CKR_CANT_LOCK' 'The module cannot provide the kind of locking the program asked for' \\\n"
        "        'CKR_ATTRIBUTE_READ_ONLY' 'An attribute in the template cannot be set or changed by this call' \\\n"
        "        'CKR_ATTRIBUTE_SENSITIVE' 'The value is secret by design and is not shown; the key still works' \\\n"
        "        'CKR_ATTRIBUTE_TYPE_INVALID' 'The object has no such attribute, or the module does not know it' \\\n"
        "        'CKR_ATTRIBUTE_VALUE_INVALID' 'An attribute has a value or length that the module does not accept' \\\n"
        "        'CKR_ACTION_PROHIBITED' 'The object or token policy forbids this action; trying again changes nothing' \\\n"
        "        'CKR_DATA_INVALID' 'The input data is not in the form this mechanism needs' \\\n"
        "        'CKR_DATA_LEN_RANGE' 'The input is too long, too short or not a whole number of blocks' \\\n"
        "        'CKR_DEVICE_ERROR' 'The token, or the path to it, failed; what it had done so far is uncertain' \\\n"
        "        'CKR_DEVICE_MEMORY' 'The token has no room for this object, session or operation' \\\n"
        "        'CKR_DEVICE_REMOVED' 'The token was pulled, reset or lost its connection; its sessions are gone' \\\n"
        "        'CKR_ENCRYPTED_DATA_INVALID' 'The ciphertext does not decrypt: wrong key, mechanism, padding or damage' \\\n"
        "        'CKR_ENCRYPTED_DATA_LEN_RANGE' 'The ciphertext has a length that this key and mechanism cannot produce' \\\n"
        "        'CKR_AEAD_DECRYPT_FAILED' 'Authentication tag did not match; no plaintext may be used' \\\n"
        "        'CKR_FUNCTION_CANCELED' 'The call was called off, often by a person, a time limit or the module' \\\n"
        "        'CKR_FUNCTION_NOT_PARALLEL' 'The normal answer of the two legacy functions for parallel sessions' \\\n"
        "        'CKR_FUNCTION_NOT_SUPPORTED' 'The module does not implement this function, or not on this token' \\\n"
        "        'CKR_KEY_HANDLE_INVALID' 'The key handle means nothing here now; look the key up again' \\\n"
        "        'CKR_KEY_SIZE_RANGE' 'The key size is outside what the token or its policy allows for this mechanism' \\\n"
        "        'CKR_KEY_TYPE_INCONSISTENT' 'The key\\'s class or type does not fit the mechanism' \\\n"
        "        'CKR_KEY_NOT_NEEDED' 'A key was handed over that this operation does not use' \\\n"
        "        'CKR_KEY_CHANGED' 'The key given is not the one the saved operation state was made with' \\\n"
        "        'CKR_KEY_NEEDED' 'The saved state can be restored only if its key is handed over too' \\\n"
        "        'CKR_KEY_INDIGESTIBLE' 'This key\\'s value cannot be fed into a digest' \\\n"
        "        'CKR_KEY_FUNCTION_NOT_PERMITTED' 'The key\\'s attributes or the token policy do not allow this use' \\\n"
        "        'CKR_KEY_NOT_WRAPPABLE' 'This key, or this pair of keys, may not be wrapped that way' \\\n"
        "        'CKR_KEY_UNEXTRACTABLE' 'The key may not leave the token, not even wrapped (CKA_EXTRACTABLE is false)' \\\n"
        "        'CKR_MECHANISM_INVALID' 'The token does not offer this mechanism for this function' \\\n"
        "        'CKR_MECHANISM_PARAM_INVALID' 'The mechanism is known, but its parameter (IV, hash, salt, point) is refused' \\\n"
        "        'CKR_OBJECT_HANDLE_INVALID' 'The object number no longer stands for an object; find the object again' \\\n"
        "        'CKR_OPERATION_ACTIVE' 'An earlier operation in this session was started and never ended' \\\n"
        "        'CKR_OPERATION_NOT_INITIALIZED' 'No operation of this kind is active here: not started, or already over' \\\n"
        "        'CKR_PIN_INCORRECT' 'The PIN or other credential was refused; a try is probably used up' \\\n"
        "        'CKR_PIN_INVALID' 'The new PIN has characters, or a format, that the token does not accept' \\\n"
        "        'CKR_PIN_LEN_RANGE' 'The PIN is shorter or longer than the token accepts' \\\n"
        "        'CKR_PIN_EXPIRED' 'The PIN is right but must be changed before it can be used' \\\n"
        "        'CKR_PIN_LOCKED' 'Too many wrong tries: this PIN is blocked, even the right one is refused now' \\\n"
        "        'CKR_SESSION_CLOSED' 'The session ended while the call was running' \\\n"
        "        'CKR_SESSION_COUNT' 'No more sessions: the token\\'s limit is reached, often by leaked sessions' \\\n"
        "        'CKR_SESSION_HANDLE_INVALID' 'The session is gone or never was one in this process; open a new one' \\\n"
        "        'CKR_SESSION_PARALLEL_NOT_SUPPORTED' 'C_OpenSession was called without CKF_SERIAL_SESSION' \\\n"
        "        'CKR_SESSION_READ_ONLY' 'The call changes the token, but the session was opened read-only' \\\n"
        "        'CKR_SESSION_EXISTS' 'The token is in use, so C_InitToken refuses to wipe it' \\\n"
        "        'CKR_SESSION_READ_ONLY_EXISTS' 'The SO cannot log in while this program has a read-only session open' \\\n"
        "        'CKR_SESSION_READ_WRITE_SO_EXISTS' 'No read-only session while the SO is logged in; log the SO out first' \\\n"
        "        'CKR_SIGNATURE_INVALID' 'The check ran and failed: the signature or MAC does not match data and key' \\\n"
        "        'CKR_SIGNATURE_LEN_RANGE' 'The signature or MAC has a length that this key and mechanism cannot produce' \\\n"
        "        'CKR_TEMPLATE_INCOMPLETE' 'An attribute that this object needs is missing from the template' \\\n"
        "        'CKR_TEMPLATE_INCONSISTENT' 'Attributes of the template contradict each other, the mechanism or the token' \\\n"
        "        'CKR_TOKEN_NOT_PRESENT' 'There is no token in this slot, or the library cannot reach it' \\\n"
        "        'CKR_TOKEN_NOT_RECOGNIZED' 'Something is in the slot, but this library does not know how to use it' \\\n"
        "        'CKR_TOKEN_WRITE_PROTECTED' 'The token as a whole refuses changes, whatever the session allows' \\\n"
        "        'CKR_UNWRAPPING_KEY_HANDLE_INVALID' 'The handle of the unwrapping key is stale, wrong or not visible here' \\\n"
        "        'CKR_UNWRAPPING_KEY_SIZE_RANGE' 'The unwrapping key is too short or too long for the token or its policy' \\\n"
        "        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT' 'The unwrapping key is of the wrong kind for the chosen mechanism' \\\n"
        "        'CKR_USER_ALREADY_LOGGED_IN' 'This program is logged in already; the PIN was not checked' \\\n"
        "        'CKR_USER_NOT_LOGGED_IN' 'The call needs a login, and there is none or it has been lost' \\\n"
        "        'CKR_USER_PIN_NOT_INITIALIZED' 'The normal user has no PIN yet; the SO must set one' \\\n"
        "        'CKR_USER_TYPE_INVALID' 'The token does not take this kind of user here (SO, USER, CONTEXT_SPECIFIC)' \\\n"
        "        'CKR_USER_ANOTHER_ALREADY_LOGGED_IN' 'Another kind of user (SO or USER) is logged in; log that one out first' \\\n"
        "        'CKR_USER_TOO_MANY_TYPES' 'The token cannot have one more distinct user logged in at the same time' \\\n"
        "        'CKR_WRAPPED_KEY_INVALID' 'The wrapped key blob does not unwrap to a key of the type asked for' \\\n"
        "        'CKR_WRAPPED_KEY_LEN_RANGE' 'The wrapped key blob has a length this mechanism or key type cannot have' \\\n"
        "        'CKR_WRAPPING_KEY_HANDLE_INVALID' 'The handle given for the wrapping key does not denote a usable key' \\\n"
        "        'CKR_WRAPPING_KEY_SIZE_RANGE' 'The wrapping key is too short or too long for this wrap on this token' \\\n"
        "        'CKR_WRAPPING_KEY_TYPE_INCONSISTENT' 'The wrapping key\\'s class or type does not fit the wrapping mechanism' \\\n"
        "        'CKR_RANDOM_SEED_NOT_SUPPORTED' 'The token\\'s generator takes no seed; harmless, random numbers still work' \\\n"
        "        'CKR_RANDOM_NO_RNG' 'This token has no random number generator' \\\n"
        "        'CKR_DOMAIN_PARAMS_INVALID' 'Curve or DH/DSA parameters malformed, or in a form the token does not take' \\\n"
        "        'CKR_CURVE_NOT_SUPPORTED' 'The token does not support this elliptic curve' \\\n"
        "        'CKR_BUFFER_TOO_SMALL' 'Output buffer too small; required size returned, operation still active' \\\n"
        "        'CKR_SAVED_STATE_INVALID' 'The saved operation state cannot be restored into this session' \\\n"
        "        'CKR_INFORMATION_SENSITIVE' 'The token will not reveal this piece of information' \\\n"
        "        'CKR_STATE_UNSAVEABLE' 'The running operation cannot be saved for later' \\\n"
        "        'CKR_CRYPTOKI_NOT_INITIALIZED' 'No C_Initialize in this process (a forked child needs its own), or finalised' \\\n"
        "        'CKR_CRYPTOKI_ALREADY_INITIALIZED' 'Library already initialised in this process; carry on and use it' \\\n"
        "        'CKR_MUTEX_BAD' 'A mutex callback was handed something that is not a live mutex' \\\n"
        "        'CKR_MUTEX_NOT_LOCKED' 'An unlock callback was asked to unlock a mutex that is not locked' \\\n"
        "        'CKR_NEW_PIN_MODE' 'One-time-password token wants a new PIN before it accepts any OTP' \\\n"
        "        'CKR_NEXT_OTP' 'OTP plausible but out of step; the verifier wants the next code as proof' \\\n"
        "        'CKR_EXCEEDED_MAX_ITERATIONS' 'The random search for suitable numbers gave up; a few repeats may succeed' \\\n"
        "        'CKR_FIPS_SELF_TEST_FAILED' 'Module failed a FIPS self-test; nothing it does may be trusted until cured' \\\n"
        "        'CKR_LIBRARY_LOAD_FAILED' 'The module could not load another library it depends on' \\\n"
        "        'CKR_PIN_TOO_WEAK' 'The new PIN breaks the token\\'s strength policy; the old PIN is still valid' \\\n"
        "        'CKR_PUBLIC_KEY_INVALID' 'The public key failed validation (off the curve, bad modulus or encoding)' \\\n"
        "        'CKR_FUNCTION_REJECTED' 'Refused by the user or by the token\\'s permissions for this identity or key' \\\n"
        "        'CKR_TOKEN_RESOURCE_EXCEEDED' 'Token ran out of working memory for this operation (large or busy)' \\\n"
        "        'CKR_OPERATION_CANCEL_FAILED' 'The running operation could not be cancelled and is still active' \\\n"
        "        'CKR_KEY_EXHAUSTED' 'The key has used up all signatures or operations it may ever make' \\\n"
        "        'CKR_PENDING' 'Started and still running; poll C_AsyncComplete, do not call again' \\\n"
        "        'CKR_SESSION_ASYNC_NOT_SUPPORTED' 'The token cannot open asynchronous sessions' \\\n"
        "        'CKR_SEED_RANDOM_REQUIRED' 'The generator must be seeded with C_SeedRandom before it gives numbers' \\\n"
        "        'CKR_OPERATION_NOT_VALIDATED' 'Request falls outside the token\\'s validated (FIPS-like) mode of operation' \\\n"
        "        'CKR_TOKEN_NOT_INITIALIZED' 'The token in this slot is blank; the SO has never initialised it' \\\n"
        "        'CKR_PARAMETER_SET_NOT_SUPPORTED' 'The token lacks this post-quantum or hash-based parameter set' \\\n"
        "        'CKR_VENDOR_DEFINED' 'Start of the vendor range; 0x80000000 and up mean what that vendor says' \\\n"
        "        'CKR_FLAGS_INVALID' 'only in older headers of the standard' \\\n"
        "        'CKR_FUNCTION_PARALLEL' 'only in older headers of the standard' \\\n"
        "        'CKR_KEY_SENSITIVE' 'only in older headers of the standard' \\\n"
        "        'CKR_OBJECT_CLASS_INCONSISTENT' 'only in older headers of the standard' \\\n"
        "        'CKR_OBJECT_CLASS_INVALID' 'only in older headers of the standard' \\\n"
        "        'CKR_SESSION_EXCLUSIVE_EXISTS' 'only in older headers of the standard' \\\n"
        "        'CKR_INSERTION_CALLBACK_NOT_SUPPORTED' 'only in older headers of the standard'\n"
        'end\n'
        '\n'
        'function __ckr_families\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'attribute' 'Attributes' \\\n"
        "        'attribute-flags' 'Flags of an attribute\\'s type' \\\n"
        "        'boolean' 'Truth (CK_BBOOL)' \\\n"
        "        'certificate-category' 'Categories of certificates (CKA_CERTIFICATE_CATEGORY)' \\\n"
        "        'certificate-type' 'Types of certificates (CKA_CERTIFICATE_TYPE)' \\\n"
        "        'event-flags' 'Flags of C_WaitForSlotEvent' \\\n"
        "        'generator' 'Generators of nonces and IVs for messages' \\\n"
        "        'handle' 'Handles that are none' \\\n"
        "        'hardware-feature' 'Hardware features (CKA_HW_FEATURE_TYPE)' \\\n"
        "        'hedge' 'Hedging of ML-DSA and SLH-DSA signatures' \\\n"
        "        'hkdf-salt' 'Salts of HKDF (CK_HKDF_PARAMS)' \\\n"
        "        'init-flags' 'Flags of C_Initialize\\'s arguments (CK_C_INITIALIZE_ARGS)' \\\n"
        "        'interface-flags' 'Flags of an interface (CK_INTERFACE)' \\\n"
        "        'kdf' 'Key derivation functions of Diffie-Hellman and ECDH' \\\n"
        "        'key-type' 'Types of keys (CKA_KEY_TYPE)' \\\n"
        "        'limit' 'Values in place of a limit or a length' \\\n"
        "        'mechanism' 'Mechanisms' \\\n"
        "        'mechanism-flags' 'Flags of a mechanism (CK_MECHANISM_INFO)' \\\n"
        "        'message-flags' 'Flags of the functions for messages' \\\n"
        "        'mgf' 'Mask generation functions of RSA-OAEP and RSA-PSS' \\\n"
        "        'ml-dsa-parameter-set' 'Parameter sets of ML-DSA' \\\n"
        "        'ml-kem-parameter-set' 'Parameter sets of ML-KEM' \\\n"
        "        'notification' 'Notifications to the application' \\\n"
        "        'oaep-source' 'Sources of the encoding parameter of RSA-OAEP' \\\n"
        "        'object-class' 'Classes of objects (CKA_CLASS)' \\\n"
        "        'otp-flags' 'Flags of a one-time password (CK_OTP_FLAGS)' \\\n"
        "        'otp-format' 'Formats of one-time passwords' \\\n"
        "        'otp-parameter' 'Parameters of a one-time password' \\\n"
        "        'otp-requirement' 'Whether a one-time password needs a parameter' \\\n"
        "        'pbkd2-prf' 'Pseudo-random functions of PBKDF2' \\\n"
        "        'profile' 'Profiles (CKA_PROFILE_ID)' \\\n"
        "        'salt-source' 'Sources of the salt of PBKDF2' \\\n"
        "        'security-domain' 'Java MIDP security domains' \\\n"
        "        'session-flags' 'Flags of a session (C_OpenSession, CK_SESSION_INFO)' \\\n"
        "        'slh-dsa-parameter-set' 'Parameter sets of SLH-DSA' \\\n"
        "        'slot-flags' 'Flags of a slot (CK_SLOT_INFO)' \\\n"
        "        'sp800-108-data' 'Types of data of a KDF of SP 800-108' \\\n"
        "        'sp800-108-length' 'Methods for the length of the derived keying material' \\\n"
        "        'state' 'States of a session (CK_SESSION_INFO)' \\\n"
        "        'token-flags' 'Flags of a token (CK_TOKEN_INFO)' \\\n"
        "        'trust' 'Trust in a certificate' \\\n"
        "        'user-type' 'Types of users (C_Login)' \\\n"
        "        'validation-authority' 'Authorities of a validation' \\\n"
        "        'validation-state' 'Flags of C_GetSessionValidationFlags' \\\n"
        "        'validation-type' 'Kinds of validation'\n"
        'end\n'
        '\n'
        'function __ckr_vendors\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'belarus-lsm' 'LSM library with Belarusian algorithms' \\\n"
        "        'ellipticsecure-ehsm' 'ellipticSecure eHSM / MIRkey' \\\n"
        "        'entrust-nshield' 'Entrust nShield (nCipher, Thales e-Security)' \\\n"
        "        'feitian' 'Feitian tokens (container extension)' \\\n"
        "        'feitian-ble' 'Feitian Bluetooth transport SDK (FTTransmission)' \\\n"
        "        'gck' 'GNOME Gck client library' \\\n"
        "        'gnome-keyring' 'GNOME Keyring' \\\n"
        "        'gotrust' 'GOTrust secure microSD' \\\n"
        "        'gp11' 'GNOME gp11 client library' \\\n"
        "        'historic' 'Dropped from the PKCS #11 standard' \\\n"
        "        'historic-2.0-draft' 'PKCS #11 2.0 draft numbering' \\\n"
        "        'ibm-ep11' 'IBM Enterprise PKCS #11 (EP11)' \\\n"
        "        'ibm-grep11' 'IBM GREP11 (EP11 over gRPC)' \\\n"
        "        'ibm-grep11-header' 'IBM GREP11, numbering of its C header' \\\n"
        "        'ibm-icsf-zos' 'IBM z/OS ICSF' \\\n"
        "        'jacarta' 'Aladdin R.D. JaCarta' \\\n"
        "        'jacarta-early' 'Aladdin R.D. JaCarta, early extension header' \\\n"
        "        'keehive' 'ARPA2 KeeHive remote PKCS #11' \\\n"
        "        'kryoptic' 'Kryoptic' \\\n"
        "        'mate-keyring' 'MATE Keyring' \\\n"
        "        'n3crypto' 'N3Crypto (Korean NSR) USB token' \\\n"
        "        'nss' 'Mozilla NSS' \\\n"
        "        'opencryptoki' 'openCryptoki' \\\n"
        "        'opencryptoki-tpm' 'openCryptoki TPM token' \\\n"
        "        'opencryptoki-tpm-2005' 'openCryptoki TPM token, first weeks of 2005' \\\n"
        "        'optee-pkcs11-ta' 'OP-TEE PKCS #11 trusted application' \\\n"
        "        'p11-kit-header' 'p11-kit style pkcs11.h numbering' \\\n"
        "        'pqctoday' 'PQCToday soft token (Rust)' \\\n"
        "        'rutoken' 'Aktiv Rutoken' \\\n"
        "        'safenet-etoken' 'SafeNet (Aladdin) eToken SAPI' \\\n"
        "        'stm32-kms' 'STMicroelectronics STM32 Key Management Services' \\\n"
        "        'stm32-se' 'STMicroelectronics STM32 secure element glue' \\\n"
        "        'syno' 'Syno token' \\\n"
        "        'tass' 'TASS HSM' \\\n"
        "        'thales-luna' 'Thales / SafeNet Luna HSM' \\\n"
        "        'thales-luna-alt' 'Thales / SafeNet Luna HSM, values that differ between sources' \\\n"
        "        'thales-luna-v1' 'Chrysalis / SafeNet Luna, PKCS #11 1.0 builds' \\\n"
        "        'thales-protecttoolkit' 'Thales / SafeNet / ERACOM ProtectToolkit C' \\\n"
        "        'weston' 'Weston security card (name taken from header labels)'\n"
        'end\n'
        '\n'
        'function __ckr_stacks\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'aws-kms' 'AWS KMS (aws-kms-pkcs11)' \\\n"
        "        'cloudhsm' 'AWS CloudHSM' \\\n"
        "        'etoken' 'SafeNet eToken' \\\n"
        "        'fabric' 'Hyperledger Fabric' \\\n"
        "        'firefox' 'Firefox' \\\n"
        "        'gnome-keyring' 'GNOME Keyring' \\\n"
        "        'gnutls' 'GnuTLS' \\\n"
        "        'go-crypto11' 'Go crypto11' \\\n"
        "        'go-miekg' 'Go miekg/pkcs11' \\\n"
        "        'google-kms' 'Google Cloud KMS' \\\n"
        "        'ibm-ep11' 'IBM EP11 (Hyper Protect, GREP11)' \\\n"
        "        'ibm-icsf' 'IBM z/OS ICSF' \\\n"
        "        'idprime' 'IDPrime' \\\n"
        "        'jacarta' 'JaCarta' \\\n"
        "        'java-sunpkcs11' 'Java SunPKCS11' \\\n"
        "        'kryoptic' 'Kryoptic' \\\n"
        "        'libp11' 'libp11' \\\n"
        "        'luna' 'Thales Luna' \\\n"
        "        'nethsm' 'NetHSM' \\\n"
        "        'nshield' 'Entrust nShield' \\\n"
        "        'nss' 'NSS softokn' \\\n"
        "        'opencryptoki' 'openCryptoki' \\\n"
        "        'opensc' 'OpenSC' \\\n"
        "        'openssh' 'OpenSSH' \\\n"
        "        'optee' 'OP-TEE' \\\n"
        "        'p11-kit-client' 'p11-kit client (remoting)' \\\n"
        "        'p11-kit-proxy' 'p11-kit proxy' \\\n"
        "        'p11-kit-trust' 'p11-kit trust module' \\\n"
        "        'pkcs11-helper' 'pkcs11-helper' \\\n"
        "        'pkcs11-provider' 'pkcs11-provider' \\\n"
        "        'pkcs11-spy' 'pkcs11-spy' \\\n"
        "        'pkcs11-tool' 'pkcs11-tool' \\\n"
        "        'pkcs11interop' 'Pkcs11Interop' \\\n"
        "        'pkcs11js' 'pkcs11js' \\\n"
        "        'protecttoolkit' 'Thales ProtectToolkit' \\\n"
        "        'pykcs11' 'PyKCS11' \\\n"
        "        'python-pkcs11' 'python-pkcs11' \\\n"
        "        'rust-cryptoki' 'rust-cryptoki' \\\n"
        "        'rutoken' 'Rutoken' \\\n"
        "        'smartcard-hsm' 'SmartCard-HSM (sc-hsm-embedded)' \\\n"
        "        'softhsm2' 'SoftHSM2' \\\n"
        "        'tpm2-pkcs11' 'tpm2-pkcs11' \\\n"
        "        'utimaco' 'Utimaco CryptoServer' \\\n"
        "        'wolfpkcs11' 'wolfPKCS11' \\\n"
        "        'ykcs11' 'YKCS11 (YubiKey PIV)' \\\n"
        "        'yubihsm' 'YubiHSM'\n"
        'end\n'
        '\n'
        'function __ckr_categories\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'success' '' \\\n"
        "        'informational' '' \\\n"
        "        'retryable' '' \\\n"
        "        'session-lost' '' \\\n"
        "        'token-absent' '' \\\n"
        "        'authentication' '' \\\n"
        "        'authorization-or-policy' '' \\\n"
        "        'caller-bug' '' \\\n"
        "        'data' '' \\\n"
        "        'capability' '' \\\n"
        "        'resource' '' \\\n"
        "        'configuration' '' \\\n"
        "        'token-fault' '' \\\n"
        "        'library-fault' '' \\\n"
        "        'concurrency' '' \\\n"
        "        'legacy' ''\n"
        'end\n'
        '\n'
        'function __ckr_versions\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        '2.40' '' \\\n"
        "        '3.0' '' \\\n"
        "        '3.1' '' \\\n"
        "        '3.2' ''\n"
        'end\n'
        '\n'
        'function __ckr_sequences\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'load' 'Load the module, initialise and finalise it' \\\n"
        "        'interfaces' 'Function lists and interfaces' \\\n"
        "        'identity' 'What module, slots, tokens and mechanisms say of themselves' \\\n"
        "        'sessions' 'Open, look at and close read-only sessions' \\\n"
        "        'objects' 'Find objects and read their public attributes' \\\n"
        "        'random' 'Random numbers' \\\n"
        "        'digest' 'Known answers for every digest of the token' \\\n"
        "        'login' 'Log in, look at the state, log out' \\\n"
        "        'sign' 'Sign and verify with keys of this session' \\\n"
        "        'encrypt' 'Encrypt and decrypt with a key of this session' \\\n"
        "        'life-cycle' 'Before C_Initialize, after C_Finalize, and twice' \\\n"
        "        'bad-handles' 'Handles that name nothing' \\\n"
        "        'bad-slot' 'A slot that is not there' \\\n"
        "        'small-buffer' 'Buffers that are too small' \\\n"
        "        'state-machine' 'Operations that were not started, or started twice' \\\n"
        "        'legacy' 'Functions of the old days' \\\n"
        "        'fork' 'A child of a forked process' \\\n"
        "        'application' 'What a program using python-pkcs11 meets'\n"
        'end\n'
        '\n'
        'function __ckr_builtins\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'load' 'Load the module, initialise and finalise it' \\\n"
        "        'interfaces' 'Function lists and interfaces' \\\n"
        "        'identity' 'What module, slots, tokens and mechanisms say of themselves' \\\n"
        "        'sessions' 'Open, look at and close read-only sessions' \\\n"
        "        'objects' 'Find objects and read their public attributes' \\\n"
        "        'random' 'Random numbers' \\\n"
        "        'digest' 'Known answers for every digest of the token' \\\n"
        "        'login' 'Log in, look at the state, log out' \\\n"
        "        'sign' 'Sign and verify with keys of this session' \\\n"
        "        'encrypt' 'Encrypt and decrypt with a key of this session' \\\n"
        "        'life-cycle' 'Before C_Initialize, after C_Finalize, and twice' \\\n"
        "        'bad-handles' 'Handles that name nothing' \\\n"
        "        'bad-slot' 'A slot that is not there' \\\n"
        "        'small-buffer' 'Buffers that are too small' \\\n"
        "        'state-machine' 'Operations that were not started, or started twice' \\\n"
        "        'legacy' 'Functions of the old days' \\\n"
        "        'fork' 'A child of a forked process'\n"
        'end\n'
        '\n'
        'function __ckr_profiles\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'health' 'what a well-behaved program does, in the right order' \\\n"
        "        'conformance' 'calls that a correct module must refuse; real modules crash on some' \\\n"
        "        'all' 'both'\n"
        'end\n'
        '\n'
        'function __ckr_pin_sources\n'
        "    printf '%s\\t%s\\n' \\\n"
        "        'env:' 'a variable of the environment' \\\n"
        "        'file:' 'the first line of a file' \\\n"
        "        'fd:' 'an open descriptor' \\\n"
        "        'cmd:' 'the first line that a command prints' \\\n"
        "        'prompt' 'asked for on the terminal' \\\n"
        "        'protected-path' 'typed at the token itself'\n"
        'end\n'
        '\n'
        '\n'
        '# The modules that p11-kit and the configuration know by name.\n'
        'function __ckr_modules\n'
        '    set -l home $XDG_CONFIG_HOME\n'
        '    test -n "$home"; or set home ~/.config\n'
        '    set -l config $CKR_CONFIG\n'
        '    test -n "$config"; or set config $home/ckr/config.toml\n'
        '    for file in /usr/share/p11-kit/modules/*.module /etc/pkcs11/modules/*.module ~/.config/pkcs11/modules/*.module\n'
        "        string replace -r '.*/(.*)\\.module$' '$1\\tp11-kit' -- $file\n"
        '    end\n'
        '    for file in $config /etc/xdg/ckr/config.toml\n'
        "        test -f $file -a -r $file; and string replace -rf '^\\[module\\.([A-Za-z0-9_.-]+)\\].*' '$1\\talias' <$file\n"
        '    end\n'
        'end\n'
        '\n'
        '# Whether option $argv[2] of command $argv[1] is followed by a value.\n'
        'function __ckr_valued\n'
        '    contains -- "$argv" \'decode --format\' \'decode --base\' \'decode --vendor\' \'decode --module\' \'decode -m\' \'decode --as\' \'decode --color\' \'explain --function\' \'explain -f\' \'explain --stack\' \'explain --module\' \'explain -m\' \'explain --vendor\' \'explain --as\' \'explain --base\' \'explain --color\' \'returns --spec\' \'returns --color\' \'check --spec\' \'check --base\' \'check --vendor\' \'check --module\' \'check -m\' \'check --color\' \'precedence --function\' \'precedence -f\' \'precedence --color\' \'list --vendor\' \'list --category\' \'list --since\' \'list --grep\' \'list --color\' \'modules --color\' \'probe --module\' \'probe -m\' \'probe --slot\' \'probe -s\' \'probe --token\' \'probe -t\' \'probe --init-args\' \'probe --pin-source\' \'probe --profile\' \'probe --sequence\' \'probe --timeout\' \'probe --max-time\' \'probe --bench\' \'probe --warn-ms\' \'probe --warn-days\' \'probe --ignore\' \'probe --fail-on\' \'probe --spec\' \'probe --show-sequence\' \'probe --output\' \'probe -o\' \'probe --color\' \'report --output\' \'report -o\' \'report --color\' \'diff --pair\' \'diff --output\' \'diff -o\' \'diff --color\' \'annotate --context\' \'annotate -C\' \'annotate --color\' \'scan --color\' \'why --color\'\n'
        'end\n'
        '\n'
        '# Whether the command is $argv[1] and, where more are given, the word to complete is one of those positional arguments\n'
        '# (0 is any).\n'
        'function __ckr_at\n'
        '    set -l words (commandline -opc)\n'
        '    set -e words[1]\n'
        '    test "$words[1]" = $argv[1]; or return 1\n'
        '    set -e words[1]\n'
        '    set -q argv[2]; or return 0\n'
        '    set -l position 1\n'
        '    set -l option\n'
        '    set -l only\n'
        '    for word in $words\n'
        '        if test -n "$option"\n'
        '            set option\n'
        '        else if test -z "$only" -a "$word" = --\n'
        '            set only 1\n'
        '        else if test -n "$only"; or not string match -qr \'^-[^0-9]\' -- $word\n'
        '            set position (math $position + 1)\n'
        '        else if __ckr_valued $argv[1] $word\n'
        '            set option $word\n'
        '        end\n'
        '    end\n'
        '    test -z "$option"; and contains -- $argv[2] 0 $position\n'
        'end\n'
        '\n'
        '# Whether no command is there yet.\n'
        'function __ckr_alone\n'
        '    test (count (commandline -opc)) -eq 1\n'
        'end\n'
        '\n'
        'complete -c ckr -f\n'
        "complete -c ckr -n __ckr_alone -l version -s V -d 'Print the version and leave.'\n"
        "complete -c ckr -n __ckr_alone -l no-pager -d 'With any command: show long answers without $CKR_PAGER, $PAGER or less.'\n"
        "complete -c ckr -n __ckr_alone -l json -d 'With --version: as JSON, with Python and dependencies.'\n"
        "complete -c ckr -n __ckr_alone -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n __ckr_alone -a decode -d 'Say what each VALUE is: number, name, and a one-line meaning'\n"
        "complete -c ckr -n __ckr_alone -a explain -d 'Explain a return code: what the standard says, what causes it, what to do and what not to do'\n"
        "complete -c ckr -n __ckr_alone -a returns -d 'Print which codes a function may legally return and why, or which functions may return a code'\n"
        "complete -c ckr -n __ckr_alone -a check -d 'Judge whether a function may return a code by the standard, with every passage for and against'\n"
        "complete -c ckr -n __ckr_alone -a precedence -d 'Say which of several applicable codes the standard says is returned, and why'\n"
        "complete -c ckr -n __ckr_alone -a list -d 'List codes, functions, vendors, stacks, findings, causes, dialects, or where the standard contradicts itself'\n"
        "complete -c ckr -n __ckr_alone -a modules -d 'List the PKCS #11 modules of this host, or print what is known of one. Nothing is loaded'\n"
        "complete -c ckr -n __ckr_alone -a probe -d 'Probe a PKCS #11 module: which calls fail with which return code, whether that is legal, and what to do'\n"
        "complete -c ckr -n __ckr_alone -a report -d 'Show a saved probe report as `ckr probe` did, or in another format: probe once on the HSM\\'s host, read it anywhere'\n"
        "complete -c ckr -n __ckr_alone -a diff -d 'Show what changed between two probe reports: run it before and after an update. Exit 1 if anything did'\n"
        "complete -c ckr -n __ckr_alone -a annotate -d 'Write the meaning of each return code in a log beside it; the log itself passes through unchanged'\n"
        "complete -c ckr -n __ckr_alone -a scan -d 'Say which return codes a log holds, what failed first, and which calls were made'\n"
        "complete -c ckr -n __ckr_alone -a why -d 'Say what in a trace made its calls fail, with the lines that prove it. Nothing is loaded or called'\n"
        "complete -c ckr -n __ckr_alone -a completion -d 'Print the completion file for a shell; packages install it, so this is for other installations'\n"
        '\n'
        '# decode\n'
        "complete -c ckr -n '__ckr_at decode' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at decode' -l format -x -d 'A template such as \\'{name}\\\\t{hex}\\'.'\n"
        "complete -c ckr -n '__ckr_at decode' -l base -x -a '10 16' -d 'How bare digits are read.'\n"
        "complete -c ckr -n '__ckr_at decode' -l vendor -x -a '(__ckr_vendors)' -d 'Pick among vendors that share a value (`ckr list vendors`).'\n"
        "complete -c ckr -n '__ckr_at decode' -l module -s m -r -F -d 'Pick vendor and advice by a module\\'s file name; nothing is loaded.'\n"
        "complete -c ckr -n '__ckr_at decode' -l as -x -a '(__ckr_families)' -d 'Read VALUE as a constant of this family, such as mechanism or token-flags.'\n"
        "complete -c ckr -n '__ckr_at decode' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at decode' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at decode 0' -a '(__ckr_codes)'\n"
        '\n'
        '# explain\n'
        "complete -c ckr -n '__ckr_at explain' -l function -s f -x -a '(__ckr_functions)' -d 'The function that returned the code.'\n"
        "complete -c ckr -n '__ckr_at explain' -l stack -x -a '(__ckr_stacks)' -d 'Put advice for this stack first (`ckr list stacks`).'\n"
        "complete -c ckr -n '__ckr_at explain' -l module -s m -r -F -d 'Pick vendor and advice by a module\\'s file name; nothing is loaded.'\n"
        "complete -c ckr -n '__ckr_at explain' -l vendor -x -a '(__ckr_vendors)' -d 'Pick among vendors that share a value (`ckr list vendors`).'\n"
        "complete -c ckr -n '__ckr_at explain' -l as -x -a '(__ckr_families)' -d 'Read VALUE as a constant of this family, such as mechanism or token-flags.'\n"
        "complete -c ckr -n '__ckr_at explain' -l brief -s q -d 'The short answer, at most 20 lines.'\n"
        "complete -c ckr -n '__ckr_at explain' -l full -s v -d 'Everything, as in a pipe.'\n"
        "complete -c ckr -n '__ckr_at explain' -l markdown -d 'For a ticket.'\n"
        "complete -c ckr -n '__ckr_at explain' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at explain' -l exit-retry -d 'Exit 0 only where a program may repeat the call unattended.'\n"
        "complete -c ckr -n '__ckr_at explain' -l base -x -a '10 16' -d 'How bare digits are read.'\n"
        "complete -c ckr -n '__ckr_at explain' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at explain' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at explain 0' -a '(__ckr_codes)'\n"
        '\n'
        '# returns\n'
        "complete -c ckr -n '__ckr_at returns' -l spec -x -a '2.40 3.0 3.1 3.2' -d 'Edition of the standard; else the configuration\\'s, else 3.2.'\n"
        "complete -c ckr -n '__ckr_at returns' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at returns' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at returns' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at returns 1' -a '(__ckr_names)'\n"
        '\n'
        '# check\n'
        "complete -c ckr -n '__ckr_at check' -l spec -x -a '2.40 3.0 3.1 3.2' -d 'Edition of the standard; else the configuration\\'s, else 3.2.'\n"
        "complete -c ckr -n '__ckr_at check' -l base -x -a '10 16' -d 'How bare digits are read.'\n"
        "complete -c ckr -n '__ckr_at check' -l vendor -x -a '(__ckr_vendors)' -d 'Pick among vendors that share a value (`ckr list vendors`).'\n"
        "complete -c ckr -n '__ckr_at check' -l module -s m -r -F -d 'Pick vendor and advice by a module\\'s file name; nothing is loaded.'\n"
        "complete -c ckr -n '__ckr_at check' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at check' -l quiet -s q -d 'Print nothing: the exit status is the answer.'\n"
        "complete -c ckr -n '__ckr_at check' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at check' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at check 1' -a '(__ckr_functions)'\n"
        "complete -c ckr -n '__ckr_at check 2' -a '(__ckr_codes)'\n"
        '\n'
        '# precedence\n'
        "complete -c ckr -n '__ckr_at precedence' -l function -s f -x -a '(__ckr_functions)' -d 'The function that returned the code.'\n"
        "complete -c ckr -n '__ckr_at precedence' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at precedence' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at precedence' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at precedence 0' -a '(__ckr_codes)'\n"
        '\n'
        '# list\n'
        "complete -c ckr -n '__ckr_at list' -l vendor -x -a '(__ckr_vendors)' -d 'Pick among vendors that share a value (`ckr list vendors`).'\n"
        "complete -c ckr -n '__ckr_at list' -l category -x -a '(__ckr_categories)' -d 'Only codes of this category.'\n"
        "complete -c ckr -n '__ckr_at list' -l since -x -a '(__ckr_versions)' -d 'Only what came with this version or later.'\n"
        "complete -c ckr -n '__ckr_at list' -l grep -x -d 'Only rows with this text in them, in any case.'\n"
        "complete -c ckr -n '__ckr_at list' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at list' -l csv -d 'Comma-separated, a look-up table for log tools.'\n"
        "complete -c ckr -n '__ckr_at list' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at list' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at list 1' -a 'codes functions vendors stacks categories contradictions constants mechanisms attributes findings causes dialects'\n"
        '\n'
        '# modules\n'
        "complete -c ckr -n '__ckr_at modules' -l json -d 'One JSON object.'\n"
        "complete -c ckr -n '__ckr_at modules' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at modules' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at modules 1' -a '(__ckr_names)'\n"
        '\n'
        '# probe\n'
        "complete -c ckr -n '__ckr_at probe' -l module -s m -r -F -a '(__ckr_modules)' -d 'The module, if it is not given as the argument.'\n"
        "complete -c ckr -n '__ckr_at probe' -l slot -s s -x -d 'The slot with the token to use.'\n"
        "complete -c ckr -n '__ckr_at probe' -l token -s t -x -d 'The token to use: its label, or a PKCS #11 URI.'\n"
        "complete -c ckr -n '__ckr_at probe' -l all-tokens -d 'Look at every token, each a part of the report.'\n"
        'complete -c ckr -n \'__ckr_at probe\' -l init-args -x -d \'Reserved string for C_Initialize (NSS: "configdir=\\\'sql:...\\\'").\'\n'
        "complete -c ckr -n '__ckr_at probe' -l pin-source -x -a '(__ckr_pin_sources)' -d 'prompt, env:NAME, file:PATH, fd:N, cmd:COMMAND or protected-path; none: no PIN.'\n"
        "complete -c ckr -n '__ckr_at probe' -l risk-pin -d 'Log in even if that may use up a PIN try.'\n"
        "complete -c ckr -n '__ckr_at probe' -l profile -x -a '(__ckr_profiles)' -d 'Built-in sequences to run: health (default), conformance or all.'\n"
        "complete -c ckr -n '__ckr_at probe' -l sequence -r -F -a '(__ckr_sequences)' -d 'A built-in sequence or a sequence file; may be repeated.'\n"
        "complete -c ckr -n '__ckr_at probe' -l timeout -x -d 'Seconds per call (default 30; logins and key generation 120).'\n"
        "complete -c ckr -n '__ckr_at probe' -l max-time -x -d 'Seconds for the whole run.'\n"
        "complete -c ckr -n '__ckr_at probe' -l keep-going -d 'Go on after loading or C_Initialize crashed, exited or hung.'\n"
        "complete -c ckr -n '__ckr_at probe' -l bench -x -d 'Also measure operations per second, each operation for S seconds.'\n"
        "complete -c ckr -n '__ckr_at probe' -l warn-ms -x -d 'Warn if even the fastest signature or digest takes longer (default 2000).'\n"
        "complete -c ckr -n '__ckr_at probe' -l warn-days -x -d 'Warn of certificates in use that end within D days (default 30).'\n"
        "complete -c ckr -n '__ckr_at probe' -l ignore -x -d 'Accept a finding: it becomes information; may be repeated.'\n"
        "complete -c ckr -n '__ckr_at probe' -l fail-on -x -a 'error warning' -d 'The least severe finding that makes the exit status 1 (default: warning).'\n"
        "complete -c ckr -n '__ckr_at probe' -l spec -x -a '2.40 3.0 3.1 3.2' -d 'Edition of the standard (default: the configuration\\'s, else 3.2).'\n"
        "complete -c ckr -n '__ckr_at probe' -l dry-run -d 'Show every call in order, and load nothing.'\n"
        "complete -c ckr -n '__ckr_at probe' -l list-sequences -d 'List the built-in sequences.'\n"
        "complete -c ckr -n '__ckr_at probe' -l show-sequence -x -a '(__ckr_builtins)' -d 'Print a built-in sequence, to copy and edit.'\n"
        "complete -c ckr -n '__ckr_at probe' -l rw -d 'Make session objects in read-write sessions.'\n"
        "complete -c ckr -n '__ckr_at probe' -l allow-writes -d 'Let a sequence file change the token\\'s objects.'\n"
        "complete -c ckr -n '__ckr_at probe' -l destroy -d 'Let a sequence file destroy what it did not make.'\n"
        "complete -c ckr -n '__ckr_at probe' -l verbose -s v -d 'Show every call and all advice.'\n"
        "complete -c ckr -n '__ckr_at probe' -l quiet -s q -d 'Show the verdict alone, on one line.'\n"
        "complete -c ckr -n '__ckr_at probe' -l anonymize -d 'Hash labels, serial numbers, host and paths.'\n"
        "complete -c ckr -n '__ckr_at probe' -l json -d 'The report as one JSON object.'\n"
        "complete -c ckr -n '__ckr_at probe' -l markdown -d 'Markdown, for a ticket.'\n"
        "complete -c ckr -n '__ckr_at probe' -l junit -d 'JUnit XML for CI: one suite per sequence, one case per call.'\n"
        "complete -c ckr -n '__ckr_at probe' -l nagios -d 'Output and exit status (0 to 3) of a monitoring plugin.'\n"
        "complete -c ckr -n '__ckr_at probe' -l prometheus -d 'Metrics for a textfile collector of Prometheus.'\n"
        "complete -c ckr -n '__ckr_at probe' -l html -d 'One self-contained HTML page.'\n"
        "complete -c ckr -n '__ckr_at probe' -l output -s o -r -F -d 'Write the report to FILE, whole or not at all.'\n"
        "complete -c ckr -n '__ckr_at probe' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at probe' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at probe 0' -F -a '(__ckr_modules)'\n"
        '\n'
        '# report\n'
        "complete -c ckr -n '__ckr_at report' -l markdown -d 'Markdown, for a ticket.'\n"
        "complete -c ckr -n '__ckr_at report' -l junit -d 'JUnit XML for CI: one suite per sequence, one case per call.'\n"
        "complete -c ckr -n '__ckr_at report' -l nagios -d 'Output and exit status (0 to 3) of a monitoring plugin.'\n"
        "complete -c ckr -n '__ckr_at report' -l prometheus -d 'Metrics for a textfile collector of Prometheus.'\n"
        "complete -c ckr -n '__ckr_at report' -l html -d 'One self-contained HTML page.'\n"
        "complete -c ckr -n '__ckr_at report' -l output -s o -r -F -d 'Write there, whole or not at all.'\n"
        "complete -c ckr -n '__ckr_at report' -l verbose -s v -d 'Show every call and all advice.'\n"
        "complete -c ckr -n '__ckr_at report' -l quiet -s q -d 'Show the verdict alone, on one line.'\n"
        "complete -c ckr -n '__ckr_at report' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at report' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at report 1' -F\n"
        '\n'
        '# diff\n'
        "complete -c ckr -n '__ckr_at diff' -l markdown -d 'A table for a ticket.'\n"
        "complete -c ckr -n '__ckr_at diff' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at diff' -l full -s v -d 'Every change, those that follow from another too.'\n"
        "complete -c ckr -n '__ckr_at diff' -l quiet -s q -d 'One line: how much got worse and better.'\n"
        "complete -c ckr -n '__ckr_at diff' -l pair -x -d 'Compare token A with token B (label or serial number); repeatable.'\n"
        "complete -c ckr -n '__ckr_at diff' -l output -s o -r -F -d 'Write there, whole or not at all.'\n"
        "complete -c ckr -n '__ckr_at diff' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at diff' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at diff 1' -F\n"
        "complete -c ckr -n '__ckr_at diff 2' -F\n"
        '\n'
        '# annotate\n'
        "complete -c ckr -n '__ckr_at annotate' -l inline -d '[CKR_NAME] after each bare number, no notes.'\n"
        "complete -c ckr -n '__ckr_at annotate' -l only -d 'Drop the lines without a return code.'\n"
        "complete -c ckr -n '__ckr_at annotate' -l context -s C -x -d 'Only those, and N lines around each.'\n"
        "complete -c ckr -n '__ckr_at annotate' -l json -d 'A JSON object for each line with return codes.'\n"
        "complete -c ckr -n '__ckr_at annotate' -l all -d 'With --json: an object for every line.'\n"
        "complete -c ckr -n '__ckr_at annotate' -l ok -d 'Annotate successes (CKR_OK) too.'\n"
        "complete -c ckr -n '__ckr_at annotate' -l redact -d 'Write * for each character of a PIN in traces (always with --json).'\n"
        "complete -c ckr -n '__ckr_at annotate' -l color -x -a 'auto always never' -d 'As everywhere; this output has no colours.'\n"
        "complete -c ckr -n '__ckr_at annotate' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at annotate 0' -F\n"
        '\n'
        '# scan\n'
        "complete -c ckr -n '__ckr_at scan' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at scan' -l merge -d 'The files are summaries (--json) of parts, in order: add them up.'\n"
        "complete -c ckr -n '__ckr_at scan' -l ok -d 'List successes (CKR_OK) too.'\n"
        "complete -c ckr -n '__ckr_at scan' -l anonymize -d 'Hash labels, serials, hosts and paths in excerpts.'\n"
        "complete -c ckr -n '__ckr_at scan' -l quiet -s q -d 'One line: how many failures, and the first.'\n"
        "complete -c ckr -n '__ckr_at scan' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at scan' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at scan 0' -F\n"
        '\n'
        '# why\n'
        "complete -c ckr -n '__ckr_at why' -l json -d 'One JSON object a line.'\n"
        "complete -c ckr -n '__ckr_at why' -l html -d 'One self-contained HTML page.'\n"
        "complete -c ckr -n '__ckr_at why' -l all -d 'Show returns that are part of normal life too.'\n"
        "complete -c ckr -n '__ckr_at why' -l verbose -s v -d 'Everything: all evidence, and what it means.'\n"
        "complete -c ckr -n '__ckr_at why' -l quiet -s q -d 'One line.'\n"
        "complete -c ckr -n '__ckr_at why' -l color -x -a 'auto always never' -d 'When to use colours.'\n"
        "complete -c ckr -n '__ckr_at why' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at why 0' -F\n"
        '\n'
        '# completion\n'
        "complete -c ckr -n '__ckr_at completion' -l help -d 'Show this message and exit.'\n"
        "complete -c ckr -n '__ckr_at completion 1' -a 'bash zsh fish'\n"
    ),
}
