package org.candela.calibration.device.hid;

import java.util.Optional;

/** What the first byte of a ColorHug's reply means (colord ch-common.h, ChError), in its order from 0. */
enum ColorHugError {
    NONE,
    UNKNOWN_COMMAND,
    WRONG_UNLOCK_CODE,
    NOT_IMPLEMENTED,
    UNDERFLOW_SENSOR,
    NO_SERIAL,
    WATCHDOG,
    INVALID_ADDRESS,
    INVALID_LENGTH,
    INVALID_CHECKSUM,
    INVALID_VALUE,
    UNKNOWN_COMMAND_FOR_BOOTLOADER,
    NO_CALIBRATION,
    OVERFLOW_MULTIPLY,
    OVERFLOW_ADDITION,
    OVERFLOW_SENSOR,
    OVERFLOW_STACK,
    DEVICE_DEACTIVATED,
    INCOMPLETE_REQUEST,
    SELF_TEST_SENSOR,
    SELF_TEST_RED,
    SELF_TEST_GREEN,
    SELF_TEST_BLUE,
    SELF_TEST_COLOR_SELECT,
    SELF_TEST_MULTIPLIER,
    INVALID_CALIBRATION,
    SRAM_FAILED,
    OUT_OF_MEMORY,
    SELF_TEST_TEMPERATURE,
    SELF_TEST_I2C,
    SELF_TEST_ADC_VDD,
    SELF_TEST_ADC_VSS,
    SELF_TEST_ADC_VREF;

    /** The error with this byte; empty for one that is not in the table. */
    static Optional<ColorHugError> of(int code) {
        return code < values().length ? Optional.of(values()[code]) : Optional.empty();
    }

    /** Code of the {@code DeviceException} that tells it. */
    String code() {
        return switch (this) {
            case UNDERFLOW_SENSOR, OVERFLOW_SENSOR, OVERFLOW_MULTIPLY, OVERFLOW_ADDITION -> "device.out-of-range";
            case UNKNOWN_COMMAND, NOT_IMPLEMENTED, UNKNOWN_COMMAND_FOR_BOOTLOADER -> "device.unsupported";
            case NO_CALIBRATION, INVALID_CALIBRATION -> "device.needs-calibration";
            default -> "device.failed";
        };
    }

    /** In words, with what can be done. */
    String words() {
        String plain = name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
        return switch (code()) {
            case "device.out-of-range" -> plain + ": too bright or too dark to measure";
            case "device.needs-calibration" -> plain + ": it holds no calibration for this kind of panel";
            default -> this == UNKNOWN_COMMAND_FOR_BOOTLOADER ? plain + ": plug it in again" : plain;
        };
    }
}
