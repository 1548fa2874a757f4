package org.candela.calibration.device.macos;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.NativeLibrary;
import com.sun.jna.Pointer;
import com.sun.jna.Structure;
import com.sun.jna.ptr.IntByReference;
import com.sun.jna.ptr.PointerByReference;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The frameworks of macOS that are used. */
record Mac(CoreGraphics graphics, CoreFoundation foundation, IoKit io, Optional<AvService> av) {
    /** Where the private functions were seen, by version of macOS. */
    private static final List<String> AV_HOMES = List.of("IOKit", "CoreDisplay");

    /**
     * Loads them.
     *
     * @param where from the name of a framework to what is loaded for it
     * @throws UnsatisfiedLinkError when one is not there; the private functions may be missing
     */
    static Mac load(UnaryOperator<String> where) {
        return new Mac(
                Native.load(where.apply("CoreGraphics"), CoreGraphics.class),
                Native.load(where.apply("CoreFoundation"), CoreFoundation.class),
                Native.load(where.apply("IOKit"), IoKit.class),
                AV_HOMES.stream()
                        .map(where)
                        .filter(Mac::hasAvService)
                        .findFirst()
                        .map(home -> Native.load(home, AvService.class)));
    }

    private static boolean hasAvService(String library) {
        try {
            NativeLibrary.getInstance(library).getFunction("IOAVServiceCreateWithService");
            return true;
        } catch (UnsatisfiedLinkError e) {
            return false;
        }
    }

    /** CoreGraphics.framework (CGDirectDisplay.h). CGError is int, 0 for success. */
    interface CoreGraphics extends Library {
        int CGGetActiveDisplayList(int most, int[] ids, IntByReference count);

        /** In points of the desktop. */
        Rect.ByValue CGDisplayBounds(int id);

        @Nullable
        Pointer CGDisplayCopyDisplayMode(int id);

        long CGDisplayModeGetPixelWidth(Pointer mode);

        long CGDisplayModeGetPixelHeight(Pointer mode);

        void CGDisplayModeRelease(Pointer mode);

        int CGDisplayVendorNumber(int id);

        int CGDisplayModelNumber(int id);

        int CGDisplaySerialNumber(int id);

        int CGDisplayIsInMirrorSet(int id);

        int CGDisplayGammaTableCapacity(int id);

        int CGGetDisplayTransferByTable(
                int id, int capacity, float[] red, float[] green, float[] blue, IntByReference count);

        int CGSetDisplayTransferByTable(int id, int size, float[] red, float[] green, float[] blue);

        void CGDisplayRestoreColorSyncSettings();
    }

    /** CGRect: four doubles, which travel in registers, so JNA has to know them. */
    @Structure.FieldOrder({"x", "y", "width", "height"})
    public static class Rect extends Structure {
        public double x;
        public double y;
        public double width;
        public double height;

        /** As CGDisplayBounds returns it. */
        public static final class ByValue extends Rect implements Structure.ByValue {}
    }

    /** CoreFoundation.framework. What is created or copied has to be released once; the rest never. */
    interface CoreFoundation extends Library {
        @Nullable
        Pointer CFStringCreateWithCString(@Nullable Pointer allocator, byte[] text, int encoding);

        void CFRelease(Pointer object);

        long CFGetTypeID(Pointer object);

        long CFDataGetTypeID();

        long CFStringGetTypeID();

        long CFDataGetLength(Pointer data);

        @Nullable
        Pointer CFDataGetBytePtr(Pointer data);

        byte CFStringGetCString(Pointer string, Memory text, long size, int encoding);
    }

    /** IOKit.framework (IOKitLib.h). IOReturn is int, 0 for success; objects are ports, 0 for none. */
    interface IoKit extends Library {
        @Nullable
        Pointer IOServiceMatching(String name);

        /** Takes {@code matching} over, also when it fails. */
        int IOServiceGetMatchingServices(int port, Pointer matching, IntByReference iterator);

        int IOIteratorNext(int iterator);

        int IOObjectRelease(int object);

        @Nullable
        Pointer IORegistryEntryCreateCFProperty(int entry, Pointer key, @Nullable Pointer allocator, int options);
    }

    /** Private functions to the I²C wire of one monitor, on Apple silicon alone. */
    interface AvService extends Library {
        @Nullable
        Pointer IOAVServiceCreateWithService(@Nullable Pointer allocator, int service);

        /** @param edid receives a CFData to be released; the function returns an IOReturn, not the data */
        int IOAVServiceCopyEDID(Pointer service, PointerByReference edid);

        int IOAVServiceReadI2C(Pointer service, int chip, int offset, Memory bytes, int length);

        int IOAVServiceWriteI2C(Pointer service, int chip, int offset, Memory bytes, int length);
    }
}
