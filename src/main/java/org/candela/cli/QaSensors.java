package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Cancellation;
import org.candela.calibration.device.AttachedMeter;
import org.candela.calibration.device.MeterShelf;
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
        description = "Lists the meters and sensors within reach, and what to install for more.",
        mixinStandardHelpOptions = true)
final class QaSensors implements Callable<Integer> {
    private final SensorShelves shelves;

    @Option(names = "--simulate", description = "The sensors that do not exist.")
    private boolean simulate;

    @Mixin
    private final Output output = new Output();

    QaSensors(SensorShelves shelves) {
        this.shelves = shelves;
    }

    @Override
    public Integer call() {
        MeterShelf shelf = simulate ? shelves.simulated() : shelves.real();
        MeterShelf.Found found = shelf.look(new Cancellation());
        output.print(json(found), text(found));
        boolean isAny = found.meters().stream().anyMatch(meter -> meter.kind() != AttachedMeter.Kind.LINE);
        return isAny ? 0 : Candela.NO;
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
