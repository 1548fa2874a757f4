package org.candela.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.cli.QaTerminal;

/** Whether the streams of this process are a terminal. */
final class Streams {
    private static final Path DESCRIPTORS = Path.of("/proc/self/fd");
    private static final int INPUT = 0;
    private static final int ERRORS = 2;

    private Streams() {}

    /** Who sits before the commands of display QA. */
    static QaTerminal terminal() {
        return new QaTerminal(new StandardInput(System.in, isTerminal(INPUT)), CtrlC::listen, isTerminal(ERRORS));
    }

    /**
     * Linux tells it of each stream; elsewhere Java tells it of input and output together, but for Java 22 to 24, which take
     * every input for a terminal.
     */
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal(int descriptor) {
        Path link = DESCRIPTORS.resolve(Integer.toString(descriptor));
        try {
            return Files.isDirectory(DESCRIPTORS)
                    ? Files.readSymbolicLink(link).toString().matches("/dev/(pts/\\d+|tty\\w*|console)")
                    : System.console() != null;
        } catch (IOException e) {
            return false;
        }
    }
}
