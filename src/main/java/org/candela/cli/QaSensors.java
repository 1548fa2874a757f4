package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.ChosenMeter;
import org.candela.calibration.device.MeterShelf;
import org.candela.displayqa.ChosenMeters;
import org.candela.displayqa.ledger.Said;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code candela qa sensors}: the meters and sensors within reach. Exit 0 when there is one, 1 when there is none; a serial
 * line alone is none.
 */
// [impl->req~cli.qa-sensors~1]
@Command(
        name = "sensors",
        description = {
            "Lists the meters and sensors within reach, and what to install for more.",
            "With --meter one of them is chosen for all runs to come that name no other."
        },
        mixinStandardHelpOptions = true)
final class QaSensors implements Callable<Integer> {
    private final SensorShelves shelves;
    private final QaDesk desk;

    @Option(names = "--simulate", description = "The sensors that do not exist.")
    private boolean simulate;

    @Mixin
    private final Output output = new Output();

    @Mixin
    private final MeterOptions meter = new MeterOptions();

    QaSensors(SensorShelves shelves, QaDesk desk) {
        this.shelves = shelves;
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        MeterShelf shelf = simulate ? shelves.simulated() : shelves.real();
        MeterShelf.Found found = shelf.look(new Cancellation());
        Optional<ChosenMeter> named = meter.named();
        if (named.isPresent()) {
            choose(found, named.orElseThrow());
            return 0;
        }
        output.print(json(found), text(found));
        boolean isAny = found.meters().stream()
                .anyMatch(one ->
                        one.kind() == AttachedMeter.Kind.METER || one.kind() == AttachedMeter.Kind.AMBIENT_SENSOR);
        return isAny ? 0 : Candela.NO;
    }

    /** Remembers a meter for all runs to come that name no other. */
    // [impl->req~displayqa.chosen-meter~1]
    private void choose(MeterShelf.Found found, ChosenMeter wanted) throws Exception {
        AttachedMeter there = ChosenMeter.pick(found, List.of(wanted));
        boolean isUnnamed = found.meters().stream()
                        .anyMatch(one -> one.kind() == AttachedMeter.Kind.HAND
                                && one.id().equals(there.id()))
                && (there.make().isBlank()
                        || there.model().isBlank()
                        || there.serial().isBlank());
        if (isUnnamed) {
            throw new CandelaException(
                    "cli.which-meter", "say which meter is read: --meter-make, --meter-model and --meter-serial");
        }
        ChosenMeter chosen = ChosenMeter.of(there);
        desk.onStore(database -> {
            new ChosenMeters(database).remember(chosen, new Said(desk.clock().instant(), "command line"));
            return true;
        });
        output.print(
                JsonNodeFactory.instance.objectNode().put("chosen", chosen.id()),
                chosen.text() + " measures displays from now on.");
    }

    private static ObjectNode json(MeterShelf.Found found) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode sensors = json.putArray("sensors");
        for (AttachedMeter meter : found.meters()) {
            sensors.addObject()
                    .put("id", meter.id())
                    .put("kind", meter.kind().name())
                    .put("make", meter.make())
                    .put("model", meter.model())
                    .put("serial", meter.serial())
                    .put("port", meter.port())
                    .put("reachedBy", meter.source())
                    .put("simulated", meter.isSimulated());
        }
        ArrayNode advice = json.putArray("advice");
        found.advice().forEach(advice::add);
        return json;
    }

    private static String text(MeterShelf.Found found) {
        List<String> advice =
                found.advice().stream().map(line -> "not looked: " + line).toList();
        String none = found.meters().isEmpty() ? "no meter or sensor" : "";
        return Stream.of(found.meters().stream().map(QaSensors::line), Stream.of(none), advice.stream())
                .flatMap(lines -> lines)
                .filter(line -> !line.isEmpty())
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private static String line(AttachedMeter meter) {
        return String.format(Locale.ROOT, "%-28s %-14s %s %s", meter.id(), meter.kind(), meter.text(), meter.serial())
                .stripTrailing();
    }
}
