package org.candela.dicom;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * The data dictionary of PS3.6: tag → VR, VM, keyword and name.
 *
 * <p>Read once from the generated resource {@code dictionary.tsv}, whose head names source, date and licence. Immutable
 * and safe from any thread.
 */
public final class Dictionary {
    private static final String RESOURCE = "dictionary.tsv";
    private static final int COLUMNS = 6;
    /** Curves (50xx) and overlays (60xx) repeat in even groups (PS3.5 §7.6); the dictionary lists the first. */
    private static final int REPEATING_GROUPS = 0xFF00FFFF;

    private static final int HEX = 16;

    private static final Dictionary STANDARD = load();

    private final Map<Integer, Entry> byTag = new HashMap<>();
    private final Map<String, Integer> byKeyword = new HashMap<>();

    private Dictionary() {}

    /**
     * One attribute of the dictionary.
     *
     * @param vrs the VR, or several where context decides, as {@code "US/SS"} or {@code "OB/OW"}
     * @param vm value multiplicity, as {@code "1"} or {@code "2-2n"}
     */
    public record Entry(int tag, String vrs, String vm, String keyword, String name, boolean isRetired) {}

    /** The dictionary that comes with Candela. */
    public static Dictionary standard() {
        return STANDARD;
    }

    /** The entry for {@code tag}; empty for private and unknown tags. */
    public Optional<Entry> entry(int tag) {
        return Optional.ofNullable(find(tag));
    }

    /** The keyword, as {@code "PatientName"}; empty for private and unknown tags. */
    public Optional<String> keyword(int tag) {
        return entry(tag).map(Entry::keyword);
    }

    /** The tag with {@code keyword}; empty when no attribute has it. */
    public OptionalInt tag(String keyword) {
        Integer tag = byKeyword.get(keyword);
        return tag == null ? OptionalInt.empty() : OptionalInt.of(tag);
    }

    /** The VR to assume where the encoding names none, for unsigned pixels; UN for what is unknown. */
    public VR vr(int tag) {
        return vr(tag, false);
    }

    /**
     * The VR to assume where the encoding names none.
     *
     * <p>{@code US/SS} follows Pixel Representation; pixel, overlay and LUT data are OW (PS3.5 A.1).
     *
     * @param hasSignedPixels whether Pixel Representation (0028,0103) is 1
     */
    VR vr(int tag, boolean hasSignedPixels) {
        if (Tag.element(tag) == 0) {
            return VR.UL; // group length, PS3.5 §7.2
        }
        if (Tag.isPrivate(tag)) {
            return Tag.isPrivateCreator(tag) ? VR.LO : VR.UN;
        }
        Entry entry = find(tag);
        return entry == null ? VR.UN : decide(entry.vrs(), hasSignedPixels);
    }

    private static VR decide(String vrs, boolean hasSignedPixels) {
        if (vrs.endsWith("OW")) {
            return VR.OW;
        }
        if (vrs.equals("US/SS")) {
            return hasSignedPixels ? VR.SS : VR.US;
        }
        return VR.of(vrs).orElse(VR.UN);
    }

    private @Nullable Entry find(int tag) {
        Entry exact = byTag.get(tag);
        int family = Tag.group(tag) & 0xFF00;
        boolean mayRepeat = exact == null && (family == 0x5000 || family == 0x6000) && !Tag.isPrivate(tag);
        return mayRepeat ? byTag.get(tag & REPEATING_GROUPS) : exact;
    }

    private static Dictionary load() {
        Dictionary dictionary = new Dictionary();
        try (InputStream resource = Dictionary.class.getResourceAsStream(RESOURCE)) {
            if (resource == null) {
                throw new IllegalStateException("resource missing: " + RESOURCE);
            }
            new BufferedReader(new InputStreamReader(resource, StandardCharsets.US_ASCII))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .forEach(dictionary::add);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return dictionary;
    }

    private void add(String line) {
        String[] column = line.split("\t", COLUMNS);
        int tag = Integer.parseUnsignedInt(column[0].replace("xx", "00"), HEX);
        byTag.put(tag, new Entry(tag, column[1], column[2], column[3], column[4], !column[5].isEmpty()));
        byKeyword.put(column[3], tag);
    }
}
