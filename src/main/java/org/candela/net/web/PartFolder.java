package org.candela.net.web;

import java.nio.file.Path;
import org.candela.base.CandelaException;

/**
 * Where retrieved objects land, one file each, and who takes them from there.
 *
 * @param directory existing folder, on the disk the files shall stay on
 * @param sink called once for each whole object, in the order of arrival, on the retrieving thread
 */
public record PartFolder(Path directory, Sink sink) {

    /** Takes one whole object. */
    @FunctionalInterface
    public interface Sink {
        /** May move {@code file} away; what is left is deleted afterwards. A throw ends the retrieval. */
        void accept(Path file) throws CandelaException;
    }
}
