package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.Assessment;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;
import org.candela.displayqa.DisplayQa;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.PreShiftFindings;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.StoredRun;
import org.candela.displayqa.measure.MeterPlacement;
import org.candela.displayqa.measure.QaProgress;
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
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaPreshift implements Callable<Integer> {
    private static final String NOT_LOOKED =
            "Nobody looked at a pattern: that part of the check is made in the workstation (F7).";

    private final QaDesk desk;

    @Option(names = "--display", paramLabel = "ID", description = "Id or connector, as candela qa displays lists them.")
    private String display = "";

    @Option(names = "--all", description = "Every display in turn; the meter is moved between them in the workstation.")
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
    private final Output output = new Output();

    QaPreshift(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        if (isAll == !display.isEmpty()) {
            throw new CandelaException("cli.which-display", "which display? --display ID, or --all");
        }
        List<CalibrationProfile> standards = desk.standards(profiles);
        List<StoredRun> runs = new ArrayList<>();
        try (QaStation station = desk.open(QaDesk.Choice.of(isSimulated))) {
            List<DisplayDevice> wanted = isAll ? station.displays() : List.of(QaDesk.find(station, display));
            if (wanted.isEmpty()) {
                throw new CandelaException("cli.no-such-display", "no display is within reach");
            }
            desk.onLedger(ledger -> runs.addAll(check(station, wanted, new Checking(ledger, standards))));
        }
        print(runs.stream().map(PreShiftFindings::of).toList());
        return runs.stream().allMatch(run -> run.overall() == Assessment.PASS) ? 0 : Candela.NO;
    }

    private record Checking(QaLedger ledger, List<CalibrationProfile> standards) {}

    /** Displays that were checked before one failed keep their records. */
    private List<StoredRun> check(QaStation station, List<DisplayDevice> wanted, Checking by) throws CandelaException {
        DisplayQa qa = new DisplayQa(by.ledger(), desk.clock());
        List<StoredRun> runs = new ArrayList<>();
        for (DisplayDevice each : wanted) {
            QaSession session = station.session(each, by.standards().get(0)).judgedAlsoBy(by.standards());
            MeterPlacement placement = station.placement(session, MeterPlacement.NOWHERE);
            TestRun.Hands hands = new TestRun.Hands(new Cancellation(), QaProgress.NONE, placement);
            runs.add(qa.keep(qa.measurePreShift(session, hands), List.of()));
        }
        return runs;
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
