/*
 * A libddcutil of our own, with the ABI of 1.4 (DDCUTIL_MAJOR=1, libddcutil.so.4) or 2.x (DDCUTIL_MAJOR=2,
 * libddcutil.so.5): same structures, same calls, displays that do as they are told by the fake_... functions.
 */
#include "fake_displays.h"

static void *keep(size_t size) {
    outstanding++;
    return calloc(1, size);
}

static void drop(void *memory) {
    outstanding--;
    free(memory);
}

static ErrorDetail *new_detail(Status status, const char *text, int causes) {
    ErrorDetail *made = keep(sizeof(ErrorDetail) + sizeof(ErrorDetail *) * (size_t) causes);
    memcpy(made->marker, "EDTL", 4);
    made->status_code = status;
    made->detail = strdup(text);
    made->cause_ct = (uint16_t) causes;
    for (int i = 0; i < causes; i++) {
        made->causes[i] = new_detail(-3001, "checksum of the reply", 0);
    }
    return made;
}

void ddca_free_error_detail(ErrorDetail *given) {
    if (given == NULL) {
        return;
    }
    if (memcmp(given->marker, "EDTL", 4) != 0) {
        odd_calls++;
        return;
    }
    for (int i = 0; i < given->cause_ct; i++) {
        ddca_free_error_detail(given->causes[i]);
    }
    memcpy(given->marker, "gone", 4);
    free(given->detail);
    drop(given);
}

static Status fail(Status status) {
    ddca_free_error_detail(detail);
    detail = new_detail(status, "told to fail", 2);
    return status;
}

/* The caller owns the answer, and the thread's own one is cleared. */
ErrorDetail *ddca_get_error_detail(void) {
    ErrorDetail *given = detail;
    detail = NULL;
    return given;
}

static bool is_odd_bool(bool given) {
    uint8_t byte;
    memcpy(&byte, &given, 1);
    return byte > 1;
}

static Status enter(void) {
    if (!is_initialized) {
        odd_calls++;
        return fail(UNINITIALIZED);
    }
    return 0;
}

const char *ddca_ddcutil_version_string(void) {
    odd_calls += !is_initialized;
    return version;
}

#if DDCUTIL_MAJOR == 2
Status ddca_init(const char *options, int syslog_level, int flags) {
    (void) options;
    (void) syslog_level;
    init_calls++;
    if (init_failures > 0 && flags == 0) {
        init_failures--;
        return fail(init_failure);
    }
    if (is_initialized) {
        return fail(-3014);
    }
    is_initialized = true;
    return 0;
}
#else
int ddca_get_max_tries(int kind) {
    return kind;
}
#endif

void ddca_set_fout(FILE *stream) {
    has_stream = true;
    out = stream;
}

void ddca_set_ferr(FILE *stream) {
    (void) stream;
}

/* 2.2.7 writes through a stream that was set to NULL: here that is counted, there the process ends. */
static void say(const char *text) {
    if (!has_stream || out == NULL) {
        odd_calls++;
    } else {
        fputs(text, out);
        fflush(out);
    }
}

bool ddca_enable_verify(bool on) {
    bool before = is_verifying;
    is_verifying = on;
    return before;
}

static void *reference(int d) {
    return (void *) (intptr_t) (0x5000 + generation * 16 + d);
}

static int of_reference(void *dref) {
    intptr_t d = (intptr_t) dref - 0x5000 - generation * 16;
    return d >= 0 && d < display_count ? (int) d : -1;
}

static void describe(DisplayInfo *info, int d) {
    const uint8_t *edid = displays[d].edid;
    int letters = edid[8] << 8 | edid[9];
    memcpy(info->marker, has_wrong_marker ? "DDI2" : "DDIN", 4);
    info->dispno = d + 1;
    info->path.io_mode = 0;
    info->path.path.i2c_busno = 5 + d;
    info->usb_bus = -1;
    info->usb_device = -1;
    info->mfg_id[0] = (char) ('@' + (letters >> 10 & 31));
    info->mfg_id[1] = (char) ('@' + (letters >> 5 & 31));
    info->mfg_id[2] = (char) ('@' + (letters & 31));
    snprintf(info->model_name, sizeof info->model_name, "FAKE %d", d);
    snprintf(info->sn, sizeof info->sn, "SN%d", d);
    info->product_code = (uint16_t) (edid[10] | edid[11] << 8);
    memcpy(info->edid_bytes, edid, 128);
    info->vcp_version.major = 2;
    info->vcp_version.minor = 2;
    info->dref = reference(d);
}

Status ddca_get_display_info_list2(bool include_invalid, DisplayInfoList **list) {
    Status status = enter();
    if (status != 0) {
        return status;
    }
    say("detecting displays\n");
    odd_calls += is_odd_bool(include_invalid);
    DisplayInfoList *made = keep(sizeof(DisplayInfoList) + DISPLAYS * sizeof(DisplayInfo));
    for (int d = 0; d < display_count; d++) {
        if (!displays[d].is_gone || generation == 0) {
            describe(&made->info[made->ct++], d);
        }
    }
    made->ct = claimed_count != INT_MIN ? claimed_count : made->ct;
    *list = made;
    return 0;
}

void ddca_free_display_info_list(DisplayInfoList *list) {
    drop(list);
}

Status ddca_redetect_displays(void) {
    for (int d = 0; d < display_count; d++) {
        if (displays[d].is_open) {
            odd_calls++;
        }
    }
    say("detecting displays anew\n");
    generation++;
    return 0;
}

Status ddca_open_display2(void *dref, bool wait, void **handle) {
    Status status = enter();
    if (status != 0) {
        return status;
    }
    odd_calls += is_odd_bool(wait);
    int d = of_reference(dref);
    if (d < 0) {
        odd_calls++;
        return fail(ARG);
    }
    pthread_mutex_lock(&guard);
    Display *display = &displays[d];
    if (!display->has_thread || !pthread_equal(display->thread, pthread_self())) {
        display->thread = pthread_self();
        display->has_thread = true;
        display->threads++;
    }
    pthread_mutex_unlock(&guard);
    if (display->is_open) {
        return fail(-3026);
    }
    if (display->is_gone) {
        return fail(DDCUTIL_MAJOR == 1 ? -ENODEV : DISCONNECTED);
    }
    display->is_open = true;
    outstanding++;
    *handle = display;
    return 0;
}

Status ddca_close_display(void *handle) {
    Display *display = handle;
    if (!display->is_open) {
        odd_calls++;
        return ARG;
    }
    display->is_open = false;
    outstanding--;
    return 0;
}

static Status operate(Display *display, uint8_t code) {
    if (!display->is_open) {
        odd_calls++;
        return fail(ARG);
    }
    if (display->block_milliseconds > 0) {
        int milliseconds = display->block_milliseconds;
        display->block_milliseconds = 0;
        usleep((useconds_t) milliseconds * 1000);
    }
    if (display->is_gone) {
        return fail(DDCUTIL_MAJOR == 1 ? -ENODEV : DISCONNECTED);
    }
    if (display->failures > 0) {
        display->failures--;
        return fail(display->failure);
    }
    return display->has[code] ? 0 : fail(UNSUPPORTED);
}

Status ddca_get_non_table_vcp_value(void *handle, uint8_t code, NonTableValue *value) {
    Display *display = handle;
    Status status = operate(display, code);
    if (status != 0) {
        return status;
    }
    uint16_t seen = display->value[code];
    if (display->pending_code == code && display->pending_late > 0) {
        display->pending_late--;
        seen = display->before[code];
    }
    if (display->pending_code == code && display->pending_revert > 0 && --display->pending_revert == 0) {
        display->value[code] = display->before[code];
    }
    value->mh = (uint8_t) (display->maximum[code] >> 8);
    value->ml = (uint8_t) display->maximum[code];
    value->sh = (uint8_t) (seen >> 8);
    value->sl = (uint8_t) seen;
    return 0;
}

Status ddca_set_non_table_vcp_value(void *handle, uint8_t code, uint8_t high, uint8_t low) {
    Display *display = handle;
    Status status = operate(display, code);
    if (status != 0) {
        return status;
    }
    verified_sets += is_verifying;
    if (!display->ignores) {
        display->before[code] = display->value[code];
        display->value[code] = (uint16_t) (high << 8 | low);
        display->pending_code = code;
        display->pending_late = display->late_reads;
        display->pending_revert = display->revert_reads;
    }
    return 0;
}

Status ddca_get_table_vcp_value(void *handle, uint8_t code, TableValue **value) {
    Display *display = handle;
    Status status = operate(display, code);
    if (status != 0) {
        return status;
    }
    TableValue *made = keep(sizeof(TableValue));
    made->bytect = display->table_size[code];
    made->bytes = keep(made->bytect + 1U);
    memcpy(made->bytes, display->table[code], made->bytect);
    *value = made;
    return 0;
}

void ddca_free_table_vcp_value(TableValue *value) {
    drop(value->bytes);
    drop(value);
}

Status ddca_set_table_vcp_value(void *handle, uint8_t code, TableValue *value) {
    Display *display = handle;
    Status status = operate(display, code);
    if (status != 0) {
        return status;
    }
    if (!display->ignores) {
        store_table(display, code, value->bytes, value->bytect);
    }
    return 0;
}

Status ddca_get_capabilities_string(void *handle, char **text) {
    Display *display = handle;
    Status status = operate(display, 0xDF);
    if (status != 0) {
        return status;
    }
    *text = strdup(display->capabilities == NULL ? "" : display->capabilities);
    return 0;
}

const char *ddca_rc_name(Status status) {
    switch (status) {
    case UNSUPPORTED:
        return "DDCRC_REPORTED_UNSUPPORTED";
    case DISCONNECTED:
        return "DDCRC_DISCONNECTED";
    case -EACCES:
        return "EACCES";
    default:
        return NULL;
    }
}
