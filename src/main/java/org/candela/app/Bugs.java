package org.candela.app;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Bugs on threads that nobody made ready for them, as those of libraries: into the log, which has no words of bugs. The JVM would
 * print them on the console, words and all, and desktops keep what is printed there.
 */
// [impl->req~app.home-tells-nothing~1]
final class Bugs {
    private static final Logger LOG = LoggerFactory.getLogger(Bugs.class);

    private Bugs() {}

    /** From now on, for the whole process; once the log has its file. */
    static void keepQuiet() {
        Thread.setDefaultUncaughtExceptionHandler(
                (thread, bug) -> LOG.error("a bug on a thread of no executor [app.thread]", bug));
    }
}
