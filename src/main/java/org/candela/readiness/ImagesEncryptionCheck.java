package org.candela.readiness;

import org.candela.base.CandelaException;
import org.candela.readiness.ReadinessItem.Status;

/** Whether images lie sealed on the disk (45 CFR 164.312(a)(2)(iv)). */
// [impl->req~readiness.images-encryption~1]
public record ImagesEncryptionCheck(Library library) implements ReadinessCheck {
    private static final String ID = "images.encryption";
    private static final String TITLE = "Encryption of images";

    /**
     * How images lie.
     *
     * @param isSealing whether new ones are sealed
     * @param plain how many objects are not
     */
    public record Standing(boolean isSealing, long plain, long all) {}

    /** Where it is asked. */
    @FunctionalInterface
    public interface Library {
        /** Asks the store; blocks. */
        Standing standing() throws CandelaException;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            return item(library.standing());
        } catch (CandelaException e) {
            return new ReadinessItem(
                    ID,
                    TITLE,
                    Status.NOT_ASSESSED,
                    "Nobody could find out [" + e.code() + "].",
                    "Look at the item about the store.");
        }
    }

    private static ReadinessItem item(Standing standing) {
        Evidence evidence =
                Evidence.read(standing.plain() + " of " + standing.all() + " objects plain", "the library's rows");
        if (!standing.isSealing()) {
            return new ReadinessItem(
                            ID,
                            TITLE,
                            Status.WARNING,
                            "Images lie in plain text.",
                            "Close Candela and run: candela vault create.")
                    .with(evidence);
        }
        if (standing.plain() > 0) {
            return new ReadinessItem(
                            ID,
                            TITLE,
                            Status.WARNING,
                            standing.plain() + " of " + standing.all() + " objects still lie in plain text.",
                            "They are sealed while Candela is open. At once: candela vault seal-images.")
                    .with(evidence);
        }
        return ReadinessItem.ready(ID, TITLE, "All " + standing.all() + " objects are sealed under the key store.")
                .with(evidence);
    }
}
