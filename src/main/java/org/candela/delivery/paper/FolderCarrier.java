package org.candela.delivery.paper;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.UUID;
import org.candela.base.CandelaException;
import org.candela.delivery.Answer;
import org.candela.delivery.Carrier;
import org.candela.delivery.Consignment;
import org.candela.delivery.Parcel;
import org.candela.delivery.document.ReportPdf;
import org.candela.delivery.document.ReportText;

/**
 * Reports as files in a folder: there whole or not at all, under a name that says nothing of the patient and is the same at
 * each attempt. {@code content=pdf}, which is usual, {@code text} or {@code html}.
 */
// [impl->req~delivery.folder~1]
public final class FolderCarrier implements Carrier {
    private static final String PDF = "application/pdf";
    private static final String TEXT = "text/plain; charset=utf-8";
    private static final String HTML = "text/html; charset=utf-8";

    private final ZoneId zone;

    /** @param zone of times in the files */
    public FolderCarrier(ZoneId zone) {
        this.zone = zone;
    }

    @Override
    public Parcel pack(Consignment consignment) throws CandelaException {
        String content = consignment.ticket().channel().option("content", "pdf");
        return switch (content) {
            case "pdf" -> new Parcel(PDF, ReportPdf.of(consignment.report(), zone));
            case "text" ->
                new Parcel(TEXT, ReportText.plain(consignment.report(), zone).getBytes(StandardCharsets.UTF_8));
            case "html" ->
                new Parcel(HTML, ReportText.html(consignment.report(), zone).getBytes(StandardCharsets.UTF_8));
            default ->
                throw new CandelaException(
                        "delivery.content",
                        "the channel asks for content=" + content + "; there are pdf, text and html");
        };
    }

    @Override
    public Answer send(Consignment.Ticket ticket, Parcel parcel) {
        Path folder = Path.of(ticket.channel().address());
        if (!Files.isDirectory(folder)) {
            return Answer.of(Answer.Kind.NONE, "there is no folder " + folder + "; make it, or connect the drive");
        }
        String name = ticket.controlId() + extension(parcel);
        try {
            write(folder, name, parcel.bytes());
            return Answer.accepted(
                    "", "written " + name + ", " + parcel.bytes().length + " bytes, SHA-256 " + parcel.sha256());
        } catch (IOException e) {
            return Answer.of(
                    Answer.Kind.NONE,
                    "the folder " + folder + " cannot be written: "
                            + e.getClass().getSimpleName());
        }
    }

    // [impl->req~delivery.trial~1]
    /**
     * Writes a file of a few bytes as a report is written, reads it back and deletes it. Blocks on the disk.
     *
     * @throws CandelaException when there is no such folder, or it cannot be written as reports are
     */
    public static void tryOut(Path folder) throws CandelaException {
        if (!Files.isDirectory(folder)) {
            throw new CandelaException("delivery.no-folder", "there is no folder " + folder);
        }
        byte[] bytes = "Candela looks whether reports can be written here.".getBytes(StandardCharsets.US_ASCII);
        String name = "candela-trial-" + UUID.randomUUID() + ".txt";
        try {
            write(folder, name, bytes);
            if (!Arrays.equals(bytes, Files.readAllBytes(folder.resolve(name)))) {
                throw new CandelaException("delivery.folder", "the folder " + folder + " gives back other bytes");
            }
        } catch (IOException e) {
            throw new CandelaException(
                    "delivery.folder",
                    "the folder " + folder + " cannot be written: "
                            + e.getClass().getSimpleName(),
                    e);
        } finally {
            delete(folder, "." + name + ".part");
            delete(folder, name);
        }
    }

    private static void delete(Path folder, String name) throws CandelaException {
        try {
            Files.deleteIfExists(folder.resolve(name));
        } catch (IOException e) {
            throw new CandelaException("delivery.folder", folder.resolve(name) + " cannot be deleted", e);
        }
    }

    private static String extension(Parcel parcel) {
        return switch (parcel.mediaType()) {
            case PDF -> ".pdf";
            case HTML -> ".html";
            default -> ".txt";
        };
    }

    private static void write(Path folder, String name, byte[] bytes) throws IOException {
        Path beside = folder.resolve("." + name + ".part");
        try (FileChannel channel = FileChannel.open(
                beside, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                int unused = channel.write(buffer);
            }
            channel.force(true);
        }
        Files.move(beside, folder.resolve(name), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        settle(folder);
    }

    /** The name is on the disk too; where a folder cannot be forced, as under Windows, the move alone must do. */
    private static void settle(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            return;
        }
    }
}
