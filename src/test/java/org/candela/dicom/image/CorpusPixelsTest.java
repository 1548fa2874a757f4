package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.candela.Corpus;
import org.candela.base.CandelaException;
import org.candela.image.Frame;
import org.junit.jupiter.api.Test;

/** Stored values of real files, against hashes that DCMTK, GDCM and pydicom agree on. */
class CorpusPixelsTest {
    private static final Set<String> DECODED = Set.of(
            "1.2.840.10008.1.2",
            "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2.2",
            "1.2.840.10008.1.2.5",
            "1.2.840.10008.1.2.4.50",
            "1.2.840.10008.1.2.4.80",
            "1.2.840.10008.1.2.4.81",
            "1.2.840.10008.1.2.4.90");
    private static final int PATH = 0;

    private static final int SYNTAX = 2;
    private static final int ALLOCATED = 4;
    private static final int TYPE = 11;
    private static final int HASH = 17;

    // [utest->req~dicom-image.pixels~1]
    @Test
    void framesAreExact() throws Exception {
        Path corpus = Corpus.folder();
        List<String> wrong = new ArrayList<>();
        int exact = 0;
        int refused = 0;
        for (String line : Files.readAllLines(corpus.resolve("reference.tsv"))) {
            String[] row = line.split("\t", -1);
            if (!isComparable(row)) {
                continue;
            }
            try {
                Frame frame = FrameReader.open(corpus.resolve(row[PATH])).read(0);
                if (hash(frame, row[TYPE]).equals(row[HASH])) {
                    exact++;
                } else {
                    wrong.add(row[PATH]);
                }
            } catch (CandelaException e) {
                refused++;
            }
        }

        assertEquals(List.of(), wrong, exact + " frames exact, " + refused + " refused");
        assertTrue(exact > 100, "too few frames compared: " + exact);
    }

    private static boolean isComparable(String[] row) {
        return row.length > HASH
                && DECODED.contains(row[SYNTAX])
                && !row[HASH].isEmpty()
                && !row[ALLOCATED].equals("32")
                && row[TYPE].matches("[<|][iu][12]");
    }

    private static String hash(Frame frame, String type) throws Exception {
        boolean isByte = type.endsWith("1");
        ByteBuffer bytes =
                ByteBuffer.allocate(frame.samples().length * (isByte ? 1 : 2)).order(ByteOrder.LITTLE_ENDIAN);
        for (short sample : frame.samples()) {
            if (isByte) {
                bytes.put((byte) sample);
            } else {
                bytes.putShort(sample);
            }
        }
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes.array()));
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void brokenFilesAreShownOrRefusedButNeverBreakTheReader() throws IOException {
        int refused = 0;
        List<Path> files = Corpus.files("bad");
        for (Path file : files) {
            try {
                FrameReader reader = FrameReader.open(file);
                reader.read(reader.frameCount() - 1);
                reader.describe(0);
            } catch (CandelaException e) {
                refused++;
            }
        }

        assertTrue(refused > 0 && refused < files.size(), refused + " of " + files.size() + " refused");
    }
}
