package org.candela.net.web;

import java.nio.file.Path;
import java.util.OptionalLong;
import org.candela.base.CandelaException;

/**
 * Where retrieved objects land, one file each, and who takes them from there.
 *
 * @param directory existing folder, on the disk the files shall stay on
 * @param sink called once for each whole object, in the order of arrival, on the retrieving thread
 * @param watch told while an object comes
 */
public record PartFolder(Path directory, Sink sink, Watch watch) {
    /** Watched by nobody. */
    public PartFolder(Path directory, Sink sink) {
        this(directory, sink, Watch.NONE);
    }

    /** Follows objects on their way, on the retrieving thread, which waits for it. */
    @FunctionalInterface
    public interface Watch {
        /** Does not look. */
        Watch NONE = (file, bytes, expected) -> {};

        /**
         * More of an object is in {@code file}, which is not whole yet; told for each block, so be quick.
         *
         * @param bytes that are there
         * @param expected bytes of the whole, where the service says so
         */
        void grown(Path file, long bytes, OptionalLong expected);
    }

    /** Takes one whole object. */
    @FunctionalInterface
    public interface Sink {
        /** May move {@code file} away; what is left is deleted afterwards. A throw ends the retrieval. */
        void accept(Path file) throws CandelaException;
    }
}
