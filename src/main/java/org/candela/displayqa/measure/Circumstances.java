package org.candela.displayqa.measure;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * When, where and under which conditions a run was made.
 *
 * @param began by the system's clock
 * @param lasted by a clock that only goes forward; empty where there was none
 * @param ownSensor white as the monitor's own sensor saw it beside the meter; empty where there is none
 * @param offset of the operator's time from UTC when the run began
 */
public record Circumstances(
        Instant began,
        Optional<Duration> lasted,
        ZoneOffset offset,
        Workstation workstation,
        MonitorState monitor,
        ToldConditions conditions,
        Optional<OwnSensorSeen> ownSensor) {
    /** Of something that took no time, at a place of which nothing is known. */
    public static Circumstances unknown(Instant at) {
        return new Circumstances(
                at,
                Optional.empty(),
                ZoneOffset.UTC,
                Workstation.NOT_ASKED,
                MonitorState.NOT_ASKED,
                ToldConditions.NOTHING,
                Optional.empty());
    }
}
