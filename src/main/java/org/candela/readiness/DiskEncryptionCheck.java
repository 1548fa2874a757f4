package org.candela.readiness;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.candela.readiness.ReadinessItem.Status;

/**
 * Whether the disk that studies and reports lie on is encrypted, as Linux tells it: its block device, or all that it is made of, are
 * mapped by dm-crypt. Encryption by file or by the drive itself is not seen, so that "no" is never said, only "not known".
 *
 * @param folder whose disk is asked for
 * @param mounts as {@code /proc/self/mountinfo}
 * @param blocks as {@code /sys/class/block}
 */
// [impl->req~readiness.encryption~1]
public record DiskEncryptionCheck(Path folder, Path mounts, Path blocks) implements ReadinessCheck {
    /** Where Linux tells of mounts. */
    public static final Path MOUNTS = Path.of("/proc/self/mountinfo");

    /** Where Linux tells of block devices. */
    public static final Path BLOCKS = Path.of("/sys/class/block");

    private static final String ID = "disk.encryption";
    private static final String TITLE = "Encryption of the disk";
    private static final int DEEPEST = 8;
    private static final int MOUNT_POINT = 4;

    @Override
    public ReadinessItem evaluate() {
        try {
            Optional<String> device = device();
            boolean isMapped = device.filter(name -> isEncrypted(name, 0)).isPresent();
            return isMapped
                    ? ReadinessItem.ready(ID, TITLE, "dm-crypt under " + device.orElseThrow() + ".")
                            .with(Evidence.read("dm-crypt", "/sys/class/block"))
                    : unknown("Not known"
                            + device.map(name -> ": " + name + " is not mapped by dm-crypt")
                                    .orElse("") + ".");
        } catch (IOException e) {
            return unknown("Not known: this system does not tell.");
        }
    }

    /** Name of the block device that the longest mount point above the folder is of; empty for one that is no device. */
    private Optional<String> device() throws IOException {
        Path place = Files.exists(folder) ? folder.toRealPath() : folder.toAbsolutePath();
        try (Stream<String> lines = Files.lines(mounts)) {
            return lines.map(line -> line.split(" "))
                    .filter(cells -> cells.length > MOUNT_POINT && place.startsWith(Path.of(cells[MOUNT_POINT])))
                    .max(Comparator.comparingInt(cells -> cells[MOUNT_POINT].length()))
                    .map(DiskEncryptionCheck::source)
                    .filter(source -> source.startsWith("/dev/"))
                    .map(this::name);
        }
    }

    /** Behind the hyphen stand type, source and options of the file system. */
    private static String source(String... cells) {
        for (int i = MOUNT_POINT; i + 2 < cells.length; i++) {
            if (cells[i].equals("-")) {
                return cells[i + 2];
            }
        }
        return "";
    }

    /** {@code /dev/mapper/home} is a link to {@code /dev/dm-0}; one that is not there keeps its own name. */
    private String name(String source) {
        try {
            return String.valueOf(Path.of(source).toRealPath().getFileName());
        } catch (IOException e) {
            return String.valueOf(Path.of(source).getFileName());
        }
    }

    /** A volume of several disks is encrypted when each of them is. */
    private boolean isEncrypted(String device, int depth) {
        Path own = blocks.resolve(device);
        if (line(own.resolve("dm/uuid")).startsWith("CRYPT-")) {
            return true;
        }
        List<String> below = slaves(own.resolve("slaves"));
        return depth < DEEPEST && !below.isEmpty() && below.stream().allMatch(name -> isEncrypted(name, depth + 1));
    }

    private static List<String> slaves(Path folder) {
        List<String> names = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> all = Files.newDirectoryStream(folder)) {
                all.forEach(one -> names.add(String.valueOf(one.getFileName())));
            } catch (IOException e) {
                return List.of(); // not told is not encrypted
            }
        }
        return names;
    }

    private static String line(Path file) {
        try {
            return Files.isReadable(file) ? Files.readString(file).strip() : "";
        } catch (IOException e) {
            return "";
        }
    }

    private static ReadinessItem unknown(String found) {
        return new ReadinessItem(
                        ID,
                        TITLE,
                        Status.NOT_ASSESSED,
                        found,
                        "Patients' data lie there: see that the disk is encrypted (LUKS), or the drive encrypts by itself.")
                .with(Evidence.read("not known", "/sys/class/block"));
    }
}
