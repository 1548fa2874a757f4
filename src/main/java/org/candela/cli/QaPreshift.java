package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.PreShiftFindings;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.TestRun;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code candela qa preshift}: what is checked before a shift, apart from what is looked at. Exit 0 when every display passed.
 */
// [impl->req~cli.qa~1]
// [impl->req~displayqa.pre-shift-course~1]
@Command(
        name = "preshift",
        description = {
            "Checks displays before a shift: white, black, room light, whether the graphics LUT is still the one",
            "calibrated with, and the meter's certificate. The pattern is looked at in the workstation (F7)."
        },
        footer = {"", QaRun.EXIT},
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaPreshift implements Callable<Integer> {
    private static final String NOT_LOOKED =
            "Nobody looked at a pattern: that part of the check is made in the workstation (F7).";

    private final QaDesk desk;

    @Option(names = "--display", paramLabel = "ID", description = "Id or connector, as candela qa displays lists them.")
    private String display = "";

    @Option(names = "--all", description = "Every display in turn; the meter is asked for at each.")
    private boolean isAll;

    @Option(
            names = "--profile",
            paramLabel = "PROFILE",
            split = ",",
            description = "Standards to judge by; without it those that the facilities ask for.")
    private List<String> profiles = List.of();

    @Option(names = "--simulate", description = "With displays and a meter that do not exist; marked SIMULATED.")
    private boolean isSimulated;

    @Mixin
    private final MeterOptions meter = new MeterOptions();

    @Mixin
    private final Output output = new Output();

    QaPreshift(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (isAll == !display.isEmpty()) {
            throw new CandelaException("cli.which-display", "which display? --display ID, or --all");
        }
        QaSeat.Means means = new QaSeat.Means(profiles, QaDesk.Choice.of(isSimulated), Optional.empty(), meter.named());
        return new QaSeat.Order(desk, means, output).seated(this::check, this::answer);
    }

    /** Displays that were checked before one failed keep their records. */
    private List<StoredRun> check(QaSeat seat) throws CandelaException {
        QaStation station = seat.station();
        List<DisplayDevice> wanted = isAll ? station.displays() : List.of(QaDesk.find(station, display));
        if (wanted.isEmpty()) {
            throw new CandelaException("cli.no-such-display", "no display is within reach");
        }
        seat.talk().takeNothingBack();
        List<StoredRun> runs = new ArrayList<>();
        for (DisplayDevice each : wanted) {
            runs.add(check(seat, each, wanted.size()));
        }
        return runs;
    }

    private static StoredRun check(QaSeat seat, DisplayDevice each, int displays) throws CandelaException {
        QaSession session = seat.session(each.id().value());
        try {
            MeterPlacement placement = seat.station().placement(session, MeterPlacement.NOWHERE);
            if (seat.isByHand() && displays > 1) {
                seat.talk().line("next: " + each.connector());
                seat.talk().place(1, 1);
            }
            TestRun.Hands hands = new TestRun.Hands(seat.cancellation(), seat.talk(), placement);
            return seat.qa().keep(seat.qa().measurePreShift(session, hands), List.of());
        } finally {
            session.bench().patches().clear();
        }
    }

    private int answer(List<StoredRun> runs) {
        print(runs.stream().map(PreShiftFindings::of).toList());
        return runs.stream().allMatch(run -> run.overall() == Assessment.PASS) ? 0 : Candela.NO;
    }

    private void print(List<PreShiftFindings> checks) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("looked", false).put("note", NOT_LOOKED);
        ArrayNode displays = json.putArray("displays");
        StringBuilder text = new StringBuilder();
        for (PreShiftFindings check : checks) {
            StoredRun run = check.run();
            displays.addObject()
                    .put("run", run.sequence())
                    .put("display", run.display().value())
                    .put("kind", run.kind().name())
                    .put("overall", run.overall().name())
                    .put("simulated", run.isSimulated())
                    .put("found", check.text())
                    .put("hash", run.hash())
                    .set("record", run.recordTree());
            text.append(run.summary())
                    .append(System.lineSeparator())
                    .append("  ")
                    .append(check.text())
                    .append(System.lineSeparator());
        }
        output.print(json, text + NOT_LOOKED);
    }
}
