package org.candela.dicom.object;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/**
 * Takes the patient out of data sets (PS3.15 Annex E, Basic Application Level Confidentiality Profile).
 *
 * <p>Stricter than the profile: what is not known to be harmless goes. Private and unknown attributes, names, free text,
 * addresses and binary values other than pixels are removed at every depth; UIDs are replaced, the same for the same
 * under one key; dates are removed or moved, all of a patient by the same number of days; and whatever text is left is
 * removed when it holds a part of the patient's name or number. Pixels are not looked at.
 *
 * <p>Immutable; safe from any thread. The key is never written anywhere.
 */
public final class Deidentifier {
    private static final Set<VR> TEXT = Set.of(
            VR.AE, VR.AS, VR.LO, VR.LT, VR.PN, VR.SH, VR.ST, VR.UC, VR.UN, VR.UR, VR.UT, VR.OB, VR.OW, VR.OD, VR.OF,
            VR.OL, VR.OV);
    private static final Set<VR> TIMES = Set.of(VR.DA, VR.TM, VR.DT);
    /** Signatures, visits, requests, results, curves, overlays and padding, as ranges of groups. */
    private static final int[][] GROUPS = {
        {0x0032, 0x0032},
        {0x0038, 0x0038},
        {0x0400, 0x0400},
        {0x4000, 0x4FFF},
        {0x5000, 0x50FF},
        {0x6000, 0x60FF},
        {0xFFFA, 0xFFFA},
        {0xFFFC, 0xFFFC}
    };

    private static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
    private static final int DEIDENTIFICATION_METHOD = 0x00120063;
    private static final int DEIDENTIFICATION_METHOD_CODES = 0x00120064;
    private static final int TEMPORAL_MODIFIED = 0x00280303;
    private static final int CODE_VALUE = 0x00080100;
    private static final int CODING_SCHEME = 0x00080102;
    private static final int CODE_MEANING = 0x00080104;
    private static final int SHORTEST_TELLTALE = 3;
    private static final String WELL_KNOWN = "1.2.840.10008.";
    private static final String NUMBER = "[-+0-9.eE ]*";
    private static final String DUMMY = "ANONYMIZED";

    /** What the Retain Patient Characteristics Option leaves (PS3.15 Table E.1-1): sex, neutered, age, size, weight, ethnic
     * group, smoking, pregnancy. */
    private static final Set<Integer> CHARACTERISTICS =
            Set.of(0x00100040, 0x00102203, 0x00101010, 0x00101020, 0x00101030, 0x00102160, 0x001021A0, 0x001021C0);

    private final KeyedPseudonyms pseudonyms;
    private final Dates dates;
    private final Characteristics characteristics;

    /** What becomes of dates and times; the date of birth always goes. */
    public enum Dates {
        REMOVED,
        /** Moved back, so that intervals stay; times of day stay as they are. */
        SHIFTED
    }

    /** What becomes of sex, age, size, weight and what else describes a patient without naming him (PS3.15 E.3.7). */
    public enum Characteristics {
        REMOVED,
        RETAINED
    }

    /** One run as the one with characteristics, which removes them. */
    public Deidentifier(byte[] key, Dates dates) {
        this(key, dates, Characteristics.REMOVED);
    }

    /**
     * One run, in which the same UID always gets the same replacement.
     *
     * @param key secret random bytes, at least 16, copied
     */
    public Deidentifier(byte[] key, Dates dates, Characteristics characteristics) {
        if (key.length < 16) {
            throw new IllegalArgumentException("a key of " + key.length + " bytes can be guessed");
        }
        this.pseudonyms = new KeyedPseudonyms(key);
        this.dates = dates;
        this.characteristics = characteristics;
    }

    // [impl->req~dicom-object.deidentify~1]
    /** A copy of {@code original} without the patient; bulk data stays shared in its file. */
    public Attributes deidentify(Attributes original) {
        Attributes copy = original.copy();
        Set<String> telltales = telltales(original);
        int daysBack = pseudonyms.daysBack(original.string(Tag.PatientID).orElse("") + "\n"
                + original.string(Tag.PatientName).orElse(""));
        clean(copy, telltales, daysBack);
        copy.set(PATIENT_IDENTITY_REMOVED, VR.CS, "YES")
                .set(DEIDENTIFICATION_METHOD, VR.LO, "Candela: PS3.15 E.1 Basic Profile, free text removed")
                .set(TEMPORAL_MODIFIED, VR.CS, dates == Dates.SHIFTED ? "MODIFIED" : "REMOVED")
                .setItems(DEIDENTIFICATION_METHOD_CODES, methods());
        return copy;
    }

    /** PS3.16 CID 7050. */
    private List<Attributes> methods() {
        List<Attributes> codes = new ArrayList<>();
        codes.add(code("113100", "Basic Application Confidentiality Profile"));
        if (dates == Dates.SHIFTED) {
            codes.add(code("113107", "Retain Longitudinal Temporal Information Modified Dates Option"));
        }
        if (characteristics == Characteristics.RETAINED) {
            codes.add(code("113108", "Retain Patient Characteristics Option"));
        }
        return codes;
    }

    private static Attributes code(String value, String meaning) {
        return new Attributes()
                .set(CODE_VALUE, VR.SH, value)
                .set(CODING_SCHEME, VR.SH, "DCM")
                .set(CODE_MEANING, VR.LO, meaning);
    }

    private void clean(Attributes dataSet, Set<String> telltales, int daysBack) {
        for (int tag : List.copyOf(dataSet.tags())) {
            if (!dataSet.contains(tag)) {
                continue; // a group length, gone with the first change of the data set
            }
            ProfileTable.Action action = ProfileTable.actionOf(tag).orElse(null);
            VR vr = dataSet.vr(tag).orElseThrow();
            // [impl->req~dicom-object.characteristics~1]
            if (characteristics == Characteristics.RETAINED && CHARACTERISTICS.contains(tag)) {
                removeIfTelling(dataSet, tag, telltales);
            } else if (isRemovedGroup(tag) || action == ProfileTable.Action.REMOVE) {
                dataSet.remove(tag);
            } else if (action == ProfileTable.Action.EMPTY && vr == VR.SQ) {
                dataSet.setItems(tag, List.of());
            } else if (action == ProfileTable.Action.DUMMY) {
                dataSet.set(tag, vr, DUMMY);
            } else if (vr == VR.SQ) {
                dataSet.items(tag).forEach(item -> clean(item, telltales, daysBack));
            } else if (TIMES.contains(vr) && dates == Dates.SHIFTED && tag != Tag.PatientBirthDate) {
                shift(dataSet, tag, daysBack);
            } else if (action == ProfileTable.Action.EMPTY) {
                dataSet.setBytes(tag, vr, new byte[0]);
            } else if (action == ProfileTable.Action.KEEP) {
                removeIfTelling(dataSet, tag, telltales);
            } else {
                cleanByKind(dataSet, tag, telltales);
            }
        }
    }

    private void cleanByKind(Attributes dataSet, int tag, Set<String> telltales) {
        VR vr = dataSet.vr(tag).orElseThrow();
        if (TEXT.contains(vr) || TIMES.contains(vr)) {
            dataSet.remove(tag);
        } else if (vr == VR.UI) {
            List<String> uids = dataSet.strings(tag);
            dataSet.set(tag, VR.UI, uids.stream().map(this::replaced).toArray(String[]::new));
        } else if ((vr == VR.DS || vr == VR.IS)
                && !String.join("", dataSet.strings(tag)).matches(NUMBER)) {
            dataSet.remove(tag);
        } else if (vr == VR.CS) {
            removeIfTelling(dataSet, tag, telltales);
        }
    }

    /** UIDs of the standard name classes and codes, not instances. */
    private String replaced(String uid) {
        return uid.isEmpty() || uid.startsWith(WELL_KNOWN)
                ? uid
                : pseudonyms.uid(uid).value();
    }

    private static boolean isRemovedGroup(int tag) {
        int group = tag >>> 16;
        if (group % 2 != 0) {
            return true; // private
        }
        for (int[] range : GROUPS) {
            if (group >= range[0] && group <= range[1]) {
                return true;
            }
        }
        return false;
    }

    private static void shift(Attributes dataSet, int tag, int daysBack) {
        VR vr = dataSet.vr(tag).orElseThrow();
        if (vr == VR.TM) {
            if (!String.join("", dataSet.strings(tag)).matches("[0-9.: ]*")) {
                dataSet.remove(tag);
            }
            return;
        }
        List<String> shifted = new ArrayList<>();
        for (String value : dataSet.strings(tag)) {
            if (!value.matches(vr == VR.DA ? "\\d{8}" : "\\d{8}[0-9.+-]*")) {
                dataSet.remove(tag);
                return;
            }
            try {
                LocalDate date = LocalDate.parse(value.substring(0, 8), DateTimeFormatter.BASIC_ISO_DATE);
                shifted.add(date.minusDays(daysBack).format(DateTimeFormatter.BASIC_ISO_DATE) + value.substring(8));
            } catch (DateTimeException e) {
                dataSet.remove(tag);
                return;
            }
        }
        dataSet.set(tag, vr, shifted.toArray(String[]::new));
    }

    /** Parts of the patient's name and numbers by which text that is otherwise harmless would give him away. */
    private static Set<String> telltales(Attributes dataSet) {
        Set<String> found = new HashSet<>();
        for (int tag : new int[] {Tag.PatientName, Tag.PatientID, Tag.AccessionNumber, Tag.PatientBirthDate}) {
            for (String value : dataSet.strings(tag)) {
                for (String part : value.toLowerCase(Locale.ROOT).split("[\\^=\\s,]+")) {
                    if (part.length() >= SHORTEST_TELLTALE) {
                        found.add(part);
                    }
                }
            }
        }
        return found;
    }

    private static void removeIfTelling(Attributes dataSet, int tag, Set<String> telltales) {
        VR vr = dataSet.vr(tag).orElseThrow();
        if (!vr.isText() || vr == VR.UI || tag == Tag.SpecificCharacterSet) {
            return;
        }
        String text = String.join(" ", dataSet.strings(tag)).toLowerCase(Locale.ROOT);
        if (telltales.stream().anyMatch(text::contains)) {
            dataSet.remove(tag);
        }
    }
}
