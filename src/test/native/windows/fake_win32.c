/*
 * A desktop of Windows that does not exist: user32, gdi32, dxva2, setupapi and advapi32 in one library, with the binary
 * interface of the real ones as far as they are used. GetLastError is errno, which is what JNA keeps elsewhere.
 */
#include "win32_desk.h"

/* ---- user32 ---- */

BOOL EnumDisplayMonitors(HANDLE dc, const RECT *clip, BOOL (*each)(HANDLE, HANDLE, RECT *, intptr_t), intptr_t data) {
    for (int k = 0; k < HEADS; k++) {
        int i = reversed ? HEADS - 1 - k : k;
        if (heads[i].present && !each(handle(HMONITOR_MARK, i), NULL, &heads[i].place, data)) return FALSE;
    }
    return TRUE;
}

BOOL GetMonitorInfoW(HANDLE monitor, MONITORINFOEXW *info) {
    int i = index_of(monitor, HMONITOR_MARK, HEADS);
    if (i < 0 || !heads[i].present || info->cbSize != sizeof *info) {
        errno = 87;
        return FALSE;
    }
    info->rcMonitor = info->rcWork = heads[i].place;
    memcpy(info->szDevice, heads[i].name, sizeof info->szDevice);
    return TRUE;
}

BOOL EnumDisplayDevicesW(const WCHAR *adapter, DWORD index, DISPLAY_DEVICEW *device, DWORD flags) {
    if (device->cb != sizeof *device || !adapter || flags != 1) return FALSE;
    DWORD seen = 0;
    for (int i = 0; i < MONITORS; i++) {
        Monitor *monitor = &monitors[i];
        if (!monitor->present || !same(heads[monitor->head].name, adapter) || seen++ != index) continue;
        device->StateFlags = (DWORD)monitor->active;
        int at = 0;
        for (const char *p = "\\\\?\\"; *p; p++) device->DeviceID[at++] = (uint8_t)*p;
        for (const WCHAR *p = monitor->instance; *p; p++) {
            WCHAR low = *p >= 'A' && *p <= 'Z' ? *p + 32 : *p; /* the two paths differ in case */
            device->DeviceID[at++] = *p == '\\' ? '#' : low;
        }
        for (const char *p = "#{e6f07b5f-ee97-4a90-b076-33f57bf4eaa7}"; *p; p++) device->DeviceID[at++] = (uint8_t)*p;
        device->DeviceID[at] = 0;
        return TRUE;
    }
    return FALSE;
}

LONG GetDisplayConfigBufferSizes(uint32_t flags, uint32_t *paths, uint32_t *modes) {
    *paths = *modes = 0;
    for (int i = 0; i < HEADS; i++) *paths += (uint32_t)heads[i].present;
    *modes = 2 * *paths;
    return flags == 2 ? 0 : 87;
}

LONG QueryDisplayConfig(uint32_t flags, uint32_t *count, DISPLAYCONFIG_PATH_INFO *paths, uint32_t *mode_count,
                        DISPLAYCONFIG_MODE_INFO *modes, void *topology) {
    uint32_t n = 0;
    for (uint32_t i = 0; i < HEADS; i++) {
        if (!heads[i].present) continue;
        if (n == *count) return 122;
        paths[n].sourceInfo.adapterId = paths[n].targetInfo.adapterId = (LUID){7, 0};
        paths[n].sourceInfo.id = i;
        paths[n++].targetInfo.id = 100 + i;
    }
    *count = n;
    memset(modes, 0, *mode_count * sizeof *modes);
    return 0;
}

LONG DisplayConfigGetDeviceInfo(DISPLAYCONFIG_DEVICE_INFO_HEADER *header) {
    if (header->adapterId.LowPart != 7) return 87;
    if (header->type == 1 && header->size == 84 && header->id < HEADS) {
        memcpy(((DISPLAYCONFIG_SOURCE_DEVICE_NAME *)header)->viewGdiDeviceName, heads[header->id].name, 64);
        return 0;
    }
    if (header->type == 9 && header->size == 32 && header->id - 100 < HEADS) {
        ((DISPLAYCONFIG_GET_ADVANCED_COLOR_INFO *)header)->value = heads[header->id - 100].hdr ? 3 : 1;
        return 0;
    }
    return 87;
}

/* ---- gdi32 ---- */

HANDLE CreateDCW(const WCHAR *driver, const WCHAR *device, const WCHAR *port, const void *mode) {
    for (int i = 0; i < HEADS; i++)
        if (heads[i].present && same(heads[i].name, device)) {
            heads[i].dcs++;
            return handle(DC_MARK, i);
        }
    return NULL;
}

BOOL DeleteDC(HANDLE dc) {
    int i = index_of(dc, DC_MARK, HEADS);
    if (i < 0 || heads[i].dcs < 1) {
        wrong_frees++;
        return FALSE;
    }
    heads[i].dcs--;
    return TRUE;
}

BOOL GetDeviceGammaRamp(HANDLE dc, GAMMA_RAMP *ramp) {
    int i = index_of(dc, DC_MARK, HEADS);
    if (i < 0) return FALSE;
    memcpy(ramp, heads[i].ramp, sizeof *ramp);
    return TRUE;
}

BOOL SetDeviceGammaRamp(HANDLE dc, GAMMA_RAMP *ramp) {
    int i = index_of(dc, DC_MARK, HEADS);
    if (i < 0 || heads[i].ramp_mode == RAMP_REFUSE) {
        errno = 87;
        return FALSE;
    }
    int far = 0;
    for (int c = 0; c < 3; c++)
        for (int v = 0; v < 256; v++) {
            int apart = (*ramp)[c][v] - v * 257;
            far |= apart > 32768 || apart < -32768;
        }
    if (heads[i].ramp_mode == RAMP_IGNORE || (heads[i].ramp_mode == RAMP_HEURISTIC && far && gamma_range != 256))
        return TRUE; /* says yes, does nothing */
    memcpy(heads[i].ramp, ramp, sizeof *ramp);
    if (heads[i].ramp_mode == RAMP_OTHER) heads[i].ramp[1][200] -= 300; /* a calibration loader was faster */
    return TRUE;
}

/* ---- dxva2 ---- */

BOOL GetNumberOfPhysicalMonitorsFromHMONITOR(HANDLE monitor, DWORD *count) {
    int head = index_of(monitor, HMONITOR_MARK, HEADS);
    *count = 0;
    for (int i = 0; i < MONITORS; i++) *count += monitors[i].present && monitors[i].active && monitors[i].head == head;
    return *count > 0;
}

BOOL GetPhysicalMonitorsFromHMONITOR(HANDLE monitor, DWORD count, PHYSICAL_MONITOR *found) {
    int head = index_of(monitor, HMONITOR_MARK, HEADS);
    DWORD n = 0;
    for (int k = 0; k < MONITORS; k++) {
        int i = reversed ? MONITORS - 1 - k : k;
        if (!monitors[i].present || !monitors[i].active || monitors[i].head != head || n == count) continue;
        monitors[i].open++;
        physical_opened++;
        found[n].hPhysicalMonitor = handle(PHYSICAL_MARK, i);
        widen(found[n++].szPhysicalMonitorDescription, "Generic PnP Monitor", 128);
    }
    return n == count;
}

BOOL DestroyPhysicalMonitor(HANDLE h) {
    int i = index_of(h, PHYSICAL_MARK, MONITORS);
    if (i < 0 || monitors[i].open < 1) {
        wrong_frees++;
        return FALSE;
    }
    monitors[i].open--;
    return TRUE;
}

static Monitor *reached(HANDLE h) {
    int i = index_of(h, PHYSICAL_MARK, MONITORS);
    if (i < 0 || monitors[i].open < 1) {
        errno = INVALID_PHYSICAL;
        return NULL;
    }
    if (!monitors[i].present) {
        errno = NO_LONGER_EXISTS;
        return NULL;
    }
    if (monitors[i].passing_errors > 0) {
        monitors[i].passing_errors--;
        errno = monitors[i].passing_code;
        return NULL;
    }
    return &monitors[i];
}

BOOL GetVCPFeatureAndVCPFeatureReply(HANDLE h, uint8_t code, int *type, DWORD *current, DWORD *maximum) {
    Monitor *monitor = reached(h);
    if (!monitor) return FALSE;
    if (!monitor->supported[code]) {
        errno = NOT_SUPPORTED;
        return FALSE;
    }
    if (monitor->mode == SLOW && monitor->current[code] != monitor->pending[code] && --monitor->reads_left < 0)
        monitor->current[code] = monitor->pending[code];
    *current = (DWORD)monitor->current[code];
    if (monitor->mode == TAKE_BACK) monitor->current[code] = monitor->pending[code];
    *type = 1;
    *maximum = (DWORD)monitor->maximum[code];
    errno = 1400; /* an error of long ago is no error of this call */
    return TRUE;
}

BOOL SetVCPFeature(HANDLE h, uint8_t code, DWORD value) {
    Monitor *monitor = reached(h);
    if (!monitor) return FALSE;
    sets_sent++;
    if (!monitor->supported[code] || monitor->mode == IGNORE) return TRUE;
    monitor->reads_left = 2;
    if (monitor->mode == SLOW) monitor->pending[code] = (int)value;
    else if (monitor->mode == TAKE_BACK) monitor->current[code] = (int)value;
    else monitor->current[code] = monitor->pending[code] = (int)value;
    return TRUE;
}

BOOL GetCapabilitiesStringLength(HANDLE h, DWORD *length) {
    if (!reached(h)) return FALSE;
    *length = (DWORD)strlen(capabilities) + 1;
    return TRUE;
}

BOOL CapabilitiesRequestAndCapabilitiesReply(HANDLE h, char *text, DWORD length) {
    if (!reached(h) || length < strlen(capabilities) + 1) return FALSE;
    strcpy(text, capabilities);
    return TRUE;
}

/* ---- setupapi, advapi32 ---- */

static const GUID MONITOR_CLASS = {0x4d36e96e, 0xe325, 0x11ce, {0xbf, 0xc1, 0x08, 0x00, 0x2b, 0xe1, 0x03, 0x18}};

HANDLE SetupDiGetClassDevsW(const GUID *class, const WCHAR *enumerator, HANDLE window, DWORD flags) {
    if (memcmp(class, &MONITOR_CLASS, sizeof *class) || flags != 2) {
        errno = 87;
        return INVALID_HANDLE_VALUE;
    }
    open_sets++;
    return handle(SET_MARK, 0);
}

/* Monitors come in another order here than on the desktop. */
BOOL SetupDiEnumDeviceInfo(HANDLE set, DWORD index, SP_DEVINFO_DATA *device) {
    if (device->cbSize != sizeof *device) return FALSE;
    DWORD seen = 0;
    for (int i = MONITORS - 1; i >= 0; i--)
        if (monitors[i].present && seen++ == index) {
            device->DevInst = (DWORD)i;
            return TRUE;
        }
    errno = 259;
    return FALSE;
}

BOOL SetupDiGetDeviceInstanceIdW(HANDLE set, SP_DEVINFO_DATA *device, WCHAR *id, DWORD chars, DWORD *needed) {
    int i = 0;
    for (; monitors[device->DevInst].instance[i] && i < (int)chars - 1; i++) id[i] = monitors[device->DevInst].instance[i];
    id[i] = 0;
    *needed = (DWORD)i + 1;
    return TRUE;
}

HANDLE SetupDiOpenDevRegKey(HANDLE set, SP_DEVINFO_DATA *device, DWORD scope, DWORD profile, DWORD kind, uint32_t access) {
    if (scope != 1 || kind != 1) return INVALID_HANDLE_VALUE;
    open_keys++;
    return handle(KEY_MARK, (int)device->DevInst);
}

BOOL SetupDiDestroyDeviceInfoList(HANDLE set) {
    open_sets--;
    return TRUE;
}

LONG RegOpenKeyExW(HANDLE parent, const WCHAR *path, DWORD options, uint32_t access, HANDLE *key) {
    if (parent != (HANDLE)(intptr_t)(int32_t)0x80000002 ||
        !is_text(path, "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ICM"))
        return 2;
    open_keys++;
    *key = handle(KEY_MARK, ICM_KEY);
    return 0;
}

LONG RegQueryValueExW(HANDLE key, const WCHAR *name, DWORD *reserved, DWORD *type, void *value, DWORD *size) {
    int i = index_of(key, KEY_MARK, MONITORS + 1);
    if (i == ICM_KEY && is_text(name, "GdiIcmGammaRange") && gamma_range >= 0) {
        memcpy(value, &gamma_range, 4);
        *type = 4;
        *size = 4;
        return 0;
    }
    if (i < 0 || i == ICM_KEY || !is_text(name, "EDID") || monitors[i].edid_bytes == 0) return 2;
    if (*size < (DWORD)monitors[i].edid_bytes) return 234;
    memcpy(value, monitors[i].edid, (size_t)monitors[i].edid_bytes);
    *type = 3;
    *size = (DWORD)monitors[i].edid_bytes;
    return 0;
}

LONG RegCloseKey(HANDLE key) {
    open_keys--;
    return 0;
}
