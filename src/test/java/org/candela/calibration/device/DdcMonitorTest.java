package org.candela.calibration.device;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DdcMonitorTest {
    private static final String GOOD = "6E 88 02 00 10 00 00 64 00 32 F2";
    private static final String NULL = "6E 80 BE";
    private static final String WRONG_SUM = "6E 88 02 00 10 00 00 64 00 32 F3";
    private static final String WRONG_SOURCE = "50 88 02 00 10 00 00 64 00 32 F2";
    /** A right reply, to a question about contrast. */
    private static final String STALE = "6E 88 02 00 12 00 00 64 00 32 F0";

    private static final String NOT_SUPPORTED = "6E 88 02 01 66 00 00 00 00 00 D3";

    private final List<Duration> pauses = new ArrayList<>();

    // [utest->req~device.ddc-message~1]
    @Test
    void aNullMessageAWrongSumAWrongSourceAndAStaleReplyAreAskedForAgain() throws Exception {
        ScriptedBus bus = new ScriptedBus(NULL, WRONG_SUM, WRONG_SOURCE, STALE, GOOD);

        assertEquals(new VcpValue(50, 100), monitor(bus).read(VcpFeature.LUMINANCE));

        assertEquals(5, bus.written().size());
        assertEquals("51 82 01 10 AC", bus.written().get(4));
    }

    /** DDC/CI 1.1 §6.6: at least 40 ms between question and reply. */
    @Test
    void theMonitorHasTimeForItsReplyAndMoreEachTime() throws Exception {
        monitor(new ScriptedBus(NULL, NULL, GOOD)).read(VcpFeature.LUMINANCE);

        assertEquals(List.of(Duration.ofMillis(50), Duration.ofMillis(100), Duration.ofMillis(150)), pauses);
    }

    @Test
    void aMonitorThatNeverAnswersIsToldAfterFiveTries() {
        ScriptedBus bus = new ScriptedBus(NULL);

        DeviceException told =
                assertThrows(DeviceException.class, () -> monitor(bus).read(VcpFeature.LUMINANCE));

        assertEquals("device.no-answer", told.code());
        assertEquals(5, bus.written().size());
    }

    @Test
    void oneThatOnlyMakesNoiseIsToldAsGarbledWithItsBytes() {
        DeviceException told = assertThrows(
                DeviceException.class, () -> monitor(new ScriptedBus(WRONG_SUM)).read(VcpFeature.LUMINANCE));

        assertEquals("device.garbled", told.code());
        assertTrue(String.valueOf(told.getMessage()).contains("6E 88 02 00 10 00 00 64 00 32 F3"), told.getMessage());
    }

    // [utest->req~device.ddc-message~1]
    @Test
    void aControlItHasNotIsUnsupportedAtOnceAndNeverSet() {
        ScriptedBus bus = new ScriptedBus(NOT_SUPPORTED);

        DeviceException told =
                assertThrows(DeviceException.class, () -> monitor(bus).set(VcpFeature.AMBIENT_LIGHT_SENSOR, 1));

        assertEquals("device.unsupported", told.code());
        assertEquals(List.of("51 82 01 66 DA"), bus.written());
    }

    // [utest->req~device.ddc-message~1]
    @Test
    void aTableComesInPartsUntilOneIsEmpty() throws Exception {
        ScriptedBus bus = new ScriptedBus(
                "6E 85 E4 00 00 01 02 " + sum("6E 85 E4 00 00 01 02"),
                "6E 84 E4 00 02 03 " + sum("6E 84 E4 00 02 03"),
                "6E 83 E4 00 03 " + sum("6E 83 E4 00 03"));

        assertArrayEquals(new byte[] {1, 2, 3}, monitor(bus).readTable(VcpFeature.LUT_SIZE));
    }

    @Test
    void aTableThatNeverEndsIsBrokenOff() {
        I2cBus endless = new EndlessBus();

        assertEquals(
                "device.garbled",
                assertThrows(DeviceException.class, () -> monitor(endless).readTable(VcpFeature.BLOCK_LUT))
                        .code());
    }

    @Test
    void aTableThatReadsBackOtherwiseIsNotApplied() {
        ScriptedBus bus = new ScriptedBus(
                "6E 84 E4 00 00 01 " + sum("6E 84 E4 00 00 01"), "6E 83 E4 00 01 " + sum("6E 83 E4 00 01"));

        assertEquals(
                "device.not-applied",
                assertThrows(DeviceException.class, () -> monitor(bus).setTable(VcpFeature.BLOCK_LUT, new byte[] {2}))
                        .code());
    }

    @Test
    void anInterruptionEndsTheTries() {
        Thread.currentThread().interrupt();

        DeviceException told =
                assertThrows(DeviceException.class, () -> new DdcMonitor(new ScriptedBus(NULL), Pause.SLEEPING)
                        .read(VcpFeature.LUMINANCE));

        assertEquals("device.interrupted", told.code());
        assertTrue(Thread.interrupted());
    }

    private MonitorControl monitor(I2cBus bus) {
        return new DdcMonitor(bus, pauses::add);
    }

    private static String sum(String message) {
        int sum = 0x50;
        for (String one : message.split(" ", -1)) {
            sum ^= Integer.parseInt(one, 16);
        }
        return String.format(java.util.Locale.ROOT, "%02X", sum);
    }

    /** Has 32 bytes more, whatever is asked. */
    private static final class EndlessBus implements I2cBus {
        private byte high;
        private byte low;

        @Override
        public java.util.Optional<Edid> edid() {
            return java.util.Optional.empty();
        }

        @Override
        public String channel() {
            return "endless";
        }

        @Override
        public void write(byte[] message) {
            high = message[4];
            low = message[5];
        }

        @Override
        public byte[] read(int length) {
            byte[] reply = new byte[length];
            reply[0] = 0x6E;
            reply[1] = (byte) (0x80 | 35);
            reply[2] = (byte) 0xE4;
            reply[3] = high;
            reply[4] = low;
            int sum = 0x50;
            for (int i = 0; i < length - 1; i++) {
                sum ^= reply[i];
            }
            reply[length - 1] = (byte) sum;
            return reply;
        }

        @Override
        public void close() {}
    }
}
