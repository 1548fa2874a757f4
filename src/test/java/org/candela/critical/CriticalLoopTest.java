package org.candela.critical;

import static org.candela.critical.CriticalSamples.IDENTIFIED;
import static org.candela.critical.CriticalSamples.attempt;
import static org.candela.critical.CriticalSamples.later;
import static org.candela.critical.CriticalSamples.loop;
import static org.candela.critical.CriticalSamples.told;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.candela.critical.Communication.Method;
import org.candela.critical.Communication.ReadBack;
import org.candela.critical.CriticalLoop.State;
import org.candela.critical.Happening.Corrected;
import org.candela.critical.Happening.Kind;
import org.candela.critical.Happening.LeftOpen;
import org.candela.critical.Happening.Reopened;
import org.candela.critical.Happening.Snoozed;
import org.candela.critical.Happening.Told;
import org.candela.critical.Happening.Withdrawn;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~critical.loop~1]
// [utest->req~critical.six-items~1]
class CriticalLoopTest {
    private static final Map<Kind, Happening> HAPPENINGS = Map.of(
            Kind.OPENED, loop().opened(),
            Kind.ATTEMPTED, attempt("ED", "0101"),
            Kind.TOLD, new Told(told()),
            Kind.CORRECTED, new Corrected(told(), "wrong name"),
            Kind.REOPENED, new Reopened("wrong patient"),
            Kind.SNOOZED, new Snoozed(IDENTIFIED.plusSeconds(1_000)),
            Kind.LEFT_OPEN, new LeftOpen("handed to the day shift"),
            Kind.WITHDRAWN, new Withdrawn("opened twice"));

    private static final Map<State, List<Kind>> WAYS = Map.of(
            State.IDENTIFIED, List.of(),
            State.TRYING, List.of(Kind.ATTEMPTED),
            State.TOLD, List.of(Kind.ATTEMPTED, Kind.TOLD),
            State.WITHDRAWN, List.of(Kind.WITHDRAWN));

    private static Happening happening(Kind kind) {
        return Objects.requireNonNull(HAPPENINGS.get(kind));
    }

    private static CriticalLoop in(State state) throws CriticalException {
        CriticalLoop loop = loop();
        for (Kind kind : WAYS.getOrDefault(state, List.of())) {
            loop = loop.with(later(900, happening(kind)));
        }
        return loop;
    }

    /** Every state with everything that can happen; "-" is refused. */
    @ParameterizedTest
    @CsvSource({
        "IDENTIFIED, ATTEMPTED, TRYING",
        "IDENTIFIED, TOLD, TOLD",
        "IDENTIFIED, SNOOZED, IDENTIFIED",
        "IDENTIFIED, LEFT_OPEN, IDENTIFIED",
        "IDENTIFIED, WITHDRAWN, WITHDRAWN",
        "IDENTIFIED, CORRECTED, -",
        "IDENTIFIED, REOPENED, -",
        "IDENTIFIED, OPENED, -",
        "TRYING, ATTEMPTED, TRYING",
        "TRYING, TOLD, TOLD",
        "TRYING, SNOOZED, TRYING",
        "TRYING, LEFT_OPEN, TRYING",
        "TRYING, WITHDRAWN, WITHDRAWN",
        "TRYING, CORRECTED, -",
        "TRYING, REOPENED, -",
        "TRYING, OPENED, -",
        "TOLD, CORRECTED, TOLD",
        "TOLD, REOPENED, TRYING",
        "TOLD, ATTEMPTED, -",
        "TOLD, TOLD, -",
        "TOLD, SNOOZED, -",
        "TOLD, LEFT_OPEN, -",
        "TOLD, WITHDRAWN, -",
        "TOLD, OPENED, -",
        "WITHDRAWN, REOPENED, TRYING",
        "WITHDRAWN, ATTEMPTED, -",
        "WITHDRAWN, TOLD, -",
        "WITHDRAWN, CORRECTED, -",
        "WITHDRAWN, SNOOZED, -",
        "WITHDRAWN, LEFT_OPEN, -",
        "WITHDRAWN, WITHDRAWN, -",
        "WITHDRAWN, OPENED, -"
    })
    void fromEachStateWhatCanHappenHappens(State from, Kind kind, String to) throws Exception {
        CriticalLoop loop = in(from);

        if (to.equals("-")) {
            assertEquals(
                    "critical.state",
                    assertThrows(CriticalException.class, () -> loop.with(later(900, happening(kind))))
                            .code());
        } else {
            assertEquals(
                    State.valueOf(to), loop.with(later(900, happening(kind))).state());
        }
    }

    @Test
    void aCorrectionCountsAndTheFormerRecordStaysToBeRead() throws Exception {
        Communication other = new Communication(
                "Roe, Rachel",
                "ED attending",
                "Smith, Sam",
                Method.TELEPHONE,
                told().receivedAt(),
                ReadBack.READ_BACK,
                "");

        CriticalLoop corrected = in(State.TOLD).with(later(1_000, new Corrected(other, "the name was misheard")));

        assertEquals(Optional.of(other), corrected.communication());
        assertTrue(
                corrected.entries().stream().anyMatch(entry -> entry.happening().equals(new Told(told()))));
    }

    @Test
    void reopenedNobodyWasToldAnyMore() throws Exception {
        CriticalLoop reopened = in(State.TOLD).with(later(1_000, new Reopened("wrong patient")));

        assertEquals(Optional.empty(), reopened.communication());
        assertTrue(reopened.state().isOpen());
    }

    @Test
    void nobodyIsToldBeforeTheFindingWasIdentifiedOrLaterThanNow() {
        Communication early = new Communication(
                "Roe", "", "Smith", Method.TELEPHONE, IDENTIFIED.minusSeconds(1), ReadBack.READ_BACK, "");
        Communication late = new Communication(
                "Roe", "", "Smith", Method.TELEPHONE, IDENTIFIED.plusSeconds(600), ReadBack.READ_BACK, "");

        assertEquals(
                "critical.time",
                assertThrows(CriticalException.class, () -> loop().with(later(900, new Told(early))))
                        .code());
        assertEquals(
                "critical.time",
                assertThrows(CriticalException.class, () -> loop().with(later(500, new Told(late))))
                        .code());
    }

    @Test
    void anAlarmIsSilentForAQuarterOfAnHourAtMost() {
        Snoozed tooLong = new Snoozed(IDENTIFIED.plusSeconds(100 + 15 * 60 + 1));

        assertThrows(CriticalException.class, () -> loop().with(later(100, tooLong)));
    }

    @Test
    void whatWasNotReadBackSaysWhy() {
        assertThrows(
                IllegalArgumentException.class,
                () -> new Communication("Roe", "", "Smith", Method.TELEPHONE, IDENTIFIED, ReadBack.NOT_READ_BACK, " "));
        assertThrows(
                IllegalArgumentException.class,
                () -> new Communication(" ", "", "Smith", Method.TELEPHONE, IDENTIFIED, ReadBack.READ_BACK, ""));
    }
}
