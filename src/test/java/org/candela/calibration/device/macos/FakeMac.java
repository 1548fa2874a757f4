package org.candela.calibration.device.macos;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.file.Path;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.EdidBlocks;
import org.candela.calibration.device.FakeLibrary;

/** A Mac behind a fake library, and the hand inside it. */
final class FakeMac {
    static final int IGNORE = 1;
    static final int TAKE_BACK = 2;
    static final int SLOW = 3;
    static final int SILENT = 4;
    static final int NULLS = 5;
    static final int NEEDS_TWO = 6;
    static final int LENGTH_LOST = 7;
    static final int OFFSET_ZERO = 8;
    static final int FLAKY = 9;
    static final int TABLE_REFUSE = 1;
    static final int TABLE_IGNORE = 2;
    static final int TABLE_EIGHT_BITS = 3;
    static final int TABLE_NOT_A_NUMBER = 4;
    static final int ENTRIES = 1024;

    private final Script script;
    private final Mac api;

    private FakeMac(Script script, Mac api) {
        this.script = script;
        this.api = api;
    }

    /** What the fake library can be told. */
    interface Script extends Library {
        void fake_reset();

        void fake_add_display(int at, int id, double x, double y, double width, double height, int scale, int serial);

        void fake_add_monitor(int at, int external, byte[] edid, int bytes);

        void fake_add_intel(int at, byte[] edid, int bytes);

        void fake_capacity(int at, int capacity);

        void fake_table_mode(int at, int mode);

        void fake_mirror(int at);

        void fake_mode(int at, int mode);

        void fake_fail(int at, int failure, int times);

        void fake_unplug(int at);

        int fake_held(int at, int code);

        int fake_messages(int at);

        void fake_get_table(int at, float[] to);

        void fake_set_table(int at, float[] from);

        int fake_live_objects();

        int fake_made_objects();

        int fake_first_live();

        int fake_live_io();

        int fake_wrong_releases();

        int fake_restored();
    }

    /** A Mac with nothing on it; the library is built into {@code directory} unless it is there. */
    static FakeMac in(Path directory, String name, String... options) {
        Path built = directory.resolve(name);
        Path library = built.toFile().exists()
                ? built.toAbsolutePath()
                : FakeLibrary.build(directory, "macos/fake_mac.c", name, options);
        Script script = Native.load(library.toString(), Script.class);
        script.fake_reset();
        return new FakeMac(script, Mac.load(framework -> library.toString()));
    }

    /** Two external monitors of one model, the left one with two pixels a point. */
    static FakeMac withTwoMonitors(Path directory) {
        FakeMac mac = in(directory, "libmac.so");
        mac.script.fake_add_display(0, 7, 0, 0, 1024, 1536, 2, 1001);
        mac.script.fake_add_display(1, 0x80000003, 1024, 0, 1920, 1080, 1, 1002);
        mac.addMonitor(1, 1, EdidBlocks.withSerial(1001));
        mac.addMonitor(0, 1, EdidBlocks.withSerial(1002));
        return mac;
    }

    void addMonitor(int at, int external, byte[] edid) {
        script.fake_add_monitor(at, external, edid, edid.length);
    }

    Script script() {
        return script;
    }

    Mac api() {
        return api;
    }

    GammaRamp table(int at) {
        float[] all = new float[3 * ENTRIES];
        script.fake_get_table(at, all);
        int[][] values = new int[3][ENTRIES];
        for (int i = 0; i < all.length; i++) {
            values[i / ENTRIES][i % ENTRIES] = (int) Math.round(all[i] * 65535.0);
        }
        return GammaRamp.of(values[0], values[1], values[2]);
    }

    void setTable(int at, GammaRamp ramp) {
        float[] all = new float[3 * ENTRIES];
        for (int i = 0; i < ENTRIES; i++) {
            all[i] = ramp.red(i) / 65535f;
            all[ENTRIES + i] = ramp.green(i) / 65535f;
            all[2 * ENTRIES + i] = ramp.blue(i) / 65535f;
        }
        script.fake_set_table(at, all);
    }
}
