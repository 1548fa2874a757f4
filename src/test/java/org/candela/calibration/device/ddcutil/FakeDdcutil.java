package org.candela.calibration.device.ddcutil;

import com.sun.jna.NativeLibrary;
import java.nio.file.Path;
import org.candela.calibration.device.Edids;
import org.candela.calibration.device.FakeLibrary;
import org.candela.calibration.device.VcpFeature;

/** Tells a libddcutil of our own what its displays shall do, and asks it what was done to it. */
final class FakeDdcutil {
    private final Path path;
    private final NativeLibrary library;

    FakeDdcutil(Path path) {
        this.path = path;
        this.library = NativeLibrary.getInstance(path.toString());
    }

    static FakeDdcutil build(Path directory, int major) {
        return new FakeDdcutil(FakeLibrary.build(
                directory,
                "ddcutil/fake_ddcutil.c",
                major == 1 ? "libddcutil.so.4" : "libddcutil.so.5",
                "-DDDCUTIL_MAJOR=" + major));
    }

    String path() {
        return path.toString();
    }

    int ask(String what, Object... arguments) {
        return library.getFunction("fake_" + what).invokeInt(arguments);
    }

    void reset(String version) {
        ask("reset");
        ask("version", version);
    }

    /** Adds a display with brightness 40 of 100, contrast 50, preset 5 and MCCS version 2.2. */
    int add(String name) {
        int display = ask("add", (Object) Edids.block("ABC", 0x1234, 77, name));
        feature(display, VcpFeature.LUMINANCE, 40, 100);
        feature(display, VcpFeature.CONTRAST, 50, 100);
        feature(display, VcpFeature.COLOUR_PRESET, 5, 11);
        feature(display, VcpFeature.MCCS_VERSION, 0x0202, 0);
        return display;
    }

    void feature(int display, VcpFeature feature, int value, int maximum) {
        ask("feature", display, feature.code(), value, maximum);
    }

    int value(int display, VcpFeature feature) {
        return ask("value", display, feature.code());
    }

    void close() {
        library.close();
    }
}
