package org.candela.dictation.keep;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.candela.audit.AuditLog;
import org.candela.dictation.Pcm;
import org.candela.store.Database;
import org.candela.store.StoreException;

/** A store and a folder of sound to test with, and a clock that is set. */
public final class KeptDesk implements AutoCloseable {
    public static final String DRAFT = "draft-1";

    public final Database database;
    public final Path folder;
    public final Tick clock = new Tick();
    /** While it is, the disk takes nothing. */
    public final AtomicBoolean isFull = new AtomicBoolean();

    public final Utterances utterances;

    public KeptDesk(Path home, Sealing sealing) throws StoreException {
        database = Database.open(Migrated.in(home), clock);
        folder = home.resolve("dictation");
        utterances = new Utterances(shelf(), folder, () -> sealing, this::create);
    }

    private SpoolDisk.Sink create(Path file) throws IOException {
        if (isFull.get()) {
            throw new IOException("No space left on device");
        }
        return SpoolDisk.REAL.create(file);
    }

    public Utterances.Shelf shelf() {
        return new Utterances.Shelf(database, new AuditLog(), clock, "reader");
    }

    /** An utterance of so many samples, whole and kept. */
    public UUID spoken(int samples) throws Exception {
        UUID id = new UUID(1, clock.ticks++);
        try (SpokenFile file = utterances.begin(id, DRAFT, clock.instant())) {
            file.append(ramp(samples), 0, samples);
            file.end();
        }
        utterances.kept(id);
        clock.now = clock.now.plusSeconds(10);
        return id;
    }

    /** Samples that differ from their neighbours. */
    public static short[] ramp(int samples) {
        short[] ramp = new short[samples];
        for (int i = 0; i < samples; i++) {
            ramp[i] = (short) (i * 7);
        }
        return ramp;
    }

    /** The first samples of {@link #ramp}. */
    public static Pcm rampOf(int samples) {
        return Pcm.of(ramp(samples));
    }

    @Override
    public void close() throws StoreException {
        database.close();
    }

    /** A store with all tables, made once and copied: making them takes longer than most tests. */
    private static final class Migrated {
        private static final byte[] FILE = make();

        private Migrated() {}

        static Path in(Path home) {
            try {
                Path file = home.resolve("candela.db");
                return Files.exists(file) ? file : Files.write(file, FILE);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        private static byte[] make() {
            try {
                Path file = Files.createTempDirectory("kept").resolve("candela.db");
                Database.open(file, new Tick()).close();
                return Files.readAllBytes(file);
            } catch (IOException | StoreException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** A clock that is set. */
    public static final class Tick extends Clock {
        public Instant now = Instant.parse("2026-11-24T01:30:00Z");
        private long ticks = 1;

        @Override
        public Instant instant() {
            return now;
        }

        /** Later. */
        public void pass(Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
