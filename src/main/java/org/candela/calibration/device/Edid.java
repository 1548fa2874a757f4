package org.candela.calibration.device;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.candela.base.ScreenId;

/**
 * What a monitor says of itself: the first 128 bytes of its EDID (VESA E-EDID 1.4).
 *
 * @param manufacturer three letters
 * @param product product code, 0 to 65535
 * @param serialNumber 32-bit serial; 0 when not given
 * @param name monitor name; empty when not given
 * @param serialText serial as text; empty when not given
 * @param widthMm image width; 0 when not given
 * @param heightMm image height; 0 when not given
 * @param year year of manufacture, or of the model
 * @param block the bytes themselves; empty for one that no monitor sent
 */
public record Edid(
        String manufacturer,
        int product,
        long serialNumber,
        String name,
        String serialText,
        int widthMm,
        int heightMm,
        int year,
        Optional<EdidBlock> block) {

    /** One that no monitor sent. */
    public Edid(
            String manufacturer,
            int product,
            long serialNumber,
            String name,
            String serialText,
            int widthMm,
            int heightMm,
            int year) {
        this(manufacturer, product, serialNumber, name, serialText, widthMm, heightMm, year, Optional.empty());
    }

    /** Length of the base block. */
    public static final int BLOCK = 128;

    private static final byte[] HEADER = {0, -1, -1, -1, -1, -1, -1, 0};
    private static final int FIRST_DESCRIPTOR = 54;
    private static final int DESCRIPTORS = 4;
    private static final int DESCRIPTOR_LENGTH = 18;
    private static final int NAME = 0xFC;
    private static final int SERIAL = 0xFF;
    private static final int YEAR_ZERO = 1990;

    /** The base block of {@code bytes}; empty when it is too short, has another header or a wrong checksum. */
    // [impl->req~device.edid~1]
    public static Optional<Edid> parse(byte[] bytes) {
        if (bytes.length < BLOCK || !Arrays.equals(Arrays.copyOf(bytes, HEADER.length), HEADER) || !sumsToZero(bytes)) {
            return Optional.empty();
        }
        int letters = u8(bytes, 8) << 8 | u8(bytes, 9);
        return Optional.of(new Edid(
                "" + letter(letters >> 10) + letter(letters >> 5) + letter(letters),
                u8(bytes, 10) | u8(bytes, 11) << 8,
                u8(bytes, 12) | u8(bytes, 13) << 8 | u8(bytes, 14) << 16 | (long) u8(bytes, 15) << 24,
                text(bytes, NAME),
                text(bytes, SERIAL),
                size(bytes, 12, 4, 21),
                size(bytes, 13, 0, 22),
                YEAR_ZERO + u8(bytes, 17),
                Optional.of(EdidBlock.of(bytes))));
    }

    /** Whether this is a monitor of Candela's own virtual desk, on which nobody ever sees anything. */
    public boolean isVirtual() {
        return manufacturer.equals("CDL") && name.startsWith("VIRT ");
    }

    /** Identity of the panel: manufacturer, product and whichever serial it has. */
    public Optional<ScreenId> screenId() {
        String serial = serialText.isEmpty() ? (serialNumber == 0 ? "" : Long.toString(serialNumber)) : serialText;
        return serial.isEmpty()
                ? Optional.empty()
                : Optional.of(new ScreenId(String.format(Locale.ROOT, "%s-%04X-%s", manufacturer, product, serial)));
    }

    /** From the first detailed timing in mm (3.10.2), else from the basic size in cm. */
    private static int size(byte[] bytes, int low, int highShift, int centimetres) {
        boolean isTiming = u8(bytes, FIRST_DESCRIPTOR) != 0 || u8(bytes, FIRST_DESCRIPTOR + 1) != 0;
        int high = u8(bytes, FIRST_DESCRIPTOR + 14) >> highShift & 0xF;
        int millimetres = isTiming ? u8(bytes, FIRST_DESCRIPTOR + low) | high << 8 : 0;
        return millimetres > 0 ? millimetres : u8(bytes, centimetres) * 10;
    }

    private static String text(byte[] bytes, int kind) {
        for (int i = 0; i < DESCRIPTORS; i++) {
            int at = FIRST_DESCRIPTOR + i * DESCRIPTOR_LENGTH;
            if (u8(bytes, at) == 0 && u8(bytes, at + 1) == 0 && u8(bytes, at + 3) == kind) {
                String text = new String(bytes, at + 5, DESCRIPTOR_LENGTH - 5, StandardCharsets.ISO_8859_1);
                int end = text.indexOf('\n');
                return (end < 0 ? text : text.substring(0, end)).strip();
            }
        }
        return "";
    }

    private static boolean sumsToZero(byte[] bytes) {
        int sum = 0;
        for (int i = 0; i < BLOCK; i++) {
            sum += bytes[i];
        }
        return (sum & 0xFF) == 0;
    }

    private static char letter(int bits) {
        return (char) ('A' - 1 + (bits & 0x1F));
    }

    private static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xFF;
    }
}
