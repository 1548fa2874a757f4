package org.candela.readiness.link;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.candela.MovableClock;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CertificateCheckTest {
    private static final Facility CLINIC =
            Facility.of(new FacilityId("clinic"), "Clinic", URI.create("https://clinic.invalid/web"));

    private final MovableClock clock = new MovableClock();
    private final AtomicInteger asked = new AtomicInteger();

    private CertificateCheck endingIn(Duration left) {
        Instant ends = clock.instant().plus(left);
        return new CertificateCheck(
                CLINIC,
                () -> {
                    asked.incrementAndGet();
                    return new Greeting("192.0.2.7", 1, 1, 1, Optional.of(ends));
                },
                30,
                clock);
    }

    // [utest->req~readiness.certificate~1]
    @ParameterizedTest
    @CsvSource({"-1, FAILED", "0, WARNING", "2591999, WARNING", "2592000, READY"})
    void thirtyDaysBeforeItsEndACertificateIsToldOf(long seconds, Status expected) {
        assertEquals(expected, endingIn(Duration.ofSeconds(seconds)).evaluate().status());
    }

    // [utest->req~readiness.certificate~1]
    @Test
    void theServiceIsAskedOnceAnHour() {
        CertificateCheck check = endingIn(Duration.ofDays(90));

        check.evaluate();
        clock.advance(Duration.ofMinutes(60));
        check.evaluate();
        assertEquals(1, asked.get());

        clock.advance(Duration.ofSeconds(1));
        assertEquals("89 days left, until 2027-02-22.", check.evaluate().reason());
        assertEquals(2, asked.get());
    }

    // [utest->req~readiness.certificate~1]
    @Test
    void aServiceThatCannotBeSeenIsNotAssessed() {
        CertificateCheck check = new CertificateCheck(
                CLINIC,
                () -> {
                    throw new LinkException("link.no-greeting", "clinic.invalid: TLS is refused");
                },
                30,
                clock);

        assertEquals(Status.NOT_ASSESSED, check.evaluate().status());
        assertEquals(
                "It could not be seen: clinic.invalid: TLS is refused.",
                check.evaluate().reason());
    }
}
