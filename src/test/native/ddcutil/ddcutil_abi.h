/* The structures of libddcutil, with the sizes and offsets of 1.4 (DDCUTIL_MAJOR=1) or 2.x. */
#pragma once

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#ifndef DDCUTIL_MAJOR
#error "DDCUTIL_MAJOR is 1 or 2"
#endif

typedef int Status;

#if DDCUTIL_MAJOR == 1
typedef struct {
    int io_mode;
    union {
        int i2c_busno;
        struct {
            int adapter;
            int display;
        } adlno;
    } path;
} IoPath;
_Static_assert(sizeof(IoPath) == 12, "IO path of 1.4");
#else
typedef struct {
    int io_mode;
    union {
        int i2c_busno;
        int hiddev_devno;
    } path;
} IoPath;
_Static_assert(sizeof(IoPath) == 8, "IO path of 2.x");
#endif

typedef struct {
    char marker[4];
    int dispno;
    IoPath path;
    int usb_bus;
    int usb_device;
    char mfg_id[4];
    char model_name[14];
    char sn[14];
    uint16_t product_code;
    uint8_t edid_bytes[128];
    struct {
        uint8_t major;
        uint8_t minor;
    } vcp_version;
    void *dref;
} DisplayInfo;
_Static_assert(sizeof(DisplayInfo) == 200, "display info");
_Static_assert(offsetof(DisplayInfo, path) == 8, "path");
_Static_assert(offsetof(DisplayInfo, dref) == 192, "dref");
#if DDCUTIL_MAJOR == 1
_Static_assert(offsetof(DisplayInfo, usb_bus) == 20, "usb_bus");
_Static_assert(offsetof(DisplayInfo, usb_device) == 24, "usb_device");
_Static_assert(offsetof(DisplayInfo, mfg_id) == 28, "mfg_id");
_Static_assert(offsetof(DisplayInfo, model_name) == 32, "model_name");
_Static_assert(offsetof(DisplayInfo, sn) == 46, "sn");
_Static_assert(offsetof(DisplayInfo, product_code) == 60, "product_code");
_Static_assert(offsetof(DisplayInfo, edid_bytes) == 62, "edid_bytes");
_Static_assert(offsetof(DisplayInfo, vcp_version) == 190, "vcp_version");
#else
_Static_assert(offsetof(DisplayInfo, usb_bus) == 16, "usb_bus");
_Static_assert(offsetof(DisplayInfo, usb_device) == 20, "usb_device");
_Static_assert(offsetof(DisplayInfo, mfg_id) == 24, "mfg_id");
_Static_assert(offsetof(DisplayInfo, model_name) == 28, "model_name");
_Static_assert(offsetof(DisplayInfo, sn) == 42, "sn");
_Static_assert(offsetof(DisplayInfo, product_code) == 56, "product_code");
_Static_assert(offsetof(DisplayInfo, edid_bytes) == 58, "edid_bytes");
_Static_assert(offsetof(DisplayInfo, vcp_version) == 186, "vcp_version");
#endif

typedef struct {
    int ct;
    DisplayInfo info[];
} DisplayInfoList;
_Static_assert(offsetof(DisplayInfoList, info) == 8, "list");

typedef struct {
    uint8_t mh, ml, sh, sl;
} NonTableValue;
_Static_assert(sizeof(NonTableValue) == 4, "non-table value");

typedef struct {
    uint16_t bytect;
    uint8_t *bytes;
} TableValue;
_Static_assert(sizeof(TableValue) == 16 && offsetof(TableValue, bytes) == 8, "table value");

typedef struct ErrorDetail {
    char marker[4];
    Status status_code;
    char *detail;
    uint16_t cause_ct;
    struct ErrorDetail *causes[];
} ErrorDetail;
_Static_assert(sizeof(ErrorDetail) == 24 && offsetof(ErrorDetail, status_code) == 4, "error detail");
_Static_assert(offsetof(ErrorDetail, detail) == 8 && offsetof(ErrorDetail, cause_ct) == 16, "error detail");
_Static_assert(offsetof(ErrorDetail, causes) == 24, "error detail");
