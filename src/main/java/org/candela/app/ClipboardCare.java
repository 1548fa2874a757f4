package org.candela.app;

import java.util.Optional;
import java.util.function.LongSupplier;
import javafx.scene.input.Clipboard;
import org.candela.base.Sha256;

/**
 * What was copied here does not lie on the clipboard for long: it goes when the workstation locks, and a minute after it was
 * copied, unless something else was copied since. FX thread.
 */
// [impl->req~lock.clipboard~1]
final class ClipboardCare {
    private static final long STAYS = 60_000_000_000L;

    private final LongSupplier nanos;
    private Optional<Copied> copied = Optional.empty();
    private boolean isToBeSeen;

    private record Copied(String hash, long at) {}

    /** @param nanos a counter that only runs forwards, ns */
    ClipboardCare(LongSupplier nanos) {
        this.nanos = nanos;
    }

    /** Something may have been copied just now. */
    void mayBeCopied() {
        isToBeSeen = true;
    }

    /** To be called every second. */
    void tick() {
        if (isToBeSeen) {
            isToBeSeen = false;
            copied = text().map(text -> new Copied(Sha256.hex(text), nanos.getAsLong()));
        }
        copied.filter(each -> nanos.getAsLong() - each.at() >= STAYS).ifPresent(each -> {
            if (text().map(Sha256::hex).filter(each.hash()::equals).isPresent()) {
                clear();
            }
            copied = Optional.empty();
        });
    }

    /** At once, where something was copied here. */
    void forget() {
        if (copied.isPresent() || isToBeSeen) {
            clear();
        }
        copied = Optional.empty();
        isToBeSeen = false;
    }

    private static Optional<String> text() {
        return Optional.ofNullable(Clipboard.getSystemClipboard().getString());
    }

    private static void clear() {
        Clipboard.getSystemClipboard().clear();
    }
}
