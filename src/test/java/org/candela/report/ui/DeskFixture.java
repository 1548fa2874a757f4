package org.candela.report.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.MovableClock;
import org.candela.dictation.SpeechEngine;
import org.candela.report.Deliveries;
import org.candela.report.DeliveryStanding;
import org.candela.report.DraftAutosave;
import org.candela.report.Ledger;
import org.candela.report.ReportId;
import org.candela.report.ReportSamples;
import org.candela.report.Reports;
import org.candela.report.SignGate;
import org.candela.report.Signing;
import org.candela.report.template.Templates;
import org.candela.store.StoreException;

/** A report desk over a real store, with a delivery that the test plays. */
final class DeskFixture implements AutoCloseable {
    final MovableClock clock = new MovableClock();
    final PlayedDeliveries deliveries = new PlayedDeliveries();
    final DraftAutosave autosave;
    final ReportViewModel model;
    private final Ledger ledger;
    private final ScheduledExecutorService scheduler = Executors.newSingleThreadScheduledExecutor();

    DeskFixture(Path folder) throws Exception {
        this(folder, SignGate.OPEN);
    }

    /** With the disk and the FX thread apart. */
    DeskFixture(Path folder, ReportViewModel.Threads threads) throws Exception {
        this(folder, SignGate.OPEN, threads);
    }

    /** Behind a gate. */
    DeskFixture(Path folder, SignGate gate) throws Exception {
        this(folder, gate, new ReportViewModel.Threads(Runnable::run, Runnable::run));
    }

    private DeskFixture(Path folder, SignGate gate, ReportViewModel.Threads threads) throws Exception {
        ledger = ReportSamples.ledger(folder, clock);
        Signing signing = ReportSamples.signingBehind(gate, ledger);
        autosave = new DraftAutosave(ledger.database(), scheduler, clock);
        ReportServices services = new ReportServices(
                new Reports(ledger.database(), Templates.shipped()),
                autosave,
                signing,
                deliveries,
                SpeechEngine.NONE,
                ReportSamples.SIGNER);
        model = new ReportViewModel(services, threads, clock);
    }

    /** Puts the sample study on the desk and on the screens. */
    void open() {
        model.studiesOnScreen(List.of(ReportSamples.STUDY));
        model.open(ReportSamples.firstStudy()).join();
    }

    @Override
    public void close() throws StoreException {
        scheduler.shutdownNow();
        ledger.database().close();
    }

    /** Says of every report what the test has put in. */
    static final class PlayedDeliveries implements Deliveries {
        final List<DeliveryStanding> standings = new ArrayList<>();
        final List<Integer> retried = new ArrayList<>();
        private final List<Runnable> listeners = new ArrayList<>();

        void become(DeliveryStanding standing) {
            standings.removeIf(other -> other.version() == standing.version());
            standings.add(standing);
            listeners.forEach(Runnable::run);
        }

        @Override
        public List<DeliveryStanding> of(ReportId report) {
            return List.copyOf(standings);
        }

        @Override
        public void retry(ReportId report, int version) {
            retried.add(version);
        }

        @Override
        public void onChange(Runnable listener) {
            listeners.add(listener);
        }
    }
}
