package org.candela.practice;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/** The table of states and territories with their time zones, from {@code jurisdictions.csv}. */
final class Jurisdictions {
    private static final Map<String, Named> ALL = read();

    private Jurisdictions() {}

    /**
     * One of them.
     *
     * @param zones every time zone (tz database) that part of it keeps, at least one
     */
    record Named(String code, String title, List<ZoneId> zones) {}

    static boolean isKnown(String code) {
        return ALL.containsKey(code);
    }

    static Named named(String code) {
        return Objects.requireNonNull(ALL.get(code), code);
    }

    /** All of them, by code. */
    static List<Named> all() {
        return List.copyOf(ALL.values());
    }

    private static Map<String, Named> read() {
        try (InputStream in =
                Objects.requireNonNull(Jurisdictions.class.getResourceAsStream("jurisdictions.csv"), "resource")) {
            Map<String, Named> all = new TreeMap<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .map(cells -> new Named(cells[0], cells[1], zones(cells[2])))
                    .forEach(named -> all.put(named.code(), named));
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<ZoneId> zones(String cell) {
        return Arrays.stream(cell.split(" ")).map(ZoneId::of).toList();
    }
}
