package org.candela.vault.file;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * The first 64 bytes of a sealed file: 16 that say what it is, 4 with the size of its chunks, 12 that name the key, and 32 random
 * ones. All of them make the file's key, so none can be changed. In a file whose name is 32 hexadecimal digits and
 * {@value #SUFFIX} the first 16 random bytes are these digits: no file takes the place of another.
 */
final class SealedHead {
    static final int BYTES = 64;
    /** Of a chunk in plain form: large enough to be fast, small enough that a part of a file costs little. */
    static final int CHUNK = 1 << 16;
    /** After each chunk, and at the end. */
    static final int TAG = 16;

    static final String SUFFIX = ".sealed";
    private static final byte[] MAGIC = "candela sealed 1".getBytes(StandardCharsets.US_ASCII);
    private static final int SALT = 32;
    private static final int NAMED = 16;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{32}\\.sealed");

    private SealedHead() {}

    /** Whether the name says that the file is sealed, and which one it is. */
    static boolean isNamed(String name) {
        return NAME.matcher(name).matches();
    }

    static boolean isSealed(byte[] head, int count) {
        return count >= MAGIC.length && Arrays.equals(head, 0, MAGIC.length, MAGIC, 0, MAGIC.length);
    }

    /** Of a new file. */
    static byte[] of(SealingKey key, String name) {
        byte[] salt = new byte[SALT];
        new SecureRandom().nextBytes(salt);
        if (isNamed(name)) {
            System.arraycopy(HexFormat.of().parseHex(name, 0, 2 * NAMED), 0, salt, 0, NAMED);
        }
        return ByteBuffer.allocate(BYTES)
                .put(MAGIC)
                .putInt(CHUNK)
                .put(key.id())
                .put(salt)
                .array();
    }

    /** Refuses the head of a file that cannot be opened by {@code key}, or has another's name. */
    static void require(byte[] head, SealingKey key, Path file) throws SealedFileException {
        String name = String.valueOf(file.getFileName());
        String label = SealedOpening.labelOf(file);
        ByteBuffer fields = ByteBuffer.wrap(head, MAGIC.length, BYTES - MAGIC.length);
        int chunk = fields.getInt();
        byte[] id = new byte[SealingKey.ID_BYTES];
        byte[] named = new byte[NAMED];
        fields.get(id).get(named);
        if (!Arrays.equals(id, key.id())) {
            throw new SealedFileException(
                    SealedFileException.OTHER_KEY,
                    name
                            + " was sealed under another key store; put back the vault.key that it belongs to, from a backup");
        }
        if (chunk != CHUNK) {
            throw SealedFileException.damaged(
                    label, MAGIC.length, "is another size of chunks than the one that is written");
        }
        if (isNamed(name) && !name.startsWith(HexFormat.of().formatHex(named))) {
            throw SealedFileException.damaged(label, MAGIC.length, "stands another name: this is another file");
        }
    }

    /** Bytes of a whole file on the disk whose content is {@code plain} long. */
    static long sealedSize(long plain) {
        return BYTES + plain + TAG * ((plain + CHUNK - 1) / CHUNK) + TAG;
    }

    /** Bytes of the content of a whole file; -1 where no whole file is that long. */
    static long plainSize(long sealed) {
        long body = sealed - BYTES - TAG;
        long rest = Math.floorMod(body, (long) CHUNK + TAG);
        boolean isPossible = body >= 0 && (rest == 0 || rest > TAG);
        return isPossible ? body / (CHUNK + TAG) * CHUNK + Math.max(0, rest - TAG) : -1;
    }

    /** Where on the disk a chunk begins. */
    static long place(long chunk) {
        return BYTES + chunk * (CHUNK + TAG);
    }
}
