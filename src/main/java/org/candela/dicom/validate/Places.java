package org.candela.dicom.validate;

import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.Map;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.ReadElement;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** Where the elements stood that rules over whole data sets speak of. One use, one thread. */
final class Places {
    private static final int MOST = 100_000;

    private final IdentityHashMap<Attributes, Map<Integer, ReadElement>> byOwner = new IdentityHashMap<>();
    private int count;

    void note(ReadElement element) {
        if (isSpokenOf(element.tag()) && count < MOST) {
            count++;
            byOwner.computeIfAbsent(element.owner(), any -> new HashMap<>()).put(element.tag(), element);
        }
    }

    /** Offset of the element in {@code owner}, or {@link DicomFormatException#NO_OFFSET}. */
    long of(Attributes owner, int tag) {
        ReadElement element = byOwner.getOrDefault(owner, Map.of()).get(tag);
        return element == null ? DicomFormatException.NO_OFFSET : element.offset();
    }

    /** Whether an explicit form gave the element this VR. */
    boolean isCodedAs(Attributes owner, int tag, VR vr) {
        ReadElement element = byOwner.getOrDefault(owner, Map.of()).get(tag);
        return element != null && element.codedVr() == vr;
    }

    private static boolean isSpokenOf(int tag) {
        return switch (Tag.group(tag)) {
            case 0x0002, 0x0028, 0x5200, 0x7FE0 -> true;
            default -> tag == Tag.SOPClassUID || tag == Tag.SOPInstanceUID;
        };
    }
}
