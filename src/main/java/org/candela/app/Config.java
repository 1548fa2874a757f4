package org.candela.app;

import java.io.File;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.candela.base.AppPaths;
import org.candela.calibration.device.DisplaySession;
import org.candela.cli.OrdersCommand;
import org.candela.codec.video.FfmpegSearch;
import org.candela.facility.Secrets;
import org.candela.vault.PassphraseSource;
import org.candela.vault.Vault;
import org.candela.vault.VaultDoor;

/**
 * Settings from outside the program.
 *
 * @param xDisplay name of the X display, as {@code ":0"}; empty when there is none
 * @param needsXDisplay whether this system shows windows on an X display only
 * @param listedDays how many days back the list looks, by the dates of the studies
 * @param casesAhead how many of the next cases are brought and made ready while one is read; 0 for none, as on a dear line
 * @param aheadBytes how much of the disk these and their priors may take
 * @param video where FFmpeg may be
 * @param reader who reads here, for claims and the audit trail
 * @param door to the key store; shared by whatever this process opens
 */
record Config(
        AppPaths paths,
        String xDisplay,
        boolean needsXDisplay,
        FfmpegSearch.Places video,
        String reader,
        int listedDays,
        int casesAhead,
        long aheadBytes,
        VaultDoor door) {
    private static final int CASES_AHEAD = 2;
    private static final long GIGABYTE = 1_000_000_000L;
    /** Two CT with a prior each, several times over. */
    private static final long AHEAD_BYTES = 20 * GIGABYTE;

    private static final Pattern GIGABYTES = Pattern.compile("[0-9]{1,5}");
    private static final String AHEAD_ROOM = "CANDELA_AHEAD_GB";
    private static final Pattern FEW = Pattern.compile("[0-9]");
    private static final String AHEAD = "CANDELA_CASES_AHEAD";
    private static final int LISTED_DAYS = 30;
    private static final String READER = "CANDELA_READER";
    private static final String USER = "USER";
    static final String HOME = "CANDELA_HOME";
    private static final String X_DISPLAY = "DISPLAY";
    private static final String FFMPEG = "CANDELA_FFMPEG";
    private static final String PROGRAM_FOLDERS = "PATH";
    static final String PASSPHRASE = "CANDELA_PASSPHRASE";

    /** With a key store that only a person opens. */
    Config(
            AppPaths paths,
            String xDisplay,
            boolean needsXDisplay,
            FfmpegSearch.Places video,
            String reader,
            int listedDays,
            int casesAhead) {
        this(
                paths,
                xDisplay,
                needsXDisplay,
                video,
                reader,
                listedDays,
                casesAhead,
                AHEAD_BYTES,
                new VaultDoor(new Vault(paths.vault()), List.of()));
    }

    /**
     * CANDELA_HOME, else the place the system has for such files: APPDATA, {@code ~/Library/Application Support} or
     * XDG_DATA_HOME.
     */
    static Config of(Map<String, String> environment, Path userHome, Machine machine) {
        String operatingSystem = machine.operatingSystem();
        String home = environment.getOrDefault(HOME, "");
        AppPaths paths = AppPaths.under(
                home.isBlank()
                        ? systemPlace(environment, userHome, operatingSystem).resolve("candela")
                        : Path.of(home));
        return new Config(
                paths,
                environment.getOrDefault(X_DISPLAY, ""),
                operatingSystem.startsWith("Linux"),
                new FfmpegSearch.Places(
                        environment.getOrDefault(FFMPEG, ""),
                        folders(environment.getOrDefault(PROGRAM_FOLDERS, "")),
                        paths.programs(),
                        machine.platform()),
                environment.getOrDefault(READER, environment.getOrDefault(USER, "reader")),
                LISTED_DAYS,
                casesAhead(environment.getOrDefault(AHEAD, "")),
                aheadBytes(environment.getOrDefault(AHEAD_ROOM, "")),
                door(paths));
    }

    /** Where the environment has the passphrase, or the keyring of the system, nobody is asked. */
    private static VaultDoor door(AppPaths paths) {
        PassphraseSource environment = () -> Optional.of(variable(PASSPHRASE))
                .filter(text -> !text.isEmpty())
                .map(String::toCharArray);
        PassphraseSource keyring = () -> new Keyring(paths.home()).find(); // no logger before the log file has its name
        return new VaultDoor(new Vault(paths.vault()), List.of(environment, keyring));
    }

    /** The same, whose key store is opened at the terminal too; for commands. */
    Config asking(PassphraseSource terminal) {
        return new Config(
                paths,
                xDisplay,
                needsXDisplay,
                video,
                reader,
                listedDays,
                casesAhead,
                aheadBytes,
                door.asking(terminal));
    }

    private static String variable(String name) {
        String value = System.getenv(name);
        return value == null ? "" : value;
    }

    /**
     * The machine, as Java calls it.
     *
     * @param operatingSystem {@code os.name}, as {@code "Linux"}
     * @param architecture {@code os.arch}, as {@code "amd64"}
     */
    record Machine(String operatingSystem, String architecture) {
        /** As libraries with native code call it: {@code "linux-x86_64"}. */
        String platform() {
            String system = operatingSystem.startsWith("Windows")
                    ? "windows"
                    : operatingSystem.startsWith("Mac") ? "macosx" : "linux";
            boolean isArm = architecture.equals("aarch64");
            return system + (isArm ? "-arm64" : "-x86_64");
        }
    }

    /** One digit; whatever else it says, the usual number is brought. */
    private static int casesAhead(String text) {
        return FEW.matcher(text).matches() ? Integer.parseInt(text) : CASES_AHEAD;
    }

    /** Whole gigabytes; whatever else it says, the usual room is taken. */
    private static long aheadBytes(String text) {
        return GIGABYTES.matcher(text).matches() ? Integer.parseInt(text) * GIGABYTE : AHEAD_BYTES;
    }

    private static List<Path> folders(String text) {
        return Arrays.stream(text.split(File.pathSeparator))
                .filter(folder -> !folder.isBlank())
                .map(Path::of)
                .toList();
    }

    /**
     * Where orders are taken by HL7: {@code HOST:PORT}, or a port of this machine; empty: nowhere.
     *
     * @throws IllegalArgumentException when CANDELA_HL7 is neither
     */
    static Optional<InetSocketAddress> orders() {
        String place = System.getenv("CANDELA_HL7");
        return place == null || place.isBlank() ? Optional.empty() : Optional.of(OrdersCommand.placeOf(place.strip()));
    }

    /** Files that stand for a microphone, as for a demonstration; none where CANDELA_MICROPHONE names none. */
    static List<Path> microphone() {
        return folders(variable("CANDELA_MICROPHONE"));
    }

    /** Where displays may be; the environment is asked at each call. */
    DisplayDriver.Desktop desktop() {
        Map<String, String> environment = new HashMap<>(System.getenv());
        environment.put(X_DISPLAY, xDisplay);
        return new DisplayDriver.Desktop(xDisplay, DisplaySession.of(environment));
    }

    /** What proves to facilities who we are. The environment is asked at each call and not held: it may hold secrets. */
    Secrets secrets() {
        return new Secrets(paths.secrets(), Config::variable, door);
    }

    /** Where the store is; what is sealed in it opens by the key store. */
    HomeStore store() {
        return new HomeStore(paths.database(), door);
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
