package org.candela.study;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.candela.base.Cancellation;
import org.candela.facility.Facility;
import org.candela.net.web.DicomWebClient;
import org.candela.net.web.ServerPulse;
import org.candela.net.web.WebException;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;

/**
 * Whether a facility answers a query, how fast, and what its clock says. Never blocks reading: studies of other
 * facilities, and those already here, can still be read.
 */
// [impl->req~study.facility-reachable~1]
public final class FacilityReachable implements ReadinessCheck {
    /** Beyond this a reader will notice when opening a study. */
    static final Duration SLOW = Duration.ofSeconds(2);

    private static final int UNAUTHORIZED = 401;
    private static final int FORBIDDEN = 403;

    private final Facility facility;
    private final DicomWebClient client;
    private final Clock clock;

    public FacilityReachable(Facility facility, DicomWebClient client, Clock clock) {
        this.facility = facility;
        this.client = client;
        this.clock = clock;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return judge(client.pulse(new Cancellation()));
        } catch (WebException e) {
            return judge(e);
        }
    }

    private ReadinessItem judge(WebException failure) {
        int status = failure.status().orElse(0);
        if (failure.kind() == WebException.Kind.SIGN_IN || status == UNAUTHORIZED || status == FORBIDDEN) {
            return warning(
                    "Does not let us in (" + failure.code() + ").",
                    "Run candela facility sign-in " + facility.id() + ", or add the facility again with its password.");
        }
        if (failure.kind() == WebException.Kind.NOT_TRUSTED) {
            return warning(
                    "Its certificate is not trusted, or ours is not (" + failure.code() + ").",
                    "Ask the facility before you trust another certificate.");
        }
        return warning(
                "Does not answer (" + failure.code() + ").", "Check the network; call the facility if it stays away.");
    }

    private ReadinessItem warning(String reason, String remedy) {
        return new ReadinessItem(id(), facility.name(), Status.WARNING, reason, remedy);
    }

    /** The facility's time now, for {@link org.candela.readiness.ClockCheck}; empty when it does not tell. */
    public Optional<Instant> serverTime() {
        try {
            return client.pulse(new Cancellation()).serverTime();
        } catch (WebException e) {
            return Optional.empty();
        }
    }

    ReadinessItem judge(ServerPulse pulse) {
        String answered = "Answered in " + pulse.roundTrip().toMillis() + " ms" + skew(pulse) + ".";
        if (pulse.roundTrip().compareTo(SLOW) > 0) {
            return warning(answered, "Expect slow loading; check the network.");
        }
        return ReadinessItem.ready(id(), facility.name(), answered);
    }

    private String id() {
        return "facility." + facility.id();
    }

    /** HTTP Date has whole seconds, so one second is no difference. */
    private String skew(ServerPulse pulse) {
        return pulse.serverTime()
                .map(server -> Duration.between(clock.instant(), server).toSeconds())
                .filter(seconds -> Math.abs(seconds) > 1)
                .map(seconds -> ", its clock " + Math.abs(seconds) + " s " + (seconds > 0 ? "ahead" : "behind"))
                .orElse("");
    }
}
