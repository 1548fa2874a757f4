package org.candela.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.displayqa.measure.QaKind;
import org.candela.displayqa.measure.QaSession;
import org.candela.displayqa.measure.ToldConditions;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which display, by which profile, with which devices. */
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class QaTarget {
    @Option(
            names = "--display",
            paramLabel = "ID",
            required = true,
            description = "Id or connector, as candela qa displays lists them; several with calibrate --match.")
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

    @Option(
            names = "--lit-minutes",
            paramLabel = "N",
            description = "How long the display has been on without a break; nobody else can tell. Needed but for the"
                    + " pre-shift check.")
    private @Nullable Integer litMinutes;

    @Mixin
    private final MeterOptions meter = new MeterOptions();

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

    QaDesk.Choice devices() {
        return QaDesk.Choice.of(simulate);
    }

    /** What displays are measured with. */
    QaSeat.Means means(QaKind kind) throws CandelaException {
        return new QaSeat.Means(profiles, devices(), lit(kind), meter.named());
    }

    /** Nobody is taken to be warm unasked. */
    // [impl->req~displayqa.warm-up~1]
    private Optional<Duration> lit(QaKind kind) throws CandelaException {
        if (litMinutes != null && litMinutes < 0) {
            throw new CandelaException("cli.lit", "--lit-minutes must be 0 or more");
        }
        if (!simulate && litMinutes == null && kind != QaKind.QUICK_CHECK) {
            throw new CandelaException(
                    "cli.lit",
                    "nobody can tell how long " + display + " has been on: say --lit-minutes N; its light is steady"
                            + " after 30 min by all standards that are shipped");
        }
        return Optional.ofNullable(litMinutes).map(Duration::ofMinutes);
    }
}
