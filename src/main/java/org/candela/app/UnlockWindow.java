package org.candela.app;

import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import org.candela.base.Async;
import org.candela.base.CandelaException;
import org.candela.ui.Messages;
import org.candela.ui.UiExecutor;
import org.candela.vault.VaultDoor;

/**
 * Asks for the passphrase of the key store before the room is opened. FX thread; the key store is opened beside it, which
 * takes a moment.
 */
// [impl->req~vault.asked~1]
final class UnlockWindow {
    private static final double WIDTH = 460;
    /** So that the window does not grow when it says something. */
    private static final double TWO_LINES = 40;

    /** What waits for the passphrase. */
    enum Need {
        /** Passwords and sign-ins of facilities; the others work without. */
        SECRETS("unlock.why", "unlock.without"),
        /** All that is kept here; nothing works without. */
        STORE("unlock.why-store", "unlock.quit");

        private final String why;
        private final String without;

        Need(String why, String without) {
            this.why = why;
            this.without = without;
        }
    }

    private final VaultDoor door;
    private final Need need;
    private final Executor io;
    private final Messages words = Messages.of(UnlockWindow.class);
    private final CompletableFuture<Boolean> answer = new CompletableFuture<>();
    private final PasswordField passphrase = new PasswordField();
    private final Label said = new Label();
    private final Button open = new Button(words.text("unlock.action"));
    private final Stage stage = new Stage();

    UnlockWindow(VaultDoor door, Need need, Executor io) {
        this.door = door;
        this.need = need;
        this.io = io;
    }

    /** Shows it; completes with whether the key store is open. Closing it is going on, or ending, without. */
    CompletableFuture<Boolean> ask() {
        stage.setTitle(words.text("unlock.title"));
        stage.setScene(new Scene(content()));
        stage.setResizable(false);
        stage.setOnHidden(event -> answer.complete(false));
        stage.show();
        passphrase.requestFocus();
        return answer;
    }

    private VBox content() {
        Label head = new Label(words.text("unlock.head"));
        head.getStyleClass().add("headline");
        Label why = new Label(words.text(need.why));
        why.setWrapText(true);
        why.getStyleClass().add("muted");
        why.setMinHeight(Region.USE_PREF_SIZE);
        passphrase.setId("unlock-passphrase");
        said.setId("unlock-said");
        said.setWrapText(true);
        said.setMinHeight(TWO_LINES);
        open.setId("unlock-open");
        open.setDefaultButton(true);
        open.setOnAction(event -> tryIt());
        Button without = new Button(words.text(need.without));
        without.setId("unlock-without");
        without.setCancelButton(true);
        without.setOnAction(event -> stage.hide());
        HBox buttons = new HBox(8, without, open);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        VBox box = new VBox(10, head, why, passphrase, said, buttons);
        box.setId("unlock");
        box.setPadding(new Insets(18));
        box.setPrefWidth(WIDTH);
        return box;
    }

    private void tryIt() {
        char[] typed = passphrase.getText().toCharArray();
        open.setDisable(true);
        said.setText(words.text("unlock.opening"));
        var unused = Async.run(() -> unlock(typed), io)
                .whenCompleteAsync(
                        (done, failure) -> {
                            open.setDisable(false);
                            if (failure == null) {
                                answer.complete(true);
                                stage.hide();
                            } else {
                                passphrase.clear();
                                said.setText(told(Async.causeOf(failure)));
                            }
                        },
                        new UiExecutor());
    }

    private String told(Throwable failure) {
        boolean isWrong =
                failure instanceof CandelaException known && known.code().equals("vault.wrong-passphrase");
        return isWrong ? words.text("unlock.wrong") : String.valueOf(failure.getMessage());
    }

    private void unlock(char[] typed) throws CandelaException {
        try {
            door.unlock(typed);
        } finally {
            Arrays.fill(typed, '\0');
        }
    }
}
