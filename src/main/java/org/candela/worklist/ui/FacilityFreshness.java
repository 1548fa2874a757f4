package org.candela.worklist.ui;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import org.candela.facility.ServiceEndpoint;
import org.candela.ui.Formats;
import org.candela.worklist.FacilityHealth;

/**
 * How fresh the rows of one facility are, as text.
 *
 * @param isUpToDate whether it answered lately
 * @param age {@code "12 min ago"}, {@code "just now"} or {@code "no list yet"}
 * @param detail what went wrong and when it is asked again; empty when all is well
 */
public record FacilityFreshness(String facility, boolean isUpToDate, String age, String detail) {
    /** Four polls; older, and the list was not asked for, as after the machine has slept. */
    private static final Duration OLD = Duration.ofMinutes(2);

    private static final Duration JUST_NOW = Duration.ofSeconds(10);

    static FacilityFreshness of(FacilityHealth health, Instant now) {
        boolean isOld = health.lastAnswer()
                .filter(at -> Duration.between(at, now).compareTo(OLD) <= 0)
                .isEmpty();
        return new FacilityFreshness(
                health.facility().value(), !health.isStale() && !isOld, age(health, now), detail(health, now));
    }

    private static String age(FacilityHealth health, Instant now) {
        return health.lastAnswer()
                        .map(at -> Duration.between(at, now))
                        .map(age -> age.compareTo(JUST_NOW) < 0 ? "just now" : Formats.span(age) + " ago")
                        .orElse("no list yet")
                // [impl->req~study.failover~1]
                + health.detour()
                        .map(route -> ", by its " + word(route) + " address")
                        .orElse("");
    }

    private static String word(ServiceEndpoint.Route route) {
        return route == ServiceEndpoint.Route.VPN ? "VPN" : route.name().toLowerCase(Locale.ROOT);
    }

    private static String detail(FacilityHealth health, Instant now) {
        String again = health.askedAgainAt()
                .map(at -> Duration.between(now, at))
                .map(wait -> wait.isNegative() || wait.isZero()
                        ? "; asked again now"
                        : "; asked again in " + Formats.span(wait))
                .orElse("");
        return health.failure().map(what -> what + again).orElse("");
    }
}
