package org.candela.app;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Platform;
import java.util.concurrent.ThreadFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Threads that leave the processor to all others, by the one means there is: Java's own priorities are without effect on
 * Linux, where a nice value (setpriority(2)) is that of a single thread.
 */
public final class Niceness {
    private static final Logger LOG = LoggerFactory.getLogger(Niceness.class);
    /** About a tenth of what an ordinary thread of the program gets while both want to run. */
    private static final int LESS = 10;

    private static final int OF_A_THREAD = 0;
    private static final int THE_CALLING_ONE = 0;

    private Niceness() {}

    /** The part of the C library that is needed. */
    interface C extends Library {
        int setpriority(int which, int who, int nice);

        int getpriority(int which, int who);
    }

    /** Threads of {@code factory} that yield; ordinary ones where the system has no such thing. */
    public static ThreadFactory yielding(ThreadFactory factory) {
        return task -> factory.newThread(() -> {
            yieldToOthers();
            task.run();
        });
    }

    private static void yieldToOthers() {
        if (!Platform.isLinux()) {
            return;
        }
        try {
            C c = Native.load("c", C.class);
            c.setpriority(OF_A_THREAD, THE_CALLING_ONE, c.getpriority(OF_A_THREAD, THE_CALLING_ONE) + LESS);
        } catch (UnsatisfiedLinkError e) {
            LOG.info("threads in the background are as urgent as others [app.nice]", e);
        }
    }
}
