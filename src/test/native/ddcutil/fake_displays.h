/* The displays of the fake library: their state, and what tests tell and ask by the fake_... functions. */
#pragma once

#include <errno.h>
#include <limits.h>
#include <malloc.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "ddcutil_abi.h"

enum { DISPLAYS = 3, UNSUPPORTED = -3005, UNINITIALIZED = -3016, ARG = -3013, DISCONNECTED = -3029 };

typedef struct {
    uint8_t edid[128];
    uint16_t value[256];
    uint16_t before[256];
    uint16_t maximum[256];
    bool has[256];
    uint8_t *table[256];
    uint16_t table_size[256];
    bool is_gone;
    bool ignores;
    int late_reads;
    int revert_reads;
    int pending_late;
    int pending_revert;
    uint8_t pending_code;
    int failures;
    Status failure;
    int block_milliseconds;
    bool is_open;
    pthread_t thread;
    bool has_thread;
    int threads;
    char *capabilities;
} Display;

static Display displays[DISPLAYS];
static int display_count;
static pthread_mutex_t guard = PTHREAD_MUTEX_INITIALIZER;
static atomic_int outstanding;
static atomic_int odd_calls;
static atomic_int verified_sets;
static atomic_int init_calls;
static atomic_int init_failures;
static Status init_failure;
static bool is_initialized = DDCUTIL_MAJOR == 1;
static int generation;
static int claimed_count = INT_MIN;
static bool has_wrong_marker;
#if DDCUTIL_MAJOR == 1
static char version[32] = "1.4.1";
#else
static char version[32] = "2.1.4";
#endif
static _Thread_local ErrorDetail *detail;
static _Thread_local bool is_verifying = true;
static _Thread_local bool has_stream;
static _Thread_local FILE *out;

/* ---- what tests tell it ---- */

int fake_reset(void) {
    for (int d = 0; d < DISPLAYS; d++) {
        for (int code = 0; code < 256; code++) {
            free(displays[d].table[code]);
        }
        free(displays[d].capabilities);
    }
    memset(displays, 0, sizeof displays);
    display_count = 0;
    generation = 0;
    claimed_count = INT_MIN;
    has_wrong_marker = false;
    is_initialized = DDCUTIL_MAJOR == 1;
    outstanding = 0;
    odd_calls = 0;
    verified_sets = 0;
    init_calls = 0;
    init_failures = 0;
    return 0;
}

int fake_add(const uint8_t *edid) {
    memcpy(displays[display_count].edid, edid, 128);
    return display_count++;
}

int fake_feature(int d, int code, int value, int maximum) {
    displays[d].has[code] = true;
    displays[d].value[code] = (uint16_t) value;
    displays[d].maximum[code] = (uint16_t) maximum;
    return 0;
}

static void store_table(Display *display, int code, const uint8_t *bytes, int count) {
    free(display->table[code]);
    display->table[code] = malloc((size_t) count + 1);
    memcpy(display->table[code], bytes, (size_t) count);
    display->table_size[code] = (uint16_t) count;
}

int fake_table(int d, int code, const uint8_t *bytes, int count) {
    displays[d].has[code] = true;
    store_table(&displays[d], code, bytes, count);
    return 0;
}

int fake_capabilities(int d, const char *text) {
    free(displays[d].capabilities);
    displays[d].capabilities = strdup(text);
    return 0;
}

int fake_fail(int d, int count, int status) {
    displays[d].failures = count;
    displays[d].failure = status;
    return 0;
}

int fake_ignore_sets(int d) {
    displays[d].ignores = true;
    return 0;
}

/* A set is seen after this many reads. */
int fake_late(int d, int reads) {
    displays[d].late_reads = reads;
    return 0;
}

/* A set holds for this many reads, then what was before comes back. */
int fake_revert(int d, int reads) {
    displays[d].revert_reads = reads;
    return 0;
}

int fake_unplug(int d) {
    displays[d].is_gone = true;
    return 0;
}

int fake_block(int d, int milliseconds) {
    displays[d].block_milliseconds = milliseconds;
    return 0;
}

int fake_version(const char *text) {
    snprintf(version, sizeof version, "%s", text);
    return 0;
}

int fake_claim(int count) {
    claimed_count = count;
    return 0;
}

int fake_wrong_marker(void) {
    has_wrong_marker = true;
    return 0;
}

int fake_fail_init(int count, int status) {
    init_failures = count;
    init_failure = status;
    return 0;
}

/* ---- what tests ask ---- */

int fake_outstanding(void) {
    return outstanding;
}

int fake_odd_calls(void) {
    return odd_calls;
}

int fake_verified_sets(void) {
    return verified_sets;
}

int fake_init_calls(void) {
    return init_calls;
}

int fake_threads(int d) {
    return displays[d].threads;
}

int fake_is_open(int d) {
    return displays[d].is_open;
}

int fake_value(int d, int code) {
    return displays[d].value[code];
}

int fake_kilobytes_in_use(void) {
    struct mallinfo2 info = mallinfo2();
    return (int) ((info.uordblks + info.hblkhd) / 1024);
}
