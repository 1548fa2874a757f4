package org.candela.practice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.candela.base.Sha256;

/** Copies of licences and other papers, each under the hash of its bytes. Blocks on the disk. */
// [impl->req~licence.document~1]
public final class PaperShelf {
    /** A scan is smaller. */
    private static final long MOST_BYTES = 50_000_000;

    private final Path folder;

    public PaperShelf(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a copy.
     *
     * @return SHA-256 of its bytes, lower-case hex, which is the name of the copy
     * @throws PracticeException {@code practice.document}, naming the file
     */
    public String keep(Path file) throws PracticeException {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw new PracticeException(
                        "practice.document", file + ": a paper is at most " + MOST_BYTES / 1_000_000 + " MB");
            }
            byte[] bytes = Files.readAllBytes(file);
            String hash = Sha256.hex(bytes);
            Files.createDirectories(folder);
            Path kept = folder.resolve(hash);
            if (!Files.exists(kept)) {
                Path half = Files.createTempFile(folder, "half", ".tmp");
                Files.write(half, bytes);
                Files.move(half, kept, StandardCopyOption.ATOMIC_MOVE);
            }
            return hash;
        } catch (IOException e) {
            throw new PracticeException("practice.document", file + ": cannot be kept: " + e.getMessage(), e);
        }
    }

    /** The copy of a hash. */
    public Path copy(String sha256) {
        return folder.resolve(sha256);
    }
}
