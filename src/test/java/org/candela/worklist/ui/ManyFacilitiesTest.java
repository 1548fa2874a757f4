package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TableView;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import javafx.stage.Stage;
import javafx.stage.StageStyle;
import javax.imageio.ImageIO;
import org.candela.Fx;
import org.candela.MovableClock;
import org.candela.audit.AuditLog;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.facility.Facility;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.store.Database;
import org.candela.study.Patient;
import org.candela.study.Retrieval;
import org.candela.study.StudyIdentity;
import org.candela.study.StudySource;
import org.candela.study.StudySummary;
import org.candela.ui.Theme;
import org.candela.worklist.ReadingItem;
import org.candela.worklist.Worklist;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list over many facilities, some of which are away, on the share of the work screen it has. */
class ManyFacilitiesTest {
    private static final int FACILITIES = 12;
    private static final int AWAY = 3;
    private static final Instant NOW = Instant.parse("2026-11-24T01:30:00Z");

    @TempDir
    private Path folder;

    private final MovableClock clock = new MovableClock(NOW);
    private boolean isAway;
    private boolean isLater;

    // [utest->req~worklist.freshness~1]
    // [utest->req~worklist.also-at~1]
    // [utest->req~worklist.place~1]
    @Test
    void manyFacilitiesAreCountedThoseAwayNamedAndTheSameStudyElsewhereWarnedOf() throws Exception {
        try (Database database = Database.open(folder.resolve("w.db"), clock)) {
            Map<Facility, StudySource> facilities = new LinkedHashMap<>();
            for (int i = 0; i < FACILITIES; i++) {
                Clinic clinic = new Clinic(i);
                facilities.put(
                        Facility.of(clinic.facility(), clinic.facility().value(), URI.create("http://localhost/x")),
                        clinic);
            }
            Worklist worklist = new Worklist(facilities, database, new AuditLog(), clock);
            WorklistViewModel model = new WorklistViewModel(
                    worklist,
                    new WorklistViewModel.Threads(Runnable::run, Runnable::run),
                    clock,
                    new WorklistViewModel.Seat("reader", 30));
            model.refresh().join();
            worklist.claim(new ReadingItem.Id(new FacilityId("clinic-0"), new Uid("1.2.3")), "reader");
            List<String> opened = new ArrayList<>();
            WorklistView view = show(model, opened);
            try {
                Fx.run(() -> {
                    table(view).getSelectionModel().select(20);
                    table(view).scrollTo(15);
                });
                Fx.settle();
                String chosen = selected(view);
                isAway = true;
                isLater = true;
                clock.advance(Duration.ofMinutes(4));
                Fx.run(() -> model.refresh().join());
                Fx.settle();

                assertEquals(chosen, selected(view));
                Label first = (Label) ((Pane) view.lookup("#worklist-facilities"))
                        .getChildren()
                        .get(0);
                assertEquals("9 of 12 facilities up to date", first.getText());
                assertEquals(
                        AWAY,
                        ((VBox) view.lookup("#worklist-stale")).getChildren().size());
                openTwin(view, model, opened);
                picture(view);
            } finally {
                Fx.run(() -> view.getScene().getWindow().hide());
            }
        }
    }

    private static void openTwin(WorklistView view, WorklistViewModel model, List<String> opened) {
        ReadingItem.Id twin = new ReadingItem.Id(new FacilityId("clinic-1"), new Uid("1.2.3"));
        Fx.run(() -> {
            int at = model.items().stream().map(ReadingItem::id).toList().indexOf(twin);
            assertTrue(
                    model.rows().get(at).state().endsWith("also at clinic-0"),
                    model.rows().get(at).state());
            table(view).getSelectionModel().clearAndSelect(at);
            enter(view);
            assertEquals(List.of(), opened);
            Label warning = (Label) view.lookup("#worklist-warning");
            assertEquals(
                    "Also at clinic-0: you have it at clinic-0. Ask again to open it here too.", warning.getText());
        });
        Fx.settle();
        picture(view);
        Fx.run(() -> {
            enter(view);
            assertEquals(List.of("clinic-1"), opened);
        });
    }

    private static void enter(WorklistView view) {
        Event.fireEvent(
                table(view), new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
    }

    private static WorklistView show(WorklistViewModel model, List<String> opened) {
        Fx.start();
        WorklistView view = Fx.call(() -> {
            WorklistView made =
                    new WorklistView(model, row -> opened.add(row.origin().facility()));
            Stage stage = new Stage(StageStyle.UNDECORATED);
            Scene scene = new Scene(made, 940, 700);
            Theme.dress(scene);
            stage.setScene(scene);
            stage.show();
            return made;
        });
        Fx.settle();
        return view;
    }

    private static String selected(WorklistView view) {
        return Fx.call(() ->
                table(view).getSelectionModel().getSelectedItem().item().id().toString());
    }

    @SuppressWarnings("unchecked") // the only table of the view
    private static TableView<WorklistRow> table(WorklistView view) {
        return (TableView<WorklistRow>) view.lookup("#worklist-table");
    }

    /** Into the folder that was asked for, to be looked at; else nowhere. */
    private static void picture(WorklistView view) {
        String shots = System.getProperty("candela.shots", "");
        if (!shots.isEmpty()) {
            Fx.run(() -> {
                try {
                    ImageIO.write(
                            buffered(view.getScene().snapshot(null)),
                            "png",
                            new File(shots, "many-facilities-" + System.nanoTime() + ".png"));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
        }
    }

    private static BufferedImage buffered(WritableImage image) {
        int width = (int) image.getWidth();
        int height = (int) image.getHeight();
        BufferedImage made = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < height; y++) {
            for (int x = 0; x < width; x++) {
                made.setRGB(x, y, image.getPixelReader().getArgb(x, y));
            }
        }
        return made;
    }

    /** Ten studies each; the last three facilities go away, and a STAT study comes later at the first. */
    private final class Clinic implements StudySource {
        private final int number;

        Clinic(int number) {
            this.number = number;
        }

        @Override
        public FacilityId facility() {
            return new FacilityId("clinic-" + number);
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesSince(LocalDate day, Cancellation cancellation) {
            if (isAway && number >= FACILITIES - AWAY) {
                return CompletableFuture.failedFuture(new CandelaException("web.unreachable", "connection refused"));
            }
            List<StudySummary> studies = new ArrayList<>();
            for (int i = 0; i < 10; i++) {
                ReadingPriority priority = i == 0 && number % 5 == 3
                        ? ReadingPriority.STAT
                        : i < 3 ? ReadingPriority.URGENT : ReadingPriority.ROUTINE;
                studies.add(study("1." + (number + 1) + "." + i, priority, "CT ABDOMEN", i * 40 + number));
            }
            if (number < 2) {
                studies.add(study("1.2.3", ReadingPriority.URGENT, "MR BRAIN W/O CONTRAST", 15));
            }
            if (isLater && number == 0) {
                studies.add(study("1.9.9", ReadingPriority.STAT, "CT HEAD W/O CONTRAST", 1));
            }
            return CompletableFuture.completedFuture(studies);
        }

        private StudySummary study(String uid, ReadingPriority priority, String description, int minutesAgo) {
            Patient patient = new Patient("P" + uid, "", "SYNTHETIC^" + uid, Optional.empty(), "O");
            return new StudySummary(
                    new StudyIdentity(new Uid(uid), patient, "A" + uid, Optional.empty(), description, ""),
                    facility(),
                    Set.of("CT"),
                    1,
                    Optional.of(priority),
                    Optional.of(NOW.minus(Duration.ofMinutes(minutesAgo))));
        }

        @Override
        public CompletableFuture<List<StudySummary>> studiesOf(Patient patient, Cancellation cancellation) {
            return CompletableFuture.completedFuture(List.of());
        }

        @Override
        public CompletableFuture<Retrieval> retrieve(Uid study, RetrievalListener listener, Cancellation cancellation) {
            return CompletableFuture.failedFuture(new UnsupportedOperationException("not asked for here"));
        }
    }
}
