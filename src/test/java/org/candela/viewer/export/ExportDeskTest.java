package org.candela.viewer.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.imageio.ImageIO;
import org.candela.viewer.export.ExportDesk.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportDeskTest {
    @TempDir
    private Path folder;

    // [utest->req~export.contact-sheet~1]
    // [utest->req~export.confirmed~1]
    @Test
    void suspectPicturesLeaveOnlyAfterEveryPageWasSeenAndThatIsKept() throws Exception {
        try (ExportCase room = new ExportCase(folder, 15, Runnable::run)) {
            room.desk.prepare(room.request(ExportExtent.SERIES, ExportForm.PNG, Set.of()));

            assertEquals(Set.of(PixelRisk.NOT_DENIED, PixelRisk.OVERLAY), room.desk.risks());
            assertEquals(
                    List.of(15, 2, 12),
                    List.of(
                            room.desk.pictureCount(),
                            room.desk.pageCount(),
                            room.desk.pictures().size()));
            assertFalse(room.desk.mayLeave());
            room.desk.confirm();
            assertEquals(List.of(), room.left());

            room.desk.turn(1);
            assertTrue(room.desk.mayLeave());
            room.desk.confirm();

            assertEquals(Step.DONE, room.desk.step(), room.desk.failure());
            assertEquals(15, room.left().size());
            assertEquals(1, room.confirmed.size());
            assertEquals(15, room.confirmed.get(0).pictures());
            assertFalse(room.confirmed.toString().contains("1.2.826"), "the study is named");
        }
    }

    /** What leaves is the picture of the screen, at its device pixels. */
    // [utest->req~export.extent~1]
    @Test
    void whatTheActivePlaceShowsLeavesAtItsSizeOnTheScreen() throws Exception {
        try (ExportCase room = new ExportCase(folder, 2, Runnable::run)) {
            room.desk.prepare(room.request(ExportExtent.SHOWN, ExportForm.PNG, Set.of()));
            room.desk.confirm();

            assertEquals(List.of("image-0001.png"), room.left());
            Path png = room.desk.exported().orElseThrow().folder().resolve("image-0001.png");
            BufferedImage picture = ImageIO.read(png.toFile());
            assertEquals(List.of(192, 128), List.of(picture.getWidth(), picture.getHeight()));
        }
    }

    // [utest->req~export.extent~1]
    @Test
    void keyImagesAloneLeaveWhenTheyAreAskedFor() throws Exception {
        try (ExportCase room = new ExportCase(folder, 3, Runnable::run)) {
            room.desk.prepare(room.request(ExportExtent.KEY_IMAGES, ExportForm.DICOM, Set.of()));
            assertEquals("there is no such image", room.desk.failure());

            room.session.activeViewport().scrollTo(1);
            room.session.toggleKeyImage();
            room.desk.prepare(room.request(ExportExtent.KEY_IMAGES, ExportForm.DICOM, Set.of()));
            room.desk.confirm();

            assertEquals(1, room.left().size());
            assertTrue(room.left().get(0).startsWith("2.25."), room.left().toString());
        }
    }

    // [utest->req~export.contact-sheet~1]
    @Test
    void anotherCaseTakesThePicturesOfThisOneAway() throws Exception {
        try (ExportCase room = new ExportCase(folder, 2, Runnable::run)) {
            room.desk.prepare(room.request(ExportExtent.SERIES, ExportForm.PNG, Set.of()));
            assertEquals(Step.LOOK, room.desk.step());

            room.session.close();
            room.desk.keepToCase();

            assertEquals(Step.CHOOSE, room.desk.step());
        }
    }

    // [utest->req~export.whole~1]
    @Test
    void aFolderThatCannotBeWrittenIsSaidAndTheChoiceIsThereAgain() throws Exception {
        try (ExportCase room = new ExportCase(folder, 1, Runnable::run)) {
            Files.writeString(room.out, "a file where the folder should be");

            room.desk.prepare(room.request(ExportExtent.SERIES, ExportForm.PNG, Set.of()));
            room.desk.confirm();

            assertEquals(Step.CHOOSE, room.desk.step());
            assertTrue(room.desk.failure().startsWith("not written: "), room.desk.failure());
        }
    }
}
