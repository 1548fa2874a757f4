package org.candela.critical.ui;

import org.candela.critical.Communication.Method;
import org.candela.critical.CriticalCategory;
import org.candela.critical.Happening.Outcome;

/**
 * What stands in the form, as it is typed.
 *
 * @param identifiedAt time of day; of a loop that is already there it is not read
 * @param who who is called, as the ladder names it
 * @param receivedAt time of day
 */
public record CallEntry(
        CriticalCategory category,
        String finding,
        String identifiedAt,
        String who,
        String phone,
        Outcome outcome,
        String receiver,
        String role,
        Method method,
        String receivedAt,
        boolean isReadBack,
        String notes) {}
