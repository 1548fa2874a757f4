package org.candela.dicom;

import java.math.BigDecimal;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/** Values of elements between bytes, text and numbers (PS3.5 §6.2). */
final class Values {
    /** DS and IS. Each run of digits is possessive: no input makes the match take more than one pass. */
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d++(\\.\\d*+)?|\\.\\d++)([eE][+-]?\\d++)?");

    private static final Pattern BACKSLASH = Pattern.compile("\\", Pattern.LITERAL);
    private static final int DS_MAX = 16;
    private static final int HEX = 16;
    private static final int BITS_16 = 0xFFFF;
    private static final long BITS_32 = 0xFFFFFFFFL;

    private Values() {}

    static List<String> strings(Element element, SpecificCharacterSet characterSet) {
        if (!(element.value() instanceof Element.Bytes value) || value.bytes().length == 0) {
            return List.of();
        }
        VR vr = element.vr();
        if (!vr.isText()) {
            return switch (vr) {
                case AT -> tags(value.bytes());
                case SV, UV -> longs(vr, value.bytes());
                default -> decimal(numbers(element));
            };
        }
        String text = vr.kind() == VR.Kind.TEXT
                ? characterSet.decode(value.bytes(), vr)
                : new String(value.bytes(), StandardCharsets.ISO_8859_1);
        if (!vr.isMultiValued()) {
            return List.of(trailingTrimmed(text));
        }
        return BACKSLASH.splitAsStream(text + " ").map(Values::trimmed).toList();
    }

    static List<Double> numbers(Element element) {
        if (!(element.value() instanceof Element.Bytes value)) {
            return List.of();
        }
        return switch (element.vr().kind()) {
            case ASCII -> parsed(strings(element, SpecificCharacterSet.DEFAULT));
            case INTEGER, FLOAT -> binary(element.vr(), value.bytes());
            case TEXT, TAG, BINARY, SEQUENCE -> List.of();
        };
    }

    // [impl->req~dicom.numbers~1]
    private static List<Double> parsed(List<String> texts) {
        List<Double> numbers = new ArrayList<>();
        for (String text : texts) {
            double number = DECIMAL.matcher(text).matches() ? Double.parseDouble(text) : Double.NaN;
            if (!Double.isFinite(number)) {
                return List.of();
            }
            numbers.add(number);
        }
        return numbers;
    }

    private static List<Double> binary(VR vr, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<Double> numbers = new ArrayList<>();
        while (buffer.remaining() >= vr.unitBytes()) {
            numbers.add(next(vr, buffer));
        }
        return numbers;
    }

    private static double next(VR vr, ByteBuffer buffer) {
        return switch (vr) {
            case SS -> buffer.getShort();
            case US -> buffer.getShort() & BITS_16;
            case SL -> buffer.getInt();
            case UL -> buffer.getInt() & BITS_32;
            case SV -> buffer.getLong();
            case UV -> unsigned(buffer.getLong());
            case FL -> buffer.getFloat();
            case FD -> buffer.getDouble();
            default -> throw new IllegalArgumentException(vr + " holds no binary numbers");
        };
    }

    private static double unsigned(long value) {
        return value >= 0 ? value : new BigDecimal(Long.toUnsignedString(value)).doubleValue();
    }

    /** Binary values of their decimal texts; tags of eight hexadecimal digits for AT. */
    static byte[] ofTexts(VR vr, String... texts) {
        ByteBuffer buffer = ByteBuffer.allocate(texts.length * Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (String text : texts) {
            switch (vr) {
                case AT -> putTag(buffer, Integer.parseUnsignedInt(text, HEX));
                case SV -> buffer.putLong(Long.parseLong(text));
                case UV -> buffer.putLong(Long.parseUnsignedLong(text));
                default -> putNext(vr, buffer, Double.parseDouble(text));
            }
        }
        return Arrays.copyOf(buffer.array(), buffer.position());
    }

    private static void putTag(ByteBuffer buffer, int tag) {
        buffer.putShort((short) Tag.group(tag)).putShort((short) Tag.element(tag));
    }

    static byte[] ofNumbers(VR vr, double... values) {
        if (vr == VR.DS || vr == VR.IS) {
            String text = String.join(
                    "\\", Arrays.stream(values).mapToObj(v -> decimal(vr, v)).toList());
            return padded(text.getBytes(StandardCharsets.US_ASCII), vr);
        }
        ByteBuffer buffer = ByteBuffer.allocate(values.length * vr.unitBytes()).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            putNext(vr, buffer, value);
        }
        return buffer.array();
    }

    private static void putNext(VR vr, ByteBuffer buffer, double value) {
        switch (vr) {
            case SS -> buffer.putShort((short) whole(vr, value, Short.MIN_VALUE, Short.MAX_VALUE));
            case US -> buffer.putShort((short) whole(vr, value, 0, BITS_16));
            case SL -> buffer.putInt((int) whole(vr, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
            case UL -> buffer.putInt((int) whole(vr, value, 0, BITS_32));
            case SV -> buffer.putLong(whole(vr, value, Long.MIN_VALUE, Long.MAX_VALUE));
            case UV -> buffer.putLong(whole(vr, value, 0, Long.MAX_VALUE));
            case FL -> buffer.putFloat((float) value);
            case FD -> buffer.putDouble(value);
            default -> throw new IllegalArgumentException(vr + " holds no binary numbers");
        }
    }

    private static long whole(VR vr, double value, long least, long most) {
        if (value != Math.rint(value) || value < least || value > most) {
            throw new IllegalArgumentException(vr + " cannot hold " + value);
        }
        return (long) value;
    }

    /** At most 16 characters for DS (PS3.5 §6.2), with as many digits as fit. */
    private static String decimal(VR vr, double value) {
        if (vr == VR.IS) {
            return Long.toString(whole(vr, value, Integer.MIN_VALUE, Integer.MAX_VALUE));
        }
        if (!Double.isFinite(value)) {
            throw new IllegalArgumentException("DS cannot hold " + value);
        }
        String plain = plain(value);
        for (int digits = DS_MAX; plain.length() > DS_MAX; digits--) {
            plain = plain(Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "g", value)));
        }
        return plain;
    }

    private static String plain(double value) {
        String text = Double.toString(value);
        return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
    }

    /** Exact where a double is not. */
    private static List<String> longs(VR vr, byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> texts = new ArrayList<>();
        while (buffer.remaining() >= Long.BYTES) {
            long value = buffer.getLong();
            texts.add(vr == VR.UV ? Long.toUnsignedString(value) : Long.toString(value));
        }
        return texts;
    }

    private static List<String> decimal(List<Double> numbers) {
        return numbers.stream().map(Values::plainOrWhole).toList();
    }

    private static String plainOrWhole(double value) {
        return value == Math.rint(value) && Math.abs(value) < Long.MAX_VALUE
                ? Long.toString((long) value)
                : plain(value);
    }

    private static List<String> tags(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        List<String> tags = new ArrayList<>();
        while (buffer.remaining() >= 4) {
            tags.add(String.format(Locale.ROOT, "%04X%04X", buffer.getShort() & BITS_16, buffer.getShort() & BITS_16));
        }
        return tags;
    }

    static byte[] padded(byte[] bytes, VR vr) {
        if (bytes.length % 2 == 0) {
            return bytes;
        }
        byte[] even = Arrays.copyOf(bytes, bytes.length + 1);
        even[bytes.length] = vr.paddingByte();
        return even;
    }

    private static String trimmed(String text) {
        int start = 0;
        while (start < text.length() && isPadding(text.charAt(start))) {
            start++;
        }
        return trailingTrimmed(text.substring(start));
    }

    private static String trailingTrimmed(String text) {
        int end = text.length();
        while (end > 0 && isPadding(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(0, end);
    }

    /** Spaces, and the NUL that belongs to UI but pads other text in the wild; line ends are part of a text. */
    private static boolean isPadding(char c) {
        return c == ' ' || c == 0;
    }
}
