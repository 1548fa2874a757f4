package org.candela.readiness;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;

/**
 * What the card asks of room, link and papers: data of this version.
 *
 * @param edition of the list
 */
public record ReadinessLimits(
        String edition, Room room, Link link, Duration backupHolds, int certificateDays, int contingencyMonths) {
    /**
     * Of the room.
     *
     * @param noiseBelow equivalent level, dB(A), that is not reached
     * @param noiseWindow over which noise is averaged
     * @param fromCelsius lowest temperature, inside
     * @param toCelsius highest temperature, inside
     * @param holds how long a reading counts
     */
    public record Room(double noiseBelow, Duration noiseWindow, double fromCelsius, double toCelsius, Duration holds) {
        public Room {
            if (!(fromCelsius < toCelsius) || !(noiseBelow > 0)) {
                throw new IllegalArgumentException("limits of the room out of order");
            }
        }

        /** Whether what was found at a moment is of the shift that {@code now} is in. */
        public boolean isOfThisShift(Instant found, Instant now) {
            return Duration.between(found, now).compareTo(holds) < 0;
        }
    }

    /**
     * Of the way to a facility, each direction.
     *
     * @param minimumMbit sustained Mbit/s at the least
     * @param targetMbit sustained Mbit/s that is enough
     * @param holds how long a measurement counts
     * @param nextCase how long the next case may take to come
     */
    public record Link(double minimumMbit, double targetMbit, Duration holds, Duration nextCase) {
        public Link {
            if (!(minimumMbit > 0 && minimumMbit <= targetMbit)) {
                throw new IllegalArgumentException("limits of the link out of order");
            }
        }
    }

    private static final String RESOURCE = "limits.yaml";

    /** Those that come with this version. */
    public static ReadinessLimits shipped() {
        try (InputStream file = ReadinessLimits.class.getResourceAsStream(RESOURCE)) {
            if (file == null) {
                throw new IllegalStateException("the program came without " + RESOURCE);
            }
            return of(YAMLMapper.builder().build().readTree(file));
        } catch (IOException e) {
            throw new UncheckedIOException(RESOURCE + " cannot be read", e);
        }
    }

    private static ReadinessLimits of(JsonNode data) {
        return new ReadinessLimits(
                data.required("edition").asText(),
                new Room(
                        number(data, "/noise/belowDba"),
                        Duration.ofSeconds((long) number(data, "/noise/windowSeconds")),
                        number(data, "/temperature/fromCelsius"),
                        number(data, "/temperature/toCelsius"),
                        Duration.ofHours((long) number(data, "/room/holdsHours"))),
                new Link(
                        number(data, "/link/minimumMbit"),
                        number(data, "/link/targetMbit"),
                        Duration.ofDays((long) number(data, "/link/holdsDays")),
                        Duration.ofMillis((long) (1000 * number(data, "/nextCase/budgetSeconds")))),
                Duration.ofDays((long) number(data, "/backup/holdsDays")),
                (int) number(data, "/certificate/warnDays"),
                (int) number(data, "/contingency/holdsMonths"));
    }

    private static double number(JsonNode data, String place) {
        JsonNode found = data.at(place);
        if (!found.isNumber()) {
            throw new IllegalStateException(RESOURCE + " has no number at " + place);
        }
        return found.asDouble();
    }
}
