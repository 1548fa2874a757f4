package org.candela.cli;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;

/**
 * A remote service as {@code candela net} needs it, whichever protocol it speaks. Calls block and end soon after the
 * cancellation, with a {@link java.util.concurrent.CancellationException}.
 */
public interface NetPeer extends AutoCloseable {
    /** Sees that the peer is there and talks to us; a line for a person. */
    String echo(Cancellation cancellation) throws CandelaException;

    /** Hands over each match as it comes. */
    void query(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation) throws CandelaException;

    /** Modality worklist (DIMSE only). */
    void worklist(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation) throws CandelaException;

    /** Unified procedure steps. */
    void workitems(NetQuery query, Consumer<Attributes> matches, Cancellation cancellation) throws CandelaException;

    /** Fetches objects into a folder, each a file of its own. */
    Outcome retrieve(NetRetrieval what, Progress progress, Cancellation cancellation) throws CandelaException;

    /** Sends DICOM files. */
    Outcome send(List<Path> files, Progress progress, Cancellation cancellation) throws CandelaException;

    @Override
    void close();

    /** Told after each object. */
    @FunctionalInterface
    interface Progress {
        /** @param total 0 while it is not known */
        void done(int count, int total);
    }

    /** What became of a transfer: objects that arrived, and those that did not with the reason. */
    record Outcome(int completed, Map<String, String> failures) {
        public Outcome {
            failures = Map.copyOf(failures);
        }
    }

    /**
     * Where a peer is and how to talk to it.
     *
     * @param calling our AE title
     * @param timeout longest silence
     * @param pins SHA-256 of certificates or of their public keys, in hexadecimal; none to trust what the system trusts
     * @param user user name, empty for none
     * @param password its password, empty for none
     * @param token bearer token for DICOMweb, empty for none
     */
    record Address(
            URI uri, String calling, Duration timeout, List<String> pins, String user, String password, String token) {
        public Address {
            pins = List.copyOf(pins);
        }

        /** Without a token. */
        public Address(URI uri, String calling, Duration timeout, List<String> pins, String user, String password) {
            this(uri, calling, timeout, pins, user, password, "");
        }

        @Override
        public String toString() {
            return "Address[" + uri + "]";
        }
    }

    /** Opens peers by the scheme of their URI. */
    @FunctionalInterface
    interface Opener {
        NetPeer open(Address address) throws CandelaException;
    }
}
