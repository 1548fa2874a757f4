package org.candela.study;

import java.nio.file.Path;

/** Seals the library of a home in a process of its own, so that it can be killed. Says when it begins and when it is done. */
public final class SealingProcess {
    static final String BEGINS = "begins";
    static final String DONE = "done";

    private SealingProcess() {}

    /** @param args the home */
    public static void main(String[] args) throws Exception {
        try (Desk desk = Desk.sealed(Path.of(args[0]))) {
            System.out.println(BEGINS);
            LibrarySealing sealing = new LibrarySealing(desk.database, desk.library.files());
            boolean isMore = sealing.seal(() -> false);
            System.out.println(isMore || sealing.progress().plain() > 0 ? "not " : DONE);
        }
    }
}
