package org.candela.app;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import javafx.application.Platform;
import org.candela.base.CandelaException;

/**
 * The toolkit of a command that shows patches: started when the first is wanted. It ends with the process and is not ended
 * before, since that waits for ever once an interrupt has begun to end it. Any thread.
 */
final class Toolkit {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    /** Kept, or its level is forgotten: that it runs from the class path is told on the streams of a command otherwise. */
    private static final Logger TOOLKIT_LOG = Logger.getLogger("javafx");

    private Toolkit() {}

    /** Starts it unless it runs. */
    static void require() throws CandelaException {
        CountDownLatch started = new CountDownLatch(1);
        TOOLKIT_LOG.setLevel(Level.SEVERE);
        try {
            Platform.startup(() -> {
                Platform.setImplicitExit(false);
                started.countDown();
            });
            if (!started.await(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new CandelaException("app.no-window", "no window can be opened here: the toolkit does not start");
            }
        } catch (IllegalStateException alreadyRuns) {
            started.countDown();
        } catch (UnsupportedOperationException e) {
            throw noWindow(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw noWindow("interrupted", e);
        }
    }

    private static CandelaException noWindow(String why, Throwable cause) {
        return new CandelaException("app.no-window", "no window can be opened here: " + why, cause);
    }
}
