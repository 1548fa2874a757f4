package org.candela.app;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.check.DictationCheck;
import org.candela.dictation.engine.EnergyVoiceDetector;
import org.candela.dictation.keep.KeepPolicies;
import org.candela.dictation.keep.Retention;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.keep.Utterances;
import org.candela.dictation.session.DictationSession;
import org.candela.dictation.sound.JavaSoundPlayer;
import org.candela.dictation.trend.AccuracyTrend;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.readiness.ReadinessCheck;
import org.candela.report.ReportSection;
import org.candela.report.Reports;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.SignedReportListener;
import org.candela.report.style.WritingStyles;
import org.candela.report.wording.Wording;
import org.candela.store.StoreException;
import org.candela.store.Tx;
import org.candela.vault.VaultDoor;
import org.candela.vault.VaultException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is said, from the microphone to its deletion: told of signatures, it counts how well the reader was understood and lets
 * sound go as the facility wants. Any thread.
 */
// [impl->req~app.speech~1]
final class Speech implements SignedReportListener, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Speech.class);
    private static final long HOUR_MINUTES = 60;

    private final Executors executors;
    private final DictationSession session;
    private final Retention retention;
    private final Utterances utterances;
    private final Utterances.Shelf shelf;
    private final WritingStyles styles;
    private final String reader;

    /** Who dictates, by which engine, into which reports. */
    record Seat(String reader, SpeechEngine engine, Reports reports) {}

    private Speech(House house, Executors executors, Seat seat) {
        House.Base base = house.base();
        Utterances.Shelf shelf = new Utterances.Shelf(base.database(), base.audit(), base.clock(), seat.reader());
        VaultDoor door = house.reached().web().door();
        Utterances utterances = new Utterances(shelf, base.paths().dictation(), () -> sealing(door));
        this.executors = executors;
        this.reader = seat.reader();
        this.retention = new Retention(utterances, new KeepPolicies(shelf), new KnownReports(base, seat.reports()));
        this.utterances = utterances;
        this.shelf = shelf;
        this.styles = new WritingStyles(shelf.database(), shelf.clock());
        this.session = new DictationSession(
                new DictationSession.Means(
                        utterances,
                        seat.engine(),
                        EnergyVoiceDetector::new,
                        new JavaSoundPlayer(executors.io()),
                        shelf.clock()),
                new DictationSession.Threads(executors.sound(), executors.keep(), executors.speech(), executors.io()));
    }

    /** Nothing listens yet. */
    static Speech of(House house, Executors executors, Seat seat) {
        return new Speech(house, executors, seat);
    }

    /** Losing what was said is worse than keeping it plain, for its owner alone, while the key store is locked. */
    private static Sealing sealing(VaultDoor door) {
        try {
            return door.exists() ? Sealing.by(door.key()) : Sealing.NONE;
        } catch (VaultException e) {
            LOG.warn("the key store is locked: what is said is kept unsealed [{}]", e.code());
            return Sealing.NONE;
        }
    }

    /** Takes up what an earlier process left, and lets go of what is due, now and each hour. */
    void begin() {
        session.begin();
        var unused = executors
                .scheduler()
                .scheduleWithFixedDelay(() -> executors.io().execute(this::sweep), 0, HOUR_MINUTES, TimeUnit.MINUTES);
    }

    /** What the card asks about dictation; made once for a room. */
    ReadinessCheck check(House house) {
        return new DictationCheck(
                DictationSenses.of(house, executors, session), house.base().clock());
    }

    /** Who dictates. */
    String reader() {
        return reader;
    }

    DictationSession session() {
        return session;
    }

    @Override
    public void inTx(Tx tx, SignedReport report) throws StoreException {
        if (report.meaning() != SignatureMeaning.PRELIMINARY) { // what was said for an addendum goes with that
            retention.signedFinal(
                    tx,
                    report.id().value(),
                    report.study().facility(),
                    report.signature().signedAt());
            tx.afterCommit(() -> executors.io().execute(() -> signed(report)));
        }
    }

    /** What is compared must be compared before it is gone. */
    private void signed(SignedReport report) {
        if (report.meaning() == SignatureMeaning.FINAL) {
            count(report);
            learn(report);
        }
        sweep();
    }

    private void count(SignedReport report) {
        try {
            LocalDate day = LocalDate.ofInstant(report.signature().signedAt(), zone());
            new AccuracyTrend(shelf.database(), utterances, writing(report))
                    .signed(report.id().value(), text(report), day);
        } catch (CandelaException e) {
            LOG.warn("how well the reader was understood is not counted for one report [{}]", e.code(), e);
        }
    }

    private void learn(SignedReport report) {
        try {
            Vocabulary vocabulary = new Vocabulary(shelf.database(), shelf.clock(), shelf.reader());
            new LearnedWords(utterances, vocabulary, writing(report))
                    .signed(
                            report.id().value(),
                            text(report),
                            report.study().patient().name());
        } catch (CandelaException e) {
            LOG.warn("no words of one report are offered for the vocabulary [{}]", e.code(), e);
        }
    }

    private Function<List<SpokenWord>, String> writing(SignedReport report) throws StoreException {
        return writing(styles, reader, report.study().facilityName());
    }

    /** As the editor wrote it, or a form of dates would count as words that the reader changed. */
    static Function<List<SpokenWord>, String> writing(WritingStyles styles, String reader, String facility)
            throws StoreException {
        Wording wording = Wording.of(styles.of(reader, facility));
        return words -> wording.write(words, "").text();
    }

    private static String text(SignedReport report) {
        return report.sections().stream().map(ReportSection::text).collect(Collectors.joining("\n"));
    }

    private static ZoneId zone() {
        return ZoneId.systemDefault();
    }

    private void sweep() {
        try {
            int gone = retention.sweep();
            if (gone > 0) {
                LOG.info("sound of {} utterances was deleted by policy", gone);
            }
        } catch (StoreException e) {
            LOG.warn("sound that is due is not deleted yet; it is tried again within the hour [{}]", e.code(), e);
        }
    }

    @Override
    public void close() {
        session.close();
    }
}
