package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against a program that takes and gives as {@code secret-tool} does; no keyring of a desktop was there to try. */
// [utest->req~vault.keyring~1]
class KeyringTest {
    @TempDir
    private Path folder;

    private Path program;

    @BeforeEach
    void aProgramLikeIt() throws Exception {
        Assumptions.assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell here");
        program = Files.writeString(folder.resolve("secret-tool"), """
                #!/bin/sh
                echo "$@" >> %1$s/arguments
                case $1 in
                    store) cat > %1$s/kept ;;
                    lookup) cat %1$s/kept 2>/dev/null || exit 1 ;;
                    clear) rm -f %1$s/kept ;;
                esac
                """.formatted(folder));
        assertTrue(program.toFile().setExecutable(true));
        Files.createDirectories(folder.resolve("home"));
    }

    private Keyring keyring() {
        return new Keyring(folder.resolve("home"), program.toString());
    }

    @Test
    void nothingIsAskedOfItUntilTheReaderChoseIt() {
        assertEquals(Optional.empty(), keyring().find());
        assertFalse(Files.exists(folder.resolve("arguments")));
    }

    @Test
    void whatIsKeptComesBackAndGoesAgainAndIsNoArgument() throws Exception {
        keyring().keep("five grey words".toCharArray());

        assertEquals("five grey words", new String(keyring().find().orElseThrow()));
        assertFalse(Files.readString(folder.resolve("arguments")).contains("grey"));
        keyring().forget();
        assertEquals(Optional.empty(), keyring().find());
        assertFalse(Files.exists(folder.resolve("kept")));
    }

    @Test
    void aKeyringThatDoesNotKeepIsTold() throws Exception {
        Files.writeString(program, "#!/bin/sh\nexit 1\n");

        CandelaException failure =
                assertThrows(CandelaException.class, () -> keyring().keep("five grey words".toCharArray()));
        assertTrue(String.valueOf(failure.getMessage()).contains("is one running"), failure.getMessage());
        assertFalse(keyring().isChosen());
    }

    @Test
    void aMachineWithoutItIsToldWhatToInstall() {
        Keyring none =
                new Keyring(folder.resolve("home"), folder.resolve("none").toString());

        CandelaException failure =
                assertThrows(CandelaException.class, () -> none.keep("five grey words".toCharArray()));
        assertTrue(String.valueOf(failure.getMessage()).contains("libsecret-tools"), failure.getMessage());
    }
}
