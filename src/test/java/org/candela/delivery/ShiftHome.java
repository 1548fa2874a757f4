package org.candela.delivery;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Optional;
import org.candela.dictation.keep.Sealing;
import org.candela.dictation.keep.Utterances;
import org.candela.report.ReportSamples;
import org.candela.store.StoreKey;
import org.candela.store.StorePlace;
import org.candela.vault.VaultKey;

/**
 * Where a {@link KillableShift} keeps what it does.
 *
 * @param isSealed as under a key store that is open: store and sound are unreadable without its keys
 */
record ShiftHome(Path folder, boolean isSealed) {
    private static final int KEY_BYTES = 32;

    ShiftHome at(Path copy) {
        return new ShiftHome(copy, isSealed);
    }

    Path store() {
        return folder.resolve("candela.db");
    }

    DeliveryDesk desk() throws Exception {
        return new DeliveryDesk(new Place(store(), isSealed), Clock.systemUTC());
    }

    Utterances utterances(DeliveryDesk desk) {
        Sealing sealing = isSealed ? Sealing.by(VaultKey.of(key(2))) : Sealing.NONE;
        return new Utterances(
                new Utterances.Shelf(
                        desk.ledger.database(), desk.ledger.audit(), Clock.systemUTC(), ReportSamples.SIGNER.id()),
                folder.resolve("dictation"),
                () -> sealing);
    }

    private static byte[] key(int seed) {
        byte[] key = new byte[KEY_BYTES];
        Arrays.fill(key, (byte) seed);
        return key;
    }

    private record Place(Path file, boolean isSealed) implements StorePlace {
        @Override
        public Path get() {
            return file;
        }

        @Override
        public Optional<StoreKey> key() {
            return isSealed ? Optional.of(new StoreKey(ShiftHome.key(1))) : Optional.empty();
        }
    }
}
