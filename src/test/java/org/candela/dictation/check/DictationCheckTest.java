package org.candela.dictation.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.MovableClock;
import org.candela.dictation.session.EngineState;
import org.candela.dictation.sound.FedMicrophone;
import org.candela.dictation.sound.Level;
import org.candela.dictation.sound.Microphone;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~dictation.ready~1]
class DictationCheckTest {
    /** Frames of 20 ms, as many as are listened to. */
    private static final int LISTENED = 15;

    private final MovableClock clock = new MovableClock();
    private final Desk desk = new Desk();
    private final DictationCheck check = new DictationCheck(desk, clock);

    /** All is well until a test says otherwise. */
    private static final class Desk implements DictationDesk {
        private final FedMicrophone microphone = new FedMicrophone();
        private List<Microphone> plugged = List.of(microphone);
        private Optional<String> chosen = Optional.of("fed");
        private Optional<Level> heard = Optional.empty();
        private EngineState engine = EngineState.LOADED;
        private Seal seal = Seal.SEALED;
        private Pedal pedal = Pedal.NOT_TAUGHT;

        @Override
        public List<Microphone> microphones() {
            return plugged;
        }

        @Override
        public Optional<String> chosen() {
            return chosen;
        }

        @Override
        public Optional<Level> heard() {
            return heard;
        }

        @Override
        public EngineState engine() {
            return engine;
        }

        @Override
        public String engineStanding() {
            return "built-in";
        }

        @Override
        public Seal seal() {
            return seal;
        }

        @Override
        public Pedal pedal() {
            return pedal;
        }
    }

    @Test
    void aMicrophoneThatIsHeardAnEngineAndASealAreReadyWithTheLevel() {
        desk.microphone.feed(LISTENED, 3_277);

        ReadinessItem item = check.evaluate();

        assertEquals(Status.READY, item.status(), item.reason());
        assertEquals("\"fed\" is heard (-20 dB). Engine loaded: built-in. What is said is sealed.", item.reason());
        assertEquals("-20 dB", item.evidence().value());
        assertEquals("", item.whatToDo());
    }

    @Test
    void oneThatIsMutedIsListenedToAgainUntilItIsHeardAndThenLeftAlone() {
        desk.microphone.feed(LISTENED, 1);
        ReadinessItem muted = check.evaluate();
        desk.microphone.feed(LISTENED, 3_277);
        assertEquals(Status.READY, check.evaluate().status());
        desk.microphone.unplug();

        assertEquals(Status.WARNING, muted.status());
        assertTrue(muted.reason().startsWith("\"fed\" gives no sound"), muted.reason());
        assertTrue(muted.whatToDo().startsWith("Switch it on"), muted.whatToDo());
        assertEquals(Status.READY, check.evaluate().status(), "it was heard a moment ago");
        clock.advance(Duration.ofMinutes(11));
        ReadinessItem gone = check.evaluate();
        assertEquals(Status.WARNING, gone.status());
        assertTrue(gone.reason().startsWith("The microphone does not open"), gone.reason());
    }

    @Test
    void whatListensAlreadyIsNotOpenedTwice() {
        desk.microphone.unplug();
        desk.heard = Optional.of(new Level(-30, -40));

        assertEquals(Status.READY, check.evaluate().status());
    }

    @Test
    void aMicrophoneThatIsNotThereIsToBePluggedIn() {
        desk.chosen = Optional.of("SpeechMike");
        assertTrue(check.evaluate().reason().startsWith("The microphone \"SpeechMike\" is not plugged in."));
        desk.plugged = List.of();
        assertTrue(check.evaluate().whatToDo().startsWith("Plug one in and choose it (Ctrl+F8); or type."));
    }

    @ParameterizedTest
    @CsvSource({
        "MISSING, SEALED, NOT_TAUGHT, WARNING, No engine",
        "FAILED, SEALED, NOT_TAUGHT, WARNING, does not start",
        "NOT_LOADED, SEALED, NOT_TAUGHT, NOT_ASSESSED, being loaded",
        "LOADED, PLAIN, NOT_TAUGHT, WARNING, lies plain",
        "LOADED, LOCKED, NOT_TAUGHT, WARNING, key store is locked",
        "LOADED, SEALED, AWAY, WARNING, not plugged in",
        "LOADED, SEALED, NOT_LOOKED_FOR, NOT_ASSESSED, not looked for",
        "LOADED, SEALED, PLUGGED_IN, READY, are plugged in"
    })
    void whatLacksIsToldWithWhatToDo(
            EngineState engine, DictationDesk.Seal seal, DictationDesk.Pedal pedal, Status status, String told) {
        desk.microphone.feed(LISTENED, 3_277);
        desk.engine = engine;
        desk.seal = seal;
        desk.pedal = pedal;

        ReadinessItem item = check.evaluate();

        assertEquals(status, item.status());
        assertTrue(item.reason().contains(told), item.reason());
        assertTrue(status != Status.WARNING || !item.whatToDo().isEmpty());
    }
}
