package org.candela.net.dimse;

import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.base.Uid;

/** An object that arrived and is whole on disk. */
public record StoredInstance(Path file, Uid sopClass, Uid sopInstance, String callingAe) {

    /** Takes what arrived, on the thread of its association; a failure is told to the sender. */
    @FunctionalInterface
    public interface Receiver {
        void received(StoredInstance instance) throws CandelaException;
    }
}
