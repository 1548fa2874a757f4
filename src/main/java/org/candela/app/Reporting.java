package org.candela.app;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import org.candela.base.CandelaException;
import org.candela.critical.CriticalLoops;
import org.candela.critical.SteadyTime;
import org.candela.critical.check.CriticalSignChecks;
import org.candela.delivery.DeliveryBoard;
import org.candela.delivery.Outbox;
import org.candela.delivery.OutboxPump;
import org.candela.delivery.RetryPolicy;
import org.candela.dictation.SpeechEngine;
import org.candela.facility.Facilities;
import org.candela.lock.RoomLock;
import org.candela.readiness.stamp.ConditionsStamp;
import org.candela.report.DraftAutosave;
import org.candela.report.Ledger;
import org.candela.report.Pins;
import org.candela.report.Reports;
import org.candela.report.SignGate;
import org.candela.report.Signer;
import org.candela.report.Signing;
import org.candela.report.WorklistProgress;
import org.candela.report.check.SignRules;
import org.candela.report.template.TemplateShelf;
import org.candela.report.template.Templates;
import org.candela.report.ui.ReportServices;
import org.candela.vault.Vault;

/**
 * From the first typed word to the facility's acknowledgement. Closing it saves what is not yet saved and sends nothing
 * more.
 *
 * @param outbox what leaves, reports and marks
 * @param signer who signs here; without a PIN of theirs every signature is refused
 * @param isEnrolled whether they have one
 * @param claims of the signer, which end with a final report
 * @param speech what is said for reports
 * @param lock of the workstation, which the signer opens
 * @param critical what must be told to somebody, whose timers go by {@code criticalTime}
 */
// [impl->req~app.kill~1]
// [impl->req~app.pulled-link~1]
record Reporting(
        ReportServices services,
        Outbox outbox,
        OutboxPump pump,
        Signer signer,
        boolean isEnrolled,
        DeskClaims claims,
        Speech speech,
        CriticalLoops critical,
        SteadyTime criticalTime,
        RoomLock lock)
        implements AutoCloseable {
    static Reporting of(House house, Executors executors, String signerId) throws CandelaException {
        Ledger ledger = house.base().ledger();
        Pins pins = new Pins(ledger);
        Outbox outbox = new Outbox(
                ledger, new Facilities(ledger.database(), ledger.audit(), ledger.clock()), RetryPolicy.START);
        Optional<Signer> enrolled = pins.enrolled(signerId);
        Signer signer = enrolled.orElseGet(() -> new Signer(signerId, signerId, ""));
        DeskClaims claims = new DeskClaims(house.claims(signerId), house.worklist());
        SpeechEngine engine = SpeechEngines.ofReader(ledger, signerId, Templates.shipped());
        Reports reports = new Reports(ledger.database(), new TemplateShelf(signerId, ledger.clock()));
        Speech speech = Speech.of(house, executors, new Speech.Seat(signerId, engine, reports));
        RoomLock lock = new RoomLock(
                LockProofs.of(enrolled, pins, new Vault(house.base().paths().vault())),
                new RoomLock.Desk(ledger.database(), ledger.audit(), ledger.clock(), signerId));
        SteadyTime time = new SteadyTime(ledger.clock(), System::nanoTime);
        CriticalLoops critical = CriticalLoops.open(ledger.database(), ledger.audit(), time);
        time.notBefore(critical.newest());
        ReportServices services = new ReportServices(
                reports,
                autosave(ledger, executors.scheduler()),
                new Signing(
                        ledger,
                        pins,
                        new CriticalSignChecks(SignRules.standard(), critical, time),
                        new LockedGates(lock).beforeSigning(SignGate.both(claims, house.gate(signerId))),
                        List.of(
                                new WorklistProgress(house.worklist()),
                                claims,
                                outbox,
                                speech,
                                new ConditionsStamp(ReadingSurroundings.of(house, executors.io())))),
                new DeliveryBoard(outbox, ledger),
                engine,
                signer);
        OutboxPump pump = new OutboxPump(
                outbox, new Carriers(house, executors, ledger).all(), executors.delivery(), executors.scheduler());
        pump.onRed(() -> executors.io().execute(new RedChime()));
        return new Reporting(
                services, outbox, pump, signer, enrolled.isPresent(), claims, speech, critical, time, lock);
    }

    private static DraftAutosave autosave(Ledger ledger, ScheduledExecutorService scheduler) {
        return new DraftAutosave(ledger.database(), scheduler, ledger.clock());
    }

    /** The reader, as DICOM writes a person's name. */
    String observer() {
        return signer.familyName() + "^" + signer.givenName();
    }

    @Override
    public void close() {
        speech.close();
        services.autosave().close();
        pump.close();
    }
}
