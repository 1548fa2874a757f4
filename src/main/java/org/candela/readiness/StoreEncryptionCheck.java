package org.candela.readiness;

import java.util.function.BooleanSupplier;
import org.candela.readiness.ReadinessItem.Status;

/** Whether list, reports and settings lie sealed on the disk (45 CFR 164.312(a)(2)(iv)). */
// [impl->req~readiness.encryption~1]
public record StoreEncryptionCheck(BooleanSupplier isSealed) implements ReadinessCheck {
    private static final String ID = "store.encryption";
    private static final String TITLE = "Encryption of the store";

    @Override
    public ReadinessItem evaluate() {
        return isSealed.getAsBoolean()
                ? ReadinessItem.ready(ID, TITLE, "Sealed under the key store.")
                        .with(Evidence.read("sealed", "its first bytes"))
                : new ReadinessItem(
                                ID,
                                TITLE,
                                Status.WARNING,
                                "The store lies in plain text.",
                                "Close Candela and run: candela vault create, or where there is a key store: candela vault"
                                        + " seal-store.")
                        .with(Evidence.read("plain", "its first bytes"));
    }
}
