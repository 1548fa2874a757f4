package org.candela.worklist.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import org.candela.Fx;
import org.candela.worklist.ReadingClocks;
import org.candela.worklist.ReadingClocks.Signed;
import org.candela.worklist.ReadingItem;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~worklist.clocks~1]
class ClocksLineTest {
    private static final ZoneId ZONE = ZoneId.of("America/Chicago");
    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-24T20:00:00Z"), ZONE);

    @TempDir
    private Path folder;

    private final Deque<Runnable> disk = new ArrayDeque<>();
    private ReadingClocks told = new ReadingClocks(Instant.EPOCH, Optional.empty(), Optional.empty(), Optional.empty());
    private ClinicDesk desk;
    private ReadingItem item;
    private ClocksLine line;

    @BeforeAll
    static void toolkit() {
        Fx.start();
    }

    @BeforeEach
    void aRow() throws Exception {
        desk = new ClinicDesk(folder);
        desk.model.refresh().join();
        item = desk.model.rows().get(0).item();
        line = Fx.call(() -> new ClocksLine(asked -> told, new ClocksLine.Threads(disk::add, Runnable::run), NOW));
    }

    @AfterEach
    void close() throws Exception {
        desk.close();
    }

    private static Instant at(String utc) {
        return Instant.parse("2026-11-24T" + utc + ":00Z");
    }

    private String shown(ReadingClocks clocks) {
        told = clocks;
        return Fx.call(() -> {
            line.show(Optional.of(item));
            disk.remove().run();
            return line.getText();
        });
    }

    @Test
    void eachStepIsToldWithItsHourAndItsAnswer() {
        Instant yesterday = Instant.parse("2026-11-23T20:02:00Z");
        assertEquals(
                "received 23 Nov 2026 14:02",
                shown(new ReadingClocks(yesterday, Optional.empty(), Optional.empty(), Optional.empty())));

        assertEquals(
                "received 12:02:00 \u00b7 opened 12:10:00 \u00b7 preliminary 12:21:00, acknowledged 12:22:00"
                        + " \u00b7 final 12:40:00, not acknowledged yet \u00b7 38 min from receipt to final report",
                shown(new ReadingClocks(
                        at("18:02"),
                        Optional.of(at("18:10")),
                        Optional.of(new Signed(at("18:21"), Optional.of(at("18:22")))),
                        Optional.of(new Signed(at("18:40"), Optional.empty())))));
    }

    @Test
    void anOlderAnswerNeverReplacesANewerOne() {
        told = new ReadingClocks(at("18:02"), Optional.empty(), Optional.empty(), Optional.empty());
        Fx.run(() -> {
            line.show(Optional.of(item));
            line.show(Optional.empty());
            disk.remove().run();
        });

        assertEquals("", Fx.call(line::getText));
    }
}
