package org.candela.app;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.displayqa.measure.Fact;
import org.candela.displayqa.measure.Workstation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What can be told of this machine without asking anybody: read once, kept for every record of display QA. */
// [impl->req~app.run-site~1]
record MachineFacts(Fact host, Fact system, Fact program, Fact gpu, Fact gpuDriver) {
    private static final Logger LOG = LoggerFactory.getLogger(MachineFacts.class);
    private static final String ELSEWHERE = "Candela asks for it on Linux alone";

    /**
     * Where to look.
     *
     * @param environment of the process
     * @param properties of the Java runtime
     * @param root of the file system
     */
    record Sources(Map<String, String> environment, Map<String, String> properties, Path root) {
        String property(String name) {
            return properties.getOrDefault(name, "");
        }
    }

    /** Of the machine this runs on. */
    static MachineFacts here() {
        Map<String, String> properties = new TreeMap<>();
        for (String name : List.of("os.name", "os.version", "os.arch", "java.version")) {
            properties.put(name, System.getProperty(name, ""));
        }
        return of(new Sources(System.getenv(), properties, Path.of("/")));
    }

    static MachineFacts of(Sources from) {
        return new MachineFacts(host(from), system(from), program(from), gpu(from), gpuDriver(from));
    }

    /** The machine with what is true of one display of it. */
    Workstation with(Fact uiScale, Fact colourManagement) {
        return new Workstation(host, system, program, gpu, gpuDriver, uiScale, colourManagement);
    }

    private static Fact host(Sources from) {
        return line(from.root().resolve("proc/sys/kernel/hostname"))
                .or(() -> named(from, "COMPUTERNAME"))
                .or(() -> named(from, "HOSTNAME"))
                .map(Fact::of)
                .orElseGet(() -> Fact.notRead("the system does not tell it to this program"));
    }

    private static Optional<String> named(Sources from, String variable) {
        return Optional.ofNullable(from.environment().get(variable)).filter(value -> !value.isBlank());
    }

    private static Fact system(Sources from) {
        String kernel =
                (from.property("os.name") + " " + from.property("os.version") + " " + from.property("os.arch")).strip();
        return lines(from.root().resolve("etc/os-release")).stream()
                .filter(line -> line.startsWith("PRETTY_NAME="))
                .map(line -> line.substring("PRETTY_NAME=".length()).replace("\"", ""))
                .findFirst()
                .map(name -> Fact.of(name + ", " + kernel))
                .orElseGet(() -> Fact.of(kernel));
    }

    /** Started from class files there is no number, and none is made up. */
    private static Fact program(Sources from) {
        String built = MachineFacts.class.getPackage().getImplementationVersion();
        return Fact.of("Candela " + (built == null ? "(not built as a jar)" : built) + ", Java "
                + from.property("java.version"));
    }

    private static Fact gpu(Sources from) {
        return adapter(from, "PCI_ID").map(id -> Fact.of("PCI " + id)).orElseGet(() -> noAdapter(from));
    }

    /** Drivers that are part of the kernel have its version. */
    private static Fact gpuDriver(Sources from) {
        Optional<String> driver = adapter(from, "DRIVER");
        if (driver.isEmpty()) {
            return noAdapter(from);
        }
        String version = line(from.root().resolve("sys/module/" + driver.orElseThrow() + "/version"))
                .orElse("of kernel " + from.property("os.version"));
        return Fact.of(driver.orElseThrow() + " " + version);
    }

    private static Fact noAdapter(Sources from) {
        return Fact.notRead(
                from.property("os.name").startsWith("Linux") ? "/sys/class/drm lists no adapter" : ELSEWHERE);
    }

    /** Of each adapter that the kernel draws with, in the order of their numbers. */
    private static Optional<String> adapter(Sources from, String key) {
        List<Path> cards = new ArrayList<>();
        try (DirectoryStream<Path> found =
                Files.newDirectoryStream(from.root().resolve("sys/class/drm"), "card[0-9]*")) {
            found.forEach(cards::add);
        } catch (IOException e) {
            LOG.debug("no adapters are listed: {}", e.toString());
        }
        return cards.stream()
                .filter(card -> !card.getFileName().toString().contains("-")) // those are its connectors
                .sorted()
                .flatMap(card -> lines(card.resolve("device/uevent")).stream())
                .filter(line -> line.startsWith(key + "="))
                .map(line -> line.substring(key.length() + 1))
                .distinct()
                .reduce((one, other) -> one + " and " + other);
    }

    private static Optional<String> line(Path file) {
        return lines(file).stream().filter(line -> !line.isBlank()).findFirst();
    }

    private static List<String> lines(Path file) {
        try {
            return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
        } catch (IOException e) {
            LOG.debug("{} cannot be read: {}", file, e.toString());
            return List.of();
        }
    }
}
