package org.candela.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.function.ToIntFunction;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.DeviceException;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.measure.QaSession;

/** Who sits before a station for the time of a run. */
record QaSeat(Order order, List<CalibrationProfile> profiles, QaStation station, QaLedger ledger, RunTalk talk) {
    private static final int CANCELLED = 130;

    /**
     * What displays are measured with.
     *
     * @param profiles ids of standards to judge by; none: those that the facilities ask for
     * @param lit how long the displays have been on; empty where it does not matter
     * @param meter the one named, if any
     */
    record Means(List<String> profiles, QaDesk.Choice devices, Optional<Duration> lit, Optional<ChosenMeter> meter) {}

    /** What was asked for. */
    record Order(QaDesk desk, Means means, Output output) {
        /**
         * Opens the station for the work, hears Ctrl+C meanwhile, and answers once what was found is back.
         *
         * @param answer prints what came of it; its exit code
         */
        <T> int seated(Work<T> work, ToIntFunction<T> answer) throws Exception {
            List<CalibrationProfile> profiles = desk.standards(means.profiles());
            try (Interruption interruption = desk.terminal().interruptions().get()) {
                RunTalk talk = output.talk(desk.terminal(), interruption.cancellation());
                return heard(talk, () -> answer.applyAsInt(sat(work, profiles, talk)));
            }
        }

        private int heard(RunTalk talk, Answered run) throws Exception {
            try {
                return run.exitCode();
            } catch (CancellationException e) {
                return cancelled(talk);
            } catch (DeviceException e) {
                if (talk.cancellation().isRequested()) {
                    return cancelled(talk); // Ctrl+C reaches the program of a meter too, and the toolkit
                }
                talk.endLine();
                throw e;
            }
        }

        private interface Answered {
            int exitCode() throws Exception;
        }

        private <T> T sat(Work<T> work, List<CalibrationProfile> profiles, RunTalk talk) throws Exception {
            return desk.onStore(database -> {
                QaLedger ledger = new QaLedger(database, new AuditLog());
                StationOpener.Measuring how = new StationOpener.Measuring(
                        database, ledger, means.meter(), means.lit(), talk, talk.cancellation(), talk::line);
                try (QaStation station = desk.open(means.devices(), how)) {
                    return work.at(new QaSeat(this, profiles, station, ledger, talk));
                } finally {
                    talk.endLine();
                }
            });
        }

        private int cancelled(RunTalk talk) {
            talk.endLine();
            output.error("candela: cancelled; displays are as they were found, and the run counts for nothing");
            return CANCELLED;
        }
    }

    /** What is done on the seat. */
    interface Work<T> {
        T at(QaSeat seat) throws Exception;
    }

    DisplayQa qa() {
        return new DisplayQa(ledger, order.desk().clock());
    }

    Cancellation cancellation() {
        return talk.cancellation();
    }

    /** Whether whoever sits there brings the meter; else the station does. */
    boolean isByHand() {
        return order.means().devices() == QaDesk.Choice.REAL;
    }

    /** Puts a display on the bench, judged by all standards asked for. */
    QaSession session(String display) throws CandelaException {
        return station.session(QaDesk.find(station, display), profiles.get(0)).judgedAlsoBy(profiles);
    }
}
