package org.candela.dicom;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

// [impl->req~dicom.bad-input~1]
/** Reads elements and items from an {@link Input} (PS3.5 §7, A.4). One use, one thread. */
final class ElementReader {
    private static final int HEADER = 8;
    private static final int MAX_DEPTH = 32;
    private static final int MAX_ELEMENTS = 1_000_000;
    /** Values of a file in memory together; what comes after stays in the file. */
    private static final long MAX_IN_MEMORY = 1L << 26;
    /** Longer values of VR UN are not looked into (as PS3.5 §6.2.2 note 4 has them: a VR with a short length). */
    private static final int MAX_UNKNOWN = 0xFFFF;

    private final Input input;
    private final ReadOptions options;
    private final Warnings warnings;
    private final ElementChecks checks;
    private final boolean isExplicitDataSet;
    private ElementForm form;
    private int elementsRead;
    private long bytesInMemory;
    private boolean hasSignedPixels;

    ElementReader(Input input, ElementForm form, ReadOptions options, Warnings warnings) {
        this.input = input;
        this.options = options;
        this.warnings = warnings;
        this.checks = new ElementChecks(warnings);
        this.isExplicitDataSet = form.isExplicit();
        this.form = form;
        input.bigEndian(form);
    }

    /** Elements of one group, up to the first of another. */
    void readGroup(Attributes into, int group) throws IOException, DicomFormatException {
        while (input.left() >= HEADER && Tag.group(input.peekTag()) == group) {
            read(nextHeader(), into, 0, input.size());
        }
    }

    /** Elements up to the end of the file, or to pixel data. */
    void readDataSet(Attributes into) throws IOException, DicomFormatException {
        boolean stopsAtPixels = options.extent() == ReadOptions.Extent.BEFORE_PIXELS;
        long previous = -1;
        while (input.left() >= HEADER) {
            if (stopsAtPixels && Tag.isPixelData(input.peekTag())) {
                return;
            }
            ElementHeader header = nextHeader();
            previous = checkOrder(header, previous);
            read(header, into, 0, input.size());
        }
        if (input.left() > 0) {
            warnings.add(input.position(), DicomFormatException.NO_TAG, input.left() + " bytes after the last element");
        }
    }

    /** Whether tags ascend (PS3.5 §7.1); the tag as an unsigned number, for the next one to be compared with. */
    private long checkOrder(ElementHeader header, long previous) throws DicomFormatException {
        long tag = Integer.toUnsignedLong(header.tag());
        if (tag <= previous) {
            warnings.add(header.offset(), header.tag(), tag == previous ? "stands twice" : "is out of order");
        }
        return tag;
    }

    private ElementHeader nextHeader() throws IOException, DicomFormatException {
        ElementHeader header = ElementHeader.read(input, form, warnings);
        if (++elementsRead > MAX_ELEMENTS) {
            throw failure(header, "more than " + MAX_ELEMENTS + " elements");
        }
        return header;
    }

    private void read(ElementHeader header, Attributes into, int depth, long end)
            throws IOException, DicomFormatException {
        if (Tag.group(header.tag()) == 0xFFFE) {
            passStrayDelimiter(header);
            return;
        }
        if (!header.isUndefined() && header.length() > end - input.position()) {
            throw failure(
                    header, "declares " + header.length() + " bytes where " + (end - input.position()) + " are left");
        }
        VR vr = vrOf(header, into);
        if (header.isUndefined()) {
            readUndefined(header, vr, into, new Nest(depth, end));
        } else if (vr == VR.SQ) {
            readSequence(header, into, new Nest(depth, end));
        } else {
            put(new Element(header.tag(), vr, readValue(header, into), codedVr(header, vr)), header, into);
        }
        warnings.element(header, into);
    }

    private void passStrayDelimiter(ElementHeader header) throws DicomFormatException {
        if (header.tag() == Tag.Item || header.length() != 0) {
            throw failure(header, "an item or delimiter outside a sequence");
        }
        warnings.add(header.offset(), header.tag(), "stands outside a sequence");
    }

    /** What the value is, whatever a writer called it that did not know: PS3.5 §6.2.2 and Annex A.1. */
    private VR vrOf(ElementHeader header, Attributes into) {
        boolean isUnknown = header.vr() == VR.UN;
        boolean isWorthLooking = isUnknown && (!form.isExplicit() || header.length() <= MAX_UNKNOWN);
        if (!isWorthLooking || form.isBigEndian()) {
            return header.vr();
        }
        int tag = header.tag();
        if (Tag.isPrivate(tag) && Tag.element(tag) > 0xFF) {
            return into.string((tag & 0xFFFF0000) | Tag.element(tag) >>> 8)
                    .flatMap(creator -> Dictionary.privateVr(creator, tag))
                    .orElse(VR.UN);
        }
        return Dictionary.standard().vr(tag, hasSignedPixels);
    }

    private VR codedVr(ElementHeader header, VR vr) {
        return form.isExplicit() ? header.vr() : vr;
    }

    private void put(Element element, ElementHeader header, Attributes into) throws DicomFormatException {
        into.put(element);
        if (element.tag() == Tag.PixelRepresentation) {
            hasSignedPixels = into.integer(element.tag()).orElse(0) == 1;
        } else if (element.tag() == Tag.SpecificCharacterSet
                && !into.characterSet().isSupported()) {
            warnings.add(
                    header.offset(), element.tag(), "names an unknown character set; text beyond ASCII is unreadable");
        }
        checks.check(element, header, into);
    }

    private Element.Value readValue(ElementHeader header, Attributes into) throws IOException, DicomFormatException {
        if (header.length() % 2 != 0) {
            warnings.add(header.offset(), header.tag(), "has an odd length");
        }
        int unit = form.isBigEndian() ? ByteOrders.unit(header.tag(), header.vr(), into) : 1;
        boolean staysOut = header.length() > options.valueBytesInMemory()
                || bytesInMemory + header.length() > MAX_IN_MEMORY
                || Tag.isPixelData(header.tag());
        if (staysOut) {
            long start = input.position();
            input.position(start + header.length());
            return new Element.Bulk(input.bulk(start, header.length(), unit));
        }
        bytesInMemory += header.length();
        return new Element.Bytes(ByteOrders.swapped(input.bytes((int) header.length()), unit));
    }

    /** An undefined length belongs to a sequence or to fragments; the first item tells where the VR does not. */
    private void readUndefined(ElementHeader header, VR vr, Attributes into, Nest nest)
            throws IOException, DicomFormatException {
        boolean isFragments = Tag.isPixelData(header.tag()) || (vr.isBinary() && vr != VR.UN);
        if (isFragments) {
            Fragments fragments = new FragmentReader(input, options, warnings).read(header, nest.end());
            VR known = form.isExplicit() && vr.isBinary() ? vr : VR.OB; // the OW an implicit form implies is native
            into.put(new Element(header.tag(), known, new Element.Encapsulated(fragments), codedVr(header, known)));
        } else {
            readSequence(header, into, nest);
        }
    }

    private void readSequence(ElementHeader header, Attributes into, Nest nest)
            throws IOException, DicomFormatException {
        ElementForm outer = form;
        long start = input.position();
        boolean isCodedUnknown = outer.isExplicit() && header.vr() != VR.SQ;
        try {
            if (isCodedUnknown) {
                use(ElementForm.IMPLICIT_LITTLE_ENDIAN); // PS3.5 §6.2.2: so are the items of a UN
            }
            if (isCodedUnknown && header.length() > 0 && input.left() >= 4 && input.peekTag() != Tag.Item) {
                throw failure(header, "holds no items");
            }
            List<Attributes> items = readItems(header, into, nest);
            into.put(new Element(
                    header.tag(),
                    VR.SQ,
                    new Element.Items(items, header.isUndefined()),
                    isCodedUnknown ? VR.UN : VR.SQ));
        } catch (DicomFormatException e) {
            if (!isGuess(header) || header.isUndefined()) {
                throw e;
            }
            input.position(start); // a UN that holds no items stays what its writer called it
            into.put(new Element(header.tag(), VR.UN, readValue(header, into)));
        } finally {
            use(outer);
        }
    }

    private void use(ElementForm next) {
        form = next;
        input.bigEndian(next);
    }

    /** Where an element stands: how deep, and where what holds it ends. */
    private record Nest(int depth, long end) {}

    private List<Attributes> readItems(ElementHeader sequence, Attributes parent, Nest nest)
            throws IOException, DicomFormatException {
        if (nest.depth() >= MAX_DEPTH) {
            throw failure(sequence, "sequences nested more than " + MAX_DEPTH + " deep");
        }
        long end = sequence.isUndefined() ? nest.end() : input.position() + sequence.length();
        List<Attributes> items = new ArrayList<>(1);
        while (end - input.position() >= HEADER) {
            ElementHeader header = nextHeader();
            if (header.tag() == Tag.SequenceDelimitationItem) {
                endAt(sequence, end);
                return Collections.unmodifiableList(items);
            }
            if (header.tag() != Tag.Item) {
                throw new DicomFormatException(
                        input.name(),
                        header.offset(),
                        sequence.tag(),
                        "holds " + Tag.toString(header.tag()) + " where an item must stand");
            }
            items.add(readItem(header, sequence, parent, new Nest(nest.depth() + 1, end)));
        }
        if (sequence.isUndefined()) {
            throw failure(sequence, "the sequence has no end");
        }
        endAt(sequence, end);
        return Collections.unmodifiableList(items);
    }

    /** A sequence or item of defined length ends where its length says, whatever else is in it. */
    private void endAt(ElementHeader holder, long end) throws DicomFormatException {
        if (!holder.isUndefined() && input.position() != end) {
            warnings.add(input.position(), holder.tag(), "ends before its length does");
            input.position(end);
        }
    }

    private Attributes readItem(ElementHeader item, ElementHeader sequence, Attributes parent, Nest nest)
            throws IOException, DicomFormatException {
        long left = nest.end() - input.position();
        if (!item.isUndefined() && item.length() > left) {
            throw new DicomFormatException(
                    input.name(),
                    item.offset(),
                    sequence.tag(),
                    "an item declares " + item.length() + " bytes where " + left + " are left");
        }
        long end = item.isUndefined() ? nest.end() : input.position() + item.length();
        Attributes attributes = new Attributes(parent);
        if (item.isUndefined()) {
            attributes.setUndefinedLength();
        }
        ElementForm outer = form;
        try {
            useFormOfItem(sequence, end);
            readItemElements(item, attributes, new Nest(nest.depth(), end));
        } finally {
            use(outer);
        }
        return attributes;
    }

    private void readItemElements(ElementHeader item, Attributes into, Nest nest)
            throws IOException, DicomFormatException {
        long previous = -1;
        while (nest.end() - input.position() >= HEADER) {
            ElementHeader header = nextHeader();
            if (header.tag() == Tag.ItemDelimitationItem) {
                endAt(item, nest.end());
                return;
            }
            previous = checkOrder(header, previous);
            read(header, into, nest.depth(), nest.end());
        }
        if (item.isUndefined()) {
            throw failure(item, "an item has no end");
        }
        endAt(item, nest.end());
    }

    /** Some writers put implicit items into an explicit data set, or explicit ones into a UN. */
    private void useFormOfItem(ElementHeader sequence, long end) throws IOException, DicomFormatException {
        boolean mayDiffer = form.isExplicit() || sequence.vr() == VR.UN;
        if (!mayDiffer || end - input.position() < HEADER || Tag.group(input.peekTag()) == 0xFFFE) {
            return;
        }
        boolean isExplicit = input.peeksVr();
        if (form == ElementForm.EXPLICIT_LITTLE_ENDIAN && !isExplicit && isKnownImplicit(end)) {
            warnings.add(input.position(), sequence.tag(), "holds an item in implicit form");
            use(ElementForm.IMPLICIT_LITTLE_ENDIAN);
        } else if (!form.isExplicit() && isExplicit && isCodedExplicit(sequence)) {
            warnings.add(input.position(), sequence.tag(), "is coded UN and holds an item in explicit form");
            use(ElementForm.EXPLICIT_LITTLE_ENDIAN);
        }
    }

    private boolean isKnownImplicit(long end) throws IOException, DicomFormatException {
        long start = input.position();
        input.position(start + 4);
        long length = input.u32();
        input.position(start);
        return length == ElementHeader.UNDEFINED || length <= end - start - HEADER;
    }

    /** In an implicit data set there is no VR, so that a length may look like one; UN is coded in explicit ones alone. */
    private boolean isCodedExplicit(ElementHeader sequence) {
        return isGuess(sequence);
    }

    /** Whether no writer and no standard said that it is a sequence. */
    private boolean isGuess(ElementHeader header) {
        return header.vr() == VR.UN && (isExplicitDataSet || Tag.isPrivate(header.tag()));
    }

    private DicomFormatException failure(ElementHeader header, String problem) {
        return new DicomFormatException(input.name(), header.offset(), header.tag(), problem);
    }
}
