package org.candela.report.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import org.candela.report.DeliveryStanding;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * One signed version on its way, as it is shown.
 *
 * @param detail the facility's words or what is awaited; may be empty
 */
public record DeliveryRow(int version, Tone tone, String text, String detail, boolean mayRetry) {
    static DeliveryRow of(DeliveryStanding standing, Messages words, Instant now, ZoneId zone) {
        String meaning = words.text("report.meaning." + standing.meaning());
        String since = standing.state() == DeliveryStanding.State.ACKNOWLEDGED
                ? Formats.clock(standing.since(), zone)
                : Formats.span(Duration.between(standing.since(), now));
        String text = words.text("report.delivery." + standing.state(), meaning, since);
        return new DeliveryRow(standing.version(), tone(standing), text, standing.answer(), standing.needsAction());
    }

    private static Tone tone(DeliveryStanding standing) {
        if (standing.state() == DeliveryStanding.State.ACKNOWLEDGED) {
            return Tone.GOOD;
        }
        return switch (standing.alarm()) {
            case NONE -> Tone.NEUTRAL;
            case AMBER -> Tone.CAUTION;
            case RED -> Tone.BAD;
        };
    }
}
