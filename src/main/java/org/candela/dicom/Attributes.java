package org.candela.dicom;

import java.io.IOException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import org.candela.base.Uid;
import org.jspecify.annotations.Nullable;

/**
 * A data set: elements ordered by tag (PS3.5 §7.1).
 *
 * <p>Reading never throws over a bad value: what cannot be understood is absent, so that a junk number becomes
 * "unknown" and not 0. Not safe for use by several threads while one of them changes it.
 */
public final class Attributes {
    private final Elements elements = new Elements();
    private final @Nullable Attributes parent;
    private @Nullable SpecificCharacterSet ownCharacterSet;
    private boolean isUndefinedLength;
    private boolean hasGroupLengths;

    /** An empty data set. */
    public Attributes() {
        this(null);
    }

    /** An empty item of {@code parent}, whose character set it inherits (PS3.3 C.12.1.1.2). */
    Attributes(@Nullable Attributes parent) {
        this.parent = parent;
    }

    /** Character repertoire of the text in this data set. */
    public SpecificCharacterSet characterSet() {
        Element own = elements.get(Tag.SpecificCharacterSet);
        if (own == null) {
            return parent == null ? SpecificCharacterSet.DEFAULT : parent.characterSet();
        }
        if (ownCharacterSet == null) {
            ownCharacterSet = SpecificCharacterSet.of(Values.strings(own, SpecificCharacterSet.DEFAULT));
        }
        return ownCharacterSet;
    }

    /** Whether the element is there, be it empty. */
    public boolean contains(int tag) {
        return elements.get(tag) != null;
    }

    /** Tags in ascending unsigned order, as they are now. */
    public SortedSet<Integer> tags() {
        SortedSet<Integer> tags = new TreeSet<>(Integer::compareUnsigned);
        elements.forEach(element -> tags.add(element.tag()));
        return Collections.unmodifiableSortedSet(tags);
    }

    /** VR of the element; empty when it is not there. */
    public Optional<VR> vr(int tag) {
        return element(tag).map(Element::vr);
    }

    /** First value as text without padding; empty when absent or blank. */
    public Optional<String> string(int tag) {
        return strings(tag).stream().findFirst().filter(value -> !value.isEmpty());
    }

    /** All values as text without padding; an empty value keeps its place. */
    public List<String> strings(int tag) {
        Element element = elements.get(tag);
        return element == null ? List.of() : Values.strings(element, characterSet());
    }

    /** First value as a whole number; empty when absent or not one. */
    public Optional<Integer> integer(int tag) {
        return number(tag)
                .filter(value -> value == Math.rint(value) && Math.abs(value) <= Integer.MAX_VALUE)
                .map(Double::intValue);
    }

    /** First value as a number; empty when absent or junk. */
    public Optional<Double> number(int tag) {
        return numbers(tag).stream().findFirst();
    }

    /** All values as numbers; empty when any of them is junk, since a shifted list would be worse than none. */
    public List<Double> numbers(int tag) {
        Element element = elements.get(tag);
        return element == null ? List.of() : Values.numbers(element);
    }

    /** Items of a sequence; empty when absent or no sequence. The items are live. */
    public List<Attributes> items(int tag) {
        Element element = elements.get(tag);
        return element != null && element.value() instanceof Element.Items items ? items.items() : List.of();
    }

    /** First item of a sequence. */
    public Optional<Attributes> item(int tag) {
        return items(tag).stream().findFirst();
    }

    /** First value as a UID; empty when absent or not one. */
    public Optional<Uid> uid(int tag) {
        return string(tag).filter(Uid::isValid).map(Uid::new);
    }

    /** First value as a person's name; empty when absent or blank. */
    public Optional<PersonName> personName(int tag) {
        return string(tag).map(PersonName::of);
    }

    /** First value as a date (DA, also the retired form with dots); empty when absent or not one. */
    public Optional<LocalDate> date(int tag) {
        return string(tag).flatMap(Temporals::date);
    }

    /** First value as a time (TM); empty when absent or not one. */
    public Optional<LocalTime> time(int tag) {
        return string(tag).flatMap(Temporals::time);
    }

    /** A date and its time in two elements; midnight when the time is missing. */
    public Optional<LocalDateTime> dateTime(int dateTag, int timeTag) {
        return date(dateTag).map(date -> date.atTime(time(timeTag).orElse(LocalTime.MIDNIGHT)));
    }

    /** Value bytes in memory, little endian with padding; empty when absent, a sequence or left in the file. */
    public Optional<byte[]> bytes(int tag) {
        return element(tag)
                .map(Element::value)
                .filter(Element.Bytes.class::isInstance)
                .map(value -> ((Element.Bytes) value).bytes().clone());
    }

    /** Value bytes wherever they are, little endian with padding; empty when absent or no plain value. */
    public Optional<byte[]> loadBytes(int tag) throws IOException {
        Optional<BulkData> bulk = bulkData(tag);
        return bulk.isPresent() ? Optional.of(bulk.orElseThrow().read()) : bytes(tag);
    }

    /** Where a value that was left in the file lies. */
    public Optional<BulkData> bulkData(int tag) {
        return element(tag)
                .map(Element::value)
                .filter(Element.Bulk.class::isInstance)
                .map(value -> ((Element.Bulk) value).data());
    }

    /**
     * Where a server keeps a value that the JSON model left out (PS3.18 F.2.2), as it was written there, be it a URI or
     * not; a relative one is relative to the place the JSON came from.
     */
    public Optional<String> bulkDataUri(int tag) {
        return element(tag)
                .map(Element::value)
                .filter(Element.Reference.class::isInstance)
                .map(value -> ((Element.Reference) value).uri());
    }

    /** Encapsulated pixel data. */
    public Optional<Fragments> fragments(int tag) {
        return element(tag)
                .map(Element::value)
                .filter(Element.Encapsulated.class::isInstance)
                .map(value -> ((Element.Encapsulated) value).fragments());
    }

    /** Tag of private element {@code element} (0x00–0xFF) in {@code group}, reserved by {@code creator} (PS3.5 §7.8.1). */
    public Optional<Integer> privateTag(String creator, int group, int element) {
        for (int block = 0x10; block <= 0xFF; block++) {
            if (string(group << 16 | block).filter(creator::equals).isPresent()) {
                return Optional.of(group << 16 | block << 8 | element);
            }
        }
        return Optional.empty();
    }

    /**
     * Sets text values; numbers of binary VRs are parsed, tags of AT are eight hexadecimal digits. No value makes an
     * empty element.
     *
     * <p>Text that the character set lacks turns the whole data set into UTF-8. A new Specific Character Set re-encodes
     * the text that is there.
     *
     * @throws IllegalArgumentException when a value does not fit {@code vr} or the text cannot be re-encoded
     */
    public Attributes set(int tag, VR vr, String... values) {
        if (tag == Tag.SpecificCharacterSet) {
            TextEncoding.change(this, SpecificCharacterSet.of(List.of(values)));
            return this;
        }
        if (!vr.isText()) {
            return setBytes(tag, vr, Values.ofTexts(vr, values));
        }
        String joined = String.join("\\", values);
        return setBytes(
                tag, vr, vr.kind() == VR.Kind.TEXT ? TextEncoding.encode(this, joined) : TextEncoding.ascii(joined));
    }

    /** Sets numbers: as decimal text for DS and IS, else in the binary form of {@code vr}. */
    public Attributes setNumbers(int tag, VR vr, double... values) {
        return setBytes(tag, vr, Values.ofNumbers(vr, values));
    }

    /** Sets bytes, little endian; a pad byte makes an odd length even. */
    public Attributes setBytes(int tag, VR vr, byte[] bytes) {
        return change(new Element(tag, vr, new Element.Bytes(Values.padded(bytes.clone(), vr))));
    }

    /** Sets a value that lies in a file, which must stay until the data set has been written. */
    public Attributes setBulkData(int tag, VR vr, BulkData data) {
        return change(new Element(tag, vr, new Element.Bulk(data)));
    }

    /** Sets a value that a server keeps; it can be written as JSON, and in no other form before it is fetched. */
    public Attributes setBulkDataUri(int tag, VR vr, String uri) {
        return change(new Element(tag, vr, new Element.Reference(uri)));
    }

    /** Sets encapsulated pixel data, to be written in a transfer syntax with fragments. */
    public Attributes setFragments(int tag, Fragments fragments) {
        return change(new Element(tag, VR.OB, new Element.Encapsulated(fragments)));
    }

    /** Sets a sequence; each item is copied and keeps its character set. */
    public Attributes setItems(int tag, List<Attributes> items) {
        List<Attributes> own = new ArrayList<>();
        for (Attributes item : items) {
            own.add(TextEncoding.adopted(item, item.copyInto(new Attributes(this))));
        }
        return change(new Element(tag, VR.SQ, new Element.Items(Collections.unmodifiableList(own), false)));
    }

    /** Removes the element if it is there. */
    public Attributes remove(int tag) {
        elements.remove(tag);
        ownCharacterSet = null;
        dropGroupLengths();
        return this;
    }

    /** A deep copy; bulk data stays shared in its file. */
    public Attributes copy() {
        return copyInto(new Attributes(parent));
    }

    /** Adds or replaces the elements of {@code other}; its text takes on the character set of this data set. */
    public Attributes addAll(Attributes other) {
        for (Element element : other.elements) {
            if (element.value() instanceof Element.Items items) {
                setItems(element.tag(), items.items());
            } else if (TextEncoding.isText(element)) {
                setBytes(element.tag(), element.vr(), TextEncoding.encode(this, TextEncoding.text(other, element)));
            } else if (element.tag() != Tag.SpecificCharacterSet) {
                change(element);
            }
        }
        return this;
    }

    /** Puts an element as it was encoded. */
    Attributes put(Element element) {
        elements.put(element);
        if (element.tag() == Tag.SpecificCharacterSet) {
            ownCharacterSet = null;
        }
        hasGroupLengths |= Tag.element(element.tag()) == 0;
        return this;
    }

    private Attributes change(Element element) {
        dropGroupLengths();
        return put(element);
    }

    /** Retired group lengths (PS3.5 §7.2) are kept as read, but a change makes them wrong, here and further out. */
    private void dropGroupLengths() {
        for (Attributes owner = this; owner != null; owner = owner.parent) {
            if (owner.hasGroupLengths) {
                owner.elements.removeGroupLengths();
                owner.hasGroupLengths = false;
            }
        }
    }

    Attributes root() {
        return parent == null ? this : parent.root();
    }

    /** Whether a file held this item with an undefined length, so that it is written the same way. */
    boolean isUndefinedLength() {
        return isUndefinedLength;
    }

    void setUndefinedLength() {
        isUndefinedLength = true;
    }

    Optional<Element> element(int tag) {
        return Optional.ofNullable(elements.get(tag));
    }

    Iterable<Element> elements() {
        return elements;
    }

    private Attributes copyInto(Attributes target) {
        target.isUndefinedLength = isUndefinedLength;
        for (Element element : elements) {
            target.put(element.value() instanceof Element.Items items ? copyOf(element, items, target) : element);
        }
        return target;
    }

    private static Element copyOf(Element sequence, Element.Items items, Attributes owner) {
        List<Attributes> copies = items.items().stream()
                .map(item -> item.copyInto(new Attributes(owner)))
                .toList();
        return sequence.with(new Element.Items(copies, items.isUndefinedLength()));
    }

    /** How many elements there are, without those in items; no values, since these may identify a patient. */
    @Override
    public String toString() {
        return elements.size() + " elements";
    }
}
