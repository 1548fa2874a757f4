package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.Looks;
import org.candela.VirtualDesk;
import org.candela.ui.Theme;
import org.candela.vault.FastVault;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~vault.asked~1]
class UnlockWindowTest {
    @TempDir
    private Path folder;

    private final ExecutorService io = java.util.concurrent.Executors.newSingleThreadExecutor();
    private VaultDoor door;
    private CompletableFuture<Boolean> answer;

    @BeforeEach
    void aLockedKeyStoreIsAskedFor() throws Exception {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
        Vault vault = FastVault.at(folder.resolve("vault.key"));
        vault.create("five grey words in a row".toCharArray());
        door = new VaultDoor(vault, List.of());
        Fx.run(Theme::install);
        answer = Fx.call(() -> new UnlockWindow(door, UnlockWindow.Need.STORE, io).ask());
        Fx.until("the window", () -> window().isShowing());
    }

    @AfterEach
    void end() {
        io.shutdownNow();
    }

    private static Stage window() {
        return Window.getWindows().stream()
                .filter(Stage.class::isInstance)
                .map(Stage.class::cast)
                .filter(stage -> stage.getScene().lookup("#unlock") != null)
                .findFirst()
                .orElseThrow();
    }

    private static <T extends Node> T node(String id, Class<T> kind) {
        return kind.cast(window().getScene().lookup("#" + id));
    }

    private static void type(String passphrase) {
        Fx.run(() -> {
            node("unlock-passphrase", PasswordField.class).setText(passphrase);
            node("unlock-open", Button.class).fire();
        });
    }

    @Test
    void aWrongPassphraseIsToldAndTheRightOneOpens() throws Exception {
        type("five grey words in a roW");
        Fx.until("an answer", () -> node("unlock-said", Label.class).getText().contains("does not open it"));
        assertFalse(answer.isDone());
        assertEquals(
                "", Fx.call(() -> node("unlock-passphrase", PasswordField.class).getText()));
        Looks.at(window().getScene(), "unlock");

        type("five grey words in a row");
        assertTrue(answer.get(10, TimeUnit.SECONDS));
        assertFalse(door.isLocked());
    }

    @Test
    void goingOnWithoutLeavesItLocked() throws Exception {
        Fx.run(() -> node("unlock-without", Button.class).fire());

        assertFalse(answer.get(10, TimeUnit.SECONDS));
        assertTrue(door.isLocked());
    }
}
