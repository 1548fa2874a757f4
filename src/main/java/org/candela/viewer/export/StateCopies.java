package org.candela.viewer.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectHeader;

/** What presentation states need to know of the copies that they go with. One thread. */
// [impl->req~export.marks-as-state~1]
final class StateCopies {
    private static final int PATIENT_IDENTITY_REMOVED = 0x00120062;
    private static final int DEIDENTIFICATION_METHOD = 0x00120063;
    private static final int DEIDENTIFICATION_METHOD_CODES = 0x00120064;
    private static final int TEMPORAL_MODIFIED = 0x00280303;

    private final Map<Uid, Attributes> headers = new HashMap<>();
    private final Map<Uid, DicomCopy> bySeries = new HashMap<>();

    /** A state that leaves. */
    record Leaving(DicomFile file, Uid name, IdentityGuard guard) {}

    void add(DicomCopy copy) {
        Attributes header = copy.file().dataSet().copy();
        header.remove(Tag.PixelData);
        headers.put(copy.source(), header);
        header.uid(Tag.SeriesInstanceUID).ifPresent(series -> bySeries.putIfAbsent(series, copy));
    }

    /** Headers of the copies by the SOP Instance UID of what they were made of. */
    Map<Uid, Attributes> headers() {
        return Map.copyOf(headers);
    }

    /**
     * The state with what says that it has no patient (PS3.15 E.1.1, E.3.3): its text is what the reader wrote and what was
     * measured, and is searched for the patient as any byte that leaves.
     */
    Leaving without(Attributes state) {
        DicomCopy copy = state.items(Tag.ReferencedSeriesSequence).stream()
                .flatMap(series -> series.uid(Tag.SeriesInstanceUID).stream())
                .flatMap(series -> Stream.ofNullable(bySeries.get(series)))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("a state of no copy"));
        Attributes of = copy.file().dataSet();
        for (int tag : new int[] {PATIENT_IDENTITY_REMOVED, DEIDENTIFICATION_METHOD, TEMPORAL_MODIFIED}) {
            of.string(tag).ifPresent(value -> state.set(tag, of.vr(tag).orElseThrow(), value));
        }
        List<Attributes> methods = new ArrayList<>();
        for (Attributes method : of.items(DEIDENTIFICATION_METHOD_CODES)) {
            methods.add(code(
                    method.string(Tag.CodeValue).orElseThrow(),
                    method.string(Tag.CodeMeaning).orElseThrow()));
        }
        methods.add(code("113103", "Clean Graphics Option"));
        state.setItems(DEIDENTIFICATION_METHOD_CODES, methods);
        Uid name = state.uid(Tag.SOPInstanceUID).orElseThrow();
        return new Leaving(
                DicomFile.of(ObjectHeader.withOneCharacterSet(state), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN),
                name,
                copy.guard());
    }

    /** Made anew: an item of the copy has the character set of the copy. */
    private static Attributes code(String value, String meaning) {
        return new Attributes()
                .set(Tag.CodeValue, VR.SH, value)
                .set(Tag.CodingSchemeDesignator, VR.SH, "DCM")
                .set(Tag.CodeMeaning, VR.LO, meaning);
    }
}
