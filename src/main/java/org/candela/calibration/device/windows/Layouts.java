package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;

/**
 * Structures of 64-bit Windows by size and offset, the same whatever system reads them.
 *
 * <p>A WCHAR has 2 bytes there and 4 on other systems, so no type of the system at hand is used.
 */
final class Layouts {
    private static final int WCHAR = 2;

    private Layouts() {}

    /** MONITORINFOEXW (winuser.h). */
    static final class MonitorInfo {
        static final int SIZE = 104;
        static final int LEFT = 4;
        static final int TOP = 8;
        static final int RIGHT = 12;
        static final int BOTTOM = 16;
        static final int DEVICE = 40;
        static final int DEVICE_CHARS = 32;

        private MonitorInfo() {}
    }

    /** DISPLAY_DEVICEW (wingdi.h). */
    static final class Device {
        static final int SIZE = 840;
        static final int NAME = 4;
        static final int NAME_CHARS = 32;
        static final int STATE = 324;
        static final int ID = 328;
        static final int ID_CHARS = 128;

        private Device() {}
    }

    /** PHYSICAL_MONITOR (physicalmonitorenumerationapi.h). */
    static final class PhysicalMonitor {
        static final int SIZE = 264;
        static final int HANDLE = 0;
        static final int DESCRIPTION = 8;
        static final int DESCRIPTION_CHARS = 128;

        private PhysicalMonitor() {}
    }

    /** SP_DEVINFO_DATA (setupapi.h). */
    static final class DevInfo {
        static final int SIZE = 32;

        private DevInfo() {}
    }

    /** DISPLAYCONFIG_PATH_INFO, DISPLAYCONFIG_MODE_INFO and the requests about them (wingdi.h). */
    static final class Config {
        static final int PATH_SIZE = 72;
        static final int MODE_SIZE = 64;
        static final int SOURCE_ADAPTER = 0;
        static final int SOURCE_ID = 8;
        static final int TARGET_ADAPTER = 20;
        static final int TARGET_ID = 28;
        static final int REQUEST_TYPE = 0;
        static final int REQUEST_SIZE = 4;
        static final int REQUEST_ADAPTER = 8;
        static final int REQUEST_ID = 16;
        static final int SOURCE_NAME_SIZE = 84;
        static final int SOURCE_NAME = 20;
        static final int COLOUR_SIZE = 32;
        static final int COLOUR_STATE = 20;

        private Config() {}
    }

    /** A zeroed structure whose first DWORD is its size, as Windows demands. */
    static Memory sized(int size) {
        Memory memory = zeroed(size);
        memory.setInt(0, size);
        return memory;
    }

    static Memory zeroed(int size) {
        Memory memory = new Memory(size);
        memory.clear();
        return memory;
    }

    /** Text as Windows takes it. */
    static byte[] wide(String text) {
        return (text + '\0').getBytes(StandardCharsets.UTF_16LE);
    }

    /** Text of at most {@code chars} WCHARs, up to the first 0. */
    static String text(Pointer memory, int offset, int chars) {
        String all = new String(memory.getByteArray(offset, chars * WCHAR), StandardCharsets.UTF_16LE);
        int end = all.indexOf('\0');
        return end < 0 ? all : all.substring(0, end);
    }
}
