package org.candela.calibration.device.windows;

import com.sun.jna.Library;
import com.sun.jna.Memory;
import com.sun.jna.Native;
import java.nio.file.Path;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.EdidBlocks;
import org.candela.calibration.device.FakeLibrary;

/** A desktop of Windows behind a fake library, and the hand inside it. */
final class FakeWindows {
    static final int IGNORE = 1;
    static final int TAKE_BACK = 2;
    static final int SLOW = 3;
    static final int RAMP_REFUSE = 1;
    static final int RAMP_IGNORE = 2;
    static final int RAMP_HEURISTIC = 3;
    static final int RAMP_OTHER = 4;
    static final String FIRST = "\\\\.\\DISPLAY1";
    static final String SECOND = "\\\\.\\DISPLAY2";
    static final String FIRST_PATH = "DISPLAY\\CDL0D1A\\5&1A2B3C&0&UID4352";
    static final String SECOND_PATH = "DISPLAY\\CDL0D1A\\5&1A2B3C&0&UID4353";

    private final Script script;
    private final Win32 api;

    private FakeWindows(Script script, Win32 api) {
        this.script = script;
        this.api = api;
    }

    /** What the fake library can be told. */
    interface Script extends Library {
        void fake_reset();

        int fake_add_head(String name, int x, int y, int width, int height);

        int fake_add_monitor(int head, String instance, int active, byte[] edid, int bytes);

        void fake_list_backwards();

        void fake_hdr(int head, int on);

        void fake_ramp_mode(int head, int mode);

        void fake_gamma_range(int range);

        void fake_set_mode(int monitor, int mode);

        void fake_value(int monitor, int code, int current, int maximum);

        int fake_held(int monitor, int code);

        void fake_fail(int monitor, int code, int times);

        void fake_unplug(int monitor);

        void fake_swap_panel(int monitor, String instance, byte[] edid, int bytes);

        void fake_get_ramp(int head, Memory to);

        void fake_set_ramp(int head, Memory from);

        int fake_open_monitors();

        int fake_opened_monitors();

        int fake_open_dcs();

        int fake_open_sets();

        int fake_open_keys();

        int fake_wrong_frees();

        int fake_sets_sent();
    }

    /** An empty desktop; the library is built into {@code directory} unless it is there. */
    static FakeWindows in(Path directory) {
        Path built = directory.resolve("libwin32.so");
        Path library = built.toFile().exists()
                ? built.toAbsolutePath()
                : FakeLibrary.build(directory, "windows/fake_win32.c", "libwin32.so");
        Script script = Native.load(library.toString(), Script.class);
        script.fake_reset();
        return new FakeWindows(script, Win32.load(name -> library.toString()));
    }

    /** Two heads side by side with a monitor each, both of one model. */
    static FakeWindows withTwoMonitors(Path directory) {
        FakeWindows windows = in(directory);
        windows.script.fake_add_head(FIRST, 0, 0, 1536, 2048);
        windows.script.fake_add_head(SECOND, 1536, 0, 1536, 2048);
        windows.addMonitor(0, FIRST_PATH, 1, EdidBlocks.withSerial(1001));
        windows.addMonitor(1, SECOND_PATH, 1, EdidBlocks.withSerial(1002));
        return windows;
    }

    int addMonitor(int head, String instance, int active, byte[] edid) {
        return script.fake_add_monitor(head, instance, active, edid, edid.length);
    }

    Script script() {
        return script;
    }

    Win32 api() {
        return api;
    }

    GammaRamp ramp(int head) {
        Memory table = GammaTable.empty();
        script.fake_get_ramp(head, table);
        return GammaTable.ramp(table);
    }

    void setRamp(int head, GammaRamp ramp) {
        script.fake_set_ramp(head, GammaTable.of(ramp));
    }
}
