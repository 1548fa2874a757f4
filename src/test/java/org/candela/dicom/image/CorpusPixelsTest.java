package org.candela.dicom.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.candela.Corpus;
import org.candela.base.CandelaException;
import org.candela.image.StoredFrame;
import org.junit.jupiter.api.Test;

/** Stored values of real files, against hashes that DCMTK, GDCM and pydicom agree on. */
class CorpusPixelsTest {
    /** Syntaxes whose decoders promise the very values; others may refuse, but never be wrong. */
    private static final Set<String> EXACT = Set.of(
            "1.2.840.10008.1.2",
            "1.2.840.10008.1.2.1",
            "1.2.840.10008.1.2.2",
            "1.2.840.10008.1.2.5",
            "1.2.840.10008.1.2.4.57",
            "1.2.840.10008.1.2.4.70",
            "1.2.840.10008.1.2.4.80",
            "1.2.840.10008.1.2.4.81",
            "1.2.840.10008.1.2.4.90",
            "1.2.840.10008.1.2.4.201",
            "1.2.840.10008.1.2.4.202");

    /** Lossy streams may differ by one from the reference, so that their digests prove nothing. */
    private static final Set<String> LOSSY = Set.of(
            "1.2.840.10008.1.2.4.50",
            "1.2.840.10008.1.2.4.51",
            "1.2.840.10008.1.2.4.53",
            "1.2.840.10008.1.2.4.55",
            "1.2.840.10008.1.2.4.91",
            "1.2.840.10008.1.2.4.203");

    /** Files that are not read, or read otherwise than by the peers, each with its reason. */
    private static final Map<String, String> KNOWN = Map.of(
            "bad/fo-dicom+fo-dicom/FreezePattern.dcm", "items outside any sequence: refused, as by two of three peers",
            "bad/fo-dicom+fo-dicom/GH1146.dcm", "pixel data without a value; one peer makes up an image",
            "bad/pydicom+pydicom/MR_truncated.dcm", "the only frame is cut off; one peer fills it up");

    private static final int PATH = 0;
    private static final int SYNTAX = 2;
    private static final int TYPE = 11;
    private static final int ALL_FRAMES = 16;
    private static final int FIRST_FRAME = 17;
    private static final int SERIES_STEP = 20;

    // [utest->req~dicom-image.pixels~1] [utest->req~dicom-image.wide~1]
    @Test
    void framesAreExact() throws Exception {
        Path corpus = Corpus.folder();
        List<String> wrong = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int exact = 0;
        int row = 0;
        for (String line : Files.readAllLines(corpus.resolve("reference.tsv"))) {
            String[] reference = line.split("\t", -1);
            boolean isSampled = !line.startsWith("series/") || row % SERIES_STEP == 0;
            row++;
            boolean hasDigest = row > 1
                    && !reference[ALL_FRAMES].isEmpty()
                    && !LOSSY.contains(reference[SYNTAX])
                    && !KNOWN.containsKey(reference[PATH]);
            if (!isSampled || !hasDigest) {
                continue;
            }
            try {
                String difference = difference(reference, FrameReader.open(corpus.resolve(reference[PATH])));
                if (difference.isEmpty()) {
                    exact++;
                } else {
                    wrong.add(reference[PATH] + ": " + difference);
                }
            } catch (CandelaException e) {
                refused.add(reference[SYNTAX] + " " + e.getMessage());
            }
        }

        assertEquals(List.of(), wrong, exact + " files exact, " + refused.size() + " refused");
        assertEquals(
                List.of(),
                refused.stream()
                        .filter(refusal -> EXACT.contains(refusal.substring(0, refusal.indexOf(' '))))
                        .toList());
        assertTrue(exact > 200, "too few files compared: " + exact + ", refused: " + refused);
    }

    private static String difference(String[] reference, FrameReader reader) throws Exception {
        MessageDigest all = MessageDigest.getInstance("SHA-256");
        String first = "";
        String type = "";
        for (int i = 0; i < reader.frameCount(); i++) {
            StoredFrame frame = reader.readStored(i);
            all.update(frame.littleEndian());
            if (i == 0) {
                first = HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(frame.littleEndian()));
                type = frame.sampleType().code();
            }
        }
        boolean isFirstSame = reference[FIRST_FRAME].isEmpty() || first.equals(reference[FIRST_FRAME]);
        boolean areAllSame = HexFormat.of().formatHex(all.digest()).equals(reference[ALL_FRAMES]);
        boolean isTypeSame = type.equals(reference[TYPE]);
        return isFirstSame && areAllSame && isTypeSame
                ? ""
                : "first frame " + isFirstSame + ", all frames " + areAllSame + ", type " + type;
    }

    // [utest->req~dicom-image.refuse~1]
    @Test
    void brokenFilesAreShownOrRefusedButNeverBreakTheReader() throws IOException {
        int refused = 0;
        List<Path> files = Corpus.files("bad");
        for (Path file : files) {
            try {
                FrameReader reader = FrameReader.open(file);
                reader.readStored(reader.frameCount() - 1);
                reader.describe(0);
            } catch (CandelaException e) {
                refused++;
            }
        }

        assertTrue(refused > 0 && refused < files.size(), refused + " of " + files.size() + " refused");
    }
}
