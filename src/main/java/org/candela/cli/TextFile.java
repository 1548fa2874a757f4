package org.candela.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.candela.base.CandelaException;

/** Texts that a person carries to another desk. */
final class TextFile {
    private TextFile() {}

    /** The whole text; a file that is not there or no UTF-8 is named. */
    static String read(Path file) throws CandelaException {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new CandelaException("cli.not-read", file + ": cannot be read as UTF-8 text", e);
        }
    }

    /** Writes a new file; one that is there is left alone, and named. */
    static void writeNew(Path file, String text) throws CandelaException {
        writeNew(file, text.getBytes(StandardCharsets.UTF_8));
    }

    /** The same with bytes. */
    static void writeNew(Path file, byte[] bytes) throws CandelaException {
        try {
            Files.write(file, bytes, StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new CandelaException("cli.file-exists", file + ": is there already; choose another name", e);
        } catch (IOException e) {
            throw new CandelaException("cli.not-written", file + ": cannot be written", e);
        }
    }

    /** Names the file beside what its text was refused for. */
    static CandelaException in(Path file, CandelaException refusal) {
        return new CandelaException(refusal.code(), file + ": " + refusal.getMessage(), refusal);
    }
}
