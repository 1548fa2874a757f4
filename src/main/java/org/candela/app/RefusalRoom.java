package org.candela.app;

import java.util.List;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.stream.Collectors;
import org.candela.report.Ledger;
import org.candela.report.ReportId;
import org.candela.report.ReportStates;
import org.candela.report.ReportStates.Refused;
import org.candela.store.StoreException;
import org.candela.ui.Dialogs.Problem;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.worklist.ReadingItem;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reports that facilities refused, in the open room: on their rows for as long as it lasts, and told once when it happens. */
// [impl->req~delivery.refused-shown~1]
final class RefusalRoom {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalRoom.class);

    private final OpenRoom open;
    private final ReportStates states;
    private final Executor io;
    private final UiExecutor ui = new UiExecutor();
    private final Messages words = Messages.of(RefusalRoom.class);
    /** Those that were told; on the thread of {@code io} that looks, one at a time. */
    private Set<ReportId> told = Set.of();

    RefusalRoom(OpenRoom open, Executor io) {
        House.Base base = open.house().base();
        this.open = open;
        this.states = new ReportStates(new Ledger(base.database(), base.audit(), base.clock()));
        this.io = io;
    }

    /** Looks now, and whenever the standing of a delivery changes. */
    void follow(Reporting reporting) {
        reporting.services().deliveries().onChange(() -> io.execute(this::look));
        io.execute(this::look);
    }

    private synchronized void look() {
        try {
            List<Refused> refused = states.refused();
            open.house()
                    .worklist()
                    .notices()
                    .refused(refused.stream()
                            .collect(Collectors.toMap(
                                    one -> new ReadingItem.Id(one.facility(), one.study()),
                                    Refused::words,
                                    (a, b) -> b)));
            refused.stream().filter(one -> !told.contains(one.report())).forEach(this::tell);
            told = refused.stream().map(Refused::report).collect(Collectors.toUnmodifiableSet());
        } catch (StoreException e) {
            LOG.warn("reports that were refused are not shown on the list [{}]", e.code());
        }
    }

    private void tell(Refused refused) {
        Problem problem = new Problem(
                words.text("refused.title", refused.facility().value(), refused.words()),
                words.text("refused.action"),
                "report.refused");
        ui.execute(() -> open.room().show(problem));
    }
}
