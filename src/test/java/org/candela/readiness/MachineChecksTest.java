package org.candela.readiness;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.readiness.ReadinessItem.Status;
import org.candela.store.StoreException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MachineChecksTest {
    @TempDir
    private Path folder;

    private ReadinessItem on(String source) throws Exception {
        Path home = Files.createDirectories(folder.resolve("home/reader")).toRealPath();
        Files.writeString(
                folder.resolve("mountinfo"),
                "22 1 254:0 / / rw,relatime shared:1 - ext4 /dev/vda1 rw\n"
                        + "36 22 254:2 / " + folder.toRealPath().resolve("home") + " rw shared:2 - ext4 " + source
                        + " rw\n"
                        + "37 22 254:3 / " + folder.toRealPath().resolve("homely")
                        + " rw shared:2 - ext4 /dev/none rw\n");
        return new DiskEncryptionCheck(home, folder.resolve("mountinfo"), folder.resolve("block")).evaluate();
    }

    private void device(String name, String uuid, String... slaves) throws Exception {
        Path own = Files.createDirectories(folder.resolve("block").resolve(name));
        Files.createDirectories(own.resolve("slaves"));
        if (!uuid.isEmpty()) {
            Files.createDirectories(own.resolve("dm"));
            Files.writeString(own.resolve("dm/uuid"), uuid + "\n");
        }
        for (String slave : slaves) {
            Files.createDirectories(own.resolve("slaves").resolve(slave));
        }
    }

    // [utest->req~readiness.encryption~1]
    @Test
    void aHomeOnDmCryptIsEncryptedAndElseItIsNotKnown() throws Exception {
        device("dm-9", "CRYPT-LUKS2-0123456789abcdef-home");
        device("vdq9", "");

        assertEquals(Status.READY, on("/dev/dm-9").status());
        assertEquals(Status.NOT_ASSESSED, on("/dev/vdq9").status());
        assertEquals(
                "Not known: vdq9 is not mapped by dm-crypt.", on("/dev/vdq9").reason());
        assertEquals("Not known.", on("tmpfs").reason());
    }

    // [utest->req~readiness.encryption~1]
    @Test
    void aVolumeIsEncryptedWhenAllItIsMadeOfIs() throws Exception {
        device("dm-7", "LVM-abc", "dm-8", "dm-9");
        device("dm-8", "CRYPT-LUKS2-one");
        device("dm-9", "CRYPT-LUKS2-two");
        assertEquals(Status.READY, on("/dev/dm-7").status());

        device("dm-7", "LVM-abc", "vdq9");
        device("vdq9", "");
        assertEquals(Status.NOT_ASSESSED, on("/dev/dm-7").status());
    }

    // [utest->req~readiness.queue~1]
    @Test
    void whatAnEarlierShiftLeftIsTold() {
        assertEquals(
                Status.READY,
                new QueueCheck(() -> new QueueCheck.Left(0, 0, 0, 0)).evaluate().status());
        ReadinessItem left = new QueueCheck(() -> new QueueCheck.Left(1, 2, 0, 1)).evaluate();
        assertEquals(Status.WARNING, left.status());
        assertEquals(
                "1 critical result that nobody was told of, 1 report not acknowledged, 2 drafts not signed.",
                left.reason());
        assertEquals(
                Status.NOT_ASSESSED,
                new QueueCheck(() -> {
                            throw new StoreException("store.busy", "busy");
                        })
                        .evaluate()
                        .status());
    }
}
