package org.candela.calibration.device.serial;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A reply of the Konica Minolta CS-100A, LS-100 or CS-200: {@code OKnn} or {@code ERnn}, then values (their communication
 * manuals).
 *
 * @param code as {@code "OK00"}
 * @param fields what follows, without the commas and blanks between
 */
record KonicaReply(String code, List<String> fields) {
    private static final Pattern FORM = Pattern.compile("((?:OK|ER)\\d\\d)((?:[ ,].*)?)");
    private static final Pattern NUMBER = Pattern.compile("-?(?:\\d{1,6}(?:\\.\\d{0,6})?|\\.\\d{1,6})");

    /** What each code means and what to do. */
    private static final Map<String, Trouble> TROUBLES = Map.ofEntries(
            Map.entry("OK11", new Trouble("device.out-of-range", "the reading is beyond what it shows in colour")),
            Map.entry("OK12", new Trouble("device.out-of-range", "the reading is beyond what it shows")),
            Map.entry("OK13", new Trouble("device.out-of-range", "luminance and colour are beyond what it shows")),
            Map.entry("ER00", new Trouble("device.unsupported", "it does not know the command; is it another model?")),
            Map.entry("ER01", new Trouble("device.failed", "its settings do not allow that")),
            Map.entry("ER10", new Trouble("device.out-of-range", "too bright or too dark to measure")),
            Map.entry("ER11", new Trouble("device.out-of-range", "its memory holds no value for that")),
            Map.entry("ER12", new Trouble("device.out-of-range", "too bright or too dark for its range")),
            Map.entry("ER19", new Trouble("device.out-of-range", "beyond what it shows")),
            Map.entry("ER20", new Trouble("device.failed", "its memory (EEPROM) is broken; have it repaired")),
            Map.entry("ER30", new Trouble("device.battery", "its battery is empty; replace it")));

    /** A code in words. */
    record Trouble(String code, String words) {}

    KonicaReply {
        fields = List.copyOf(fields);
    }

    /** Empty for what is no reply of these meters. */
    static Optional<KonicaReply> parse(String line) {
        Matcher form = FORM.matcher(line);
        return form.matches()
                ? Optional.of(new KonicaReply(
                        form.group(1),
                        Stream.of(form.group(2).split("[ ,]+"))
                                .filter(field -> !field.isEmpty())
                                .toList()))
                : Optional.empty();
    }

    boolean isOk() {
        return code.equals("OK00");
    }

    /** What is wrong; an unknown code is wrong too. */
    Trouble trouble() {
        return TROUBLES.getOrDefault(code, new Trouble("device.failed", "a code that is not in its manual"));
    }

    /** A field as a number with a point; empty for anything else. */
    Optional<Double> number(int field) {
        return field < fields.size() && NUMBER.matcher(fields.get(field)).matches()
                ? Optional.of(Double.parseDouble(fields.get(field)))
                : Optional.empty();
    }
}
