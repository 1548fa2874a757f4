package org.candela.dicom.object;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.junit.jupiter.api.Test;

class ObjectHeaderTest {
    private static final ObjectHeader.Kind KIND = new ObjectHeader.Kind(new Uid("1.2.840.10008.5.1.4.1.1.11.1"), "PR");

    // [utest->req~dicom-object.header~1]
    @Test
    void patientAndStudyAreThoseOfTheImageInAnyCharacterSet() {
        Attributes header =
                ObjectHeader.of(ObjectFiles.image("1.2.9"), KIND, Uid.random(), ObjectHeader.Place.inNewSeries(5));

        assertEquals("SYNTHETIC^Zoë", header.string(Tag.PatientName).orElseThrow());
        assertEquals(List.of("ISO_IR 192"), header.strings(Tag.SpecificCharacterSet));
        assertEquals("1.2.3.4", header.string(Tag.StudyInstanceUID).orElseThrow());
        assertFalse(header.contains(Tag.Rows), "nothing of the pixels");
        assertFalse(header.string(Tag.SeriesInstanceUID).equals(java.util.Optional.of("1.2.3.4.1")));
    }

    // [utest->req~dicom-object.header~1]
    @Test
    void whatTheImageDoesNotSayIsEmptyOrAbsentAsTheTypeAsks() {
        Attributes image =
                ObjectFiles.image("1.2.9").remove(Tag.PatientBirthDate).set(Tag.StudyDescription, VR.LO);

        Attributes header = ObjectHeader.of(image, KIND, Uid.random(), ObjectHeader.Place.inNewSeries(5));

        assertTrue(header.contains(Tag.PatientBirthDate), "type 2");
        assertFalse(header.contains(Tag.StudyDescription), "type 3 has no use without a value");
    }

    // [utest->req~dicom-object.header~1]
    @Test
    void itemsDoNotRepeatTheCharacterSetOfTheirObject() {
        Attributes inner = new Attributes().set(Tag.PatientComments, VR.LT, "Zoë");
        Attributes header = ObjectHeader.of(
                        ObjectFiles.image("1.2.9"), KIND, Uid.random(), ObjectHeader.Place.inNewSeries(5))
                .setItems(
                        Tag.ReferencedStudySequence,
                        List.of(new Attributes().setItems(Tag.ReferencedSeriesSequence, List.of(inner))));

        Attributes item = ObjectHeader.withOneCharacterSet(header)
                .items(Tag.ReferencedStudySequence)
                .get(0)
                .items(Tag.ReferencedSeriesSequence)
                .get(0);

        assertFalse(item.contains(Tag.SpecificCharacterSet));
        assertEquals("Zoë", item.string(Tag.PatientComments).orElseThrow());
    }

    // [utest->req~dicom-object.header~1]
    @Test
    void anImageWithoutAStudyIsRefused() {
        Attributes image = ObjectFiles.image("1.2.9").remove(Tag.StudyInstanceUID);

        assertThrows(
                IllegalArgumentException.class,
                () -> ObjectHeader.of(image, KIND, Uid.random(), ObjectHeader.Place.inNewSeries(5)));
    }
}
