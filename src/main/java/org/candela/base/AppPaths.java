package org.candela.base;

import java.nio.file.Path;

/** Where the workstation keeps its files. Values only: nothing is created here. */
public record AppPaths(Path home) {
    /** Paths below {@code home}, made absolute. */
    public static AppPaths under(Path home) {
        return new AppPaths(home.toAbsolutePath().normalize());
    }

    /** The one SQLite file. */
    public Path database() {
        return home.resolve("candela.db");
    }

    /** Admitted DICOM files, one folder a study. */
    public Path studies() {
        return home.resolve("studies");
    }

    /** Files on their way in; a rename admits them. */
    public Path incoming() {
        return home.resolve("incoming");
    }

    /** Log files, one a launch. */
    public Path logs() {
        return home.resolve("logs");
    }

    /** Where earlier versions kept the key that signs QA reports; what opens those of the store lies beside it. */
    public Path signingKey() {
        return home.resolve("signing.key");
    }

    /** Graphics LUTs as they were before this program changed them. */
    public Path ramps() {
        return home.resolve("ramps");
    }

    /** Programs unpacked from libraries; may be deleted at any time. */
    public Path programs() {
        return home.resolve("programs");
    }

    /** What proves to facilities who we are; its owner's alone. */
    public Path secrets() {
        return home.resolve("secrets");
    }

    /** Reports the user exported. */
    public Path exports() {
        return home.resolve("exports");
    }

    /** Copies of the reader's licences and other papers, each under the hash of its bytes. */
    public Path papers() {
        return home.resolve("papers");
    }

    /** What was said for reports, a file for each utterance. */
    public Path dictation() {
        return home.resolve("dictation");
    }

    /** The key store, which the reader's passphrase opens. */
    public Path vault() {
        return home.resolve("vault.key");
    }

    /** The reader's own table of work RVUs; need not be there. */
    public Path rvuTable() {
        return home.resolve("rvu.csv");
    }

    /** The reader's own list of states in the licensure compact; need not be there. */
    public Path compactList() {
        return home.resolve("compact.yaml");
    }
}
