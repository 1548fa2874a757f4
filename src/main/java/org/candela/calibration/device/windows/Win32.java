package org.candela.calibration.device.windows;

import com.sun.jna.Callback;
import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The libraries of Windows that are used, wide forms of each function. Text is UTF-16LE with a closing 0. */
record Win32(User32 user, Gdi32 gdi, Dxva2 dxva2, SetupApi setup, Advapi32 registry) {

    /**
     * Loads them.
     *
     * @param where from the name of a library of Windows to what is loaded for it
     * @throws UnsatisfiedLinkError when one is not there
     */
    static Win32 load(UnaryOperator<String> where) {
        return new Win32(
                Native.load(where.apply("user32"), User32.class),
                Native.load(where.apply("gdi32"), Gdi32.class),
                Native.load(where.apply("dxva2"), Dxva2.class),
                Native.load(where.apply("setupapi"), SetupApi.class),
                Native.load(where.apply("advapi32"), Advapi32.class));
    }

    /** GetLastError of the last call on this thread, kept by JNA. */
    static int lastError() {
        return Native.getLastError();
    }

    /** user32.dll (winuser.h). BOOL is int, 0 for failure. */
    interface User32 extends Library {
        int EnumDisplayMonitors(@Nullable Pointer dc, @Nullable Pointer clip, MonitorEnum each, @Nullable Pointer data);

        /** @param info {@link Layouts.MonitorInfo} */
        int GetMonitorInfoW(Pointer monitor, Memory info);

        /** @param device {@link Layouts.Device} */
        int EnumDisplayDevicesW(byte @Nullable [] adapter, int index, Memory device, int flags);

        /** @param paths room for so many, 72 bytes each */
        int QueryDisplayConfig(
                int flags,
                IntByReference pathCount,
                Memory paths,
                IntByReference modeCount,
                Memory modes,
                @Nullable Pointer topology);

        int GetDisplayConfigBufferSizes(int flags, IntByReference pathCount, IntByReference modeCount);

        /** @return 0 or an error */
        int DisplayConfigGetDeviceInfo(Memory request);
    }

    /** MONITORENUMPROC: goes on while it returns 1. */
    interface MonitorEnum extends Callback {
        int callback(Pointer monitor, @Nullable Pointer dc, @Nullable Pointer rect, @Nullable Pointer data);
    }

    /** gdi32.dll (wingdi.h); the two ramp functions are in no ready binding. */
    interface Gdi32 extends Library {
        @Nullable
        Pointer CreateDCW(byte @Nullable [] driver, byte[] device, byte @Nullable [] port, @Nullable Pointer mode);

        int DeleteDC(Pointer dc);

        /** @param ramp 3 × 256 WORDs: red, green, blue */
        int GetDeviceGammaRamp(Pointer dc, Memory ramp);

        int SetDeviceGammaRamp(Pointer dc, Memory ramp);
    }

    /** dxva2.dll (physicalmonitorenumerationapi.h, lowlevelmonitorconfigurationapi.h). */
    interface Dxva2 extends Library {
        int GetNumberOfPhysicalMonitorsFromHMONITOR(Pointer monitor, IntByReference count);

        /** @param monitors {@code count} times {@link Layouts.PhysicalMonitor} */
        int GetPhysicalMonitorsFromHMONITOR(Pointer monitor, int count, Memory monitors);

        /** One at a time, since each is closed by whoever took it. */
        int DestroyPhysicalMonitor(Pointer monitor);

        int GetVCPFeatureAndVCPFeatureReply(
                Pointer monitor, byte code, IntByReference type, IntByReference current, IntByReference maximum);

        int SetVCPFeature(Pointer monitor, byte code, int value);

        int GetCapabilitiesStringLength(Pointer monitor, IntByReference length);

        int CapabilitiesRequestAndCapabilitiesReply(Pointer monitor, Memory text, int length);
    }

    /** setupapi.dll (setupapi.h). */
    interface SetupApi extends Library {
        /** @return INVALID_HANDLE_VALUE on failure */
        Pointer SetupDiGetClassDevsW(Memory guid, byte @Nullable [] enumerator, @Nullable Pointer window, int flags);

        /** @param device {@link Layouts.DevInfo} */
        int SetupDiEnumDeviceInfo(Pointer set, int index, Memory device);

        int SetupDiGetDeviceInstanceIdW(Pointer set, Memory device, Memory id, int chars, IntByReference needed);

        /** @return INVALID_HANDLE_VALUE on failure */
        Pointer SetupDiOpenDevRegKey(Pointer set, Memory device, int scope, int profile, int kind, int access);

        int SetupDiDestroyDeviceInfoList(Pointer set);
    }

    /** advapi32.dll (winreg.h). All return 0 or an error. */
    interface Advapi32 extends Library {
        int RegOpenKeyExW(Pointer parent, byte[] path, int options, int access, PointerByReference key);

        int RegQueryValueExW(
                Pointer key,
                byte[] name,
                @Nullable Pointer reserved,
                IntByReference type,
                Memory value,
                IntByReference size);

        int RegCloseKey(Pointer key);
    }
}
