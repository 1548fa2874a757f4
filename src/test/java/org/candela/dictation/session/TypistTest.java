package org.candela.dictation.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.Transcriber;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.keep.KeptDesk;
import org.candela.dictation.keep.Sealing;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An engine that fails at one utterance, and one that fails at all. */
// [utest->req~dictation.catches-up~1]
@SuppressWarnings("NullAway.Init")
class TypistTest {
    private final List<UUID> understood = new ArrayList<>();
    private final Troubles troubles = new Troubles();
    private KeptDesk desk;

    @TempDir
    private Path home;

    @BeforeEach
    void open() throws Exception {
        desk = new KeptDesk(home, Sealing.NONE);
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    @Test
    void anUtteranceThatNoTryUnderstandsHoldsUpNoneOfTheOthers() throws Exception {
        PickyEngine engine = new PickyEngine();
        Typist typist = typist(engine);
        UUID first = desk.spoken(1600);
        UUID second = desk.spoken(1600);
        engine.refused.add(first);

        typist.follow(desk.utterances.find(first).orElseThrow());
        typist.follow(desk.utterances.find(second).orElseThrow());

        assertEquals(List.of(second), understood);
        assertEquals(1, typist.waiting());
        assertTrue(troubles.text().contains("play it"), troubles.text());
        int tries = engine.tries;

        UUID third = desk.spoken(1600);
        typist.follow(desk.utterances.find(third).orElseThrow());

        assertEquals(List.of(second, third), understood);
        assertEquals(tries + 1, engine.tries, "it is not tried again and again");
    }

    @Test
    void anotherEngineIsGivenWhatTheFirstPassedOver() throws Exception {
        PickyEngine engine = new PickyEngine();
        Typist typist = typist(engine);
        UUID first = desk.spoken(1600);
        UUID second = desk.spoken(1600);
        engine.refused.add(first);
        typist.follow(desk.utterances.find(first).orElseThrow());
        typist.follow(desk.utterances.find(second).orElseThrow());

        typist.use(new PickyEngine());

        assertEquals(List.of(second, first), understood);
        assertEquals(0, typist.waiting());
        assertEquals("", troubles.text());
    }

    @Test
    void whatIsThrownAwayIsNoTroubleAnyMore() throws Exception {
        PickyEngine engine = new PickyEngine();
        Typist typist = typist(engine);
        UUID first = desk.spoken(1600);
        UUID second = desk.spoken(1600);
        engine.refused.add(first);
        typist.follow(desk.utterances.find(first).orElseThrow());
        typist.follow(desk.utterances.find(second).orElseThrow());

        typist.forget(first);

        assertEquals(0, typist.waiting());
        assertEquals("", troubles.text());
    }

    @Test
    void anEngineThatBreaksIsAFailureLikeAnyOther() throws Exception {
        PickyEngine engine = new PickyEngine();
        engine.isBroken = true;
        Typist typist = typist(engine);
        UUID first = desk.spoken(1600);

        typist.follow(desk.utterances.find(first).orElseThrow());

        assertEquals(1, typist.waiting());
        assertTrue(troubles.text().contains("waits for an engine"), troubles.text());
        engine.isBroken = false;
        UUID second = desk.spoken(1600);
        typist.follow(desk.utterances.find(second).orElseThrow());
        assertEquals(List.of(first, second), understood);
    }

    private Typist typist(SpeechEngine engine) {
        return new Typist(desk.utterances, engine, troubles, Runnable::run, new Typist.Outcome() {
            @Override
            public void partial(String draftId, UUID id, Transcript soFar) {}

            @Override
            public void said(Typist.Job job, Transcript words, String by) {
                understood.add(job.id());
            }

            @Override
            public void changed() {}
        });
    }

    /** Understands all but what it refuses. */
    private static final class PickyEngine implements SpeechEngine {
        private final Set<UUID> refused = new HashSet<>();
        private boolean isBroken;
        private int tries;

        @Override
        public String id() {
            return "picky";
        }

        @Override
        public String standing() {
            return "picky engine";
        }

        @Override
        public Optional<Transcriber> open() {
            return Optional.of(new Transcriber() {
                private Runnable understand = () -> {};
                private boolean isRefused;

                @Override
                public void start(UUID id, TranscriptListener listener) {
                    isRefused = refused.contains(id);
                    understand = () -> listener.said(id, new Transcript(List.of()));
                }

                @Override
                public void accept(short[] more) {}

                @Override
                public void finish() throws SpeechException {
                    tries++;
                    if (isBroken) {
                        throw new IllegalArgumentException("broken");
                    }
                    if (isRefused) {
                        throw new SpeechException("picky.refused", "not this one");
                    }
                    understand.run();
                }

                @Override
                public void cancel() {}

                @Override
                public void close() {}
            });
        }
    }
}
