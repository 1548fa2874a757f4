package org.candela.viewer.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.facility.FacilityId;
import org.candela.study.FrameKey;
import org.candela.study.Instance;
import org.candela.study.Patient;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.StudyIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that were sent in several instances, each with some of their frames (PS3.3 C.7.6.16). */
// [utest->req~viewer.concatenations~1]
class ConcatenationTest {
    private static final String ENHANCED_CT = "1.2.840.10008.5.1.4.1.1.2.1";
    private static final String ENHANCED_XA = "1.2.840.10008.5.1.4.1.1.12.1.1";

    @TempDir
    private Path folder;

    private final List<Instance> sent = new ArrayList<>();

    @Test
    void partsOfAVolumeAreOneStackByPlaceWhateverCameFirst() throws IOException {
        part(2, 3, ENHANCED_CT, 5, 4);
        part(3, 3, ENHANCED_CT, 1); // the last may have one frame
        part(1, 3, ENHANCED_CT, 3, 2);

        List<ImageStack> stacks = stacks("CT");

        assertEquals(1, stacks.size());
        assertEquals(
                List.of("3.0", "1.1", "1.0", "2.1", "2.0"), // at 1, 2, 3, 4 and 5 mm
                frames(stacks.get(0)));
        assertEquals(
                List.of(1.0, 2.0, 3.0, 4.0, 5.0),
                stacks.get(0).geometry().planes().stream()
                        .map(plane -> plane.origin().z())
                        .toList());
        assertEquals(0, stacks.get(0).missingParts());
    }

    @Test
    void partsOfAnAngiogramFollowEachOtherByNumber() throws IOException {
        part(2, 2, ENHANCED_XA, 0, 0);
        part(1, 2, ENHANCED_XA, 0, 0, 0);

        List<ImageStack> stacks = stacks("XA");

        assertEquals(List.of("1.0", "1.1", "1.2", "2.0", "2.1"), frames(stacks.get(0)));
        assertEquals(1, stacks.size());
    }

    @Test
    void partsThatAreNotHereAreCounted() throws IOException {
        part(4, 5, ENHANCED_CT, 8, 7);
        part(2, 5, ENHANCED_CT, 4, 3);

        assertEquals(3, stacks("CT").get(0).missingParts());
    }

    @Test
    void withoutATotalTheGapsBelowTheLastPartAreCounted() throws IOException {
        part(3, 0, ENHANCED_CT, 6, 5);

        assertEquals(2, stacks("CT").get(0).missingParts());
    }

    @Test
    void partsOfWhichTwoClaimTheSameNumberStayApart() throws IOException {
        part(1, 2, ENHANCED_CT, 1, 2);
        part(2, 2, ENHANCED_CT, 3, 4);
        sent.add(written("1.2.7.9", 2, 2, ENHANCED_CT, 5, 6));

        List<ImageStack> stacks = stacks("CT");

        assertEquals(3, stacks.size());
        assertEquals(
                List.of(1, 1, 1), stacks.stream().map(ImageStack::missingParts).toList());
    }

    private void part(int number, int total, String sopClass, double... positionsMm) throws IOException {
        sent.add(written("1.2.7." + number, number, total, sopClass, positionsMm));
    }

    private Instance written(String uid, int number, int total, String sopClass, double... positionsMm)
            throws IOException {
        Attributes image = new Attributes()
                .set(Tag.SOPClassUID, VR.UI, sopClass)
                .set(Tag.SOPInstanceUID, VR.UI, uid)
                .set(Tag.ConcatenationUID, VR.UI, "1.2.8")
                .setNumbers(Tag.InConcatenationNumber, VR.US, number)
                .set(Tag.PhotometricInterpretation, VR.CS, "MONOCHROME2")
                .set(Tag.NumberOfFrames, VR.IS, String.valueOf(positionsMm.length))
                .setNumbers(Tag.SamplesPerPixel, VR.US, 1)
                .setNumbers(Tag.Rows, VR.US, 1)
                .setNumbers(Tag.Columns, VR.US, 2)
                .setNumbers(Tag.BitsAllocated, VR.US, 16)
                .setNumbers(Tag.BitsStored, VR.US, 12)
                .setNumbers(Tag.HighBit, VR.US, 11)
                .setNumbers(Tag.PixelRepresentation, VR.US, 0)
                .setBytes(Tag.PixelData, VR.OW, new byte[4 * positionsMm.length]);
        if (total > 0) {
            image.setNumbers(Tag.InConcatenationTotalNumber, VR.US, total);
        }
        if (sopClass.equals(ENHANCED_CT)) {
            image.setItems(
                    Tag.PerFrameFunctionalGroupsSequence,
                    Arrays.stream(positionsMm)
                            .mapToObj(ConcatenationTest::frame)
                            .toList());
        }
        Path file = folder.resolve(uid + ".dcm");
        DicomWriter.write(DicomFile.of(image, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), file);
        return new Instance(
                new Uid(uid), new Uid(sopClass), Optional.of(number), positionsMm.length, Optional.empty(), file);
    }

    private static Attributes frame(double positionMm) {
        return new Attributes()
                .setItems(
                        Tag.PlanePositionSequence,
                        List.of(new Attributes()
                                .set(Tag.ImagePositionPatient, VR.DS, "0", "0", String.valueOf(positionMm))))
                .setItems(
                        Tag.PlaneOrientationSequence,
                        List.of(new Attributes().set(Tag.ImageOrientationPatient, VR.DS, "1", "0", "0", "0", "1", "0")))
                .setItems(
                        Tag.PixelMeasuresSequence,
                        List.of(new Attributes().set(Tag.PixelSpacing, VR.DS, "0.5", "0.5")));
    }

    private List<ImageStack> stacks(String modality) {
        Patient patient = new Patient("C-1", "", "SYNTHETIC^CT", Optional.empty(), "F");
        StudyIdentity identity = new StudyIdentity(new Uid("1.2"), patient, "A-1", Optional.empty(), "Study", "");
        Series series = new Series(new Uid("1.2.3"), modality, Optional.of(1), "Parted", "", sent);
        return StudyLayout.of(new Study(identity, new FacilityId("demo"), Instant.EPOCH, List.of(series)))
                .stacks();
    }

    /** Part and frame of each. */
    private static List<String> frames(ImageStack stack) {
        return stack.frames().stream().map(ConcatenationTest::named).toList();
    }

    private static String named(FrameKey key) {
        String uid = key.sopInstance().value();
        return uid.substring(uid.lastIndexOf('.') + 1) + "." + key.frameIndex();
    }
}
