package org.candela.viewer.stack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import org.candela.Corpus;
import org.candela.Peer;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomReader;
import org.candela.dicom.Tag;
import org.candela.dicom.image.FrameReader;
import org.candela.facility.FacilityId;
import org.candela.image.SlicePlane;
import org.candela.study.Instance;
import org.candela.study.Patient;
import org.candela.study.Series;
import org.candela.study.Study;
import org.candela.study.StudyIdentity;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real series in disorder, sorted beside GDCM's IPPSorter and by positions that pydicom reads. */
class StackOrderPeersTest {
    /** GDCM 3.0.21 refuses a tilted gantry. */
    private static final String TILTED = "series/ct-phantom-tilt-18.5";

    private static final List<String> SERIES =
            List.of("series/ct-phantom-1mm-std", "series/ct-phantom-5mm", TILTED, "series/mr-t1-384");
    private static final String SCRIPT = """
            import sys, gdcm, numpy, pydicom
            files = sys.stdin.read().split('\\n')[:-1]
            sorter = gdcm.IPPSorter()
            print('\\n'.join(sorter.GetFilenames()) if sorter.Sort(files) else 'refused')
            print('---')
            def position(file):
                image = pydicom.dcmread(file, stop_before_pixels=True)
                cosines = [float(cosine) for cosine in image.ImageOrientationPatient]
                normal = numpy.cross(cosines[:3], cosines[3:])
                return float(numpy.dot(normal, [float(mm) for mm in image.ImagePositionPatient]))
            print('\\n'.join(sorted(files, key=position)))
            """;

    @TempDir
    private Path folder;

    // [utest->req~study.slice-order~1]
    @Test
    void slicesComeInTheOrderOfGdcmAndOfPydicom() throws Exception {
        Corpus.folder();
        Peer.need("python3");
        Files.writeString(folder.resolve("sort.py"), SCRIPT);
        Peer.Answer peers = Peer.answer(folder, List.of("/usr/bin/python3", "-c", "import gdcm, numpy, pydicom"));
        org.junit.jupiter.api.Assumptions.assumeTrue(peers.exit() == 0, "python3-gdcm or python3-pydicom is missing");
        for (String name : SERIES) {
            List<Instance> instances = inDisorder(name);

            ImageStack stack = StudyLayout.of(study(instances)).stacks().get(0);

            List<String> ours = stack.frames().stream()
                    .map(key -> instances.stream()
                            .filter(instance -> instance.sopInstanceUid().equals(key.sopInstance()))
                            .findFirst()
                            .orElseThrow()
                            .file()
                            .toString())
                    .toList();
            String[] theirs = sorted(instances).split("---\n");
            assertEquals(ours, theirs[1].lines().toList(), name + " beside pydicom");
            assertEquals(
                    name.equals(TILTED) ? List.of("refused") : ours,
                    theirs[0].lines().toList(),
                    name + " beside GDCM");
            assertTrue(stack.steps().isEven(), name);
        }
    }

    private String sorted(List<Instance> instances) throws Exception {
        Path list = folder.resolve("files.txt");
        Files.writeString(
                list, instances.stream().map(instance -> instance.file() + "\n").collect(Collectors.joining()));
        return Peer.run(folder, List.of("sh", "-c", "/usr/bin/python3 sort.py < files.txt"));
    }

    /** As the library would admit them, in any order and without numbers. */
    private static List<Instance> inDisorder(String name) throws Exception {
        List<Instance> instances = new ArrayList<>();
        for (Path file : Corpus.files(name)) {
            Attributes dataSet = DicomReader.readHeader(file).dataSet();
            SlicePlane plane =
                    FrameReader.open(file).describe(0).place().plane().orElseThrow();
            String orientation = dataSet.numbers(Tag.ImageOrientationPatient).stream()
                    .map(cosine -> String.format(Locale.ROOT, "%.3f", cosine + 0.0))
                    .collect(Collectors.joining("\\"));
            instances.add(new Instance(
                    dataSet.uid(Tag.SOPInstanceUID).orElseThrow(),
                    dataSet.uid(Tag.SOPClassUID).orElseThrow(),
                    Optional.empty(),
                    1,
                    Optional.of(new Instance.Place(orientation, plane.position())),
                    file));
        }
        Collections.shuffle(instances, new Random(7));
        return instances;
    }

    private static Study study(List<Instance> instances) {
        Patient patient = new Patient("C-1", "", "DOE^JANE", Optional.empty(), "F");
        StudyIdentity identity = new StudyIdentity(new Uid("1.2"), patient, "A-1", Optional.empty(), "Study", "");
        Series series = new Series(new Uid("1.2.7"), "CT", Optional.of(7), "Axial", "", instances);
        return new Study(identity, new FacilityId("demo"), Instant.EPOCH, List.of(series));
    }
}
