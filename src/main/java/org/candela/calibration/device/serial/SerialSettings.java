package org.candela.calibration.device.serial;

/**
 * How bytes go over a serial line.
 *
 * @param baud bits a second
 * @param dataBits 7 or 8
 * @param stopBits 1 or 2
 */
public record SerialSettings(int baud, int dataBits, Parity parity, int stopBits) {
    /** CS-100A and LS-100: 4800 7E2. */
    public static final SerialSettings KONICA_100 = new SerialSettings(4800, 7, Parity.EVEN, 2);
    /** K-10: 9600 8N1. */
    public static final SerialSettings KLEIN = new SerialSettings(9600, 8, Parity.NONE, 1);

    /** The bit that checks the others. */
    public enum Parity {
        NONE('N'),
        EVEN('E');

        private final char letter;

        Parity(char letter) {
            this.letter = letter;
        }
    }

    public SerialSettings {
        if (baud < 300 || dataBits < 7 || dataBits > 8 || stopBits < 1 || stopBits > 2) {
            throw new IllegalArgumentException("no serial line: " + baud + ", " + dataBits + ", " + stopBits);
        }
    }

    /** As manuals write it: {@code "4800 7E2"}. */
    public String text() {
        return baud + " " + dataBits + parity.letter + stopBits;
    }
}
