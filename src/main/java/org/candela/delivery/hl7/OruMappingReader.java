package org.candela.delivery.hl7;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.candela.delivery.ReportWords;
import org.candela.delivery.hl7.OruMapping.Acknowledgements;
import org.candela.delivery.hl7.OruMapping.Filler;
import org.candela.delivery.hl7.OruMapping.Headings;
import org.candela.delivery.hl7.OruMapping.Interpreter;
import org.candela.delivery.hl7.OruMapping.Portion;
import org.candela.delivery.hl7.OruMapping.Priority;
import org.candela.delivery.hl7.OruMapping.Row;
import org.candela.viewer.yaml.TextFormatException;
import org.candela.viewer.yaml.YamlNode;
import org.candela.viewer.yaml.YamlText;

/**
 * Reads a facility's mapping: YAML in which every key is optional and none is unknown. Strict, and every refusal names the
 * line: a message that silently lacks a field is found out by the facility at night.
 */
// [impl->req~delivery.mapping~1]
public final class OruMappingReader {
    /** Code of every refusal. */
    public static final String CODE = "delivery.mapping";

    private static final String GENERAL = "18748-4&GDT^Diagnostic imaging study^LN";
    private static final String IMPRESSION = "18748-4&IMP^Diagnostic imaging study^LN";
    private static final int LONGEST_CONSTANT = 200;

    private final YamlNode root;
    private final Hl7Version version;

    private OruMappingReader(YamlNode root, Hl7Version version) {
        this.root = root;
        this.version = version;
    }

    /** The mapping that {@code text} says. */
    public static OruMapping read(String text) throws TextFormatException {
        YamlNode root = YamlText.read(
                text,
                CODE,
                "name",
                "version",
                "acknowledgement",
                "charset",
                "sender",
                "receiver",
                "message-structure",
                "times",
                "order",
                "text",
                "rows",
                "status",
                "constants");
        return new OruMappingReader(root, version(root.at("version"))).mapping();
    }

    private static Hl7Version version(YamlNode node) throws TextFormatException {
        String text = node.isThere() ? node.text() : "2.5.1";
        return Hl7Version.of(text).orElseThrow(() -> node.error("must be 2.3.1, 2.4, 2.5 or 2.5.1, not " + text));
    }

    private OruMapping mapping() throws TextFormatException {
        return new OruMapping(
                root.at("name").text(),
                version,
                root.at("acknowledgement").oneOf(Acknowledgements.class).orElse(Acknowledgements.ORIGINAL),
                header(),
                order(root.at("order")),
                text(root.at("text")),
                rows(),
                status(),
                constants());
    }

    private OruMapping.Header header() throws TextFormatException {
        YamlNode times = root.at("times");
        if (times.isThere()) {
            YamlNode unused = times.only("zone", "offset");
        }
        return new OruMapping.Header(
                party(root.at("sender")),
                party(root.at("receiver")),
                charset(root.at("charset")),
                truth(root.at("message-structure"), version != Hl7Version.V2_3_1),
                zone(times.at("zone")),
                truth(times.at("offset"), true));
    }

    private static OruMapping.Party party(YamlNode node) throws TextFormatException {
        if (node.isThere()) {
            YamlNode unused = node.only("application", "facility");
        }
        return new OruMapping.Party(encoded(node.at("application")), encoded(node.at("facility")));
    }

    private static MessageCharset charset(YamlNode node) throws TextFormatException {
        String code = node.isThere() ? node.text() : MessageCharset.UTF_8.code();
        return MessageCharset.of(code)
                .orElseThrow(() -> node.error("must be one of " + MessageCharset.codes() + ", not " + code));
    }

    private static ZoneId zone(YamlNode node) throws TextFormatException {
        try {
            return node.isThere() ? ZoneId.of(node.text()) : ZoneOffset.UTC;
        } catch (DateTimeException e) {
            throw node.error("must be a time zone as America/Chicago, not " + node.text());
        }
    }

    private OruMapping.Order order(YamlNode node) throws TextFormatException {
        if (node.isThere()) {
            YamlNode unused = node.only(
                    "accession-at", "filler", "assigner", "issuer", "procedure-scheme", "priority", "interpreter");
        }
        List<String> accessionAt = new ArrayList<>();
        for (YamlNode item : node.at("accession-at").items()) {
            accessionAt.add(position(item, item.text()).toString());
        }
        return new OruMapping.Order(
                node.at("accession-at").isThere() ? accessionAt : List.of("OBR-18"),
                node.at("filler").oneOf(Filler.class).orElse(Filler.ACCESSION),
                encoded(node.at("assigner")),
                encoded(node.at("issuer")),
                node.at("procedure-scheme").isThere() ? encoded(node.at("procedure-scheme")) : "L",
                priority(node.at("priority")),
                node.at("interpreter").oneOf(Interpreter.class).orElse(Interpreter.SUBCOMPONENTS));
    }

    private Priority priority(YamlNode node) throws TextFormatException {
        if (!node.isThere()) {
            return version.hasTimingSegment() ? Priority.TQ1_9 : Priority.OBR_27_6;
        }
        String text = node.text();
        Priority priority = Arrays.stream(Priority.values())
                .filter(one -> one.text().equals(text))
                .findFirst()
                .orElseThrow(() -> node.error("must be one of "
                        + Arrays.stream(Priority.values()).map(Priority::text).collect(Collectors.joining(", "))));
        if (priority == Priority.TQ1_9 && !version.hasTimingSegment()) {
            throw node.error("cannot be TQ1-9: version " + version.text() + " has no TQ1; say OBR-27.6");
        }
        return priority;
    }

    private OruMapping.Text text(YamlNode node) throws TextFormatException {
        if (node.isThere()) {
            YamlNode unused = node.only("type", "one-obx-per", "headings", "longest-line", "codes", "addendum");
        }
        return new OruMapping.Text(
                isFormatted(node.at("type")),
                node.at("one-obx-per").oneOf(Portion.class).orElse(Portion.LINE),
                headings(node.at("headings")),
                longestLine(node.at("longest-line")),
                codes(node.at("codes")),
                node.at("addendum").oneOf(ReportWords.Extent.class).orElse(ReportWords.Extent.FULL));
    }

    private static boolean isFormatted(YamlNode node) throws TextFormatException {
        String type = node.isThere() ? node.text() : "TX";
        if (!Set.of("TX", "FT").contains(type)) {
            throw node.error("must be TX or FT, not " + type);
        }
        return type.equals("FT");
    }

    private static Headings headings(YamlNode node) throws TextFormatException {
        return switch (node.isThere() ? node.text() : "upper") {
            case "upper" -> Headings.UPPER;
            case "as-written" -> Headings.AS_WRITTEN;
            case "none" -> Headings.NONE;
            default -> throw node.error("must be upper, as-written or none, not " + node.text());
        };
    }

    private static int longestLine(YamlNode node) throws TextFormatException {
        int longest = node.count().orElse(0);
        if (longest != 0 && longest < 20) {
            throw node.error("must be 20 or more, or 0 for any length");
        }
        return longest;
    }

    private static Map<String, String> codes(YamlNode node) throws TextFormatException {
        Map<String, String> codes = new TreeMap<>(Map.of("findings", GENERAL, "impression", IMPRESSION));
        for (String heading : node.keys()) {
            codes.put(heading.toLowerCase(Locale.ROOT), encoded(node.at(heading)));
        }
        return codes;
    }

    private Set<Row> rows() throws TextFormatException {
        Set<Row> rows = EnumSet.noneOf(Row.class);
        for (YamlNode item : root.at("rows").items()) {
            String word = item.text().toUpperCase(Locale.ROOT).replace('-', '_');
            rows.add(Arrays.stream(Row.values())
                    .filter(row -> row.name().equals(word))
                    .findFirst()
                    .orElseThrow(() -> item.error("must be study-instance-uid, sr-instance-uid or pdf")));
        }
        return rows;
    }

    private OruMapping.Status status() throws TextFormatException {
        YamlNode node = root.at("status");
        Map<ResultStatus, String> letters = new EnumMap<>(ResultStatus.class);
        for (String key : node.keys()) {
            ResultStatus status = ResultStatus.named(key).orElseThrow(() -> node.at(key)
                    .error("is none; there are preliminary, final, addendum, corrected, cancelled, withdrawn"));
            String letter = node.at(key).text();
            if (!letter.matches("[A-Z]")) {
                throw node.at(key).error("must be one capital letter of table 0123, not " + letter);
            }
            letters.put(status, letter);
        }
        return new OruMapping.Status(letters);
    }

    private Map<String, String> constants() throws TextFormatException {
        YamlNode node = root.at("constants");
        Map<String, String> constants = new TreeMap<>();
        for (String key : node.keys()) {
            FieldPosition at = position(node.at(key), key);
            boolean isDelimiter = at.segment().equals("MSH") && at.field() <= 2;
            if (isDelimiter || at.segment().equals("OBX")) {
                throw node.at(key).error("cannot be told; the delimiters and the text are not constant");
            }
            if (at.segment().equals("TQ1") && !version.hasTimingSegment()) {
                throw node.at(key).error("cannot be told: version " + version.text() + " has no TQ1");
            }
            String value = encoded(node.at(key));
            Optional<String> unknown = Facts.unknownIn(value);
            if (unknown.isPresent()) {
                throw node.at(key).error("names " + unknown.orElseThrow() + "; there are " + Facts.names());
            }
            constants.put(at.toString(), value);
        }
        return constants;
    }

    private static FieldPosition position(YamlNode node, String text) throws TextFormatException {
        return FieldPosition.of(text)
                .orElseThrow(() -> node.error("must be a place as OBR-18, OBR-27.6 or OBR-32.1.2, not " + text));
    }

    private static boolean truth(YamlNode node, boolean otherwise) throws TextFormatException {
        return node.isThere() ? node.truth() : otherwise;
    }

    /** A text in the notation of messages: no field separator, no control character, whole escapes. */
    private static String encoded(YamlNode node) throws TextFormatException {
        String text = node.text();
        boolean isOneLine = text.length() <= LONGEST_CONSTANT && text.chars().noneMatch(Character::isISOControl);
        if (!isOneLine || text.contains("|") || !text.matches("([^\\\\]|\\\\[A-Za-z0-9.]+\\\\)*")) {
            throw node.error("must be text for one field, at most " + LONGEST_CONSTANT
                    + " characters, without | and with \\F\\ for it");
        }
        return text;
    }
}
