package org.candela.displayqa.report;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** A key in a file as earlier versions wrote it, for tests that sign twice with the same. */
final class KeyFile {
    private KeyFile() {}

    /** The key there; where there is none, a new one is written. */
    static SigningKey at(Path file) throws Exception {
        if (!Files.exists(file)) {
            SigningKey key = SigningKey.generate();
            Files.writeString(file, HexFormat.of().formatHex(key.encoded()) + "\n" + key.publicKey() + "\n");
        }
        return SigningKey.read(file);
    }
}
