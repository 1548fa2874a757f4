package org.candela.dicom;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The data dictionary of PS3.6: tag → VR, VM, keyword and name; also the names of UIDs and the private attributes whose
 * makers published them.
 *
 * <p>Read once from generated resources, whose heads name source, date and licence. Immutable and safe from any thread.
 */
public final class Dictionary {
    private static final int COLUMNS = 6;
    private static final int HEX = 16;
    private static final int SLOTS = 1 << 14;
    private static final int PRIVATE_BLOCK = 0xFFFF00FF;
    private static final Dictionary STANDARD = load();

    /** Open addressing: the reader asks for every element, without boxing its tag. */
    private final @Nullable Known[] slots = new Known[SLOTS];

    private final Map<String, Integer> byKeyword = new HashMap<>();
    /** Families of tags, as 60xx,3000: the first entry by mask, then by the bits that are fixed. */
    private final Map<Integer, Map<Integer, Known>> repeating = new HashMap<>();

    private Dictionary() {}

    /**
     * One attribute of the dictionary.
     *
     * @param tag the tag; the lowest of those that share the entry where groups or elements repeat
     * @param vrs the VR, or several where context decides, as {@code "US/SS"} or {@code "OB/OW"}
     * @param vm value multiplicity, as {@code "1"} or {@code "2-2n"}
     */
    public record Entry(int tag, String vrs, String vm, String keyword, String name, boolean isRetired) {}

    /** An entry with what the reader needs of it at hand. */
    record Known(Entry entry, VR implied, boolean followsSign, Set<VR> allowed, int maxValues) {
        boolean allows(VR vr) {
            return allowed.contains(vr);
        }

        private static Known of(Entry entry) {
            Set<VR> allowed = EnumSet.of(VR.UN);
            for (String vr : entry.vrs().split("/", -1)) {
                VR.of(vr).ifPresent(allowed::add);
            }
            return new Known(entry, implied(entry.vrs()), entry.vrs().startsWith("US/SS"), allowed, most(entry.vm()));
        }

        /** PS3.5 A.1: pixel, overlay and LUT data are OW in the implicit form. */
        private static VR implied(String vrs) {
            if (vrs.endsWith("OW")) {
                return VR.OW;
            }
            return VR.of(vrs.split("/", -1)[0]).orElse(VR.UN);
        }

        private static int most(String vm) {
            String last = vm.substring(vm.indexOf('-') + 1);
            return last.matches("\\d{1,4}") ? Integer.parseInt(last) : Integer.MAX_VALUE;
        }
    }

    /** The dictionary that comes with Candela. */
    public static Dictionary standard() {
        return STANDARD;
    }

    /** The entry for {@code tag}; empty for private and unknown tags. */
    public Optional<Entry> entry(int tag) {
        Known known = known(tag);
        return known == null ? Optional.empty() : Optional.of(known.entry());
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

    /** Name of a UID of PS3.6 Annex A, as {@code "CT Image Storage"}; empty for any other. */
    public static Optional<String> uidName(String uid) {
        return Optional.ofNullable(UidNames.BY_UID.get(uid));
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
        Known known = known(tag);
        if (known == null) {
            return VR.UN;
        }
        return known.followsSign() && hasSignedPixels ? VR.SS : known.implied();
    }

    /** VR of a private attribute by the creator of its block; empty when it is not in the table. */
    static Optional<VR> privateVr(String creator, int tag) {
        Map<Integer, VR> own = PrivateAttributes.BY_CREATOR.get(creator);
        return own == null ? Optional.empty() : Optional.ofNullable(own.get(tag & PRIVATE_BLOCK));
    }

    @Nullable
    Known known(int tag) {
        Known exact = slots[slot(tag)];
        return exact != null || Tag.isPrivate(tag) ? exact : family(tag);
    }

    private @Nullable Known family(int tag) {
        for (Map.Entry<Integer, Map<Integer, Known>> masked : repeating.entrySet()) {
            Known known = masked.getValue().get(tag & masked.getKey());
            if (known != null) {
                return known;
            }
        }
        return null;
    }

    /** The slot of {@code tag}, or the free one where it would stand. */
    private int slot(int tag) {
        int slot = ((tag ^ (tag >>> 13)) * 0x9E3779B1) >>> 18;
        for (Known found = slots[slot]; found != null && found.entry().tag() != tag; found = slots[slot]) {
            slot = (slot + 1) & (SLOTS - 1);
        }
        return slot;
    }

    private static Dictionary load() {
        Dictionary dictionary = new Dictionary();
        Resource.lines("dictionary.tsv").forEach(dictionary::add);
        return dictionary;
    }

    private void add(String line) {
        String[] column = line.split("\t", COLUMNS);
        int tag = Integer.parseUnsignedInt(column[0].replace('x', '0'), HEX);
        Known known = Known.of(new Entry(tag, column[1], column[2], column[3], column[4], !column[5].isEmpty()));
        int mask = Integer.parseUnsignedInt(column[0].replaceAll("[^x]", "F").replace('x', '0'), HEX);
        if (mask == -1 || slots[slot(tag)] == null) {
            slots[slot(tag)] = known;
        }
        if (mask != -1) {
            repeating.computeIfAbsent(mask, any -> new HashMap<>()).put(tag, known);
        }
        byKeyword.putIfAbsent(column[3], tag);
    }

    /** Read when the first UID is named. */
    private static final class UidNames {
        private static final Map<String, String> BY_UID = new HashMap<>();

        static {
            Resource.lines("uids.tsv").map(line -> line.split("\t", 2)).forEach(uid -> BY_UID.put(uid[0], uid[1]));
        }
    }

    /** Read when the first private attribute without a VR is met. */
    private static final class PrivateAttributes {
        private static final Map<String, Map<Integer, VR>> BY_CREATOR = new HashMap<>();

        static {
            Resource.lines("private-dictionary.tsv")
                    .map(line -> line.split("\t", 3))
                    .forEach(PrivateAttributes::add);
        }

        private static void add(String[] column) {
            int tag = Integer.parseUnsignedInt(column[1].replace('x', '0'), HEX) & PRIVATE_BLOCK;
            VR.of(column[2]).ifPresent(vr -> BY_CREATOR
                    .computeIfAbsent(column[0], any -> new HashMap<>())
                    .putIfAbsent(tag, vr));
        }
    }
}
