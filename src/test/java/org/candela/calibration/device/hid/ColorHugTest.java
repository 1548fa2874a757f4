package org.candela.calibration.device.hid;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.candela.base.Cancellation;
import org.candela.calibration.Tristimulus;
import org.candela.calibration.device.DeviceException;
import org.candela.calibration.device.Photometer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ColorHugTest {
    private static final String READING = "0023" + "00005f00" + "00006400" + "00006d00";

    private final FakeHid hid = new FakeHid();
    private final Cancellation cancellation = new Cancellation();

    // [utest->req~device.colorhug~1]
    @Test
    void itTellsWhoItIsAndWhatItSees() throws DeviceException {
        try (ColorHug meter = open()) {
            hid.answers(READING, READING);

            assertEquals(100, meter.read().cdPerM2());
            assertEquals(new Tristimulus(95, 100, 109), meter.readColour().orElseThrow());
            assertEquals("Hughski ColorHug 259", meter.identity().text());
            assertEquals("1.2.4", meter.identity().firmware());
            assertEquals(Photometer.Aim.CONTACT, meter.identity().aim());
        }
        assertTrue(hid.isClosed);
        assertEquals(List.of("07", "0b", "0403", "06ffff", "05", "234300", "234300"), hid.commands());
    }

    @Test
    void aSettingThatWasNotTakenIsAnError() {
        hid.answers("0007010002000400", "000b03010000", "0004", "0006", "0005001f");

        DeviceException refusal =
                assertThrows(DeviceException.class, () -> ColorHug.open(hid, ColorHug.Panel.LED, cancellation));

        assertEquals("device.not-applied", refusal.code());
        assertTrue(hid.isClosed, "a meter that cannot be used is let go");
    }

    @Test
    void aLateReplyIsNotTakenForTheNext() throws DeviceException {
        ColorHug meter = open();
        hid.arrived("0023" + "00000100" + "00000100" + "00000100");
        hid.answers(READING);

        assertEquals(100, meter.read().cdPerM2());
    }

    @Test
    void whoSendsWithoutBeingAskedIsRefused() throws DeviceException {
        ColorHug meter = open();
        for (int i = 0; i < 100; i++) {
            hid.arrived(READING);
        }

        assertEquals(
                "device.garbage",
                assertThrows(DeviceException.class, meter::read).code());
    }

    @Test
    void anUnpluggedMeterIsGone() throws DeviceException {
        ColorHug meter = open();
        hid.isPlugged = false;

        assertEquals(
                "device.gone", assertThrows(DeviceException.class, meter::read).code());
    }

    @Test
    void noiseBelowBlackIsBlackAndMoreIsRefused() throws DeviceException {
        ColorHug meter = open();
        hid.answers("0023" + "00f8ffff" + "00100000" + "00f8ffff", "0023" + "0000feff" + "00100000" + "00100000");

        assertEquals(new Tristimulus(0, 0.0625, 0), darkened(meter));
        assertEquals(
                "device.unreadable",
                assertThrows(DeviceException.class, meter::read).code());
    }

    @Test
    void cancellingEndsTheWait() throws DeviceException {
        ColorHug meter = open();
        cancellation.cancel();

        assertThrows(CancellationException.class, meter::read);
    }

    @Test
    void cancellingWhileItIsOpenedLetsItGo() {
        cancellation.cancel();

        assertThrows(CancellationException.class, this::open);

        assertTrue(hid.isClosed);
    }

    @Test
    void aFailedSelfTestIsTold() throws DeviceException {
        ColorHug meter = open();
        hid.answers("1340");

        assertEquals(
                "device.failed",
                assertThrows(DeviceException.class, meter::testItself).code());
    }

    // [utest->req~device.hid-port~1]
    @Test
    void metersAreListedByTheRealLibraryWithoutAThreadOfIts() {
        long before = threads();

        List<Hid4JavaPort.Device> found = Hid4JavaPort.attached(ColorHug.USB_IDS);

        assertTrue(found.stream().allMatch(device -> ColorHug.USB_IDS.contains(device.id())));
        assertEquals(before, threads(), "threads of hid4java");
    }

    @Test
    void aMeterThatWasUnpluggedSinceIsGone() {
        Hid4JavaPort.Device device = new Hid4JavaPort.Device(ColorHug.USB_IDS.get(0), "/dev/no-such-hid", "");

        assertEquals(
                "device.gone",
                assertThrows(DeviceException.class, () -> Hid4JavaPort.open(device))
                        .code());
    }

    private static long threads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread ->
                        thread.getName().toLowerCase(java.util.Locale.ROOT).contains("hid"))
                .count();
    }

    private static Tristimulus darkened(ColorHug meter) throws DeviceException {
        return meter.readColour().orElseThrow();
    }

    private ColorHug open() throws DeviceException {
        hid.answers("0007010002000400", "000b03010000", "0004", "0006", "0005ffff");
        return ColorHug.open(hid, ColorHug.Panel.LED, cancellation);
    }

    /** A meter in memory: what had arrived before a request, and what answers it. */
    private static final class FakeHid implements HidPort {
        private final Deque<byte[]> before = new ArrayDeque<>();
        private final Deque<byte[]> after = new ArrayDeque<>();
        private final List<String> commands = new ArrayList<>();
        private boolean isAsked;
        private boolean isPlugged = true;
        private boolean isClosed;

        void arrived(String hex) {
            before.add(report(hex));
        }

        void answers(String... hexes) {
            Arrays.stream(hexes).map(FakeHid::report).forEach(after::add);
        }

        /** What it was asked, without the noughts at the end. */
        List<String> commands() {
            return commands;
        }

        private static byte[] report(String hex) {
            return Arrays.copyOf(HexFormat.of().parseHex(hex), 64);
        }

        @Override
        public String name() {
            return "fake ColorHug";
        }

        @Override
        public void write(byte[] report) throws DeviceException {
            requirePlug();
            assertEquals(64, report.length);
            commands.add(
                    HexFormat.of().formatHex(report).replaceAll("(00)+$", "").replaceAll("^2343$", "234300"));
            isAsked = true;
        }

        @Override
        public byte[] read(Duration limit) throws DeviceException {
            requirePlug();
            byte[] next = isAsked ? after.poll() : before.poll();
            if (next != null && isAsked) {
                isAsked = false;
            }
            return next == null ? new byte[0] : next;
        }

        private void requirePlug() throws DeviceException {
            if (!isPlugged) {
                throw new DeviceException("device.gone", name(), "unplugged");
            }
        }

        @Override
        public void close() {
            isClosed = true;
        }
    }
}
