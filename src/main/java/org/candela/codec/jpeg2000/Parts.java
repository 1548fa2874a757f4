package org.candela.codec.jpeg2000;

import java.util.concurrent.atomic.AtomicReference;
import org.candela.codec.stream.CodecException;
import org.candela.codec.stream.Workers;

/** Carries the first {@link CodecException} of parts that run on workers to the caller. */
final class Parts {
    private Parts() {}

    /** A part that may find its bytes broken. */
    interface Part {
        void run(int index) throws CodecException;
    }

    static void forEach(Workers workers, int count, Part part) throws CodecException {
        AtomicReference<CodecException> failure = new AtomicReference<>();
        workers.forEach(count, i -> {
            if (failure.get() != null) {
                return;
            }
            try {
                part.run(i);
            } catch (CodecException e) {
                failure.compareAndSet(null, e);
            }
        });
        CodecException found = failure.get();
        if (found != null) {
            throw found;
        }
    }
}
