package org.candela.calibration.device.ddcutil;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the fields of {@code DDCA_Display_Info} stand.
 *
 * <p>The structure has 200 bytes in all versions, but the path before its other fields shrank from 12 to 8 bytes with 2.0
 * while the pointer at the end stayed: read by the wrong layout it gives plausible garbage.
 */
// [impl->req~device.ddcutil.layout~1]
enum DisplayLayout {
    /** libddcutil 1.3 and 1.4. */
    V1(28, 32, 60, 62),
    /** libddcutil 2.x. */
    V2(24, 28, 56, 58);

    static final int SIZE = 200;
    static final int MARKER = 0;
    static final int IO_MODE = 8;
    static final int BUS = 12;
    static final int REFERENCE = 192;
    /** Of DDCA_Display_Info_List: the count at 0, records from here on. */
    static final int FIRST_RECORD = 8;

    private static final Pattern VERSION = Pattern.compile("(\\d{1,4})\\.(\\d{1,4})(?:[^\\d].*)?");
    private static final int OLDEST_MINOR = 3;

    private final int manufacturer;
    private final int model;
    private final int product;
    private final int edid;

    DisplayLayout(int manufacturer, int model, int product, int edid) {
        this.manufacturer = manufacturer;
        this.model = model;
        this.product = product;
        this.edid = edid;
    }

    /** The layout of a version as the library states it; empty for one that nobody has looked at. */
    static Optional<DisplayLayout> of(String version) {
        Matcher matcher = VERSION.matcher(version.strip());
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int major = Integer.parseInt(matcher.group(1));
        int minor = Integer.parseInt(matcher.group(2));
        if (major == 1) {
            return minor >= OLDEST_MINOR ? Optional.of(V1) : Optional.empty();
        }
        return major == 2 ? Optional.of(V2) : Optional.empty();
    }

    /** Offset of three letters and a zero. */
    int manufacturer() {
        return manufacturer;
    }

    /** Offset of the name, 13 characters at most and a zero. */
    int model() {
        return model;
    }

    /** Offset of the product code, 16 bits. */
    int product() {
        return product;
    }

    /** Offset of the first 128 bytes of the EDID. */
    int edid() {
        return edid;
    }
}
