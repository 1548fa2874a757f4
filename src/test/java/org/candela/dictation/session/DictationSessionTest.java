package org.candela.dictation.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.candela.dictation.DictationStanding;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpokenSpan;
import org.candela.dictation.Transcript;
import org.candela.dictation.TranscriptListener;
import org.candela.dictation.VoiceDetector;
import org.candela.dictation.keep.KeptDesk;
import org.candela.dictation.keep.KeptUtterance;
import org.candela.dictation.keep.KeptUtterance.State;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.keep.SpokenFile;
import org.candela.dictation.sound.FedMicrophone;
import org.candela.dictation.sound.SoundPlayer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dictation.session~1]
class DictationSessionTest {
    private static final int PRE_ROLL = 15;
    private static final int POST_ROLL = 10;

    @TempDir
    private Path home;

    private final SessionThreads threads = new SessionThreads();
    private final FedMicrophone microphone = new FedMicrophone();
    private final FakeEngine engine = new FakeEngine();
    private final LinkedBlockingQueue<Pcm> played = new LinkedBlockingQueue<>();
    private final LinkedBlockingQueue<DictationStanding> standings = new LinkedBlockingQueue<>();
    private KeptDesk desk;
    private DictationSession session;
    private final Semaphore frames = new Semaphore(0);

    /** A report that listens. */
    private static final class Report implements TranscriptListener {
        private final LinkedBlockingQueue<String> said = new LinkedBlockingQueue<>();
        private final List<UUID> ids = new ArrayList<>();

        @Override
        public void partial(UUID utterance, Transcript soFar) {}

        @Override
        public void said(UUID utterance, Transcript words) {
            ids.add(utterance);
            said.add(words.text());
        }

        String next() throws InterruptedException {
            return String.valueOf(said.poll(10, TimeUnit.SECONDS));
        }
    }

    private final SoundPlayer player = new SoundPlayer() {
        @Override
        public void play(Pcm sound) {
            played.add(sound);
        }

        @Override
        public void stop() {}
    };

    @BeforeEach
    void open() throws Exception {
        desk = new KeptDesk(home, Sealing.NONE);
        session = session(engine);
    }

    private DictationSession session(SpeechEngine with) {
        return session(with, VoiceDetector.ALWAYS);
    }

    private DictationSession session(SpeechEngine with, VoiceDetector detector) {
        DictationSession made = new DictationSession(
                new DictationSession.Means(desk.utterances, with, () -> detector, player, desk.clock),
                threads.threads());
        made.onLevel(level -> frames.release());
        made.onChange(standings::add);
        made.choose(microphone);
        return made;
    }

    @AfterEach
    void close() throws Exception {
        session.close();
        threads.close();
        desk.close();
    }

    private void hear(int count, int value) throws InterruptedException {
        microphone.feed(count, value);
        assertTrue(frames.tryAcquire(count, 10, TimeUnit.SECONDS), "the recorder heard them");
    }

    /** Holds the key for so many frames, after and before silence. */
    private void say(int count, int value) throws InterruptedException {
        hear(20, 0);
        session.talk();
        hear(count, value);
        session.hush();
        hear(20, value);
    }

    private static String words(int count, int value) {
        return FakeEngine.words((PRE_ROLL + count + POST_ROLL) * VoiceDetector.FRAME, value);
    }

    private void await(Predicate<DictationStanding> wanted) throws InterruptedException {
        DictationStanding standing = standings.poll(10, TimeUnit.SECONDS);
        while (standing != null && !wanted.test(standing)) {
            standing = standings.poll(10, TimeUnit.SECONDS);
        }
        assertNotNull(standing, "it never stood so");
    }

    private KeptUtterance only() throws Exception {
        threads.settle();
        List<KeptUtterance> all = desk.utterances.of(KeptDesk.DRAFT);
        assertEquals(1, all.size());
        return all.get(0);
    }

    @Test
    void whatIsSaidReachesItsReportAndIsKeptUntilADraftHasIt() throws Exception {
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        say(50, 3);

        assertEquals(words(50, 3), report.next());
        assertEquals(State.HEARD, only().state());
        assertEquals("fake-1", only().engine());

        session.taken(report.ids.get(0));
        assertEquals(State.TAKEN, only().state());
        assertEquals(
                (PRE_ROLL + 50 + POST_ROLL) * VoiceDetector.FRAME,
                desk.utterances.sound(only().id()).length());
    }

    // [utest->req~dictation.catches-up~1]
    @Test
    void aSlowEngineKeepsNothingBackFromTheDiskAndCatchesUpInOrder() throws Exception {
        engine.permits.drainPermits();
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        for (int i = 1; i <= 3; i++) {
            say(10 * i, i);
        }
        threads.settleKeep();

        assertEquals(3, desk.utterances.of(KeptDesk.DRAFT).size(), "all on the disk, none understood");
        assertEquals(0, report.said.size());
        engine.permits.release(3);

        assertEquals(
                List.of(words(10, 1), words(20, 2), words(30, 3)),
                List.of(report.next(), report.next(), report.next()));
        await(standing -> standing.state() == DictationStanding.State.IDLE && standing.waiting() == 0);
    }

    // [utest->req~dictation.catches-up~1]
    @Test
    void anEngineThatFailsOnceIsOpenedAgainForTheSameUtterance() throws Exception {
        engine.failures.set(1);
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);

        say(50, 3);

        assertEquals(words(50, 3), report.next());
        assertEquals(0, report.said.size(), "once");
    }

    // [utest->req~dictation.catches-up~1]
    @Test
    void anEngineThatKeepsFailingLeavesItWaitingForTheNext() throws Exception {
        engine.failures.set(100);
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        say(50, 3);
        await(standing -> standing.trouble().contains("waits for an engine") && standing.waiting() == 1);
        threads.settle();
        assertEquals(State.SPOKEN, only().state());

        session.use(new FakeEngine());

        assertEquals(words(50, 3), report.next());
        await(standing -> !standing.isTroubled() && standing.waiting() == 0);
    }

    // [utest->req~dictation.catches-up~1]
    @Test
    void withoutAnEngineItIsRecordedAndALaterSessionHasItTranscribed() throws Exception {
        session.close();
        session = session(SpeechEngine.NONE);
        session.aim(KeptDesk.DRAFT, new Report());
        say(50, 3);
        threads.settle();
        assertEquals(State.SPOKEN, only().state());
        session.close();

        session = session(engine);
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        session.begin();

        assertEquals(words(50, 3), report.next());
    }

    @Test
    void whatWasBeingSaidWhenTheProcessEndedIsOfferedToItsReportOnce() throws Exception {
        UUID id = new UUID(3, 3);
        try (SpokenFile file = desk.utterances.begin(id, KeptDesk.DRAFT, desk.clock.instant())) {
            file.append(KeptDesk.ramp(9_000), 0, 9_000); // never ended
        }
        Report other = new Report();
        session.aim("draft-2", other);
        session.begin();
        threads.settle();
        assertEquals(State.HEARD, only().state());

        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);

        assertTrue(report.next().startsWith("s8000 "));
        assertEquals(List.of(id), report.ids);
        session.aim("draft-2", other);
        session.aim(KeptDesk.DRAFT, report);
        threads.settle();
        assertEquals(0, report.said.size(), "once");
        assertEquals(0, other.said.size(), "it is of another report");
    }

    @Test
    void wordsThatComeWhenAnotherReportIsOnTheDeskWaitForTheirOwn() throws Exception {
        engine.permits.drainPermits();
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        say(50, 3);
        Report other = new Report();
        session.aim("draft-2", other);
        engine.permits.release();
        threads.settle();
        assertEquals(0, report.said.size() + other.said.size());

        session.aim(KeptDesk.DRAFT, report);

        assertEquals(words(50, 3), report.next());
    }

    // [utest->req~dictation.disk-trouble~1]
    @Test
    void aFullDiskIsToldAtOnceAndWhatIsSaidReachesReportAndDiskAllTheSame() throws Exception {
        desk.isFull.set(true);
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        say(50, 3);

        await(standing ->
                standing.trouble().contains("make room") && standing.trouble().contains("memory"));
        assertEquals(words(50, 3), report.next());
        session.replay(report.ids.get(0));
        assertNotNull(played.poll(10, TimeUnit.SECONDS), "it can be heard from memory");
        desk.isFull.set(false);

        await(standing -> !standing.isTroubled());
        threads.settle();
        assertEquals(State.HEARD, only().state());
        assertEquals(
                (PRE_ROLL + 50 + POST_ROLL) * VoiceDetector.FRAME,
                desk.utterances.sound(only().id()).length());
    }

    // [utest->req~dictation.lost-microphone~1]
    @Test
    void aMicrophoneThatIsUnpluggedIsToldAndWhatWasSaidBeforeIsKept() throws Exception {
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        hear(20, 0);
        session.talk();
        hear(50, 3);
        microphone.unplug();

        await(standing -> standing.trouble().contains("plug it in"));
        assertEquals(FakeEngine.words((PRE_ROLL + 50) * VoiceDetector.FRAME, 3), report.next());

        session.hush();
        microphone.plugIn();
        await(standing -> !standing.isTroubled());
    }

    // [utest->req~dictation.replay~1]
    @Test
    void aWordIsHeardAgainWithAFifthOfASecondAround() throws Exception {
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        say(50, 3);
        report.next();
        threads.settle();
        UUID id = report.ids.get(0);

        session.replay(new SpokenSpan(id, Duration.ofMillis(400), Duration.ofMillis(600)));

        Pcm sound = played.poll(10, TimeUnit.SECONDS);
        assertEquals(desk.utterances.sound(id).between(Duration.ofMillis(200), Duration.ofMillis(800)), sound);
    }

    @Test
    void whatIsThrownAwayWhileItIsSpokenIsGoneWhenItEnds() throws Exception {
        engine.permits.drainPermits();
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        say(50, 3);
        threads.settleKeep();
        UUID id = only(desk.utterances.of(KeptDesk.DRAFT)).id();

        session.discard(id);
        engine.permits.release();
        threads.settle();

        assertEquals(0, report.said.size());
        assertEquals(List.of(), desk.utterances.of(KeptDesk.DRAFT));
    }

    private static KeptUtterance only(List<KeptUtterance> all) {
        assertEquals(1, all.size());
        return all.get(0);
    }

    // [utest->req~dictation.utterances~1]
    @Test
    void whatNoDetectorTookForAVoiceCanBeHeardAgainAndWritesNothing() throws Exception {
        session.close();
        session = session(engine, new VoiceDetector() {
            @Override
            public Heard hear(short[] frame) {
                return Heard.SILENCE;
            }

            @Override
            public void reset() {}
        });
        Report report = new Report();
        session.aim(KeptDesk.DRAFT, report);
        say(50, 300);

        assertEquals("", report.next());
        threads.settle();
        assertEquals(State.TAKEN, only().state());
        session.replay(report.ids.get(0));
        assertEquals(
                (PRE_ROLL + 50 + POST_ROLL) * VoiceDetector.FRAME,
                java.util.Objects.requireNonNull(played.poll(10, TimeUnit.SECONDS))
                        .length());
    }

    @Test
    void withoutAReportOnTheDeskNothingIsRecorded() throws Exception {
        session.talk();
        session.aim(KeptDesk.DRAFT, new Report());
        hear(20, 0);
        threads.settle();

        assertEquals(List.of(), desk.utterances.of(KeptDesk.DRAFT));
    }

    @Test
    void theStandingFollowsTheVoice() throws Exception {
        session.aim(KeptDesk.DRAFT, new Report());
        hear(20, 0);
        session.talk();
        await(standing -> standing.state() == DictationStanding.State.LISTENING);
        hear(5, 3);
        await(standing -> standing.state() == DictationStanding.State.HEARING);
        session.hush();
        hear(20, 0);
        await(standing -> standing.state() == DictationStanding.State.IDLE && standing.waiting() == 0);
        assertFalse(standings.stream().anyMatch(DictationStanding::isTroubled));
    }
}
