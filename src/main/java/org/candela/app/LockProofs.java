package org.candela.app;

import java.util.Optional;
import org.candela.base.CandelaException;
import org.candela.lock.Proof;
import org.candela.report.Pins;
import org.candela.report.Signer;
import org.candela.vault.Vault;
import org.candela.vault.VaultException;

/** What unlocks this workstation: the PIN of its reader, else the passphrase of its key store, else nothing. */
final class LockProofs {
    private LockProofs() {}

    static Proof of(Optional<Signer> enrolled, Pins pins, Vault vault) {
        return enrolled.<Proof>map(signer -> new ByPin(pins, signer.id()))
                .orElseGet(() -> vault.exists() ? new ByPassphrase(vault) : Proof.NONE);
    }

    private record ByPin(Pins pins, String signerId) implements Proof {
        @Override
        public Kind kind() {
            return Kind.PIN;
        }

        @Override
        public boolean isRight(char[] secret) throws CandelaException {
            return pins.check(signerId, secret).isAccepted();
        }
    }

    private record ByPassphrase(Vault vault) implements Proof {
        @Override
        public Kind kind() {
            return Kind.PASSPHRASE;
        }

        @Override
        public boolean isRight(char[] secret) throws CandelaException {
            try {
                vault.open(secret);
                return true;
            } catch (VaultException e) {
                if (e.code().equals("vault.wrong-passphrase")) {
                    return false;
                }
                throw e;
            }
        }
    }
}
