# fish completion for ckr
#
# Compiled by `python -m ckrtool._generate` from the command tree and the tables; never edited by hand.
# Everything is in this file: no program is started to answer Tab.

function __ckr_codes
    printf '%s\t%s\n' \
        'CKR_OK' 'The call succeeded; lengths and counts still say what it delivered' \
        'CKR_CANCEL' 'A callback\'s answer that asks the module to abort; no C_ function returns it' \
        'CKR_HOST_MEMORY' 'No memory in this computer, or a shared-memory or backend fault behind it' \
        'CKR_SLOT_ID_INVALID' 'No slot with this ID here now: wrong number, or slots were renumbered' \
        'CKR_GENERAL_ERROR' 'Catch-all failure with no cause given; the module\'s own log has the reason' \
        'CKR_FUNCTION_FAILED' 'This call failed for a reason the module does not name; read its own log' \
        'CKR_ARGUMENTS_BAD' 'An argument was refused: NULL pointer, bad length, flag or missing setting' \
        'CKR_NO_EVENT' 'No slot event is waiting: the normal answer to a poll' \
        'CKR_NEED_TO_CREATE_THREADS' 'The module needs threads of its own and the program forbade them' \
        'CKR_CANT_LOCK' 'The module cannot provide the kind of locking the program asked for' \
        'CKR_ATTRIBUTE_READ_ONLY' 'An attribute in the template cannot be set or changed by this call' \
        'CKR_ATTRIBUTE_SENSITIVE' 'The value is secret by design and is not shown; the key still works' \
        'CKR_ATTRIBUTE_TYPE_INVALID' 'The object has no such attribute, or the module does not know it' \
        'CKR_ATTRIBUTE_VALUE_INVALID' 'An attribute has a value or length that the module does not accept' \
        'CKR_ACTION_PROHIBITED' 'The object or token policy forbids this action; trying again changes nothing' \
        'CKR_DATA_INVALID' 'The input data is not in the form this mechanism needs' \
        'CKR_DATA_LEN_RANGE' 'The input is too long, too short or not a whole number of blocks' \
        'CKR_DEVICE_ERROR' 'The token, or the path to it, failed; what it had done so far is uncertain' \
        'CKR_DEVICE_MEMORY' 'The token has no space for this object, session or operation' \
        'CKR_DEVICE_REMOVED' 'The token was pulled, reset or lost its connection; its sessions are gone' \
        'CKR_ENCRYPTED_DATA_INVALID' 'The ciphertext does not decrypt: wrong key, mechanism, padding or damage' \
        'CKR_ENCRYPTED_DATA_LEN_RANGE' 'The ciphertext has a length that this key and mechanism cannot produce' \
        'CKR_AEAD_DECRYPT_FAILED' 'Authentication tag did not match; no plaintext may be used' \
        'CKR_FUNCTION_CANCELED' 'The call was called off, often by a person, a time limit or the module' \
        'CKR_FUNCTION_NOT_PARALLEL' 'The normal answer of the two legacy functions for parallel sessions' \
        'CKR_FUNCTION_NOT_SUPPORTED' 'The module does not implement this function, or not on this token' \
        'CKR_KEY_HANDLE_INVALID' 'The key handle means nothing here now; look the key up again' \
        'CKR_KEY_SIZE_RANGE' 'The key size is outside what the token or its policy allows for this mechanism' \
        'CKR_KEY_TYPE_INCONSISTENT' 'The key\'s class or type does not fit the mechanism' \
        'CKR_KEY_NOT_NEEDED' 'A key was handed over that this operation does not use' \
        'CKR_KEY_CHANGED' 'The key given is not the one the saved operation state was made with' \
        'CKR_KEY_NEEDED' 'The saved state can be restored only if its key is handed over too' \
        'CKR_KEY_INDIGESTIBLE' 'This key\'s value cannot be fed into a digest' \
        'CKR_KEY_FUNCTION_NOT_PERMITTED' 'The key\'s attributes or the token policy do not allow this use' \
        'CKR_KEY_NOT_WRAPPABLE' 'This key, or this pair of keys, may not be wrapped that way' \
        'CKR_KEY_UNEXTRACTABLE' 'The key may not leave the token, not even wrapped (CKA_EXTRACTABLE is false)' \
        'CKR_MECHANISM_INVALID' 'The token does not offer this mechanism for this function' \
        'CKR_MECHANISM_PARAM_INVALID' 'The mechanism is known, but its parameter (IV, hash, salt, point) is refused' \
        'CKR_OBJECT_HANDLE_INVALID' 'The handle no longer refers to an object; find the object again' \
        'CKR_OPERATION_ACTIVE' 'An earlier operation in this session was started and never ended' \
        'CKR_OPERATION_NOT_INITIALIZED' 'No operation of this kind is active here: not started, or already over' \
        'CKR_PIN_INCORRECT' 'The PIN or other credential was refused; a try is probably used up' \
        'CKR_PIN_INVALID' 'The new PIN has characters, or a format, that the token does not accept' \
        'CKR_PIN_LEN_RANGE' 'The PIN is shorter or longer than the token accepts' \
        'CKR_PIN_EXPIRED' 'The PIN is right but must be changed before it can be used' \
        'CKR_PIN_LOCKED' 'Too many wrong tries: this PIN is blocked, even the right one is refused now' \
        'CKR_SESSION_CLOSED' 'The session ended while the call was running' \
        'CKR_SESSION_COUNT' 'No more sessions: the token\'s limit is reached, often by leaked sessions' \
        'CKR_SESSION_HANDLE_INVALID' 'The session is gone or never was one in this process; open a new one' \
        'CKR_SESSION_PARALLEL_NOT_SUPPORTED' 'C_OpenSession was called without CKF_SERIAL_SESSION' \
        'CKR_SESSION_READ_ONLY' 'The call changes the token, but the session was opened read-only' \
        'CKR_SESSION_EXISTS' 'The token is in use, so C_InitToken refuses to wipe it' \
        'CKR_SESSION_READ_ONLY_EXISTS' 'The SO cannot log in while this program has a read-only session open' \
        'CKR_SESSION_READ_WRITE_SO_EXISTS' 'No read-only session while the SO is logged in; log the SO out first' \
        'CKR_SIGNATURE_INVALID' 'The check ran and failed: the signature or MAC does not match data and key' \
        'CKR_SIGNATURE_LEN_RANGE' 'The signature or MAC has a length that this key and mechanism cannot produce' \
        'CKR_TEMPLATE_INCOMPLETE' 'An attribute that this object needs is missing from the template' \
        'CKR_TEMPLATE_INCONSISTENT' 'Attributes of the template contradict each other, the mechanism or the token' \
        'CKR_TOKEN_NOT_PRESENT' 'There is no token in this slot, or the library cannot reach it' \
        'CKR_TOKEN_NOT_RECOGNIZED' 'Something is in the slot, but this library does not know how to use it' \
        'CKR_TOKEN_WRITE_PROTECTED' 'The token as a whole refuses changes, whatever the session allows' \
        'CKR_UNWRAPPING_KEY_HANDLE_INVALID' 'The handle of the unwrapping key is stale, wrong or not visible here' \
        'CKR_UNWRAPPING_KEY_SIZE_RANGE' 'The unwrapping key is too short or too long for the token or its policy' \
        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT' 'The unwrapping key is of the wrong kind for the chosen mechanism' \
        'CKR_USER_ALREADY_LOGGED_IN' 'This program is logged in already; the PIN was not checked' \
        'CKR_USER_NOT_LOGGED_IN' 'The call needs a login, and there is none or it has been lost' \
        'CKR_USER_PIN_NOT_INITIALIZED' 'The normal user has no PIN yet; the SO must set one' \
        'CKR_USER_TYPE_INVALID' 'The token does not take this kind of user here (SO, USER, CONTEXT_SPECIFIC)' \
        'CKR_USER_ANOTHER_ALREADY_LOGGED_IN' 'Another kind of user (SO or USER) is logged in; log that one out first' \
        'CKR_USER_TOO_MANY_TYPES' 'The token cannot have one more distinct user logged in at the same time' \
        'CKR_WRAPPED_KEY_INVALID' 'The wrapped key blob does not unwrap to a key of the type asked for' \
        'CKR_WRAPPED_KEY_LEN_RANGE' 'The wrapped key blob has a length this mechanism or key type cannot have' \
        'CKR_WRAPPING_KEY_HANDLE_INVALID' 'The handle given for the wrapping key does not denote a usable key' \
        'CKR_WRAPPING_KEY_SIZE_RANGE' 'The wrapping key is too short or too long for this wrap on this token' \
        'CKR_WRAPPING_KEY_TYPE_INCONSISTENT' 'The wrapping key\'s class or type does not fit the wrapping mechanism' \
        'CKR_RANDOM_SEED_NOT_SUPPORTED' 'The token\'s generator takes no seed; harmless, random numbers still work' \
        'CKR_RANDOM_NO_RNG' 'This token has no random number generator' \
        'CKR_DOMAIN_PARAMS_INVALID' 'Curve or DH/DSA parameters malformed, or in a form the token does not take' \
        'CKR_CURVE_NOT_SUPPORTED' 'The token does not support this elliptic curve' \
        'CKR_BUFFER_TOO_SMALL' 'Output buffer too small; required size returned, operation still active' \
        'CKR_SAVED_STATE_INVALID' 'The saved operation state cannot be restored into this session' \
        'CKR_INFORMATION_SENSITIVE' 'The token will not reveal this piece of information' \
        'CKR_STATE_UNSAVEABLE' 'The running operation cannot be saved for later' \
        'CKR_CRYPTOKI_NOT_INITIALIZED' 'No C_Initialize in this process (a forked child needs its own), or finalised' \
        'CKR_CRYPTOKI_ALREADY_INITIALIZED' 'Library already initialised in this process; carry on and use it' \
        'CKR_MUTEX_BAD' 'A mutex callback was handed something that is not a live mutex' \
        'CKR_MUTEX_NOT_LOCKED' 'An unlock callback was asked to unlock a mutex that is not locked' \
        'CKR_NEW_PIN_MODE' 'One-time-password token wants a new PIN before it accepts any OTP' \
        'CKR_NEXT_OTP' 'OTP plausible but out of step; the verifier wants the next code as proof' \
        'CKR_EXCEEDED_MAX_ITERATIONS' 'The random search for suitable numbers gave up; a few repeats may succeed' \
        'CKR_FIPS_SELF_TEST_FAILED' 'Module failed a FIPS self-test; nothing it does may be trusted until cured' \
        'CKR_LIBRARY_LOAD_FAILED' 'The module could not load another library it depends on' \
        'CKR_PIN_TOO_WEAK' 'The new PIN breaks the token\'s strength policy; the old PIN is still valid' \
        'CKR_PUBLIC_KEY_INVALID' 'The public key failed validation (off the curve, bad modulus or encoding)' \
        'CKR_FUNCTION_REJECTED' 'Refused by the user or by the token\'s permissions for this identity or key' \
        'CKR_TOKEN_RESOURCE_EXCEEDED' 'Token ran out of working memory for this operation (large or busy)' \
        'CKR_OPERATION_CANCEL_FAILED' 'The running operation could not be cancelled and is still active' \
        'CKR_KEY_EXHAUSTED' 'The key has used up all signatures or operations it may ever make' \
        'CKR_PENDING' 'Started and still running; poll C_AsyncComplete, do not call again' \
        'CKR_SESSION_ASYNC_NOT_SUPPORTED' 'The token cannot open asynchronous sessions' \
        'CKR_SEED_RANDOM_REQUIRED' 'The generator must be seeded with C_SeedRandom before it gives numbers' \
        'CKR_OPERATION_NOT_VALIDATED' 'Request falls outside the token\'s validated (FIPS-like) mode of operation' \
        'CKR_TOKEN_NOT_INITIALIZED' 'The token in this slot is blank; the SO has never initialised it' \
        'CKR_PARAMETER_SET_NOT_SUPPORTED' 'The token lacks this post-quantum or hash-based parameter set' \
        'CKR_VENDOR_DEFINED' 'Start of the vendor range; 0x80000000 and up mean what that vendor says' \
        'CKR_FLAGS_INVALID' 'only in older headers of the standard' \
        'CKR_FUNCTION_PARALLEL' 'only in older headers of the standard' \
        'CKR_KEY_SENSITIVE' 'only in older headers of the standard' \
        'CKR_OBJECT_CLASS_INCONSISTENT' 'only in older headers of the standard' \
        'CKR_OBJECT_CLASS_INVALID' 'only in older headers of the standard' \
        'CKR_SESSION_EXCLUSIVE_EXISTS' 'only in older headers of the standard' \
        'CKR_INSERTION_CALLBACK_NOT_SUPPORTED' 'only in older headers of the standard'
end

function __ckr_constants
    printf '%s\t%s\n' \
        'CKF_ARRAY_ATTRIBUTE' 'attribute flag' \
        'CKA_CLASS' 'attribute' \
        'CKA_TOKEN' 'attribute' \
        'CKA_PRIVATE' 'attribute' \
        'CKA_LABEL' 'attribute' \
        'CKA_APPLICATION' 'attribute' \
        'CKA_VALUE' 'attribute' \
        'CKA_OBJECT_ID' 'attribute' \
        'CKA_CERTIFICATE_TYPE' 'attribute' \
        'CKA_ISSUER' 'attribute' \
        'CKA_SERIAL_NUMBER' 'attribute' \
        'CKA_AC_ISSUER' 'attribute' \
        'CKA_OWNER' 'attribute' \
        'CKA_ATTR_TYPES' 'attribute' \
        'CKA_TRUSTED' 'attribute' \
        'CKA_CERTIFICATE_CATEGORY' 'attribute' \
        'CKA_JAVA_MIDP_SECURITY_DOMAIN' 'attribute' \
        'CKA_URL' 'attribute' \
        'CKA_HASH_OF_SUBJECT_PUBLIC_KEY' 'attribute' \
        'CKA_HASH_OF_ISSUER_PUBLIC_KEY' 'attribute' \
        'CKA_NAME_HASH_ALGORITHM' 'attribute' \
        'CKA_CHECK_VALUE' 'attribute' \
        'CKA_KEY_TYPE' 'attribute' \
        'CKA_SUBJECT' 'attribute' \
        'CKA_ID' 'attribute' \
        'CKA_SENSITIVE' 'attribute' \
        'CKA_ENCRYPT' 'attribute' \
        'CKA_DECRYPT' 'attribute' \
        'CKA_WRAP' 'attribute' \
        'CKA_UNWRAP' 'attribute' \
        'CKA_SIGN' 'attribute' \
        'CKA_SIGN_RECOVER' 'attribute' \
        'CKA_VERIFY' 'attribute' \
        'CKA_VERIFY_RECOVER' 'attribute' \
        'CKA_DERIVE' 'attribute' \
        'CKA_START_DATE' 'attribute' \
        'CKA_END_DATE' 'attribute' \
        'CKA_MODULUS' 'attribute' \
        'CKA_MODULUS_BITS' 'attribute' \
        'CKA_PUBLIC_EXPONENT' 'attribute' \
        'CKA_PRIVATE_EXPONENT' 'attribute' \
        'CKA_PRIME_1' 'attribute' \
        'CKA_PRIME_2' 'attribute' \
        'CKA_EXPONENT_1' 'attribute' \
        'CKA_EXPONENT_2' 'attribute' \
        'CKA_COEFFICIENT' 'attribute' \
        'CKA_PUBLIC_KEY_INFO' 'attribute' \
        'CKA_PRIME' 'attribute' \
        'CKA_SUBPRIME' 'attribute' \
        'CKA_BASE' 'attribute' \
        'CKA_PRIME_BITS' 'attribute' \
        'CKA_SUBPRIME_BITS' 'attribute' \
        'CKA_VALUE_BITS' 'attribute' \
        'CKA_VALUE_LEN' 'attribute' \
        'CKA_EXTRACTABLE' 'attribute' \
        'CKA_LOCAL' 'attribute' \
        'CKA_NEVER_EXTRACTABLE' 'attribute' \
        'CKA_ALWAYS_SENSITIVE' 'attribute' \
        'CKA_KEY_GEN_MECHANISM' 'attribute' \
        'CKA_MODIFIABLE' 'attribute' \
        'CKA_COPYABLE' 'attribute' \
        'CKA_DESTROYABLE' 'attribute' \
        'CKA_EC_PARAMS' 'attribute' \
        'CKA_EC_POINT' 'attribute' \
        'CKA_SECONDARY_AUTH' 'attribute' \
        'CKA_AUTH_PIN_FLAGS' 'attribute' \
        'CKA_ALWAYS_AUTHENTICATE' 'attribute' \
        'CKA_WRAP_WITH_TRUSTED' 'attribute' \
        'CKA_OTP_FORMAT' 'attribute' \
        'CKA_OTP_LENGTH' 'attribute' \
        'CKA_OTP_TIME_INTERVAL' 'attribute' \
        'CKA_OTP_USER_FRIENDLY_MODE' 'attribute' \
        'CKA_OTP_CHALLENGE_REQUIREMENT' 'attribute' \
        'CKA_OTP_TIME_REQUIREMENT' 'attribute' \
        'CKA_OTP_COUNTER_REQUIREMENT' 'attribute' \
        'CKA_OTP_PIN_REQUIREMENT' 'attribute' \
        'CKA_OTP_USER_IDENTIFIER' 'attribute' \
        'CKA_OTP_SERVICE_IDENTIFIER' 'attribute' \
        'CKA_OTP_SERVICE_LOGO' 'attribute' \
        'CKA_OTP_SERVICE_LOGO_TYPE' 'attribute' \
        'CKA_OTP_COUNTER' 'attribute' \
        'CKA_OTP_TIME' 'attribute' \
        'CKA_GOSTR3410_PARAMS' 'attribute' \
        'CKA_GOSTR3411_PARAMS' 'attribute' \
        'CKA_GOST28147_PARAMS' 'attribute' \
        'CKA_HW_FEATURE_TYPE' 'attribute' \
        'CKA_RESET_ON_INIT' 'attribute' \
        'CKA_HAS_RESET' 'attribute' \
        'CKA_PIXEL_X' 'attribute' \
        'CKA_PIXEL_Y' 'attribute' \
        'CKA_RESOLUTION' 'attribute' \
        'CKA_CHAR_ROWS' 'attribute' \
        'CKA_CHAR_COLUMNS' 'attribute' \
        'CKA_COLOR' 'attribute' \
        'CKA_BITS_PER_PIXEL' 'attribute' \
        'CKA_CHAR_SETS' 'attribute' \
        'CKA_ENCODING_METHODS' 'attribute' \
        'CKA_MIME_TYPES' 'attribute' \
        'CKA_MECHANISM_TYPE' 'attribute' \
        'CKA_REQUIRED_CMS_ATTRIBUTES' 'attribute' \
        'CKA_DEFAULT_CMS_ATTRIBUTES' 'attribute' \
        'CKA_SUPPORTED_CMS_ATTRIBUTES' 'attribute' \
        'CKA_WRAP_TEMPLATE' 'attribute' \
        'CKA_UNWRAP_TEMPLATE' 'attribute' \
        'CKA_DERIVE_TEMPLATE' 'attribute' \
        'CKA_ALLOWED_MECHANISMS' 'attribute' \
        'CKA_VENDOR_DEFINED' 'attribute' \
        'CKA_UNIQUE_ID' 'attribute' \
        'CKA_PROFILE_ID' 'attribute' \
        'CKA_X2RATCHET_BAG' 'attribute' \
        'CKA_X2RATCHET_BAGSIZE' 'attribute' \
        'CKA_X2RATCHET_BOBS1STMSG' 'attribute' \
        'CKA_X2RATCHET_CKR' 'attribute' \
        'CKA_X2RATCHET_CKS' 'attribute' \
        'CKA_X2RATCHET_DHP' 'attribute' \
        'CKA_X2RATCHET_DHR' 'attribute' \
        'CKA_X2RATCHET_DHS' 'attribute' \
        'CKA_X2RATCHET_HKR' 'attribute' \
        'CKA_X2RATCHET_HKS' 'attribute' \
        'CKA_X2RATCHET_ISALICE' 'attribute' \
        'CKA_X2RATCHET_NHKR' 'attribute' \
        'CKA_X2RATCHET_NHKS' 'attribute' \
        'CKA_X2RATCHET_NR' 'attribute' \
        'CKA_X2RATCHET_NS' 'attribute' \
        'CKA_X2RATCHET_PNS' 'attribute' \
        'CKA_X2RATCHET_RK' 'attribute' \
        'CKA_HSS_LEVELS' 'attribute' \
        'CKA_HSS_LMS_TYPE' 'attribute' \
        'CKA_HSS_LMOTS_TYPE' 'attribute' \
        'CKA_HSS_LMS_TYPES' 'attribute' \
        'CKA_HSS_LMOTS_TYPES' 'attribute' \
        'CKA_HSS_KEYS_REMAINING' 'attribute' \
        'CKA_PARAMETER_SET' 'attribute' \
        'CKA_OBJECT_VALIDATION_FLAGS' 'attribute' \
        'CKA_VALIDATION_TYPE' 'attribute' \
        'CKA_VALIDATION_VERSION' 'attribute' \
        'CKA_VALIDATION_LEVEL' 'attribute' \
        'CKA_VALIDATION_MODULE_ID' 'attribute' \
        'CKA_VALIDATION_FLAG' 'attribute' \
        'CKA_VALIDATION_AUTHORITY_TYPE' 'attribute' \
        'CKA_VALIDATION_COUNTRY' 'attribute' \
        'CKA_VALIDATION_CERTIFICATE_IDENTIFIER' 'attribute' \
        'CKA_VALIDATION_CERTIFICATE_URI' 'attribute' \
        'CKA_VALIDATION_VENDOR_URI' 'attribute' \
        'CKA_VALIDATION_PROFILE' 'attribute' \
        'CKA_ENCAPSULATE_TEMPLATE' 'attribute' \
        'CKA_DECAPSULATE_TEMPLATE' 'attribute' \
        'CKA_TRUST_SERVER_AUTH' 'attribute' \
        'CKA_TRUST_CLIENT_AUTH' 'attribute' \
        'CKA_TRUST_CODE_SIGNING' 'attribute' \
        'CKA_TRUST_EMAIL_PROTECTION' 'attribute' \
        'CKA_TRUST_IPSEC_IKE' 'attribute' \
        'CKA_TRUST_TIME_STAMPING' 'attribute' \
        'CKA_TRUST_OCSP_SIGNING' 'attribute' \
        'CKA_ENCAPSULATE' 'attribute' \
        'CKA_DECAPSULATE' 'attribute' \
        'CKA_HASH_OF_CERTIFICATE' 'attribute' \
        'CKA_PUBLIC_CRC64_VALUE' 'attribute' \
        'CKA_SEED' 'attribute' \
        'CK_FALSE' 'boolean' \
        'CK_TRUE' 'boolean' \
        'CK_CERTIFICATE_CATEGORY_UNSPECIFIED' 'certificate category' \
        'CK_CERTIFICATE_CATEGORY_TOKEN_USER' 'certificate category' \
        'CK_CERTIFICATE_CATEGORY_AUTHORITY' 'certificate category' \
        'CK_CERTIFICATE_CATEGORY_OTHER_ENTITY' 'certificate category' \
        'CKC_X_509' 'certificate type' \
        'CKC_X_509_ATTR_CERT' 'certificate type' \
        'CKC_WTLS' 'certificate type' \
        'CKC_VENDOR_DEFINED' 'certificate type' \
        'CKF_DONT_BLOCK' 'event flag' \
        'CKG_NO_GENERATE' 'generator' \
        'CKG_GENERATE' 'generator' \
        'CKG_GENERATE_COUNTER' 'generator' \
        'CKG_GENERATE_RANDOM' 'generator' \
        'CKG_GENERATE_COUNTER_XOR' 'generator' \
        'CK_INVALID_HANDLE' 'handle' \
        'CKH_MONOTONIC_COUNTER' 'hardware feature' \
        'CKH_CLOCK' 'hardware feature' \
        'CKH_USER_INTERFACE' 'hardware feature' \
        'CKH_VENDOR_DEFINED' 'hardware feature' \
        'CKH_HEDGE_PREFERRED' 'hedge' \
        'CKH_HEDGE_REQUIRED' 'hedge' \
        'CKH_DETERMINISTIC_REQUIRED' 'hedge' \
        'CKF_HKDF_SALT_NULL' 'hkdf salt' \
        'CKF_HKDF_SALT_DATA' 'hkdf salt' \
        'CKF_HKDF_SALT_KEY' 'hkdf salt' \
        'CKF_LIBRARY_CANT_CREATE_OS_THREADS' 'init flag' \
        'CKF_OS_LOCKING_OK' 'init flag' \
        'CKF_INTERFACE_FORK_SAFE' 'interface flag' \
        'CKD_NULL' 'kdf' \
        'CKD_SHA1_KDF' 'kdf' \
        'CKD_SHA1_KDF_ASN1' 'kdf' \
        'CKD_SHA1_KDF_CONCATENATE' 'kdf' \
        'CKD_SHA224_KDF' 'kdf' \
        'CKD_SHA256_KDF' 'kdf' \
        'CKD_SHA384_KDF' 'kdf' \
        'CKD_SHA512_KDF' 'kdf' \
        'CKD_CPDIVERSIFY_KDF' 'kdf' \
        'CKD_SHA3_224_KDF' 'kdf' \
        'CKD_SHA3_256_KDF' 'kdf' \
        'CKD_SHA3_384_KDF' 'kdf' \
        'CKD_SHA3_512_KDF' 'kdf' \
        'CKD_SHA1_KDF_SP800' 'kdf' \
        'CKD_SHA224_KDF_SP800' 'kdf' \
        'CKD_SHA256_KDF_SP800' 'kdf' \
        'CKD_SHA384_KDF_SP800' 'kdf' \
        'CKD_SHA512_KDF_SP800' 'kdf' \
        'CKD_SHA3_224_KDF_SP800' 'kdf' \
        'CKD_SHA3_256_KDF_SP800' 'kdf' \
        'CKD_SHA3_384_KDF_SP800' 'kdf' \
        'CKD_SHA3_512_KDF_SP800' 'kdf' \
        'CKD_BLAKE2B_160_KDF' 'kdf' \
        'CKD_BLAKE2B_256_KDF' 'kdf' \
        'CKD_BLAKE2B_384_KDF' 'kdf' \
        'CKD_BLAKE2B_512_KDF' 'kdf' \
        'CKK_RSA' 'key type' \
        'CKK_DSA' 'key type' \
        'CKK_DH' 'key type' \
        'CKK_EC' 'key type' \
        'CKK_X9_42_DH' 'key type' \
        'CKK_KEA' 'key type' \
        'CKK_GENERIC_SECRET' 'key type' \
        'CKK_RC2' 'key type' \
        'CKK_RC4' 'key type' \
        'CKK_DES' 'key type' \
        'CKK_DES2' 'key type' \
        'CKK_DES3' 'key type' \
        'CKK_CAST' 'key type' \
        'CKK_CAST3' 'key type' \
        'CKK_CAST128' 'key type' \
        'CKK_RC5' 'key type' \
        'CKK_IDEA' 'key type' \
        'CKK_SKIPJACK' 'key type' \
        'CKK_BATON' 'key type' \
        'CKK_JUNIPER' 'key type' \
        'CKK_CDMF' 'key type' \
        'CKK_AES' 'key type' \
        'CKK_BLOWFISH' 'key type' \
        'CKK_TWOFISH' 'key type' \
        'CKK_SECURID' 'key type' \
        'CKK_HOTP' 'key type' \
        'CKK_ACTI' 'key type' \
        'CKK_CAMELLIA' 'key type' \
        'CKK_ARIA' 'key type' \
        'CKK_MD5_HMAC' 'key type' \
        'CKK_SHA_1_HMAC' 'key type' \
        'CKK_RIPEMD128_HMAC' 'key type' \
        'CKK_RIPEMD160_HMAC' 'key type' \
        'CKK_SHA256_HMAC' 'key type' \
        'CKK_SHA384_HMAC' 'key type' \
        'CKK_SHA512_HMAC' 'key type' \
        'CKK_SHA224_HMAC' 'key type' \
        'CKK_SEED' 'key type' \
        'CKK_GOSTR3410' 'key type' \
        'CKK_GOSTR3411' 'key type' \
        'CKK_GOST28147' 'key type' \
        'CKK_VENDOR_DEFINED' 'key type' \
        'CKK_CHACHA20' 'key type' \
        'CKK_POLY1305' 'key type' \
        'CKK_AES_XTS' 'key type' \
        'CKK_SHA3_224_HMAC' 'key type' \
        'CKK_SHA3_256_HMAC' 'key type' \
        'CKK_SHA3_384_HMAC' 'key type' \
        'CKK_SHA3_512_HMAC' 'key type' \
        'CKK_BLAKE2B_160_HMAC' 'key type' \
        'CKK_BLAKE2B_256_HMAC' 'key type' \
        'CKK_BLAKE2B_384_HMAC' 'key type' \
        'CKK_BLAKE2B_512_HMAC' 'key type' \
        'CKK_SALSA20' 'key type' \
        'CKK_X2RATCHET' 'key type' \
        'CKK_EC_EDWARDS' 'key type' \
        'CKK_EC_MONTGOMERY' 'key type' \
        'CKK_HKDF' 'key type' \
        'CKK_SHA512_224_HMAC' 'key type' \
        'CKK_SHA512_256_HMAC' 'key type' \
        'CKK_SHA512_T_HMAC' 'key type' \
        'CKK_HSS' 'key type' \
        'CKK_XMSS' 'key type' \
        'CKK_XMSSMT' 'key type' \
        'CKK_ML_KEM' 'key type' \
        'CKK_ML_DSA' 'key type' \
        'CKK_SLH_DSA' 'key type' \
        'CK_EFFECTIVELY_INFINITE' 'limit' \
        'CK_UNAVAILABLE_INFORMATION' 'limit' \
        'CKF_HW' 'mechanism flag' \
        'CKF_ENCRYPT' 'mechanism flag' \
        'CKF_DECRYPT' 'mechanism flag' \
        'CKF_DIGEST' 'mechanism flag' \
        'CKF_SIGN' 'mechanism flag' \
        'CKF_SIGN_RECOVER' 'mechanism flag' \
        'CKF_VERIFY' 'mechanism flag' \
        'CKF_VERIFY_RECOVER' 'mechanism flag' \
        'CKF_GENERATE' 'mechanism flag' \
        'CKF_GENERATE_KEY_PAIR' 'mechanism flag' \
        'CKF_WRAP' 'mechanism flag' \
        'CKF_UNWRAP' 'mechanism flag' \
        'CKF_DERIVE' 'mechanism flag' \
        'CKF_EC_F_P' 'mechanism flag' \
        'CKF_EC_F_2M' 'mechanism flag' \
        'CKF_EC_ECPARAMETERS' 'mechanism flag' \
        'CKF_EC_UNCOMPRESS' 'mechanism flag' \
        'CKF_EC_COMPRESS' 'mechanism flag' \
        'CKF_EXTENSION' 'mechanism flag' \
        'CKF_MESSAGE_ENCRYPT' 'mechanism flag' \
        'CKF_MESSAGE_DECRYPT' 'mechanism flag' \
        'CKF_MESSAGE_SIGN' 'mechanism flag' \
        'CKF_MESSAGE_VERIFY' 'mechanism flag' \
        'CKF_MULTI_MESSAGE' 'mechanism flag' \
        'CKF_FIND_OBJECTS' 'mechanism flag' \
        'CKF_EC_OID' 'mechanism flag' \
        'CKF_EC_CURVENAME' 'mechanism flag' \
        'CKF_ENCAPSULATE' 'mechanism flag' \
        'CKF_DECAPSULATE' 'mechanism flag' \
        'CKM_RSA_PKCS_KEY_PAIR_GEN' 'mechanism' \
        'CKM_RSA_PKCS' 'mechanism' \
        'CKM_RSA_9796' 'mechanism' \
        'CKM_RSA_X_509' 'mechanism' \
        'CKM_MD2_RSA_PKCS' 'mechanism' \
        'CKM_MD5_RSA_PKCS' 'mechanism' \
        'CKM_SHA1_RSA_PKCS' 'mechanism' \
        'CKM_RIPEMD128_RSA_PKCS' 'mechanism' \
        'CKM_RIPEMD160_RSA_PKCS' 'mechanism' \
        'CKM_RSA_PKCS_OAEP' 'mechanism' \
        'CKM_RSA_X9_31_KEY_PAIR_GEN' 'mechanism' \
        'CKM_RSA_X9_31' 'mechanism' \
        'CKM_SHA1_RSA_X9_31' 'mechanism' \
        'CKM_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA1_RSA_PKCS_PSS' 'mechanism' \
        'CKM_DSA_KEY_PAIR_GEN' 'mechanism' \
        'CKM_DSA' 'mechanism' \
        'CKM_DSA_SHA1' 'mechanism' \
        'CKM_DSA_SHA224' 'mechanism' \
        'CKM_DSA_SHA256' 'mechanism' \
        'CKM_DSA_SHA384' 'mechanism' \
        'CKM_DSA_SHA512' 'mechanism' \
        'CKM_DH_PKCS_KEY_PAIR_GEN' 'mechanism' \
        'CKM_DH_PKCS_DERIVE' 'mechanism' \
        'CKM_X9_42_DH_KEY_PAIR_GEN' 'mechanism' \
        'CKM_X9_42_DH_DERIVE' 'mechanism' \
        'CKM_X9_42_DH_HYBRID_DERIVE' 'mechanism' \
        'CKM_X9_42_MQV_DERIVE' 'mechanism' \
        'CKM_SHA256_RSA_PKCS' 'mechanism' \
        'CKM_SHA384_RSA_PKCS' 'mechanism' \
        'CKM_SHA512_RSA_PKCS' 'mechanism' \
        'CKM_SHA256_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA384_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA512_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA224_RSA_PKCS' 'mechanism' \
        'CKM_SHA224_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA512_224' 'mechanism' \
        'CKM_SHA512_224_HMAC' 'mechanism' \
        'CKM_SHA512_224_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA512_224_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA512_256' 'mechanism' \
        'CKM_SHA512_256_HMAC' 'mechanism' \
        'CKM_SHA512_256_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA512_256_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA512_T' 'mechanism' \
        'CKM_SHA512_T_HMAC' 'mechanism' \
        'CKM_SHA512_T_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA512_T_KEY_DERIVATION' 'mechanism' \
        'CKM_RC2_KEY_GEN' 'mechanism' \
        'CKM_RC2_ECB' 'mechanism' \
        'CKM_RC2_CBC' 'mechanism' \
        'CKM_RC2_MAC' 'mechanism' \
        'CKM_RC2_MAC_GENERAL' 'mechanism' \
        'CKM_RC2_CBC_PAD' 'mechanism' \
        'CKM_RC4_KEY_GEN' 'mechanism' \
        'CKM_RC4' 'mechanism' \
        'CKM_DES_KEY_GEN' 'mechanism' \
        'CKM_DES_ECB' 'mechanism' \
        'CKM_DES_CBC' 'mechanism' \
        'CKM_DES_MAC' 'mechanism' \
        'CKM_DES_MAC_GENERAL' 'mechanism' \
        'CKM_DES_CBC_PAD' 'mechanism' \
        'CKM_DES2_KEY_GEN' 'mechanism' \
        'CKM_DES3_KEY_GEN' 'mechanism' \
        'CKM_DES3_ECB' 'mechanism' \
        'CKM_DES3_CBC' 'mechanism' \
        'CKM_DES3_MAC' 'mechanism' \
        'CKM_DES3_MAC_GENERAL' 'mechanism' \
        'CKM_DES3_CBC_PAD' 'mechanism' \
        'CKM_DES3_CMAC_GENERAL' 'mechanism' \
        'CKM_DES3_CMAC' 'mechanism' \
        'CKM_CDMF_KEY_GEN' 'mechanism' \
        'CKM_CDMF_ECB' 'mechanism' \
        'CKM_CDMF_CBC' 'mechanism' \
        'CKM_CDMF_MAC' 'mechanism' \
        'CKM_CDMF_MAC_GENERAL' 'mechanism' \
        'CKM_CDMF_CBC_PAD' 'mechanism' \
        'CKM_DES_OFB64' 'mechanism' \
        'CKM_DES_OFB8' 'mechanism' \
        'CKM_DES_CFB64' 'mechanism' \
        'CKM_DES_CFB8' 'mechanism' \
        'CKM_MD2' 'mechanism' \
        'CKM_MD2_HMAC' 'mechanism' \
        'CKM_MD2_HMAC_GENERAL' 'mechanism' \
        'CKM_MD5' 'mechanism' \
        'CKM_MD5_HMAC' 'mechanism' \
        'CKM_MD5_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA_1' 'mechanism' \
        'CKM_SHA_1_HMAC' 'mechanism' \
        'CKM_SHA_1_HMAC_GENERAL' 'mechanism' \
        'CKM_RIPEMD128' 'mechanism' \
        'CKM_RIPEMD128_HMAC' 'mechanism' \
        'CKM_RIPEMD128_HMAC_GENERAL' 'mechanism' \
        'CKM_RIPEMD160' 'mechanism' \
        'CKM_RIPEMD160_HMAC' 'mechanism' \
        'CKM_RIPEMD160_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA256' 'mechanism' \
        'CKM_SHA256_HMAC' 'mechanism' \
        'CKM_SHA256_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA224' 'mechanism' \
        'CKM_SHA224_HMAC' 'mechanism' \
        'CKM_SHA224_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA384' 'mechanism' \
        'CKM_SHA384_HMAC' 'mechanism' \
        'CKM_SHA384_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA512' 'mechanism' \
        'CKM_SHA512_HMAC' 'mechanism' \
        'CKM_SHA512_HMAC_GENERAL' 'mechanism' \
        'CKM_SECURID_KEY_GEN' 'mechanism' \
        'CKM_SECURID' 'mechanism' \
        'CKM_HOTP_KEY_GEN' 'mechanism' \
        'CKM_HOTP' 'mechanism' \
        'CKM_ACTI' 'mechanism' \
        'CKM_ACTI_KEY_GEN' 'mechanism' \
        'CKM_CAST_KEY_GEN' 'mechanism' \
        'CKM_CAST_ECB' 'mechanism' \
        'CKM_CAST_CBC' 'mechanism' \
        'CKM_CAST_MAC' 'mechanism' \
        'CKM_CAST_MAC_GENERAL' 'mechanism' \
        'CKM_CAST_CBC_PAD' 'mechanism' \
        'CKM_CAST3_KEY_GEN' 'mechanism' \
        'CKM_CAST3_ECB' 'mechanism' \
        'CKM_CAST3_CBC' 'mechanism' \
        'CKM_CAST3_MAC' 'mechanism' \
        'CKM_CAST3_MAC_GENERAL' 'mechanism' \
        'CKM_CAST3_CBC_PAD' 'mechanism' \
        'CKM_CAST128_KEY_GEN' 'mechanism' \
        'CKM_CAST128_ECB' 'mechanism' \
        'CKM_CAST128_CBC' 'mechanism' \
        'CKM_CAST128_MAC' 'mechanism' \
        'CKM_CAST128_MAC_GENERAL' 'mechanism' \
        'CKM_CAST128_CBC_PAD' 'mechanism' \
        'CKM_RC5_KEY_GEN' 'mechanism' \
        'CKM_RC5_ECB' 'mechanism' \
        'CKM_RC5_CBC' 'mechanism' \
        'CKM_RC5_MAC' 'mechanism' \
        'CKM_RC5_MAC_GENERAL' 'mechanism' \
        'CKM_RC5_CBC_PAD' 'mechanism' \
        'CKM_IDEA_KEY_GEN' 'mechanism' \
        'CKM_IDEA_ECB' 'mechanism' \
        'CKM_IDEA_CBC' 'mechanism' \
        'CKM_IDEA_MAC' 'mechanism' \
        'CKM_IDEA_MAC_GENERAL' 'mechanism' \
        'CKM_IDEA_CBC_PAD' 'mechanism' \
        'CKM_GENERIC_SECRET_KEY_GEN' 'mechanism' \
        'CKM_CONCATENATE_BASE_AND_KEY' 'mechanism' \
        'CKM_CONCATENATE_BASE_AND_DATA' 'mechanism' \
        'CKM_CONCATENATE_DATA_AND_BASE' 'mechanism' \
        'CKM_XOR_BASE_AND_DATA' 'mechanism' \
        'CKM_EXTRACT_KEY_FROM_KEY' 'mechanism' \
        'CKM_SSL3_PRE_MASTER_KEY_GEN' 'mechanism' \
        'CKM_SSL3_MASTER_KEY_DERIVE' 'mechanism' \
        'CKM_SSL3_KEY_AND_MAC_DERIVE' 'mechanism' \
        'CKM_SSL3_MASTER_KEY_DERIVE_DH' 'mechanism' \
        'CKM_TLS_PRE_MASTER_KEY_GEN' 'mechanism' \
        'CKM_TLS_MASTER_KEY_DERIVE' 'mechanism' \
        'CKM_TLS_KEY_AND_MAC_DERIVE' 'mechanism' \
        'CKM_TLS_MASTER_KEY_DERIVE_DH' 'mechanism' \
        'CKM_TLS_PRF' 'mechanism' \
        'CKM_SSL3_MD5_MAC' 'mechanism' \
        'CKM_SSL3_SHA1_MAC' 'mechanism' \
        'CKM_MD5_KEY_DERIVATION' 'mechanism' \
        'CKM_MD2_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA1_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA256_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA384_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA512_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA224_KEY_DERIVATION' 'mechanism' \
        'CKM_PBE_MD2_DES_CBC' 'mechanism' \
        'CKM_PBE_MD5_DES_CBC' 'mechanism' \
        'CKM_PBE_MD5_CAST_CBC' 'mechanism' \
        'CKM_PBE_MD5_CAST3_CBC' 'mechanism' \
        'CKM_PBE_MD5_CAST128_CBC' 'mechanism' \
        'CKM_PBE_SHA1_CAST128_CBC' 'mechanism' \
        'CKM_PBE_SHA1_RC4_128' 'mechanism' \
        'CKM_PBE_SHA1_RC4_40' 'mechanism' \
        'CKM_PBE_SHA1_DES3_EDE_CBC' 'mechanism' \
        'CKM_PBE_SHA1_DES2_EDE_CBC' 'mechanism' \
        'CKM_PBE_SHA1_RC2_128_CBC' 'mechanism' \
        'CKM_PBE_SHA1_RC2_40_CBC' 'mechanism' \
        'CKM_PKCS5_PBKD2' 'mechanism' \
        'CKM_PBA_SHA1_WITH_SHA1_HMAC' 'mechanism' \
        'CKM_WTLS_PRE_MASTER_KEY_GEN' 'mechanism' \
        'CKM_WTLS_MASTER_KEY_DERIVE' 'mechanism' \
        'CKM_WTLS_MASTER_KEY_DERIVE_DH_ECC' 'mechanism' \
        'CKM_WTLS_PRF' 'mechanism' \
        'CKM_WTLS_SERVER_KEY_AND_MAC_DERIVE' 'mechanism' \
        'CKM_WTLS_CLIENT_KEY_AND_MAC_DERIVE' 'mechanism' \
        'CKM_TLS10_MAC_SERVER' 'mechanism' \
        'CKM_TLS10_MAC_CLIENT' 'mechanism' \
        'CKM_TLS12_MAC' 'mechanism' \
        'CKM_TLS12_KDF' 'mechanism' \
        'CKM_TLS12_MASTER_KEY_DERIVE' 'mechanism' \
        'CKM_TLS12_KEY_AND_MAC_DERIVE' 'mechanism' \
        'CKM_TLS12_MASTER_KEY_DERIVE_DH' 'mechanism' \
        'CKM_TLS12_KEY_SAFE_DERIVE' 'mechanism' \
        'CKM_TLS_MAC' 'mechanism' \
        'CKM_TLS_KDF' 'mechanism' \
        'CKM_KEY_WRAP_LYNKS' 'mechanism' \
        'CKM_KEY_WRAP_SET_OAEP' 'mechanism' \
        'CKM_CMS_SIG' 'mechanism' \
        'CKM_KIP_DERIVE' 'mechanism' \
        'CKM_KIP_WRAP' 'mechanism' \
        'CKM_KIP_MAC' 'mechanism' \
        'CKM_CAMELLIA_KEY_GEN' 'mechanism' \
        'CKM_CAMELLIA_ECB' 'mechanism' \
        'CKM_CAMELLIA_CBC' 'mechanism' \
        'CKM_CAMELLIA_MAC' 'mechanism' \
        'CKM_CAMELLIA_MAC_GENERAL' 'mechanism' \
        'CKM_CAMELLIA_CBC_PAD' 'mechanism' \
        'CKM_CAMELLIA_ECB_ENCRYPT_DATA' 'mechanism' \
        'CKM_CAMELLIA_CBC_ENCRYPT_DATA' 'mechanism' \
        'CKM_CAMELLIA_CTR' 'mechanism' \
        'CKM_ARIA_KEY_GEN' 'mechanism' \
        'CKM_ARIA_ECB' 'mechanism' \
        'CKM_ARIA_CBC' 'mechanism' \
        'CKM_ARIA_MAC' 'mechanism' \
        'CKM_ARIA_MAC_GENERAL' 'mechanism' \
        'CKM_ARIA_CBC_PAD' 'mechanism' \
        'CKM_ARIA_ECB_ENCRYPT_DATA' 'mechanism' \
        'CKM_ARIA_CBC_ENCRYPT_DATA' 'mechanism' \
        'CKM_SEED_KEY_GEN' 'mechanism' \
        'CKM_SEED_ECB' 'mechanism' \
        'CKM_SEED_CBC' 'mechanism' \
        'CKM_SEED_MAC' 'mechanism' \
        'CKM_SEED_MAC_GENERAL' 'mechanism' \
        'CKM_SEED_CBC_PAD' 'mechanism' \
        'CKM_SEED_ECB_ENCRYPT_DATA' 'mechanism' \
        'CKM_SEED_CBC_ENCRYPT_DATA' 'mechanism' \
        'CKM_SKIPJACK_KEY_GEN' 'mechanism' \
        'CKM_SKIPJACK_ECB64' 'mechanism' \
        'CKM_SKIPJACK_CBC64' 'mechanism' \
        'CKM_SKIPJACK_OFB64' 'mechanism' \
        'CKM_SKIPJACK_CFB64' 'mechanism' \
        'CKM_SKIPJACK_CFB32' 'mechanism' \
        'CKM_SKIPJACK_CFB16' 'mechanism' \
        'CKM_SKIPJACK_CFB8' 'mechanism' \
        'CKM_SKIPJACK_WRAP' 'mechanism' \
        'CKM_SKIPJACK_PRIVATE_WRAP' 'mechanism' \
        'CKM_SKIPJACK_RELAYX' 'mechanism' \
        'CKM_KEA_KEY_PAIR_GEN' 'mechanism' \
        'CKM_KEA_KEY_DERIVE' 'mechanism' \
        'CKM_KEA_DERIVE' 'mechanism' \
        'CKM_FORTEZZA_TIMESTAMP' 'mechanism' \
        'CKM_BATON_KEY_GEN' 'mechanism' \
        'CKM_BATON_ECB128' 'mechanism' \
        'CKM_BATON_ECB96' 'mechanism' \
        'CKM_BATON_CBC128' 'mechanism' \
        'CKM_BATON_COUNTER' 'mechanism' \
        'CKM_BATON_SHUFFLE' 'mechanism' \
        'CKM_BATON_WRAP' 'mechanism' \
        'CKM_EC_KEY_PAIR_GEN' 'mechanism' \
        'CKM_ECDSA' 'mechanism' \
        'CKM_ECDSA_SHA1' 'mechanism' \
        'CKM_ECDSA_SHA224' 'mechanism' \
        'CKM_ECDSA_SHA256' 'mechanism' \
        'CKM_ECDSA_SHA384' 'mechanism' \
        'CKM_ECDSA_SHA512' 'mechanism' \
        'CKM_ECDH1_DERIVE' 'mechanism' \
        'CKM_ECDH1_COFACTOR_DERIVE' 'mechanism' \
        'CKM_ECMQV_DERIVE' 'mechanism' \
        'CKM_ECDH_AES_KEY_WRAP' 'mechanism' \
        'CKM_RSA_AES_KEY_WRAP' 'mechanism' \
        'CKM_JUNIPER_KEY_GEN' 'mechanism' \
        'CKM_JUNIPER_ECB128' 'mechanism' \
        'CKM_JUNIPER_CBC128' 'mechanism' \
        'CKM_JUNIPER_COUNTER' 'mechanism' \
        'CKM_JUNIPER_SHUFFLE' 'mechanism' \
        'CKM_JUNIPER_WRAP' 'mechanism' \
        'CKM_FASTHASH' 'mechanism' \
        'CKM_AES_KEY_GEN' 'mechanism' \
        'CKM_AES_ECB' 'mechanism' \
        'CKM_AES_CBC' 'mechanism' \
        'CKM_AES_MAC' 'mechanism' \
        'CKM_AES_MAC_GENERAL' 'mechanism' \
        'CKM_AES_CBC_PAD' 'mechanism' \
        'CKM_AES_CTR' 'mechanism' \
        'CKM_AES_GCM' 'mechanism' \
        'CKM_AES_CCM' 'mechanism' \
        'CKM_AES_CTS' 'mechanism' \
        'CKM_AES_CMAC' 'mechanism' \
        'CKM_AES_CMAC_GENERAL' 'mechanism' \
        'CKM_AES_XCBC_MAC' 'mechanism' \
        'CKM_AES_XCBC_MAC_96' 'mechanism' \
        'CKM_AES_GMAC' 'mechanism' \
        'CKM_BLOWFISH_KEY_GEN' 'mechanism' \
        'CKM_BLOWFISH_CBC' 'mechanism' \
        'CKM_TWOFISH_KEY_GEN' 'mechanism' \
        'CKM_TWOFISH_CBC' 'mechanism' \
        'CKM_BLOWFISH_CBC_PAD' 'mechanism' \
        'CKM_TWOFISH_CBC_PAD' 'mechanism' \
        'CKM_DES_ECB_ENCRYPT_DATA' 'mechanism' \
        'CKM_DES_CBC_ENCRYPT_DATA' 'mechanism' \
        'CKM_DES3_ECB_ENCRYPT_DATA' 'mechanism' \
        'CKM_DES3_CBC_ENCRYPT_DATA' 'mechanism' \
        'CKM_AES_ECB_ENCRYPT_DATA' 'mechanism' \
        'CKM_AES_CBC_ENCRYPT_DATA' 'mechanism' \
        'CKM_GOSTR3410_KEY_PAIR_GEN' 'mechanism' \
        'CKM_GOSTR3410' 'mechanism' \
        'CKM_GOSTR3410_WITH_GOSTR3411' 'mechanism' \
        'CKM_GOSTR3410_KEY_WRAP' 'mechanism' \
        'CKM_GOSTR3410_DERIVE' 'mechanism' \
        'CKM_GOSTR3411' 'mechanism' \
        'CKM_GOSTR3411_HMAC' 'mechanism' \
        'CKM_GOST28147_KEY_GEN' 'mechanism' \
        'CKM_GOST28147_ECB' 'mechanism' \
        'CKM_GOST28147' 'mechanism' \
        'CKM_GOST28147_MAC' 'mechanism' \
        'CKM_GOST28147_KEY_WRAP' 'mechanism' \
        'CKM_DSA_PARAMETER_GEN' 'mechanism' \
        'CKM_DH_PKCS_PARAMETER_GEN' 'mechanism' \
        'CKM_X9_42_DH_PARAMETER_GEN' 'mechanism' \
        'CKM_DSA_SHAWE_TAYLOR_PARAMETER_GEN' 'mechanism' \
        'CKM_AES_OFB' 'mechanism' \
        'CKM_AES_CFB64' 'mechanism' \
        'CKM_AES_CFB8' 'mechanism' \
        'CKM_AES_CFB128' 'mechanism' \
        'CKM_AES_CFB1' 'mechanism' \
        'CKM_AES_KEY_WRAP' 'mechanism' \
        'CKM_AES_KEY_WRAP_PAD' 'mechanism' \
        'CKM_RSA_PKCS_TPM_1_1' 'mechanism' \
        'CKM_RSA_PKCS_OAEP_TPM_1_1' 'mechanism' \
        'CKM_VENDOR_DEFINED' 'mechanism' \
        'CKM_DSA_SHA3_224' 'mechanism' \
        'CKM_DSA_SHA3_256' 'mechanism' \
        'CKM_DSA_SHA3_384' 'mechanism' \
        'CKM_DSA_SHA3_512' 'mechanism' \
        'CKM_SHA3_256_RSA_PKCS' 'mechanism' \
        'CKM_SHA3_384_RSA_PKCS' 'mechanism' \
        'CKM_SHA3_512_RSA_PKCS' 'mechanism' \
        'CKM_SHA3_256_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA3_384_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA3_512_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA3_224_RSA_PKCS' 'mechanism' \
        'CKM_SHA3_224_RSA_PKCS_PSS' 'mechanism' \
        'CKM_SHA3_256' 'mechanism' \
        'CKM_SHA3_256_HMAC' 'mechanism' \
        'CKM_SHA3_256_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA3_256_KEY_GEN' 'mechanism' \
        'CKM_SHA3_224' 'mechanism' \
        'CKM_SHA3_224_HMAC' 'mechanism' \
        'CKM_SHA3_224_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA3_224_KEY_GEN' 'mechanism' \
        'CKM_SHA3_384' 'mechanism' \
        'CKM_SHA3_384_HMAC' 'mechanism' \
        'CKM_SHA3_384_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA3_384_KEY_GEN' 'mechanism' \
        'CKM_SHA3_512' 'mechanism' \
        'CKM_SHA3_512_HMAC' 'mechanism' \
        'CKM_SHA3_512_HMAC_GENERAL' 'mechanism' \
        'CKM_SHA3_512_KEY_GEN' 'mechanism' \
        'CKM_SHA3_256_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA3_224_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA3_384_KEY_DERIVATION' 'mechanism' \
        'CKM_SHA3_512_KEY_DERIVATION' 'mechanism' \
        'CKM_SHAKE_128_KEY_DERIVATION' 'mechanism' \
        'CKM_SHAKE_256_KEY_DERIVATION' 'mechanism' \
        'CKM_SP800_108_COUNTER_KDF' 'mechanism' \
        'CKM_SP800_108_FEEDBACK_KDF' 'mechanism' \
        'CKM_SP800_108_DOUBLE_PIPELINE_KDF' 'mechanism' \
        'CKM_ECDSA_SHA3_224' 'mechanism' \
        'CKM_ECDSA_SHA3_256' 'mechanism' \
        'CKM_ECDSA_SHA3_384' 'mechanism' \
        'CKM_ECDSA_SHA3_512' 'mechanism' \
        'CKM_EC_EDWARDS_KEY_PAIR_GEN' 'mechanism' \
        'CKM_EC_MONTGOMERY_KEY_PAIR_GEN' 'mechanism' \
        'CKM_EDDSA' 'mechanism' \
        'CKM_AES_XTS' 'mechanism' \
        'CKM_AES_XTS_KEY_GEN' 'mechanism' \
        'CKM_CHACHA20_KEY_GEN' 'mechanism' \
        'CKM_CHACHA20' 'mechanism' \
        'CKM_POLY1305_KEY_GEN' 'mechanism' \
        'CKM_POLY1305' 'mechanism' \
        'CKM_EC_KEY_PAIR_GEN_W_EXTRA_BITS' 'mechanism' \
        'CKM_DSA_PROBABILISTIC_PARAMETER_GEN' 'mechanism' \
        'CKM_DSA_FIPS_G_GEN' 'mechanism' \
        'CKM_AES_KEY_WRAP_KWP' 'mechanism' \
        'CKM_SHA_1_KEY_GEN' 'mechanism' \
        'CKM_SHA224_KEY_GEN' 'mechanism' \
        'CKM_SHA256_KEY_GEN' 'mechanism' \
        'CKM_SHA384_KEY_GEN' 'mechanism' \
        'CKM_SHA512_KEY_GEN' 'mechanism' \
        'CKM_SHA512_224_KEY_GEN' 'mechanism' \
        'CKM_SHA512_256_KEY_GEN' 'mechanism' \
        'CKM_SHA512_T_KEY_GEN' 'mechanism' \
        'CKM_NULL' 'mechanism' \
        'CKM_BLAKE2B_160' 'mechanism' \
        'CKM_BLAKE2B_160_HMAC' 'mechanism' \
        'CKM_BLAKE2B_160_HMAC_GENERAL' 'mechanism' \
        'CKM_BLAKE2B_160_KEY_DERIVE' 'mechanism' \
        'CKM_BLAKE2B_160_KEY_GEN' 'mechanism' \
        'CKM_BLAKE2B_256' 'mechanism' \
        'CKM_BLAKE2B_256_HMAC' 'mechanism' \
        'CKM_BLAKE2B_256_HMAC_GENERAL' 'mechanism' \
        'CKM_BLAKE2B_256_KEY_DERIVE' 'mechanism' \
        'CKM_BLAKE2B_256_KEY_GEN' 'mechanism' \
        'CKM_BLAKE2B_384' 'mechanism' \
        'CKM_BLAKE2B_384_HMAC' 'mechanism' \
        'CKM_BLAKE2B_384_HMAC_GENERAL' 'mechanism' \
        'CKM_BLAKE2B_384_KEY_DERIVE' 'mechanism' \
        'CKM_BLAKE2B_384_KEY_GEN' 'mechanism' \
        'CKM_BLAKE2B_512' 'mechanism' \
        'CKM_BLAKE2B_512_HMAC' 'mechanism' \
        'CKM_BLAKE2B_512_HMAC_GENERAL' 'mechanism' \
        'CKM_BLAKE2B_512_KEY_DERIVE' 'mechanism' \
        'CKM_BLAKE2B_512_KEY_GEN' 'mechanism' \
        'CKM_SALSA20' 'mechanism' \
        'CKM_CHACHA20_POLY1305' 'mechanism' \
        'CKM_SALSA20_POLY1305' 'mechanism' \
        'CKM_X3DH_INITIALIZE' 'mechanism' \
        'CKM_X3DH_RESPOND' 'mechanism' \
        'CKM_X2RATCHET_INITIALIZE' 'mechanism' \
        'CKM_X2RATCHET_RESPOND' 'mechanism' \
        'CKM_X2RATCHET_ENCRYPT' 'mechanism' \
        'CKM_X2RATCHET_DECRYPT' 'mechanism' \
        'CKM_XEDDSA' 'mechanism' \
        'CKM_HKDF_DERIVE' 'mechanism' \
        'CKM_HKDF_DATA' 'mechanism' \
        'CKM_HKDF_KEY_GEN' 'mechanism' \
        'CKM_SALSA20_KEY_GEN' 'mechanism' \
        'CKM_AES_KEY_WRAP_PKCS7' 'mechanism' \
        'CKM_IKE2_PRF_PLUS_DERIVE' 'mechanism' \
        'CKM_IKE_PRF_DERIVE' 'mechanism' \
        'CKM_IKE1_PRF_DERIVE' 'mechanism' \
        'CKM_IKE1_EXTENDED_DERIVE' 'mechanism' \
        'CKM_HSS_KEY_PAIR_GEN' 'mechanism' \
        'CKM_HSS' 'mechanism' \
        'CKM_ML_KEM_KEY_PAIR_GEN' 'mechanism' \
        'CKM_ML_KEM' 'mechanism' \
        'CKM_ML_DSA_KEY_PAIR_GEN' 'mechanism' \
        'CKM_ML_DSA' 'mechanism' \
        'CKM_HASH_ML_DSA' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA224' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA256' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA384' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA512' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA3_224' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA3_256' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA3_384' 'mechanism' \
        'CKM_HASH_ML_DSA_SHA3_512' 'mechanism' \
        'CKM_HASH_ML_DSA_SHAKE128' 'mechanism' \
        'CKM_HASH_ML_DSA_SHAKE256' 'mechanism' \
        'CKM_SLH_DSA_KEY_PAIR_GEN' 'mechanism' \
        'CKM_SLH_DSA' 'mechanism' \
        'CKM_HASH_SLH_DSA' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA224' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA256' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA384' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA512' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA3_224' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA3_256' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA3_384' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHA3_512' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHAKE128' 'mechanism' \
        'CKM_HASH_SLH_DSA_SHAKE256' 'mechanism' \
        'CKM_TLS12_EXTENDED_MASTER_KEY_DERIVE' 'mechanism' \
        'CKM_TLS12_EXTENDED_MASTER_KEY_DERIVE_DH' 'mechanism' \
        'CKM_XMSS_KEY_PAIR_GEN' 'mechanism' \
        'CKM_XMSSMT_KEY_PAIR_GEN' 'mechanism' \
        'CKM_XMSS' 'mechanism' \
        'CKM_XMSSMT' 'mechanism' \
        'CKM_ECDH_X_AES_KEY_WRAP' 'mechanism' \
        'CKM_ECDH_COF_AES_KEY_WRAP' 'mechanism' \
        'CKM_PUB_KEY_FROM_PRIV_KEY' 'mechanism' \
        'CKF_END_OF_MESSAGE' 'message flag' \
        'CKG_MGF1_SHA1' 'mgf' \
        'CKG_MGF1_SHA256' 'mgf' \
        'CKG_MGF1_SHA384' 'mgf' \
        'CKG_MGF1_SHA512' 'mgf' \
        'CKG_MGF1_SHA224' 'mgf' \
        'CKG_MGF1_SHA3_224' 'mgf' \
        'CKG_MGF1_SHA3_256' 'mgf' \
        'CKG_MGF1_SHA3_384' 'mgf' \
        'CKG_MGF1_SHA3_512' 'mgf' \
        'CKP_ML_DSA_44' 'ml dsa parameter set' \
        'CKP_ML_DSA_65' 'ml dsa parameter set' \
        'CKP_ML_DSA_87' 'ml dsa parameter set' \
        'CKP_ML_KEM_512' 'ml kem parameter set' \
        'CKP_ML_KEM_768' 'ml kem parameter set' \
        'CKP_ML_KEM_1024' 'ml kem parameter set' \
        'CKN_SURRENDER' 'notification' \
        'CKN_OTP_CHANGED' 'notification' \
        'CKZ_DATA_SPECIFIED' 'oaep source' \
        'CKO_DATA' 'object class' \
        'CKO_CERTIFICATE' 'object class' \
        'CKO_PUBLIC_KEY' 'object class' \
        'CKO_PRIVATE_KEY' 'object class' \
        'CKO_SECRET_KEY' 'object class' \
        'CKO_HW_FEATURE' 'object class' \
        'CKO_DOMAIN_PARAMETERS' 'object class' \
        'CKO_MECHANISM' 'object class' \
        'CKO_OTP_KEY' 'object class' \
        'CKO_VENDOR_DEFINED' 'object class' \
        'CKO_PROFILE' 'object class' \
        'CKO_VALIDATION' 'object class' \
        'CKO_TRUST' 'object class' \
        'CKF_NEXT_OTP' 'otp flag' \
        'CKF_EXCLUDE_TIME' 'otp flag' \
        'CKF_EXCLUDE_COUNTER' 'otp flag' \
        'CKF_EXCLUDE_CHALLENGE' 'otp flag' \
        'CKF_EXCLUDE_PIN' 'otp flag' \
        'CKF_USER_FRIENDLY_OTP' 'otp flag' \
        'CK_OTP_FORMAT_DECIMAL' 'otp format' \
        'CK_OTP_FORMAT_HEXADECIMAL' 'otp format' \
        'CK_OTP_FORMAT_ALPHANUMERIC' 'otp format' \
        'CK_OTP_FORMAT_BINARY' 'otp format' \
        'CK_OTP_VALUE' 'otp parameter' \
        'CK_OTP_PIN' 'otp parameter' \
        'CK_OTP_CHALLENGE' 'otp parameter' \
        'CK_OTP_TIME' 'otp parameter' \
        'CK_OTP_COUNTER' 'otp parameter' \
        'CK_OTP_FLAGS' 'otp parameter' \
        'CK_OTP_OUTPUT_LENGTH' 'otp parameter' \
        'CK_OTP_OUTPUT_FORMAT' 'otp parameter' \
        'CK_OTP_PARAM_IGNORED' 'otp requirement' \
        'CK_OTP_PARAM_OPTIONAL' 'otp requirement' \
        'CK_OTP_PARAM_MANDATORY' 'otp requirement' \
        'CKP_PKCS5_PBKD2_HMAC_SHA1' 'pbkd2 prf' \
        'CKP_PKCS5_PBKD2_HMAC_GOSTR3411' 'pbkd2 prf' \
        'CKP_PKCS5_PBKD2_HMAC_SHA224' 'pbkd2 prf' \
        'CKP_PKCS5_PBKD2_HMAC_SHA256' 'pbkd2 prf' \
        'CKP_PKCS5_PBKD2_HMAC_SHA384' 'pbkd2 prf' \
        'CKP_PKCS5_PBKD2_HMAC_SHA512' 'pbkd2 prf' \
        'CKP_PKCS5_PBKD2_HMAC_SHA512_224' 'pbkd2 prf' \
        'CKP_PKCS5_PBKD2_HMAC_SHA512_256' 'pbkd2 prf' \
        'CKP_INVALID_ID' 'profile' \
        'CKP_BASELINE_PROVIDER' 'profile' \
        'CKP_EXTENDED_PROVIDER' 'profile' \
        'CKP_AUTHENTICATION_TOKEN' 'profile' \
        'CKP_PUBLIC_CERTIFICATES_TOKEN' 'profile' \
        'CKP_VENDOR_DEFINED' 'profile' \
        'CKP_COMPLETE_PROVIDER' 'profile' \
        'CKP_HKDF_TLS_TOKEN' 'profile' \
        'CKZ_SALT_SPECIFIED' 'salt source' \
        'CK_SECURITY_DOMAIN_UNSPECIFIED' 'security domain' \
        'CK_SECURITY_DOMAIN_MANUFACTURER' 'security domain' \
        'CK_SECURITY_DOMAIN_OPERATOR' 'security domain' \
        'CK_SECURITY_DOMAIN_THIRD_PARTY' 'security domain' \
        'CKF_RW_SESSION' 'session flag' \
        'CKF_SERIAL_SESSION' 'session flag' \
        'CKF_ASYNC_SESSION' 'session flag' \
        'CKP_SLH_DSA_SHA2_128S' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHAKE_128S' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHA2_128F' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHAKE_128F' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHA2_192S' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHAKE_192S' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHA2_192F' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHAKE_192F' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHA2_256S' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHAKE_256S' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHA2_256F' 'slh dsa parameter set' \
        'CKP_SLH_DSA_SHAKE_256F' 'slh dsa parameter set' \
        'CKF_TOKEN_PRESENT' 'slot flag' \
        'CKF_REMOVABLE_DEVICE' 'slot flag' \
        'CKF_HW_SLOT' 'slot flag' \
        'CK_SP800_108_ITERATION_VARIABLE' 'sp800 108 data' \
        'CK_SP800_108_OPTIONAL_COUNTER' 'sp800 108 data' \
        'CK_SP800_108_DKM_LENGTH' 'sp800 108 data' \
        'CK_SP800_108_BYTE_ARRAY' 'sp800 108 data' \
        'CK_SP800_108_KEY_HANDLE' 'sp800 108 data' \
        'CK_SP800_108_DKM_LENGTH_SUM_OF_KEYS' 'sp800 108 length' \
        'CK_SP800_108_DKM_LENGTH_SUM_OF_SEGMENTS' 'sp800 108 length' \
        'CKS_RO_PUBLIC_SESSION' 'state' \
        'CKS_RO_USER_FUNCTIONS' 'state' \
        'CKS_RW_PUBLIC_SESSION' 'state' \
        'CKS_RW_USER_FUNCTIONS' 'state' \
        'CKS_RW_SO_FUNCTIONS' 'state' \
        'CKF_RNG' 'token flag' \
        'CKF_WRITE_PROTECTED' 'token flag' \
        'CKF_LOGIN_REQUIRED' 'token flag' \
        'CKF_USER_PIN_INITIALIZED' 'token flag' \
        'CKF_RESTORE_KEY_NOT_NEEDED' 'token flag' \
        'CKF_CLOCK_ON_TOKEN' 'token flag' \
        'CKF_PROTECTED_AUTHENTICATION_PATH' 'token flag' \
        'CKF_DUAL_CRYPTO_OPERATIONS' 'token flag' \
        'CKF_TOKEN_INITIALIZED' 'token flag' \
        'CKF_SECONDARY_AUTHENTICATION' 'token flag' \
        'CKF_USER_PIN_COUNT_LOW' 'token flag' \
        'CKF_USER_PIN_FINAL_TRY' 'token flag' \
        'CKF_USER_PIN_LOCKED' 'token flag' \
        'CKF_USER_PIN_TO_BE_CHANGED' 'token flag' \
        'CKF_SO_PIN_COUNT_LOW' 'token flag' \
        'CKF_SO_PIN_FINAL_TRY' 'token flag' \
        'CKF_SO_PIN_LOCKED' 'token flag' \
        'CKF_SO_PIN_TO_BE_CHANGED' 'token flag' \
        'CKF_ERROR_STATE' 'token flag' \
        'CKF_SEED_RANDOM_REQUIRED' 'token flag' \
        'CKF_ASYNC_SESSION_SUPPORTED' 'token flag' \
        'CKT_TRUST_UNKNOWN' 'trust' \
        'CKT_TRUSTED' 'trust' \
        'CKT_TRUST_ANCHOR' 'trust' \
        'CKT_NOT_TRUSTED' 'trust' \
        'CKT_TRUST_MUST_VERIFY_TRUST' 'trust' \
        'CKU_SO' 'user type' \
        'CKU_USER' 'user type' \
        'CKU_CONTEXT_SPECIFIC' 'user type' \
        'CKV_AUTHORITY_TYPE_UNSPECIFIED' 'validation authority' \
        'CKV_AUTHORITY_TYPE_NIST_CMVP' 'validation authority' \
        'CKV_AUTHORITY_TYPE_COMMON_CRITERIA' 'validation authority' \
        'CKS_LAST_VALIDATION_OK' 'validation state' \
        'CKV_TYPE_UNSPECIFIED' 'validation type' \
        'CKV_TYPE_SOFTWARE' 'validation type' \
        'CKV_TYPE_HARDWARE' 'validation type' \
        'CKV_TYPE_FIRMWARE' 'validation type' \
        'CKV_TYPE_HYBRID' 'validation type'
end

function __ckr_functions
    printf '%s\t%s\n' \
        'C_Initialize' 'General-purpose functions' \
        'C_Finalize' 'General-purpose functions' \
        'C_GetInfo' 'General-purpose functions' \
        'C_GetFunctionList' 'General-purpose functions' \
        'C_GetSlotList' 'Slot and token management functions' \
        'C_GetSlotInfo' 'Slot and token management functions' \
        'C_GetTokenInfo' 'Slot and token management functions' \
        'C_GetMechanismList' 'Slot and token management functions' \
        'C_GetMechanismInfo' 'Slot and token management functions' \
        'C_InitToken' 'Slot and token management functions' \
        'C_InitPIN' 'Slot and token management functions' \
        'C_SetPIN' 'Slot and token management functions' \
        'C_OpenSession' 'Session management functions' \
        'C_CloseSession' 'Session management functions' \
        'C_CloseAllSessions' 'Session management functions' \
        'C_GetSessionInfo' 'Session management functions' \
        'C_GetOperationState' 'Session management functions' \
        'C_SetOperationState' 'Session management functions' \
        'C_Login' 'Session management functions' \
        'C_Logout' 'Session management functions' \
        'C_CreateObject' 'Object management functions' \
        'C_CopyObject' 'Object management functions' \
        'C_DestroyObject' 'Object management functions' \
        'C_GetObjectSize' 'Object management functions' \
        'C_GetAttributeValue' 'Object management functions' \
        'C_SetAttributeValue' 'Object management functions' \
        'C_FindObjectsInit' 'Object management functions' \
        'C_FindObjects' 'Object management functions' \
        'C_FindObjectsFinal' 'Object management functions' \
        'C_EncryptInit' 'Encryption functions' \
        'C_Encrypt' 'Encryption functions' \
        'C_EncryptUpdate' 'Encryption functions' \
        'C_EncryptFinal' 'Encryption functions' \
        'C_DecryptInit' 'Decryption functions' \
        'C_Decrypt' 'Decryption functions' \
        'C_DecryptUpdate' 'Decryption functions' \
        'C_DecryptFinal' 'Decryption functions' \
        'C_DigestInit' 'Message digesting functions' \
        'C_Digest' 'Message digesting functions' \
        'C_DigestUpdate' 'Message digesting functions' \
        'C_DigestKey' 'Message digesting functions' \
        'C_DigestFinal' 'Message digesting functions' \
        'C_SignInit' 'Signing and MACing functions' \
        'C_Sign' 'Signing and MACing functions' \
        'C_SignUpdate' 'Signing and MACing functions' \
        'C_SignFinal' 'Signing and MACing functions' \
        'C_SignRecoverInit' 'Signing and MACing functions' \
        'C_SignRecover' 'Signing and MACing functions' \
        'C_VerifyInit' 'Functions for verifying signatures and MACs' \
        'C_Verify' 'Functions for verifying signatures and MACs' \
        'C_VerifyUpdate' 'Functions for verifying signatures and MACs' \
        'C_VerifyFinal' 'Functions for verifying signatures and MACs' \
        'C_VerifyRecoverInit' 'Functions for verifying signatures and MACs' \
        'C_VerifyRecover' 'Functions for verifying signatures and MACs' \
        'C_DigestEncryptUpdate' 'Dual-function cryptographic functions' \
        'C_DecryptDigestUpdate' 'Dual-function cryptographic functions' \
        'C_SignEncryptUpdate' 'Dual-function cryptographic functions' \
        'C_DecryptVerifyUpdate' 'Dual-function cryptographic functions' \
        'C_GenerateKey' 'Key management functions' \
        'C_GenerateKeyPair' 'Key management functions' \
        'C_WrapKey' 'Key management functions' \
        'C_UnwrapKey' 'Key management functions' \
        'C_DeriveKey' 'Key management functions' \
        'C_SeedRandom' 'Random number generation functions' \
        'C_GenerateRandom' 'Random number generation functions' \
        'C_GetFunctionStatus' 'Parallel function management functions' \
        'C_CancelFunction' 'Parallel function management functions' \
        'C_WaitForSlotEvent' 'Slot and token management functions' \
        'C_GetInterfaceList' 'General-purpose functions' \
        'C_GetInterface' 'General-purpose functions' \
        'C_LoginUser' 'Session management functions' \
        'C_SessionCancel' 'Session management functions' \
        'C_MessageEncryptInit' 'Message-based encryption functions' \
        'C_EncryptMessage' 'Message-based encryption functions' \
        'C_EncryptMessageBegin' 'Message-based encryption functions' \
        'C_EncryptMessageNext' 'Message-based encryption functions' \
        'C_MessageEncryptFinal' 'Message-based encryption functions' \
        'C_MessageDecryptInit' 'Message-based decryption functions' \
        'C_DecryptMessage' 'Message-based decryption functions' \
        'C_DecryptMessageBegin' 'Message-based decryption functions' \
        'C_DecryptMessageNext' 'Message-based decryption functions' \
        'C_MessageDecryptFinal' 'Message-based decryption functions' \
        'C_MessageSignInit' 'Message-based signing and MACing functions' \
        'C_SignMessage' 'Message-based signing and MACing functions' \
        'C_SignMessageBegin' 'Message-based signing and MACing functions' \
        'C_SignMessageNext' 'Message-based signing and MACing functions' \
        'C_MessageSignFinal' 'Message-based signing and MACing functions' \
        'C_MessageVerifyInit' 'Message-based functions for verifying signatures and MACs' \
        'C_VerifyMessage' 'Message-based functions for verifying signatures and MACs' \
        'C_VerifyMessageBegin' 'Message-based functions for verifying signatures and MACs' \
        'C_VerifyMessageNext' 'Message-based functions for verifying signatures and MACs' \
        'C_MessageVerifyFinal' 'Message-based functions for verifying signatures and MACs' \
        'C_EncapsulateKey' 'Key management functions' \
        'C_DecapsulateKey' 'Key management functions' \
        'C_VerifySignatureInit' 'Functions for verifying signatures and MACs' \
        'C_VerifySignature' 'Functions for verifying signatures and MACs' \
        'C_VerifySignatureUpdate' 'Functions for verifying signatures and MACs' \
        'C_VerifySignatureFinal' 'Functions for verifying signatures and MACs' \
        'C_GetSessionValidationFlags' 'Session management functions' \
        'C_AsyncComplete' 'Asynchronous function management functions' \
        'C_AsyncGetID' 'Asynchronous function management functions' \
        'C_AsyncJoin' 'Asynchronous function management functions' \
        'C_WrapKeyAuthenticated' 'Key management functions' \
        'C_UnwrapKeyAuthenticated' 'Key management functions'
end

function __ckr_names
    printf '%s\t%s\n' \
        'C_Initialize' 'General-purpose functions' \
        'C_Finalize' 'General-purpose functions' \
        'C_GetInfo' 'General-purpose functions' \
        'C_GetFunctionList' 'General-purpose functions' \
        'C_GetSlotList' 'Slot and token management functions' \
        'C_GetSlotInfo' 'Slot and token management functions' \
        'C_GetTokenInfo' 'Slot and token management functions' \
        'C_GetMechanismList' 'Slot and token management functions' \
        'C_GetMechanismInfo' 'Slot and token management functions' \
        'C_InitToken' 'Slot and token management functions' \
        'C_InitPIN' 'Slot and token management functions' \
        'C_SetPIN' 'Slot and token management functions' \
        'C_OpenSession' 'Session management functions' \
        'C_CloseSession' 'Session management functions' \
        'C_CloseAllSessions' 'Session management functions' \
        'C_GetSessionInfo' 'Session management functions' \
        'C_GetOperationState' 'Session management functions' \
        'C_SetOperationState' 'Session management functions' \
        'C_Login' 'Session management functions' \
        'C_Logout' 'Session management functions' \
        'C_CreateObject' 'Object management functions' \
        'C_CopyObject' 'Object management functions' \
        'C_DestroyObject' 'Object management functions' \
        'C_GetObjectSize' 'Object management functions' \
        'C_GetAttributeValue' 'Object management functions' \
        'C_SetAttributeValue' 'Object management functions' \
        'C_FindObjectsInit' 'Object management functions' \
        'C_FindObjects' 'Object management functions' \
        'C_FindObjectsFinal' 'Object management functions' \
        'C_EncryptInit' 'Encryption functions' \
        'C_Encrypt' 'Encryption functions' \
        'C_EncryptUpdate' 'Encryption functions' \
        'C_EncryptFinal' 'Encryption functions' \
        'C_DecryptInit' 'Decryption functions' \
        'C_Decrypt' 'Decryption functions' \
        'C_DecryptUpdate' 'Decryption functions' \
        'C_DecryptFinal' 'Decryption functions' \
        'C_DigestInit' 'Message digesting functions' \
        'C_Digest' 'Message digesting functions' \
        'C_DigestUpdate' 'Message digesting functions' \
        'C_DigestKey' 'Message digesting functions' \
        'C_DigestFinal' 'Message digesting functions' \
        'C_SignInit' 'Signing and MACing functions' \
        'C_Sign' 'Signing and MACing functions' \
        'C_SignUpdate' 'Signing and MACing functions' \
        'C_SignFinal' 'Signing and MACing functions' \
        'C_SignRecoverInit' 'Signing and MACing functions' \
        'C_SignRecover' 'Signing and MACing functions' \
        'C_VerifyInit' 'Functions for verifying signatures and MACs' \
        'C_Verify' 'Functions for verifying signatures and MACs' \
        'C_VerifyUpdate' 'Functions for verifying signatures and MACs' \
        'C_VerifyFinal' 'Functions for verifying signatures and MACs' \
        'C_VerifyRecoverInit' 'Functions for verifying signatures and MACs' \
        'C_VerifyRecover' 'Functions for verifying signatures and MACs' \
        'C_DigestEncryptUpdate' 'Dual-function cryptographic functions' \
        'C_DecryptDigestUpdate' 'Dual-function cryptographic functions' \
        'C_SignEncryptUpdate' 'Dual-function cryptographic functions' \
        'C_DecryptVerifyUpdate' 'Dual-function cryptographic functions' \
        'C_GenerateKey' 'Key management functions' \
        'C_GenerateKeyPair' 'Key management functions' \
        'C_WrapKey' 'Key management functions' \
        'C_UnwrapKey' 'Key management functions' \
        'C_DeriveKey' 'Key management functions' \
        'C_SeedRandom' 'Random number generation functions' \
        'C_GenerateRandom' 'Random number generation functions' \
        'C_GetFunctionStatus' 'Parallel function management functions' \
        'C_CancelFunction' 'Parallel function management functions' \
        'C_WaitForSlotEvent' 'Slot and token management functions' \
        'C_GetInterfaceList' 'General-purpose functions' \
        'C_GetInterface' 'General-purpose functions' \
        'C_LoginUser' 'Session management functions' \
        'C_SessionCancel' 'Session management functions' \
        'C_MessageEncryptInit' 'Message-based encryption functions' \
        'C_EncryptMessage' 'Message-based encryption functions' \
        'C_EncryptMessageBegin' 'Message-based encryption functions' \
        'C_EncryptMessageNext' 'Message-based encryption functions' \
        'C_MessageEncryptFinal' 'Message-based encryption functions' \
        'C_MessageDecryptInit' 'Message-based decryption functions' \
        'C_DecryptMessage' 'Message-based decryption functions' \
        'C_DecryptMessageBegin' 'Message-based decryption functions' \
        'C_DecryptMessageNext' 'Message-based decryption functions' \
        'C_MessageDecryptFinal' 'Message-based decryption functions' \
        'C_MessageSignInit' 'Message-based signing and MACing functions' \
        'C_SignMessage' 'Message-based signing and MACing functions' \
        'C_SignMessageBegin' 'Message-based signing and MACing functions' \
        'C_SignMessageNext' 'Message-based signing and MACing functions' \
        'C_MessageSignFinal' 'Message-based signing and MACing functions' \
        'C_MessageVerifyInit' 'Message-based functions for verifying signatures and MACs' \
        'C_VerifyMessage' 'Message-based functions for verifying signatures and MACs' \
        'C_VerifyMessageBegin' 'Message-based functions for verifying signatures and MACs' \
        'C_VerifyMessageNext' 'Message-based functions for verifying signatures and MACs' \
        'C_MessageVerifyFinal' 'Message-based functions for verifying signatures and MACs' \
        'C_EncapsulateKey' 'Key management functions' \
        'C_DecapsulateKey' 'Key management functions' \
        'C_VerifySignatureInit' 'Functions for verifying signatures and MACs' \
        'C_VerifySignature' 'Functions for verifying signatures and MACs' \
        'C_VerifySignatureUpdate' 'Functions for verifying signatures and MACs' \
        'C_VerifySignatureFinal' 'Functions for verifying signatures and MACs' \
        'C_GetSessionValidationFlags' 'Session management functions' \
        'C_AsyncComplete' 'Asynchronous function management functions' \
        'C_AsyncGetID' 'Asynchronous function management functions' \
        'C_AsyncJoin' 'Asynchronous function management functions' \
        'C_WrapKeyAuthenticated' 'Key management functions' \
        'C_UnwrapKeyAuthenticated' 'Key management functions' \
        'CKR_OK' 'The call succeeded; lengths and counts still say what it delivered' \
        'CKR_CANCEL' 'A callback\'s answer that asks the module to abort; no C_ function returns it' \
        'CKR_HOST_MEMORY' 'No memory in this computer, or a shared-memory or backend fault behind it' \
        'CKR_SLOT_ID_INVALID' 'No slot with this ID here now: wrong number, or slots were renumbered' \
        'CKR_GENERAL_ERROR' 'Catch-all failure with no cause given; the module\'s own log has the reason' \
        'CKR_FUNCTION_FAILED' 'This call failed for a reason the module does not name; read its own log' \
        'CKR_ARGUMENTS_BAD' 'An argument was refused: NULL pointer, bad length, flag or missing setting' \
        'CKR_NO_EVENT' 'No slot event is waiting: the normal answer to a poll' \
        'CKR_NEED_TO_CREATE_THREADS' 'The module needs threads of its own and the program forbade them' \
        'CKR_CANT_LOCK' 'The module cannot provide the kind of locking the program asked for' \
        'CKR_ATTRIBUTE_READ_ONLY' 'An attribute in the template cannot be set or changed by this call' \
        'CKR_ATTRIBUTE_SENSITIVE' 'The value is secret by design and is not shown; the key still works' \
        'CKR_ATTRIBUTE_TYPE_INVALID' 'The object has no such attribute, or the module does not know it' \
        'CKR_ATTRIBUTE_VALUE_INVALID' 'An attribute has a value or length that the module does not accept' \
        'CKR_ACTION_PROHIBITED' 'The object or token policy forbids this action; trying again changes nothing' \
        'CKR_DATA_INVALID' 'The input data is not in the form this mechanism needs' \
        'CKR_DATA_LEN_RANGE' 'The input is too long, too short or not a whole number of blocks' \
        'CKR_DEVICE_ERROR' 'The token, or the path to it, failed; what it had done so far is uncertain' \
        'CKR_DEVICE_MEMORY' 'The token has no space for this object, session or operation' \
        'CKR_DEVICE_REMOVED' 'The token was pulled, reset or lost its connection; its sessions are gone' \
        'CKR_ENCRYPTED_DATA_INVALID' 'The ciphertext does not decrypt: wrong key, mechanism, padding or damage' \
        'CKR_ENCRYPTED_DATA_LEN_RANGE' 'The ciphertext has a length that this key and mechanism cannot produce' \
        'CKR_AEAD_DECRYPT_FAILED' 'Authentication tag did not match; no plaintext may be used' \
        'CKR_FUNCTION_CANCELED' 'The call was called off, often by a person, a time limit or the module' \
        'CKR_FUNCTION_NOT_PARALLEL' 'The normal answer of the two legacy functions for parallel sessions' \
        'CKR_FUNCTION_NOT_SUPPORTED' 'The module does not implement this function, or not on this token' \
        'CKR_KEY_HANDLE_INVALID' 'The key handle means nothing here now; look the key up again' \
        'CKR_KEY_SIZE_RANGE' 'The key size is outside what the token or its policy allows for this mechanism' \
        'CKR_KEY_TYPE_INCONSISTENT' 'The key\'s class or type does not fit the mechanism' \
        'CKR_KEY_NOT_NEEDED' 'A key was handed over that this operation does not use' \
        'CKR_KEY_CHANGED' 'The key given is not the one the saved operation state was made with' \
        'CKR_KEY_NEEDED' 'The saved state can be restored only if its key is handed over too' \
        'CKR_KEY_INDIGESTIBLE' 'This key\'s value cannot be fed into a digest' \
        'CKR_KEY_FUNCTION_NOT_PERMITTED' 'The key\'s attributes or the token policy do not allow this use' \
        'CKR_KEY_NOT_WRAPPABLE' 'This key, or this pair of keys, may not be wrapped that way' \
        'CKR_KEY_UNEXTRACTABLE' 'The key may not leave the token, not even wrapped (CKA_EXTRACTABLE is false)' \
        'CKR_MECHANISM_INVALID' 'The token does not offer this mechanism for this function' \
        'CKR_MECHANISM_PARAM_INVALID' 'The mechanism is known, but its parameter (IV, hash, salt, point) is refused' \
        'CKR_OBJECT_HANDLE_INVALID' 'The handle no longer refers to an object; find the object again' \
        'CKR_OPERATION_ACTIVE' 'An earlier operation in this session was started and never ended' \
        'CKR_OPERATION_NOT_INITIALIZED' 'No operation of this kind is active here: not started, or already over' \
        'CKR_PIN_INCORRECT' 'The PIN or other credential was refused; a try is probably used up' \
        'CKR_PIN_INVALID' 'The new PIN has characters, or a format, that the token does not accept' \
        'CKR_PIN_LEN_RANGE' 'The PIN is shorter or longer than the token accepts' \
        'CKR_PIN_EXPIRED' 'The PIN is right but must be changed before it can be used' \
        'CKR_PIN_LOCKED' 'Too many wrong tries: this PIN is blocked, even the right one is refused now' \
        'CKR_SESSION_CLOSED' 'The session ended while the call was running' \
        'CKR_SESSION_COUNT' 'No more sessions: the token\'s limit is reached, often by leaked sessions' \
        'CKR_SESSION_HANDLE_INVALID' 'The session is gone or never was one in this process; open a new one' \
        'CKR_SESSION_PARALLEL_NOT_SUPPORTED' 'C_OpenSession was called without CKF_SERIAL_SESSION' \
        'CKR_SESSION_READ_ONLY' 'The call changes the token, but the session was opened read-only' \
        'CKR_SESSION_EXISTS' 'The token is in use, so C_InitToken refuses to wipe it' \
        'CKR_SESSION_READ_ONLY_EXISTS' 'The SO cannot log in while this program has a read-only session open' \
        'CKR_SESSION_READ_WRITE_SO_EXISTS' 'No read-only session while the SO is logged in; log the SO out first' \
        'CKR_SIGNATURE_INVALID' 'The check ran and failed: the signature or MAC does not match data and key' \
        'CKR_SIGNATURE_LEN_RANGE' 'The signature or MAC has a length that this key and mechanism cannot produce' \
        'CKR_TEMPLATE_INCOMPLETE' 'An attribute that this object needs is missing from the template' \
        'CKR_TEMPLATE_INCONSISTENT' 'Attributes of the template contradict each other, the mechanism or the token' \
        'CKR_TOKEN_NOT_PRESENT' 'There is no token in this slot, or the library cannot reach it' \
        'CKR_TOKEN_NOT_RECOGNIZED' 'Something is in the slot, but this library does not know how to use it' \
        'CKR_TOKEN_WRITE_PROTECTED' 'The token as a whole refuses changes, whatever the session allows' \
        'CKR_UNWRAPPING_KEY_HANDLE_INVALID' 'The handle of the unwrapping key is stale, wrong or not visible here' \
        'CKR_UNWRAPPING_KEY_SIZE_RANGE' 'The unwrapping key is too short or too long for the token or its policy' \
        'CKR_UNWRAPPING_KEY_TYPE_INCONSISTENT' 'The unwrapping key is of the wrong kind for the chosen mechanism' \
        'CKR_USER_ALREADY_LOGGED_IN' 'This program is logged in already; the PIN was not checked' \
        'CKR_USER_NOT_LOGGED_IN' 'The call needs a login, and there is none or it has been lost' \
        'CKR_USER_PIN_NOT_INITIALIZED' 'The normal user has no PIN yet; the SO must set one' \
        'CKR_USER_TYPE_INVALID' 'The token does not take this kind of user here (SO, USER, CONTEXT_SPECIFIC)' \
        'CKR_USER_ANOTHER_ALREADY_LOGGED_IN' 'Another kind of user (SO or USER) is logged in; log that one out first' \
        'CKR_USER_TOO_MANY_TYPES' 'The token cannot have one more distinct user logged in at the same time' \
        'CKR_WRAPPED_KEY_INVALID' 'The wrapped key blob does not unwrap to a key of the type asked for' \
        'CKR_WRAPPED_KEY_LEN_RANGE' 'The wrapped key blob has a length this mechanism or key type cannot have' \
        'CKR_WRAPPING_KEY_HANDLE_INVALID' 'The handle given for the wrapping key does not denote a usable key' \
        'CKR_WRAPPING_KEY_SIZE_RANGE' 'The wrapping key is too short or too long for this wrap on this token' \
        'CKR_WRAPPING_KEY_TYPE_INCONSISTENT' 'The wrapping key\'s class or type does not fit the wrapping mechanism' \
        'CKR_RANDOM_SEED_NOT_SUPPORTED' 'The token\'s generator takes no seed; harmless, random numbers still work' \
        'CKR_RANDOM_NO_RNG' 'This token has no random number generator' \
        'CKR_DOMAIN_PARAMS_INVALID' 'Curve or DH/DSA parameters malformed, or in a form the token does not take' \
        'CKR_CURVE_NOT_SUPPORTED' 'The token does not support this elliptic curve' \
        'CKR_BUFFER_TOO_SMALL' 'Output buffer too small; required size returned, operation still active' \
        'CKR_SAVED_STATE_INVALID' 'The saved operation state cannot be restored into this session' \
        'CKR_INFORMATION_SENSITIVE' 'The token will not reveal this piece of information' \
        'CKR_STATE_UNSAVEABLE' 'The running operation cannot be saved for later' \
        'CKR_CRYPTOKI_NOT_INITIALIZED' 'No C_Initialize in this process (a forked child needs its own), or finalised' \
        'CKR_CRYPTOKI_ALREADY_INITIALIZED' 'Library already initialised in this process; carry on and use it' \
        'CKR_MUTEX_BAD' 'A mutex callback was handed something that is not a live mutex' \
        'CKR_MUTEX_NOT_LOCKED' 'An unlock callback was asked to unlock a mutex that is not locked' \
        'CKR_NEW_PIN_MODE' 'One-time-password token wants a new PIN before it accepts any OTP' \
        'CKR_NEXT_OTP' 'OTP plausible but out of step; the verifier wants the next code as proof' \
        'CKR_EXCEEDED_MAX_ITERATIONS' 'The random search for suitable numbers gave up; a few repeats may succeed' \
        'CKR_FIPS_SELF_TEST_FAILED' 'Module failed a FIPS self-test; nothing it does may be trusted until cured' \
        'CKR_LIBRARY_LOAD_FAILED' 'The module could not load another library it depends on' \
        'CKR_PIN_TOO_WEAK' 'The new PIN breaks the token\'s strength policy; the old PIN is still valid' \
        'CKR_PUBLIC_KEY_INVALID' 'The public key failed validation (off the curve, bad modulus or encoding)' \
        'CKR_FUNCTION_REJECTED' 'Refused by the user or by the token\'s permissions for this identity or key' \
        'CKR_TOKEN_RESOURCE_EXCEEDED' 'Token ran out of working memory for this operation (large or busy)' \
        'CKR_OPERATION_CANCEL_FAILED' 'The running operation could not be cancelled and is still active' \
        'CKR_KEY_EXHAUSTED' 'The key has used up all signatures or operations it may ever make' \
        'CKR_PENDING' 'Started and still running; poll C_AsyncComplete, do not call again' \
        'CKR_SESSION_ASYNC_NOT_SUPPORTED' 'The token cannot open asynchronous sessions' \
        'CKR_SEED_RANDOM_REQUIRED' 'The generator must be seeded with C_SeedRandom before it gives numbers' \
        'CKR_OPERATION_NOT_VALIDATED' 'Request falls outside the token\'s validated (FIPS-like) mode of operation' \
        'CKR_TOKEN_NOT_INITIALIZED' 'The token in this slot is blank; the SO has never initialised it' \
        'CKR_PARAMETER_SET_NOT_SUPPORTED' 'The token lacks this post-quantum or hash-based parameter set' \
        'CKR_VENDOR_DEFINED' 'Start of the vendor range; 0x80000000 and up mean what that vendor says' \
        'CKR_FLAGS_INVALID' 'only in older headers of the standard' \
        'CKR_FUNCTION_PARALLEL' 'only in older headers of the standard' \
        'CKR_KEY_SENSITIVE' 'only in older headers of the standard' \
        'CKR_OBJECT_CLASS_INCONSISTENT' 'only in older headers of the standard' \
        'CKR_OBJECT_CLASS_INVALID' 'only in older headers of the standard' \
        'CKR_SESSION_EXCLUSIVE_EXISTS' 'only in older headers of the standard' \
        'CKR_INSERTION_CALLBACK_NOT_SUPPORTED' 'only in older headers of the standard'
end

function __ckr_families
    printf '%s\t%s\n' \
        'attribute' 'Attributes' \
        'attribute-flags' 'Flags of an attribute\'s type' \
        'boolean' 'Truth (CK_BBOOL)' \
        'certificate-category' 'Categories of certificates (CKA_CERTIFICATE_CATEGORY)' \
        'certificate-type' 'Types of certificates (CKA_CERTIFICATE_TYPE)' \
        'event-flags' 'Flags of C_WaitForSlotEvent' \
        'generator' 'Generators of nonces and IVs for messages' \
        'handle' 'Handles that are none' \
        'hardware-feature' 'Hardware features (CKA_HW_FEATURE_TYPE)' \
        'hedge' 'Hedging of ML-DSA and SLH-DSA signatures' \
        'hkdf-salt' 'Salts of HKDF (CK_HKDF_PARAMS)' \
        'init-flags' 'Flags of C_Initialize\'s arguments (CK_C_INITIALIZE_ARGS)' \
        'interface-flags' 'Flags of an interface (CK_INTERFACE)' \
        'kdf' 'Key derivation functions of Diffie-Hellman and ECDH' \
        'key-type' 'Types of keys (CKA_KEY_TYPE)' \
        'limit' 'Values in place of a limit or a length' \
        'mechanism' 'Mechanisms' \
        'mechanism-flags' 'Flags of a mechanism (CK_MECHANISM_INFO)' \
        'message-flags' 'Flags of the functions for messages' \
        'mgf' 'Mask generation functions of RSA-OAEP and RSA-PSS' \
        'ml-dsa-parameter-set' 'Parameter sets of ML-DSA' \
        'ml-kem-parameter-set' 'Parameter sets of ML-KEM' \
        'notification' 'Notifications to the application' \
        'oaep-source' 'Sources of the encoding parameter of RSA-OAEP' \
        'object-class' 'Classes of objects (CKA_CLASS)' \
        'otp-flags' 'Flags of a one-time password (CK_OTP_FLAGS)' \
        'otp-format' 'Formats of one-time passwords' \
        'otp-parameter' 'Parameters of a one-time password' \
        'otp-requirement' 'Whether a one-time password needs a parameter' \
        'pbkd2-prf' 'Pseudo-random functions of PBKDF2' \
        'profile' 'Profiles (CKA_PROFILE_ID)' \
        'salt-source' 'Sources of the salt of PBKDF2' \
        'security-domain' 'Java MIDP security domains' \
        'session-flags' 'Flags of a session (C_OpenSession, CK_SESSION_INFO)' \
        'slh-dsa-parameter-set' 'Parameter sets of SLH-DSA' \
        'slot-flags' 'Flags of a slot (CK_SLOT_INFO)' \
        'sp800-108-data' 'Types of data of a KDF of SP 800-108' \
        'sp800-108-length' 'Methods for the length of the derived keying material' \
        'state' 'States of a session (CK_SESSION_INFO)' \
        'token-flags' 'Flags of a token (CK_TOKEN_INFO)' \
        'trust' 'Trust in a certificate' \
        'user-type' 'Types of users (C_Login)' \
        'validation-authority' 'Authorities of a validation' \
        'validation-state' 'Flags of C_GetSessionValidationFlags' \
        'validation-type' 'Kinds of validation'
end

function __ckr_vendors
    printf '%s\t%s\n' \
        'belarus-lsm' 'LSM library with Belarusian algorithms' \
        'ellipticsecure-ehsm' 'ellipticSecure eHSM / MIRkey' \
        'entrust-nshield' 'Entrust nShield (nCipher, Thales e-Security)' \
        'feitian' 'Feitian tokens (container extension)' \
        'feitian-ble' 'Feitian Bluetooth transport SDK (FTTransmission)' \
        'gck' 'GNOME Gck client library' \
        'gnome-keyring' 'GNOME Keyring' \
        'gotrust' 'GOTrust secure microSD' \
        'gp11' 'GNOME gp11 client library' \
        'historic' 'Dropped from the PKCS #11 standard' \
        'historic-2.0-draft' 'PKCS #11 2.0 draft numbering' \
        'ibm-ep11' 'IBM Enterprise PKCS #11 (EP11)' \
        'ibm-grep11' 'IBM GREP11 (EP11 over gRPC)' \
        'ibm-grep11-header' 'IBM GREP11, numbering of its C header' \
        'ibm-icsf-zos' 'IBM z/OS ICSF' \
        'jacarta' 'Aladdin R.D. JaCarta' \
        'jacarta-early' 'Aladdin R.D. JaCarta, early extension header' \
        'keehive' 'ARPA2 KeeHive remote PKCS #11' \
        'kryoptic' 'Kryoptic' \
        'mate-keyring' 'MATE Keyring' \
        'n3crypto' 'N3Crypto (Korean NSR) USB token' \
        'nss' 'Mozilla NSS' \
        'opencryptoki' 'openCryptoki' \
        'opencryptoki-tpm' 'openCryptoki TPM token' \
        'opencryptoki-tpm-2005' 'openCryptoki TPM token, first weeks of 2005' \
        'optee-pkcs11-ta' 'OP-TEE PKCS #11 trusted application' \
        'p11-kit-header' 'p11-kit style pkcs11.h numbering' \
        'pqctoday' 'PQCToday soft token (Rust)' \
        'rutoken' 'Aktiv Rutoken' \
        'safenet-etoken' 'SafeNet (Aladdin) eToken SAPI' \
        'stm32-kms' 'STMicroelectronics STM32 Key Management Services' \
        'stm32-se' 'STMicroelectronics STM32 secure element glue' \
        'syno' 'Syno token' \
        'tass' 'TASS HSM' \
        'thales-luna' 'Thales / SafeNet Luna HSM' \
        'thales-luna-alt' 'Thales / SafeNet Luna HSM, values that differ between sources' \
        'thales-luna-v1' 'Chrysalis / SafeNet Luna, PKCS #11 1.0 builds' \
        'thales-protecttoolkit' 'Thales / SafeNet / ERACOM ProtectToolkit C' \
        'weston' 'Weston security card (name taken from header labels)'
end

function __ckr_stacks
    printf '%s\t%s\n' \
        'activclient' 'HID ActivClient' \
        'akis' 'AKIS (Turkish signature and ID cards)' \
        'athena' 'Athena IDProtect' \
        'awp' 'IDEMIA / Oberthur AWP' \
        'aws-kms' 'AWS KMS (aws-kms-pkcs11)' \
        'azure' 'Azure Managed HSM and Key Vault' \
        'belgian-eid' 'Belgian eID' \
        'bind' 'BIND 9' \
        'bit4id' 'Bit4id Universal Middleware' \
        'cie' 'Italian CIE' \
        'classic-client' 'Gemalto Classic Client (GemSafe)' \
        'cloudhsm' 'AWS CloudHSM' \
        'cloudhsm-sdk3' 'AWS CloudHSM (client SDK 3)' \
        'corepkcs11' 'corePKCS11' \
        'croatian-eid' 'Croatian eID (AKD)' \
        'cryptoauthlib' 'Microchip CryptoAuthLib (ATECC508A, ATECC608, TA100)' \
        'cryptovision' 'cryptovision SCinterface' \
        'dnie' 'Spanish DNIe' \
        'ejbca' 'EJBCA and SignServer' \
        'epass2003' 'Feitian ePass2003' \
        'epassng' 'Feitian ePassNG (ePass2000, ePass3000)' \
        'etoken' 'SafeNet eToken' \
        'fabric' 'Hyperledger Fabric' \
        'firefox' 'Firefox' \
        'fortanix' 'Fortanix DSM' \
        'gnome-keyring' 'GNOME Keyring' \
        'gnutls' 'GnuTLS' \
        'go-crypto11' 'Go crypto11' \
        'go-miekg' 'Go miekg/pkcs11' \
        'google-kms' 'Google Cloud KMS' \
        'ibm-ep11' 'IBM EP11 (Hyper Protect, GREP11)' \
        'ibm-icsf' 'IBM z/OS ICSF' \
        'idprime' 'IDPrime' \
        'jacarta' 'JaCarta' \
        'java-sunpkcs11' 'Java SunPKCS11' \
        'jsign' 'Jsign' \
        'knot' 'Knot DNS' \
        'krill' 'Krill' \
        'kryoptic' 'Kryoptic' \
        'libp11' 'libp11' \
        'lithuanian-eid' 'Lithuanian eID' \
        'luna' 'Thales Luna' \
        'nethsm' 'NetHSM' \
        'nshield' 'Entrust nShield' \
        'nss' 'NSS softokn' \
        'openbao' 'OpenBao and Vault (pkcs11 seal)' \
        'opencryptoki' 'openCryptoki' \
        'opendnssec' 'OpenDNSSEC' \
        'opensc' 'OpenSC' \
        'openssh' 'OpenSSH' \
        'optee' 'OP-TEE' \
        'osslsigncode' 'osslsigncode' \
        'p11-kit-client' 'p11-kit client (remoting)' \
        'p11-kit-proxy' 'p11-kit proxy' \
        'p11-kit-trust' 'p11-kit trust module' \
        'pkcs11-helper' 'pkcs11-helper' \
        'pkcs11-provider' 'pkcs11-provider' \
        'pkcs11-spy' 'pkcs11-spy' \
        'pkcs11-tool' 'pkcs11-tool' \
        'pkcs11interop' 'Pkcs11Interop' \
        'pkcs11js' 'pkcs11js' \
        'portuguese-eid' 'Portuguese Cartao de Cidadao' \
        'protecttoolkit' 'Thales ProtectToolkit' \
        'pykcs11' 'PyKCS11' \
        'python-pkcs11' 'python-pkcs11' \
        'rust-cryptoki' 'rust-cryptoki' \
        'rutoken' 'Rutoken' \
        'safesign' 'AET SafeSign (StarSign)' \
        'safeweb' 'SafeWeb / CIS token' \
        'securosys' 'Securosys Primus HSM' \
        'smartcard-hsm' 'SmartCard-HSM (sc-hsm-embedded)' \
        'softhsm2' 'SoftHSM2' \
        'sssd' 'SSSD (p11_child)' \
        'strongswan' 'strongSwan' \
        'systemd' 'systemd (cryptenroll, cryptsetup, homed)' \
        'tpm2-pkcs11' 'tpm2-pkcs11' \
        'utimaco' 'Utimaco CryptoServer' \
        'watchdata' 'Watchdata ProxKey' \
        'web-servers' 'nginx, Apache, HAProxy, curl with OpenSSL\'s engine or provider' \
        'wolfpkcs11' 'wolfPKCS11' \
        'ykcs11' 'YKCS11 (YubiKey PIV)' \
        'yubihsm' 'YubiHSM'
end

function __ckr_categories
    printf '%s\t%s\n' \
        'success' '' \
        'informational' '' \
        'retryable' '' \
        'session-lost' '' \
        'token-absent' '' \
        'authentication' '' \
        'authorization-or-policy' '' \
        'caller-bug' '' \
        'data' '' \
        'capability' '' \
        'resource' '' \
        'configuration' '' \
        'token-fault' '' \
        'library-fault' '' \
        'concurrency' '' \
        'legacy' ''
end

function __ckr_versions
    printf '%s\t%s\n' \
        '2.40' '' \
        '3.0' '' \
        '3.1' '' \
        '3.2' ''
end

function __ckr_sequences
    printf '%s\t%s\n' \
        'load' 'Load the module, initialise and finalise it' \
        'interfaces' 'Function lists and interfaces' \
        'identity' 'Information on module, slots, tokens and mechanisms' \
        'sessions' 'Open, inspect and close read-only sessions' \
        'objects' 'Find objects and read their public attributes' \
        'random' 'Random numbers' \
        'digest' 'Known answers for every digest of the token' \
        'login' 'Log in, check the session state, log out' \
        'sign' 'Sign and verify with keys of this session' \
        'encrypt' 'Encrypt and decrypt with a key of this session' \
        'logout' 'Effects of a logout' \
        'life-cycle' 'Before C_Initialize, after C_Finalize, and twice' \
        'bad-handles' 'Invalid handles' \
        'bad-slot' 'An invalid slot id' \
        'small-buffer' 'Buffers that are too small' \
        'state-machine' 'Operations that were not started, or started twice' \
        'legacy' 'Legacy functions' \
        'fork' 'A child of a forked process' \
        'sign-more' 'Sign and verify with more kinds of keys and mechanisms' \
        'vectors' 'Known answers with keys of known value' \
        'wrap-derive' 'Wrap, unwrap and derive keys of this session' \
        'key-use' 'Restrictions on the use of session keys, and RSA encryption' \
        'search' 'Searches return the objects that match their template' \
        'threads' 'Several threads at once' \
        'application' 'python-pkcs11 smoke test'
end

function __ckr_builtins
    printf '%s\t%s\n' \
        'load' 'Load the module, initialise and finalise it' \
        'interfaces' 'Function lists and interfaces' \
        'identity' 'Information on module, slots, tokens and mechanisms' \
        'sessions' 'Open, inspect and close read-only sessions' \
        'objects' 'Find objects and read their public attributes' \
        'random' 'Random numbers' \
        'digest' 'Known answers for every digest of the token' \
        'login' 'Log in, check the session state, log out' \
        'sign' 'Sign and verify with keys of this session' \
        'encrypt' 'Encrypt and decrypt with a key of this session' \
        'logout' 'Effects of a logout' \
        'life-cycle' 'Before C_Initialize, after C_Finalize, and twice' \
        'bad-handles' 'Invalid handles' \
        'bad-slot' 'An invalid slot id' \
        'small-buffer' 'Buffers that are too small' \
        'state-machine' 'Operations that were not started, or started twice' \
        'legacy' 'Legacy functions' \
        'fork' 'A child of a forked process' \
        'sign-more' 'Sign and verify with more kinds of keys and mechanisms' \
        'vectors' 'Known answers with keys of known value' \
        'wrap-derive' 'Wrap, unwrap and derive keys of this session' \
        'key-use' 'Restrictions on the use of session keys, and RSA encryption' \
        'search' 'Searches return the objects that match their template' \
        'threads' 'Several threads at once'
end

function __ckr_profiles
    printf '%s\t%s\n' \
        'health' 'calls of a well-behaved program, in the right order' \
        'conformance' 'calls that a correct module must refuse; real modules crash on some' \
        'all' 'both'
end

function __ckr_pin_sources
    printf '%s\t%s\n' \
        'env:' 'an environment variable' \
        'file:' 'the first line of a file' \
        'fd:' 'an open descriptor' \
        'cmd:' 'the first line that a command prints' \
        'prompt' 'a prompt on the terminal' \
        'protected-path' 'entered at the token itself'
end


# The modules that p11-kit and the configuration know by name.
function __ckr_modules
    set -l home $XDG_CONFIG_HOME
    test -n "$home"; or set home ~/.config
    set -l config $CKR_CONFIG
    test -n "$config"; or set config $home/ckr/config.toml
    for file in /usr/share/p11-kit/modules/*.module /etc/pkcs11/modules/*.module ~/.config/pkcs11/modules/*.module
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
    contains -- "$argv" 'decode --format' 'decode --base' 'decode --vendor' 'decode --module' 'decode -m' 'decode --as' 'decode --color' 'explain --function' 'explain -f' 'explain --stack' 'explain --module' 'explain -m' 'explain --vendor' 'explain --as' 'explain --base' 'explain --color' 'returns --spec' 'returns --color' 'check --spec' 'check --base' 'check --vendor' 'check --module' 'check -m' 'check --color' 'precedence --function' 'precedence -f' 'precedence --color' 'list --vendor' 'list --category' 'list --since' 'list --grep' 'list --color' 'modules --color' 'probe --module' 'probe -m' 'probe --slot' 'probe -s' 'probe --token' 'probe -t' 'probe --init-args' 'probe --pin-source' 'probe --key' 'probe --profile' 'probe --sequence' 'probe --timeout' 'probe --max-time' 'probe --bench' 'probe --warn-ms' 'probe --warn-days' 'probe --ignore' 'probe --fail-on' 'probe --spec' 'probe --show-sequence' 'probe --output' 'probe -o' 'probe --color' 'report --output' 'report -o' 'report --color' 'diff --pair' 'diff --output' 'diff -o' 'diff --color' 'annotate --context' 'annotate -C' 'annotate --color' 'scan --color' 'why --color'
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
    test (count $words) -gt 1; and not contains -- $words[2] decode explain returns check precedence list modules probe report diff annotate scan why completion help version
end

complete -c ckr -f
complete -c ckr -n '__ckr_alone; or __ckr_without' -a '(__ckr_anything)'
complete -c ckr -n __ckr_alone -l version -s V -d 'Print the version and exit.'
complete -c ckr -n __ckr_alone -l no-pager -d 'With any command: do not show long answers in $CKR_PAGER, $PAGER or less.'
complete -c ckr -n __ckr_alone -l json -d 'With --version: JSON, including the versions of Python and of dependencies.'
complete -c ckr -n __ckr_alone -l help -d 'Show this message and exit.'
complete -c ckr -n __ckr_alone -a decode -d 'Print the number, the name and a one-line meaning of each VALUE'
complete -c ckr -n __ckr_alone -a explain -d 'Explain a return code: the text of the standard, the usual causes, what to do, and what to avoid'
complete -c ckr -n __ckr_alone -a returns -d 'Print the codes that a function may legally return and why, or the functions that may return a code'
complete -c ckr -n __ckr_alone -a check -d 'Check whether the standard allows a function to return a code, with every passage for and against'
complete -c ckr -n __ckr_alone -a precedence -d 'Show which of several applicable codes the standard requires, and why'
complete -c ckr -n __ckr_alone -a list -d 'List codes, functions, vendors, stacks, findings, causes, dialects, or contradictions in the standard'
complete -c ckr -n __ckr_alone -a modules -d 'List the PKCS #11 modules of this host, or print facts about one. No module is loaded'
complete -c ckr -n __ckr_alone -a probe -d 'Probe a PKCS #11 module: report the calls that fail, their return codes, whether these are legal, and what to do'
complete -c ckr -n __ckr_alone -a report -d 'Show a saved probe report, or convert it to another format: probe on the HSM\'s host, read the report on any host'
complete -c ckr -n __ckr_alone -a diff -d 'Show the changes between two probe reports, for example before and after an update. Exit 1 if there are any'
complete -c ckr -n __ckr_alone -a annotate -d 'Add the meaning to each return code in a log; the log itself is not changed'
complete -c ckr -n __ckr_alone -a scan -d 'Summarise a log: its return codes, the first failure, and the calls made'
complete -c ckr -n __ckr_alone -a why -d 'Find the causes of the failed calls in a trace, with the lines that prove them. No module is loaded'
complete -c ckr -n __ckr_alone -a completion -d 'Print the completion script for a shell; packages install it, so this is for other installations'
complete -c ckr -n __ckr_alone -a help -d 'Show the help of a command.'
complete -c ckr -n __ckr_alone -a version -d 'Print the version.'
complete -c ckr -n '__ckr_at help 1' -a decode -d 'Print the number, the name and a one-line meaning of each VALUE'
complete -c ckr -n '__ckr_at help 1' -a explain -d 'Explain a return code: the text of the standard, the usual causes, what to do, and what to avoid'
complete -c ckr -n '__ckr_at help 1' -a returns -d 'Print the codes that a function may legally return and why, or the functions that may return a code'
complete -c ckr -n '__ckr_at help 1' -a check -d 'Check whether the standard allows a function to return a code, with every passage for and against'
complete -c ckr -n '__ckr_at help 1' -a precedence -d 'Show which of several applicable codes the standard requires, and why'
complete -c ckr -n '__ckr_at help 1' -a list -d 'List codes, functions, vendors, stacks, findings, causes, dialects, or contradictions in the standard'
complete -c ckr -n '__ckr_at help 1' -a modules -d 'List the PKCS #11 modules of this host, or print facts about one. No module is loaded'
complete -c ckr -n '__ckr_at help 1' -a probe -d 'Probe a PKCS #11 module: report the calls that fail, their return codes, whether these are legal, and what to do'
complete -c ckr -n '__ckr_at help 1' -a report -d 'Show a saved probe report, or convert it to another format: probe on the HSM\'s host, read the report on any host'
complete -c ckr -n '__ckr_at help 1' -a diff -d 'Show the changes between two probe reports, for example before and after an update. Exit 1 if there are any'
complete -c ckr -n '__ckr_at help 1' -a annotate -d 'Add the meaning to each return code in a log; the log itself is not changed'
complete -c ckr -n '__ckr_at help 1' -a scan -d 'Summarise a log: its return codes, the first failure, and the calls made'
complete -c ckr -n '__ckr_at help 1' -a why -d 'Find the causes of the failed calls in a trace, with the lines that prove them. No module is loaded'
complete -c ckr -n '__ckr_at help 1' -a completion -d 'Print the completion script for a shell; packages install it, so this is for other installations'

# decode
complete -c ckr -n '__ckr_at decode' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at decode' -l format -x -d 'A template such as \'{name}\\t{hex}\'.'
complete -c ckr -n '__ckr_at decode' -l base -x -a '10 16' -d 'The base of bare digits.'
complete -c ckr -n '__ckr_at decode' -l vendor -x -a '(__ckr_vendors)' -d 'Choose among vendors that use the same value (`ckr list vendors`).'
complete -c ckr -n '__ckr_at decode' -l module -s m -r -F -d 'Choose vendor and advice by the file or name of a module, which is not loaded.'
complete -c ckr -n '__ckr_at decode' -l as -x -a '(__ckr_families)' -d 'Read VALUE as a constant of this family, such as mechanism or token-flags.'
complete -c ckr -n '__ckr_at decode' -l verbose -s v -d 'Show everything, without cutting lists.'
complete -c ckr -n '__ckr_at decode' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at decode' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at decode 0' -a '(__ckr_values)'

# explain
complete -c ckr -n '__ckr_at explain' -l function -s f -x -a '(__ckr_functions)' -d 'The function that returned the code.'
complete -c ckr -n '__ckr_at explain' -l stack -x -a '(__ckr_stacks)' -d 'Show advice for this stack first (`ckr list stacks`).'
complete -c ckr -n '__ckr_at explain' -l module -s m -r -F -d 'Choose vendor and advice by the file or name of a module, which is not loaded.'
complete -c ckr -n '__ckr_at explain' -l vendor -x -a '(__ckr_vendors)' -d 'Choose among vendors that use the same value (`ckr list vendors`).'
complete -c ckr -n '__ckr_at explain' -l as -x -a '(__ckr_families)' -d 'Read VALUE as a constant of this family, such as mechanism or token-flags.'
complete -c ckr -n '__ckr_at explain' -l brief -s q -d 'A short answer of at most 20 lines.'
complete -c ckr -n '__ckr_at explain' -l full -s v -d 'The full answer, as in a pipe.'
complete -c ckr -n '__ckr_at explain' -l markdown -d 'Markdown, for a ticket.'
complete -c ckr -n '__ckr_at explain' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at explain' -l exit-retry -d 'Exit 0 only if a program may repeat the call unattended.'
complete -c ckr -n '__ckr_at explain' -l base -x -a '10 16' -d 'The base of bare digits.'
complete -c ckr -n '__ckr_at explain' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at explain' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at explain 0' -a '(__ckr_values)'

# returns
complete -c ckr -n '__ckr_at returns' -l spec -x -a '2.40 3.0 3.1 3.2' -d 'Edition of the standard (default: the configuration\'s, else 3.2).'
complete -c ckr -n '__ckr_at returns' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at returns' -l verbose -s v -d 'Accepted for consistency; the output is always complete.'
complete -c ckr -n '__ckr_at returns' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at returns' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at returns 1' -a '(__ckr_names)'

# check
complete -c ckr -n '__ckr_at check' -l spec -x -a '2.40 3.0 3.1 3.2' -d 'Edition of the standard (default: the configuration\'s, else 3.2).'
complete -c ckr -n '__ckr_at check' -l base -x -a '10 16' -d 'The base of bare digits.'
complete -c ckr -n '__ckr_at check' -l vendor -x -a '(__ckr_vendors)' -d 'Choose among vendors that use the same value (`ckr list vendors`).'
complete -c ckr -n '__ckr_at check' -l module -s m -r -F -d 'Choose vendor and advice by the file or name of a module, which is not loaded.'
complete -c ckr -n '__ckr_at check' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at check' -l quiet -s q -d 'Print nothing; only set the exit status.'
complete -c ckr -n '__ckr_at check' -l verbose -s v -d 'Accepted for consistency; the output is always complete.'
complete -c ckr -n '__ckr_at check' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at check' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at check 1' -a '(__ckr_functions)'
complete -c ckr -n '__ckr_at check 2' -a '(__ckr_codes)'

# precedence
complete -c ckr -n '__ckr_at precedence' -l function -s f -x -a '(__ckr_functions)' -d 'The function that returned the code.'
complete -c ckr -n '__ckr_at precedence' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at precedence' -l verbose -s v -d 'Accepted for consistency; the output is always complete.'
complete -c ckr -n '__ckr_at precedence' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at precedence' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at precedence 0' -a '(__ckr_codes)'

# list
complete -c ckr -n '__ckr_at list' -l vendor -x -a '(__ckr_vendors)' -d 'Choose among vendors that use the same value (`ckr list vendors`).'
complete -c ckr -n '__ckr_at list' -l verbose -s v -d 'All columns, as with --csv.'
complete -c ckr -n '__ckr_at list' -l category -x -a '(__ckr_categories)' -d 'Only codes of this category.'
complete -c ckr -n '__ckr_at list' -l since -x -a '(__ckr_versions)' -d 'Only rows added in this edition or later.'
complete -c ckr -n '__ckr_at list' -l grep -x -d 'Only rows that contain this text, in any case.'
complete -c ckr -n '__ckr_at list' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at list' -l csv -d 'CSV, as a look-up table for log tools.'
complete -c ckr -n '__ckr_at list' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at list' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at list 1' -a 'codes functions vendors stacks categories contradictions constants mechanisms attributes findings causes dialects'

# modules
complete -c ckr -n '__ckr_at modules' -l json -d 'One JSON object.'
complete -c ckr -n '__ckr_at modules' -l verbose -s v -d 'Accepted for consistency; the output is always complete.'
complete -c ckr -n '__ckr_at modules' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at modules' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at modules 1' -a '(__ckr_names)'

# probe
complete -c ckr -n '__ckr_at probe' -l module -s m -r -F -a '(__ckr_modules)' -d 'The module, if it is not given as an argument.'
complete -c ckr -n '__ckr_at probe' -l slot -s s -x -d 'The slot with the token to use.'
complete -c ckr -n '__ckr_at probe' -l token -s t -x -d 'The token to use: its label, or a PKCS #11 URI.'
complete -c ckr -n '__ckr_at probe' -l all-tokens -d 'Probe every token; no PIN is used.'
complete -c ckr -n '__ckr_at probe' -l init-args -x -d 'Reserved string for C_Initialize (NSS: "configdir=\'sql:...\'").'
complete -c ckr -n '__ckr_at probe' -l pin-source -x -a '(__ckr_pin_sources)' -d 'prompt, env:NAME, file:PATH, fd:N, cmd:COMMAND, protected-path, or none.'
complete -c ckr -n '__ckr_at probe' -l risk-pin -d 'Log in even if that may use up a PIN try.'
complete -c ckr -n '__ckr_at probe' -l key -x -d 'Sign once with this private key of the token, and verify; requires a PIN.'
complete -c ckr -n '__ckr_at probe' -l profile -x -a '(__ckr_profiles)' -d 'The built-in sequences to run: health (default), conformance or all.'
complete -c ckr -n '__ckr_at probe' -l sequence -r -F -a '(__ckr_sequences)' -d 'A built-in sequence or a sequence file; may be repeated.'
complete -c ckr -n '__ckr_at probe' -l timeout -x -d 'Time limit per call in seconds (default 30; logins and key generation 120).'
complete -c ckr -n '__ckr_at probe' -l max-time -x -d 'Time limit of the run in seconds.'
complete -c ckr -n '__ckr_at probe' -l keep-going -d 'Continue after loading or C_Initialize crashed, exited or hung.'
complete -c ckr -n '__ckr_at probe' -l bench -x -d 'Also measure operations per second, for S seconds each.'
complete -c ckr -n '__ckr_at probe' -l warn-ms -x -d 'Warn if even the fastest signature or digest takes longer (default 2000).'
complete -c ckr -n '__ckr_at probe' -l warn-days -x -d 'Warn if a certificate in use expires within D days (default 30).'
complete -c ckr -n '__ckr_at probe' -l ignore -x -d 'Report a finding as information only; may be repeated.'
complete -c ckr -n '__ckr_at probe' -l fail-on -x -a 'error warning' -d 'The least severe finding that makes the exit status 1 (default: warning).'
complete -c ckr -n '__ckr_at probe' -l spec -x -a '2.40 3.0 3.1 3.2' -d 'Edition of the standard (default: the configuration\'s, else 3.2).'
complete -c ckr -n '__ckr_at probe' -l dry-run -d 'Show every call in order, without loading the module.'
complete -c ckr -n '__ckr_at probe' -l list-sequences -d 'List the built-in sequences.'
complete -c ckr -n '__ckr_at probe' -l show-sequence -x -a '(__ckr_builtins)' -d 'Print a built-in sequence, to be copied and edited.'
complete -c ckr -n '__ckr_at probe' -l no-objects -d 'Create no objects, not even session objects; no keys are generated.'
complete -c ckr -n '__ckr_at probe' -l rw -d 'Create session objects in read-write sessions.'
complete -c ckr -n '__ckr_at probe' -l allow-writes -d 'Allow sequence files to change the token\'s objects.'
complete -c ckr -n '__ckr_at probe' -l destroy -d 'Allow sequence files to destroy objects they did not create.'
complete -c ckr -n '__ckr_at probe' -l verbose -s v -d 'Show every call and all advice.'
complete -c ckr -n '__ckr_at probe' -l quiet -s q -d 'Show only the verdict, on one line.'
complete -c ckr -n '__ckr_at probe' -l anonymize -d 'Hash labels, serial numbers, host and paths.'
complete -c ckr -n '__ckr_at probe' -l json -d 'The report as one JSON object.'
complete -c ckr -n '__ckr_at probe' -l markdown -d 'Markdown, for a ticket.'
complete -c ckr -n '__ckr_at probe' -l junit -d 'JUnit XML for CI: one suite per sequence, one case per call.'
complete -c ckr -n '__ckr_at probe' -l nagios -d 'Output and exit status (0 to 3) of a monitoring plugin.'
complete -c ckr -n '__ckr_at probe' -l prometheus -d 'Metrics for the textfile collector of Prometheus.'
complete -c ckr -n '__ckr_at probe' -l html -d 'One self-contained HTML page.'
complete -c ckr -n '__ckr_at probe' -l output -s o -r -F -d 'Write the report to FILE, atomically.'
complete -c ckr -n '__ckr_at probe' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at probe' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at probe 0' -F -a '(__ckr_modules)'

# report
complete -c ckr -n '__ckr_at report' -l markdown -d 'Markdown, for a ticket.'
complete -c ckr -n '__ckr_at report' -l junit -d 'JUnit XML for CI: one suite per sequence, one case per call.'
complete -c ckr -n '__ckr_at report' -l nagios -d 'Output and exit status (0 to 3) of a monitoring plugin.'
complete -c ckr -n '__ckr_at report' -l prometheus -d 'Metrics for the textfile collector of Prometheus.'
complete -c ckr -n '__ckr_at report' -l html -d 'One self-contained HTML page.'
complete -c ckr -n '__ckr_at report' -l output -s o -r -F -d 'Write to FILE, atomically.'
complete -c ckr -n '__ckr_at report' -l verbose -s v -d 'Show every call and all advice.'
complete -c ckr -n '__ckr_at report' -l quiet -s q -d 'Show only the verdict, on one line.'
complete -c ckr -n '__ckr_at report' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at report' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at report 1' -F

# diff
complete -c ckr -n '__ckr_at diff' -l markdown -d 'A table for a ticket.'
complete -c ckr -n '__ckr_at diff' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at diff' -l full -s v -d 'Every change, including those that follow from others.'
complete -c ckr -n '__ckr_at diff' -l quiet -s q -d 'One line: the number of changes for the worse and the better.'
complete -c ckr -n '__ckr_at diff' -l pair -x -d 'Compare token A with token B (label or serial number); repeatable.'
complete -c ckr -n '__ckr_at diff' -l output -s o -r -F -d 'Write to FILE, atomically.'
complete -c ckr -n '__ckr_at diff' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at diff' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at diff 1' -F
complete -c ckr -n '__ckr_at diff 2' -F

# annotate
complete -c ckr -n '__ckr_at annotate' -l inline -d '[CKR_NAME] after each bare number, no notes.'
complete -c ckr -n '__ckr_at annotate' -l only -d 'Drop the lines without a return code.'
complete -c ckr -n '__ckr_at annotate' -l context -s C -x -d 'As --only, with N lines of context.'
complete -c ckr -n '__ckr_at annotate' -l json -d 'One JSON object per line with return codes.'
complete -c ckr -n '__ckr_at annotate' -l all -d 'With --json: one object per line of input.'
complete -c ckr -n '__ckr_at annotate' -l ok -d 'Annotate successes (CKR_OK) too.'
complete -c ckr -n '__ckr_at annotate' -l redact -d 'Replace each character of a PIN in traces by * (always with --json).'
complete -c ckr -n '__ckr_at annotate' -l color -x -a 'auto always never' -d 'Accepted for consistency; this output has no colours.'
complete -c ckr -n '__ckr_at annotate' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at annotate 0' -F

# scan
complete -c ckr -n '__ckr_at scan' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at scan' -l merge -d 'Add up summaries of the parts of a log, made by --json, in order.'
complete -c ckr -n '__ckr_at scan' -l ok -d 'List successes (CKR_OK) too.'
complete -c ckr -n '__ckr_at scan' -l anonymize -d 'Hash labels, serials, users, hosts and paths that are recognised; read the result before you send it.'
complete -c ckr -n '__ckr_at scan' -l verbose -s v -d 'List all functions that returned a code.'
complete -c ckr -n '__ckr_at scan' -l quiet -s q -d 'One line: the number of failures, and the first one.'
complete -c ckr -n '__ckr_at scan' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at scan' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at scan 0' -F

# why
complete -c ckr -n '__ckr_at why' -l json -d 'One JSON object per line.'
complete -c ckr -n '__ckr_at why' -l html -d 'One self-contained HTML page.'
complete -c ckr -n '__ckr_at why' -l all -d 'Show routine returns too.'
complete -c ckr -n '__ckr_at why' -l verbose -s v -d 'Show all evidence, and its meaning.'
complete -c ckr -n '__ckr_at why' -l quiet -s q -d 'One line.'
complete -c ckr -n '__ckr_at why' -l color -x -a 'auto always never' -d 'When to use colours.'
complete -c ckr -n '__ckr_at why' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at why 0' -F

# completion
complete -c ckr -n '__ckr_at completion' -l help -d 'Show this message and exit.'
complete -c ckr -n '__ckr_at completion 1' -a 'bash zsh fish'
