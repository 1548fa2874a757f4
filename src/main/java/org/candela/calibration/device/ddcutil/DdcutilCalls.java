package org.candela.calibration.device.ddcutil;

import com.sun.jna.Memory;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import java.nio.charset.StandardCharsets;
import org.candela.calibration.device.VcpFeature;
import org.candela.calibration.device.VcpValue;

/**
 * The calls of libddcutil with Java's values; every failure with its detail, all memory given back. On the display's thread.
 *
 * <p>A display is opened for one operation and closed again: other programs are let in between, and no handle outlives an
 * unplugged cable.
 */
final class DdcutilCalls {
    private static final int VALUE_BYTES = 4;
    private static final int TABLE_BYTES = 16;
    private static final int TABLE_POINTER = 8;
    private static final int MOST_TEXT = 65_536;
    private static final int BYTE = 0xFF;
    private static final int SHORT = 0xFFFF;

    private final DdcutilLibrary library;

    DdcutilCalls(DdcutilLibrary library) {
        this.library = library;
    }

    /** What is done with an open display. */
    @FunctionalInterface
    interface Operation<T> {
        T on(Pointer handle) throws DdcutilFailure;
    }

    /** Values are read back by this room itself, which knows late ones from ignored ones. */
    void prepareThread() {
        library.ddca_enable_verify(DdcutilLibrary.NO);
    }

    /** Opens the display, does {@code operation} and closes it. */
    <T> T with(Pointer reference, Operation<T> operation) throws DdcutilFailure {
        PointerByReference handle = new PointerByReference();
        check(library.ddca_open_display2(reference, DdcutilLibrary.NO, handle));
        try {
            return operation.on(handle.getValue());
        } finally {
            library.ddca_close_display(handle.getValue());
        }
    }

    VcpValue value(Pointer handle, VcpFeature feature) throws DdcutilFailure {
        try (Memory value = new Memory(VALUE_BYTES)) {
            value.clear();
            check(library.ddca_get_non_table_vcp_value(handle, (byte) feature.code(), value));
            int maximum = ((value.getByte(0) & BYTE) << 8) | (value.getByte(1) & BYTE);
            int current = ((value.getByte(2) & BYTE) << 8) | (value.getByte(3) & BYTE);
            return new VcpValue(feature.significant(current), maximum);
        }
    }

    void set(Pointer handle, VcpFeature feature, int value) throws DdcutilFailure {
        check(library.ddca_set_non_table_vcp_value(handle, (byte) feature.code(), (byte) (value >> 8), (byte) value));
    }

    byte[] table(Pointer handle, VcpFeature feature) throws DdcutilFailure {
        PointerByReference found = new PointerByReference();
        check(library.ddca_get_table_vcp_value(handle, (byte) feature.code(), found));
        Pointer table = found.getValue();
        try {
            int count = table.getShort(0) & SHORT;
            return count == 0 ? new byte[0] : table.getPointer(TABLE_POINTER).getByteArray(0, count);
        } finally {
            library.ddca_free_table_vcp_value(table);
        }
    }

    /** @param bytes 1 to 65535 */
    void setTable(Pointer handle, VcpFeature feature, byte[] bytes) throws DdcutilFailure {
        try (Memory table = new Memory(TABLE_BYTES);
                Memory content = new Memory(bytes.length)) {
            table.clear();
            content.write(0, bytes, 0, bytes.length);
            table.setShort(0, (short) bytes.length);
            table.setPointer(TABLE_POINTER, content);
            check(library.ddca_set_table_vcp_value(handle, (byte) feature.code(), table));
        }
    }

    String capabilities(Pointer handle) throws DdcutilFailure {
        PointerByReference found = new PointerByReference();
        check(library.ddca_get_capabilities_string(handle, found));
        Pointer text = found.getValue();
        try {
            long end = text.indexOf(0, (byte) 0);
            int length = (int) Math.min(MOST_TEXT, Math.max(0, end));
            return new String(text.getByteArray(0, length), StandardCharsets.ISO_8859_1);
        } finally {
            Native.free(Pointer.nativeValue(text));
        }
    }

    private void check(int status) throws DdcutilFailure {
        if (status != DdcutilStatus.OK) {
            throw ErrorDetail.of(library, status);
        }
    }
}
