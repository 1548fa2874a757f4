package org.candela.dicom;

import java.io.IOException;
import java.io.OutputStream;

/** Writes elements in any form (PS3.5 §7). One use, one thread. */
final class ElementWriter {
    private static final int MAX_SHORT_LENGTH = 0xFFFF;
    private static final int CHUNK = 1 << 20;
    private static final int ITEM_HEADER = 8;

    private final OutputStream stream;
    private final ElementForm form;

    ElementWriter(OutputStream stream, ElementForm form) {
        this.stream = stream;
        this.form = form;
    }

    void write(Attributes attributes) throws IOException {
        for (Element element : attributes.elements()) {
            write(element, attributes);
        }
    }

    void writeAndFlush(Attributes attributes) throws IOException {
        write(attributes);
        stream.flush();
    }

    private void write(Element element, Attributes owner) throws IOException {
        if (element.value() instanceof Element.Reference) {
            throw new IOException(Tag.toString(element.tag()) + " lies at a bulk data URI and has not been fetched");
        }
        header(element);
        if (element.value() instanceof Element.Bytes value) {
            writeBytes(value.bytes(), element.vr(), unitOf(element, owner));
        } else if (element.value() instanceof Element.Bulk bulk) {
            copy(bulk.data(), unitOf(element, owner));
        } else if (element.value() instanceof Element.Items items) {
            writeItems(items, formOfItems(element));
        } else if (element.value() instanceof Element.Encapsulated encapsulated) {
            writeFragments(encapsulated.fragments());
        }
    }

    private void writeBytes(byte[] bytes, VR vr, int unit) throws IOException {
        byte[] even = Values.padded(bytes, vr);
        stream.write(unit == 1 ? even : ByteOrders.swapped(even.clone(), unit));
    }

    private int unitOf(Element element, Attributes owner) {
        return form.isBigEndian() ? ByteOrders.unit(element.tag(), codedVr(element), owner) : 1;
    }

    /** PS3.5 §6.2.2: items of a UN are implicit little endian, whatever is around them. */
    private ElementForm formOfItems(Element element) {
        return form.isExplicit() && element.codedVr() == VR.UN ? ElementForm.IMPLICIT_LITTLE_ENDIAN : form;
    }

    private void writeItems(Element.Items items, ElementForm itemForm) throws IOException {
        ElementWriter inner = new ElementWriter(stream, itemForm);
        for (Attributes item : items.items()) {
            inner.itemHeader(
                    Tag.Item, item.isUndefinedLength() ? ElementHeader.UNDEFINED : contentLength(item, itemForm));
            inner.write(item);
            if (item.isUndefinedLength()) {
                inner.itemHeader(Tag.ItemDelimitationItem, 0);
            }
        }
        if (items.isUndefinedLength()) {
            inner.itemHeader(Tag.SequenceDelimitationItem, 0);
        }
    }

    private void writeFragments(Fragments fragments) throws IOException {
        itemHeader(Tag.Item, fragments.offsetTable().length);
        stream.write(fragments.offsetTable());
        for (BulkData fragment : fragments.items()) {
            itemHeader(Tag.Item, even(fragment.length()));
            copy(fragment, 1);
        }
        itemHeader(Tag.SequenceDelimitationItem, 0);
    }

    private void copy(BulkData data, int unit) throws IOException {
        for (long done = 0; done < data.length(); done += CHUNK) {
            byte[] part = data.read(done, (int) Math.min(CHUNK, data.length() - done));
            stream.write(ByteOrders.swapped(part, unit));
        }
        if (data.length() % 2 != 0) {
            stream.write(0);
        }
    }

    /** Bytes of an element's value, or {@link ElementHeader#UNDEFINED}. */
    private static long length(Element element, ElementForm form) {
        if (element.value() instanceof Element.Bytes value) {
            return even(value.bytes().length);
        }
        if (element.value() instanceof Element.Bulk bulk) {
            return even(bulk.data().length());
        }
        boolean isDefined = element.value() instanceof Element.Items items && !items.isUndefinedLength();
        return isDefined ? itemsLength(element, form) : ElementHeader.UNDEFINED;
    }

    private static long itemsLength(Element element, ElementForm form) {
        ElementForm itemForm =
                form.isExplicit() && element.codedVr() == VR.UN ? ElementForm.IMPLICIT_LITTLE_ENDIAN : form;
        long length = 0;
        for (Attributes item : ((Element.Items) element.value()).items()) {
            length += ITEM_HEADER + contentLength(item, itemForm) + (item.isUndefinedLength() ? ITEM_HEADER : 0);
        }
        return length;
    }

    private static long contentLength(Attributes attributes, ElementForm form) {
        long length = 0;
        for (Element element : attributes.elements()) {
            length += headerLength(element, form) + wholeLength(element, form);
        }
        return length;
    }

    /** With the delimiter where the length is undefined. */
    private static long wholeLength(Element element, ElementForm form) {
        if (element.value() instanceof Element.Items items) {
            return itemsLength(element, form) + (items.isUndefinedLength() ? ITEM_HEADER : 0);
        }
        if (element.value() instanceof Element.Encapsulated encapsulated) {
            Fragments fragments = encapsulated.fragments();
            long items = fragments.items().stream()
                    .mapToLong(fragment -> ITEM_HEADER + even(fragment.length()))
                    .sum();
            return 2 * ITEM_HEADER + fragments.offsetTable().length + items;
        }
        return length(element, form);
    }

    private static int headerLength(Element element, ElementForm form) {
        // Sequences have a long length by their VR; to count what is in them for this too, at every depth, takes for
        // ever.
        boolean isLong =
                form.isExplicit() && (codedVr(element).hasLongLength() || length(element, form) > MAX_SHORT_LENGTH);
        return isLong ? 12 : 8;
    }

    /** What the explicit form calls it; a writer's UN stays one only where it is followed by what UN means. */
    private static VR codedVr(Element element) {
        return element.codedVr();
    }

    private void header(Element element) throws IOException {
        long length = length(element, form);
        tag(element.tag());
        VR vr = codedVr(element);
        if (!form.isExplicit()) {
            u32(length);
        } else if (vr.hasLongLength() || length > MAX_SHORT_LENGTH) {
            // PS3.5 §6.2.2 note: a value too long for a short length is written as UN.
            letters(vr.hasLongLength() ? vr : VR.UN);
            u16(0);
            u32(length);
        } else {
            letters(vr);
            u16((int) length);
        }
    }

    private void itemHeader(int tag, long length) throws IOException {
        tag(tag);
        u32(length);
    }

    private void tag(int tag) throws IOException {
        u16(Tag.group(tag));
        u16(Tag.element(tag));
    }

    private void letters(VR vr) throws IOException {
        stream.write(vr.name().charAt(0));
        stream.write(vr.name().charAt(1));
    }

    private void u16(int value) throws IOException {
        stream.write(form.isBigEndian() ? value >>> 8 : value);
        stream.write(form.isBigEndian() ? value : value >>> 8);
    }

    private void u32(long value) throws IOException {
        int high = (int) (value >>> 16 & 0xFFFF);
        int low = (int) (value & 0xFFFF);
        u16(form.isBigEndian() ? high : low);
        u16(form.isBigEndian() ? low : high);
    }

    private static long even(long length) {
        return length + (length & 1);
    }
}
