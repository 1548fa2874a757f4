package org.candela.codec.jpeg2000;

import java.util.concurrent.atomic.AtomicLong;
import org.candela.codec.stream.CodecException;

// [impl->req~codec.jpeg2000-bounded~1]
/**
 * What a codestream of so many bytes may cost. Real streams stay far below; a broken one is refused before it takes the
 * memory or the time that its headers ask for. Safe from any thread.
 */
final class Budget {
    /** Whatever a small stream may take; below the 256 MiB that reading a file may take. */
    private static final long FREE_MEMORY = 200L << 20;

    private static final long MEMORY_PER_BYTE = 512;
    private static final long FREE_WORK = 1L << 29;
    private static final long WORK_PER_BYTE = 256;

    private final AtomicLong memory;
    private final AtomicLong work;

    Budget(int byteCount) {
        memory = new AtomicLong(Math.max(FREE_MEMORY, MEMORY_PER_BYTE * byteCount));
        work = new AtomicLong(FREE_WORK + WORK_PER_BYTE * byteCount);
    }

    /** Takes memory for {@code count} things of {@code size} bytes. */
    void takeMemory(long count, int size) throws CodecException {
        if (count < 0 || count > Integer.MAX_VALUE || memory.addAndGet(-count * size) < 0) {
            throw new CodecException("the image claims more memory than its bytes can stand for");
        }
    }

    void returnMemory(long count, int size) {
        memory.addAndGet(count * size);
    }

    /** Takes time for one coding pass over so many samples, or as many steps. */
    void takeWork(long samples) throws CodecException {
        if (work.addAndGet(-samples) < 0) {
            throw new CodecException("the image claims more coding passes than its bytes can stand for");
        }
    }
}
