package org.candela.codec.jpegls;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.StreamBounds.Extent;
import org.jspecify.annotations.Nullable;

/** Reads marker segments (T.87 C.1, C.2) from one scan to the next. Not safe for concurrent use. */
final class Segments {
    private static final int START_OF_IMAGE = 0xD8;
    private static final int END_OF_IMAGE = 0xD9;
    private static final int START_OF_SCAN = 0xDA;
    private static final int RESTART_INTERVAL = 0xDD;
    private static final int LINES = 0xDC;
    private static final int APPLICATION8 = 0xE8;
    private static final int FRAME = 0xF7;
    private static final int PRESET = 0xF8;
    private static final String HP_TRANSFORM = "mrfx";
    private static final int MAX_COMPONENTS = 4;

    private final byte[] data;
    private int at;
    private int end;
    private @Nullable Extent extent;
    private int precision;
    private List<Integer> componentIds = List.of();
    private Coding.Preset preset = Coding.Preset.NONE;
    private int restartLines;
    private ColourTransform transform = ColourTransform.NONE;

    Segments(byte[] data) throws CodecException {
        this.data = data;
        if (data.length < 4 || (data[0] & 0xFF) != 0xFF || (data[1] & 0xFF) != START_OF_IMAGE) {
            throw new CodecException("JPEG-LS: does not begin with a start of image");
        }
        this.at = 2;
        this.end = data.length;
    }

    /** Reads up to the next scan header. */
    Header.Scan nextScan() throws CodecException {
        while (true) {
            int marker = marker();
            if (marker == END_OF_IMAGE) {
                throw new CodecException("JPEG-LS: the image ends before all its components are there");
            }
            boolean standsAlone = (marker >= 0xD0 && marker <= START_OF_IMAGE) || marker == 0x01;
            if (standsAlone) {
                continue;
            }
            int segment = at;
            end = data.length;
            int length = u16();
            end = segment + length;
            if (length < 2 || end > data.length) {
                throw new CodecException("JPEG-LS: the segment at byte " + segment + " has an impossible length");
            }
            if (marker == START_OF_SCAN) {
                return scan();
            }
            read(marker);
            at = end;
        }
    }

    /** What is known by now. */
    Header header() throws CodecException {
        if (extent == null) {
            throw new CodecException("JPEG-LS: a scan before the frame header");
        }
        return new Header(extent, precision, componentIds, preset, restartLines, transform);
    }

    /** Goes on after coded data, which end at or after {@code position}. */
    void resumeAt(int position) {
        at = position;
    }

    private int marker() throws CodecException {
        while (at + 1 < data.length) {
            int code = data[at + 1] & 0xFF;
            if ((data[at] & 0xFF) == 0xFF && code != 0xFF && code != 0) {
                at += 2;
                return code;
            }
            at++;
        }
        throw new CodecException("JPEG-LS: the stream ends at byte " + at + " where a marker should follow");
    }

    private void read(int marker) throws CodecException {
        switch (marker) {
            case FRAME -> frame();
            case PRESET -> preset();
            case RESTART_INTERVAL -> restartLines = restartInterval();
            case APPLICATION8 -> application();
            case LINES -> throw new CodecException("JPEG-LS: a number of lines after the frame is not supported");
            default -> {
                boolean isOtherProcess = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8;
                if (isOtherProcess) {
                    throw new CodecException("JPEG-LS: the frame is of another JPEG process");
                }
            }
        }
    }

    /** C.2.2. */
    private void frame() throws CodecException {
        if (extent != null) {
            throw new CodecException("JPEG-LS: two frame headers");
        }
        precision = u8();
        int rows = u16();
        int columns = u16();
        int components = u8();
        if (precision < 2 || precision > 16 || components < 1 || components > MAX_COMPONENTS) {
            throw new CodecException(
                    "JPEG-LS: " + components + " components of " + precision + " bits are not supported");
        }
        List<Integer> ids = new ArrayList<>();
        int sampling = 0;
        for (int i = 0; i < components; i++) {
            int id = u8();
            int factors = u8();
            u8(); // Tq, which JPEG-LS does not use
            if (ids.contains(id) || (i > 0 && factors != sampling)) {
                throw new CodecException("JPEG-LS: subsampled or repeated components are not supported");
            }
            ids.add(id);
            sampling = factors;
        }
        componentIds = List.copyOf(ids);
        extent = new Extent(rows, columns, components);
    }

    /** C.2.4. */
    private void preset() throws CodecException {
        int type = u8();
        switch (type) {
            case 1 -> preset = new Coding.Preset(u16(), u16(), u16(), u16(), u16());
            case 2, 3 -> {
                // Mapping tables: refused where a scan uses one.
            }
            case 4 -> throw new CodecException("JPEG-LS: images of more than 65535 lines or columns are not supported");
            default -> throw new CodecException("JPEG-LS: unknown preset segment " + type);
        }
    }

    /** C.2.5: two to four bytes. */
    private int restartInterval() throws CodecException {
        int lines = 0;
        while (at < end) {
            lines = (lines << 8) | u8();
        }
        return lines & Integer.MAX_VALUE;
    }

    private void application() throws CodecException {
        int nameLength = HP_TRANSFORM.length();
        boolean isTransform = end - at > nameLength
                && new String(data, at, nameLength, StandardCharsets.ISO_8859_1).equals(HP_TRANSFORM);
        if (isTransform) {
            at += nameLength;
            transform = ColourTransform.ofCode(u8());
        }
    }

    /** C.2.3. */
    private Header.Scan scan() throws CodecException {
        Header header = header();
        int count = u8();
        List<Integer> components = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int component = header.component(u8());
            if (components.contains(component)) {
                throw new CodecException("JPEG-LS: a component twice in a scan");
            }
            if (u8() != 0) {
                throw new CodecException("JPEG-LS: mapping tables are not supported");
            }
            components.add(component);
        }
        int near = u8();
        Header.Interleave interleave = Header.Interleave.ofCode(u8());
        int pointTransform = u8();
        if (components.isEmpty()) {
            throw new CodecException("JPEG-LS: a scan without components");
        }
        if (pointTransform != 0) {
            throw new CodecException("JPEG-LS: point transforms are not supported");
        }
        if (interleave == Header.Interleave.NONE && count > 1) {
            throw new CodecException("JPEG-LS: several components in a scan that does not interleave them");
        }
        return new Header.Scan(List.copyOf(components), near, interleave, end);
    }

    private int u8() throws CodecException {
        if (at >= end) {
            throw new CodecException("JPEG-LS: a segment ends early, at byte " + at);
        }
        return data[at++] & 0xFF;
    }

    private int u16() throws CodecException {
        return (u8() << 8) | u8();
    }
}
