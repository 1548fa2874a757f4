package org.candela.pitfall;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.candela.Corpus;
import org.candela.dicom.image.FrameReader;

/** Stored samples as pydicom, GDCM or DCMTK decoded them: their digests stand in {@code reference.tsv} of the corpus. */
final class PeerPixels {
    private PeerPixels() {}

    /** All frames of {@code file} hold the samples of the peers. */
    static void assertSame(String file) throws Exception {
        Path corpus = Corpus.folder();
        List<String> lines = Files.readAllLines(corpus.resolve("reference.tsv"));
        int column = Arrays.asList(lines.get(0).split("\t")).indexOf("sha256");
        String expected = lines.stream()
                .map(line -> line.split("\t", -1))
                .filter(row -> row[0].equals(file))
                .findFirst()
                .orElseThrow()[column];
        FrameReader reader = FrameReader.open(corpus.resolve(file));
        MessageDigest digest = MessageDigest.getInstance("SHA-256");
        for (int frame = 0; frame < reader.frameCount(); frame++) {
            digest.update(reader.readStored(frame).littleEndian());
        }
        assertEquals(expected, HexFormat.of().formatHex(digest.digest()), file);
    }
}
