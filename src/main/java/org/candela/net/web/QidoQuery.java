package org.candela.net.web;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.candela.dicom.Tag;

/**
 * What to ask of QIDO-RS (PS3.18 §8.3.4, §10.6): matching keys, further attributes wanted, and how much.
 *
 * @param matches {@link AttributePath} as text → value to match; may hold patient data, therefore never logged
 * @param includeFields paths of attributes wanted beyond those a server must return
 * @param limit most results taken, 1 or more
 * @param options what else is wanted
 */
public record QidoQuery(Map<String, String> matches, Set<String> includeFields, int limit, Set<Option> options) {
    static final int PAGE_SIZE = 100;
    private static final int LIMIT = 10_000;

    /** A wish of one word. */
    public enum Option {
        /** Names that sound or look alike match as well, where the server can (PS3.18 §8.3.4.2). */
        FUZZY_MATCHING("fuzzymatching=true"),
        /** All attributes the server has at this level. */
        ALL_FIELDS("includefield=all");

        private final String parameter;

        Option(String parameter) {
            this.parameter = parameter;
        }
    }

    public QidoQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("a query wants at least one result, not " + limit);
        }
        matches = Map.copyOf(matches);
        includeFields = Set.copyOf(includeFields);
        options = Set.copyOf(options);
    }

    /** Everything the server has, at most 10 000 results. */
    public static QidoQuery all() {
        return new QidoQuery(Map.of(), Set.of(), LIMIT, Set.of());
    }

    /** The same query, narrowed to {@code value} of {@code tag}; wildcards and date ranges as in PS3.4 C.2.2.2. */
    public QidoQuery matching(int tag, String value) {
        return matching(new AttributePath(List.of(tag)), value);
    }

    /** The same query, narrowed to {@code value} of an attribute, which may be within sequences. */
    public QidoQuery matching(AttributePath attribute, String value) {
        Map<String, String> more = new TreeMap<>(matches);
        more.put(attribute.toString(), value);
        return new QidoQuery(more, includeFields, limit, options);
    }

    /** The same query, asking for more attributes. */
    public QidoQuery including(int... tags) {
        return including(IntStream.of(tags).mapToObj(Tag::toHex));
    }

    /** The same query, asking for one attribute more, which may be within sequences. */
    public QidoQuery including(AttributePath attribute) {
        return including(Stream.of(attribute.toString()));
    }

    private QidoQuery including(Stream<String> paths) {
        Set<String> more = new LinkedHashSet<>(includeFields);
        paths.forEach(more::add);
        return new QidoQuery(matches, more, limit, options);
    }

    /** The same query for at most {@code most} results. */
    public QidoQuery atMost(int most) {
        return new QidoQuery(matches, includeFields, most, options);
    }

    /** The same query with one wish more. */
    public QidoQuery with(Option option) {
        Set<Option> more = EnumSet.of(option);
        more.addAll(options);
        return new QidoQuery(matches, includeFields, limit, more);
    }

    /** How many results the page from {@code offset} may have. */
    int pageSize(int offset) {
        return Math.min(PAGE_SIZE, limit - offset);
    }

    // [impl->req~net.web.query~1]
    String page(int offset) {
        Stream<String> keys = Stream.of(keys()).filter(text -> !text.isEmpty());
        Stream<String> fields = includeFields.stream().sorted().map(path -> "includefield=" + path);
        Stream<String> wishes = options.stream().sorted().map(option -> option.parameter);
        Stream<String> page = Stream.of("limit=" + pageSize(offset), "offset=" + offset);
        return Stream.of(keys, fields, wishes, page).flatMap(part -> part).collect(Collectors.joining("&"));
    }

    /** The matching keys alone, as they stand in a query. */
    String keys() {
        return matches.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(match -> match.getKey() + "=" + encode(match.getValue()))
                .collect(Collectors.joining("&"));
    }

    static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }

    @Override
    public String toString() {
        return "QidoQuery[" + matches.size() + " keys, at most " + limit + "]";
    }
}
