package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayHoldTest {
    @TempDir
    private Path folder;

    // [utest->req~app.display-hold~1]
    @Test
    void oneProgramAtATimeHasTheDisplaysOfAHome() throws Exception {
        Path home = folder.resolve("home");
        try (DisplayHold first = DisplayHold.take(home)) {
            assertEquals(
                    "app.displays-held",
                    assertThrows(CandelaException.class, () -> DisplayHold.take(home))
                            .code());
            first.close();

            DisplayHold.take(home).close();
        }
    }
}
