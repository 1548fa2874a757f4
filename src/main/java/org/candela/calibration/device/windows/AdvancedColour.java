package org.candela.calibration.device.windows;

import com.sun.jna.Memory;
import com.sun.jna.ptr.IntByReference;
import org.candela.calibration.device.windows.Layouts.Config;

/** Whether Windows drives a display in HDR or manages its colours, where gamma ramps mean nothing. Device thread. */
final class AdvancedColour {
    private static final int ACTIVE_PATHS = 2;
    private static final int GET_SOURCE_NAME = 1;
    private static final int GET_ADVANCED_COLOUR = 9;
    private static final int ENABLED = 2;
    private static final int MOST_PATHS = 1024;
    private static final int NAME_CHARS = 32;

    private final Win32 api;

    AdvancedColour(Win32 api) {
        this.api = api;
    }

    /** Whether it is on for the display of that GDI name; no, where Windows cannot tell, as before version 1709. */
    boolean isOn(String device) {
        IntByReference pathCount = new IntByReference();
        IntByReference modeCount = new IntByReference();
        if (api.user().GetDisplayConfigBufferSizes(ACTIVE_PATHS, pathCount, modeCount) != 0
                || !isSensible(pathCount)
                || !isSensible(modeCount)) {
            return false;
        }
        Memory paths = Layouts.zeroed(pathCount.getValue() * Config.PATH_SIZE);
        Memory modes = Layouts.zeroed(modeCount.getValue() * Config.MODE_SIZE);
        if (api.user().QueryDisplayConfig(ACTIVE_PATHS, pathCount, paths, modeCount, modes, null) != 0) {
            return false;
        }
        for (int i = 0; i < pathCount.getValue(); i++) {
            int path = i * Config.PATH_SIZE;
            if (name(paths, path).equals(device) && isEnabled(paths, path)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSensible(IntByReference count) {
        return count.getValue() > 0 && count.getValue() <= MOST_PATHS;
    }

    private String name(Memory paths, int path) {
        Memory request = request(GET_SOURCE_NAME, Config.SOURCE_NAME_SIZE);
        request.setLong(Config.REQUEST_ADAPTER, paths.getLong(path + Config.SOURCE_ADAPTER));
        request.setInt(Config.REQUEST_ID, paths.getInt(path + Config.SOURCE_ID));
        return api.user().DisplayConfigGetDeviceInfo(request) == 0
                ? Layouts.text(request, Config.SOURCE_NAME, NAME_CHARS)
                : "";
    }

    private boolean isEnabled(Memory paths, int path) {
        Memory request = request(GET_ADVANCED_COLOUR, Config.COLOUR_SIZE);
        request.setLong(Config.REQUEST_ADAPTER, paths.getLong(path + Config.TARGET_ADAPTER));
        request.setInt(Config.REQUEST_ID, paths.getInt(path + Config.TARGET_ID));
        return api.user().DisplayConfigGetDeviceInfo(request) == 0
                && (request.getInt(Config.COLOUR_STATE) & ENABLED) != 0;
    }

    private static Memory request(int type, int size) {
        Memory request = Layouts.zeroed(size);
        request.setInt(Config.REQUEST_TYPE, type);
        request.setInt(Config.REQUEST_SIZE, size);
        return request;
    }
}
