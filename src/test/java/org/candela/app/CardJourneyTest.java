package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.DialogPane;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.stage.Window;
import org.candela.Fx;
import org.candela.VirtualDesk;
import org.candela.audit.AuditLog;
import org.candela.displayqa.report.QaReport.Check;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.readiness.ReadinessItem;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.readiness.card.CardPaper;
import org.candela.readiness.contingency.ContingencyBook;
import org.candela.readiness.contingency.ContingencySheet.Line;
import org.candela.readiness.journal.Journal;
import org.candela.shell.ScreenRole;
import org.candela.store.Database;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The card before a shift, by its keys, with a facility that does not answer. */
class CardJourneyTest {
    private static final Facility NORTH =
            Facility.of(new FacilityId("north"), "North", URI.create("http://127.0.0.1:9/web"));

    @TempDir
    private Path home;

    @BeforeAll
    static void onTheVirtualDesk() {
        Assumptions.assumeTrue(VirtualDesk.ownDesk().isPresent(), VirtualDesk::absence);
        Fx.start();
    }

    // [utest->req~app.card-room~1]
    // [utest->req~readiness.said-on-card~1]
    @Test
    void theReaderAnswersCallsAndTakesTheCardAlongWithoutANetwork() throws Exception {
        fillInSheet();
        try (TestRoom room = new TestRoom(home, Duration.ofSeconds(3), NORTH)) {
            Fx.run(() -> room.room().bus().run("work.displays"));
            Fx.until("the card", Duration.ofSeconds(30), () -> item(room, "room.window")
                    .isPresent());

            say(room);
            room.shoot("card");
            showSheet(room);
            export(room);
        }
    }

    private void fillInSheet() throws Exception {
        Clock clock = Clock.systemUTC();
        try (Database database = Database.open(home.resolve("candela.db"), clock)) {
            ContingencyBook book = new ContingencyBook(new Journal(database, new AuditLog(), clock));
            book.set(Line.IT_CONTACT, "Dana, +1 555 0100", TestRoom.READER);
            book.set(NORTH, Line.CRITICAL_PHONE, "+1 555 0101", TestRoom.READER);
        }
    }

    private static void say(TestRoom room) {
        Fx.run(() -> ((Button) work(room).lookup("#act-room-window-0")).fire());
        Fx.until("the window is attested", Duration.ofSeconds(30), () -> isReady(room, "room.window"));
        Fx.run(() -> {
            TextField field = (TextField) work(room).lookup("#act-room-temperature-0-field");
            field.setText("22,4");
            ((Button) work(room).lookup("#act-room-temperature-0")).fire();
        });
        Fx.until("the temperature is attested", Duration.ofSeconds(30), () -> isReady(room, "room.temperature"));
        Fx.run(() -> {
            ((TextField) work(room).lookup("#act-room-noise-0-field")).setText("loud");
            ((Button) work(room).lookup("#act-room-noise-0")).fire();
        });
        Fx.until(
                "what is no number is told",
                Duration.ofSeconds(10),
                () -> ((Label) work(room).lookup("#readiness-told")).getText().contains("is no number"));
    }

    private static void showSheet(TestRoom room) {
        Fx.run(() -> room.room().bus().run("readiness.contingency"));
        Fx.until("the sheet", () -> dialog().isPresent());
        String text = Fx.call(() -> dialog().orElseThrow().lookupAll(".label").stream()
                .map(node -> ((Label) node).getText())
                .reduce("", (all, one) -> all + "\n" + one));
        assertTrue(text.contains("Dana, +1 555 0100"), text);
        assertTrue(text.contains("North, Critical results:  +1 555 0101"), text);
        press("Cancel");
    }

    private void export(TestRoom room) throws Exception {
        Fx.run(() -> room.room().bus().run("readiness.export"));
        Fx.until("the question", () -> dialog().isPresent());
        press("Write the card");
        Fx.until("both files", Duration.ofSeconds(30), () -> files().size() == 2);

        for (Path file : files()) {
            assertEquals(
                    Check.UNCHANGED, CardPaper.verify(Files.readAllBytes(file)).check(), file.toString());
        }
    }

    private List<Path> files() throws IOException {
        Path exports = home.resolve("exports");
        if (!Files.isDirectory(exports)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(exports)) {
            return all.filter(file -> String.valueOf(file.getFileName()).startsWith("readiness-"))
                    .toList();
        }
    }

    private static Optional<ReadinessItem> item(TestRoom room, String id) {
        return room.room().models().readiness().items().stream()
                .filter(item -> item.id().equals(id))
                .findFirst();
    }

    private static boolean isReady(TestRoom room, String id) {
        return item(room, id).filter(item -> item.status() == Status.READY).isPresent();
    }

    private static Parent work(TestRoom room) {
        return room.room()
                .room()
                .desk()
                .windowOf(ScreenRole.WORK)
                .orElseThrow()
                .getScene()
                .getRoot();
    }

    private static Optional<Parent> dialog() {
        return Window.getWindows().stream()
                .map(window -> window.getScene().getRoot())
                .filter(DialogPane.class::isInstance)
                .findFirst();
    }

    private static void press(String words) {
        Fx.run(() -> dialog().orElseThrow().lookupAll(".button").stream()
                .map(Button.class::cast)
                .filter(button -> button.getText().equals(words))
                .findFirst()
                .orElseThrow()
                .fire());
        Fx.until("the dialog is gone", () -> dialog().isEmpty());
    }
}
