package org.candela.dicom;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.candela.base.Uid;

/**
 * Writes DICOM files (PS3.10 §7.1) in the form of their transfer syntax: implicit or explicit, little or big endian,
 * deflated.
 *
 * <p>Elements and their encoded lengths stay as they were read, so that an unchanged data set is written byte for byte;
 * new sequences get defined lengths. A file is written beside its target, forced to disk and renamed, so that
 * after a crash there is either the whole file or none. Stateless; safe from any thread.
 */
public final class DicomWriter {
    private static final int PREAMBLE = 128;
    private static final int CHUNK = 1 << 16;
    private static final String VERSION_NAME = "CANDELA";

    private DicomWriter() {}

    /** Writes {@code file} to {@code target}, replacing what is there only when all of it is on disk. */
    // [impl->req~dicom.write~1]
    public static void write(DicomFile file, Path target) throws IOException {
        Path parent = target.toAbsolutePath().getParent();
        Path temporary = Files.createTempFile(parent, ".writing-", ".dcm");
        try {
            try (FileOutputStream stream = new FileOutputStream(temporary.toFile());
                    BufferedOutputStream buffered = new BufferedOutputStream(stream, 1 << 16)) {
                write(file, buffered);
                buffered.flush();
                stream.getFD().sync();
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Writes {@code file} to {@code stream}, which stays open. */
    public static void write(DicomFile file, OutputStream stream) throws IOException {
        stream.write(new byte[PREAMBLE]);
        stream.write("DICM".getBytes(StandardCharsets.US_ASCII));
        writeMeta(metaOf(file), stream);
        writeDataSet(file.dataSet(), file.transferSyntax(), stream);
    }

    /** Writes a data set without a file around it, as for a DIMSE message, in the encoding of {@code syntax}. */
    public static void writeDataSet(Attributes dataSet, TransferSyntax syntax, OutputStream stream) throws IOException {
        if (syntax.form() == TransferSyntax.Form.DEFLATED) {
            writeDeflated(dataSet, stream);
        } else {
            new ElementWriter(stream, ElementForm.of(syntax)).write(dataSet);
        }
    }

    /** PS3.5 A.5: raw deflate (RFC 1951), and a NUL where that makes the length even. */
    // [impl->req~dicom.deflated~1]
    private static void writeDeflated(Attributes dataSet, OutputStream stream) throws IOException {
        Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
        try {
            DeflaterOutputStream deflated = new DeflaterOutputStream(stream, deflater, CHUNK);
            new ElementWriter(new BufferedOutputStream(deflated, CHUNK), ElementForm.EXPLICIT_LITTLE_ENDIAN)
                    .writeAndFlush(dataSet);
            deflated.finish();
            if (deflater.getBytesWritten() % 2 != 0) {
                stream.write(0);
            }
        } finally {
            deflater.end();
        }
    }

    private static void writeMeta(Attributes meta, OutputStream stream) throws IOException {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        new ElementWriter(group, ElementForm.EXPLICIT_LITTLE_ENDIAN).write(meta);
        Attributes length = new Attributes().setNumbers(Tag.FileMetaInformationGroupLength, VR.UL, group.size());
        new ElementWriter(stream, ElementForm.EXPLICIT_LITTLE_ENDIAN).write(length);
        group.writeTo(stream);
    }

    /** PS3.10 §7.1: what is there and right stays as it was encoded. */
    private static Attributes metaOf(DicomFile file) {
        Attributes meta = file.meta().copy().remove(Tag.FileMetaInformationGroupLength);
        Attributes dataSet = file.dataSet();
        if (!meta.contains(Tag.FileMetaInformationVersion)) {
            meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
        }
        dataSet.uid(Tag.SOPClassUID).ifPresent(uid -> put(meta, Tag.MediaStorageSOPClassUID, uid));
        dataSet.uid(Tag.SOPInstanceUID).ifPresent(uid -> put(meta, Tag.MediaStorageSOPInstanceUID, uid));
        put(meta, Tag.TransferSyntaxUID, file.transferSyntax().uid());
        if (!meta.contains(Tag.ImplementationClassUID)) {
            meta.set(Tag.ImplementationClassUID, VR.UI, UID.Implementation.value());
            meta.set(Tag.ImplementationVersionName, VR.SH, VERSION_NAME);
        }
        return meta;
    }

    private static void put(Attributes meta, int tag, Uid uid) {
        if (!meta.uid(tag).equals(Optional.of(uid))) {
            meta.set(tag, VR.UI, uid.value());
        }
    }
}
