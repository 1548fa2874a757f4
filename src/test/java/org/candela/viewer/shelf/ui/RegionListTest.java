package org.candela.viewer.shelf.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import javafx.event.Event;
import javafx.scene.Scene;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.base.EditHistory;
import org.candela.base.Uid;
import org.candela.image.Vector3;
import org.candela.store.Database;
import org.candela.study.FrameKey;
import org.candela.study.LoadedFrame;
import org.candela.ui.Theme;
import org.candela.viewer.BesideImages;
import org.candela.viewer.ManualLoader;
import org.candela.viewer.ManualScheduler;
import org.candela.viewer.ReadingSession;
import org.candela.viewer.Regions;
import org.candela.viewer.TestImages;
import org.candela.viewer.TestSessions;
import org.candela.viewer.region.FoundRegions;
import org.candela.viewer.region.RegionName;
import org.candela.viewer.region.RegionReach;
import org.candela.viewer.region.SentRegions;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyBanner;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Liver and lesion over axial slices of 2 mm from 0 mm upwards; the lesion is largest at 12.4 mm. */
// [utest->req~viewer.region-list~1]
class RegionListTest {
    private static final StudyBanner CASE = TestImages.banner("SYNTHETIC^Anna", LocalDate.of(2026, 3, 4));
    private static final Uid SPACE = new Uid("1.2.3.99");
    private static final RegionName LIVER = new RegionName(new Uid("1.2.3"), 1, "Liver", 0xFFFF4040);
    private static final RegionName LESION = new RegionName(new Uid("1.2.3"), 2, "Lesion", 0xFF40C0FF);

    @TempDir
    private Path folder;

    private final int[] toImages = {0};
    private Database database;
    private ReadingSession session;
    private RegionListView list;
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void showTheList() throws Exception {
        database = Database.open(folder.resolve("candela.db"), Clock.systemUTC());
        session = Fx.call(() -> TestSessions.session(
                ManualLoader.answering(TestImages.slice(2, 2, 0, 0, 0, 0)),
                TestSessions.Store.of(database, Clock.systemUTC()),
                new EditHistory(),
                new ManualScheduler()));
        list = Fx.call(() -> RegionListView.of(RegionListViewModel.of(session), () -> toImages[0]++));
        stage = Fx.call(this::show);
        Fx.run(() -> {
            session.open(new ReadingStudy(CASE, List.of(TestImages.axial(CASE, 1, 20, 0, 2, SPACE))), List.of());
            session.beside().take(new BesideImages(Set.of(), List.of(), List.of(new Sent()), 0));
            regions().reached(new Sent().reaches());
        });
        Fx.settle();
    }

    @AfterEach
    void close() throws Exception {
        Fx.run(stage::hide);
        database.close();
    }

    @Test
    void namesVolumesAndWhatIsSeenAreSaidInWords() {
        assertEquals(
                List.of("Liver, 1500.00 ml  \u00b7  largest slice not known, hidden", "Lesion, 12.35 ml, hidden"),
                spoken());

        press(KeyCode.DOWN);
        press(KeyCode.SPACE);

        assertTrue(regions().isSeen(LESION));
        assertFalse(regions().isSeen(LIVER));
        assertTrue(spoken().get(1).endsWith(", shown"));
        assertEquals(0, toImages[0], "Space stays in the list");
    }

    @Test
    void enterGoesToTheSliceWhereMostOfARegionLiesAndUndoComesBack() {
        press(KeyCode.DOWN);

        press(KeyCode.ENTER);

        assertEquals(6, Fx.call(() -> session.activeViewport().frameIndex()), "12.4 mm lies nearest to 12 mm");
        assertTrue(regions().isSeen(LESION));
        assertTrue(regions().isSeen(LIVER), "the others come with it");
        assertEquals(1, toImages[0]);
    }

    @Test
    void oneIsShownAloneAndTheOthersComeBack() {
        press(KeyCode.DOWN);
        press(KeyCode.ENTER);

        press(KeyCode.A);
        assertTrue(regions().isSeen(LESION));
        assertFalse(regions().isSeen(LIVER));
        assertTrue(spoken().get(1).endsWith(", shown alone"));
        press(KeyCode.A);

        assertTrue(regions().isSeen(LIVER));
    }

    @Test
    void whatIsHiddenStaysHiddenAndLooksSo() throws Exception {
        press(KeyCode.ENTER);
        press(KeyCode.SPACE);
        assertFalse(regions().isSeen(LIVER));
        assertTrue(regions().isSeen(LESION));

        Fx.run(() -> session.activeViewport().scrollBy(1));

        assertFalse(regions().isSeen(LIVER));
        shoot();
    }

    private Regions regions() {
        return session.beside().regions();
    }

    private List<String> spoken() {
        return Fx.call(() -> list.getItems().stream().map(RegionRow::spoken).toList());
    }

    private void press(KeyCode code) {
        Fx.run(() -> {
            if (list.getSelectionModel().isEmpty()) {
                list.getSelectionModel().selectFirst();
            }
            list.requestFocus();
            Event.fireEvent(list, new KeyEvent(KeyEvent.KEY_PRESSED, "", "", code, false, false, false, false));
        });
        Fx.settle();
    }

    private Stage show() {
        Stage shown = new Stage();
        Scene scene = new Scene(list, 320, 200);
        scene.getStylesheets().add(String.valueOf(CaseShelf.class.getResource("shelf.css")));
        Theme.dress(scene);
        shown.setScene(scene);
        shown.show();
        return shown;
    }

    private void shoot() throws Exception {
        String shots = System.getProperty("candela.shots");
        if (shots != null) {
            WritableImage seen = Fx.call(() -> list.getScene().snapshot(null));
            int width = (int) seen.getWidth();
            int height = (int) seen.getHeight();
            var image = new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
            for (int i = 0; i < width * height; i++) {
                image.setRGB(i % width, i / width, seen.getPixelReader().getArgb(i % width, i / width));
            }
            javax.imageio.ImageIO.write(
                    image, "png", Path.of(shots, "regions.png").toFile());
        }
    }

    private static final class Sent implements SentRegions {
        @Override
        public List<RegionName> names() {
            return List.of(LIVER, LESION);
        }

        @Override
        public Map<RegionName, RegionReach> reaches() {
            return Map.of(
                    LIVER, new RegionReach(OptionalDouble.of(1_500_000), Optional.empty()),
                    LESION,
                            new RegionReach(
                                    OptionalDouble.of(12_345),
                                    Optional.of(new RegionReach.Spot(Optional.of(SPACE), new Vector3(0, 0, 12.4)))));
        }

        @Override
        public FoundRegions on(FrameKey key, LoadedFrame loaded, double stepMm) {
            return FoundRegions.NOTHING;
        }
    }
}
