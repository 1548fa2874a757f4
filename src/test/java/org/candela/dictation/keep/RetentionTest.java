package org.candela.dictation.keep;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.candela.facility.FacilityId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~dictation.retention~1]
class RetentionTest {
    private static final FacilityId NORTH = new FacilityId("north");

    @TempDir
    private Path home;

    private static final class Known implements Retention.Drafts {
        private Optional<FacilityId> facility = Optional.of(NORTH);
        private Optional<LocalDate> end = Optional.empty();

        @Override
        public Optional<FacilityId> facilityOf(String draftId) {
            return facility;
        }

        @Override
        public Optional<LocalDate> contractEnd(FacilityId facility) {
            return end;
        }
    }

    private record Desk(KeptDesk kept, Known known, KeepPolicies policies, Retention retention, UUID id)
            implements AutoCloseable {
        static Desk open(Path home) throws Exception {
            KeptDesk kept = new KeptDesk(home, Sealing.NONE);
            Known known = new Known();
            KeepPolicies policies = new KeepPolicies(kept.shelf());
            return new Desk(kept, known, policies, new Retention(kept.utterances, policies, known), kept.spoken(500));
        }

        void sign() throws Exception {
            kept.database.change(tx -> retention.signedFinal(tx, KeptDesk.DRAFT, NORTH, kept.clock.instant()));
        }

        boolean isThere() {
            return Files.exists(kept.utterances.file(id));
        }

        @Override
        public void close() throws Exception {
            kept.close();
        }
    }

    @Test
    void beforeTheFinalSignatureNothingIsDeletedHoweverLongItTakes() throws Exception {
        try (Desk desk = Desk.open(home)) {
            desk.kept().clock.pass(Duration.ofDays(400));

            assertEquals(0, desk.retention().sweep());

            assertTrue(desk.isThere());
        }
    }

    @Test
    void whereNothingWasSetItGoesWithTheFinalSignature() throws Exception {
        try (Desk desk = Desk.open(home)) {
            desk.sign();

            assertEquals(1, desk.retention().sweep());

            assertFalse(desk.isThere());
            assertEquals(0, desk.retention().sweep(), "once");
        }
    }

    @Test
    void aFacilityMayLetItBeKeptForSomeDays() throws Exception {
        try (Desk desk = Desk.open(home)) {
            desk.policies().set(NORTH, 7);
            desk.sign();
            desk.kept().clock.pass(Duration.ofDays(7).minusSeconds(1));
            assertEquals(0, desk.retention().sweep());

            desk.kept().clock.pass(Duration.ofSeconds(1));

            assertEquals(1, desk.retention().sweep());
        }
    }

    @Test
    void itIsNeverKeptBeyondTheContractSignedOrNot() throws Exception {
        try (Desk desk = Desk.open(home)) {
            desk.policies().set(NORTH, 30);
            desk.known().end = Optional.of(LocalDate.parse("2026-11-25"));
            desk.sign();
            desk.kept().clock.now = java.time.Instant.parse("2026-11-25T23:59:59Z");
            assertEquals(0, desk.retention().sweep(), "on its last day");

            desk.kept().clock.pass(Duration.ofSeconds(1));

            assertEquals(1, desk.retention().sweep());
        }
    }

    @Test
    void withADraftThatIsThrownAwayWhatWasSaidForItGoes() throws Exception {
        try (Desk desk = Desk.open(home)) {
            assertEquals(1, desk.retention().draftGone(KeptDesk.DRAFT));

            assertFalse(desk.isThere());
        }
    }

    @Test
    void whatBelongsToNoReportWaitsThirtyDaysForSomebodyToListen() throws Exception {
        try (Desk desk = Desk.open(home)) {
            desk.known().facility = Optional.empty();
            desk.kept().clock.pass(Duration.ofDays(29));
            assertEquals(0, desk.retention().sweep());

            desk.kept().clock.pass(Duration.ofDays(1));

            assertEquals(1, desk.retention().sweep());
        }
    }

    @Test
    void aSignatureThatIsRolledBackDeletesNothing() throws Exception {
        try (Desk desk = Desk.open(home)) {
            assertThrows(IllegalStateException.class, () -> desk.kept().database.change(tx -> {
                desk.retention()
                        .signedFinal(
                                tx, KeptDesk.DRAFT, NORTH, desk.kept().clock.instant());
                throw new IllegalStateException("refused");
            }));

            assertEquals(0, desk.retention().sweep());
        }
    }

    @Test
    void aFileThatCouldNotBeDeletedGoesAtTheNextStart() throws Exception {
        try (Desk desk = Desk.open(home)) {
            desk.sign();
            Path file = desk.kept().utterances.file(desk.id());
            byte[] sound = Files.readAllBytes(file);
            desk.retention().sweep();
            Files.write(file, sound);

            new Recovery(desk.kept().utterances).run();

            assertFalse(Files.exists(file));
        }
    }
}
