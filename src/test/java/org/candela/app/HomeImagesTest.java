package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.candela.base.AppPaths;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.codec.video.FfmpegSearch;
import org.candela.dicom.image.FrameReader;
import org.candela.readiness.ImagesEncryptionCheck.Standing;
import org.candela.study.FrameKey;
import org.candela.study.LibraryFrames;
import org.candela.study.LibrarySealing;
import org.candela.study.SmallStudies;
import org.candela.study.StudyImport;
import org.candela.vault.FastVault;
import org.candela.vault.VaultDoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~app.images-sealed~1]
class HomeImagesTest {
    private static final Clock CLOCK = Clock.systemUTC();
    private static final String RIGHT = "five grey words in a row";
    private static final int SLICES = 20;
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    private Path folder;

    private AppPaths paths;

    @BeforeEach
    void imagesCameBeforeThereWasAKeyStore() throws Exception {
        paths = AppPaths.under(folder.resolve("home"));
        SmallStudies.writeStudy(7, SLICES, folder.resolve("offered"));
        SmallStudies.writeStudy(8, 1, folder.resolve("later"));
        inHouse(config(), (house, executors) -> {
            assertEquals(SLICES, bring(house, "offered"));
            assertEquals(new Standing(false, SLICES, SLICES), HomeImages.standing(house));
        });
        FastVault.at(paths.vault()).create(RIGHT.toCharArray());
    }

    private Config config(String... passphrases) {
        return new Config(
                paths,
                "",
                false,
                FfmpegSearch.Places.NONE,
                "reader",
                30,
                0,
                0,
                new VaultDoor(
                        FastVault.at(paths.vault()),
                        Stream.of(passphrases)
                                .map(words ->
                                        (org.candela.vault.PassphraseSource) () -> Optional.of(words.toCharArray()))
                                .toList()));
    }

    private interface Deed {
        void in(House house, Executors executors) throws Exception;
    }

    private static void inHouse(Config config, Deed deed) throws Exception {
        try (Executors executors = new Executors()) {
            House house = House.open(config, CLOCK, executors);
            try {
                deed.in(house, executors);
            } finally {
                house.base().database().close();
            }
        }
    }

    private int bring(House house, String which) throws CandelaException {
        return new StudyImport(house.library())
                .importAll(List.of(folder.resolve(which)), StudyImport.LOCAL, new Cancellation())
                .admitted();
    }

    private void requireNothingPlain() throws Exception {
        List<Path> plain = new ArrayList<>();
        for (Path place : List.of(paths.studies(), paths.incoming())) {
            try (Stream<Path> all = Files.walk(place)) {
                for (Path file : all.toList()) {
                    String told = place.relativize(file)
                            + (Files.isRegularFile(file)
                                    ? new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)
                                    : "");
                    if (told.contains("SECRET") || told.contains("DICM") || told.contains("1.2.")) {
                        plain.add(file);
                    }
                }
            }
        }
        assertEquals(List.of(), plain);
    }

    private static void requireShown(House house) throws CandelaException {
        LibraryFrames frames = new LibraryFrames(house.library(), FrameReader::open);
        for (int slice = 0; slice < SLICES; slice++) {
            FrameKey key = new FrameKey(SmallStudies.instanceUid(7, slice), 0);
            assertEquals(slice, frames.load(key).frame().value(0, 0));
        }
    }

    @Test
    void theWorkstationSealsThemWhileItIsOpen() throws Exception {
        inHouse(config(RIGHT), (house, executors) -> {
            requireShown(house);
            assertEquals(1, bring(house, "later"));
            assertEquals(new Standing(true, SLICES, SLICES + 1), HomeImages.standing(house));

            new ImageSealing(house, executors).startAfter(Duration.ZERO);

            long end = System.nanoTime() + PATIENCE.toNanos();
            while (HomeImages.standing(house).plain() > 0) {
                assertTrue(System.nanoTime() < end, "not sealed in time");
                TimeUnit.MILLISECONDS.sleep(20);
            }
            requireShown(house);
            assertFalse(new HomeImages(config(RIGHT)).incoming().getFileSystem().equals(folder.getFileSystem()));
        });
        requireNothingPlain();
    }

    // [utest->req~cli.vault~1]
    @Test
    void theCommandSealsThemAtOnce() throws Exception {
        KeyStores keys = new KeyStores(config(RIGHT), CLOCK);
        List<LibrarySealing.Progress> told = new ArrayList<>();

        LibrarySealing.Progress end = keys.sealImages(told::add);

        assertEquals(new LibrarySealing.Progress(0, SLICES, 0), end);
        assertFalse(told.isEmpty());
        requireNothingPlain();
        inHouse(config(RIGHT), (house, executors) -> requireShown(house));
    }

    // [utest->req~vault.files-locked~1]
    @Test
    void whileItIsLockedPlainImagesAreShownAndNothingIsTakenIn() throws Exception {
        inHouse(config(), (house, executors) -> {
            requireShown(house);
            CandelaException refused = assertThrows(CandelaException.class, () -> house.library()
                    .admit(
                            folder.resolve("later").resolve(SmallStudies.instanceUid(8, 0) + ".dcm"),
                            StudyImport.LOCAL));
            assertEquals("vault.locked", refused.code());
            new ImageSealing(house, executors).startAfter(Duration.ZERO);
        });
    }

    @Test
    void aKeyStoreThatIsGoneIsAskedForByName() throws Exception {
        new KeyStores(config(RIGHT), CLOCK).sealImages(progress -> {});
        Files.move(paths.vault(), folder.resolve("lost"));

        inHouse(config(), (house, executors) -> {
            CandelaException refused = assertThrows(CandelaException.class, () -> requireShown(house));
            assertEquals("images.no-vault", refused.code());
            assertTrue(String.valueOf(refused.getMessage()).contains("vault.key"), refused.getMessage());
        });
    }
}
