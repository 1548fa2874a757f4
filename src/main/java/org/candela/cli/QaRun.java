package org.candela.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.HoldWish;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.CalibrationOrder;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.RetakingBench;
import org.candela.displayqa.measure.TestPart;
import org.candela.displayqa.measure.TestPlan;
import org.candela.displayqa.measure.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * What measures one display. Exit 0 when it passed, 1 when it failed or could not be judged in full, 130 when it was
 * cancelled.
 */
// [impl->req~cli.qa~1]
// [impl->req~cli.qa-real~1]
final class QaRun {
    static final String EXIT = "Exit code: 0 passed, 1 failed or not assessed in full, 2 bad input or a device that"
            + " does not answer, 130 cancelled (Ctrl+C or q; the display is as it was found).";

    private QaRun() {}

    /** One of the things that {@link DisplayQa} does with a display. */
    private interface Work {
        StoredRun run(Bench bench, DisplayQa qa) throws CandelaException;
    }

    /** {@code candela qa calibrate}. */
    @Command(
            name = "calibrate",
            description = "Calibrates a display, proves the result and puts its table to use unless it failed.",
            footer = {"", EXIT},
            mixinStandardHelpOptions = true)
    static final class Calibrate implements Callable<Integer> {
        private final QaDesk desk;

        @Mixin
        private final QaTarget target = new QaTarget();

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
            return measure(desk, target, new Task(QaKind.CALIBRATION, output, (bench, qa) -> {
                CalibrationOrder order =
                        CalibrationOrder.best(bench.session().profile().goal()).held(wish);
                return qa.calibrate(bench.session(), order, bench.seat().cancellation(), bench.talk());
            }));
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
            footer = {"", EXIT},
            mixinStandardHelpOptions = true)
    @SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
    static final class Test implements Callable<Integer> {
        private final QaDesk desk;

        @Mixin
        private final QaTarget target = new QaTarget();

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
            return measure(desk, target, task(plan(), output));
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

    /** What shall be done, and where its answer goes. */
    private record Task(QaKind kind, Output output, Work work) {}

    private static Task task(TestPlan plan, Output output) {
        return new Task(plan.kind(), output, (bench, qa) -> {
            MeterPlacement placement = bench.station().placement(bench.session(), bench.talk());
            if (plan.places() > 0 && placement == bench.talk() && !bench.talk().canAsk()) {
                throw new CandelaException(
                        "cli.no-placement",
                        "nobody moves the meter to nine places here: leave --json out, or ask for --levels alone");
            }
            TestRun.Hands hands = new TestRun.Hands(
                    bench.seat().cancellation(), bench.talk(), bench.retaking().placement(placement));
            return qa.test(bench.session(), plan, hands);
        });
    }

    private static int measure(QaDesk desk, QaTarget target, Task task) throws Exception {
        QaSeat.Order order = new QaSeat.Order(desk, target.means(task.kind()), task.output());
        return order.seated(seat -> onBench(seat, target, task), run -> answer(run, task.output()));
    }

    private static StoredRun onBench(QaSeat seat, QaTarget target, Task task) throws CandelaException {
        QaSession session = target.told(seat.session(target.display()));
        RetakingBench retaking = new RetakingBench(session.bench());
        Bench bench = new Bench(seat, session.with(retaking.bench()), retaking);
        try {
            return retaking.measured(() -> task.work().run(bench, seat.qa()));
        } finally {
            session.bench().patches().clear();
        }
    }

    /** A display before its meter. */
    private record Bench(QaSeat seat, QaSession session, RetakingBench retaking) {
        QaStation station() {
            return seat.station();
        }

        RunTalk talk() {
            return seat.talk();
        }
    }

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
