package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.ReadinessLimits;
import org.candela.readiness.journal.Journal;
import org.candela.readiness.room.Microphone;
import org.candela.readiness.room.NoiseCheck;
import org.candela.readiness.room.RoomBook;
import org.candela.readiness.room.SoundException;
import org.candela.readiness.room.SoundLevel;
import org.candela.readiness.room.TemperatureCheck;
import org.candela.readiness.room.Thermometers;
import org.candela.readiness.room.WindowCheck;
import org.candela.store.Database;
import org.candela.store.StorePlace;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela room}: noise, temperature and windows of the room, for the pre-shift card. Exit 1 for what the card marks. */
// [impl->req~cli.room~1]
@Command(
        name = "room",
        description = "Noise, temperature and windows of the room; its light is entered with candela qa room.",
        mixinStandardHelpOptions = true)
public final class RoomCommand implements Runnable {
    private final DeskText store;
    private final Supplier<String> reader;
    private final Senses senses;

    /** What the room is felt with. */
    public interface Senses {
        /** Opens the microphone whose name holds this; the system's choice where it is blank. */
        Microphone microphone(String name) throws SoundException;

        /** Sensors of this machine. */
        Thermometers thermometers();
    }

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database where the workstation's SQLite file is, asked for when a command runs */
    public RoomCommand(StorePlace database, Clock clock, Supplier<String> reader, Senses senses) {
        this.store = new DeskText(database, clock);
        this.reader = reader;
        this.senses = senses;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "What about the room? See candela room --help.");
    }

    /** Noise. */
    @Command(
            name = "noise",
            description =
                    "Listens for ten seconds and keeps the level in dB(A), or keeps what a sound level meter shows.",
            footer = {
                "",
                "A microphone tells decibels only once it was compared with a sound level meter beside it:",
                "  candela room noise --calibrate 52.3 --meter \"Class 2 meter, serial 17\"",
                "Without that, read the meter and say so:",
                "  candela room noise --attest 34.5 --meter \"Class 2 meter, serial 17\""
            },
            mixinStandardHelpOptions = true)
    int noise(
            @Option(names = "--microphone", paramLabel = "NAME", description = "A part of its name.") @Nullable
                    String microphone,
            @Option(names = "--calibrate", paramLabel = "DBA", description = "What the meter shows at the same time.")
                    @Nullable
                    Double calibrate,
            @Option(
                            names = "--attest",
                            paramLabel = "DBA",
                            description = "What the meter shows; nothing is listened to.")
                    @Nullable
                    Double attest,
            @Option(names = "--meter", paramLabel = "METER", description = "Make, model and serial of the meter.")
                    @Nullable
                    String meter,
            @Mixin Output output)
            throws CandelaException {
        if (attest != null) {
            return keep(output, book -> book.attestNoise(attest, required(meter), reader.get()), this::noiseItem);
        }
        try (Microphone opened = senses.microphone(microphone == null ? "" : microphone)) {
            output.progress("Listening to " + opened.name() + " …");
            SoundLevel heard = SoundLevel.listen(opened, limits().noiseWindow(), new Cancellation(), share -> {});
            if (heard.clipped() > 0) {
                output.warn("some of it was too loud for the microphone; turn its level down in the system's settings");
            }
            return keep(
                    output,
                    book -> {
                        if (calibrate != null) {
                            book.calibrate(heard, opened.name(), calibrate, required(meter), reader.get());
                        }
                        book.keepNoise(heard, opened.name(), reader.get());
                    },
                    this::noiseItem);
        }
    }

    /** Temperature. */
    @Command(
            name = "temperature",
            description = "Keeps what a thermometer in the room shows, or reads a sensor that stands in the room.",
            mixinStandardHelpOptions = true)
    int temperature(
            @Option(names = "--celsius", paramLabel = "C", description = "What the thermometer shows.") @Nullable
                    Double celsius,
            @Option(names = "--thermometer", paramLabel = "NAME", description = "Which one it is.") @Nullable
                    String thermometer,
            @Option(
                            names = "--sensor",
                            paramLabel = "NAME",
                            description = "A sensor of the list that stands in the room; it is remembered.")
                    @Nullable
                    String sensor,
            @Option(names = "--list", description = "The sensors of this machine and what they measure.")
                    boolean isList,
            @Mixin Output output)
            throws CandelaException {
        if (isList) {
            return list(output);
        }
        if (celsius != null) {
            String from = thermometer == null ? "thermometer" : thermometer;
            return keep(output, book -> book.attestTemperature(celsius, from, reader.get()), this::temperatureItem);
        }
        return keep(output, book -> read(book, sensor), this::temperatureItem);
    }

    private void read(RoomBook book, @Nullable String asked) throws CandelaException {
        String name = asked == null ? book.thermometer() : asked;
        Thermometers.Sensor found = senses.thermometers()
                .ofRoom(name)
                .orElseThrow(() -> new CandelaException(
                        "cli.no-thermometer",
                        name.isBlank()
                                ? "which temperature? --celsius, or --sensor with a name of --list"
                                : "\"" + name + "\" is no sensor outside the machine; see --list, or use --celsius"));
        book.chooseThermometer(found.name(), reader.get());
        book.keepTemperature(found.celsius(), found.name(), reader.get());
    }

    private int list(Output output) {
        List<Thermometers.Sensor> sensors = senses.thermometers().list();
        ArrayNode json = JsonNodeFactory.instance.arrayNode();
        sensors.forEach(sensor -> json.addObject()
                .put("name", sensor.name())
                .put("celsius", sensor.celsius())
                .put("place", sensor.place().name()));
        output.print(
                json,
                sensors.isEmpty()
                        ? "This system lists no temperature sensor; enter what a thermometer shows with --celsius."
                        : sensors.stream()
                                .map(sensor -> String.format(
                                        Locale.ROOT,
                                        "%-28s %6.1f °C  %s",
                                        sensor.name(),
                                        sensor.celsius(),
                                        sensor.measures()))
                                .collect(Collectors.joining(System.lineSeparator())));
        return 0;
    }

    /** Windows. */
    @Command(
            name = "window",
            description = "Says whether something bright is behind or beside the monitors.",
            mixinStandardHelpOptions = true)
    int window(
            @Parameters(paramLabel = "none|bright", description = "What is there.") RoomBook.Window seen,
            @Mixin Output output)
            throws CandelaException {
        return keep(output, book -> book.attestWindow(seen, reader.get()), book -> new WindowCheck(
                        book, limits(), store.clock())
                .evaluate());
    }

    private interface Work {
        void on(RoomBook book) throws CandelaException;
    }

    private interface Question {
        ReadinessItem of(RoomBook book);
    }

    private int keep(Output output, Work work, Question question) throws CandelaException {
        ReadinessItem item = store.open(database -> {
            RoomBook book = book(database);
            try {
                work.on(book);
            } catch (IllegalArgumentException e) {
                throw new CandelaException("cli.bad-figure", String.valueOf(e.getMessage()), e);
            }
            return question.of(book);
        });
        output.print(json(item), CheckCommand.line(item));
        return item.status() == Status.READY ? 0 : Candela.NO;
    }

    private static ObjectNode json(ReadinessItem item) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", item.id())
                .put("status", item.status().name())
                .put("value", item.evidence().value())
                .put("reason", item.reason());
    }

    private RoomBook book(Database database) {
        return new RoomBook(new Journal(database, new AuditLog(), store.clock()));
    }

    private ReadinessItem noiseItem(RoomBook book) {
        return new NoiseCheck(book, limits(), store.clock()).evaluate();
    }

    /** Of this reading alone; whether displays are to be looked at again says the card. */
    private ReadinessItem temperatureItem(RoomBook book) {
        return new TemperatureCheck(
                        book,
                        limits(),
                        store.clock(),
                        () -> Optional.of(store.clock().instant()))
                .evaluate();
    }

    private static ReadinessLimits.Room limits() {
        return ReadinessLimits.shipped().room();
    }

    private static String required(@Nullable String meter) throws CandelaException {
        if (meter == null) {
            throw new CandelaException("cli.no-meter", "which meter shows that? --meter with make, model and serial");
        }
        return meter;
    }
}
