package org.candela.net.dimse;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.TransferSyntax;

/** C-STORE as user: files stream as they are, and are only re-encoded where both forms are uncompressed. */
// [impl->req~net.dimse.store~1]
public final class StorageUser {
    private static final int META_START = 132;
    private static final int META_HEAD = 12;

    private StorageUser() {}

    /** A file that can be sent. */
    public record Sendable(Path file, Uid sopClass, Uid sopInstance, TransferSyntax syntax, long start) {
        /** Reads the head of a Part 10 file. */
        public static Sendable of(Path file) throws IOException, DicomFormatException {
            DicomFile head = DicomReader.readHeader(file);
            Uid sopClass = head.dataSet().uid(Tag.SOPClassUID).orElseThrow(() -> missing(file, Tag.SOPClassUID));
            Uid instance = head.dataSet().uid(Tag.SOPInstanceUID).orElseThrow(() -> missing(file, Tag.SOPInstanceUID));
            return new Sendable(file, sopClass, instance, head.transferSyntax(), startOf(file));
        }

        private static DicomFormatException missing(Path file, int tag) {
            return new DicomFormatException(
                    String.valueOf(file.getFileName()), DicomFormatException.NO_OFFSET, tag, "is missing");
        }

        private static long startOf(Path file) throws IOException, DicomFormatException {
            ByteBuffer head = ByteBuffer.wrap(head(file)).order(ByteOrder.LITTLE_ENDIAN);
            boolean hasLength = head.limit() == META_START + META_HEAD
                    && head.getInt(META_START) == 0x0002
                    && head.getInt(META_START + 4) == 0x00044C55;
            long start = hasLength ? head.limit() + (head.getInt(META_START + 8) & 0xFFFFFFFFL) : Long.MAX_VALUE;
            if (start > Files.size(file)) {
                throw new DicomFormatException(
                        String.valueOf(file.getFileName()),
                        META_START,
                        Tag.FileMetaInformationGroupLength,
                        "no length of the File Meta Information; write the file anew before sending it");
            }
            return start;
        }

        private static byte[] head(Path file) throws IOException {
            try (InputStream bytes = Files.newInputStream(file)) {
                return bytes.readNBytes(META_START + META_HEAD);
            }
        }

        boolean isUncompressed() {
            return !syntax.isEncapsulated() && syntax.form() != TransferSyntax.Form.UNKNOWN;
        }
    }

    /** The contexts these files need. */
    public static Contexts contextsFor(List<Sendable> files) {
        Map<String, Set<String>> syntaxes = new TreeMap<>();
        for (Sendable file : files) {
            Set<String> offered = syntaxes.computeIfAbsent(file.sopClass().value(), key -> new TreeSet<>());
            offered.add(file.syntax().uid().value());
            if (file.isUncompressed()) {
                offered.addAll(Contexts.UNCOMPRESSED);
            }
        }
        return Contexts.stores(syntaxes);
    }

    /** Sends one; a {@link DimseException} of kind FAILED or REJECTED leaves the association usable. */
    public static void send(Association association, Sendable file, Cancellation cancellation)
            throws CandelaException, IOException {
        for (Association.Context context : association.contexts().values()) {
            boolean isOwn = context.transferSyntax().equals(file.syntax().uid());
            if (isOwn && context.abstractSyntax().equals(file.sopClass().value())) {
                try (SeekableByteChannel bytes = Files.newByteChannel(file.file())) {
                    bytes.position(file.start());
                    stream(association, context, file, Channels.newInputStream(bytes), cancellation);
                    return;
                }
            }
        }
        sendReencoded(association, file, cancellation);
    }

    private static void sendReencoded(Association association, Sendable file, Cancellation cancellation)
            throws CandelaException, IOException {
        Association.Context context = association.contexts().values().stream()
                .filter(each -> file.isUncompressed())
                .filter(each -> each.abstractSyntax().equals(file.sopClass().value()))
                .filter(each ->
                        Contexts.UNCOMPRESSED.contains(each.transferSyntax().value()))
                .findFirst()
                .orElseThrow(() -> new DimseException(
                        DimseException.Kind.REJECTED,
                        association.peer() + ": does not take "
                                + Reasons.service(file.sopClass().value()) + " in "
                                + Reasons.service(file.syntax().uid().value())
                                + "; transcode it first, or have it allowed there"));
        Path other = Files.createTempFile("sending-", ".dcm");
        try {
            DicomFile read = DicomReader.read(file.file());
            DicomWriter.write(
                    new DicomFile(
                            read.meta(), read.dataSet(), TransferSyntax.of(context.transferSyntax()), read.warnings()),
                    other);
            send(association, Sendable.of(other), cancellation);
        } finally {
            Files.deleteIfExists(other);
        }
    }

    private static void stream(
            Association association,
            Association.Context context,
            Sendable file,
            InputStream data,
            Cancellation cancellation)
            throws DimseException {
        Exchange exchange = new Exchange(association);
        CommandSet request = exchange.request(CommandSet.C_STORE)
                .text(CommandSet.AFFECTED_CLASS, file.sopClass().value())
                .number(CommandSet.PRIORITY, 0)
                .text(CommandSet.AFFECTED_INSTANCE, file.sopInstance().value());
        association.send(context, request, data, cancellation);
        exchange.succeed(exchange.answer(request, cancellation::isRequested).command());
    }
}
