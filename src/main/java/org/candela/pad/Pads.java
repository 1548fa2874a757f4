package org.candela.pad;

import com.sun.jna.LastErrorException;
import com.sun.jna.Platform;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pads that are plugged in, each read on a thread of its own. {@link #look} on one thread. */
// [impl->req~pad.shuttle~1]
public final class Pads {
    /** Where Linux names input devices by what they are. */
    public static final Path LINUX = Path.of("/dev/input/by-id");

    private static final Logger LOG = LoggerFactory.getLogger(Pads.class);
    private static final String SHUTTLES = "usb-Contour_Design_Shuttle*-event-*";
    private static final int PATIENCE_MILLIS = 250;
    private static final int EPERM = 1;
    private static final int EACCES = 13;

    private final Path folder;
    private final Consumer<PadEvent> hand;
    private final Set<Path> read = ConcurrentHashMap.newKeySet();
    /** Of which it was said once that they cannot be read. */
    private final Set<Path> refused = ConcurrentHashMap.newKeySet();

    private final Executor threads;
    private final BooleanSupplier isOver;

    /**
     * @param hand told on the thread of a pad
     * @param threads one for each pad as long as it is plugged in
     * @param isOver whether nobody listens any more; pads are let go within a quarter of a second
     */
    public Pads(Path folder, Consumer<PadEvent> hand, Executor threads, BooleanSupplier isOver) {
        this.folder = folder;
        this.hand = hand;
        this.threads = threads;
        this.isOver = isOver;
    }

    /** Looks for pads and begins to read those that are new; to be called now and then. */
    public void look() {
        if (isOver.getAsBoolean() || !Platform.isLinux() || !Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, SHUTTLES)) {
            found.forEach(this::begin);
        } catch (IOException e) {
            LOG.info("no pads: {} cannot be listed ({})", folder, e.getClass().getSimpleName());
        }
    }

    private void begin(Path path) {
        if (read.add(path)) {
            threads.execute(() -> follow(path));
        }
    }

    private void follow(Path path) {
        try (PadDevice device = PadDevice.open(path)) {
            LOG.info("pad {} is read", path.getFileName());
            refused.remove(path);
            ShuttleDecoder decoder = new ShuttleDecoder();
            while (!isOver.getAsBoolean()) {
                device.next(PATIENCE_MILLIS)
                        .forEach(event -> decoder.take(event).forEach(hand));
            }
        } catch (LastErrorException e) {
            tell(path, e.getErrorCode());
        } finally {
            hand.accept(new PadEvent(PadEvent.Control.SHUTTLE, 0)); // a ring that is gone holds nothing
            read.remove(path);
        }
    }

    private void tell(Path path, int error) {
        boolean isForbidden = error == EACCES || error == EPERM;
        if (!isForbidden) {
            LOG.info("pad {} is gone", path.getFileName());
        } else if (refused.add(path)) {
            LOG.warn(
                    "pad {} may not be read; add the user to the group \"input\" and log in again [pad.unread]",
                    path.getFileName());
        }
    }
}
