package org.candela.calibration.device.ddcutil;

import com.sun.jna.Library;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.PointerByReference;
import org.jspecify.annotations.Nullable;

/**
 * The part of libddcutil that all versions from 1.3 to 2.x have (ddcutil_c_api.h).
 *
 * <p>C's {@code bool} is a byte of 0 or 1 here: JNA would pass a Java {@code true} as −1, which is no bool.
 */
interface DdcutilLibrary extends Library {
    byte NO = 0;
    byte YES = 1;

    String ddca_ddcutil_version_string();

    int ddca_get_display_info_list2(byte includeInvalid, PointerByReference list);

    void ddca_free_display_info_list(Pointer list);

    /** All handles and display references of before are invalid afterwards. */
    int ddca_redetect_displays();

    int ddca_open_display2(Pointer reference, byte wait, PointerByReference handle);

    int ddca_close_display(Pointer handle);

    /** @param value 4 bytes: mh, ml, sh, sl */
    int ddca_get_non_table_vcp_value(Pointer handle, byte code, Pointer value);

    int ddca_set_non_table_vcp_value(Pointer handle, byte code, byte high, byte low);

    int ddca_get_table_vcp_value(Pointer handle, byte code, PointerByReference value);

    void ddca_free_table_vcp_value(Pointer value);

    /** @param value 16 bytes: count at 0 (16 bits), pointer to the bytes at 8 */
    int ddca_set_table_vcp_value(Pointer handle, byte code, Pointer value);

    /** The caller frees the text by C's {@code free}. */
    int ddca_get_capabilities_string(Pointer handle, PointerByReference text);

    /** @return a constant; null for codes it does not know */
    @Nullable
    String ddca_rc_name(int status);

    /** The caller frees it; of this thread's last call that failed. */
    @Nullable
    Pointer ddca_get_error_detail();

    void ddca_free_error_detail(Pointer detail);

    /** Of this thread. */
    byte ddca_enable_verify(byte on);
}
