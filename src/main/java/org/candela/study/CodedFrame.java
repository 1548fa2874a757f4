package org.candela.study;

import java.util.Optional;
import org.candela.base.CandelaException;

/** A frame as it was read, not yet decoded. */
public interface CodedFrame {
    /** Bytes held until it is decoded. */
    long byteSize();

    /** Decodes on the calling thread. */
    LoadedFrame decode() throws CandelaException;

    /**
     * A coarser form of it that takes a small part of the time, where its coding has one and the whole takes long; see
     * {@link LoadedFrame#reduction()}. Decodes on the calling thread.
     */
    default Optional<LoadedFrame> preview() throws CandelaException {
        return Optional.empty();
    }
}
