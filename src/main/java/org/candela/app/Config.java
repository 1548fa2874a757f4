package org.candela.app;

import java.nio.file.Path;
import java.util.Map;
import org.candela.base.AppPaths;

/**
 * Settings from outside the program.
 *
 * @param xDisplay name of the X display, as {@code ":0"}; empty when there is none
 */
record Config(AppPaths paths, String xDisplay) {
    private static final String HOME = "CANDELA_HOME";
    private static final String X_DISPLAY = "DISPLAY";

    /**
     * CANDELA_HOME, else the place the system has for such files: APPDATA, {@code ~/Library/Application Support} or
     * XDG_DATA_HOME.
     */
    static Config of(Map<String, String> environment, Path userHome, String operatingSystem) {
        String home = environment.getOrDefault(HOME, "");
        AppPaths paths = AppPaths.under(
                home.isBlank()
                        ? systemPlace(environment, userHome, operatingSystem).resolve("candela")
                        : Path.of(home));
        return new Config(paths, environment.getOrDefault(X_DISPLAY, ""));
    }

    private static Path systemPlace(Map<String, String> environment, Path userHome, String operatingSystem) {
        if (operatingSystem.startsWith("Windows")) {
            return path(environment.get("APPDATA"), userHome.resolve("AppData/Roaming"));
        }
        if (operatingSystem.startsWith("Mac")) {
            return userHome.resolve("Library/Application Support");
        }
        return path(environment.get("XDG_DATA_HOME"), userHome.resolve(".local/share"));
    }

    private static Path path(@org.jspecify.annotations.Nullable String text, Path otherwise) {
        return text == null || text.isBlank() ? otherwise : Path.of(text);
    }
}
