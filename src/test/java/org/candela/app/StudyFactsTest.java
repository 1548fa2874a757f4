package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.report.ImageFacts;
import org.candela.study.Instance;
import org.candela.study.Patient;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.StudyIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~report.images-say~1]
class StudyFactsTest {
    private static final Uid DIGITAL = new Uid("1.2.840.10008.5.1.4.1.1.1.1");
    private static final Uid CAPTURE = new Uid("1.2.840.10008.5.1.4.1.1.7");

    @TempDir
    private Path folder;

    private int images;

    @Test
    void projectionsSayTheirSideTheirPartAndTheSexOfThePatient() throws Exception {
        ImageFacts facts = facts(series("DX", "KNEE", image(DIGITAL, header -> {
            header.set(Tag.ImageLaterality, VR.CS, "R");
            header.set(Tag.PatientSex, VR.CS, "F");
        })));

        assertEquals(new ImageFacts(Set.of("KNEE"), Set.of("R"), Set.of("F")), facts);
    }

    @Test
    void theSideOfTheSeriesStandsForItsImages() throws Exception {
        ImageFacts facts =
                facts(series("CR", "HAND", image(DIGITAL, header -> header.set(Tag.Laterality, VR.CS, "L"))));

        assertEquals(Set.of("L"), facts.sides());
    }

    @Test
    void theModifierOfTheRegionIsASideAndTheViewIsNone() throws Exception {
        ImageFacts facts = facts(series("DX", "", image(DIGITAL, header -> {
            Attributes left = code("7771000", "Left");
            Attributes region = code("72696002", "Knee");
            region.setItems(0x00082220, List.of(left));
            header.setItems(Tag.AnatomicRegionSequence, List.of(region));
        })));
        ImageFacts chest = facts(series(
                "DX",
                "CHEST",
                image(
                        DIGITAL,
                        header -> header.setItems(Tag.ViewCodeSequence, List.of(code("399173006", "left lateral"))))));

        assertEquals(new ImageFacts(Set.of("Knee"), Set.of("L"), Set.of()), facts);
        assertEquals(Set.of(), chest.sides());
    }

    @Test
    void oneImageThatStatesNoSideLeavesAllWithoutOne() throws Exception {
        ImageFacts facts = facts(series(
                "DX",
                "KNEE",
                image(DIGITAL, header -> header.set(Tag.ImageLaterality, VR.CS, "R")),
                image(DIGITAL, header -> {})));

        assertEquals(Set.of(), facts.sides());
    }

    @Test
    void captionsAndSecondaryCapturesAreNotAsked() throws Exception {
        ImageFacts facts = facts(
                series("DX", "KNEE", image(DIGITAL, header -> header.set(Tag.ImageLaterality, VR.CS, "R"))),
                series("OT", "CHEST", image(CAPTURE, header -> {})),
                series("DX", "CHEST", image(CAPTURE, header -> header.set(Tag.PatientSex, VR.CS, "M"))));

        assertEquals(new ImageFacts(Set.of("KNEE"), Set.of("R"), Set.of()), facts);
    }

    @Test
    void anImageThatCannotBeReadSaysNothing() throws Exception {
        Path broken = folder.resolve("broken.dcm");
        Files.writeString(broken, "no image");
        Instance instance = new Instance(new Uid("2.25.99"), DIGITAL, Optional.of(1), 1, Optional.empty(), broken);

        assertEquals(new ImageFacts(Set.of("KNEE"), Set.of(), Set.of()), facts(series("DX", "KNEE", instance)));
    }

    private static Attributes code(String value, String meaning) {
        Attributes code = new Attributes();
        code.set(Tag.CodeValue, VR.SH, value);
        code.set(Tag.CodingSchemeDesignator, VR.SH, "SCT");
        code.set(Tag.CodeMeaning, VR.LO, meaning);
        return code;
    }

    private Instance image(Uid kind, Consumer<Attributes> more) throws IOException {
        Uid uid = new Uid("2.25." + (1000 + ++images));
        Attributes header = new Attributes();
        header.set(Tag.SOPClassUID, VR.UI, kind.value());
        header.set(Tag.SOPInstanceUID, VR.UI, uid.value());
        header.set(Tag.Modality, VR.CS, "DX");
        header.setNumbers(Tag.SamplesPerPixel, VR.US, 1);
        header.set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2");
        header.setNumbers(Tag.Rows, VR.US, 2);
        header.setNumbers(Tag.Columns, VR.US, 2);
        header.setNumbers(Tag.BitsAllocated, VR.US, 8);
        header.setNumbers(Tag.BitsStored, VR.US, 8);
        header.setNumbers(Tag.HighBit, VR.US, 7);
        header.setNumbers(Tag.PixelRepresentation, VR.US, 0);
        header.setBytes(Tag.PixelData, VR.OB, new byte[4]);
        more.accept(header);
        Path file = folder.resolve(uid.value() + ".dcm");
        DicomWriter.write(DicomFile.of(header, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return new Instance(uid, kind, Optional.of(images), 1, Optional.empty(), file);
    }

    private static Series series(String modality, String part, Instance... instances) {
        return new Series(
                new Uid("2.25.7." + modality.hashCode()), modality, Optional.of(1), "", part, List.of(instances));
    }

    private static ImageFacts facts(Series... series) {
        StudyIdentity identity = new StudyIdentity(
                new Uid("2.25.1"),
                new Patient("MRN1", "", "DOE^JANE", Optional.empty(), "F"),
                "",
                Optional.of(LocalDateTime.of(2026, 1, 1, 0, 0)),
                "",
                "");
        return StudyFacts.of(new Study(identity, new FacilityId("north"), Instant.EPOCH, List.of(series)));
    }
}
