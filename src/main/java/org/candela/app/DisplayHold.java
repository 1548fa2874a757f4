package org.candela.app;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.candela.base.CandelaException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who may load graphics LUTs for this home: the open workstation or one run of the command line, never both, or each would
 * undo what the other needs. Ends with the process, however that ends.
 */
// [impl->req~app.display-hold~1]
final class DisplayHold implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DisplayHold.class);
    private static final String FILE = "displays.lock";

    private final Optional<FileChannel> channel;

    private DisplayHold(Optional<FileChannel> channel) {
        this.channel = channel;
    }

    /**
     * Takes it.
     *
     * @param home the program's folder; made where it is not there
     * @throws CandelaException {@code app.displays-held} while somebody else has it
     */
    static DisplayHold take(Path home) throws CandelaException {
        try {
            Files.createDirectories(home);
            FileChannel channel =
                    FileChannel.open(home.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return lock(channel);
        } catch (IOException e) {
            LOG.warn("{} cannot be locked ({}): nothing keeps two programs from the same displays", home, e.toString());
            return new DisplayHold(Optional.empty());
        }
    }

    private static DisplayHold lock(FileChannel channel) throws IOException, CandelaException {
        try {
            FileLock lock = channel.tryLock();
            if (lock != null) {
                return new DisplayHold(Optional.of(channel));
            }
        } catch (OverlappingFileLockException e) {
            LOG.debug("held by this process", e);
        }
        channel.close();
        throw new CandelaException(
                "app.displays-held",
                "the displays are in use by another Candela: measure on the page of displays of the open workstation, or"
                        + " close it; a run on the command line ends by Ctrl+C");
    }

    @Override
    public void close() {
        channel.ifPresent(DisplayHold::letGo);
    }

    private static void letGo(FileChannel channel) {
        try {
            channel.close();
        } catch (IOException e) {
            LOG.warn("the hold on the displays ends with the program", e);
        }
    }
}
