package org.candela.calibration.device.sysfs;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.candela.calibration.device.DeviceException;

/** A file of the kernel, read to a limit; every failure names it. */
final class SysfsFile {
    private static final int TEXT_LIMIT = 4096;
    private static final int QUOTED = 40;

    private SysfsFile() {}

    /** The bytes of a file. {@code device.garbage} when there are more than {@code limit}. */
    static byte[] bytes(Path file, int limit) throws DeviceException {
        try (InputStream stream = Files.newInputStream(file)) {
            byte[] bytes = stream.readNBytes(limit + 1);
            if (bytes.length > limit) {
                throw new DeviceException("device.garbage", file.toString(), "more than " + limit + " bytes");
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new DeviceException("device.gone", file.toString(), "the file is gone", e);
        } catch (FileSystemException e) {
            throw new DeviceException("device.forbidden", file.toString(), "cannot be opened: " + e.getReason(), e);
        } catch (IOException e) {
            throw new DeviceException("device.no-answer", file.toString(), "cannot be read: " + e.getMessage(), e);
        }
    }

    /** The first line of a file, without blanks around it. */
    static String line(Path file) throws DeviceException {
        String text = new String(bytes(file, TEXT_LIMIT), StandardCharsets.UTF_8);
        int end = text.indexOf('\n');
        return (end < 0 ? text : text.substring(0, end)).strip();
    }

    /** A finite number, with a point as the kernel writes it. */
    static double number(Path file) throws DeviceException {
        String line = line(file);
        try {
            double number = Double.parseDouble(line);
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new DeviceException("device.garbage", file.toString(), "no number: " + quoted(line), e);
        }
        throw new DeviceException("device.garbage", file.toString(), "no finite number: " + quoted(line));
    }

    private static String quoted(String line) {
        return '"' + line.substring(0, Math.min(line.length(), QUOTED)).replaceAll("[^ -~]", "?") + '"';
    }
}
