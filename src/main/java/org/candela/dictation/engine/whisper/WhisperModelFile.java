package org.candela.dictation.engine.whisper;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at the head of a model of whisper.cpp before the native library does: that one ends the process where numbers are
 * nonsense, and a download that broke off is common. Magic {@code ggml}, then eleven numbers of four bytes, low byte first.
 */
final class WhisperModelFile {
    private static final int MAGIC = 0x67676d6c;
    private static final int NUMBERS = 12;
    /** Bytes a weight has by the file's type; other types are not judged by their size. */
    private static final Map<Integer, Double> BYTES_OF_A_WEIGHT =
            Map.of(0, 4.0, 1, 2.0, 2, 0.5625, 3, 0.625, 7, 1.0625, 8, 0.6875, 9, 0.75);

    private static final double ROUGHLY = 0.9;
    /** The lower digits of the type; above them stands how it was made. */
    private static final int TYPES = 1000;

    private WhisperModelFile() {}

    /** What keeps the file from being a model; empty when nothing seems to. */
    static Optional<String> lack(Path file) {
        if (!Files.isRegularFile(file)) {
            return Optional.of(file + " is no file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] head = in.readNBytes(NUMBERS * Integer.BYTES);
            if (head.length < NUMBERS * Integer.BYTES || !isModel(numbers(head))) {
                return Optional.of(file + " is no model of whisper.cpp");
            }
            return Files.size(file) < leastSize(numbers(head))
                    ? Optional.of(file + " is not whole (fetch it again)")
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.of(file + " cannot be read");
        }
    }

    private static int[] numbers(byte[] head) {
        int[] numbers = new int[NUMBERS];
        ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN).asIntBuffer().get(numbers);
        return numbers;
    }

    /** magic, vocabulary, audio: context, state, heads, layers, text: context, state, heads, layers, mels, type. */
    private static boolean isModel(int[] numbers) {
        return numbers[0] == MAGIC
                && isBetween(numbers[1], 50_000, 60_000)
                && isBetween(numbers[2], 100, 10_000)
                && isBetween(numbers[3], 100, 8_192)
                && isBetween(numbers[4], 1, 64)
                && isBetween(numbers[5], 1, 128)
                && isBetween(numbers[6], 100, 10_000)
                && isBetween(numbers[7], 100, 8_192)
                && isBetween(numbers[8], 1, 64)
                && isBetween(numbers[9], 1, 128)
                && isBetween(numbers[10], 40, 256)
                && isBetween(numbers[11], 0, 10 * TYPES);
    }

    private static boolean isBetween(int number, int least, int most) {
        return number >= least && number <= most;
    }

    /** The matrices of all layers and the words: 12 squares a layer that listens, 16 a layer that writes. */
    private static double leastSize(int[] numbers) {
        double audio = 12.0 * numbers[5] * numbers[3] * numbers[3];
        double text = 16.0 * numbers[9] * numbers[7] * numbers[7] + (double) numbers[1] * numbers[7];
        return (audio + text) * BYTES_OF_A_WEIGHT.getOrDefault(numbers[11] % TYPES, 0.25) * ROUGHLY;
    }
}
