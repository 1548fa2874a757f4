package org.candela.calibration.device.serial;

import com.fazecast.jSerialComm.SerialPort;
import com.fazecast.jSerialComm.SerialPortInvalidPortException;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.candela.calibration.device.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A serial line of this machine, by jSerialComm. Device thread. */
// [impl->req~device.serial-line~1]
public final class JSerialCommLine implements SerialLine {
    private static final Logger LOG = LoggerFactory.getLogger(JSerialCommLine.class);
    private static final int WRITE_MS = 2000;
    /** Set once: jSerialComm sets the whole line anew with each limit. */
    private static final int READ_MS = 100;

    private final SerialPort port;
    private final String name;

    private JSerialCommLine(SerialPort port, String name) {
        this.port = port;
        this.name = name;
    }

    /**
     * A line that the system has.
     *
     * @param path where, for {@link #open}
     * @param description what the system says of it; may name the cable or the meter
     * @param serial of the cable or the meter; empty when it tells none
     */
    public record Port(String path, String description, String serial) {}

    /** The lines of this machine, none of them opened; none where the library does not work here, with a warning. */
    public static List<Port> ports() {
        try {
            return Stream.of(SerialPort.getCommPorts())
                    .map(port -> new Port(
                            port.getSystemPortPath(), port.getPortDescription(), known(port.getSerialNumber())))
                    .toList();
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            LOG.warn("serial meters cannot be used: jSerialComm has no library for this system", e);
            return List.of();
        }
    }

    /**
     * Opens a line for this program alone.
     *
     * @throws DeviceException {@code device.gone} when there is none, {@code device.busy} when it cannot be opened, {@code
     *     device.missing} where the library does not work here
     */
    public static JSerialCommLine open(String path, SerialSettings settings) throws DeviceException {
        String name = path + " " + settings.text();
        try {
            SerialPort port = SerialPort.getCommPort(path);
            port.setComPortParameters(settings.baud(), settings.dataBits(), stopBits(settings), parity(settings));
            port.setFlowControl(SerialPort.FLOW_CONTROL_DISABLED);
            port.setComPortTimeouts(
                    SerialPort.TIMEOUT_READ_SEMI_BLOCKING | SerialPort.TIMEOUT_WRITE_BLOCKING, READ_MS, WRITE_MS);
            if (!port.openPort(0)) {
                throw new DeviceException(
                        "device.busy",
                        name,
                        "cannot be opened (error " + port.getLastErrorCode()
                                + "); does another program use it, and may you (Linux: group dialout)?");
            }
            return new JSerialCommLine(port, name);
        } catch (SerialPortInvalidPortException e) {
            throw new DeviceException("device.gone", name, "there is no such line; is it plugged in?", e);
        } catch (UnsatisfiedLinkError | NoClassDefFoundError | ExceptionInInitializerError e) {
            throw new DeviceException("device.missing", name, "jSerialComm has no library for this system", e);
        }
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public void write(byte[] bytes) throws DeviceException {
        if (port.writeBytes(bytes, bytes.length) != bytes.length) {
            throw gone();
        }
    }

    @Override
    public int read(byte[] into, Duration limit) throws DeviceException {
        int there = port.bytesAvailable();
        if (there < 0) {
            throw gone();
        }
        if (there == 0 && limit.toMillis() < READ_MS) {
            return 0;
        }
        int count = port.readBytes(into, into.length);
        if (count < 0) {
            throw gone();
        }
        return count;
    }

    private DeviceException gone() {
        return new DeviceException("device.gone", name, "the line was unplugged");
    }

    @Override
    public void close() {
        port.closePort();
    }

    private static int stopBits(SerialSettings settings) {
        return settings.stopBits() == 1 ? SerialPort.ONE_STOP_BIT : SerialPort.TWO_STOP_BITS;
    }

    private static int parity(SerialSettings settings) {
        return settings.parity() == SerialSettings.Parity.NONE ? SerialPort.NO_PARITY : SerialPort.EVEN_PARITY;
    }

    private static String known(String serial) {
        return serial.equals("Unknown") ? "" : serial;
    }
}
