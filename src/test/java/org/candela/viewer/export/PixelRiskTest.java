package org.candela.viewer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PixelRiskTest {
    private static final String CT = "1.2.840.10008.5.1.4.1.1.2";

    // [utest->req~export.pixel-risk~1]
    @ParameterizedTest
    @CsvSource({
        "CT, NO, CHEST, NO, []",
        "CT, YES, CHEST, NO, [STATED]",
        "CT, '', CHEST, NO, [NOT_DENIED]",
        "US, NO, ABDOMEN, NO, [KIND]",
        "XA, NO, HEART, '', [KIND]",
        "MR, NO, BRAIN, '', [FACE]",
        "MR, NO, BRAIN, NO, []",
        "CR, NO, SKULL, '', []",
        "CT, NO, CHEST, YES, [FACE]",
        "SC, '', HEAD, '', '[NOT_DENIED, KIND]'"
    })
    void whatAFileSaysAndIsMakesItsPixelsSuspect(
            String modality, String burnedIn, String part, String features, String expected) {
        Attributes image = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, CT)
                .set(Tag.Modality, VR.CS, modality)
                .set(0x00180015, VR.CS, part)
                .set(0x00280301, VR.CS, burnedIn)
                .set(0x00280302, VR.CS, features);

        assertEquals(expected, new TreeSet<>(PixelRisk.of(image)).toString());
    }

    // [utest->req~export.pixel-risk~1]
    @Test
    void secondaryCapturesAndOverlaysAreSuspectWhateverTheModality() {
        Attributes capture = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, "1.2.840.10008.5.1.4.1.1.7.4")
                .set(Tag.Modality, VR.CS, "CT")
                .set(0x00280301, VR.CS, "NO")
                .set(0x60020040, VR.CS, "G");

        assertEquals(Set.of(PixelRisk.KIND, PixelRisk.OVERLAY), PixelRisk.of(capture));
    }

    /** The part is often only in what technicians write, in their own language. */
    // [utest->req~export.pixel-risk~1]
    @Test
    void aHeadIsFoundInDescriptionsToo() {
        Attributes image = new Attributes()
                .set(Tag.Modality, VR.CS, "MR")
                .set(0x00280301, VR.CS, "NO")
                .set(0x0008103E, VR.LO, "T1 mprage Kopf nativ");

        assertEquals(Set.of(PixelRisk.FACE), PixelRisk.of(image));
    }
}
