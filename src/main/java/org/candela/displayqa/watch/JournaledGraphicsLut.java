package org.candela.displayqa.watch;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.DisplayDevice;
import org.candela.calibration.device.GraphicsLut;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Graphics LUTs whose state before us is on the disk before we change anything, and goes back at the end. Device thread.
 *
 * <p>What was found goes back only where our ramp is still in force: another program's is its own affair.
 */
// [impl->req~displayqa.ramp-journal~1]
public final class JournaledGraphicsLut implements GraphicsLut, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(JournaledGraphicsLut.class);

    private final GraphicsLut driver;
    private final RampJournal journal;
    /** As they were when last seen; those we changed in this session or know from the last. */
    private final Map<ScreenId, DisplayDevice> touched = new HashMap<>();

    public JournaledGraphicsLut(GraphicsLut driver, RampJournal journal) {
        this.driver = driver;
        this.journal = journal;
    }

    @Override
    public int size(DisplayDevice display) throws DeviceException {
        return driver.size(display);
    }

    @Override
    public GammaRamp read(DisplayDevice display) throws DeviceException {
        return driver.read(display);
    }

    @Override
    public void load(DisplayDevice display, GammaRamp ramp) throws DeviceException {
        journal.beforeLoad(display.id(), driver.read(display).toPutBack(), ramp);
        touched.put(display.id(), display);
        driver.load(display, ramp);
        boolean isAsFound = journal.entry(display.id())
                .filter(entry -> entry.found().equals(ramp))
                .isPresent();
        if (isAsFound) {
            journal.clear(display.id());
        }
    }

    @Override
    public void leave(DisplayDevice display) {
        driver.leave(display);
    }

    /** From now on the display's ramp of before the last session goes back at the end of this one. */
    void adopt(DisplayDevice display) {
        touched.put(display.id(), display);
    }

    /** Puts back what was found where what we loaded is still in force. */
    @Override
    public void close() {
        for (DisplayDevice display : touched.values()) {
            Optional<RampJournal.Entry> entry = journal.entry(display.id());
            try {
                if (entry.isPresent()) {
                    putBack(display, entry.orElseThrow());
                }
            } catch (DeviceException e) {
                LOG.warn("the graphics LUT of {} could not be put back [{}]", display.id(), e.code(), e);
            }
        }
        touched.clear();
    }

    private void putBack(DisplayDevice display, RampJournal.Entry entry) throws DeviceException {
        GammaRamp now = driver.read(display);
        if (entry.isOurs(now) && now.size() == entry.found().size()) {
            driver.load(display, entry.found());
        }
        driver.leave(display);
        journal.clear(display.id());
    }
}
