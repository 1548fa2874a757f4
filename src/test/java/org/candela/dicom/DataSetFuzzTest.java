package org.candela.dicom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.zip.Deflater;
import org.candela.FileMutator;
import org.candela.Fuzz;
import org.candela.FuzzSeeds;
import org.candela.Mutator;
import org.junit.jupiter.api.Test;

/** Mutated files through reader, values, JSON model and writer: each gives a result or an error of format, soon. */
class DataSetFuzzTest {
    private static final long MOST_BYTES = 1 << 20;
    private static final List<TransferSyntax> ENCODINGS = List.of(
            TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
            TransferSyntax.EXPLICIT_VR_BIG_ENDIAN,
            TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN);
    private static final List<String> CHARACTER_SETS = List.of(
            "ISO_IR 100",
            "ISO_IR 13",
            "ISO_IR 192",
            "GB18030",
            "GBK",
            "ISO 2022 IR 87\\ISO 2022 IR 159",
            "\\ISO 2022 IR 149",
            "ISO 2022 IR 6\\ISO 2022 IR 58",
            "ISO_IR 203",
            "nonsense\\ISO 2022 IR 13");
    private static final String TOKENS = "{}[]\",:0-.eE\\u";
    private static final ObjectMapper JSON = new ObjectMapper();

    // [utest->req~dicom.bad-input~1]
    @Test
    void mutatedFilesGiveAResultOrAnErrorSoon() throws Exception {
        Fuzz.slice("dicom.data-sets", 1000)
                .allowing(DicomFormatException.class)
                .run(seeds(), DataSetFuzzTest::mutated, DataSetFuzzTest::readAndUse)
                .requireBothOutcomes();
    }

    private static byte[] mutated(byte[] file, Random random) {
        return random.nextInt(3) == 0 ? Mutator.mutated(file, random) : FileMutator.mutated(file, random);
    }

    private static DicomFile readAndUse(byte[] bytes, Random random) throws DicomFormatException, IOException {
        try {
            DicomFile file = DicomReader.read(bytes, "mutant", options(random));
            useValues(file.dataSet());
            DicomJson.fromJson(DicomJson.toJson(file.dataSet()), "json of mutant");
            ByteArrayOutputStream written = new ByteArrayOutputStream();
            DicomWriter.write(file, written);
            return file;
        } catch (DicomFormatException e) {
            assertTrue(e.toString().contains("mutant"), e.toString());
            assertEquals(1, e.toString().lines().count(), e.toString());
            throw e;
        }
    }

    private static ReadOptions options(Random random) {
        return switch (random.nextInt(4)) {
            case 0 -> ReadOptions.standard();
            case 1 -> ReadOptions.header();
            case 2 -> ReadOptions.standard().strict();
            default -> ReadOptions.standard().keepingPrefix();
        };
    }

    private static void useValues(Attributes dataSet) {
        for (int tag : dataSet.tags()) {
            dataSet.strings(tag);
            dataSet.numbers(tag);
            dataSet.integer(tag);
            dataSet.date(tag);
            dataSet.time(tag);
            dataSet.dateTime(tag, tag);
            dataSet.uid(tag);
            dataSet.personName(tag);
            dataSet.items(tag).forEach(DataSetFuzzTest::useValues);
        }
    }

    // [utest->req~dicom.bad-input~1]
    @Test
    void mutatedDataSetsOfEveryEncodingAndCharacterSetGiveAResultOrAnErrorSoon() throws Exception {
        List<Fuzz.Seed> seeds = new ArrayList<>();
        for (TransferSyntax syntax : ENCODINGS) {
            for (String characterSet : CHARACTER_SETS) {
                seeds.add(new Fuzz.Seed(syntax + " in " + characterSet, own(syntax, characterSet)));
            }
        }
        Fuzz.slice("dicom.encodings", 1000)
                .allowing(DicomFormatException.class)
                .run(seeds, DataSetFuzzTest::mutated, DataSetFuzzTest::readAndUse)
                .requireBothOutcomes();
    }

    // [utest->req~dicom.deflated~1]
    @Test
    void dataSetsMutatedBeforeTheyWereDeflatedGiveAResultOrAnErrorSoon() throws Exception {
        List<Fuzz.Seed> seeds = List.of(
                new Fuzz.Seed("sample", own(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, "ISO_IR 192")),
                new Fuzz.Seed("zeros", zeros(1 << 16)),
                new Fuzz.Seed("many zeros", zeros(1 << 22)));
        Fuzz.slice("dicom.deflated", 300)
                .allowing(DicomFormatException.class)
                .run(seeds, DataSetFuzzTest::deflated, DataSetFuzzTest::readAndUse)
                .requireBothOutcomes();
    }

    private static byte[] zeros(int count) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Attributes dataSet = DicomFiles.sample().setBytes(Tag.PixelData, VR.OB, new byte[count]);
        DicomWriter.write(DicomFile.of(dataSet, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), bytes);
        return bytes.toByteArray();
    }

    /** Damaged within, then deflated; sometimes damaged once more. */
    private static byte[] deflated(byte[] file, Random random) {
        byte[] damaged = FileMutator.mutated(file, random);
        byte[] head = deflatedHead();
        int start = Math.min(damaged.length, dataSetStart(file));
        Deflater deflater = new Deflater(Deflater.BEST_COMPRESSION, true);
        deflater.setInput(damaged, start, damaged.length - start);
        deflater.finish();
        byte[] whole = Arrays.copyOf(head, head.length + damaged.length + 100);
        int count = deflater.deflate(whole, head.length, whole.length - head.length);
        deflater.end();
        byte[] bytes = Arrays.copyOf(whole, head.length + count);
        return random.nextInt(4) == 0 ? Mutator.mutated(bytes, random) : bytes;
    }

    private static byte[] deflatedHead() {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            DicomWriter.write(DicomFile.of(new Attributes(), TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN), bytes);
            return Arrays.copyOf(bytes.toByteArray(), dataSetStart(bytes.toByteArray()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Behind the group length (0002,0000) and what it counts. */
    private static int dataSetStart(byte[] file) {
        return 144 + ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(140);
    }

    // [utest->req~dicom.json~1]
    @Test
    void mutatedJsonGivesADataSetOrAnErrorSoon() throws Exception {
        List<Fuzz.Seed> seeds = List.of(
                new Fuzz.Seed("sample", bytes(DicomFiles.sample())), new Fuzz.Seed("nested", bytes(nested(20))));
        Fuzz.slice("dicom.json", 1000)
                .allowing(DicomFormatException.class, JsonProcessingException.class)
                .run(seeds, DataSetFuzzTest::mutatedText, (input, random) -> {
                    JsonNode node = JSON.readTree(input);
                    Attributes dataSet = DicomJson.fromJson(node, "mutant");
                    useValues(dataSet);
                    DicomWriter.write(
                            DicomFile.of(dataSet, ENCODINGS.get(random.nextInt(4))), new ByteArrayOutputStream());
                    return DicomJson.toJson(dataSet);
                })
                .requireBothOutcomes();
    }

    private static byte[] mutatedText(byte[] text, Random random) {
        byte[] damaged = text.clone();
        for (int faults = 1 + random.nextInt(4); faults > 0; faults--) {
            int at = random.nextInt(damaged.length);
            if (random.nextInt(3) == 0) {
                damaged[at] = (byte) TOKENS.charAt(random.nextInt(TOKENS.length()));
            } else if (random.nextInt(3) == 0) {
                damaged[at] = (byte) random.nextInt();
            } else {
                damaged[at] = damaged[random.nextInt(damaged.length)];
            }
        }
        return random.nextInt(6) == 0 ? Arrays.copyOf(damaged, random.nextInt(damaged.length)) : damaged;
    }

    private static byte[] bytes(Attributes dataSet) {
        return DicomJson.toJson(dataSet).toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Attributes nested(int depth) {
        Attributes item = DicomFiles.sample();
        return depth == 0 ? item : item.setItems(Tag.ReferencedStudySequence, List.of(nested(depth - 1), item.copy()));
    }

    private static List<Fuzz.Seed> seeds() throws IOException {
        List<Fuzz.Seed> seeds = new ArrayList<>(FuzzSeeds.files(MOST_BYTES));
        seeds.add(new Fuzz.Seed("own", own(TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, "ISO_IR 192")));
        return seeds;
    }

    private static String padded(String text) {
        return text.length() % 2 == 0 ? text : text + " ";
    }

    private static byte[] own(TransferSyntax syntax, String characterSet) throws IOException {
        byte[] text = "Wang^XiaoDong=王^小东=\u001b$B;3ED\u001b(B^\u001b$)C\u00e9".getBytes(StandardCharsets.UTF_8);
        Attributes dataSet = nested(2)
                .setBytes(Tag.SpecificCharacterSet, VR.CS, padded(characterSet).getBytes(StandardCharsets.US_ASCII))
                .setBytes(Tag.PatientName, VR.PN, Arrays.copyOf(text, text.length + text.length % 2))
                .setBytes(Tag.StudyDescription, VR.LO, Arrays.copyOf(text, text.length + text.length % 2));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DicomWriter.write(DicomFile.of(dataSet, syntax), bytes);
        return bytes.toByteArray();
    }
}
