package org.candela.report.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.report.DeliveryStanding;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.ui.Tone;

/**
 * One signed version on its way by one channel, as it is shown.
 *
 * @param channel name of the channel
 * @param detail the facility's words or what is awaited; may be empty
 */
public record DeliveryRow(int version, String channel, Tone tone, String text, String detail, boolean mayRetry) {
    static DeliveryRow of(DeliveryStanding standing, Messages words, Instant now, ZoneId zone) {
        String meaning = words.text("report.meaning." + standing.meaning());
        String since = standing.state() == DeliveryStanding.State.ACKNOWLEDGED
                ? Formats.clock(standing.since(), zone)
                : Formats.span(Duration.between(standing.since(), now));
        String what = words.text(
                "report.delivery.by",
                meaning,
                words.text("report.delivery.way." + standing.channel().way()));
        String text = words.text("report.delivery." + standing.state(), what, since);
        return new DeliveryRow(
                standing.version(),
                standing.channel().name(),
                tone(standing),
                text,
                detail(standing, words),
                standing.needsAction());
    }

    private static String detail(DeliveryStanding standing, Messages words) {
        boolean isRepeated = standing.attempts() > 1 && standing.state() != DeliveryStanding.State.ACKNOWLEDGED;
        String attempt = isRepeated ? words.text("report.delivery.attempt", standing.attempts()) : "";
        String todo = standing.needsAction() ? words.text("report.delivery.todo." + todo(standing)) : "";
        return Stream.of(attempt, standing.answer(), todo)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" \u00b7 "));
    }

    /** What was refused for a reason that is told has a way out of its own. */
    private static String todo(DeliveryStanding standing) {
        boolean isTold = standing.state() == DeliveryStanding.State.REJECTED
                && standing.refusal().isLasting();
        return standing.state() + (isTold ? "." + standing.refusal() : "");
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
