package org.candela.net.dimse;

import java.util.Arrays;
import java.util.List;
import org.candela.base.Uid;

/** Storage SOP classes of PS3.4 B.5 that C-GET negotiates, and the syntaxes taken; storage is told by its root. */
public final class StorageClasses {
    private static final String ROOT = "1.2.840.10008.5.1.4.1.1.";
    private static final String LEAVES = "1 1.1 1.1.1 1.2 1.2.1 1.3 1.3.1 2 2.1 2.2 3.1 4 4.1 4.2 4.3 4.4 6.1 6.2 6.3 7"
            + " 7.1 7.2 7.3 7.4 9.1.1 9.1.2 9.1.3 9.2.1 9.3.1 9.4.1 9.4.2 9.5.1 9.6.1 9.7.1 9.7.2 9.8.1 11.1 11.2 11.3"
            + " 11.4 11.5 11.6 11.7 11.8 11.9 11.10 11.11 11.12 12.1 12.1.1 12.2 12.2.1 13.1.1 13.1.2 13.1.3 13.1.4"
            + " 13.1.5 14.1 14.2 20 30 66 66.1 66.2 66.3 66.4 66.5 66.6 67 68.1 68.2 77.1.1 77.1.1.1 77.1.2 77.1.2.1"
            + " 77.1.3 77.1.4 77.1.4.1 77.1.5.1 77.1.5.2 77.1.5.3 77.1.5.4 77.1.5.5 77.1.5.6 77.1.5.7 77.1.5.8 77.1.6"
            + " 78.1 78.2 78.3 78.4 78.5 78.6 78.7 78.8 79.1 80.1 81.1 82.1 88.11 88.22 88.33 88.34 88.35 88.40 88.50"
            + " 88.59 88.65 88.67 88.68 88.69 88.70 88.71 88.72 88.73 88.74 88.75 88.76 90.1 104.1 104.2 104.3 104.4"
            + " 104.5 128 128.1 130 131 481.1 481.2 481.3 481.5 481.8";

    private StorageClasses() {}

    /** As many as one association can hold beside its retrieve context. */
    public static List<Uid> all() {
        return Arrays.stream(LEAVES.split(" "))
                .map(leaf -> new Uid(ROOT + leaf))
                .toList();
    }

    /** Compressed syntaxes that peers may send in, the uncompressed ones first. */
    public static List<Uid> syntaxes() {
        return Arrays.stream(("1.2.1 1.2 1.2.5 1.2.4.50 1.2.4.51 1.2.4.57 1.2.4.70 1.2.4.80 1.2.4.81 1.2.4.90 1.2.4.91"
                                + " 1.2.4.100 1.2.4.102 1.2.4.201 1.2.4.202 1.2.4.203 1.2.1.99 1.2.2")
                        .split(" "))
                .map(leaf -> new Uid("1.2.840.10008." + leaf))
                .toList();
    }

    static boolean isStorage(String sopClass) {
        return sopClass.startsWith(ROOT);
    }
}
