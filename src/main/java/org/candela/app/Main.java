package org.candela.app;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;

/** Where the program starts. No JavaFX {@code Application}, so that it runs from the class path. */
public final class Main {
    /** Bytes; the 16 KiB of the JDK cost more in handing over than in reading. Its HTTP client looks once, when first used. */
    private static final String NETWORK_BUFFER = "131072";

    private Main() {}

    /** Runs one command and ends the process with its exit code. */
    public static void main(String[] args) {
        System.setOut(new PrintStream(System.out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(System.err, true, StandardCharsets.UTF_8));
        if (System.getProperty("jdk.httpclient.bufsize") == null) {
            System.setProperty("jdk.httpclient.bufsize", NETWORK_BUFFER);
        }
        Clock clock = Clock.systemUTC();
        Config config = Config.of(System.getenv(), Path.of(System.getProperty("user.home")), machine());
        LogFiles.begin(config.paths().logs(), clock);
        Bugs.keepQuiet();
        System.exit(new Wiring(config, clock).commandLine().execute(args));
    }

    private static Config.Machine machine() {
        return new Config.Machine(System.getProperty("os.name"), System.getProperty("os.arch"));
    }
}
