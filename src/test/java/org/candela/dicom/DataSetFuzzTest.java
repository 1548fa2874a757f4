package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.candela.Mutator;
import org.junit.jupiter.api.Test;

/** Mutated files through reader, JSON model and writer: each gives a result or an error of format, soon. */
class DataSetFuzzTest {
    private static final int COUNT = Integer.getInteger("candela.fuzz.count", 2000);
    private static final long SEED = 20261124L;
    private static final long MOST_BYTES = 1 << 18;
    private static final Path OF_DEBIAN = Path.of("/usr/lib/python3/dist-packages/pydicom/data");
    /** Of processor time, since the machine may do much else. */
    private static final long MOST_NANOS = 2_000_000_000L;

    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();

    // [utest->req~dicom.bad-input~1]
    @Test
    void mutatedFilesGiveAResultOrAnErrorSoon() throws Exception {
        List<byte[]> seeds = seeds();
        long slowest = 0;
        for (int i = 0; i < COUNT; i++) {
            byte[] bytes = new Mutator(SEED + i).mutated(seeds.get(i % seeds.size()));
            long start = THREAD.getCurrentThreadCpuTime();
            readAndWrite(bytes, i);
            slowest = Math.max(slowest, THREAD.getCurrentThreadCpuTime() - start);
        }

        assertTrue(slowest < MOST_NANOS, "the slowest took " + slowest / 1_000_000 + " ms");
    }

    private static void readAndWrite(byte[] bytes, int index) {
        ReadOptions options = index % 2 == 0 ? ReadOptions.standard().keepingPrefix() : ReadOptions.standard();
        try {
            DicomFile file = DicomReader.read(bytes, "mutant", options);
            DicomJson.toJson(file.dataSet());
            DicomWriter.write(file, OutputStream.nullOutputStream());
        } catch (DicomFormatException | IOException expected) {
            assertTrue(expected.toString().contains("mutant"), expected.toString());
        } catch (RuntimeException | StackOverflowError | OutOfMemoryError crash) {
            throw new AssertionError("mutant " + index, crash);
        }
    }

    /** The corpus where it is at hand, else Debian's files, else one of our own. */
    private static List<byte[]> seeds() throws IOException {
        List<byte[]> seeds = new ArrayList<>();
        seeds.add(own());
        for (Path folder : List.of(Path.of(System.getProperty("candela.corpus", "../shared/corpus")), OF_DEBIAN)) {
            if (Files.isDirectory(folder)) {
                addAll(folder, seeds);
            }
        }
        return seeds;
    }

    private static void addAll(Path folder, List<byte[]> seeds) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                if (Files.size(file) <= MOST_BYTES) {
                    seeds.add(Files.readAllBytes(file));
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
