package org.candela.app;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javafx.application.Platform;
import org.candela.Fx;
import org.candela.base.CandelaException;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.keep.Utterances;
import org.candela.vault.VaultDoor;
import org.candela.worklist.ReadingItem;

/** What a {@link KillableWorkstation} does that might tell of a patient: speaks into a report, and has bugs that quote one. */
record GreppedReading(OpenRoom open) {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final int SAMPLES = 8000;

    /** Half a second of sound, and words in place of an engine's. */
    void speak() throws CandelaException {
        House house = open.house();
        House.Base base = house.base();
        VaultDoor door = house.reached().web().door();
        Utterances utterances = new Utterances(
                new Utterances.Shelf(base.database(), base.audit(), CLOCK, TestRoom.READER),
                base.paths().dictation(),
                () -> sealing(door));
        UUID id = UUID.randomUUID();
        String draft = Fx.call(() -> open.models()
                .report()
                .reportProperty()
                .get()
                .orElseThrow()
                .draft()
                .id()
                .value());
        utterances.keepWhole(id, draft, CLOCK.instant(), Pcm.of(new short[SAMPLES]));
        List<SpokenWord> words = List.of(KillableWorkstation.SENTENCE.split(" ")).stream()
                .map(word -> new SpokenWord(word, 1, Duration.ZERO, Duration.ofMillis(1)))
                .toList();
        utterances.heard(id, new Transcript(words), "made up");
    }

    private static Sealing sealing(VaultDoor door) {
        try {
            return Sealing.by(door.key());
        } catch (CandelaException e) {
            throw new AssertionError(e);
        }
    }

    /** On the FX thread, on one of nobody's, and as a cause within our own. */
    void bugs() throws InterruptedException {
        String quoted = Fx.call(() -> quote());
        Platform.runLater(() -> {
            throw new IllegalStateException(quoted);
        });
        Thread strange = new Thread(() -> {
            int unused = Integer.parseInt(quoted);
        });
        strange.start();
        strange.join();
        org.slf4j.LoggerFactory.getLogger("org.candela.test")
                .error(
                        "a failure of ours",
                        new CandelaException(
                                "test.code", "ours", new IOException("disk", new IllegalArgumentException(quoted))));
        Fx.settle();
    }

    /** All that must stay within. FX thread. */
    String quote() {
        ReadingItem item =
                open.reading().cases().currentProperty().get().orElseThrow().item();
        return String.join(
                "|",
                item.study().patient().name(),
                item.study().patient().id(),
                item.study().patient().birthDate().map(Object::toString).orElse("-"),
                item.study().identity().accessionNumber(),
                item.id().study().value());
    }
}
