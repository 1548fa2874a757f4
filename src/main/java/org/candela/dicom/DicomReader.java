package org.candela.dicom;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.candela.base.Uid;

/**
 * Reads DICOM files (PS3.10 §7.1), lazily: large values and pixel data stay in the file.
 *
 * <p>Tolerated with a warning: no preamble, no File Meta Information or a wrong group length of it, another form than
 * declared, unknown VRs, VRs and numbers of values other than those of PS3.6, unreadable text, odd lengths, elements out
 * of order, delimiters too many. Refused with a {@link DicomFormatException}: what is no DICOM, what ends too early,
 * lengths beyond the file, nesting without end. {@link ReadOptions} make it stricter or kinder. Stateless; safe from any
 * thread.
 */
public final class DicomReader {
    private static final int PREAMBLE = 128;
    private static final byte[] MAGIC = "DICM".getBytes(StandardCharsets.US_ASCII);
    private static final int META_GROUP = 0x0002;
    private static final int COMMAND_GROUP = 0x0000;
    /** Groups a data set without any header may begin with. */
    private static final int LAST_FIRST_GROUP = 0x0020;

    private final Input input;
    private final ReadOptions options;
    private final Warnings warnings;

    private DicomReader(Input input, ReadOptions options, ReadListener listener) {
        this.input = input;
        this.options = options;
        this.warnings = new Warnings(input.name(), options.tolerance(), listener);
    }

    /** The whole file. */
    // [impl->req~dicom.read~1]
    public static DicomFile read(Path file) throws IOException, DicomFormatException {
        return read(file, ReadOptions.standard());
    }

    /** Everything before Pixel Data; what follows pixel data is not looked at. */
    public static DicomFile readHeader(Path file) throws IOException, DicomFormatException {
        return read(file, ReadOptions.header());
    }

    /** As {@code options} say. */
    public static DicomFile read(Path file, ReadOptions options) throws IOException, DicomFormatException {
        return read(file, options, ReadListener.NONE);
    }

    /** The same, telling {@code listener} of each element and fault. */
    public static DicomFile read(Path file, ReadOptions options, ReadListener listener)
            throws IOException, DicomFormatException {
        return read(file, Input.nameOf(file), options, listener);
    }

    /** The whole file, called {@code name} in messages and warnings: for one that lies under another name for now. */
    public static DicomFile read(Path file, String name) throws IOException, DicomFormatException {
        return read(file, name, ReadOptions.standard(), ReadListener.NONE);
    }

    private static DicomFile read(Path file, String name, ReadOptions options, ReadListener listener)
            throws IOException, DicomFormatException {
        try (OpenStorage storage = OpenStorage.of(file)) {
            return new DicomReader(new Input(storage, name), options, listener).readFile();
        }
    }

    /** A file held in memory; {@code name} stands in messages for its name. */
    public static DicomFile read(byte[] bytes, String name, ReadOptions options)
            throws IOException, DicomFormatException {
        return read(bytes, name, options, ReadListener.NONE);
    }

    /** The same, telling {@code listener} of each element and fault. */
    public static DicomFile read(byte[] bytes, String name, ReadOptions options, ReadListener listener)
            throws IOException, DicomFormatException {
        return new DicomReader(inMemory(bytes, name), options, listener).readFile();
    }

    /**
     * A data set without a file around it, as of a DIMSE message, in the encoding of {@code syntax}.
     *
     * @param name stands in messages for the name of a file
     */
    public static DicomFile readDataSet(byte[] bytes, TransferSyntax syntax, String name)
            throws IOException, DicomFormatException {
        DicomReader reader = new DicomReader(inMemory(bytes, name), ReadOptions.standard(), ReadListener.NONE);
        Attributes dataSet = new Attributes();
        new ElementReader(reader.input, ElementForm.of(syntax), reader.options, reader.warnings).readDataSet(dataSet);
        return new DicomFile(new Attributes(), dataSet, syntax, reader.warnings.texts());
    }

    private static Input inMemory(byte[] bytes, String name) {
        return new Input(new MemoryStorage(Path.of(name), bytes, bytes.length));
    }

    private DicomFile readFile() throws IOException, DicomFormatException {
        findStart();
        Attributes meta = readMeta();
        Optional<Uid> declared = meta.uid(Tag.TransferSyntaxUID);
        boolean isDeflated = declared.filter(DEFLATED::equals).isPresent();
        Attributes dataSet = new Attributes();
        Input data = isDeflated ? inflated() : input;
        ElementForm form = readDataSet(data, dataSet, declared);
        return new DicomFile(
                meta, dataSet, declared.map(TransferSyntax::of).orElseGet(() -> syntaxOf(form)), warnings.texts());
    }

    private static final Uid DEFLATED = TransferSyntax.DEFLATED_EXPLICIT_VR_LITTLE_ENDIAN.uid();

    // [impl->req~dicom.truncated~1]
    private ElementForm readDataSet(Input data, Attributes into, Optional<Uid> declared)
            throws IOException, DicomFormatException {
        ElementForm form = ElementForm.EXPLICIT_LITTLE_ENDIAN;
        try {
            if (startsWithGroup(data, COMMAND_GROUP)) {
                warn(data, "elements of a command stand before the data set");
                new ElementReader(data, ElementForm.IMPLICIT_LITTLE_ENDIAN, options, warnings)
                        .readGroup(into, COMMAND_GROUP);
            }
            form = formOf(data, declared);
            new ElementReader(data, form, options, warnings).readDataSet(into);
        } catch (DicomFormatException e) {
            if (options.damage() == ReadOptions.Damage.REFUSE || options.tolerance() == ReadOptions.Tolerance.REFUSE) {
                throw e;
            }
            warnings.ended(e);
        }
        return form;
    }

    private Input inflated() throws IOException, DicomFormatException {
        ElementForm found = ElementForm.foundAt(input, ElementForm.IMPLICIT_LITTLE_ENDIAN);
        if (found == ElementForm.EXPLICIT_LITTLE_ENDIAN && Tag.group(input.peekTag()) == 0x0008) {
            warn(input, "the data set is declared deflated and is not");
            return input;
        }
        long start = input.position();
        Inflated inflated = Inflated.of(input);
        String problem = inflated.problem();
        if (problem != null) {
            DicomFormatException failure =
                    new DicomFormatException(input.name(), start, Tag.TransferSyntaxUID, problem);
            if (options.damage() == ReadOptions.Damage.REFUSE) {
                throw failure;
            }
            warnings.ended(failure);
        } else if (input.left() > 1) {
            warn(input, input.left() + " bytes after the deflated data set");
        }
        return new Input(inflated, input.name());
    }

    private void findStart() throws IOException, DicomFormatException {
        if (isMagicAt(PREAMBLE)) {
            return;
        }
        if (isMagicAt(0)) {
            warn(input, "no preamble before DICM");
            return;
        }
        input.position(0);
        if (!looksLikeDataSet()) {
            throw new DicomFormatException(
                    input.name(), 0, DicomFormatException.NO_TAG, "not a DICOM file (no DICM at offset 128)");
        }
        warn(input, "no preamble");
    }

    private boolean isMagicAt(int offset) throws IOException, DicomFormatException {
        if (input.size() < offset + MAGIC.length) {
            return false;
        }
        input.position(offset);
        return Arrays.equals(input.bytes(MAGIC.length), MAGIC);
    }

    /** A first element of a low group with a VR, or a known one with a length the file can hold. */
    private boolean looksLikeDataSet() throws IOException, DicomFormatException {
        if (input.size() < Long.BYTES) {
            return false;
        }
        ElementForm form = ElementForm.foundAt(input, ElementForm.IMPLICIT_LITTLE_ENDIAN);
        input.bigEndian(form);
        int tag = input.u16() << 16 | input.u16();
        long length = input.u32();
        input.position(0);
        input.bigEndian(ElementForm.IMPLICIT_LITTLE_ENDIAN);
        boolean isKnown = Dictionary.standard().known(tag) != null || Tag.element(tag) == 0;
        boolean isLow = Tag.group(tag) <= LAST_FIRST_GROUP && Tag.group(tag) % 2 == 0;
        return isLow && isKnown && (form.isExplicit() || length <= input.left() - Long.BYTES);
    }

    private Attributes readMeta() throws IOException, DicomFormatException {
        Attributes meta = new Attributes();
        input.bigEndian(ElementForm.EXPLICIT_LITTLE_ENDIAN);
        if (!startsWithGroup(input, META_GROUP)) {
            warn(input, "no File Meta Information");
            return meta;
        }
        ElementForm form = input.peeksVr() ? ElementForm.EXPLICIT_LITTLE_ENDIAN : ElementForm.IMPLICIT_LITTLE_ENDIAN;
        if (!form.isExplicit()) {
            warn(input, "the File Meta Information is in implicit form");
        }
        long start = input.position();
        new ElementReader(input, form, options, warnings).readGroup(meta, META_GROUP);
        checkMetaLength(meta, start);
        return meta;
    }

    private void checkMetaLength(Attributes meta, long start) throws DicomFormatException {
        long counted = input.position() - start - 12;
        Optional<Double> said = meta.number(Tag.FileMetaInformationGroupLength);
        if (said.isEmpty() || said.orElseThrow() != counted) {
            warnings.add(
                    start,
                    Tag.FileMetaInformationGroupLength,
                    said.map(number -> "says " + number.longValue() + " bytes where there are " + counted)
                            .orElse("is missing"));
        }
    }

    private static boolean startsWithGroup(Input data, int group) throws IOException, DicomFormatException {
        return data.left() >= Long.BYTES && Tag.group(data.peekTag()) == group;
    }

    /** Some writers declare a compressed syntax over an implicit data set; the form of the first element tells. */
    private ElementForm formOf(Input data, Optional<Uid> declared) throws IOException, DicomFormatException {
        if (declared.isEmpty()) {
            warn(data, "no transfer syntax declared; taken from the form of the first element");
            return ElementForm.foundAt(data, ElementForm.IMPLICIT_LITTLE_ENDIAN);
        }
        ElementForm expected = ElementForm.of(TransferSyntax.of(declared.orElseThrow()));
        ElementForm found = ElementForm.foundAt(data, expected);
        if (found != expected) {
            warn(data, "the data set is not encoded as declared; read in the form of its first element");
        }
        return found;
    }

    private static TransferSyntax syntaxOf(ElementForm form) {
        return switch (form) {
            case IMPLICIT_LITTLE_ENDIAN -> TransferSyntax.IMPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_LITTLE_ENDIAN -> TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN;
            case EXPLICIT_BIG_ENDIAN -> TransferSyntax.EXPLICIT_VR_BIG_ENDIAN;
        };
    }

    private void warn(Input at, String problem) throws DicomFormatException {
        warnings.add(at.position(), DicomFormatException.NO_TAG, problem);
    }
}
