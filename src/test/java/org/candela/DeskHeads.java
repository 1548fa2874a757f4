package org.candela;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The cables and buttons of the virtual desk: unplugs monitors, plugs them in, changes their modes, by xrandr. */
public final class DeskHeads {
    /** All three, since xrandr moves what is left to the origin of the desktop. */
    private static final List<String> AS_IT_WAS = List.of(
            "--output DUMMY0 --mode 1536x2048 --pos 0x0",
            "--output DUMMY1 --mode 1536x2048 --pos 1536x0",
            "--output DUMMY2 --mode 1920x1080 --pos 3072x0 --primary");

    private static final Path EDIDS = Path.of("scripts/desk/edids");
    /** Where the descriptor with the serial number begins in those EDIDs. */
    private static final int SERIAL_TEXT = 90;

    private final String display;

    /** @param display of the X server, as {@code ":3"} */
    public DeskHeads(String display) {
        this.display = display;
    }

    /** Pulls the cables of these connectors; returns at once, while the server is still at it. */
    public Process unplugging(String... connectors) throws Exception {
        return start(
                Stream.of(connectors).map(name -> "--output " + name + " --off").toList());
    }

    /** Pulls the cables of these connectors. */
    public void unplug(String... connectors) throws Exception {
        await(unplugging(connectors));
    }

    /** Puts all three monitors where they were; returns at once. */
    public Process pluggingAllIn() throws Exception {
        return start(AS_IT_WAS);
    }

    /** Puts all three monitors where they were. */
    public void plugAllIn() throws Exception {
        await(pluggingAllIn());
    }

    /** Gives monitors other modes and places, in the words of xrandr. */
    public void arrange(String... words) throws Exception {
        await(start(List.of(words)));
    }

    /** Puts one more upright monitor to the right of all others, on a connector of the server's that the desk leaves free. */
    public void plugInOneMore(String connector, int left) throws Exception {
        String mode = "upright-" + connector;
        await(start(List.of("--newmode " + mode + " 267.25 1536 1664 1832 2128 2048 2051 2061 2120")));
        await(start(List.of("--addmode " + connector + " " + mode)));
        await(start(List.of("--output " + connector + " --mode " + mode + " --pos " + left + "x0")));
        await(start(List.of("--query --nograb"))); // the server finds out about a connection when it is asked
    }

    /** Takes it away, and what was made for it. */
    public void unplugOneMore(String connector) throws Exception {
        unplug(connector);
        await(start(List.of("--delmode " + connector + " upright-" + connector)));
        await(start(List.of("--rmmode upright-" + connector)));
    }

    /** Puts another panel of the same model on a cable: one whose serial number ends in {@code last}. */
    public void replacePanel(String connector, char last) throws Exception {
        byte[] edid = Files.readAllLines(EDIDS).stream()
                .filter(line -> line.startsWith(connector))
                .map(line -> HexFormat.of().parseHex(line.split(" ")[1]))
                .findFirst()
                .orElseThrow();
        int end = new String(edid, StandardCharsets.ISO_8859_1).indexOf('\n', SERIAL_TEXT) - 1;
        edid[edid.length - 1] += (byte) (edid[end] - last); // all bytes add up to 0
        edid[end] = (byte) last;
        tell(Files.writeString(
                Files.createTempFile("candela-edid", ""),
                connector + " " + HexFormat.of().formatHex(edid) + "\n"));
    }

    /** Puts the panels back that belong here. */
    public void putOwnPanelsBack() throws Exception {
        tell(EDIDS);
    }

    private void tell(Path edids) throws Exception {
        await(new ProcessBuilder("perl", "scripts/desk/plug-monitors", display.replace(":", ""), edids.toString())
                .inheritIO()
                .start());
    }

    /** Waits until the server has done it. */
    public static void await(Process change) throws InterruptedException {
        assertTrue(change.waitFor(10, TimeUnit.SECONDS), "xrandr did not end");
        assertEquals(0, change.exitValue(), "xrandr failed");
    }

    private Process start(List<String> words) throws Exception {
        List<String> command = new ArrayList<>(List.of("xrandr", "--display", display));
        words.forEach(part -> command.addAll(List.of(part.split(" "))));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }
}
