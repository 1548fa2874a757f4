package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~app.run-site~1]
class MachineFactsTest {
    private static final Map<String, String> LINUX =
            Map.of("os.name", "Linux", "os.version", "6.1.0", "os.arch", "amd64", "java.version", "17.0.9");

    @TempDir
    private Path root;

    @Test
    void aLinuxMachineTellsItsNameSystemAdapterAndDriver() throws Exception {
        write("proc/sys/kernel/hostname", "reading-desk\n");
        write("etc/os-release", "NAME=\"Debian\"\nPRETTY_NAME=\"Debian GNU/Linux 12 (bookworm)\"\n");
        write("sys/class/drm/card0/device/uevent", "DRIVER=i915\nPCI_CLASS=30000\nPCI_ID=8086:5917\n");
        write("sys/class/drm/card0-DP-1/device/uevent", "DRIVER=none\nPCI_ID=0000:0000\n");
        write("sys/class/drm/card1/device/uevent", "DRIVER=nvidia\nPCI_ID=10DE:1CB3\n");
        write("sys/module/nvidia/version", "535.183.01\n");

        MachineFacts facts = MachineFacts.of(new MachineFacts.Sources(Map.of(), LINUX, root));

        assertEquals("reading-desk", facts.host().text());
        assertEquals(
                "Debian GNU/Linux 12 (bookworm), Linux 6.1.0 amd64",
                facts.system().text());
        assertEquals("PCI 8086:5917 and 10DE:1CB3", facts.gpu().text());
        assertTrue(
                facts.gpuDriver().text().startsWith("i915 and nvidia"),
                facts.gpuDriver().text());
        assertTrue(facts.program().text().contains("Java 17.0.9"));
    }

    @Test
    void oneDriverIsToldWithItsVersion() throws Exception {
        write("sys/class/drm/card0/device/uevent", "DRIVER=nvidia\nPCI_ID=10DE:1CB3\n");
        write("sys/module/nvidia/version", "535.183.01\n");

        MachineFacts facts = MachineFacts.of(new MachineFacts.Sources(Map.of(), LINUX, root));

        assertEquals("nvidia 535.183.01", facts.gpuDriver().text());
    }

    @Test
    void whatIsNotThereIsSaidWithItsReason() {
        MachineFacts facts = MachineFacts.of(new MachineFacts.Sources(Map.of(), LINUX, root));
        MachineFacts windows = MachineFacts.of(
                new MachineFacts.Sources(Map.of("COMPUTERNAME", "READING"), Map.of("os.name", "Windows 11"), root));

        assertTrue(facts.host().text().startsWith("not read: "), facts.host().text());
        assertTrue(facts.gpu().text().contains("lists no adapter"));
        assertEquals("READING", windows.host().text());
        assertTrue(windows.gpu().text().contains("on Linux alone"));
    }

    private void write(String file, String text) throws Exception {
        Path path = root.resolve(file);
        Files.createDirectories(path.getParent());
        Files.writeString(path, text);
    }
}
