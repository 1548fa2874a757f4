package org.candela.pad.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.candela.pad.hid.ButtonPress.Edge;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Reports as the tests of GoogleChromeLabs dictation_support have them: second-hand. */
// [utest->req~pad.hid~1]
class HidButtonsTest {
    private static byte[] bytes(String text) {
        String[] parts = text.split(" ");
        byte[] bytes = new byte[parts.length];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    @ParameterizedTest
    @CsvSource({
        "0911:0c1c, 128 0 0 0 0 0 0 0 1, record",
        "0911:0c1c, 128 0 0 0 0 0 0 0 2, stop",
        "0911:0c1c, 128 0 0 0 0 0 0 0 4, play",
        "0911:0c1c, 128 0 0 0 0 0 0 0 32, end",
        "0911:0c1c, 128 0 0 0 0 0 0 2 0, f1",
        "0554:0064, 128 0 0 0 0 0 0 0 8, next",
        "0554:1001, 0 4 0, record",
        "0554:1001, 0 2 0, previous",
        "0554:1001, 0 8 0, next",
        "0554:1001, 0 0 1, enter",
        "0911:1844, 2, middle-pedal",
        "0911:091a, 8, fourth-pedal",
        "05f3:00ff, 4 0, right-pedal",
        "1234:5678, 0 0 16, bit-20"
    })
    void aButtonGoesDownAndUp(String device, String report, String button) {
        ButtonDecoder decoder = new ButtonDecoder(device);
        byte[] down = bytes(report);
        byte[] up = new byte[down.length];
        up[0] = device.equals("0911:0c1c") || device.equals("0554:0064") ? (byte) 128 : 0;

        assertEquals(List.of(new ButtonPress(device, button, Edge.DOWN)), decoder.take(down));
        assertEquals(List.of(), decoder.take(down), "a report that says the same again");
        assertEquals(List.of(new ButtonPress(device, button, Edge.UP)), decoder.take(up));
    }

    @Test
    void reportsAboutOtherThingsAndShortOnesAreNoButtons() {
        ButtonDecoder decoder = new ButtonDecoder("0911:0c1c");

        assertEquals(List.of(), decoder.take(bytes("158 0 0 0 0 0 0 0 1")), "it was picked up");
        assertEquals(List.of(), decoder.take(bytes("128 0 0")));
        assertEquals(List.of(), decoder.take(new byte[0]));
    }

    @Test
    void fromOneButtonToAnotherTheFirstIsLetGo() {
        ButtonDecoder decoder = new ButtonDecoder("0554:1001");
        decoder.take(bytes("0 4 0"));

        assertEquals(
                List.of(
                        new ButtonPress("0554:1001", "record", Edge.UP),
                        new ButtonPress("0554:1001", "play", Edge.DOWN)),
                decoder.take(bytes("0 64 0")));
    }

    /** Gives these reports, then is unplugged. */
    private static final class Fake implements ButtonPort {
        private final Deque<byte[]> reports = new ArrayDeque<>(List.of(bytes("0 4 0"), new byte[0], bytes("0 64 0")));
        private int opened;

        @Override
        public List<Plugged> plugged(Set<String> devices) {
            return devices.contains("0554:1001") && devices.contains("1234:5678")
                    ? List.of(new Plugged("0554:1001", "/dev/hidraw0"))
                    : List.of();
        }

        @Override
        public Open open(Plugged plugged) {
            opened++;
            return new Open() {
                @Override
                public byte[] read(Duration patience) throws IOException {
                    byte[] next = reports.poll();
                    if (next == null) {
                        throw new IOException("it was unplugged");
                    }
                    return next;
                }

                @Override
                public void close() {}
            };
        }
    }

    @Test
    void aDeviceThatIsPulledOutHoldsNothingAndIsReadAgainWhenItIsBack() {
        Fake port = new Fake();
        List<String> told = new ArrayList<>();
        HidButtons buttons = new HidButtons(
                port, press -> told.add(press.button() + " " + press.edge()), Runnable::run, () -> false);

        buttons.look(Set.of("1234:5678"));

        assertEquals(List.of("record DOWN", "record UP", "play DOWN", "play UP"), told);
        port.reports.add(bytes("0 8 0"));
        buttons.look(Set.of("1234:5678"));
        assertEquals(List.of("next DOWN", "next UP"), told.subList(4, told.size()));
        assertEquals(2, port.opened);
    }

    @Test
    void whenNobodyListensAnyMoreNothingIsOpened() {
        Fake port = new Fake();

        new HidButtons(port, press -> {}, Runnable::run, () -> true).look(Set.of("1234:5678"));

        assertEquals(0, port.opened);
        assertTrue(HidButtons.known().contains("0911:0c1c"));
    }
}
