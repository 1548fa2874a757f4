package org.candela.cli;

import java.util.Locale;

/** Whose wish holds: the reader's before the practice's before what comes with the program. */
// [impl->req~practice.layers~1]
enum Origin {
    OWN,
    PRACTICE,
    SHIPPED;

    static Origin of(boolean isOwn, boolean isOfPractice) {
        if (isOwn) {
            return OWN;
        }
        return isOfPractice ? PRACTICE : SHIPPED;
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
