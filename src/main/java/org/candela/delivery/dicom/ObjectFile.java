package org.candela.delivery.dicom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.candela.delivery.Answer;
import org.candela.delivery.Parcel;

/** A parcel as a file for as long as it is sent. */
final class ObjectFile {
    private ObjectFile() {}

    /** What is done with the file. */
    @FunctionalInterface
    interface Sending {
        Answer send(Path file) throws IOException;
    }

    static Answer with(Path folder, Parcel parcel, Sending sending) {
        try {
            Path file = Files.createTempFile(Files.createDirectories(folder), "outgoing-", ".dcm");
            try {
                Files.write(file, parcel.bytes());
                return sending.send(file);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            return Answer.of(
                    Answer.Kind.NONE,
                    "a file cannot be written here: " + e.getClass().getSimpleName());
        }
    }
}
