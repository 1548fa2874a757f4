package org.candela.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.base.Uid;
import org.candela.dictation.Pcm;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.Transcript;
import org.candela.dictation.keep.SpokenFile;
import org.candela.dictation.keep.Utterances;
import org.candela.facility.MllpEndpoint;
import org.candela.facility.ReadingPriority;
import org.candela.report.DraftAutosave;
import org.candela.report.ReportDraft;
import org.candela.report.ReportSamples;
import org.candela.report.SignatureMeaning;

/**
 * A shift without windows that is there to be killed: dictates, writes, signs preliminary and final, and delivers, one
 * report after the other, as fast as it can. A line on standard output tells each thing when it is done, so that what was
 * told must be there afterwards. What "is heard" is made up; sound, store, signature and outbox are the product's.
 */
final class KillableShift {
    static final String SAID = "said";
    static final String KEPT = "kept";
    static final String DRAFTED = "drafted";
    static final String SIGNED = "signed";

    /** A quarter of a second, as it is written. */
    private static final int PIECE = Pcm.SAMPLE_RATE_HZ / 4;

    private static final int PIECES = 9;
    private static final int SENTENCES = 3;

    private final DeliveryDesk desk;
    private final Utterances utterances;
    private final DraftAutosave autosave;

    private KillableShift(DeliveryDesk desk, Utterances utterances, DraftAutosave autosave) {
        this.desk = desk;
        this.utterances = utterances;
        this.autosave = autosave;
    }

    public static void main(String[] arguments) throws Exception {
        ShiftHome home = new ShiftHome(Path.of(arguments[0]), Boolean.parseBoolean(arguments[2]));
        DeliveryDesk desk = home.desk();
        desk.deliverTo(new MllpEndpoint("127.0.0.1", Integer.parseInt(arguments[1]), "RIS", "FAC"));
        ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();
        desk.pump(Duration.ofMinutes(1), Executors.newCachedThreadPool(), scheduler)
                .start();
        KillableShift shift = new KillableShift(
                desk, home.utterances(desk), new DraftAutosave(desk.ledger.database(), scheduler, Clock.systemUTC()));
        while (true) {
            shift.report();
        }
    }

    private void report() throws Exception {
        UUID number = UUID.randomUUID();
        ReportDraft draft = ReportSamples.draft(ReportSamples.study(
                new Uid("2.25." + (number.getMostSignificantBits() >>> 1)),
                number.toString().substring(0, 8),
                ReadingPriority.STAT));
        for (int sentence = 1; sentence <= SENTENCES; sentence++) {
            UUID spoken = speak(draft);
            draft = draft.withText(
                    "impression", "No acute disease. ".repeat(sentence).strip());
            autosave.edited(draft);
            autosave.flush();
            tell(DRAFTED, draft.id().value(), sentence);
            utterances.taken(spoken);
        }
        for (SignatureMeaning meaning : List.of(SignatureMeaning.PRELIMINARY, SignatureMeaning.FINAL)) {
            int version = desk.sign(draft, meaning).version();
            tell(SIGNED, draft.id().value(), version);
        }
    }

    private UUID speak(ReportDraft draft) throws Exception {
        UUID id = UUID.randomUUID();
        short[] sound = sound(id, PIECES * PIECE);
        try (SpokenFile file =
                utterances.begin(id, draft.id().value(), Clock.systemUTC().instant())) {
            for (int piece = 0; piece < PIECES; piece++) {
                file.append(sound, piece * PIECE, (piece + 1) * PIECE);
                tell(SAID, id, (piece + 1) * PIECE);
            }
            file.end();
        }
        utterances.kept(id);
        tell(KEPT, id, PIECES * PIECE);
        utterances.heard(
                id,
                new Transcript(List.of(new SpokenWord("disease", 0.9, Duration.ZERO, Duration.ofMillis(500)))),
                "made up");
        return id;
    }

    /** Samples by which an utterance is known again. */
    static short[] sound(UUID id, int samples) {
        short[] sound = new short[samples];
        int seed = (int) id.getLeastSignificantBits();
        for (int i = 0; i < samples; i++) {
            sound[i] = (short) (seed + i * 7);
        }
        return sound;
    }

    private static void tell(String what, Object of, int count) {
        System.out.println(what + " " + of + " " + count);
    }
}
