package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoScreenTest {
    @TempDir
    private Path folder;

    // [utest->req~app.no-screen~1]
    @Test
    void withoutAScreenTheProgramSaysSoInOneLineAndEndsWithTwo() {
        Config config =
                Config.of(Map.of("CANDELA_HOME", folder.toString()), folder, new Config.Machine("Linux", "amd64"));
        StringWriter err = new StringWriter();

        int exit = new Wiring(config, Clock.systemUTC())
                .commandLine()
                .setErr(new PrintWriter(err, true))
                .execute();

        assertEquals(2, exit);
        assertEquals(
                List.of("candela: there is no screen here (DISPLAY is not set); log in to a desktop and try again"),
                err.toString().lines().toList());
    }
}
