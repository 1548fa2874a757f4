package org.candela.app;

import ch.qos.logback.classic.pattern.ThrowableHandlingConverter;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.classic.spi.StackTraceElementProxy;
import ch.qos.logback.classic.spi.ThrowableProxy;
import java.io.IOException;
import org.candela.base.CandelaException;

/**
 * Traces of failures in the log, without the words of bugs. What the JDK and libraries say of what they could not read quotes
 * it ({@code For input string: "DOE^JANE"}), and that may be of a patient; our own exceptions and those of files
 * do not. Class and lines are enough to find a bug.
 */
// [impl->req~lock.log~1]
public final class QuietThrowables extends ThrowableHandlingConverter {
    private static final int MOST_CAUSES = 10;

    @Override
    public String convert(ILoggingEvent event) {
        StringBuilder trace = new StringBuilder();
        IThrowableProxy failure = event.getThrowableProxy();
        for (int depth = 0; failure != null && depth < MOST_CAUSES; depth++) {
            describe(trace, depth == 0 ? "" : "Caused by: ", failure);
            failure = failure.getCause();
        }
        return trace.toString();
    }

    private static void describe(StringBuilder trace, String before, IThrowableProxy failure) {
        trace.append(before).append(failure.getClassName());
        if (isOurs(failure)) {
            trace.append(": ").append(failure.getMessage());
        }
        trace.append(System.lineSeparator());
        for (StackTraceElementProxy line : failure.getStackTraceElementProxyArray()) {
            trace.append("\t").append(line.getSTEAsString()).append(System.lineSeparator());
        }
        for (IThrowableProxy other : failure.getSuppressed()) {
            trace.append("Suppressed: ").append(other.getClassName()).append(System.lineSeparator());
        }
    }

    private static boolean isOurs(IThrowableProxy failure) {
        Throwable thrown = failure instanceof ThrowableProxy proxy ? proxy.getThrowable() : null;
        return thrown instanceof CandelaException || thrown instanceof IOException;
    }
}
