/*
 * A PKCS #11 module for tests: a tiny token that works, and that misbehaves in the ways it is told to.
 *
 * Environment:
 *   CKR_FAKE        what to do wrong, words separated by ';' (empty: nothing). If it is unset, the string in
 *                   pInitArgs->pReserved is used from C_Initialize on.
 *   CKR_FAKE_PIN    the user PIN (default 1234)
 *   CKR_FAKE_LOG    a file to which each call's name is appended, one a line (count C_Login to count PIN tries)
 *   CKR_FAKE_STORE  a file of token objects: "persistent" appends a line with the object's label there, and C_FindObjects finds them again
 *
 * Words of CKR_FAKE; F is a function's name, or "constructor", "destructor":
 *   segv:F abort:F exit0:F exit3:F hang:F hang-ignore-term:F kill:F
 *   slow:F                    the call takes 300 ms;  slow-by:N  N ms
 *   rv:F=0x30                 F returns this code and does nothing
 *   guard:F=0x30              the same in a process that has not called C_GetSlotInfo: where the probe asks on its own before a step
 *   null:F                    the entry of F in the function list is NULL
 *   noise                     from C_Initialize on a thread prints without end
 *   flood:F                   F prints 8 MiB to stdout and stderr
 *   print:F=TEXT              F prints TEXT to stderr
 *   close-fds:F               F closes every descriptor
 *   close-others:F            F closes every descriptor above 2
 *   cut-files:F               F cuts every file it has open to no bytes
 *   daemon:F                  F starts a process in a session of its own that keeps all descriptors and lives for 30 s
 *   hidden-daemon:F           the same, which overwrites its arguments and name
 *   headless-daemon:F         the same, whose first thread has ended while another goes on
 *   program:F                 starts another program (sleep 30) in a session of its own, which keeps all descriptors
 *   chain:F                   F starts a process that blocks all signals, starts a next one and ends, and so on, for 30 s, in the caller's process group
 *   chain-session:F           the same in a session of its own;  chain-slow:F  with 300 us between;  swarm:F  with 1 ms
 *   chain-sessions:F          each process in a session of its own;  chain-groups:F  in a group of its own, all in the caller's session
 *   chain-hidden:F            like chain-session, with arguments and name overwritten
 *   chain-beside:F            like chain-session, with another program (sleep 30) in the same group
 *   chain-below:F             like chain-sessions, and what starts it becomes another program (sleep 30) that adopts its orphans
 *   chain-at-term:F           from F on SIGTERM starts what chain-session does, instead of ending the process
 *   chains:N                  all of these start N chains;  quick  whose processes share one memory, so that none lives longer than some 50 us
 *   child:F                   the same as daemon, but in the caller's process group
 *   fork-return:F             F forks, and both processes return from it
 *   chatty-pin                C_Login prints the PIN as text, hex and base64; C_GetSessionInfo prints the last one again
 *   late-pin                  C_CloseSession prints the last PIN to stdout without flushing
 *   list:null list:fail       C_GetFunctionList gives CKR_OK and NULL, or CKR_GENERAL_ERROR
 *   version:info=3.0 version:list=9.9   what C_GetInfo and the function list say;  info-flags  CK_INFO.flags is 1
 *   silent:C_GetTokenInfo     CKR_OK, and nothing is written
 *   partly:C_GetTokenInfo     the time is HH:MM:SS and NUL, and neither what follows it nor ulTotalPublicMemory is written
 *   add-flags                 C_GetMechanismInfo sets its bits in what stands in flags, as SoftHSM2 does for some mechanisms
 *   list:misaligned           the function list is at an odd address
 *   scribble:F=255            F writes this byte all over the memory it shares with other processes
 *   mechanisms:shrink mechanisms:twice   one mechanism in the list, two for NULL; the same one twice
 *   state:N                   C_GetSessionInfo's state is N
 *   slots:huge                C_GetSlotList says 2^60 slots;  slots:grow  more each time;  slots:N  N slots
 *   slots-first               C_OpenSession knows no slot before C_GetSlotList was called, as of modules that look for readers there
 *   find-all                  C_FindObjectsInit ignores its template
 *   same-memory               C_Digest after a question for the length wants its data at the same address, else the operation is over
 *   labels                    each token has a label of its own: fake and its slot's number
 *   mechanisms:N              N mechanisms;  mechanisms:huge  2^60
 *   vendor-digest             a digest mechanism 0x80001234, with a parameter of four bytes (its output is SHA-256's)
 *   text:latin1 text:nul text:escape    the token's label: not UTF-8, ended by NUL, with escape sequences
 *   session0                  C_OpenSession gives CKR_OK and handle 0
 *   long:F                    F (C_Digest, C_GenerateRandom) says a length of 2^40; overrun:F  writes 64 bytes more than it was given room
 *   persistent                objects are token objects whatever CKA_TOKEN says
 *   read-only                 making objects in a read-only session gives CKR_SESSION_READ_ONLY
 *   pin:low pin:final pin:locked        flags of the token;  pin-min:N pin-max:N  lengths
 *   relogin:N                 what C_Login returns while the user is logged in
 *   keypad                    the token has a protected authentication path (C_Login with NULL succeeds)
 *   swap                      once a session was opened, the token has another serial number
 *   pin-everywhere            after C_Login the PIN is the token's label, and part of other texts and numbers
 *   login-shared              sessions are logged in from the start
 *   max-sessions:N            ulMaxSessionCount;  other-sessions:N  sessions of other programs
 *   no-token                  the slot is empty
 *   device-error              C_GetSessionInfo's ulDeviceError is 0x2A
 *   sign-extend               rv: codes are returned with bits 32 to 63 set
 */
#define _GNU_SOURCE
#include <fcntl.h>
#include <pthread.h>
#include <sched.h>
#include <signal.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/random.h>
#include <time.h>
#include <unistd.h>

typedef unsigned long CK_ULONG;
typedef CK_ULONG CK_RV;
typedef unsigned char CK_BYTE;
typedef struct { CK_BYTE major, minor; } CK_VERSION;
typedef struct { CK_VERSION cryptoki; CK_BYTE manufacturer[32]; CK_ULONG flags; CK_BYTE description[32]; CK_VERSION library; } CK_INFO;
typedef struct { CK_BYTE description[64], manufacturer[32]; CK_ULONG flags; CK_VERSION hardware, firmware; } CK_SLOT_INFO;
typedef struct {
	CK_BYTE label[32], manufacturer[32], model[16], serial[16];
	CK_ULONG flags, max_sessions, sessions, max_rw, rw, max_pin, min_pin, total_public, free_public, total_private, free_private;
	CK_VERSION hardware, firmware;
	CK_BYTE utc[16];
} CK_TOKEN_INFO;
typedef struct { CK_ULONG slot, state, flags, error; } CK_SESSION_INFO;
typedef struct { CK_ULONG min, max, flags; } CK_MECHANISM_INFO;
typedef struct { CK_ULONG mechanism; void *parameter; CK_ULONG length; } CK_MECHANISM;
typedef struct { CK_ULONG type; void *value; CK_ULONG length; } CK_ATTRIBUTE;
typedef struct { void *create, *destroy, *lock, *unlock; CK_ULONG flags; char *reserved; } CK_C_INITIALIZE_ARGS;

enum {
	OK = 0, SLOT_ID_INVALID = 3, GENERAL_ERROR = 5, ARGUMENTS_BAD = 7, SENSITIVE_ATTRIBUTE = 0x11, TYPE_INVALID = 0x12, NOT_SUPPORTED = 0x54,
	MECHANISM_INVALID = 0x70, MECHANISM_PARAM_INVALID = 0x71, OBJECT_INVALID = 0x82, OPERATION_NOT_INITIALIZED = 0x91, PIN_INCORRECT = 0xA0, PIN_LOCKED = 0xA4,
	SESSION_INVALID = 0xB3, PARALLEL = 0xB4, READ_ONLY = 0xB5, TOKEN_NOT_PRESENT = 0xE0, ALREADY_LOGGED_IN = 0x100, NOT_LOGGED_IN = 0x101,
	BUFFER_TOO_SMALL = 0x150, NOT_INITIALIZED = 0x190, ALREADY_INITIALIZED = 0x191
};
#define UNAVAILABLE (~0UL)
#define CKM_SHA256 0x250UL
#define CKM_AES_KEY_GEN 0x1080UL
#define CKM_VENDOR_DIGEST 0x80001234UL

/* ---- what is to go wrong ------------------------------------------------------------------------------------ */

static char told[4096];
static int told_set;

static void learn(const char *words)
{
	if (words) { snprintf(told, sizeof told, ";%s;", words); told_set = 1; }
}

/* Finds ";word;" or, with a value, ";word" followed by anything; returns what follows. */
static const char *find(const char *word, int whole)
{
	char wanted[160];
	const char *at;
	snprintf(wanted, sizeof wanted, whole ? ";%s;" : ";%s", word);
	at = strstr(told, wanted);
	return at ? at + strlen(wanted) : NULL;
}

static int is(const char *behaviour, const char *function)
{
	char word[128];
	snprintf(word, sizeof word, "%s:%s", behaviour, function);
	return find(word, 1) != NULL;
}

static int flag(const char *word) { return find(word, 1) != NULL; }

static CK_ULONG number(const char *word, CK_ULONG otherwise)
{
	char prefix[128];
	const char *at;
	snprintf(prefix, sizeof prefix, "%s:", word);
	at = find(prefix, 0);
	return at && *at >= '0' && *at <= '9' ? strtoul(at, NULL, 0) : otherwise;
}

static void hang(void) { for (;;) pause(); }

/* Sleeps for the whole time, whatever signals arrive. */
static void pause_for(CK_ULONG milliseconds)
{
	struct timespec left = { (time_t)(milliseconds / 1000), (long)(milliseconds % 1000) * 1000000 };
	while (nanosleep(&left, &left) != 0) continue;
}

static void scribble(const char *function)
{
	char word[128], line[512];
	const char *at;
	FILE *maps;
	snprintf(word, sizeof word, "scribble:%s=", function);
	at = find(word, 0);
	maps = at ? fopen("/proc/self/maps", "re") : NULL;
	while (maps && fgets(line, sizeof line, maps)) {
		unsigned long from, to;
		char rights[8];
		if (sscanf(line, "%lx-%lx %7s", &from, &to, rights) == 3 && rights[1] == 'w' && rights[3] == 's')
			memset((void *)from, atoi(at), to - from > 1 << 20 ? 1 << 20 : to - from);
	}
	if (maps) fclose(maps);
}

static CK_VERSION version_of(const char *what)
{
	unsigned major = 2, minor = 40;
	char word[64];
	const char *at;
	snprintf(word, sizeof word, "version:%s=", what);
	at = find(word, 0);
	if (at && sscanf(at, "%u.%u", &major, &minor) != 2) abort();
	return (CK_VERSION){ (CK_BYTE)major, (CK_BYTE)minor };
}

static void start_program(void)
{
	if (fork() == 0) {
		setsid();
		execlp("sleep", "sleep", "30", (char *)NULL);
		_exit(1);
	}
}

static void hide(void)
{
	extern char **environ;
	char *end = environ[0];
	prctl(PR_SET_NAME, "innocent", 0, 0, 0);
	/* the arguments lie right before the environment */
	for (int i = 0; i < 4000 && end; i++) end[-1 - i] = 0;
}

static void start_hidden(void)
{
	if (fork() == 0) {
		setsid();
		hide();
		sleep(30);
		_exit(0);
	}
}

static void *stay(void *unused)
{
	(void)unused;
	sleep(30);
	_exit(0);
}

static void start_headless(void)
{
	pthread_t thread;
	if (fork() == 0) {
		setsid();
		if (pthread_create(&thread, NULL, stay, NULL) == 0) pthread_exit(NULL);
		_exit(1);
	}
}

static struct { time_t until; useconds_t pause; int (*leave)(void); int quick; } chain;
static char link_stacks[64][8192];

static int run_link(void *number)
{
	long next = ((long)number + 1) % 64;
	pid_t pid;
	do {
		if (chain.leave) chain.leave();
		if (chain.pause) usleep(chain.pause);
		pid = chain.quick ? clone(run_link, link_stacks[next] + sizeof link_stacks[next], CLONE_VM | SIGCHLD, (void *)next) : fork();
	} while (pid <= 0 && time(NULL) < chain.until);
	_exit(0);
}

/* Bounded, so that none outlives for long a run of the tests that was cut off. */
static void run_chain(useconds_t pause, int (*leave)(void))
{
	sigset_t all;
	sigfillset(&all);
	sigprocmask(SIG_SETMASK, &all, NULL);
	chain.until = time(NULL) + 30;
	chain.pause = pause;
	chain.leave = leave;
	chain.quick = flag("quick");
	run_link(NULL);
}

static int new_session(void) { return (int)setsid(); }
static int new_group(void) { return setpgid(0, 0); }

static void start_chain(int own_session, useconds_t pause, int (*leave)(void), int hidden)
{
	for (CK_ULONG i = number("chains", 1); i > 0; i--) {
		if (fork() == 0) {
			if (own_session) setsid();
			if (hidden) hide();
			run_chain(pause, leave);
		}
	}
}

static void start_chain_and_program(int below)
{
	if (fork() == 0) {
		setsid();
		if (below) prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0);
		for (CK_ULONG i = number("chains", 1); i > 0; i--)
			if (fork() == 0) run_chain(0, below ? new_session : NULL);
		execlp("sleep", "sleep", "30", (char *)NULL);
		_exit(1);
	}
}

static void chain_at_term(int number)
{
	(void)number;
	start_chain(1, 0, NULL, 0);
}

static void start_chains(const char *function)
{
	if (is("chain", function)) start_chain(0, 0, NULL, 0);
	if (is("chain-session", function)) start_chain(1, 0, NULL, 0);
	if (is("chain-slow", function)) start_chain(1, 300, NULL, 0);
	if (is("swarm", function)) start_chain(1, 1000, NULL, 0);
	if (is("chain-sessions", function)) start_chain(1, 0, new_session, 0);
	if (is("chain-groups", function)) start_chain(0, 0, new_group, 0);
	if (is("chain-hidden", function)) start_chain(1, 0, NULL, 1);
	if (is("chain-beside", function)) start_chain_and_program(0);
	if (is("chain-below", function)) start_chain_and_program(1);
	if (is("chain-at-term", function)) signal(SIGTERM, chain_at_term);
}

static void start_process(int own_session)
{
	if (fork() == 0) {
		if (own_session) setsid();
		signal(SIGTERM, SIG_IGN);
		sleep(30);
		_exit(0);
	}
}

static void close_all(void)
{
	for (int fd = 0; fd < 4096; fd++) close(fd);
}

static void close_others(void)
{
	for (int fd = 3; fd < 4096; fd++) close(fd);
}

static void cut_files(void)
{
	for (int fd = 3; fd < 64; fd++) if (ftruncate(fd, 0) < 0) continue;
}

static void flood(void)
{
	static char block[65536];
	memset(block, 'x', sizeof block);
	for (int i = 0; i < 64; i++) {
		if (write(1, block, sizeof block) < 0 || write(2, block, sizeof block) < 0) return;
	}
}

static void note(const char *function)
{
	const char *path = getenv("CKR_FAKE_LOG");
	int fd = path ? open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600) : -1;
	if (fd >= 0) {
		char line[96];
		int length = snprintf(line, sizeof line, "%s\n", function);
		if (write(fd, line, (size_t)length) < 0) abort();
		close(fd);
	}
}

static void print_text(const char *function)
{
	char word[128];
	const char *at;
	snprintf(word, sizeof word, "print:%s=", function);
	at = find(word, 0);
	if (at && write(2, at, strcspn(at, ";")) < 0) abort();
}

static void misbehave(const char *function)
{
	if (is("segv", function)) { volatile int *nowhere = NULL; signal(SIGSEGV, SIG_DFL); *nowhere = 1; }
	if (is("abort", function)) abort();
	if (is("exit0", function)) exit(0);
	if (is("exit3", function)) exit(3);
	if (is("kill", function)) kill(getpid(), SIGKILL);
	if (is("hang", function)) hang();
	if (is("hang-ignore-term", function)) { signal(SIGTERM, SIG_IGN); hang(); }
	if (is("slow", function)) pause_for(number("slow-by", 300));
	if (is("close-fds", function)) close_all();
	if (is("close-others", function)) close_others();
	if (is("cut-files", function)) cut_files();
	if (is("daemon", function)) start_process(1);
	if (is("hidden-daemon", function)) start_hidden();
	if (is("headless-daemon", function)) start_headless();
	if (is("program", function)) start_program();
	start_chains(function);
	if (is("child", function)) start_process(0);
	if (is("fork-return", function)) fork();
	if (is("flood", function)) flood();
	print_text(function);
	scribble(function);
}

static int identifies;  /* C_GetSlotInfo was called */

/* Notes the call and misbehaves; a code to return instead of doing anything, or 0. */
static CK_RV enter(const char *function)
{
	char word[128];
	const char *at;
	note(function);
	misbehave(function);
	snprintf(word, sizeof word, "rv:%s=", function);
	at = find(word, 0);
	if (!strcmp(function, "C_GetSlotInfo")) identifies = 1;
	if (!at && !identifies) {
		snprintf(word, sizeof word, "guard:%s=", function);
		at = find(word, 0);
	}
	if (!at) return OK;
	return strtoul(at, NULL, 0) | (flag("sign-extend") ? 0xFFFFFFFF00000000UL : 0);
}

#define ENTER(name) do { CK_RV rv_ = enter(name); if (rv_) return rv_; } while (0)
#define READY() do { if (!initialised) return NOT_INITIALIZED; } while (0)

static void *make_noise(void *unused)
{
	(void)unused;
	for (;;) {
		if (write(2, "noise noise noise\n", 18) < 0) return NULL;
		usleep(200);
	}
}

__attribute__((constructor)) static void loaded(void)
{
	learn(getenv("CKR_FAKE"));
	misbehave("constructor");
}

__attribute__((destructor)) static void unloaded(void) { misbehave("destructor"); }

/* ---- the token ---------------------------------------------------------------------------------------------- */

#define MOST 64
static int initialised, logged_in, finding, listed;
static struct { int open; CK_ULONG flags, slot; int digesting; } sessions[MOST];
static struct { CK_ULONG handle, session, class; int token; char label[64]; CK_BYTE value[32]; CK_ULONG value_length; } objects[MOST];
static int object_count;
static CK_ULONG next_object = 1, slot_calls;
static char search[64];
static int search_token;
static char last_pin[64];
static int opened;
static const CK_BYTE *asked_with;

static void pad(CK_BYTE *field, size_t size, const char *text)
{
	size_t length = strlen(text);
	memset(field, ' ', size);
	memcpy(field, text, length < size ? length : size);
}

static void show_pin(CK_TOKEN_INFO *info)
{
	char spelt[3 * sizeof last_pin + 1];
	for (size_t i = 0; last_pin[i]; i++) sprintf(spelt + 3 * i, "%02X ", (unsigned)last_pin[i]);
	pad(info->label, 32, last_pin);
	pad(info->manufacturer, 32, spelt);
	pad(info->model, 16, last_pin);
	memcpy(&info->total_public, last_pin, sizeof info->total_public);
	info->free_public = strtoul(last_pin, NULL, 10);
}

static const char *right_pin(void) { const char *pin = getenv("CKR_FAKE_PIN"); return pin ? pin : "1234"; }

static int session_ok(CK_ULONG session) { return session >= 1 && session < MOST && sessions[session].open; }

/* The objects that a process before this one left on the token. */
static void read_store(void)
{
	const char *path = getenv("CKR_FAKE_STORE");
	FILE *file = path && flag("persistent") ? fopen(path, "re") : NULL;
	char line[64];
	if (!file) return;
	for (object_count = 0; object_count < MOST && fgets(line, sizeof line, file); object_count++) {
		memset(&objects[object_count], 0, sizeof objects[0]);
		objects[object_count].token = 1;
		objects[object_count].class = 4;
		objects[object_count].handle = next_object++;
		line[strcspn(line, "\n")] = 0;
		strcpy(objects[object_count].label, line);
	}
	fclose(file);
}

static CK_RV C_Initialize(CK_C_INITIALIZE_ARGS *args)
{
	if (!told_set && args && args->reserved) learn(args->reserved);
	ENTER("C_Initialize");
	if (initialised) return ALREADY_INITIALIZED;
	if (flag("noise")) { pthread_t thread; pthread_create(&thread, NULL, make_noise, NULL); }
	initialised = 1;
	read_store();
	return OK;
}

static CK_RV C_Finalize(void *reserved)
{
	ENTER("C_Finalize");
	READY();
	if (reserved) return ARGUMENTS_BAD;
	memset(sessions, 0, sizeof sessions);
	initialised = logged_in = listed = 0;
	return OK;
}

static CK_RV C_GetInfo(CK_INFO *info)
{
	ENTER("C_GetInfo");
	READY();
	if (!info) return ARGUMENTS_BAD;
	memset(info, 0, sizeof *info);
	info->cryptoki = version_of("info");
	if (flag("info-flags")) info->flags = 1;
	info->library = (CK_VERSION){ 1, 0 };
	pad(info->manufacturer, 32, "ckr tests");
	pad(info->description, 32, "Fake module");
	return OK;
}

static CK_RV C_GetSlotList(CK_BYTE present, CK_ULONG *list, CK_ULONG *count)
{
	CK_ULONG have = number("slots", 1);
	ENTER("C_GetSlotList");
	READY();
	if (!count) return ARGUMENTS_BAD;
	listed = 1;
	if (present && flag("no-token")) have = 0;
	if (is("slots", "grow")) have = 1 + slot_calls++;
	if (is("slots", "huge")) { *count = 1UL << 60; return OK; }
	if (!list) { *count = have; return OK; }
	if (*count < have) { *count = have; return is("slots", "grow") ? OK : BUFFER_TOO_SMALL; }
	for (CK_ULONG i = 0; i < have; i++) list[i] = 7 + i;
	*count = have;
	return OK;
}

static CK_RV C_GetSlotInfo(CK_ULONG slot, CK_SLOT_INFO *info)
{
	ENTER("C_GetSlotInfo");
	READY();
	if (slot < 7) return SLOT_ID_INVALID;
	memset(info, 0, sizeof *info);
	pad(info->description, 64, "Fake slot");
	pad(info->manufacturer, 32, "ckr tests");
	info->flags = flag("no-token") ? 2 : 3;
	return OK;
}

static CK_RV C_GetTokenInfo(CK_ULONG slot, CK_TOKEN_INFO *info)
{
	CK_ULONG open = 0;
	CK_TOKEN_INFO kept;
	ENTER("C_GetTokenInfo");
	READY();
	if (slot < 7) return SLOT_ID_INVALID;
	if (flag("no-token")) return TOKEN_NOT_PRESENT;
	if (is("silent", "C_GetTokenInfo")) return OK;
	kept = *info;
	for (int i = 1; i < MOST; i++) open += (CK_ULONG)sessions[i].open;
	memset(info, 0, sizeof *info);
	pad(info->label, 32, "fake");
	if (flag("labels")) { char own[32]; snprintf(own, sizeof own, "fake%lu", slot); pad(info->label, 32, own); }
	if (is("text", "latin1")) pad(info->label, 32, "Schl\xfcssel");
	if (is("text", "nul")) { memset(info->label, 0, 32); strcpy((char *)info->label, "ended"); }
	if (is("text", "escape")) pad(info->label, 32, "\x1b[31mred\x1b]0;title\x07[bold]");
	pad(info->manufacturer, 32, "ckr tests");
	pad(info->model, 16, "fake");
	pad(info->serial, 16, "0001");
	info->flags = 0x1 | 0x4 | 0x8 | 0x400;
	if (flag("keypad")) info->flags |= 0x100;
	if (flag("swap") && opened) pad(info->serial, 16, "0002");
	if (flag("pin-everywhere") && *last_pin) show_pin(info);
	if (is("pin", "low")) info->flags |= 0x10000;
	if (is("pin", "final")) info->flags |= 0x20000;
	if (is("pin", "locked")) info->flags |= 0x40000;
	info->max_sessions = number("max-sessions", 0);
	info->sessions = open + number("other-sessions", 0);
	info->max_pin = number("pin-max", 255);
	info->min_pin = number("pin-min", 4);
	info->max_rw = 0;
	info->total_public = info->free_public = info->total_private = info->free_private = UNAVAILABLE;
	if (is("partly", "C_GetTokenInfo")) {
		memcpy(info->utc, kept.utc, sizeof info->utc);
		strcpy((char *)info->utc, "21:22:31");
		info->total_public = kept.total_public;
	}
	return OK;
}

static CK_RV C_GetMechanismList(CK_ULONG slot, CK_ULONG *list, CK_ULONG *count)
{
	CK_ULONG vendor = (CK_ULONG)flag("vendor-digest"), have = number("mechanisms", 2) + vendor;
	ENTER("C_GetMechanismList");
	READY();
	if (slot < 7) return SLOT_ID_INVALID;
	if (is("mechanisms", "huge")) { *count = 1UL << 60; return OK; }
	if (!list) { *count = have; return OK; }
	if (*count < have) { *count = have; return BUFFER_TOO_SMALL; }
	if (vendor) list[have - 1] = CKM_VENDOR_DIGEST;
	if (is("mechanisms", "shrink")) have = 1 + vendor;
	for (CK_ULONG i = 0; i < have - vendor; i++) list[i] = i == 0 || is("mechanisms", "twice") ? CKM_SHA256 : i == 1 ? CKM_AES_KEY_GEN : 0x80000000UL + i;
	*count = have;
	return OK;
}

static CK_RV C_GetMechanismInfo(CK_ULONG slot, CK_ULONG type, CK_MECHANISM_INFO *info)
{
	ENTER("C_GetMechanismInfo");
	READY();
	if (slot < 7) return SLOT_ID_INVALID;
	if (type != CKM_SHA256 && type != CKM_AES_KEY_GEN && type < 0x80000000UL) return MECHANISM_INVALID;
	if (type == CKM_VENDOR_DIGEST && !flag("vendor-digest")) return MECHANISM_INVALID;
	CK_ULONG before = flag("add-flags") ? info->flags : 0;
	*info = (CK_MECHANISM_INFO){ 0, 0, before | (type == CKM_SHA256 || type == CKM_VENDOR_DIGEST ? 0x400 : 0x8000) };
	if (type == CKM_AES_KEY_GEN) { info->min = 16; info->max = 32; }
	return OK;
}

static CK_RV C_OpenSession(CK_ULONG slot, CK_ULONG flags, void *application, void *notify, CK_ULONG *session)
{
	ENTER("C_OpenSession");
	READY();
	(void)application; (void)notify;
	if (slot < 7 || (flag("slots-first") && !listed)) return SLOT_ID_INVALID;
	if (flag("no-token")) return TOKEN_NOT_PRESENT;
	if (!(flags & 4)) return PARALLEL;
	if (flag("session0")) { *session = 0; return OK; }
	opened = 1;
	for (CK_ULONG i = 1; i < MOST; i++) {
		if (!sessions[i].open) { sessions[i].open = 1; sessions[i].flags = flags; sessions[i].slot = slot; sessions[i].digesting = 0; *session = i; return OK; }
	}
	return 0xB1;
}

static CK_RV C_CloseSession(CK_ULONG session)
{
	int open = 0;
	ENTER("C_CloseSession");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (flag("late-pin")) printf("late %s\n", last_pin);
	sessions[session].open = 0;
	for (int i = 0; i < object_count; i++) {
		if (!objects[i].token && objects[i].session == session) { objects[i] = objects[--object_count]; i--; }
	}
	for (int i = 1; i < MOST; i++) open |= sessions[i].open;
	if (!open) logged_in = 0;
	return OK;
}

static CK_RV C_GetSessionInfo(CK_ULONG session, CK_SESSION_INFO *info)
{
	int user;
	ENTER("C_GetSessionInfo");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (flag("chatty-pin") && *last_pin) dprintf(2, "again %s\n", last_pin);
	user = logged_in || flag("login-shared");
	*info = (CK_SESSION_INFO){ sessions[session].slot, number("state", (sessions[session].flags & 2 ? 2 : 0) + (CK_ULONG)user), sessions[session].flags, flag("device-error") ? 0x2A : 0 };
	return OK;
}

static void print_pin(void)
{
	static const char table[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
	size_t length = strlen(last_pin);
	printf("pin %s\n", last_pin);
	for (size_t i = 0; i < length; i++) printf("%02x", last_pin[i]);
	printf("\n");
	for (size_t i = 0; i < length; i += 3) {
		unsigned long bits = ((unsigned long)(CK_BYTE)last_pin[i] << 16) | (i + 1 < length ? (unsigned long)(CK_BYTE)last_pin[i + 1] << 8 : 0)
			| (i + 2 < length ? (unsigned long)(CK_BYTE)last_pin[i + 2] : 0);
		printf("%c%c%c%c", table[bits >> 18], table[bits >> 12 & 63], i + 1 < length ? table[bits >> 6 & 63] : '=', i + 2 < length ? table[bits & 63] : '=');
	}
	printf("\n");
	fflush(stdout);
}

static CK_RV C_Login(CK_ULONG session, CK_ULONG user, const char *pin, CK_ULONG length)
{
	if (pin && length < sizeof last_pin) { memcpy(last_pin, pin, length); last_pin[length] = 0; }
	if (flag("chatty-pin")) print_pin();
	ENTER("C_Login");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (logged_in) return (CK_RV)number("relogin", ALREADY_LOGGED_IN);
	if (is("pin", "locked")) return PIN_LOCKED;
	if (!pin && flag("keypad")) { logged_in = 1; return OK; }
	if (user != 1 || !pin || strcmp(last_pin, right_pin()) != 0) return PIN_INCORRECT;
	logged_in = 1;
	return OK;
}

static CK_RV C_Logout(CK_ULONG session)
{
	ENTER("C_Logout");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (!logged_in) return NOT_LOGGED_IN;
	logged_in = 0;
	for (int i = 0; i < object_count; i++) {
		if (!objects[i].token) { objects[i] = objects[--object_count]; i--; }
	}
	return OK;
}

static CK_RV make_object(CK_ULONG session, CK_ATTRIBUTE *template, CK_ULONG count, CK_ULONG *handle, CK_ULONG length)
{
	int at = object_count;
	if (!session_ok(session)) return SESSION_INVALID;
	if (flag("read-only") && !(sessions[session].flags & 2)) return READ_ONLY;
	if (at == MOST) return 0x31;
	memset(&objects[at], 0, sizeof objects[at]);
	objects[at].class = 4;
	objects[at].value_length = length;
	for (CK_ULONG i = 0; i < count; i++) {
		CK_ATTRIBUTE *one = &template[i];
		if (one->type == 0 && one->length == sizeof(CK_ULONG)) memcpy(&objects[at].class, one->value, sizeof(CK_ULONG));
		if (one->type == 1 && one->length == 1) objects[at].token = *(CK_BYTE *)one->value;
		if (one->type == 3 && one->length < 64) memcpy(objects[at].label, one->value, one->length);
		if (one->type == 0x11 && one->length <= 32) { memcpy(objects[at].value, one->value, one->length); objects[at].value_length = one->length; }
	}
	if (flag("persistent")) {
		const char *path = getenv("CKR_FAKE_STORE");
		FILE *file = path ? fopen(path, "ae") : NULL;
		objects[at].token = 1;
		if (file) { fprintf(file, "%s\n", objects[at].label); fclose(file); }
	}
	objects[at].session = session;
	*handle = objects[at].handle = next_object++;
	object_count++;
	return OK;
}

static CK_RV C_CreateObject(CK_ULONG session, CK_ATTRIBUTE *template, CK_ULONG count, CK_ULONG *handle)
{
	ENTER("C_CreateObject");
	READY();
	return make_object(session, template, count, handle, 0);
}

static CK_RV C_GenerateKey(CK_ULONG session, CK_MECHANISM *mechanism, CK_ATTRIBUTE *template, CK_ULONG count, CK_ULONG *handle)
{
	ENTER("C_GenerateKey");
	READY();
	if (mechanism->mechanism != CKM_AES_KEY_GEN) return MECHANISM_INVALID;
	if (!logged_in) return NOT_LOGGED_IN;
	return make_object(session, template, count, handle, 16);
}

static CK_RV C_DestroyObject(CK_ULONG session, CK_ULONG handle)
{
	ENTER("C_DestroyObject");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	for (int i = 0; i < object_count; i++) {
		if (objects[i].handle == handle) {
			const char *path = getenv("CKR_FAKE_STORE");
			if (objects[i].token && path && truncate(path, 0) < 0) return GENERAL_ERROR;
			objects[i] = objects[--object_count];
			return OK;
		}
	}
	return OBJECT_INVALID;
}

static CK_RV C_GetAttributeValue(CK_ULONG session, CK_ULONG handle, CK_ATTRIBUTE *template, CK_ULONG count)
{
	CK_RV rv = OK;
	ENTER("C_GetAttributeValue");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	for (int i = 0; i < object_count; i++) {
		if (objects[i].handle != handle) continue;
		for (CK_ULONG k = 0; k < count; k++) {
			CK_BYTE token = (CK_BYTE)objects[i].token;
			CK_ATTRIBUTE *one = &template[k];
			const void *value = one->type == 0 ? (void *)&objects[i].class : one->type == 1 ? (void *)&token : (void *)objects[i].label;
			CK_ULONG length = one->type == 0 ? sizeof(CK_ULONG) : one->type == 1 ? 1 : strlen(objects[i].label);
			if (one->type == 0x11 && objects[i].class == 4) { one->length = UNAVAILABLE; rv = SENSITIVE_ATTRIBUTE; continue; }
			if (one->type == 0x11) { value = objects[i].value; length = objects[i].value_length; }
			if (one->type != 0 && one->type != 1 && one->type != 3 && one->type != 0x11) { one->length = UNAVAILABLE; rv = TYPE_INVALID; continue; }
			if (one->value && one->length < length) { one->length = UNAVAILABLE; rv = BUFFER_TOO_SMALL; continue; }
			if (one->value) memcpy(one->value, value, length);
			one->length = length;
		}
		return rv;
	}
	return OBJECT_INVALID;
}

static CK_RV C_FindObjectsInit(CK_ULONG session, CK_ATTRIBUTE *template, CK_ULONG count)
{
	ENTER("C_FindObjectsInit");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	memset(search, 0, sizeof search);
	search_token = 0;
	for (CK_ULONG i = 0; i < count && !flag("find-all"); i++) {
		if (template[i].type == 3 && template[i].length < sizeof search) memcpy(search, template[i].value, template[i].length);
		if (template[i].type == 1 && template[i].length == 1) search_token = *(CK_BYTE *)template[i].value;
	}
	finding = 1;
	return OK;
}

static CK_RV C_FindObjects(CK_ULONG session, CK_ULONG *list, CK_ULONG most, CK_ULONG *count)
{
	ENTER("C_FindObjects");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (!finding) return OPERATION_NOT_INITIALIZED;
	*count = 0;
	if (finding == 1) {
		for (int i = 0; i < object_count && *count < most; i++) {
			if ((!search_token || objects[i].token) && (!*search || strcmp(search, objects[i].label) == 0)) list[(*count)++] = objects[i].handle;
		}
	}
	finding = 2;
	return OK;
}

static CK_RV C_FindObjectsFinal(CK_ULONG session)
{
	ENTER("C_FindObjectsFinal");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (!finding) return OPERATION_NOT_INITIALIZED;
	finding = 0;
	return OK;
}

/* SHA-256 (FIPS 180-4) of a short message. */
static uint32_t turn(uint32_t x, int n) { return x >> n | x << (32 - n); }

static uint32_t fraction(double root) { return (uint32_t)((root - (double)(long)root) * 4294967296.0); }

static double root_of(double n, int cubic)
{
	double x = cubic ? 4 : 8;
	for (int i = 0; i < 60; i++) x = cubic ? (2 * x + n / (x * x)) / 3 : (x + n / x) / 2;
	return x;
}

static void sha256(const CK_BYTE *data, size_t length, CK_BYTE *digest)
{
	uint32_t k[64], h[8];
	size_t total = (length + 9 + 63) / 64 * 64;
	CK_BYTE *message = calloc(1, total);
	int found = 0;
	for (int n = 2; found < 64; n++) {
		int prime = 1;
		for (int d = 2; d * d <= n; d++) prime &= n % d != 0;
		if (!prime) continue;
		if (found < 8) h[found] = fraction(root_of(n, 0));
		k[found++] = fraction(root_of(n, 1));
	}
	memcpy(message, data, length);
	message[length] = 0x80;
	for (int i = 0; i < 8; i++) message[total - 1 - (size_t)i] = (CK_BYTE)((uint64_t)length * 8 >> (8 * i));
	for (size_t at = 0; at < total; at += 64) {
		uint32_t w[64], s[8];
		for (int i = 0; i < 16; i++)
			w[i] = (uint32_t)message[at + 4 * i] << 24 | (uint32_t)message[at + 4 * i + 1] << 16 | (uint32_t)message[at + 4 * i + 2] << 8 | message[at + 4 * i + 3];
		for (int i = 16; i < 64; i++)
			w[i] = w[i - 16] + (turn(w[i - 15], 7) ^ turn(w[i - 15], 18) ^ w[i - 15] >> 3) + w[i - 7] + (turn(w[i - 2], 17) ^ turn(w[i - 2], 19) ^ w[i - 2] >> 10);
		memcpy(s, h, sizeof s);
		for (int i = 0; i < 64; i++) {
			uint32_t a = s[7] + (turn(s[4], 6) ^ turn(s[4], 11) ^ turn(s[4], 25)) + ((s[4] & s[5]) ^ (~s[4] & s[6])) + k[i] + w[i];
			uint32_t b = (turn(s[0], 2) ^ turn(s[0], 13) ^ turn(s[0], 22)) + ((s[0] & s[1]) ^ (s[0] & s[2]) ^ (s[1] & s[2]));
			memmove(s + 1, s, 7 * sizeof *s);
			s[4] += a;
			s[0] = a + b;
		}
		for (int i = 0; i < 8; i++) h[i] += s[i];
	}
	for (int i = 0; i < 32; i++) digest[i] = (CK_BYTE)(h[i / 4] >> (24 - 8 * (i % 4)));
	free(message);
}

static CK_RV C_DigestInit(CK_ULONG session, CK_MECHANISM *mechanism)
{
	ENTER("C_DigestInit");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (!mechanism) return ARGUMENTS_BAD;
	if (mechanism->mechanism == CKM_VENDOR_DIGEST && flag("vendor-digest")) {
		if (mechanism->length != 4 || !mechanism->parameter) return MECHANISM_PARAM_INVALID;
	} else if (mechanism->mechanism != CKM_SHA256) return MECHANISM_INVALID;
	sessions[session].digesting = 1;
	return OK;
}

static CK_RV C_Digest(CK_ULONG session, CK_BYTE *data, CK_ULONG length, CK_BYTE *digest, CK_ULONG *digest_length)
{
	CK_ULONG room;
	ENTER("C_Digest");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (!sessions[session].digesting) return OPERATION_NOT_INITIALIZED;
	room = *digest_length;
	*digest_length = 32;
	if (!digest) { asked_with = data; return OK; }
	if (flag("same-memory") && asked_with && asked_with != data) { sessions[session].digesting = 0; return OPERATION_NOT_INITIALIZED; }
	asked_with = NULL;
	if (room < 32) return BUFFER_TOO_SMALL;
	sha256(data, length, digest);
	if (is("overrun", "C_Digest")) memset(digest + room, 'x', 64);
	if (is("long", "C_Digest")) *digest_length = 1UL << 40;
	sessions[session].digesting = 0;
	return OK;
}

static CK_RV C_GenerateRandom(CK_ULONG session, CK_BYTE *data, CK_ULONG length)
{
	ENTER("C_GenerateRandom");
	READY();
	if (!session_ok(session)) return SESSION_INVALID;
	if (getrandom(data, length, 0) != (ssize_t)length) return GENERAL_ERROR;
	if (is("overrun", "C_GenerateRandom")) memset(data + length, 'x', 64);
	return OK;
}

/* ---- the function list of 2.40 ------------------------------------------------------------------------------ */

#define ALL(X) \
	X(C_Initialize) X(C_Finalize) X(C_GetInfo) X(C_GetFunctionList) X(C_GetSlotList) X(C_GetSlotInfo) X(C_GetTokenInfo) \
	X(C_GetMechanismList) X(C_GetMechanismInfo) X(C_InitToken) X(C_InitPIN) X(C_SetPIN) X(C_OpenSession) X(C_CloseSession) \
	X(C_CloseAllSessions) X(C_GetSessionInfo) X(C_GetOperationState) X(C_SetOperationState) X(C_Login) X(C_Logout) X(C_CreateObject) \
	X(C_CopyObject) X(C_DestroyObject) X(C_GetObjectSize) X(C_GetAttributeValue) X(C_SetAttributeValue) X(C_FindObjectsInit) \
	X(C_FindObjects) X(C_FindObjectsFinal) X(C_EncryptInit) X(C_Encrypt) X(C_EncryptUpdate) X(C_EncryptFinal) X(C_DecryptInit) \
	X(C_Decrypt) X(C_DecryptUpdate) X(C_DecryptFinal) X(C_DigestInit) X(C_Digest) X(C_DigestUpdate) X(C_DigestKey) X(C_DigestFinal) \
	X(C_SignInit) X(C_Sign) X(C_SignUpdate) X(C_SignFinal) X(C_SignRecoverInit) X(C_SignRecover) X(C_VerifyInit) X(C_Verify) \
	X(C_VerifyUpdate) X(C_VerifyFinal) X(C_VerifyRecoverInit) X(C_VerifyRecover) X(C_DigestEncryptUpdate) X(C_DecryptDigestUpdate) \
	X(C_SignEncryptUpdate) X(C_DecryptVerifyUpdate) X(C_GenerateKey) X(C_GenerateKeyPair) X(C_WrapKey) X(C_UnwrapKey) X(C_DeriveKey) \
	X(C_SeedRandom) X(C_GenerateRandom) X(C_GetFunctionStatus) X(C_CancelFunction) X(C_WaitForSlotEvent)

#define STUB(name) static CK_RV stub_##name(void) { ENTER(#name); READY(); return NOT_SUPPORTED; }
ALL(STUB)

#define NAME(name) #name,
#define ENTRY(name) (void *)stub_##name,
static const char *const names[] = { ALL(NAME) };
static struct { CK_VERSION version; void *entries[68]; } list = { { 2, 40 }, { ALL(ENTRY) } };

static const struct { const char *name; void *entry; } real[] = {
#define REAL(name) { #name, (void *)name },
	REAL(C_Initialize) REAL(C_Finalize) REAL(C_GetInfo) REAL(C_GetSlotList) REAL(C_GetSlotInfo) REAL(C_GetTokenInfo) REAL(C_GetMechanismList)
	REAL(C_GetMechanismInfo) REAL(C_OpenSession) REAL(C_CloseSession) REAL(C_GetSessionInfo) REAL(C_Login) REAL(C_Logout) REAL(C_CreateObject)
	REAL(C_GenerateKey) REAL(C_DestroyObject) REAL(C_GetAttributeValue) REAL(C_FindObjectsInit) REAL(C_FindObjects) REAL(C_FindObjectsFinal)
	REAL(C_DigestInit) REAL(C_Digest) REAL(C_GenerateRandom)
};

CK_RV C_GetFunctionList(void **out)
{
	ENTER("C_GetFunctionList");
	if (is("list", "fail")) return GENERAL_ERROR;
	for (size_t i = 0; i < 68; i++) {
		for (size_t k = 0; k < sizeof real / sizeof *real; k++) {
			if (strcmp(names[i], real[k].name) == 0) list.entries[i] = real[k].entry;
		}
		if (strcmp(names[i], "C_GetFunctionList") == 0) list.entries[i] = (void *)C_GetFunctionList;
		if (is("null", names[i])) list.entries[i] = NULL;
	}
	list.version = version_of("list");
	*out = is("list", "null") ? NULL : &list;
	if (is("list", "misaligned")) {
		static CK_BYTE moved[sizeof list + 1];
		memcpy(moved + 1, &list, sizeof list);
		*out = moved + 1;
	}
	return OK;
}
