package org.candela.conformance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.BulkData;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Fragments;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;
import org.candela.dicom.VR;
import org.candela.dicom.image.FrameReader;
import org.candela.image.Palette;
import org.candela.image.StoredFrame;

/** Decodes what a {@link Coder} makes, cell by cell, and writes down what came out. */
final class Measurement {
    private static final String UNDEFINED = "–";

    private final Path folder;
    private final TransferSyntax syntax;
    private final Coder coder;
    private final List<String> notes = new ArrayList<>();

    private Measurement(Path folder, TransferSyntax syntax, Coder coder) {
        this.folder = folder;
        this.syntax = syntax;
        this.coder = coder;
    }

    /**
     * The part of the document about one transfer syntax.
     *
     * @param how who made the streams and what the samples were compared with
     */
    static String of(Path folder, TransferSyntax syntax, Coder coder, String how) throws Exception {
        return new Measurement(folder, syntax, coder).text(how);
    }

    private String text(String how) throws Exception {
        StringBuilder text = new StringBuilder("### " + syntax.name() + " (" + syntax.uid() + ")\n" + how + ' ');
        List<String> rows = new ArrayList<>();
        List<String> undefined = new ArrayList<>();
        Set<Bits> columns = columns();
        for (Colour colour : Colour.values()) {
            List<String> cells = new ArrayList<>();
            for (Bits bits : columns) {
                cells.add(cell(new TestImage(colour, bits)));
            }
            if (cells.stream().allMatch(UNDEFINED::equals)) {
                undefined.add(colour.title());
            } else {
                rows.add("| " + colour.title() + " | " + String.join(" | ", cells) + " |");
            }
        }
        text.append("Defined by ").append(Standard.clause(syntax)).append(", which has no ");
        text.append(String.join("; no ", undefined)).append(".\n\n| |");
        columns.forEach(bits -> text.append(' ').append(bits.title()).append(" |"));
        text.append("\n|---|").append("---|".repeat(columns.size())).append('\n');
        rows.forEach(row -> text.append(row).append('\n'));
        for (int i = 0; i < notes.size(); i++) {
            text.append(i == 0 ? "\n" : "")
                    .append(i + 1)
                    .append(". Refused: ")
                    .append(notes.get(i))
                    .append("\n");
        }
        return text.append('\n').toString();
    }

    /** Without those that nothing is defined for, nor measured. */
    private Set<Bits> columns() throws Exception {
        Set<Bits> columns = EnumSet.noneOf(Bits.class);
        for (Colour colour : Colour.values()) {
            for (Bits bits : Bits.values()) {
                TestImage image = new TestImage(colour, bits);
                if (Standard.defines(syntax, image)) {
                    columns.add(bits);
                }
            }
        }
        return columns;
    }

    private String cell(TestImage image) throws Exception {
        boolean isDefined = Standard.defines(syntax, image);
        List<Coder.Coded> streams = coder.code(image);
        assertFalse(isDefined && streams.isEmpty(), syntax + " " + image + ": nothing to measure with");
        if (streams.isEmpty()) {
            return UNDEFINED;
        }
        double worst = 0;
        for (Coder.Coded coded : streams) {
            try {
                worst = Math.max(worst, difference(image, coded));
            } catch (CandelaException e) {
                return refused(e) + (isDefined ? "" : " †");
            }
        }
        return (worst == 0 ? "exact" : "±" + (int) worst) + (isDefined ? "" : " †");
    }

    private String refused(CandelaException failure) {
        String message = String.valueOf(failure.getMessage());
        String reason = message.replaceFirst("^measured\\.dcm[^:]*: (frame 1: )?", "");
        if (!notes.contains(reason)) {
            notes.add(reason);
        }
        return "refused (" + (notes.indexOf(reason) + 1) + ")";
    }

    private double difference(TestImage image, Coder.Coded coded) throws IOException, CandelaException {
        Path file = folder.resolve("measured.dcm");
        write(image, coded.stream(), syntax, file);
        FrameReader reader = FrameReader.open(file);
        StoredFrame frame = reader.readStored(0);
        String what = syntax + " " + image + " " + coded.option();
        assertEquals(image.bits().allocated(), frame.layout().bitsAllocated(), what);
        assertEquals(expectedTerm(image.colour()), frame.layout().photometric().term(), what);
        if (image.colour().isPalette()) {
            requirePalette(reader.describe(0).palette().orElseThrow(), what);
        }
        double[] found = numbers(frame);
        assertEquals(coded.expected().length, found.length, what);
        double most = 0;
        for (int i = 0; i < found.length; i++) {
            most = Math.max(most, Math.abs(found[i] - coded.expected()[i]));
        }
        assertTrue(most <= coded.tolerance(), what + " is off by " + most);
        return most;
    }

    private static void requirePalette(Palette palette, String what) {
        for (int stored : new int[] {-5, 0, 1, 77, 254, 255, 999}) {
            assertEquals(TestImage.paletteArgb(stored), palette.argb(stored), what + ", colour of " + stored);
        }
    }

    private static String expectedTerm(Colour colour) {
        return switch (colour) {
            case YBR_FULL_422 -> Colour.YBR_FULL.term();
            case YBR_RCT, YBR_ICT, YBR_PARTIAL_420 -> Colour.RGB.term();
            default -> colour.term();
        };
    }

    /** The picture's header around {@code stream}. */
    static void write(TestImage image, byte[] stream, TransferSyntax syntax, Path file) throws IOException {
        if (syntax.isEncapsulated()) {
            write(image.header(), stream, syntax, file);
            return;
        }
        Attributes dataSet = image.header();
        if (image.bits().isFloat()) {
            boolean isDouble = image.bits() == Bits.DOUBLE;
            dataSet.setBytes(
                    isDouble ? Tag.DoubleFloatPixelData : Tag.FloatPixelData, isDouble ? VR.OD : VR.OF, stream);
        } else {
            boolean isWords = image.bits().allocated() > 8 || syntax.equals(TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN);
            dataSet.setBytes(Tag.PixelData, isWords ? VR.OW : VR.OB, stream);
        }
        DicomWriter.write(DicomFile.of(dataSet, syntax), file);
    }

    /** {@code dataSet} with {@code stream} as its only fragment, for encapsulated syntaxes. */
    static void write(Attributes dataSet, byte[] stream, TransferSyntax syntax, Path file) throws IOException {
        dataSet.setFragments(Tag.PixelData, new Fragments(new byte[0], List.of(BulkData.ofBytes(even(stream)))));
        DicomWriter.write(DicomFile.of(dataSet, syntax), file);
    }

    private static byte[] even(byte[] stream) {
        return stream.length % 2 == 0 ? stream : Arrays.copyOf(stream, stream.length + 1);
    }

    /** Every sample of a frame as a number. */
    static double[] numbers(StoredFrame frame) {
        ByteBuffer bytes = ByteBuffer.wrap(frame.littleEndian()).order(ByteOrder.LITTLE_ENDIAN);
        double[] numbers = new double[bytes.capacity() / frame.sampleType().bytes()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = switch (frame.sampleType()) {
                case U8 -> bytes.get() & 0xFF;
                case I8 -> bytes.get();
                case U16 -> bytes.getShort() & 0xFFFF;
                case I16 -> bytes.getShort();
                case U32 -> Integer.toUnsignedLong(bytes.getInt());
                case I32 -> bytes.getInt();
                case F32 -> bytes.getFloat();
                case F64 -> bytes.getDouble();
            };
        }
        return numbers;
    }
}
