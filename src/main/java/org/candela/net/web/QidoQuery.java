package org.candela.net.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.dicom.Tag;

/**
 * What to ask of QIDO-RS (PS3.18 §10.6): matching keys, further attributes wanted, and how much.
 *
 * @param matches tag → value to match; may hold patient data, therefore never logged
 * @param includeFields tags wanted beyond those a server must return
 * @param limit most results taken, 1 or more
 */
public record QidoQuery(Map<Integer, String> matches, List<Integer> includeFields, int limit) {
    static final int PAGE_SIZE = 100;
    private static final int LIMIT = 10_000;

    public QidoQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a query wants at least one result, not " + limit);
        }
        matches = Map.copyOf(matches);
        includeFields = List.copyOf(includeFields);
    }

    /** Everything the server has, at most 10 000 results. */
    public static QidoQuery all() {
        return new QidoQuery(Map.of(), List.of(), LIMIT);
    }

    /** The same query, narrowed to {@code value} of {@code tag}; wildcards and date ranges as in PS3.4 C.2.2.2. */
    public QidoQuery matching(int tag, String value) {
        Map<Integer, String> more = new LinkedHashMap<>(matches);
        more.put(tag, value);
        return new QidoQuery(more, includeFields, limit);
    }

    /** The same query, asking for more attributes. */
    public QidoQuery including(int... tags) {
        List<Integer> more = Stream.concat(
                        includeFields.stream(), IntStream.of(tags).boxed())
                .toList();
        return new QidoQuery(matches, more, limit);
    }

    /** The same query for at most {@code most} results. */
    public QidoQuery atMost(int most) {
        return new QidoQuery(matches, includeFields, most);
    }

    String page(int offset) {
        Stream<String> keys = matches.entrySet().stream()
                .sorted(Map.Entry.comparingByKey(Integer::compareUnsigned))
                .map(match -> Tag.toHex(match.getKey()) + "=" + encode(match.getValue()));
        Stream<String> fields = includeFields.stream().map(tag -> "includefield=" + Tag.toHex(tag));
        Stream<String> page = Stream.of("limit=" + Math.min(PAGE_SIZE, limit - offset), "offset=" + offset);
        return Stream.of(keys, fields, page).flatMap(part -> part).collect(Collectors.joining("&"));
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "QidoQuery[" + matches.size() + " keys, at most " + limit + "]";
    }
}
