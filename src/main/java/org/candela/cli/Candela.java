package org.candela.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** The root command {@code candela}. */
@Command(
        name = "candela",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A desktop reading room for a radiologist at home. Without a command it opens.",
        footer = {"", "Exit code: 0 yes, 1 no, 2 bad input. Each command has --help."})
public final class Candela implements Callable<Integer> {
    static final int NO = 1;
    static final int BAD_INPUT = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Candela.class);

    private final Callable<Integer> withoutCommand;

    private Candela(Callable<Integer> withoutCommand) {
        this.withoutCommand = withoutCommand;
    }

    /**
     * The command line with {@code commands} below the root.
     *
     * @param withoutCommand what the program does when no command is given; its exit code
     */
    public static CommandLine commandLine(Callable<Integer> withoutCommand, List<Object> commands) {
        CommandLine root = new CommandLine(new Candela(withoutCommand));
        commands.forEach(root::addSubcommand);
        root.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root;
    }

    @Override
    public Integer call() throws Exception {
        return withoutCommand.call();
    }

    /** One line for what the world did wrong; a bug keeps its stack trace for the log. */
    // [impl->req~cli.bad-input~1]
    private static int explain(Exception failure, CommandLine command) {
        command.getErr().println("candela: " + lineFor(failure));
        if (failure instanceof RuntimeException) {
            LOG.error("command failed [cli.bug]", failure);
        }
        return BAD_INPUT;
    }

    private static String lineFor(Exception failure) {
        if (failure instanceof NoSuchFileException missing) {
            return missing.getFile() + ": no such file";
        }
        if (failure instanceof CandelaException known) {
            return known.getMessage() + whatToDo(known.code());
        }
        if (failure instanceof IOException) {
            return String.valueOf(failure.getMessage());
        }
        return "internal error, code cli.bug: " + failure;
    }

    // [impl->req~app.bad-disk~1]
    private static String whatToDo(String code) {
        return switch (code) {
            case "store.read-only", "store.cannot-open" ->
                "; make the folder writable, or set CANDELA_HOME to one that is";
            case "store.disk-full" -> "; make room on that disk and try again";
            default -> "";
        };
    }
}
