package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import org.candela.Corpus;
import org.junit.jupiter.api.Test;

/** Real files, where they are at hand. */
class CorpusDataSetTest {
    private static final long MOST = 1 << 21;

    /**
     * Read and written, a file has the same bytes after its preamble, if there was nothing to tolerate in its encoding.
     */
    // [utest->req~dicom.write~1]
    @Test
    void filesReadWithoutAWarningAreWrittenByteForByte() throws Exception {
        List<String> different = new ArrayList<>();
        int same = 0;
        for (Path path : Corpus.files(".")) {
            if (Files.size(path) > MOST) {
                continue;
            }
            DicomFile file;
            try {
                file = DicomReader.read(path);
            } catch (DicomFormatException refused) {
                continue;
            }
            String difference = difference(path, file);
            if (difference.isEmpty()) {
                same++;
            } else if (!isExplained(file)) {
                different.add(Corpus.folder().relativize(path) + difference + file.warnings());
            }
        }

        assertEquals(List.of(), different);
        assertTrue(same > 900, same + " files");
    }

    /** What the writer puts right: encodings that were read past, and File Meta Information that is not whole. */
    private static boolean isExplained(DicomFile file) {
        return !isWhole(file)
                || file.warnings().stream()
                        .anyMatch(warning -> !warning.contains("PS3.6") && !warning.contains("no characters of"));
    }

    private static boolean isWhole(DicomFile file) {
        Attributes meta = file.meta();
        return meta.contains(Tag.FileMetaInformationVersion)
                && meta.contains(Tag.ImplementationClassUID)
                && meta.string(Tag.MediaStorageSOPClassUID)
                        .equals(file.dataSet().string(Tag.SOPClassUID))
                && meta.string(Tag.MediaStorageSOPInstanceUID)
                        .equals(file.dataSet().string(Tag.SOPInstanceUID));
    }

    private static String difference(Path path, DicomFile file) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        DicomWriter.write(file, written);
        byte[] before = Files.readAllBytes(path);
        byte[] after = written.toByteArray();
        if (file.transferSyntax().equals(TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN)) {
            return Arrays.equals(inflated(before, file), inflated(after, file)) ? "" : " inflated";
        }
        int place = Arrays.mismatch(before, 128, before.length, after, 128, after.length);
        return place < 0 ? "" : " differs at " + (128 + place) + " of " + before.length + "/" + after.length + " ";
    }

    private static byte[] inflated(byte[] bytes, DicomFile file) throws IOException {
        int start =
                144 + file.meta().integer(Tag.FileMetaInformationGroupLength).orElseThrow();
        try (InputStream stream = new InflaterInputStream(
                new ByteArrayInputStream(bytes, start, bytes.length - start), new Inflater(true))) {
            return stream.readAllBytes();
        }
    }
}
