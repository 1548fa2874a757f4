package org.candela.readiness.link;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import org.candela.facility.Facility;
import org.candela.readiness.Evidence;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.jspecify.annotations.Nullable;

/**
 * How long the certificate of a facility's service is still valid. Asks the service at most once an hour, since the card is also made
 * before each case. Safe from any thread; blocks on the network when it asks.
 */
// [impl->req~readiness.certificate~1]
public final class CertificateCheck implements ReadinessCheck {
    private static final Duration REMEMBERED = Duration.ofHours(1);

    private final Facility facility;
    private final Asking service;
    private final int warnDays;
    private final Clock clock;
    private @Nullable Asked last;

    /** How the certificate is learned. */
    @FunctionalInterface
    public interface Asking {
        /** Greets the service; blocks. */
        Greeting greet() throws LinkException;
    }

    private record Asked(Instant at, Optional<Instant> ends, String failure) {}

    /** @param warnDays so many days before the end it is told */
    public CertificateCheck(Facility facility, Asking service, int warnDays, Clock clock) {
        this.facility = facility;
        this.service = service;
        this.warnDays = warnDays;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        Asked asked = asked();
        return asked.ends().map(ends -> judge(ends, asked.at())).orElseGet(() -> item(
                        Status.NOT_ASSESSED,
                        asked.failure().isEmpty()
                                ? "There is none: studies come unencrypted."
                                : "It could not be seen: " + asked.failure() + ".",
                        asked.failure().isEmpty()
                                ? "Ask the facility for an https address, unless a VPN encrypts."
                                : "Check the network, then check again.")
                .with(Evidence.MISSING));
    }

    private synchronized Asked asked() {
        Instant now = clock.instant();
        if (last == null || Duration.between(last.at(), now).compareTo(REMEMBERED) > 0) {
            last = ask(now);
        }
        return last;
    }

    private Asked ask(Instant now) {
        try {
            return new Asked(now, service.greet().certificateEnds(), "");
        } catch (LinkException e) {
            return new Asked(now, Optional.empty(), String.valueOf(e.getMessage()));
        }
    }

    private ReadinessItem judge(Instant ends, Instant seen) {
        long days = Math.floorDiv(
                Duration.between(clock.instant(), ends).toSeconds(),
                Duration.ofDays(1).toSeconds());
        String value = days < 0 ? "expired" : days + " days left";
        String reason = value + ", until " + LocalDate.ofInstant(ends, ZoneOffset.UTC) + ".";
        Status status = days < 0 ? Status.FAILED : days < warnDays ? Status.WARNING : Status.READY;
        return item(
                        status,
                        reason,
                        status == Status.READY ? "" : "Tell the facility's IT; have the new fingerprint told to you.")
                .with(Evidence.measured(
                        value, seen, "TLS of " + facility.dicomWeb().getHost()));
    }

    private ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem(
                        "network.certificate." + facility.id(),
                        "Certificate of " + facility.name(),
                        status,
                        reason,
                        whatToDo)
                .about(facility.id().value());
    }
}
