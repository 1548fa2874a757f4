package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.calibration.Illuminance;
import org.candela.calibration.Luminance;
import org.candela.displayqa.QaStation;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.Said;
import org.candela.displayqa.measure.RoomIlluminance;
import org.candela.displayqa.measure.TestBench;
import org.candela.store.StoreException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/**
 * {@code candela qa room}: enters the light of the room, as the screens reflect it and as it falls on them. Without it that is
 * not assessed.
 */
// [impl->req~displayqa.room-light~1]
// [impl->req~displayqa.room-illuminance~1]
@Command(
        name = "room",
        description = {
            "Enters the light of the room.",
            "--ambient: what the switched-off screen reflects towards the reader, measured from the reading position",
            "with a telescopic meter, the room as it is for reading; a meter that lies on the screen cannot see it.",
            "--lux: what a lux meter shows at the screen; with --measure a sensor is read. It is judged by acceptance",
            "tests and pre-shift checks of the same day."
        },
        mixinStandardHelpOptions = true)
final class QaRoom implements Callable<Integer> {
    private static final String WHO = "command line";

    private final QaDesk desk;

    @Option(names = "--ambient", paramLabel = "CDM2", description = "Luminance of the switched-off screen, cd/m².")
    private @Nullable Double ambient;

    @Option(names = "--lux", paramLabel = "LX", description = "What a lux meter shows, lx.")
    private @Nullable Double lux;

    @Option(names = "--meter", paramLabel = "METER", description = "Make, model and serial of the lux meter.")
    private String meter = "";

    @Option(names = "--at", paramLabel = "TIME", description = "When, as 2026-11-24T07:30:00Z; without it now.")
    private @Nullable String at;

    @Option(names = "--measure", description = "Reads the sensor that is there; a meter needs its diffuser before it.")
    private boolean isMeasured;

    @Option(names = "--simulate", description = "With the sensor that does not exist.")
    private boolean isSimulated;

    @Mixin
    private final Output output = new Output();

    QaRoom(QaDesk desk) {
        this.desk = desk;
    }

    @Override
    public Integer call() throws Exception {
        List<Entry> entries = new ArrayList<>();
        if (ambient != null) {
            entries.add(new Reflected(luminance(ambient)));
        }
        if (lux != null && isMeasured) {
            throw new CandelaException("cli.bad-lux", "--lux or --measure, not both");
        }
        if (lux != null) {
            entries.add(new Fallen(told(lux)));
        }
        if (isMeasured) {
            entries.add(new Fallen(read()));
        }
        if (entries.isEmpty()) {
            throw new CandelaException("cli.no-light", "which light? --ambient, --lux with --meter, or --measure");
        }
        enter(entries);
        return 0;
    }

    /** Something to be entered. */
    private interface Entry {
        void into(QaLedger ledger, Said by) throws StoreException;

        void tell(ObjectNode json);

        String text();
    }

    private void enter(List<Entry> entries) throws Exception {
        Said by = new Said(desk.clock().instant(), WHO);
        desk.onLedger(ledger -> {
            for (Entry entry : entries) {
                entry.into(ledger, by);
            }
            return true;
        });
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        entries.forEach(entry -> entry.tell(json));
        output.print(
                json,
                String.join(
                        System.lineSeparator(),
                        entries.stream().map(Entry::text).toList()));
    }

    private record Reflected(Luminance light) implements Entry {
        @Override
        public void into(QaLedger ledger, Said by) throws StoreException {
            ledger.provideRoomLight(light, by);
        }

        @Override
        public void tell(ObjectNode json) {
            json.put("ambientCdPerM2", light.cdPerM2());
        }

        @Override
        public String text() {
            return String.format(
                    Locale.ROOT, "Room light of %.4g cd/m² is part of every run from now on.", light.cdPerM2());
        }
    }

    private record Fallen(RoomIlluminance light) implements Entry {
        @Override
        public void into(QaLedger ledger, Said by) throws StoreException {
            ledger.enterRoomIlluminance(light, by);
        }

        @Override
        public void tell(ObjectNode json) {
            json.putObject("illuminance")
                    .put("lux", light.light().lux())
                    .put("source", light.source().name())
                    .put("at", light.at().toString())
                    .put("by", light.by());
        }

        @Override
        public String text() {
            return String.format(
                    Locale.ROOT,
                    "Room light of %.4g lx (%s, %s, %s) is judged by today's acceptance tests and pre-shift checks.",
                    light.light().lux(),
                    light.source(),
                    light.by(),
                    light.at());
        }
    }

    private RoomIlluminance read() throws CandelaException {
        try (QaStation station = desk.open(QaDesk.Choice.of(isSimulated))) {
            return station.roomLight()
                    .orElseThrow(() -> new CandelaException(
                            "cli.no-light-sensor",
                            "no light sensor is within reach; read a lux meter and enter --lux with --meter"));
        }
    }

    private RoomIlluminance told(double value) throws CandelaException {
        if (meter.isBlank()) {
            throw new CandelaException("cli.no-lux-meter", "--meter: make, model and serial of the lux meter");
        }
        try {
            Instant when = at == null ? desk.clock().instant() : Instant.parse(at);
            return new RoomIlluminance(new Illuminance(value), TestBench.AmbientSource.PROVIDED, when, meter.strip());
        } catch (DateTimeParseException e) {
            throw new CandelaException("cli.bad-time", "--at " + at + ": as 2026-11-24T07:30:00Z", e);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-lux", "--lux: " + e.getMessage(), e);
        }
    }

    private static Luminance luminance(double value) throws CandelaException {
        try {
            return new Luminance(value);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("cli.bad-ambient", "--ambient: " + e.getMessage(), e);
        }
    }
}
