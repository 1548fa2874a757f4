package org.candela.calibration.device.ddcutil;

import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.calibration.device.Edid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A display as libddcutil lists it.
 *
 * @param reference libddcutil's own, valid until displays are detected anew
 * @param path of the device, for lists and errors
 */
record DisplayRecord(Pointer reference, Edid edid, String path) {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayRecord.class);
    private static final String MARK = "DDIN";
    private static final int MOST = 64;
    private static final int USB = 2;
    private static final int LETTERS = 3;
    private static final int UNSIGNED = 0xFFFF;

    /** The records of a DDCA_Display_Info_List that agree with their own EDID; of others there is a warning. */
    // [impl->req~device.ddcutil.layout~1]
    static List<DisplayRecord> listed(Pointer list, DisplayLayout layout) {
        List<DisplayRecord> records = new ArrayList<>();
        int count = list.getInt(0);
        if (count < 0 || count > MOST) {
            LOG.warn("libddcutil lists {} displays, which cannot be: none is used", count);
            return records;
        }
        for (int i = 0; i < count; i++) {
            Pointer info = list.share(DisplayLayout.FIRST_RECORD + (long) i * DisplayLayout.SIZE, DisplayLayout.SIZE);
            Optional<DisplayRecord> record = record(info, layout);
            if (record.isEmpty()) {
                LOG.warn(
                        "display {} of libddcutil is not used: its record does not agree with its EDID, so that nothing"
                                + " of it can be trusted; install the libddcutil of your distribution",
                        i + 1);
            }
            record.ifPresent(records::add);
        }
        return records;
    }

    private static Optional<DisplayRecord> record(Pointer info, DisplayLayout layout) {
        Pointer reference = info.getPointer(DisplayLayout.REFERENCE);
        String mark = ascii(info, DisplayLayout.MARKER, MARK.length());
        if (!mark.equals(MARK) || reference == null) {
            return Optional.empty();
        }
        String manufacturer = ascii(info, layout.manufacturer(), LETTERS);
        int product = info.getShort(layout.product()) & UNSIGNED;
        return Edid.parse(info.getByteArray(layout.edid(), Edid.BLOCK))
                .filter(edid -> edid.manufacturer().equals(manufacturer) && edid.product() == product)
                .map(edid -> new DisplayRecord(reference, edid, path(info)));
    }

    private static String path(Pointer info) {
        String directory = info.getInt(DisplayLayout.IO_MODE) == USB ? "/dev/usb/hiddev" : "/dev/i2c-";
        return directory + info.getInt(DisplayLayout.BUS);
    }

    private static String ascii(Pointer info, int at, int length) {
        return new String(info.getByteArray(at, length), StandardCharsets.ISO_8859_1);
    }
}
