/*
 * What PKCS #11 3.0 added to the module in fake.c: C_GetInterfaceList and C_GetInterface, compiled together with it.
 *
 * CKR_INTERFACES says what is wrong with them (empty: nothing):
 *   zero            the list is empty
 *   many            the list claims 1,000 interfaces (and gives as many, all alike)
 *   null-name wild-name    the first interface's name is NULL, or an address where nothing is
 *   null-list wild-list    its function list
 *   version9        its function list is of version 9.0
 *   undefined       C_GetInterfaceList returns 0x7777
 *   unreachable     C_GetInterface returns CKR_GENERAL_ERROR
 *   garbage         C_GetInterface gives an interface whose name and list are NULL
 */
#include <stdlib.h>
#include <string.h>

typedef unsigned long CK_ULONG;
typedef CK_ULONG CK_RV;
typedef struct { unsigned char major, minor; } CK_VERSION;
typedef struct { char *name; void *list; CK_ULONG flags; } CK_INTERFACE;
enum { OK = 0, GENERAL_ERROR = 5, ARGUMENTS_BAD = 7, NOT_SUPPORTED = 0x54, BUFFER_TOO_SMALL = 0x150 };
enum { OLD = 68, ALL = 92, MANY = 1000 };

extern CK_RV C_GetFunctionList(void **list);
CK_RV C_GetInterfaceList(CK_INTERFACE *interfaces, CK_ULONG *count);
CK_RV C_GetInterface(const char *name, const CK_VERSION *version, CK_INTERFACE **found, CK_ULONG flags);

struct list_3_0 { CK_VERSION version; void *entries[ALL]; };
static struct list_3_0 three = { { 3, 0 }, { 0 } };
static char name[] = "PKCS 11";
static CK_INTERFACE offered[MANY];
static CK_INTERFACE garbage;

static int is(const char *word)
{
	const char *told = getenv("CKR_INTERFACES");
	return told && strcmp(told, word) == 0;
}

static CK_RV unsupported(void) { return NOT_SUPPORTED; }

static void make(void)
{
	struct { CK_VERSION version; void *entries[OLD]; } *two;
	void *old;
	C_GetFunctionList(&old);
	two = old;
	memcpy(three.entries, two->entries, sizeof two->entries);
	three.entries[OLD] = (void *)C_GetInterfaceList;
	three.entries[OLD + 1] = (void *)C_GetInterface;
	for (int i = OLD + 2; i < ALL; i++) three.entries[i] = (void *)unsupported;
	if (is("version9")) three.version.major = 9;
	for (int i = 0; i < MANY; i++) offered[i] = (CK_INTERFACE){ name, &three, 0 };
	if (is("null-name")) offered[0].name = NULL;
	if (is("wild-name")) offered[0].name = (char *)16;
	if (is("null-list")) offered[0].list = NULL;
	if (is("wild-list")) offered[0].list = (void *)16;
}

CK_RV C_GetInterfaceList(CK_INTERFACE *interfaces, CK_ULONG *count)
{
	CK_ULONG have = is("zero") ? 0 : is("many") ? MANY : 1;
	if (!count) return ARGUMENTS_BAD;
	if (is("undefined")) return 0x7777;
	make();
	if (interfaces && *count < have) { *count = have; return BUFFER_TOO_SMALL; }
	if (interfaces) memcpy(interfaces, offered, have * sizeof *interfaces);
	*count = have;
	return OK;
}

CK_RV C_GetInterface(const char *wanted, const CK_VERSION *version, CK_INTERFACE **found, CK_ULONG flags)
{
	(void)wanted; (void)version; (void)flags;
	if (is("unreachable")) return GENERAL_ERROR;
	make();
	*found = is("garbage") ? &garbage : offered;
	return OK;
}
