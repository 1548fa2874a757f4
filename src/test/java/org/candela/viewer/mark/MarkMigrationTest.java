package org.candela.viewer.mark;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candela.base.Uid;
import org.candela.image.ImagePoint;
import org.candela.image.Vector3;
import org.candela.measure.FigureKind;
import org.candela.store.Database;
import org.candela.study.FrameKey;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lengths of the former table, in a file that a former program left. */
class MarkMigrationTest {
    private static final String LENGTHS = """
            INSERT INTO annotation VALUES
              ('2.25.1', '1.2.3', '1.2.3.1', 0, 'PATIENT', 0.1, -12.345678901234567, 1e-7, 35, 45.25, 30,
               '2026-01-02T12:00:00.000000000Z', NULL),
              ('2.25.2', '1.2.3', '1.2.3.2', 4, 'IMAGE', 50.5, 50, 0, 80, 90, 0,
               '2026-01-02T13:00:00.000000000Z', NULL),
              ('2.25.3', '1.2.3', '1.2.3.2', 4, 'IMAGE', 1, 2, 0, 3, 4, 0,
               '2026-01-02T14:00:00.000000000Z', '2026-01-02T15:00:00.000000000Z');
            """;

    // [utest->req~viewer.annotations-autosaved~2]
    @Test
    void lengthsOfBeforeAreMarksToTheLastDigitAndRemovedOnesStayAway(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("candela.db");
        Database.open(file, Clock.systemUTC()).close();
        asBefore(file);

        try (Database database = Database.open(file, Clock.systemUTC())) {
            List<Mark> marks = database.read(tx -> MarkRepository.ofSeries(tx, new Uid("1.2.3")));

            assertEquals(
                    List.of(FigureKind.LENGTH, FigureKind.LENGTH),
                    marks.stream().map(Mark::kind).toList());
            assertEquals(
                    new Reference.InPatient(
                            new FrameKey(new Uid("1.2.3.1"), 0),
                            Optional.empty(),
                            List.of(new Vector3(0.1, -12.345678901234567, 1e-7), new Vector3(35, 45.25, 30))),
                    marks.get(0).reference());
            assertEquals(
                    new Reference.InImage(
                            new FrameKey(new Uid("1.2.3.2"), 4),
                            List.of(new ImagePoint(50.5, 50), new ImagePoint(80, 90))),
                    marks.get(1).reference());
            assertEquals(
                    3,
                    database.read(tx -> tx.query("SELECT id FROM mark", row -> row))
                            .size());
        }
    }

    /** The file as it was before the step that makes the table of marks. */
    private static void asBefore(Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.executeUpdate("DROP TABLE mark");
            statement.executeUpdate("DROP TABLE calibration");
            statement.executeUpdate("DELETE FROM migration WHERE version = 81");
            statement.executeUpdate(LENGTHS);
        }
    }
}
