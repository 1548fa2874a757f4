package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Path;
import java.time.Duration;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A room holds the rasters of three monitors: what outlives it must not hold it. */
class ClosedRoomTest {
    @TempDir
    private Path folder;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    @Test
    void aClosedRoomIsLetGoOf() throws Exception {
        WeakReference<OpenRoom> closed = openedAndClosed(folder.resolve("first"));
        openedAndClosed(folder.resolve("second")); // the toolkit remembers the last window that had the keyboard

        Fx.until("the room to be let go of", Duration.ofSeconds(20), () -> {
            System.gc();
            return closed.refersTo(null);
        });
        assertTrue(closed.refersTo(null));
    }

    private static WeakReference<OpenRoom> openedAndClosed(Path home) throws Exception {
        try (TestRoom room = TestRoom.on(home)) {
            return new WeakReference<>(room.room());
        }
    }
}
