package org.candela.dicom;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/** Writes elements little endian (PS3.5 §7). One use, one thread. */
final class ElementWriter {
    private static final long UNDEFINED = 0xFFFFFFFFL;
    private static final int MAX_SHORT_LENGTH = 0xFFFF;
    private static final int CHUNK = 1 << 20;
    private final OutputStream stream;
    private final boolean isExplicit;

    ElementWriter(OutputStream stream, boolean isExplicit) {
        this.stream = stream;
        this.isExplicit = isExplicit;
    }

    void write(Attributes attributes) throws IOException {
        for (Element element : attributes.elements()) {
            write(element);
        }
    }

    private void write(Element element) throws IOException {
        if (element.value() instanceof Element.Bytes value) {
            byte[] even = Values.padded(value.bytes(), element.vr());
            header(element, even.length);
            stream.write(even);
        } else if (element.value() instanceof Element.Bulk bulk) {
            writeBulk(element, bulk.data());
        } else if (element.value() instanceof Element.Items items) {
            writeItems(element, items);
        } else if (element.value() instanceof Element.Encapsulated encapsulated) {
            writeFragments(element, encapsulated.fragments());
        }
    }

    private void writeBulk(Element element, BulkData data) throws IOException {
        header(element, data.length() + data.length() % 2);
        copy(data);
    }

    private void writeItems(Element element, Element.Items items) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        ElementWriter inner = new ElementWriter(content, isExplicit);
        for (Attributes item : items.items()) {
            inner.writeItem(item);
        }
        header(element, items.isUndefinedLength() ? UNDEFINED : content.size());
        content.writeTo(stream);
        if (items.isUndefinedLength()) {
            itemHeader(Tag.SequenceDelimitationItem, 0);
        }
    }

    private void writeItem(Attributes item) throws IOException {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        new ElementWriter(content, isExplicit).write(item);
        itemHeader(Tag.Item, item.isUndefinedLength() ? UNDEFINED : content.size());
        content.writeTo(stream);
        if (item.isUndefinedLength()) {
            itemHeader(Tag.ItemDelimitationItem, 0);
        }
    }

    private void writeFragments(Element element, Fragments fragments) throws IOException {
        header(element, UNDEFINED);
        itemHeader(Tag.Item, fragments.offsetTable().length);
        stream.write(fragments.offsetTable());
        for (BulkData fragment : fragments.items()) {
            itemHeader(Tag.Item, fragment.length() + fragment.length() % 2);
            copy(fragment);
        }
        itemHeader(Tag.SequenceDelimitationItem, 0);
    }

    private void copy(BulkData data) throws IOException {
        for (long done = 0; done < data.length(); done += CHUNK) {
            stream.write(data.read(done, (int) Math.min(CHUNK, data.length() - done)));
        }
        if (data.length() % 2 != 0) {
            stream.write(0);
        }
    }

    private void header(Element element, long length) throws IOException {
        tag(element.tag());
        VR vr = element.vr();
        if (!isExplicit) {
            u32(length);
        } else if (vr.hasLongLength() || length > MAX_SHORT_LENGTH) {
            // PS3.5 §6.2.2 note: a value too long for a short length is written as UN.
            stream.write((vr.hasLongLength() ? vr : VR.UN).name().getBytes(StandardCharsets.US_ASCII));
            u16(0);
            u32(length);
        } else {
            stream.write(vr.name().getBytes(StandardCharsets.US_ASCII));
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

    private void u16(int value) throws IOException {
        stream.write(value);
        stream.write(value >>> 8);
    }

    private void u32(long value) throws IOException {
        u16((int) (value & 0xFFFF));
        u16((int) (value >>> 16 & 0xFFFF));
    }
}
