package org.candela.displayqa.watch;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.candela.base.ScreenId;
import org.candela.calibration.device.MeterCertificate;
import org.candela.calibration.device.Photometer;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.readiness.ReadinessCheck;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;

/** Whether the certificate of the meter that the displays in use were last measured with holds, and for how long. */
// [impl->req~displayqa.meter-reminder~1]
public final class MeterCertificateCheck implements ReadinessCheck {
    /** A meter that goes away for calibration is away for weeks. */
    static final int REMINDER_DAYS = 30;

    private static final String ID = "display.meter";
    private static final String TITLE = "Luminance meter";

    private final QaLedger ledger;
    private final Clock clock;
    private final Supplier<List<ScreenId>> which;

    /** @param which displays in use for reading now */
    public MeterCertificateCheck(QaLedger ledger, Clock clock, Supplier<List<ScreenId>> which) {
        this.ledger = ledger;
        this.clock = clock;
        this.which = which;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            ReadinessItem worst = ReadinessItem.ready(ID, TITLE, "No meter was used yet.");
            for (ScreenId display : which.get()) {
                Optional<StoredRun> last = ledger.latest(display);
                ReadinessItem item = last.isPresent() ? judge(last.orElseThrow()) : worst;
                worst = item.status().compareTo(worst.status()) <= 0 ? item : worst;
            }
            return worst;
        } catch (StoreException e) {
            return item(Status.NOT_ASSESSED, "The QA ledger cannot be read (" + e.code() + ").", "Check again.");
        }
    }

    private ReadinessItem judge(StoredRun run) throws StoreException {
        JsonNode meter = run.recordTree().path("photometer");
        String name = (meter.path("make").asText() + " " + meter.path("model").asText() + " "
                        + meter.path("serial").asText())
                .strip();
        if (run.isSimulated()) {
            return ReadinessItem.ready(ID, TITLE, "SIMULATED: no certificate.");
        }
        Optional<LocalDate> due = due(meter);
        if (due.isEmpty()) {
            return item(
                    Status.WARNING,
                    name + ": no certificate is known, so its results are not assessed.",
                    "Enter its certificate.");
        }
        return judge(name, due.orElseThrow());
    }

    /** Of the certificate entered last, which may be younger than the run, else of the one the run knew. */
    private Optional<LocalDate> due(JsonNode meter) throws StoreException {
        Photometer.Identity identity = Photometer.Identity.of(
                meter.path("make").asText(),
                meter.path("model").asText(),
                meter.path("serial").asText(),
                Photometer.Aim.CONTACT);
        return ledger.certificate(identity)
                .map(MeterCertificate::due)
                .or(() -> date(meter.path("calibrationDue").asText()));
    }

    private ReadinessItem judge(String name, LocalDate due) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        if (due.isBefore(today)) {
            return item(
                    Status.WARNING,
                    name + ": its certificate ended on " + due + ", so new results are not assessed.",
                    "Have it calibrated.");
        }
        return due.isBefore(today.plusDays(REMINDER_DAYS))
                ? item(Status.WARNING, name + ": its certificate ends on " + due + ".", "Have it calibrated in time.")
                : ReadinessItem.ready(ID, TITLE, name + ": certificate until " + due + ".");
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            return Optional.empty(); // "unknown" is what records say without one
        }
    }

    private static ReadinessItem item(Status status, String reason, String whatToDo) {
        return new ReadinessItem(ID, TITLE, status, reason, whatToDo);
    }
}
