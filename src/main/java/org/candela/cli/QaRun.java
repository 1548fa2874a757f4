package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.concurrent.Callable;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.CalibrationProfile;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.ledger.Verdict;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.facility.Facility;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What measures one display. Exit 0 when it passed, 1 when it failed or could not be judged in full. */
// [impl->req~cli.qa~1]
final class QaRun {
    private QaRun() {}

    /** Which display, by which profile, with which devices. */
    @SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
    static final class Target {
        @Option(
                names = "--display",
                paramLabel = "ID",
                required = true,
                description = "Id or connector, as candela qa displays lists them.")
        private String display;

        @Option(
                names = "--profile",
                paramLabel = "PROFILE",
                defaultValue = Facility.START_QA_PROFILE,
                description = "Limits to judge by; default: ${DEFAULT-VALUE}.")
        private String profile;

        @Option(names = "--simulate", description = "With displays and a meter that do not exist; marked SIMULATED.")
        private boolean simulate;
    }

    /** One of the things that {@link DisplayQa} does with a display. */
    private interface Work {
        StoredRun run(DisplayQa qa, QaSession session) throws CandelaException;
    }

    /** {@code candela qa calibrate}. */
    @Command(
            name = "calibrate",
            description = "Calibrates a display, proves the result and puts its table to use unless it failed.",
            mixinStandardHelpOptions = true)
    static final class Calibrate implements Callable<Integer> {
        private final QaDesk desk;

        @Mixin
        private final Target target = new Target();

        @Mixin
        private final Output output = new Output();

        Calibrate(QaDesk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws Exception {
            StoredRun run =
                    measure(desk, target, (qa, session) -> qa.calibrate(session, new Cancellation(), QaProgress.NONE));
            return answer(run, output);
        }
    }

    /** {@code candela qa test}. */
    @Command(
            name = "test",
            description = "Measures the table in force at 18 levels, or its ends only.",
            mixinStandardHelpOptions = true)
    static final class Test implements Callable<Integer> {
        private final QaDesk desk;

        @Mixin
        private final Target target = new Target();

        @Option(names = "--quick", description = "The pre-shift check: white, black and the graphics LUT.")
        private boolean quick;

        @Mixin
        private final Output output = new Output();

        Test(QaDesk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws Exception {
            StoredRun run = measure(
                    desk,
                    target,
                    (qa, session) -> quick
                            ? qa.checkQuickly(session, new Cancellation())
                            : qa.testConstancy(session, new Cancellation(), QaProgress.NONE));
            return answer(run, output);
        }
    }

    private static StoredRun measure(QaDesk desk, Target target, Work work) throws Exception {
        CalibrationProfile profile = CalibrationProfile.shipped(target.profile);
        try (QaStation station = desk.open(QaDesk.Choice.of(target.simulate))) {
            QaSession session = station.session(QaDesk.find(station, target.display), profile);
            return desk.onLedger(ledger -> work.run(new DisplayQa(ledger, desk.clock()), session));
        }
    }

    private static int answer(StoredRun run, Output output) {
        output.print(
                JsonNodeFactory.instance
                        .objectNode()
                        .put("run", run.sequence())
                        .put("display", run.display().value())
                        .put("kind", run.kind().name())
                        .put("overall", run.overall().name())
                        .put("simulated", run.isSimulated())
                        .put("hash", run.hash())
                        .set("record", run.recordTree()),
                run.summary());
        return run.overall() == Verdict.Result.PASS ? 0 : Candela.NO;
    }
}
