package org.candela.calibration.device.ddcutil;

/**
 * What a status of libddcutil means: a negative errno of Linux, or a code from −3001 down (ddcutil_status_codes.h).
 *
 * <p>Values of the 1.3 to 2.x series; older ones numbered them otherwise and are not driven.
 */
// [impl->req~device.ddcutil.errors~1]
final class DdcutilStatus {
    static final int OK = 0;
    static final int CONFIG_ERROR = -3028;

    private static final int EPERM = -1;
    private static final int ENOENT = -2;
    private static final int EIO = -5;
    private static final int ENXIO = -6;
    private static final int EAGAIN = -11;
    private static final int EACCES = -13;
    private static final int EBUSY = -16;
    private static final int ENODEV = -19;
    private static final int ETIMEDOUT = -110;
    private static final int EREMOTEIO = -121;

    private DdcutilStatus() {}

    /** The code that callers of a {@link org.candela.calibration.device.MonitorControl} know. */
    static String code(int status) {
        return switch (status) {
            // DDC_DATA, NULL_RESPONSE, MULTI_PART_READ_FRAGMENT, ALL_TRIES_ZERO, READ_ALL_ZERO, RETRIES,
            // ALL_RESPONSES_NULL
            case -3001, -3002, -3003, -3004, -3006, -3007, -3011, EIO, ENXIO, ETIMEDOUT, EREMOTEIO ->
                "device.no-answer";
            // REPORTED_UNSUPPORTED, DETERMINED_UNSUPPORTED, INVALID_OPERATION, UNIMPLEMENTED, UNKNOWN_FEATURE
            case -3005, -3012, -3014, -3015, -3017 -> "device.unsupported";
            // READ_EDID, INVALID_DISPLAY, NOT_FOUND, DISCONNECTED
            case -3009, -3020, -3024, -3029, ENODEV, ENOENT -> "device.gone";
            // VERIFY
            case -3023 -> "device.not-applied";
            // LOCKED, ALREADY_OPEN, FLOCKED, QUIESCED
            case -3025, -3026, -3031, -3032, EBUSY, EAGAIN -> "device.busy";
            // DPMS_ASLEEP
            case -3030 -> "device.asleep";
            case EACCES, EPERM -> "device.forbidden";
            default -> "device.failed";
        };
    }

    /** Whether the same call may succeed a little later; after a resume even access is refused for a while (2.2.7). */
    static boolean isPassing(int status) {
        return switch (code(status)) {
            case "device.no-answer", "device.busy" -> true;
            case "device.forbidden" -> status == EACCES;
            default -> false;
        };
    }

    /** What to do, to be appended to the problem; empty when nothing can be advised. */
    static String advice(int status) {
        return switch (code(status)) {
            case "device.forbidden" ->
                "; add the user to the group i2c, or install the udev rule of ddcutil"
                        + " (60-ddcutil-i2c.rules), and log in anew";
            case "device.asleep" -> "; wake the monitor";
            case "device.busy" -> "; another program uses its control channel";
            case "device.no-answer" -> "; is DDC/CI switched on in the monitor's menu?";
            default -> "";
        };
    }
}
