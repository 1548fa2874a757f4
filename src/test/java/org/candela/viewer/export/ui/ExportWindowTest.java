package org.candela.viewer.export.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.candela.Fx;
import org.candela.Peer;
import org.candela.codec.video.Footage;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import org.candela.ui.StepHands;
import org.candela.ui.Theme;
import org.candela.ui.UiExecutor;
import org.candela.viewer.export.ExportCase;
import org.candela.viewer.export.ExportCase.Workshop;
import org.candela.viewer.export.ExportDesk.Step;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExportWindowTest {
    private static final StepHands HANDS = new StepHands("export");

    @TempDir
    private Path folder;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
        Fx.run(Theme::install);
    }

    // [utest->req~export.by-keys~1]
    @Test
    void aSeriesLeavesByKeysAlone() throws Exception {
        try (ExportCase room = new ExportCase(folder, 15, new UiExecutor())) {
            Fx.settle();
            Stage owner = StepHands.owner();
            Fx.run(() -> new ExportWindow(room.desk, owner, room.out).open());
            HANDS.look("choices");

            HANDS.press(KeyCode.DOWN); // key images
            HANDS.press(KeyCode.DOWN); // the series
            HANDS.press(KeyCode.ENTER);
            Fx.until(
                    "the first page is drawn",
                    () -> room.desk.step() == Step.LOOK
                            && room.desk.pictures().stream().allMatch(picture -> picture.isPresent()));
            HANDS.look("sheet");
            Button forward = Fx.call(() -> (Button) HANDS.scene().lookup("#export-forward"));
            assertTrue(Fx.call(forward::isDisabled), "open before all was seen");
            HANDS.press(KeyCode.SPACE);
            Fx.until(
                    "one is drawn alone",
                    () -> room.desk.isOneByOne() && room.desk.pictures().get(0).isPresent());
            HANDS.look("large");
            HANDS.press(KeyCode.SPACE);
            HANDS.press(KeyCode.PAGE_DOWN);
            Fx.until("all is seen", () -> room.desk.mayLeave());
            assertFalse(Fx.call(forward::isDisabled));
            HANDS.press(KeyCode.ENTER);
            Fx.until("written", () -> room.desk.step() == Step.DONE);
            HANDS.look("done");

            assertEquals(15, room.left().size());
            String told = Fx.call(() -> ((Label) HANDS.scene().lookup("#export-told")).getText());
            assertTrue(told.startsWith("15 files in " + room.out), told);
            HANDS.press(KeyCode.ESCAPE);
            assertTrue(HANDS.isGone());
            Fx.run(owner::hide);
        }
    }

    /** The film of a series of twelve, at the pace that is taken where none is stated. */
    // [utest->req~export.by-keys~1]
    // [utest->req~export.film~1]
    @Test
    void aFilmLeavesByKeysAlone() throws Exception {
        Peer.need("ffprobe");
        Footage.places();
        Workshop workshop = Workshop.ofFilms(FrameReader::open, Runnable::run);
        try (ExportCase room = new ExportCase(folder, 12, new UiExecutor(), workshop)) {
            Fx.settle();
            Stage owner = StepHands.owner();
            Fx.run(() -> room.draw(4));
            Fx.run(() -> new ExportWindow(room.desk, owner, room.out).open());

            chooseFilmOfSeries();
            Fx.until("all is seen", () -> room.desk.mayLeave());
            HANDS.look("film");
            assertTrue(room.desk.hasMarks(), "marks were not chosen");
            HANDS.press(KeyCode.ENTER);
            Fx.until("written", () -> room.desk.step() == Step.DONE);

            assertEquals(List.of("stack-01.mp4"), room.left());
            String said = Peer.run(
                    folder,
                    List.of(
                            "ffprobe",
                            "-loglevel",
                            "error",
                            "-count_frames",
                            "-show_entries",
                            "stream=nb_read_frames",
                            "-of",
                            "default=nw=1",
                            room.desk.exported().orElseThrow().folder() + "/stack-01.mp4"));
            assertTrue(said.contains("nb_read_frames=12"), said);
            HANDS.press(KeyCode.ESCAPE);
            Fx.run(owner::hide);
        }
    }

    /** The sixth picture of the film waits until Esc was pressed. */
    // [utest->req~export.by-keys~1]
    // [utest->req~export.whole~1]
    @Test
    void escapeInTheMidstOfAFilmLeavesNoFile() throws Exception {
        Footage.places();
        CountDownLatch reached = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        AtomicBoolean isWriting = new AtomicBoolean();
        AtomicInteger written = new AtomicInteger();
        FrameFiles files = path -> {
            if (isWriting.get() && written.incrementAndGet() == 18) {
                reached.countDown();
                await(stopped);
            }
            return FrameReader.open(path);
        };
        ExecutorService io = Executors.newSingleThreadExecutor();
        try (ExportCase room = new ExportCase(folder, 12, new UiExecutor(), Workshop.ofFilms(files, io))) {
            Fx.settle();
            Stage owner = StepHands.owner();
            Fx.run(() -> new ExportWindow(room.desk, owner, room.out).open());
            chooseFilmOfSeries();
            Fx.until("all is seen", () -> room.desk.mayLeave());
            isWriting.set(true);
            HANDS.press(KeyCode.ENTER);
            assertTrue(reached.await(20, TimeUnit.SECONDS), "the film never came to its midst");
            Fx.until("its progress is seen", () -> room.desk.done() > 0);
            HANDS.look("writing");
            assertTrue(room.desk.done() < room.desk.total(), "not in the midst");

            HANDS.press(KeyCode.ESCAPE);
            stopped.countDown();
            Fx.until("the choice is there again", () -> room.desk.step() == Step.CHOOSE);

            assertEquals("stopped; nothing was written", room.desk.failure());
            assertEquals(List.of(), room.left());
            HANDS.press(KeyCode.ESCAPE);
            Fx.run(owner::hide);
        } finally {
            io.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            if (!latch.await(20, TimeUnit.SECONDS)) {
                throw new IOException("nobody pressed Esc");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    /** By keys: the series, as MP4, with marks. */
    private static void chooseFilmOfSeries() {
        HANDS.press(KeyCode.DOWN);
        HANDS.press(KeyCode.DOWN);
        HANDS.press(KeyCode.TAB);
        HANDS.press(KeyCode.DOWN);
        HANDS.press(KeyCode.DOWN);
        HANDS.press(KeyCode.TAB);
        HANDS.press(KeyCode.SPACE);
        HANDS.press(KeyCode.ENTER);
    }
}
