package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.candela.Fuzz;
import org.candela.Mutator;
import org.junit.jupiter.api.Test;

/** Mutated files through reader, JSON model and writer: each gives a result or an error of format, soon. */
class DataSetFuzzTest {
    private static final long MOST_BYTES = 1 << 18;
    private static final Path OF_DEBIAN = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
    // [utest->req~dicom.bad-input~1]
    @Test
    void mutatedFilesGiveAResultOrAnErrorSoon() throws Exception {
        Fuzz.slice("dicom.data-sets", 2000)
                .allowing(DicomFormatException.class)
                .run(seeds(), Mutator::mutated, (input, random) -> readAndWrite(input, random.nextBoolean()))
                .requireBothOutcomes();
    }

    private static DicomFile readAndWrite(byte[] bytes, boolean isKeepingPrefix)
            throws DicomFormatException, IOException {
        ReadOptions options = isKeepingPrefix ? ReadOptions.standard().keepingPrefix() : ReadOptions.standard();
        try {
            DicomFile file = DicomReader.read(bytes, "mutant", options);
            DicomJson.toJson(file.dataSet());
            DicomWriter.write(file, OutputStream.nullOutputStream());
            return file;
        } catch (DicomFormatException e) {
            assertTrue(e.toString().contains("mutant"), e.toString());
            throw e;
        }
    }

    /** The corpus where it is at hand, else Debian's files, else one of our own. */
    private static List<Fuzz.Seed> seeds() throws IOException {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        seeds.add(new Fuzz.Seed("own", own()));
        for (Path folder : List.of(Path.of(System.getProperty("candela.corpus", "../shared/corpus")), OF_DEBIAN)) {
            if (Files.isDirectory(folder)) {
                addAll(folder, seeds);
            }
        }
        return seeds;
    }

    private static void addAll(Path folder, List<Fuzz.Seed> seeds) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= MOST_BYTES) {
                    seeds.add(new Fuzz.Seed(folder.relativize(file).toString(), Files.readAllBytes(file)));
                }
            }
        }
    }

    private static byte[] own() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(DicomFile.of(DicomFiles.sample(), TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), bytes);
        return bytes.toByteArray();
    }
}
