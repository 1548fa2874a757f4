package org.candela.calibration.device.sysfs;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.base.Sha256;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Edid;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which monitors are plugged in, without an X server: {@code /sys/class/drm/*}. Device thread.
 *
 * <p>Says who they are, not where on a desktop they stand: that only the session knows.
 */
// [impl->req~device.sysfs.edid~1]
public final class DrmConnectors {
    private static final Logger LOG = LoggerFactory.getLogger(DrmConnectors.class);
    private static final Pattern PORT = Pattern.compile("(card\\d{1,3})-(\\S{1,64})");
    private static final Pattern BUS = Pattern.compile("i2c-(\\d{1,6})");
    /** A base block and 255 extensions, the most that its count can name. */
    private static final int EDID_LIMIT = 256 * Edid.BLOCK;

    private final Path root;

    /** @param root {@code /sys/class/drm} */
    public DrmConnectors(Path root) {
        this.root = root;
    }

    /** The ports with a monitor, by card and name; none, with a warning, where the kernel tells nothing. */
    public List<DrmConnector> connected() throws DeviceException {
        return all().stream().filter(DrmConnector::isConnected).toList();
    }

    /** All ports, by card and name. */
    public List<DrmConnector> all() throws DeviceException {
        List<DrmConnector> connectors = new ArrayList<>();
        try (DirectoryStream<Path> ports = Files.newDirectoryStream(root, "card*-*")) {
            for (Path port : ports) {
                connector(port).ifPresent(connectors::add);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.warn("{} cannot be read: monitors are not identified by the kernel", root);
        }
        connectors.sort(Comparator.comparing(DrmConnector::card).thenComparing(DrmConnector::name));
        return connectors;
    }

    private static Optional<DrmConnector> connector(Path port) throws DeviceException {
        Matcher name = PORT.matcher(String.valueOf(port.getFileName()));
        if (!name.matches() || !Files.exists(port.resolve("status"))) {
            return Optional.empty();
        }
        byte[] bytes = edid(port.resolve("edid"));
        return Optional.of(new DrmConnector(
                name.group(2),
                name.group(1),
                SysfsFile.line(port.resolve("status")).equals("connected"),
                Edid.parse(bytes),
                extensions(bytes),
                bytes.length == 0 ? "" : Sha256.hex(bytes),
                bus(port)));
    }

    /** A port that was unplugged meanwhile, or whose file is not to be read, has no EDID. */
    private static byte[] edid(Path file) {
        try {
            return SysfsFile.bytes(file, EDID_LIMIT);
        } catch (DeviceException e) {
            LOG.warn("no EDID: {}", e.getMessage());
            return new byte[0];
        }
    }

    /** Whole extension blocks (E-EDID 1.4 2.2): each of 128 bytes that sum to zero. */
    private static int extensions(byte[] bytes) {
        int whole = 0;
        for (int at = Edid.BLOCK; at + Edid.BLOCK <= bytes.length; at += Edid.BLOCK) {
            int sum = 0;
            for (int i = 0; i < Edid.BLOCK; i++) {
                sum += bytes[at + i];
            }
            whole += (sum & 0xFF) == 0 ? 1 : 0;
        }
        return Edid.parse(bytes).isPresent() ? whole : 0;
    }

    /** The link {@code ddc}, or a directory {@code i2c-N}, which is how DisplayPort has it. */
    private static OptionalInt bus(Path port) {
        List<String> names = new ArrayList<>();
        try {
            Path link = port.resolve("ddc");
            if (Files.isSymbolicLink(link)) {
                names.add(String.valueOf(Files.readSymbolicLink(link).getFileName()));
            }
            try (DirectoryStream<Path> inside = Files.newDirectoryStream(port, "i2c-*")) {
                inside.forEach(path -> names.add(String.valueOf(path.getFileName())));
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} tells no bus", port, e);
        }
        return names.stream()
                .map(BUS::matcher)
                .filter(Matcher::matches)
                .mapToInt(bus -> Integer.parseInt(bus.group(1)))
                .findFirst();
    }
}
