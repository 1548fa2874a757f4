package org.candela.dicom;

import java.nio.charset.StandardCharsets;

/** Keeps the text of a data set and its Specific Character Set together (PS3.3 C.12.1.1.2). */
final class TextEncoding {
    private TextEncoding() {}

    /** Characters of the default repertoire, which is all that VRs such as CS, DA or UI hold. */
    static byte[] ascii(String text) {
        return SpecificCharacterSet.DEFAULT
                .encode(text)
                .orElseThrow(() -> new IllegalArgumentException("not a value of the default repertoire"));
    }

    // [impl->req~dicom.text~1]
    /** Bytes of {@code text} in the character set of {@code owner}, which becomes UTF-8 where that lacks one. */
    static byte[] encode(Attributes owner, String text) {
        return owner.characterSet().encode(text).orElseGet(() -> {
            change(owner.root(), SpecificCharacterSet.UTF_8);
            return text.getBytes(StandardCharsets.UTF_8);
        });
    }

    /** The text of {@code element} of {@code owner}, separators and padding included. */
    static String text(Attributes owner, Element element) {
        byte[] bytes = element.value() instanceof Element.Bytes value ? value.bytes() : new byte[0];
        requireReadable(owner.characterSet(), element.tag(), bytes);
        return owner.characterSet().decode(bytes, element.vr());
    }

    /** Gives {@code copy}, an item in its new place, a character set of its own where it differs from the outer one. */
    static Attributes adopted(Attributes original, Attributes copy) {
        SpecificCharacterSet needed = original.characterSet();
        copy.remove(Tag.SpecificCharacterSet);
        boolean fits = needed.equals(copy.characterSet()) || needed.equals(SpecificCharacterSet.DEFAULT);
        return fits ? copy : copy.put(element(needed));
    }

    /** Re-encodes all text of {@code dataSet}, that of its items included; all of it or nothing. */
    static void change(Attributes dataSet, SpecificCharacterSet target) {
        requireFits(dataSet, target);
        recode(dataSet, target);
        dataSet.put(element(target));
    }

    private static void requireFits(Attributes dataSet, SpecificCharacterSet target) {
        for (Element element : dataSet.elements()) {
            if (element.value() instanceof Element.Items items) {
                items.items().forEach(item -> requireFits(item, target));
            } else if (isText(element) && target.encode(text(dataSet, element)).isEmpty()) {
                throw new IllegalArgumentException(Tag.toString(element.tag()) + " does not fit " + target);
            }
        }
    }

    private static void recode(Attributes dataSet, SpecificCharacterSet target) {
        for (Element element : dataSet.elements()) {
            if (element.value() instanceof Element.Items items) {
                items.items().forEach(item -> recode(item, target));
                items.items().forEach(item -> item.remove(Tag.SpecificCharacterSet));
            } else if (isText(element)) {
                byte[] bytes = target.encode(text(dataSet, element)).orElseThrow();
                dataSet.setBytes(element.tag(), element.vr(), bytes);
            }
        }
    }

    /** Whether the element is text in memory whose bytes depend on the character set. */
    static boolean isText(Element element) {
        return element.vr().kind() == VR.Kind.TEXT && element.value() instanceof Element.Bytes;
    }

    private static void requireReadable(SpecificCharacterSet set, int tag, byte[] bytes) {
        if (!set.isSupported() && !SpecificCharacterSet.isAscii(bytes)) {
            throw new IllegalArgumentException(
                    Tag.toString(tag) + " is in " + set + ", which cannot be re-encoded yet");
        }
    }

    private static Element element(SpecificCharacterSet set) {
        byte[] terms = String.join("\\", set.terms()).getBytes(StandardCharsets.US_ASCII);
        return new Element(Tag.SpecificCharacterSet, VR.CS, new Element.Bytes(Values.padded(terms, VR.CS)));
    }
}
