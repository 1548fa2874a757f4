package org.candela.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Supplier;
import org.candela.audit.AuditLog;
import org.candela.base.CandelaException;
import org.candela.lock.LockSetting;
import org.candela.lock.LockSettings;
import org.candela.store.StorePlace;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela lock}: when the workstation locks by itself. */
// [impl->req~lock.idle~1]
@Command(
        name = "lock",
        description = "When the workstation locks by itself; an open room follows within a minute.",
        mixinStandardHelpOptions = true)
public final class LockCommand implements Runnable {
    private final DeskText store;
    private final Supplier<String> reader;

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** @param database the workstation's SQLite file, asked for when a command runs */
    public LockCommand(StorePlace database, Clock clock, Supplier<String> reader) {
        this.store = new DeskText(database, clock);
        this.reader = reader;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of show, set? See candela lock --help.");
    }

    /** What holds. */
    @Command(name = "show", description = "After how many minutes.", mixinStandardHelpOptions = true)
    int show(@Mixin Output output) throws CandelaException {
        LockSetting now = store.open(database -> new LockSettings(database, new AuditLog(), store.clock()).now());
        return print(now, output);
    }

    /** Puts another in force. */
    @Command(
            name = "set",
            description = "After so many minutes without a touch; 0 for never, which needs a typed reason.",
            mixinStandardHelpOptions = true)
    int set(
            @Option(names = "--minutes", required = true, paramLabel = "N", description = "0 to 120.") int minutes,
            @Option(
                            names = "--consent",
                            paramLabel = "REASON",
                            defaultValue = "",
                            description = "With 0: who else can reach this desk, and why that is safe. Audited.")
                    String consent,
            @Mixin Output output)
            throws CandelaException {
        try {
            LockSetting setting = new LockSetting(Duration.ofMinutes(minutes), consent);
            store.open(database -> {
                new LockSettings(database, new AuditLog(), store.clock()).enter(setting, reader.get());
                return true;
            });
            return print(setting, output);
        } catch (IllegalArgumentException e) {
            throw new CandelaException("lock.setting", String.valueOf(e.getMessage()), e);
        }
    }

    private static int print(LockSetting setting, Output output) {
        long minutes = setting.idle().toMinutes();
        output.print(
                JsonNodeFactory.instance.objectNode().put("minutes", minutes).put("consent", setting.consent()),
                setting.isByItself()
                        ? "Locks after " + minutes + " min without a touch."
                        : "Never locks by itself: " + setting.consent());
        return 0;
    }
}
