package org.candela.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Where the program starts. No JavaFX {@code Application}, so that it runs from the class path. */
public final class Main {
    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        Clock clock = Clock.systemUTC();
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")), machine());
        LogFiles.begin(config.paths().logs(), clock);
        System.exit(new Wiring(config, clock).commandLine().execute(args));
    }

    private static Config.Machine machine() {
        return new Config.Machine(System.getProperty("os.name"), System.getProperty("os.arch"));
    }
}
