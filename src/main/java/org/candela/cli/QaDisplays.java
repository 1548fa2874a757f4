package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.candela.calibration.CalibrationProfile;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.Edid;
import org.candela.displayqa.QaStanding;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code candela qa displays}: each display and how its QA stands. Exit 0 when all are in order, 1 when one is not. */
// [impl->req~cli.qa~1]
@Command(
        name = "displays",
        description = "Lists the displays and how the QA of each stands.",
        mixinStandardHelpOptions = true)
final class QaDisplays implements Callable<Integer> {
    private final QaDesk desk;

    @Option(names = "--simulate", description = "The displays that do not exist.")
    private boolean simulate;

    @Mixin
    private final Output output = new Output();

    QaDisplays(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        try (QaStation station = desk.open(QaDesk.Choice.of(simulate))) {
            List<DisplayDevice> displays = station.displays();
            List<List<QaStanding>> standings = desk.onLedger(ledger -> standings(ledger, displays));
            print(displays, standings);
            boolean isAllInOrder = standings.stream()
                    .flatMap(List::stream)
                    .allMatch(standing -> standing.state() == QaStanding.State.IN_ORDER);
            return isAllInOrder ? 0 : Candela.NO;
        }
    }

    /** Of each display by each standard that facilities ask for. */
    private List<List<QaStanding>> standings(QaLedger ledger, List<DisplayDevice> displays) throws Exception {
        List<CalibrationProfile> standards = desk.standards(List.of());
        List<List<QaStanding>> standings = new ArrayList<>();
        for (DisplayDevice display : displays) {
            standings.add(
                    QaStanding.all(ledger, display.id(), standards, desk.clock().instant()));
        }
        return standings;
    }

    private void print(List<DisplayDevice> displays, List<List<QaStanding>> standings) {
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < displays.size(); i++) {
            DisplayDevice display = displays.get(i);
            QaStanding standing = QaStanding.worst(standings.get(i));
            ObjectNode row = json.addObject()
                    .put("id", display.id().value())
                    .put("connector", display.connector())
                    .put("model", display.edid().map(Edid::name).orElse(""))
                    .put("width", display.place().width())
                    .put("height", display.place().height())
                    .put("standing", standing.state().name())
                    .put("reason", standing.reason());
            ArrayNode byStandard = row.putArray("standards");
            for (QaStanding each : standings.get(i)) {
                byStandard
                        .addObject()
                        .put("profile", each.standard().id())
                        .put("standing", each.state().name())
                        .put("reason", each.reason());
                text.append(String.format(
                        Locale.ROOT,
                        "%-24s %-10s %5d × %-5d %-16s %s%n",
                        display.id(),
                        display.connector(),
                        display.place().width(),
                        display.place().height(),
                        each.state(),
                        each.reason()));
            }
        }
        output.print(json, text.toString().stripTrailing());
    }
}
