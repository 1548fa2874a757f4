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

/**
 * Writes DICOM files (PS3.10 §7.1) in little endian, explicit or implicit as their transfer syntax says.
 *
 * <p>Elements and their encoded lengths stay as they were read, so that an unchanged data set is written byte for byte;
 * new sequences get defined lengths. A file is written beside its target, forced to disk and renamed, so that
 * after a crash there is either the whole file or none. Stateless; safe from any thread.
 */
public final class DicomWriter {
    private static final int PREAMBLE = 128;
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

    /** Writes {@code file} to {@code stream}; big endian and deflated are refused. */
    public static void write(DicomFile file, OutputStream stream) throws IOException {
        TransferSyntax syntax = file.transferSyntax();
        if (syntax.isBigEndian() || syntax.form() == TransferSyntax.Form.DEFLATED) {
            throw new IOException("writing is not supported for " + syntax);
        }
        stream.write(new byte[PREAMBLE]);
        stream.write("DICM".getBytes(StandardCharsets.US_ASCII));
        writeMeta(metaOf(file), stream);
        new ElementWriter(stream, syntax.isExplicit()).write(file.dataSet());
    }

    private static void writeMeta(Attributes meta, OutputStream stream) throws IOException {
        ByteArrayOutputStream group = new ByteArrayOutputStream();
        new ElementWriter(group, true).write(meta);
        Attributes length = new Attributes().setNumbers(Tag.FileMetaInformationGroupLength, VR.UL, group.size());
        new ElementWriter(stream, true).write(length);
        group.writeTo(stream);
    }

    private static Attributes metaOf(DicomFile file) {
        Attributes meta = file.meta().copy().remove(Tag.FileMetaInformationGroupLength);
        Attributes dataSet = file.dataSet();
        meta.setBytes(Tag.FileMetaInformationVersion, VR.OB, new byte[] {0, 1});
        dataSet.string(Tag.SOPClassUID).ifPresent(uid -> meta.set(Tag.MediaStorageSOPClassUID, VR.UI, uid));
        dataSet.string(Tag.SOPInstanceUID).ifPresent(uid -> meta.set(Tag.MediaStorageSOPInstanceUID, VR.UI, uid));
        meta.set(Tag.TransferSyntaxUID, VR.UI, file.transferSyntax().uid().value());
        if (!meta.contains(Tag.ImplementationClassUID)) {
            meta.set(Tag.ImplementationClassUID, VR.UI, UID.Implementation.value());
            meta.set(Tag.ImplementationVersionName, VR.SH, VERSION_NAME);
        }
        return meta;
    }
}
