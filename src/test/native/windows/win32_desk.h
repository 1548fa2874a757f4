/* The desktop itself, and the hand inside it: scripted through the functions fake_*. */
#pragma once
#include "win32_types.h"
#include <errno.h>
#include <string.h>

#define HEADS 4
#define MONITORS 8
#define CODES 256
#define NO_LONGER_EXISTS ((int)0xC026258D)
#define INVALID_PHYSICAL ((int)0xC026258C)
#define NOT_SUPPORTED ((int)0xC0262584)

enum { NORMAL, IGNORE, TAKE_BACK, SLOW };
enum { RAMP_NORMAL, RAMP_REFUSE, RAMP_IGNORE, RAMP_HEURISTIC, RAMP_OTHER };

typedef struct {
    int present, hdr, ramp_mode, dcs;
    WCHAR name[32];
    RECT place;
    GAMMA_RAMP ramp;
} Head;

typedef struct {
    int present, active, head, open, mode, passing_errors, passing_code, reads_left;
    WCHAR instance[256];
    uint8_t edid[512];
    int edid_bytes;
    int supported[CODES], current[CODES], maximum[CODES], pending[CODES];
} Monitor;

static Head heads[HEADS];
static Monitor monitors[MONITORS];
static int reversed, gamma_range, open_sets, open_keys, wrong_frees, physical_opened, sets_sent;
static char capabilities[256];

/* ---- the hand inside ---- */

static void widen(WCHAR *to, const char *from, int most) {
    int i = 0;
    for (; from[i] && i < most - 1; i++) to[i] = (uint8_t)from[i];
    to[i] = 0;
}

static int same(const WCHAR *one, const WCHAR *other) {
    for (; *one && *one == *other; one++, other++) {}
    return *one == *other;
}

static int is_text(const WCHAR *wide, const char *text) {
    WCHAR other[256];
    widen(other, text, 256);
    return same(wide, other);
}

void fake_reset(void) {
    memset(heads, 0, sizeof heads);
    memset(monitors, 0, sizeof monitors);
    reversed = open_sets = open_keys = wrong_frees = physical_opened = sets_sent = 0;
    gamma_range = -1;
    strcpy(capabilities, "(prot(monitor)type(lcd)vcp(10 12 16 18 1A)mccs_ver(2.2))");
}

int fake_add_head(const char *name, int x, int y, int width, int height) {
    for (int i = 0; i < HEADS; i++) {
        Head *head = &heads[i];
        if (head->present) continue;
        head->present = 1;
        widen(head->name, name, 32);
        head->place = (RECT){x, y, x + width, y + height};
        for (int c = 0; c < 3; c++)
            for (int v = 0; v < 256; v++) head->ramp[c][v] = (WORD)(v * 257);
        return i;
    }
    return -1;
}

int fake_add_monitor(int head, const char *instance, int active, const uint8_t *edid, int bytes) {
    for (int i = 0; i < MONITORS; i++) {
        Monitor *monitor = &monitors[i];
        if (monitor->present) continue;
        monitor->present = 1;
        monitor->active = active;
        monitor->head = head;
        widen(monitor->instance, instance, 256);
        memcpy(monitor->edid, edid, (size_t)bytes);
        monitor->edid_bytes = bytes;
        monitor->supported[0x10] = 1;
        monitor->current[0x10] = monitor->pending[0x10] = 50;
        monitor->maximum[0x10] = 100;
        return i;
    }
    return -1;
}

void fake_list_backwards(void) { reversed = 1; }
void fake_hdr(int head, int on) { heads[head].hdr = on; }
void fake_ramp_mode(int head, int mode) { heads[head].ramp_mode = mode; }
void fake_gamma_range(int range) { gamma_range = range; }
void fake_set_mode(int monitor, int mode) { monitors[monitor].mode = mode; }
void fake_value(int monitor, int code, int current, int maximum) {
    monitors[monitor].supported[code] = 1;
    monitors[monitor].current[code] = monitors[monitor].pending[code] = current;
    monitors[monitor].maximum[code] = maximum;
}
int fake_held(int monitor, int code) { return monitors[monitor].current[code]; }
void fake_fail(int monitor, int code, int times) {
    monitors[monitor].passing_code = code;
    monitors[monitor].passing_errors = times;
}
void fake_unplug(int monitor) {
    heads[monitors[monitor].head].present = 0;
    monitors[monitor].present = 0;
}
void fake_swap_panel(int monitor, const char *instance, const uint8_t *edid, int bytes) {
    widen(monitors[monitor].instance, instance, 256);
    memcpy(monitors[monitor].edid, edid, (size_t)bytes);
    monitors[monitor].edid_bytes = bytes;
}
void fake_get_ramp(int head, WORD *to) { memcpy(to, heads[head].ramp, sizeof(GAMMA_RAMP)); }
void fake_set_ramp(int head, const WORD *from) { memcpy(heads[head].ramp, from, sizeof(GAMMA_RAMP)); }
int fake_open_monitors(void) {
    int open = 0;
    for (int i = 0; i < MONITORS; i++) open += monitors[i].open;
    return open;
}
int fake_opened_monitors(void) { return physical_opened; }
int fake_open_dcs(void) {
    int open = 0;
    for (int i = 0; i < HEADS; i++) open += heads[i].dcs;
    return open;
}
int fake_open_sets(void) { return open_sets; }
int fake_open_keys(void) { return open_keys; }
int fake_wrong_frees(void) { return wrong_frees; }
int fake_sets_sent(void) { return sets_sent; }

/* Handles are index + 1 with a mark, so that one kind is not taken for another. */
static HANDLE handle(int mark, int index) { return (HANDLE)(intptr_t)(mark << 8 | (index + 1)); }
static int index_of(HANDLE h, int mark, int most) {
    intptr_t value = (intptr_t)h;
    int index = (int)(value & 0xFF) - 1;
    return value >> 8 == mark && index >= 0 && index < most ? index : -1;
}
#define HMONITOR_MARK 0x11
#define PHYSICAL_MARK 0x22
#define DC_MARK 0x33
#define SET_MARK 0x44
#define KEY_MARK 0x55
#define ICM_KEY MONITORS
