package org.candela.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import javafx.stage.Window;
import org.candela.VirtualDesk;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.calibration.device.MeterShelf;
import org.candela.calibration.device.typed.TypedMeters;
import org.candela.cli.Answers;
import org.candela.cli.Candela;
import org.candela.cli.Interruption;
import org.candela.cli.QaCommand;
import org.candela.cli.QaTerminal;
import org.candela.cli.SensorShelves;
import org.candela.cli.StationOpener;
import org.candela.displayqa.QaStation;

/** {@code candela qa} with its real way to displays, before the heads of the virtual desk, and somebody who answers. */
final class CommandDesk {
    /** Options that say that a meter is read by eye. */
    static final String[] TYPED = {
        "--meter", "typed", "--meter-make", "Gossen", "--meter-model", "Mavo", "--meter-serial", "7"
    };

    private static final Clock CLOCK = Clock.systemUTC();
    /** A head of the desk shows a field as soon as it is drawn. */
    private static final Duration NO_PANEL = Duration.ofMillis(5);

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();
    final List<String> questions = new ArrayList<>();
    final Cancellation interrupt = new Cancellation();
    MeterShelf meters = new MeterShelf(List.of());
    /** What is typed at the n-th question, from 1; none ends the input. */
    Function<Integer, Optional<String>> typist = number -> Optional.empty();

    boolean isTerminal;

    private final Path folder;
    /** How much of what was said belongs to questions before. */
    private int heard;

    /** @param folder for the home of the program */
    CommandDesk(Path folder) {
        this.folder = folder;
    }

    int run(Stream<String> words, String... more) {
        Config config = Config.of(
                Map.of(
                        "CANDELA_HOME",
                        folder.resolve("home").toString(),
                        "DISPLAY",
                        VirtualDesk.ownDesk().orElseThrow()),
                folder,
                new Config.Machine("Linux", "amd64"));
        QaCommand.Devices devices = new QaCommand.Devices(
                new RealStations(config),
                new SensorShelves(meters.with(TypedMeters.UNREAD), new MeterShelf(List.of())));
        QaTerminal terminal = new QaTerminal(new Typed(), Interrupted::new, false);
        return Candela.commandLine(() -> 0, List.of(QaCommand.commandLine(devices, config::paths, CLOCK, terminal)))
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(Stream.concat(words, Stream.of(more)).toArray(String[]::new));
    }

    /** Forgets what was said until now. */
    void forget() {
        questions.clear();
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        heard = 0;
    }

    /** Where the windows stand that are shown now. FX thread. */
    static List<String> windows() {
        return Window.getWindows().stream()
                .filter(Window::isShowing)
                .map(window -> String.format(
                        Locale.ROOT,
                        "%.0f+%.0f %.0fx%.0f",
                        window.getX(),
                        window.getY(),
                        window.getWidth(),
                        window.getHeight()))
                .toList();
    }

    private final class Typed implements Answers {
        @Override
        public boolean isTerminal() {
            return isTerminal;
        }

        @Override
        public Optional<String> next(Cancellation cancellation) {
            cancellation.throwIfRequested();
            String said = err.toString();
            String since = said.substring(heard);
            questions.add(since.substring(since.lastIndexOf('\n') + 1));
            heard = said.length();
            return typist.apply(questions.size());
        }
    }

    private final class Interrupted implements Interruption {
        @Override
        public Cancellation cancellation() {
            return interrupt;
        }

        @Override
        public void close() {
            // Nothing was listened to.
        }
    }

    private final class RealStations implements StationOpener {
        private final Config config;

        RealStations(Config config) {
            this.config = config;
        }

        @Override
        public QaStation open() throws CandelaException {
            return MachineStation.open(config.desktop(), new MachineStation.Lights(meters, CLOCK));
        }

        @Override
        public QaStation openToMeasure(Measuring how) throws CandelaException {
            Devices real = Devices.of(config);
            Devices devices = new Devices(real.displays(), real.monitors(), () -> meters, NO_PANEL);
            return MeasuringStation.open(how, new MeasuringStation.Surroundings(config, devices, CLOCK));
        }

        @Override
        public QaStation openSimulated() {
            throw new AssertionError("these are real");
        }
    }
}
