package org.candela.app;

import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.Executor;
import org.candela.base.Async;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.vocabulary.Vocabulary;
import org.candela.report.OpenReport;
import org.candela.report.spelling.Spelling;
import org.candela.report.style.OwnWords;
import org.candela.report.style.WritingStyles;
import org.candela.report.template.Holder;
import org.candela.report.ui.ReportView;
import org.candela.report.ui.ReportViewModel;
import org.candela.report.wording.DateStyle;
import org.candela.store.StoreException;
import org.candela.ui.UiExecutor;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings the dictionary, the reader's words and the reader's way of writing to the editor, and keeps what is changed there. FX
 * thread; reads aside.
 */
// [impl->req~report.spelling~1]
// [impl->req~wording.style-kept~1]
final class WritingRoom {
    private static final Logger LOG = LoggerFactory.getLogger(WritingRoom.class);

    private final Executor io;
    private final String reader;
    private final OwnWords own;
    private final Vocabulary spoken;
    private final WritingStyles styles;
    private final UiExecutor ui = new UiExecutor();

    private WritingRoom(House.Base base, Executor io, String reader) {
        this.io = io;
        this.reader = reader;
        this.own = new OwnWords(base.database(), base.clock(), reader);
        this.spoken = new Vocabulary(base.database(), base.clock(), reader);
        this.styles = new WritingStyles(base.database(), base.clock());
    }

    static WritingRoom of(House house, Executors executors, Reporting reporting) {
        return new WritingRoom(house.base(), executors.io(), reporting.signer().id());
    }

    /** From now on. */
    void follow(ReportViewModel report, ReportView view) {
        var unused = Async.supply(() -> Spelling.open(known()), io)
                .whenCompleteAsync(
                        (spelling, failure) -> {
                            if (failure == null) {
                                report.spelling().use(spelling, own::add);
                            } else {
                                LOG.warn("spelling is not looked at", Async.causeOf(failure));
                            }
                        },
                        ui);
        report.reportProperty().addListener((value, before, now) -> now.ifPresent(open -> read(open, report)));
        view.onDates(chosen -> keep(chosen, report));
    }

    /** Words of the reader's spelling, and those the reader taught the speech engine. */
    private Set<String> known() throws StoreException {
        Set<String> known = new HashSet<>(own.all());
        spoken.words().stream().map(AddedWord::text).forEach(known::add);
        return known;
    }

    private void read(OpenReport open, ReportViewModel report) {
        String facility = open.draft().study().facilityName();
        var unused = Async.supply(() -> styles.of(reader, facility), io)
                .whenCompleteAsync(
                        (style, failure) -> {
                            if (failure != null) {
                                LOG.warn("words are written as the program writes them", Async.causeOf(failure));
                            } else if (report.draft()
                                    .filter(draft ->
                                            draft.study().facilityName().equals(facility))
                                    .isPresent()) {
                                report.spoken().writeAs(style);
                            }
                        },
                        ui);
    }

    private void keep(DateStyle chosen, ReportViewModel report) {
        var unused = Async.run(() -> styles.choose(Holder.reader(reader), chosen), io)
                .whenCompleteAsync(
                        (done, failure) -> {
                            if (failure != null) {
                                LOG.warn("the form of dates is not kept", Async.causeOf(failure));
                            }
                            report.reportProperty().get().ifPresent(open -> read(open, report));
                        },
                        ui);
    }
}
