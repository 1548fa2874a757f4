package org.candela.viewer.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.candela.base.EditHistory;
import org.candela.image.ImagePoint;
import org.candela.measure.Figure;
import org.candela.measure.FigureKind;
import org.candela.measure.Magnitude;
import org.candela.measure.Quantity;
import org.candela.measure.Reading;
import org.candela.store.Database;
import org.candela.store.StoreException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MarkBoardTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-02T12:00:00Z"), ZoneOffset.UTC);
    private static final MarkedFrame FRAME = Frames.axial(1, 30);
    private static final Figure LINE = Frames.line(2, 3, 12, 3);

    private final EditHistory history = new EditHistory();
    private Database database;
    private MarkBoard board;

    @BeforeEach
    void open(@TempDir Path folder) throws StoreException {
        database = Database.open(folder.resolve("candela.db"), NOON);
        board = board(history);
        board.open(Frames.SERIES);
    }

    @AfterEach
    void close() throws StoreException {
        database.close();
    }

    // [utest->req~viewer.annotations-autosaved~2]
    @Test
    void everyKindComesBackAsItWasDrawn() {
        for (FigureKind kind : FigureKind.values()) {
            board.add(figure(kind), FRAME, "words of " + kind);
        }

        assertEquals(board.all(), reopened().all());
        assertEquals(FigureKind.values().length, board.all().size());
    }

    @Test
    void pointsInThePatientComeBackToTheLastDigit() {
        board.add(Frames.line(1 / 3.0, Math.PI, 1e-7, 19.000000000000004), FRAME, "");

        assertEquals(board.all(), reopened().all());
    }

    // [utest->req~viewer.marks-undo~1]
    @Test
    void drawingMovingWritingAndRemovingAreTakenBackAndMadeAgainInOrder() {
        Mark drawn = board.add(LINE, FRAME, "");
        board.move(drawn, Frames.line(2, 3, 2, 19), FRAME);
        board.say(drawn, "node");
        board.moveLabel(drawn, new ImagePoint(4, 5));
        board.remove(drawn);
        Deque<List<Mark>> states = new ArrayDeque<>();
        for (int i = 0; i < 5; i++) {
            states.push(board.all());
            assertEquals(board.all(), reopened().all(), "kept before undo " + i);
            history.undo();
        }

        assertEquals(List.of(), board.all());
        assertEquals(List.of(), reopened().all());
        while (!states.isEmpty()) {
            history.redo();
            assertEquals(states.pop(), board.all());
            assertEquals(board.all(), reopened().all(), "kept after redo");
        }
        assertEquals(Optional.empty(), history.redoable());
    }

    @Test
    void undoNamesWhatItTakesBack() {
        Mark drawn = board.add(LINE, FRAME, "");
        assertEquals("Draw length", history.undoable().orElseThrow().title());
        board.remove(drawn);

        assertEquals("Remove length", history.undoable().orElseThrow().title());
    }

    // [utest->req~viewer.annotations-autosaved~2]
    @Test
    void noStateOfAMarkIsEverLostFromTheTable() throws StoreException {
        Mark drawn = board.add(LINE, FRAME, "");
        board.move(drawn, Frames.line(2, 3, 2, 19), FRAME);
        board.remove(drawn);

        assertEquals(3, rows("SELECT id FROM mark"));
        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("DELETE FROM mark")));
        assertThrows(StoreException.class, () -> database.change(tx -> tx.update("UPDATE mark SET points = ''")));
    }

    @Test
    void aMarkIsMeasuredAnewWhereItIsMovedTo() {
        Mark drawn = board.add(LINE, FRAME, "");
        assertEquals(5, length(board.all().get(0).reading()));

        board.move(drawn, Frames.line(2, 3, 2, 19), FRAME);

        assertEquals(8, length(board.all().get(0).reading()));
    }

    @Test
    void onAnotherFrameAMarkIsTheOneMeasuredOnItsOwn() {
        Mark mark = board.add(
                new Figure(FigureKind.RECTANGLE, List.of(point(1, 1), point(9, 1), point(9, 9), point(1, 9))),
                FRAME,
                "");
        MarkedFrame beside = Frames.axial(50, 30.5);

        assertTrue(board.on(beside).contains(mark));
        assertEquals(1, mean(board.reading(mark, beside)), "the stored value of its own frame");
        assertEquals(Optional.empty(), board.length(board.add(LINE, FRAME, ""), beside));
    }

    // [utest->req~viewer.reader-calibration~1]
    @Test
    void theReadersCalibrationStandsBesideTheFilesSpacingAndIsKeptAndUndone() {
        MarkedFrame projection = Frames.projection();
        Mark mark = board.add(LINE, projection, "");
        board.calibrate(Frames.SERIES, new Calibration(0.4));

        assertEquals(
                List.of(
                        new Magnitude(Quantity.LENGTH, 4, "mm", "(calibrated by reader)"),
                        new Magnitude(
                                Quantity.LENGTH, 5, "mm", "by the file, at detector, not corrected for magnification")),
                board.reading(mark, projection).magnitudes());
        assertEquals(4, board.length(mark, projection).orElseThrow().value(), 1e-12);
        assertEquals(Optional.of(new Calibration(0.4)), reopened().calibration(Frames.SERIES));
        history.undo();
        assertEquals(1, board.reading(mark, projection).magnitudes().size());
        assertEquals(Optional.empty(), reopened().calibration(Frames.SERIES));
        history.redo();
        assertEquals(Optional.of(new Calibration(0.4)), reopened().calibration(Frames.SERIES));
    }

    @Test
    void whatCouldNotBeKeptStaysVisibleAndSaysSo() throws StoreException {
        database.close();

        board.add(LINE, FRAME, "");

        assertTrue(board.failure().isPresent());
        assertEquals(1, board.all().size());
    }

    @Test
    void theBoardIsEmptyAfterTheCaseWhateverArrivesLate() {
        Deque<Runnable> later = new ArrayDeque<>();
        board.add(LINE, FRAME, "");
        MarkBoard slow = new MarkBoard(new Marks(database, later::add, NOON), new EditHistory(), Runnable::run);
        slow.open(Frames.SERIES);

        slow.clear();
        later.forEach(Runnable::run);

        assertEquals(List.of(), slow.all());
    }

    @Test
    void whatIsDrawnWhileTheKeptMarksAreStillBeingReadStaysWithThem() {
        Deque<Runnable> later = new ArrayDeque<>();
        Mark kept = board.add(LINE, FRAME, "");
        MarkBoard slow = new MarkBoard(new Marks(database, later::add, NOON), new EditHistory(), Runnable::run);
        slow.open(Frames.SERIES);
        Mark drawn = slow.add(Frames.line(0, 0, 5, 5), FRAME, "");

        later.forEach(Runnable::run);

        assertEquals(
                List.of(drawn.id(), kept.id()),
                slow.all().stream().map(Mark::id).toList());
    }

    private MarkBoard board(EditHistory edits) {
        return new MarkBoard(new Marks(database, Runnable::run, NOON), edits, Runnable::run);
    }

    private MarkBoard reopened() {
        MarkBoard again = board(new EditHistory());
        again.open(Frames.SERIES);
        assertEquals(Optional.empty(), again.failure());
        return again;
    }

    private int rows(String query) throws StoreException {
        return database.read(tx -> tx.query(query, row -> row)).size();
    }

    private static double length(Reading reading) {
        return reading.magnitude(Quantity.LENGTH).orElseThrow().value();
    }

    private static double mean(Reading reading) {
        return reading.magnitude(Quantity.MEAN).orElseThrow().value();
    }

    private static Figure figure(FigureKind kind) {
        List<ImagePoint> points = List.of(
                point(1, 1),
                point(9, 2),
                point(8, 9),
                point(2, 7),
                point(0.5, 4),
                point(0.7, 2),
                point(1, 1.5),
                point(3, 1));
        int count =
                switch (kind) {
                    case ELLIPSE, RECTANGLE, OBLIQUE_RECTANGLE, CIRCLE -> 4;
                    default -> kind.isOpenEnded() ? 6 : kind.fewestPlaced();
                };
        return new Figure(kind, points.subList(0, count));
    }

    private static ImagePoint point(double column, double row) {
        return new ImagePoint(column, row);
    }
}
