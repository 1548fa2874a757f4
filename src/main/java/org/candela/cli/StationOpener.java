package org.candela.cli;

import org.candela.base.CandelaException;
import org.candela.displayqa.QaStation;

/** Opens the station that a command of {@code candela qa} works with. */
public interface StationOpener {
    /** The displays and meters of this machine. */
    QaStation open() throws CandelaException;

    /** Displays and meters that do not exist. */
    QaStation openSimulated();
}
