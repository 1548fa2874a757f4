package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.jna.NativeLibrary;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FakeLibraryTest {
    @TempDir
    @SuppressWarnings("NullAway.Init") // set before each test
    Path directory;

    @Test
    void theLibraryIsBuiltUnderItsNameAndCanBeCalled() {
        Path library = FakeLibrary.build(directory, "device/seven.c", "libseven.so.3", "-DSEVEN=70");

        assertEquals("libseven.so.3", library.getFileName().toString());
        try (NativeLibrary loaded = NativeLibrary.getInstance(library.toString())) {
            assertEquals(70, loaded.getFunction("seven").invokeInt(new Object[0]));
        }
    }

    @Test
    void aLayoutThatIsWrongDoesNotCompile() {
        Assumptions.assumeTrue(FakeLibrary.hasCompiler(), "no gcc");

        AssertionError refused = assertThrows(
                AssertionError.class,
                () -> FakeLibrary.build(directory, "device/seven.c", "libseven.so.3", "-DBROKEN"));

        assertTrue(String.valueOf(refused.getMessage()).contains("a layout that is wrong"));
    }
}
