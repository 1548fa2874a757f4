package org.candela.displayqa.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.displayqa.ledger.QaLedger;
import org.candela.displayqa.ledger.Said;
import org.candela.displayqa.ledger.SealedKey;
import org.candela.displayqa.measure.QaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Ed25519 keys that this workstation signs its QA reports with: in the store, wrapped; what opens them is in a file beside
 * it. Any thread; blocks on the disk. Whenever the program is killed, the key before or the key after is whole.
 *
 * <p>Earlier versions kept the key in a file of its own: it is taken into the store once, and the file goes when it is there.
 */
// [impl->req~displayqa.signing-key~1]
public final class SigningKeys {
    private static final Logger LOG = LoggerFactory.getLogger(SigningKeys.class);
    private static final String ACTOR = "workstation";

    private final QaLedger ledger;
    private final Path keyFile;
    private final Path wrapFile;
    private final Clock clock;

    /** @param keyFile where earlier versions kept the key; what opens keys lies beside it */
    public SigningKeys(QaLedger ledger, Path keyFile, Clock clock) {
        this.ledger = ledger;
        this.keyFile = keyFile;
        this.wrapFile = keyFile.resolveSibling(keyFile.getFileName() + ".wrap");
        this.clock = clock;
    }

    /**
     * The key that signs now; made on first use, and anew where what opens the last one is gone.
     *
     * @throws QaException {@code displayqa.key} when a file holds something else than it should, or cannot be read or written
     */
    public SigningKey current() throws CandelaException {
        Optional<SealedKey> kept = ledger.signingKey();
        Optional<WrappingKey> opener = WrappingKey.find(wrapFile);
        SigningKey key =
                kept.isPresent() && opener.isPresent() ? open(opener.orElseThrow(), kept.orElseThrow()) : make(kept);
        forgetOldFile();
        return key;
    }

    /** Fingerprints of every key that ever signed here, the present one last; makes none. */
    public List<String> fingerprints() throws CandelaException {
        List<String> stored = ledger.signingKeys().stream()
                .map(key -> new PublicKeyHex(key).fingerprint())
                .toList();
        return stored.isEmpty() && Files.exists(keyFile)
                ? List.of(SigningKey.read(keyFile).fingerprint())
                : stored;
    }

    private SigningKey open(WrappingKey opener, SealedKey sealed) throws QaException {
        return opener.open(sealed)
                .orElseThrow(() -> new QaException(
                        "displayqa.key",
                        wrapFile + " does not open the signing key of the store; move it away to have a new key made"));
    }

    private SigningKey make(Optional<SealedKey> before) throws CandelaException {
        if (before.isPresent()) {
            LOG.warn("{} is gone: a new signing key is made [displayqa.key]", wrapFile);
        }
        WrappingKey opener = WrappingKey.findOrMake(wrapFile);
        SigningKey made = before.isEmpty() && Files.exists(keyFile) ? SigningKey.read(keyFile) : SigningKey.generate();
        SealedKey now = ledger.keepSigningKey(before, opener.wrap(made), new Said(clock.instant(), ACTOR));
        return open(opener, now);
    }

    /** Only once the store has it. */
    private void forgetOldFile() throws CandelaException {
        if (!Files.exists(keyFile)) {
            return;
        }
        String old = SigningKey.read(keyFile).publicKey().digits();
        if (ledger.signingKeys().contains(old)) {
            try {
                Files.deleteIfExists(keyFile);
            } catch (IOException e) {
                LOG.warn("{} is in the store and cannot be deleted: {}", keyFile, e.toString());
            }
        }
    }
}
