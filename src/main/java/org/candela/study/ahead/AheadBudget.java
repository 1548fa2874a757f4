package org.candela.study.ahead;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongSupplier;

/**
 * How much of the disk may be taken by what nobody has asked for yet. Safe from any thread.
 *
 * @param mostBytes what the next cases and their priors may take together, with what of them is here already
 * @param reserveBytes free space that is left alone
 * @param freeBytes asked at each look; a system call at most
 */
public record AheadBudget(long mostBytes, long reserveBytes, LongSupplier freeBytes) {
    /** As much as there is. */
    public static final AheadBudget UNLIMITED = new AheadBudget(Long.MAX_VALUE, 0, () -> Long.MAX_VALUE);

    /**
     * At one moment.
     *
     * @param mostBytes what all may take together, here or to come
     * @param freeBytes what may still come; 0 when the reserve is reached
     */
    public record Left(long mostBytes, long freeBytes) {}

    /** On the disk of {@code folder}; a disk that cannot be asked has no room. */
    public static AheadBudget on(Path folder, long mostBytes, long reserveBytes) {
        return new AheadBudget(mostBytes, reserveBytes, () -> {
            try {
                return Files.getFileStore(folder).getUsableSpace();
            } catch (IOException e) {
                return 0;
            }
        });
    }

    /** What is left now. */
    public Left left() {
        return new Left(mostBytes, Math.max(0, freeBytes.getAsLong() - reserveBytes));
    }
}
