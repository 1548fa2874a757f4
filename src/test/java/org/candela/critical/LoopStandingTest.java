package org.candela.critical;

import static org.candela.critical.CriticalSamples.IDENTIFIED;
import static org.candela.critical.CriticalSamples.attempt;
import static org.candela.critical.CriticalSamples.later;
import static org.candela.critical.CriticalSamples.loop;
import static org.candela.critical.CriticalSamples.policy;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicLong;
import org.candela.critical.Happening.Snoozed;
import org.candela.critical.LoopStanding.Urgency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~critical.timer~1]
// [utest->req~critical.ladder~1]
// [utest->req~critical.clock~1]
class LoopStandingTest {
    private static LoopStanding at(CriticalLoop loop, long seconds) {
        return LoopStanding.of(loop, policy(), IDENTIFIED.plusSeconds(seconds));
    }

    private static String phone(LoopStanding standing) {
        return standing.next().orElseThrow().phone();
    }

    @ParameterizedTest
    @CsvSource({"0, IN_TIME", "599, IN_TIME", "600, AMBER", "1199, AMBER", "1200, RED", "100000, RED", "-50, IN_TIME"})
    void halfOfTheLimitIsAmberAllOfItRed(long seconds, Urgency urgency) {
        assertEquals(urgency, at(loop(), seconds).urgency());
    }

    @Test
    void theLadderSaysWhoIsToBeCalledWhen() {
        assertEquals("0101", phone(at(loop(), 0)));
        assertEquals("0102", phone(at(loop(), 600)));
        assertEquals("0103", phone(at(loop(), 900)));
    }

    @Test
    void whoWasTriedInVainIsFollowedByTheNextAndTheLastByTheFirst() throws Exception {
        CriticalLoop once = loop().with(later(60, attempt("ED charge nurse", "0101")));
        CriticalLoop twice = once.with(later(90, attempt("ED attending", "0102")));
        CriticalLoop thrice = twice.with(later(120, attempt("House officer", "0103")));

        assertEquals("0102", phone(at(once, 60)));
        assertEquals("0103", phone(at(twice, 90)));
        assertEquals("0101", phone(at(thrice, 120)));
    }

    @Test
    void withoutALadderTheContactCardIsCalledAndWithoutThatNobody() {
        CriticalPolicy bare = CriticalPolicy.start(ZoneOffset.UTC);

        assertTrue(LoopStanding.of(loop(), bare, IDENTIFIED).next().isEmpty());
        assertEquals("555", phone(LoopStanding.of(loop(), bare.orCalling("555"), IDENTIFIED)));
    }

    @Test
    void whatIsSilentStaysRed() throws Exception {
        CriticalLoop silent = loop().with(later(1_300, new Snoozed(IDENTIFIED.plusSeconds(1_600))));

        assertEquals(Urgency.RED, at(silent, 1_400).urgency());
        assertFalse(at(silent, 1_400).isHeard());
        assertTrue(at(silent, 1_600).isHeard());
    }

    /** A clock that goes where the test puts it. */
    private static final class Wall extends Clock {
        private Instant at;

        Wall(Instant at) {
            this.at = at;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return at;
        }
    }

    @Test
    void aClockThatIsSetBackStopsNoTimer() {
        Wall wall = new Wall(IDENTIFIED);
        AtomicLong nanos = new AtomicLong();
        SteadyTime time = new SteadyTime(wall, nanos::get);

        wall.at = IDENTIFIED.minus(Duration.ofHours(1));
        nanos.set(Duration.ofMinutes(21).toNanos());

        assertEquals(IDENTIFIED.plus(Duration.ofMinutes(21)), time.instant());
        assertEquals(
                Urgency.RED, LoopStanding.of(loop(), policy(), time.instant()).urgency());
    }

    @Test
    void aClockThatIsSetForwardIsFollowedAndOneThatDriftsASecondIsNotFought() {
        Wall wall = new Wall(IDENTIFIED);
        AtomicLong nanos = new AtomicLong();
        SteadyTime time = new SteadyTime(wall, nanos::get);

        wall.at = IDENTIFIED.plus(Duration.ofHours(1));
        assertEquals(wall.at, time.instant());

        nanos.set(Duration.ofSeconds(10).toNanos());
        wall.at = wall.at.plusSeconds(9);
        assertEquals(wall.at, time.instant());
    }

    @Test
    void aClockBehindWhatIsOnTheDiskCountsFromThere() {
        Wall wall = new Wall(IDENTIFIED.minus(Duration.ofDays(1)));
        AtomicLong nanos = new AtomicLong();
        SteadyTime time = new SteadyTime(wall, nanos::get);

        time.notBefore(IDENTIFIED);
        nanos.set(Duration.ofMinutes(10).toNanos());

        assertEquals(IDENTIFIED.plus(Duration.ofMinutes(10)), time.instant());
    }
}
