package org.candela.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads elements, items and fragments from an {@link Input} (PS3.5 §7, A.4). One use, one thread. */
final class ElementReader {
    private static final long UNDEFINED = 0xFFFFFFFFL;
    /** Longer values stay in the file; none of these is needed to list or place an image. */
    private static final int IN_MEMORY = 1 << 16;

    private static final int MAX_DEPTH = 32;
    private static final int MAX_ELEMENTS = 1_000_000;
    private static final int MAX_FRAGMENTS = 1_000_000;

    private final Input input;
    private final List<String> warnings;
    private boolean isExplicit;
    private final boolean isBigEndian;
    private int elementsRead;
    private boolean hasSignedPixels;

    /** How much of a data set is wanted. */
    enum Extent {
        WHOLE,
        BEFORE_PIXELS
    }

    private record Header(long offset, int tag, VR vr, long length) {
        boolean isUndefined() {
            return length == UNDEFINED;
        }
    }

    ElementReader(Input input, TransferSyntax syntax, List<String> warnings) {
        this.input = input;
        this.warnings = warnings;
        this.isExplicit = syntax.isExplicit();
        this.isBigEndian = syntax.isBigEndian();
        input.order(DicomReader.orderOf(syntax));
    }

    /** Elements of one group, up to the first of another. */
    void readGroup(Attributes into, int group) throws IOException, DicomFormatException {
        while (hasHeader(input.size())) {
            long start = input.position();
            int found = input.u16();
            input.position(start);
            if (found != group) {
                return;
            }
            read(nextHeader(), into, 0, input.size());
        }
    }

    /** Elements up to the end of the file, or to pixel data. */
    void readDataSet(Attributes into, Extent extent) throws IOException, DicomFormatException {
        long previous = -1;
        while (hasHeader(input.size())) {
            Header header = nextHeader();
            if (extent == Extent.BEFORE_PIXELS && Tag.isPixelData(header.tag())) {
                return;
            }
            long unsigned = Integer.toUnsignedLong(header.tag());
            if (unsigned <= previous) {
                warn(Tag.toString(header.tag()) + " is out of order");
            }
            previous = unsigned;
            read(header, into, 0, input.size());
        }
        if (input.position() < input.size()) {
            warn((input.size() - input.position()) + " bytes after the last element");
        }
    }

    private boolean hasHeader(long end) {
        return end - input.position() >= 8;
    }

    private Header nextHeader() throws IOException, DicomFormatException {
        long offset = input.position();
        int tag = input.u16() << 16 | input.u16();
        if (++elementsRead > MAX_ELEMENTS) {
            throw failure(offset, tag, "more than " + MAX_ELEMENTS + " elements");
        }
        if (!isExplicit || Tag.group(tag) == 0xFFFE) {
            return new Header(offset, tag, Dictionary.standard().vr(tag, hasSignedPixels), input.u32());
        }
        int first = input.u8();
        int second = input.u8();
        VR vr = VR.ofLetters(first, second);
        if (vr == null) {
            return unknownVr(offset, tag, first, second);
        }
        if (!vr.hasLongLength()) {
            return new Header(offset, tag, vr, input.u16());
        }
        input.u16();
        return new Header(offset, tag, vr, input.u32());
    }

    /** PS3.5 §6.2 note: a VR of tomorrow has the long form; two NUL or blanks are a known fault, in either form. */
    private Header unknownVr(long offset, int tag, int first, int second) throws IOException, DicomFormatException {
        boolean areLetters = first >= 'A' && first <= 'Z' && second >= 'A' && second <= 'Z';
        if (!areLetters && !(first == second && (first == 0 || first == ' '))) {
            throw failure(offset, tag, "no value representation; the data set is not encoded as declared");
        }
        warn(Tag.toString(tag) + " has an unknown VR and is kept as UN");
        int reservedOrLength = input.u16();
        boolean isShortForm = !areLetters && reservedOrLength != 0;
        return new Header(offset, tag, VR.UN, isShortForm ? reservedOrLength : input.u32());
    }

    private void read(Header header, Attributes into, int depth, long end) throws IOException, DicomFormatException {
        if (Tag.group(header.tag()) == 0xFFFE) {
            throw failure(header.offset(), header.tag(), "an item or delimiter outside a sequence");
        }
        if (!header.isUndefined() && header.length() > end - input.position()) {
            throw failure(
                    header.offset(),
                    header.tag(),
                    "declares " + header.length() + " bytes where " + (end - input.position()) + " are left");
        }
        if (header.isUndefined() && header.vr().isBinary() && header.vr() != VR.UN) {
            into.put(new Element(header.tag(), header.vr(), new Element.Encapsulated(readFragments(header, end))));
        } else if (header.vr() == VR.SQ || header.isUndefined()) {
            List<Attributes> items = readItems(header, into, depth, end);
            into.put(new Element(header.tag(), VR.SQ, new Element.Items(items, header.isUndefined())));
        } else {
            into.put(new Element(header.tag(), header.vr(), readValue(header)));
            note(header.tag(), into);
        }
    }

    private void note(int tag, Attributes into) {
        if (tag == Tag.PixelRepresentation) {
            hasSignedPixels = into.integer(tag).orElse(0) == 1;
        }
        if (tag == Tag.SpecificCharacterSet && !into.characterSet().isSupported()) {
            warn("character set not supported yet, text beyond ASCII is unreadable");
        }
    }

    private Element.Value readValue(Header header) throws IOException, DicomFormatException {
        if (header.length() % 2 != 0) {
            warn(Tag.toString(header.tag()) + " has an odd length");
        }
        int unit = isBigEndian ? header.vr().unitBytes() : 1;
        if (header.length() > IN_MEMORY || Tag.isPixelData(header.tag())) {
            long start = input.position();
            input.position(start + header.length());
            return new Element.Bulk(new BulkData(input.file(), start, header.length(), unit));
        }
        return new Element.Bytes(ByteOrders.swapped(input.bytes((int) header.length()), unit));
    }

    private List<Attributes> readItems(Header sequence, Attributes parent, int depth, long outerEnd)
            throws IOException, DicomFormatException {
        if (depth >= MAX_DEPTH) {
            throw failure(sequence.offset(), sequence.tag(), "sequences nested more than " + MAX_DEPTH + " deep");
        }
        // PS3.5 §6.2.2: a UN of undefined length holds implicit little endian items.
        boolean wasExplicit = isExplicit;
        isExplicit = isExplicit && sequence.vr() != VR.UN;
        try {
            return Collections.unmodifiableList(readItemsWithin(sequence, parent, depth, outerEnd));
        } finally {
            isExplicit = wasExplicit;
        }
    }

    private List<Attributes> readItemsWithin(Header sequence, Attributes parent, int depth, long outerEnd)
            throws IOException, DicomFormatException {
        long end = sequence.isUndefined() ? outerEnd : input.position() + sequence.length();
        List<Attributes> items = new ArrayList<>();
        while (hasHeader(end)) {
            Header header = nextHeader();
            if (header.tag() == Tag.SequenceDelimitationItem) {
                return items;
            }
            if (header.tag() != Tag.Item) {
                throw failure(
                        header.offset(),
                        sequence.tag(),
                        "holds " + Tag.toString(header.tag()) + " where an item must stand");
            }
            items.add(readItem(header, sequence, parent, new Nest(depth + 1, end)));
        }
        if (sequence.isUndefined()) {
            throw failure(sequence.offset(), sequence.tag(), "the sequence has no end");
        }
        return items;
    }

    private record Nest(int depth, long end) {}

    private Attributes readItem(Header item, Header sequence, Attributes parent, Nest nest)
            throws IOException, DicomFormatException {
        if (!item.isUndefined() && item.length() > nest.end() - input.position()) {
            throw failure(
                    item.offset(),
                    sequence.tag(),
                    "an item declares " + item.length() + " bytes where " + (nest.end() - input.position())
                            + " are left");
        }
        long end = item.isUndefined() ? nest.end() : input.position() + item.length();
        Attributes attributes = new Attributes(parent);
        if (item.isUndefined()) {
            attributes.setUndefinedLength();
        }
        while (hasHeader(end)) {
            Header header = nextHeader();
            if (header.tag() == Tag.ItemDelimitationItem) {
                return attributes;
            }
            read(header, attributes, nest.depth(), end);
        }
        if (item.isUndefined()) {
            throw failure(item.offset(), sequence.tag(), "an item has no end");
        }
        return attributes;
    }

    private Fragments readFragments(Header pixelData, long end) throws IOException, DicomFormatException {
        byte @Nullable [] offsetTable = null;
        List<BulkData> fragments = new ArrayList<>();
        while (hasHeader(end)) {
            Header header = nextHeader();
            if (header.tag() == Tag.SequenceDelimitationItem) {
                return new Fragments(offsetTable == null ? new byte[0] : offsetTable, fragments);
            }
            if (header.tag() != Tag.Item || header.length() > Math.min(end - input.position(), Integer.MAX_VALUE - 8)) {
                throw failure(header.offset(), pixelData.tag(), "a fragment is broken");
            }
            if (offsetTable == null) {
                offsetTable = input.bytes((int) header.length());
            } else {
                fragments.add(new BulkData(input.file(), input.position(), header.length(), 1));
                input.position(input.position() + header.length());
            }
            if (fragments.size() > MAX_FRAGMENTS) {
                throw failure(header.offset(), pixelData.tag(), "more than " + MAX_FRAGMENTS + " fragments");
            }
        }
        throw failure(pixelData.offset(), pixelData.tag(), "the fragments have no end; the file is truncated");
    }

    private void warn(String warning) {
        if (warnings.size() < 100) {
            warnings.add(warning);
        }
    }

    // [impl->req~dicom.bad-input~1]
    private DicomFormatException failure(long offset, int tag, String problem) {
        return new DicomFormatException(input.name(), offset, tag, problem);
    }
}
