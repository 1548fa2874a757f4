package org.candela.demo;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import org.candela.dicom.Attributes;
import org.candela.dicom.Dictionary;
import org.candela.dicom.VR;
import org.jspecify.annotations.Nullable;

/** Query of a QIDO-RS request (PS3.18 §8.3.4): keys to match, and the page wanted. */
final class QueryString {
    private final Map<Integer, String> keys = new TreeMap<>();
    private int limit = Integer.MAX_VALUE;
    private int offset;

    private QueryString() {}

    static QueryString parse(@Nullable String raw) {
        QueryString query = new QueryString();
        for (String pair : raw == null ? new String[0] : raw.split("&")) {
            int equals = pair.indexOf('=');
            if (equals > 0) {
                query.add(decode(pair.substring(0, equals)), decode(pair.substring(equals + 1)));
            }
        }
        return query;
    }

    private void add(String name, String value) {
        switch (name) {
            case "limit" -> limit = Integer.parseInt(value);
            case "offset" -> offset = Integer.parseInt(value);
            case "includefield", "fuzzymatching" -> {}
            default -> tag(name).ifPresent(tag -> keys.put(tag, value));
        }
    }

    private static OptionalInt tag(String name) {
        return name.matches("[0-9A-Fa-f]{8}")
                ? OptionalInt.of(Integer.parseUnsignedInt(name, 16))
                : Dictionary.standard().tag(name);
    }

    private static String decode(String text) {
        return URLDecoder.decode(text, StandardCharsets.UTF_8);
    }

    /** The page of {@code results} that match. */
    List<Attributes> select(List<Attributes> results) {
        return results.stream().filter(this::matches).skip(offset).limit(limit).toList();
    }

    private boolean matches(Attributes result) {
        return keys.entrySet().stream().allMatch(key -> matches(result, key.getKey(), key.getValue()));
    }

    /** PS3.4 C.2.2.2: a key that is empty matches all, a date may be a range, text may have wildcards. */
    private static boolean matches(Attributes result, int tag, String wanted) {
        Optional<VR> vr = result.vr(tag);
        if (wanted.isEmpty() || vr.isEmpty()) {
            return true;
        }
        List<String> values = result.strings(tag);
        if (vr.orElseThrow() == VR.DA && wanted.contains("-")) {
            return values.stream().anyMatch(value -> isWithin(value, wanted));
        }
        String pattern = "\\Q" + wanted.replace("*", "\\E.*\\Q").replace("?", "\\E.\\Q") + "\\E";
        return values.stream().anyMatch(value -> value.matches(pattern));
    }

    private static boolean isWithin(String date, String range) {
        int dash = range.indexOf('-');
        String first = range.substring(0, dash);
        String last = range.substring(dash + 1);
        return date.compareTo(first) >= 0 && (last.isEmpty() || date.compareTo(last) <= 0);
    }
}
