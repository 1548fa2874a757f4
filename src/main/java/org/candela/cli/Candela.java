package org.candela.cli;

import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.List;
import org.candela.base.CandelaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root command {@code candela}. */
@Command(
        name = "candela",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        description = "A desktop reading room for a radiologist at home.",
        footer = {"", "Exit code: 0 yes, 1 no, 2 bad input. Each command has --help."})
public final class Candela implements Runnable {
    static final int NO = 1;
    static final int BAD_INPUT = 2;
    private static final Logger LOG = LoggerFactory.getLogger(Candela.class);

    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    private Candela() {}

    /** The command line with {@code commands} below the root. */
    public static CommandLine commandLine(List<Object> commands) {
        CommandLine root = new CommandLine(new Candela());
        commands.forEach(root::addSubcommand);
        root.setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
        root.setCaseInsensitiveEnumValuesAllowed(true);
        return root;
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? See candela --help.");
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
        if (failure instanceof CandelaException || failure instanceof IOException) {
            return String.valueOf(failure.getMessage());
        }
        return "internal error, code cli.bug: " + failure;
    }
}
