package org.candela.displayqa.measure;

import java.util.ArrayList;
import java.util.List;
import org.candela.base.CandelaException;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;
import org.candela.calibration.device.ReadingTakenBack;
import org.candela.calibration.device.WholeReading;
import org.jspecify.annotations.Nullable;

/**
 * A bench on which the last reading can be taken back, as where somebody types them.
 *
 * <p>What is measured next depends on what was read, so a run begins anew then: it gets the readings before the one taken
 * back as they were, without a patch shown or the meter moved for them, and goes on where it stood. Device thread.
 */
// [impl->req~displayqa.taken-back~1]
public final class RetakingBench {
    private final TestBench bench;
    private final List<Photometer.Seen> taken = new ArrayList<>();
    private int next;
    private @Nullable Integer patch;
    private @Nullable Place place;

    public RetakingBench(TestBench bench) {
        this.bench = bench;
    }

    /** Something that measures on {@link #bench()}. */
    @FunctionalInterface
    public interface Work<T> {
        T run() throws CandelaException;
    }

    private record Place(MeterPlacement placement, int row, int column) {}

    /** The bench to measure on. */
    public TestBench bench() {
        PatchPresenter patches = new PatchPresenter() {
            @Override
            public void show(int argb) {
                patch = argb; // shown when it is read
            }

            @Override
            public void clear() {
                bench.patches().clear();
            }
        };
        return new TestBench(patches, new Retaken(), bench.ramp(), bench.room(), bench.monitor());
    }

    /** The same placement, for places whose reading is not known yet. */
    public MeterPlacement placement(MeterPlacement placement) {
        return (row, column) -> place = new Place(placement, row, column);
    }

    /** Measures, anew each time a reading is taken back. */
    public <T> T measured(Work<T> work) throws CandelaException {
        while (true) {
            begin();
            try {
                return work.run();
            } catch (ReadingTakenBack e) {
                taken.remove(taken.size() - 1);
            }
        }
    }

    private void begin() {
        next = 0;
        patch = null;
        place = null;
    }

    private Photometer.Seen measure() throws DeviceException {
        if (next == taken.size()) {
            bringAbout();
            taken.add(bench.photometer().measure());
        }
        return taken.get(next++);
    }

    private void bringAbout() throws DeviceException {
        Place wanted = place;
        if (wanted != null) {
            wanted.placement().place(wanted.row(), wanted.column());
            place = null;
        }
        Integer shown = patch;
        if (shown != null) {
            bench.patches().show(shown);
            patch = null;
        }
    }

    private final class Retaken implements WholeReading {
        @Override
        public Identity identity() {
            return bench.photometer().identity();
        }

        @Override
        public Seen measure() throws DeviceException {
            return RetakingBench.this.measure();
        }
    }
}
