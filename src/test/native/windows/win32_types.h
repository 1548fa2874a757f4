/* Types of 64-bit Windows as its SDK lays them out; a layout that is wrong does not compile. */
#pragma once
#include <stddef.h>
#include <stdint.h>

typedef void *HANDLE;
typedef int32_t BOOL;
typedef uint32_t DWORD;
typedef int32_t LONG;
typedef uint16_t WCHAR;
typedef uint16_t WORD;

#define TRUE 1
#define FALSE 0
#define INVALID_HANDLE_VALUE ((HANDLE)(intptr_t)-1)

typedef struct { LONG left, top, right, bottom; } RECT;

typedef struct {
    DWORD cbSize;
    RECT rcMonitor;
    RECT rcWork;
    DWORD dwFlags;
    WCHAR szDevice[32];
} MONITORINFOEXW;
_Static_assert(sizeof(MONITORINFOEXW) == 104, "MONITORINFOEXW");
_Static_assert(offsetof(MONITORINFOEXW, rcMonitor) == 4, "rcMonitor");
_Static_assert(offsetof(MONITORINFOEXW, szDevice) == 40, "szDevice");

typedef struct {
    DWORD cb;
    WCHAR DeviceName[32];
    WCHAR DeviceString[128];
    DWORD StateFlags;
    WCHAR DeviceID[128];
    WCHAR DeviceKey[128];
} DISPLAY_DEVICEW;
_Static_assert(sizeof(DISPLAY_DEVICEW) == 840, "DISPLAY_DEVICEW");
_Static_assert(offsetof(DISPLAY_DEVICEW, DeviceName) == 4, "DeviceName");
_Static_assert(offsetof(DISPLAY_DEVICEW, StateFlags) == 324, "StateFlags");
_Static_assert(offsetof(DISPLAY_DEVICEW, DeviceID) == 328, "DeviceID");

#pragma pack(push, 1)
typedef struct {
    HANDLE hPhysicalMonitor;
    WCHAR szPhysicalMonitorDescription[128];
} PHYSICAL_MONITOR;
#pragma pack(pop)
_Static_assert(sizeof(PHYSICAL_MONITOR) == 264, "PHYSICAL_MONITOR");
_Static_assert(offsetof(PHYSICAL_MONITOR, szPhysicalMonitorDescription) == 8, "szPhysicalMonitorDescription");

typedef struct { uint32_t Data1; uint16_t Data2, Data3; uint8_t Data4[8]; } GUID;
_Static_assert(sizeof(GUID) == 16, "GUID");

typedef struct {
    DWORD cbSize;
    GUID ClassGuid;
    DWORD DevInst;
    uintptr_t Reserved;
} SP_DEVINFO_DATA;
_Static_assert(sizeof(SP_DEVINFO_DATA) == 32, "SP_DEVINFO_DATA");
_Static_assert(offsetof(SP_DEVINFO_DATA, DevInst) == 20, "DevInst");

typedef struct { DWORD LowPart; LONG HighPart; } LUID;
typedef struct { LUID adapterId; uint32_t id; uint32_t modeInfoIdx; uint32_t statusFlags; } PATH_SOURCE;
typedef struct { uint32_t Numerator, Denominator; } RATIONAL;
typedef struct {
    LUID adapterId;
    uint32_t id, modeInfoIdx;
    uint32_t outputTechnology, rotation, scaling;
    RATIONAL refreshRate;
    uint32_t scanLineOrdering;
    BOOL targetAvailable;
    uint32_t statusFlags;
} PATH_TARGET;
typedef struct { PATH_SOURCE sourceInfo; PATH_TARGET targetInfo; uint32_t flags; } DISPLAYCONFIG_PATH_INFO;
_Static_assert(sizeof(DISPLAYCONFIG_PATH_INFO) == 72, "DISPLAYCONFIG_PATH_INFO");
_Static_assert(offsetof(DISPLAYCONFIG_PATH_INFO, sourceInfo.id) == 8, "sourceInfo.id");
_Static_assert(offsetof(DISPLAYCONFIG_PATH_INFO, targetInfo) == 20, "targetInfo");
_Static_assert(offsetof(DISPLAYCONFIG_PATH_INFO, targetInfo.id) == 28, "targetInfo.id");

typedef struct { uint32_t infoType, id; LUID adapterId; uint64_t pixelRate; uint32_t rest[10]; } DISPLAYCONFIG_MODE_INFO;
_Static_assert(sizeof(DISPLAYCONFIG_MODE_INFO) == 64, "DISPLAYCONFIG_MODE_INFO");

typedef struct { uint32_t type, size; LUID adapterId; uint32_t id; } DISPLAYCONFIG_DEVICE_INFO_HEADER;
typedef struct { DISPLAYCONFIG_DEVICE_INFO_HEADER header; WCHAR viewGdiDeviceName[32]; } DISPLAYCONFIG_SOURCE_DEVICE_NAME;
_Static_assert(sizeof(DISPLAYCONFIG_SOURCE_DEVICE_NAME) == 84, "DISPLAYCONFIG_SOURCE_DEVICE_NAME");
_Static_assert(offsetof(DISPLAYCONFIG_SOURCE_DEVICE_NAME, viewGdiDeviceName) == 20, "viewGdiDeviceName");

typedef struct {
    DISPLAYCONFIG_DEVICE_INFO_HEADER header;
    uint32_t value;
    uint32_t colorEncoding;
    uint32_t bitsPerColorChannel;
} DISPLAYCONFIG_GET_ADVANCED_COLOR_INFO;
_Static_assert(sizeof(DISPLAYCONFIG_GET_ADVANCED_COLOR_INFO) == 32, "DISPLAYCONFIG_GET_ADVANCED_COLOR_INFO");
_Static_assert(offsetof(DISPLAYCONFIG_GET_ADVANCED_COLOR_INFO, value) == 20, "value");

typedef WORD GAMMA_RAMP[3][256];
_Static_assert(sizeof(GAMMA_RAMP) == 1536, "GAMMA_RAMP");
