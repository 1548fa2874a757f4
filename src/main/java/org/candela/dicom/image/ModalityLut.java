package org.candela.dicom.image;

import java.util.Optional;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/** Which modality LUTs are a step towards the display. Stateless. */
final class ModalityLut {
    /** X-Ray Angiographic, its retired biplane form, and X-Ray Radiofluoroscopic Image Storage. */
    private static final Set<String> XA_XRF =
            Set.of("1.2.840.10008.5.1.4.1.1.12.1", "1.2.840.10008.5.1.4.1.1.12.2", "1.2.840.10008.5.1.4.1.1.12.3");

    private static final Set<String> NOT_LINEAR = Set.of("LOG", "DISP");

    private ModalityLut() {}

    /**
     * Whether the image has one that is applied before the VOI step (C.11.1). In XA and XRF with a Pixel Intensity
     * Relationship of LOG or DISP it leads back to the intensity of the beam, for measuring and subtraction, and the
     * stored values are what is to be seen (C.8.7.1.1.2).
     */
    // [impl->req~dicom-image.luts~1]
    static boolean isForDisplay(Attributes dataSet) {
        boolean isXray =
                dataSet.string(Tag.SOPClassUID).filter(XA_XRF::contains).isPresent();
        Optional<String> relationship = dataSet.string(Tag.PixelIntensityRelationship);
        boolean leadsBack = isXray && relationship.filter(NOT_LINEAR::contains).isPresent();
        return !leadsBack && !dataSet.items(Tag.ModalityLUTSequence).isEmpty();
    }
}
