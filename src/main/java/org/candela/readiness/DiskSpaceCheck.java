package org.candela.readiness;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.candela.readiness.ReadinessItem.Status;

/** Whether studies, drafts and reports still fit on the disk, and whether it can be written at all. */
// [impl->req~readiness.disk~1]
public final class DiskSpaceCheck implements ReadinessCheck {
    /**
     * Free space wanted.
     *
     * @param warnBytes below this the reader is told
     * @param blockBytes below this a draft or report might not be kept: reading is blocked
     */
    public record Limits(long warnBytes, long blockBytes) {
        /** 20 GB is a shift of CT studies; below 1 GB even the database is at risk. */
        public static final Limits START = new Limits(20_000_000_000L, 1_000_000_000L);

        public Limits {
            if (blockBytes < 0 || warnBytes < blockBytes) {
                throw new IllegalArgumentException("limits out of order: " + warnBytes + ", " + blockBytes);
            }
        }
    }

    private static final String ID = "disk.space";
    private static final String TITLE = "Disk space";

    private final Path folder;
    private final Limits limits;

    public DiskSpaceCheck(Path folder, Limits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    @Override
    public ReadinessItem evaluate() {
        try {
            Files.createDirectories(folder);
            Path probe = Files.createTempFile(folder, "probe", ".tmp");
            Files.delete(probe);
            return judge(Files.getFileStore(folder).getUsableSpace());
        } catch (IOException e) {
            return new ReadinessItem(
                    ID,
                    TITLE,
                    Status.BLOCKED,
                    "Nothing can be written to the folder " + folder + ".",
                    "Make the folder writable, or free the disk it is on.");
        }
    }

    private ReadinessItem judge(long freeBytes) {
        String found = String.format(Locale.ROOT, "%.1f GB free in %s.", freeBytes / 1e9, folder);
        if (freeBytes < limits.blockBytes()) {
            return new ReadinessItem(ID, TITLE, Status.BLOCKED, found, "Free some space: reports might not be kept.");
        }
        if (freeBytes < limits.warnBytes()) {
            return new ReadinessItem(ID, TITLE, Status.WARNING, found, "Free some space before a long shift.");
        }
        return ReadinessItem.ready(ID, TITLE, found);
    }
}
