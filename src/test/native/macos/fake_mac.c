/*
 * A Mac that does not exist: CoreGraphics, CoreFoundation, IOKit and the private IOAVService in one library, with the
 * binary interface of the real ones as far as they are used. Objects are counted. Scripted through the functions fake_*.
 */
#include "mac_monitor.h"
#include <stdlib.h>

#define DISPLAYS 4
#define ENTRIES 1024
#define OBJECTS 4096

enum { TABLE_NORMAL, TABLE_REFUSE, TABLE_IGNORE, TABLE_EIGHT_BITS, TABLE_NOT_A_NUMBER };

typedef struct {
    int present, mode, mirrored;
    CGDirectDisplayID id;
    CGRect bounds;
    long pixels[2];
    uint32_t vendor, model, serial, capacity;
    float table[3][ENTRIES];
} Display;

typedef struct { int kind, index, live; uint8_t bytes[512]; int count; } Object;
enum { STRING = 1, DATA, SERVICE, MATCHING, MODE };

static Display displays[DISPLAYS];
static Monitor monitors[DISPLAYS];
static uint8_t intel[DISPLAYS][512];
static int intel_bytes[DISPLAYS];
static Object objects[OBJECTS];
static int object_count, wrong_releases, io_live, restored;

/* ---- the hand inside ---- */

void fake_reset(void) {
    memset(displays, 0, sizeof displays);
    memset(monitors, 0, sizeof monitors);
    memset(intel_bytes, 0, sizeof intel_bytes);
    memset(objects, 0, sizeof objects);
    object_count = wrong_releases = io_live = restored = 0;
}

void fake_add_display(int at, int id, double x, double y, double width, double height, int scale, int serial) {
    Display *d = &displays[at];
    d->present = 1;
    d->id = (uint32_t)id;
    d->bounds = (CGRect){{x, y}, {width, height}};
    d->pixels[0] = (long)width * scale;
    d->pixels[1] = (long)height * scale;
    d->vendor = 0x0C8C; /* CDL */
    d->model = 0x0D1A;
    d->serial = (uint32_t)serial;
    d->capacity = 1024;
    for (int c = 0; c < 3; c++)
        for (int i = 0; i < ENTRIES; i++) d->table[c][i] = (float)i / (ENTRIES - 1);
}

void fake_add_monitor(int at, int external, const uint8_t *edid, int bytes) {
    Monitor *m = &monitors[at];
    m->present = 1;
    m->external = external;
    memcpy(m->edid, edid, (size_t)bytes);
    m->edid_bytes = bytes;
    m->supported[0x10] = 1;
    m->current[0x10] = m->pending[0x10] = 50;
    m->maximum[0x10] = 100;
    memcpy(m->table, "\1\0\1\0\1\0\12\12\12", 9);
    m->table_bytes = 9;
}

void fake_add_intel(int at, const uint8_t *edid, int bytes) {
    memcpy(intel[at], edid, (size_t)bytes);
    intel_bytes[at] = bytes;
}

void fake_capacity(int at, int capacity) { displays[at].capacity = (uint32_t)capacity; }
void fake_table_mode(int at, int mode) { displays[at].mode = mode; }
void fake_mirror(int at) { displays[at].mirrored = 1; }
void fake_mode(int at, int mode) { monitors[at].mode = mode; }
void fake_fail(int at, int failure, int times) {
    monitors[at].failure = failure;
    monitors[at].failing = times;
}
void fake_unplug(int at) {
    displays[at].present = 0;
    monitors[at].present = 0;
}
int fake_held(int at, int code) { return monitors[at].current[code]; }
int fake_messages(int at) { return monitors[at].messages; }
void fake_get_table(int at, float *to) { memcpy(to, displays[at].table, sizeof displays[at].table); }
void fake_set_table(int at, const float *from) { memcpy(displays[at].table, from, sizeof displays[at].table); }
int fake_live_objects(void) {
    int live = 0;
    for (int i = 0; i < object_count; i++) live += objects[i].live;
    return live;
}
int fake_made_objects(void) { return object_count; }
/* Kind of the first object still held, 0 for none: a failure then names what leaked. */
int fake_first_live(void) {
    for (int i = 0; i < object_count; i++)
        if (objects[i].live) return objects[i].kind;
    return 0;
}
int fake_live_io(void) { return io_live; }
int fake_wrong_releases(void) { return wrong_releases; }
int fake_restored(void) { return restored; }

/* ---- CoreFoundation ---- */

static Object *make(int kind, int index, const void *bytes, int count) {
    if (object_count == OBJECTS) abort();
    Object *object = &objects[object_count++];
    object->kind = kind;
    object->index = index;
    object->live = 1;
    if (count) memcpy(object->bytes, bytes, (size_t)count);
    object->count = count;
    return object;
}

static int is_live(const void *p, int kind) {
    const Object *object = p;
    return object >= objects && object < objects + object_count && object->live && (!kind || object->kind == kind);
}

const void *CFStringCreateWithCString(const void *allocator, const char *text, CFStringEncoding encoding) {
    return encoding == 0x08000100 ? make(STRING, 0, text, (int)strlen(text) + 1) : NULL;
}
void CFRelease(const void *object) {
    if (is_live(object, 0)) ((Object *)object)->live = 0;
    else wrong_releases++;
}
CFTypeID CFGetTypeID(const void *object) { return (CFTypeID)((const Object *)object)->kind; }
CFTypeID CFDataGetTypeID(void) { return DATA; }
CFTypeID CFStringGetTypeID(void) { return STRING; }
CFIndex CFDataGetLength(const void *data) { return is_live(data, DATA) ? ((const Object *)data)->count : -1; }
const uint8_t *CFDataGetBytePtr(const void *data) { return is_live(data, DATA) ? ((const Object *)data)->bytes : NULL; }
Boolean CFStringGetCString(const void *string, char *text, CFIndex size, CFStringEncoding encoding) {
    const Object *object = string;
    if (!is_live(string, STRING) || object->count > size || encoding != 0x08000100) return 0;
    memcpy(text, object->bytes, (size_t)object->count);
    return 1;
}

/* ---- CoreGraphics ---- */

static Display *display(CGDirectDisplayID id) {
    for (int i = 0; i < DISPLAYS; i++)
        if (displays[i].present && displays[i].id == id) return &displays[i];
    return NULL;
}

CGError CGGetActiveDisplayList(uint32_t most, CGDirectDisplayID *ids, uint32_t *count) {
    *count = 0;
    for (int i = DISPLAYS - 1; i >= 0; i--)
        if (displays[i].present && *count < most) ids[(*count)++] = displays[i].id;
    return 0;
}
CGRect CGDisplayBounds(CGDirectDisplayID id) { return display(id) ? display(id)->bounds : (CGRect){{0, 0}, {0, 0}}; }
void *CGDisplayCopyDisplayMode(CGDirectDisplayID id) {
    return display(id) ? make(MODE, (int)(display(id) - displays), NULL, 0) : NULL;
}
size_t CGDisplayModeGetPixelWidth(void *mode) { return (size_t)displays[((Object *)mode)->index].pixels[0]; }
size_t CGDisplayModeGetPixelHeight(void *mode) { return (size_t)displays[((Object *)mode)->index].pixels[1]; }
void CGDisplayModeRelease(void *mode) { CFRelease(mode); }
uint32_t CGDisplayVendorNumber(CGDirectDisplayID id) { return display(id)->vendor; }
uint32_t CGDisplayModelNumber(CGDirectDisplayID id) { return display(id)->model; }
uint32_t CGDisplaySerialNumber(CGDirectDisplayID id) { return display(id)->serial; }
uint32_t CGDisplayIsInMirrorSet(CGDirectDisplayID id) { return (uint32_t)display(id)->mirrored; }
uint32_t CGDisplayGammaTableCapacity(CGDirectDisplayID id) { return display(id) ? display(id)->capacity : 0; }

CGError CGGetDisplayTransferByTable(CGDirectDisplayID id, uint32_t capacity, float *r, float *g, float *b, uint32_t *count) {
    Display *d = display(id);
    if (!d) return 1001;
    *count = capacity < d->capacity ? capacity : d->capacity;
    memcpy(r, d->table[0], *count * sizeof(float));
    memcpy(g, d->table[1], *count * sizeof(float));
    memcpy(b, d->table[2], *count * sizeof(float));
    if (d->mode == TABLE_NOT_A_NUMBER) g[3] = 0.0f / 0.0f;
    return 0;
}

CGError CGSetDisplayTransferByTable(CGDirectDisplayID id, uint32_t count, const float *r, const float *g, const float *b) {
    Display *d = display(id);
    if (!d || d->mode == TABLE_REFUSE) return 1001;
    if (d->mode == TABLE_IGNORE) return 0;
    const float *from[3] = {r, g, b};
    for (int c = 0; c < 3; c++)
        for (uint32_t i = 0; i < count && i < ENTRIES; i++) {
            float value = from[c][i];
            d->table[c][i] = d->mode == TABLE_EIGHT_BITS ? (float)(int)(value * 255 + 0.5f) / 255 : value;
        }
    return 0;
}

static void straighten(Display *d) {
    for (int c = 0; c < 3; c++)
        for (int i = 0; i < ENTRIES; i++) d->table[c][i] = (float)i / (ENTRIES - 1);
}

/* Also what happens without a call, when a profile is chosen or the program that loaded a table ends. */
void CGDisplayRestoreColorSyncSettings(void) {
    restored++;
    for (size_t at = 0; at < sizeof displays / sizeof *displays; at++) straighten(&displays[at]);
}

/* ---- IOKit: ports are 100 + index for proxies, 200 + index for Intel displays, 300 + class for iterators ---- */

static int next_index;

void *IOServiceMatching(const char *name) { return make(MATCHING, 0, name, (int)strlen(name) + 1); }

IOReturn IOServiceGetMatchingServices(mach_port_t port, void *matching, io_object_t *iterator) {
    const char *name = (const char *)((Object *)matching)->bytes;
    int is_proxy = !strcmp(name, "DCPAVServiceProxy"), is_intel = !strcmp(name, "IODisplayConnect");
    CFRelease(matching); /* taken over, as the real one does */
    if (port != 0 || !(is_proxy || is_intel)) return kIOReturnBadArgument;
    next_index = 0;
    io_live++;
    *iterator = is_proxy ? 300 : 301;
    return kIOReturnSuccess;
}

io_object_t IOIteratorNext(io_object_t iterator) {
    while (next_index < DISPLAYS) {
        int i = next_index++;
        if (iterator == 300 ? monitors[i].present : intel_bytes[i] > 0) {
            io_live++;
            return (io_object_t)((iterator == 300 ? 100 : 200) + i);
        }
    }
    return 0;
}

IOReturn IOObjectRelease(io_object_t object) {
    if (object == 0 || io_live < 1) wrong_releases++;
    else io_live--;
    return kIOReturnSuccess;
}

const void *IORegistryEntryCreateCFProperty(io_object_t entry, const void *key, const void *allocator, uint32_t options) {
    const char *name = (const char *)((const Object *)key)->bytes;
    if (!is_live(key, STRING)) return NULL;
    if (entry >= 100 && entry < 200 && !strcmp(name, "Location")) {
        const char *where = monitors[entry - 100].external ? "External" : "Embedded";
        return make(STRING, 0, where, 9);
    }
    if (entry >= 200 && entry < 300 && !strcmp(name, "IODisplayEDID"))
        return make(DATA, 0, intel[entry - 200], intel_bytes[entry - 200]);
    return NULL;
}

/* ---- IOAVService; Intel Macs have none ---- */
#ifndef INTEL

const void *IOAVServiceCreateWithService(const void *allocator, io_object_t service) {
    return service >= 100 && service < 200 ? make(SERVICE, (int)service - 100, NULL, 0) : NULL;
}

static Monitor *reached(const void *service, IOReturn *error) {
    Monitor *m = is_live(service, SERVICE) ? &monitors[((const Object *)service)->index] : NULL;
    *error = !m ? kIOReturnBadArgument : !m->present ? kIOReturnNoDevice : kIOReturnSuccess;
    if (m && m->present && m->failing > 0) {
        m->failing--;
        *error = m->failure;
    }
    return m;
}

IOReturn IOAVServiceCopyEDID(const void *service, const void **edid) {
    IOReturn error;
    Monitor *m = reached(service, &error);
    if (!error && m->edid_bytes) *edid = make(DATA, 0, m->edid, m->edid_bytes);
    return error ? error : m->edid_bytes ? kIOReturnSuccess : kIOReturnNotResponding;
}

IOReturn IOAVServiceWriteI2C(const void *service, uint32_t chip, uint32_t offset, const void *bytes, uint32_t length) {
    IOReturn error;
    Monitor *m = reached(service, &error);
    if (!error && (chip != 0x37 || offset != 0x51)) error = kIOReturnBadArgument;
    if (!error) hear(m, bytes, (int)length);
    return error;
}

IOReturn IOAVServiceReadI2C(const void *service, uint32_t chip, uint32_t offset, void *bytes, uint32_t length) {
    IOReturn error;
    Monitor *m = reached(service, &error);
    if (!error && (chip != 0x37 || (offset != 0x51 && offset != 0))) error = kIOReturnBadArgument;
    if (!error) speak(m, offset, bytes, length);
    return error;
}
#endif
