package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.windows.Layouts.DevInfo;

/** What Windows keeps in its registry about monitors. Device thread. */
// [impl->req~device.windows~1]
final class RegistryEdids {
    /** INVALID_HANDLE_VALUE. */
    private static final long INVALID = -1;

    private static final int PRESENT = 2;
    private static final int GLOBAL = 1;
    private static final int DEVICE_KEY = 1;
    private static final int KEY_READ = 0x20019;
    private static final int DWORD = 4;
    private static final int MOST_DEVICES = 256;
    private static final int ID_CHARS = 256;
    /** A base block and all extensions it can name. */
    private static final int MOST_BYTES = 128 * 256;

    /** Handles of predefined keys are 32-bit values with their sign kept. */
    private static final long LOCAL_MACHINE = 0xFFFFFFFF80000002L;

    private static final String GAMMA_KEY = "SOFTWARE\\Microsoft\\Windows NT\\CurrentVersion\\ICM";
    private static final String GAMMA_VALUE = "GdiIcmGammaRange";

    /** Monitor class {4d36e96e-e325-11ce-bfc1-08002be10318} as a GUID lies in memory. */
    private static final byte[] MONITOR_CLASS = {
        0x6e,
        (byte) 0xe9,
        0x36,
        0x4d,
        0x25,
        (byte) 0xe3,
        (byte) 0xce,
        0x11,
        (byte) 0xbf,
        (byte) 0xc1,
        0x08,
        0x00,
        0x2b,
        (byte) 0xe1,
        0x03,
        0x18
    };

    private final Win32 api;

    RegistryEdids(Win32 api) {
        this.api = api;
    }

    /** EDID of each monitor that is there, by device instance path in capitals. */
    Map<String, byte[]> byInstance() throws DeviceException {
        Memory guid = new Memory(MONITOR_CLASS.length);
        guid.write(0, MONITOR_CLASS, 0, MONITOR_CLASS.length);
        Pointer set = api.setup().SetupDiGetClassDevsW(guid, null, null, PRESENT);
        if (Pointer.nativeValue(set) == INVALID) {
            throw Errors.last("monitors", "SetupDiGetClassDevs");
        }
        try {
            Map<String, byte[]> found = new HashMap<>();
            Memory device = Layouts.sized(DevInfo.SIZE);
            for (int i = 0; i < MOST_DEVICES && api.setup().SetupDiEnumDeviceInfo(set, i, device) != 0; i++) {
                add(set, device, found);
            }
            return found;
        } finally {
            api.setup().SetupDiDestroyDeviceInfoList(set);
        }
    }

    /** How far ramps may go: GdiIcmGammaRange; empty where it is not set, as Windows comes. */
    OptionalInt gammaRange() {
        PointerByReference key = new PointerByReference();
        int error = api.registry().RegOpenKeyExW(new Pointer(LOCAL_MACHINE), Layouts.wide(GAMMA_KEY), 0, KEY_READ, key);
        if (error != 0) {
            return OptionalInt.empty();
        }
        return value(key.getValue(), GAMMA_VALUE, DWORD)
                .filter(bytes -> bytes.length == DWORD)
                .map(bytes -> OptionalInt.of((bytes[0] & 0xFF) | ((bytes[1] & 0xFF) << 8)))
                .orElse(OptionalInt.empty());
    }

    private void add(Pointer set, Memory device, Map<String, byte[]> found) {
        Memory id = Layouts.zeroed(ID_CHARS * 2);
        if (api.setup().SetupDiGetDeviceInstanceIdW(set, device, id, ID_CHARS, new IntByReference()) == 0) {
            return;
        }
        Pointer key = api.setup().SetupDiOpenDevRegKey(set, device, GLOBAL, 0, DEVICE_KEY, KEY_READ);
        if (Pointer.nativeValue(key) != INVALID) {
            String instance = Layouts.text(id, 0, ID_CHARS).toUpperCase(Locale.ROOT);
            value(key, "EDID", MOST_BYTES).ifPresent(bytes -> found.put(instance, bytes));
        }
    }

    /** The value in {@code key}, which is closed. */
    private Optional<byte[]> value(Pointer key, String name, int most) {
        try {
            Memory bytes = Layouts.zeroed(most);
            IntByReference size = new IntByReference(most);
            int error =
                    api.registry().RegQueryValueExW(key, Layouts.wide(name), null, new IntByReference(), bytes, size);
            return error == 0 && size.getValue() <= most
                    ? Optional.of(bytes.getByteArray(0, size.getValue()))
                    : Optional.empty();
        } finally {
            api.registry().RegCloseKey(key);
        }
    }
}
