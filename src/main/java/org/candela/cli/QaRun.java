package org.candela.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.HoldWish;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaProgress;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestPart;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import org.candela.displayqa.measure.ToldConditions;
import org.jspecify.annotations.Nullable;
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
                split = ",",
                description = "Standards to judge by, the first is the one to calibrate to; without it those that the"
                        + " facilities ask for.")
        private List<String> profiles = List.of();

        @Option(names = "--simulate", description = "With displays and a meter that do not exist; marked SIMULATED.")
        private boolean simulate;

        @Option(names = "--cleaned", description = "Says in the record that the screen was cleaned before.")
        private boolean cleaned;

        @Option(
                names = "--temperature",
                paramLabel = "CELSIUS",
                description = "Temperature of the room, for the record; -20 to 60.")
        private @Nullable Double temperature;

        /** The session with what was told of its conditions; what was not told stays so. */
        QaSession told(QaSession session) throws CandelaException {
            try {
                ToldConditions told = new ToldConditions(
                        Optional.ofNullable(temperature), cleaned ? Optional.of(true) : Optional.empty());
                return session.at(session.site().with(told));
            } catch (IllegalArgumentException e) {
                throw new CandelaException("cli.bad-conditions", "--temperature: " + e.getMessage(), e);
            }
        }

        String display() {
            return display;
        }

        List<String> profiles() {
            return profiles;
        }

        QaDesk.Choice devices() {
            return QaDesk.Choice.of(simulate);
        }
    }

    /** One of the things that {@link DisplayQa} does with a display. */
    private interface Work {
        StoredRun run(Bench bench, DisplayQa qa) throws CandelaException;
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

        @Option(
                names = "--hold",
                paramLabel = "PLACE",
                defaultValue = "best",
                description = "Where the table is held: renderer, graphics (the graphics LUT, which then corrects every"
                        + " program), monitor (its own LUT, VCP 73 to 75); best takes the renderer where it is good"
                        + " enough. Default: ${DEFAULT-VALUE}.")
        private String place = "best";

        @Option(
                names = "--match",
                description = "Calibrates the displays of --display A,B,… to one white: the dimmest that all reach.")
        private boolean isMatching;

        @Mixin
        private final Output output = new Output();

        Calibrate(QaDesk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws Exception {
            HoldWish wish = wish();
            if (isMatching) {
                return new QaMatching(desk, output).calibrate(target, wish);
            }
            Work work = (bench, qa) -> qa.calibrate(
                    bench.session(),
                    CalibrationOrder.best(bench.session().profile().goal()).held(wish),
                    new Cancellation(),
                    QaProgress.NONE);
            return answer(measure(desk, target, work), output);
        }

        private HoldWish wish() throws CandelaException {
            return switch (place) {
                case "best" -> HoldWish.BEST;
                case "renderer" -> HoldWish.RENDERER;
                case "graphics" -> HoldWish.GRAPHICS;
                case "monitor" -> HoldWish.MONITOR;
                default ->
                    throw new CandelaException(
                            "cli.no-such-place",
                            "no place \"" + place + "\" for a table; there are best, renderer, graphics, monitor");
            };
        }
    }

    /** {@code candela qa test}. */
    @Command(
            name = "test",
            description = "Measures the table in force: its ends, levels, even fields.",
            mixinStandardHelpOptions = true)
    @SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
    static final class Test implements Callable<Integer> {
        private final QaDesk desk;

        @Mixin
        private final Target target = new Target();

        @Option(names = "--quick", description = "The pre-shift check: white, black and the graphics LUT.")
        private boolean quick;

        @Option(
                names = "--kind",
                paramLabel = "KIND",
                defaultValue = "constancy",
                description = "acceptance, constancy, uniformity or after-service; default: ${DEFAULT-VALUE}.")
        private String kind;

        @Option(
                names = "--levels",
                paramLabel = "N",
                split = ",",
                description = "Measure these numbers of levels only: 18, 52, 256.")
        private List<Integer> levels = List.of();

        @Mixin
        private final Output output = new Output();

        Test(QaDesk desk) {
            this.desk = desk;
        }

        @Override
        public Integer call() throws Exception {
            TestPlan plan = plan();
            return answer(measure(desk, target, plan), output);
        }

        private TestPlan plan() throws CandelaException {
            TestPlan usual = TestPlan.usual(quick ? QaKind.QUICK_CHECK : named());
            try {
                return levels.isEmpty()
                        ? usual
                        : usual.of(levels.stream()
                                .<TestPart>map(TestPart.Levels::new)
                                .toList());
            } catch (IllegalArgumentException e) {
                throw new CandelaException("cli.bad-levels", "--levels: " + e.getMessage(), e);
            }
        }

        private QaKind named() throws CandelaException {
            return switch (kind) {
                case "acceptance" -> QaKind.ACCEPTANCE;
                case "constancy" -> QaKind.CONSTANCY;
                case "uniformity" -> QaKind.UNIFORMITY;
                case "after-service" -> QaKind.AFTER_SERVICE;
                default ->
                    throw new CandelaException(
                            "cli.no-such-kind",
                            "no test \"" + kind + "\"; there are acceptance, constancy, uniformity, after-service");
            };
        }
    }

    /** A meter on the command line is moved by hand, so that a station that cannot move it measures no fields. */
    private static StoredRun measure(QaDesk desk, Target target, TestPlan plan) throws Exception {
        return measure(desk, target, (bench, qa) -> {
            MeterPlacement placement = bench.station().placement(bench.session(), MeterPlacement.NOWHERE);
            if (plan.places() > 0 && placement == MeterPlacement.NOWHERE) {
                throw new CandelaException(
                        "cli.no-placement",
                        "nobody moves the meter to nine places here: test even fields in the workstation, or ask for"
                                + " --levels alone");
            }
            return qa.test(bench.session(), plan, new TestRun.Hands(new Cancellation(), QaProgress.NONE, placement));
        });
    }

    private static StoredRun measure(QaDesk desk, Target target, Work work) throws Exception {
        List<CalibrationProfile> profiles = desk.standards(target.profiles);
        try (QaStation station = desk.open(QaDesk.Choice.of(target.simulate))) {
            QaSession session = target.told(station.session(QaDesk.find(station, target.display), profiles.get(0)))
                    .judgedAlsoBy(profiles);
            return desk.onLedger(ledger -> work.run(new Bench(station, session), new DisplayQa(ledger, desk.clock())));
        }
    }

    /** A display before its meter. */
    private record Bench(QaStation station, QaSession session) {}

    private static int answer(StoredRun run, Output output) {
        output.print(json(run), run.summary());
        return run.overall() == Assessment.PASS ? 0 : Candela.NO;
    }

    static JsonNode json(StoredRun run) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run", run.sequence())
                .put("display", run.display().value())
                .put("kind", run.kind().name())
                .put("overall", run.overall().name())
                .put("simulated", run.isSimulated())
                .put("hash", run.hash())
                .set("record", run.recordTree());
    }
}
