package org.candela.net.web;

import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.base.Uid;

/**
 * One frame as it came: the codestream, or pixels, without fragments or item tags.
 *
 * @param number from 1
 * @param transferSyntax of the pixels
 * @param naming how the transfer syntax is known
 * @param file whole; may be moved away, what is left is deleted afterwards
 */
public record FramePart(int number, Uid transferSyntax, Naming naming, Path file) {
    /** How the transfer syntax of a frame is known. */
    public enum Naming {
        /** The server named it. */
        TOLD,
        /** The server did not; it is the usual one of the media type, and the codestream may say otherwise. */
        ASSUMED
    }

    /** Takes one whole frame, in the order asked for, on the retrieving thread. A throw ends the retrieval. */
    @FunctionalInterface
    public interface Sink {
        void accept(FramePart frame) throws CandelaException;
    }

    /**
     * Where frames land.
     *
     * @param directory existing folder
     */
    public record Folder(Path directory, Sink sink) {}
}
