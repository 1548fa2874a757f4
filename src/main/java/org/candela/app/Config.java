package org.candela.app;

import java.nio.file.Path;
import java.util.Map;
import org.candela.base.AppPaths;

/**
 * Settings from outside the program.
 *
 * @param xDisplay name of the X display, as {@code ":0"}; empty when there is none
 * @param needsXDisplay whether this system shows windows on an X display only
 * @param listedDays how many days back the list looks, by the dates of the studies
 * @param reader who reads here, for claims and the audit trail
 */
record Config(AppPaths paths, String xDisplay, boolean needsXDisplay, String reader, int listedDays) {
    private static final int LISTED_DAYS = 30;
    private static final String READER = "CANDELA_READER";
    private static final String USER = "USER";
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
        return new Config(
                paths,
                environment.getOrDefault(X_DISPLAY, ""),
                operatingSystem.startsWith("Linux"),
                environment.getOrDefault(READER, environment.getOrDefault(USER, "reader")),
                LISTED_DAYS);
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
