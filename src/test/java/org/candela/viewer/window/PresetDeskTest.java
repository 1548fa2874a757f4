package org.candela.viewer.window;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.candela.base.EditHistory;
import org.candela.image.VoiWindow;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.candela.viewer.yaml.TextFormatException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Presets on real SQLite, with an image that is no more than its window. */
// [utest->req~viewer.window-presets~1]
class PresetDeskTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final ValueScale HU = new ValueScale("HU", OptionalDouble.empty(), "");
    private static final double FACTOR = 0.0004;

    private final EditHistory history = new EditHistory();
    private final List<String> told = new ArrayList<>();
    private final Image image = new Image();
    private Database database;
    private PresetDesk desk;

    private static final class Image implements WindowedImage {
        private String modality = "CT";
        private ValueScale scale = HU;
        private VoiWindow window = VoiWindow.linear(11, 22);

        @Override
        public String modality() {
            return modality;
        }

        @Override
        public String bodyPart() {
            return "HEAD";
        }

        @Override
        public ValueScale scale() {
            return scale;
        }

        @Override
        public Optional<VoiWindow> chosen() {
            return Optional.of(window);
        }

        @Override
        public Optional<VoiWindow> window() {
            return Optional.of(window);
        }

        @Override
        public void choose(VoiWindow other) {
            window = other;
        }
    }

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        database = Database.open(folder.resolve("candela.db"), NOON);
        desk = desk();
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    @Test
    void aPresetIsUsedByItsNumberAndNamedOnTheImage() {
        desk.use(3);

        assertEquals(VoiWindow.linear(-600, 1500), image.window);
        assertEquals("Lung", desk.presetOf(image).orElseThrow().name());
    }

    @Test
    void theWindowOnTheScreenIsKeptUnderAName() throws StoreException {
        assertTrue(desk.keepAs("Petrous bone").isEmpty());

        WindowPreset kept = last(desk());
        assertEquals(new WindowPreset("Petrous bone", "CT", "", "HU", VoiWindow.linear(11, 22)), kept);
        assertTrue(desk.isEdited());
    }

    @Test
    void aPresetForAPartOfTheBodyIsOfferedForNoOther() {
        desk.keepAs("Knee @KNEE");
        desk.keepAs("Mine @");

        assertEquals("HEAD", last(desk).bodyPart());
        assertFalse(names().contains("Knee"));
        assertTrue(names().contains("Mine"));
    }

    @Test
    void aNameThatIsThereGetsTheNewWindow() {
        int before = desk.list().size();

        desk.keepAs("Lung");

        assertEquals(before, desk.list().size());
        assertEquals(VoiWindow.linear(11, 22), desk.list().get(2).window());
    }

    @Test
    void presetsAreRenamedMovedAndRemovedAndEachCanBeUndone() {
        List<String> shipped = names();

        desk.select(1);
        desk.rename("Blood");
        assertEquals("Blood", names().get(1));
        desk.move(-1);
        assertEquals("Blood", names().get(0));
        desk.remove();
        assertEquals(shipped.size() - 1, names().size());
        history.undo();
        history.undo();
        history.undo();

        assertEquals(shipped, names());
        assertFalse(desk.isEdited());
        history.redo();
        assertEquals("Blood", names().get(1));
    }

    @Test
    void aNameThatIsTakenEmptyOrTooLongIsRefusedWithAReason() {
        assertEquals(Optional.of("viewer.refused.name-taken"), desk.rename("Lung"));
        assertEquals(Optional.of("viewer.refused.no-name"), desk.keepAs("  "));
        assertEquals(Optional.of("viewer.refused.long-name"), desk.keepAs("n".repeat(41)));
    }

    @Test
    void theShippedPresetsComeBackOnRequest() throws StoreException {
        List<String> shipped = names();
        desk.remove();

        desk.reset();

        assertEquals(shipped, names());
        assertTrue(PresetLibrary.open(database, NOON).edited().isEmpty());
    }

    /** SUV 0 to 5 at a factor of 0.0004 is 0 to 12500 Bq/ml. */
    @Test
    void aPresetInSuvIsBroughtToTheValuesOfTheImage() {
        image.modality = "PT";
        image.scale = new ValueScale("Bq/ml", OptionalDouble.of(FACTOR), "");

        desk.use(1);

        assertEquals(0, image.window.apply(0));
        assertEquals(0.5, image.window.apply(6250), 1e-12);
        assertEquals(1, image.window.apply(12500), 1e-12);
        assertEquals("SUV 0 to 5", desk.presetOf(image).orElseThrow().name());
        desk.keepAs("Mine");
        assertEquals("SUVbw", last(desk).unit());
        assertEquals(5, last(desk).window().width(), 1e-12);
    }

    @Test
    void aPresetInSuvIsRefusedWithTheReasonWhereSuvIsUnknown() {
        image.modality = "PT";
        image.scale = new ValueScale("Bq/ml", OptionalDouble.empty(), "Patient Weight missing");

        desk.use(1);

        assertEquals(VoiWindow.linear(11, 22), image.window);
        assertEquals(List.of("SUV 0 to 5: SUV is not known: Patient Weight missing"), told);
    }

    @Test
    void aPresetInHounsfieldUnitsIsNotUsedOnOtherValues() {
        image.scale = ValueScale.PLAIN;

        desk.use(1);

        assertEquals(List.of("Brain is in HU, this image is without a unit"), told);
    }

    @Test
    void presetsCarriedAsTextAreReadBackEqual() throws TextFormatException {
        desk.keepAs("Mine @");

        assertEquals(desk.list(), PresetsYaml.read(PresetsYaml.write(desk.list())));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{name: A, modality: CT, center: 1}",
                "{name: A, modality: CT, center: 1, width: 0}",
                "{name: A, modality: CT, center: 1, width: 2, colour: red}",
                "{name: '', modality: CT, center: 1, width: 2}",
                "{name: A, center: 1, width: 2}",
                "{name: A, modality: CT, center: one, width: 2}"
            })
    void aSlipInATextIsNamedByItsPlace(String preset) {
        TextFormatException slip = assertThrows(
                TextFormatException.class, () -> PresetsYaml.read("schema: 1\npresets:\n  - " + preset + "\n"));

        String message = String.valueOf(slip.getMessage());
        assertTrue(message.startsWith("presets[0]"), message);
        assertEquals("viewer.preset-format", slip.code());
    }

    private PresetDesk desk() throws StoreException {
        return new PresetDesk(
                PresetLibrary.open(database, NOON),
                new PresetDesk.Services(
                        () -> Optional.of(image),
                        (title, change) -> change.run(),
                        history,
                        new PresetDesk.Threads(Runnable::run, Runnable::run),
                        told::add,
                        () -> {}));
    }

    private List<String> names() {
        return desk.list().stream().map(WindowPreset::name).toList();
    }

    private static WindowPreset last(PresetDesk of) {
        return of.list().get(of.list().size() - 1);
    }
}
