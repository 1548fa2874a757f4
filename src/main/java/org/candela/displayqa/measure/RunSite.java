package org.candela.displayqa.measure;

import java.time.ZoneId;
import java.time.ZoneOffset;

/**
 * Where a run is made, apart from the bench: what its record states so that it can be repeated.
 *
 * @param monitors asked once when the run begins
 * @param ticker times the run and its readings
 * @param zone in which its operator lives
 */
public record RunSite(
        Workstation workstation, MonitorQuery monitors, Ticker ticker, ZoneId zone, ToldConditions conditions) {
    /** A place of which nothing is known. */
    public static final RunSite UNKNOWN = new RunSite(
            Workstation.NOT_ASKED, MonitorQuery.NOBODY, Ticker.NONE, ZoneOffset.UTC, ToldConditions.NOTHING);

    /** The same place, of which somebody told more. */
    public RunSite with(ToldConditions told) {
        return new RunSite(workstation, monitors, ticker, zone, told);
    }
}
