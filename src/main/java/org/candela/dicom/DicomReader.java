package org.candela.dicom;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads DICOM files (PS3.10 §7.1), lazily: large values and pixel data stay in the file.
 *
 * <p>Tolerated with a warning: no preamble, no File Meta Information, explicit declared and implicit found or the other
 * way round, unknown VRs, unsupported character sets, odd lengths, elements out of order. Refused with a
 * {@link DicomFormatException}: what is no DICOM, what ends too early, lengths beyond the file, nesting without end.
 * Stateless; safe from any thread.
 */
public final class DicomReader {
    private static final int PREAMBLE = 128;
    private static final byte[] MAGIC = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final int META_GROUP = 0x0002;

    private DicomReader() {}

    /** The whole file. */
    // [impl->req~dicom.read~1]
    public static DicomFile read(Path file) throws IOException, DicomFormatException {
        return read(file, ElementReader.Extent.WHOLE);
    }

    /** Everything before Pixel Data; what follows pixel data is not looked at. */
    public static DicomFile readHeader(Path file) throws IOException, DicomFormatException {
        return read(file, ElementReader.Extent.BEFORE_PIXELS);
    }

    private static DicomFile read(Path file, ElementReader.Extent extent) throws IOException, DicomFormatException {
        try (Input input = Input.open(file)) {
            List<String> warnings = new ArrayList<>();
            findStart(input, warnings);
            Attributes meta = new Attributes();
            if (startsWithGroup(input, META_GROUP)) {
                ElementReader reader = new ElementReader(input, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN, warnings);
                reader.readGroup(meta, META_GROUP);
            } else {
                warnings.add("no File Meta Information");
            }
            TransferSyntax syntax = syntaxOf(meta, input, warnings);
            refuseDeflated(syntax, input);
            Attributes dataSet = new Attributes();
            readerOf(input, syntax, warnings).readDataSet(dataSet, extent);
            return new DicomFile(meta, dataSet, syntax, warnings);
        }
    }

    private static void findStart(Input input, List<String> warnings) throws IOException, DicomFormatException {
        if (input.size() >= PREAMBLE + MAGIC.length) {
            input.position(PREAMBLE);
            if (Arrays.equals(input.bytes(MAGIC.length), MAGIC)) {
                return;
            }
        }
        input.position(0);
        boolean looksLikeDataSet =
                input.size() >= 8 && (startsWithGroup(input, META_GROUP) || startsWithGroup(input, 0x0008));
        if (!looksLikeDataSet) {
            throw new DicomFormatException(
                    input.name(), 0, DicomFormatException.NO_TAG, "not a DICOM file (no DICM at offset 128)");
        }
        warnings.add("no preamble");
    }

    private static boolean startsWithGroup(Input input, int group) throws IOException, DicomFormatException {
        long start = input.position();
        if (input.size() - start < 8) {
            return false;
        }
        int found = input.u16();
        input.position(start);
        return found == group;
    }

    private static TransferSyntax syntaxOf(Attributes meta, Input input, List<String> warnings)
            throws IOException, DicomFormatException {
        var declared = meta.uid(Tag.TransferSyntaxUID);
        if (declared.isPresent()) {
            return TransferSyntax.of(declared.orElseThrow());
        }
        warnings.add("no transfer syntax declared; taken from the form of the first element");
        return looksExplicit(input)
                ? TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN
                : TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
    }

    /** Some writers declare a compressed syntax over an implicit data set; the form of the first element tells. */
    private static ElementReader readerOf(Input input, TransferSyntax declared, List<String> warnings)
            throws IOException, DicomFormatException {
        boolean isAmbiguous = declared.isBigEndian() || input.size() - input.position() < 8;
        if (isAmbiguous || looksExplicit(input) == declared.isExplicit()) {
            return new ElementReader(input, declared, warnings);
        }
        warnings.add("the data set is not encoded as declared; read in the form of its first element");
        return new ElementReader(
                input,
                declared.isExplicit()
                        ? TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN
                        : TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN,
                warnings);
    }

    /** Whether two letters of a VR follow the next tag; as an implicit length they would mean over 16 kB at the start. */
    private static boolean looksExplicit(Input input) throws IOException, DicomFormatException {
        long start = input.position();
        if (input.size() - start < 8) {
            return false;
        }
        input.position(start + 4);
        boolean isExplicit = VR.ofLetters(input.u8(), input.u8()) != null;
        input.position(start);
        return isExplicit;
    }

    private static void refuseDeflated(TransferSyntax syntax, Input input) throws DicomFormatException {
        if (syntax.form() == TransferSyntax.Form.DEFLATED) {
            throw new DicomFormatException(
                    input.name(),
                    input.position(),
                    Tag.TransferSyntaxUID,
                    "transfer syntax not supported yet: " + syntax);
        }
    }

    static ByteOrder orderOf(TransferSyntax syntax) {
        return syntax.isBigEndian() ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN;
    }
}
