package org.candela.viewer.object;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.TransferSyntax;

/** Puts objects that were made here into files. Blocks on the disk; any thread. */
final class ObjectStore {
    private ObjectStore() {}

    /** Writes {@code object} into {@code folder}, made when it is not there: whole or not at all. */
    static Path write(Attributes object, Path folder, String name) throws IOException {
        Files.createDirectories(folder);
        Path target = folder.resolve(name);
        Path copy = Files.createTempFile(folder, "object-", ".part");
        try {
            DicomWriter.write(DicomFile.of(object, TransferSyntax.EXPLICIT_VR_LITTLE_ENDIAN), copy);
            try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(copy, target, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(copy);
        }
        return target;
    }
}
