package org.candela.viewer.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * Looks for the patient in every byte of a file that is about to leave: whatever was done to take him out of it, where his
 * name or number is still there the file stays.
 */
// [impl->req~export.identity-sought~1]
public final class IdentityGuard {
    private static final int[] TELLING = {
        Tag.PatientName, Tag.PatientID, 0x00101000, Tag.AccessionNumber, Tag.PatientBirthDate, Tag.StudyInstanceUID
    };
    /** Shorter ones stand in pixels by chance: 5 letters of either case once in 30 thousand million bytes. */
    private static final int SHORTEST = 5;
    /** Numbers also stand by chance in decimal strings. */
    private static final int SHORTEST_NUMBER = 6;

    private static final Pattern NEW_UIDS = Pattern.compile("2\\.25\\.[0-9]+");
    private static final int CHUNK = 1 << 20;
    private static final int OVERLAP = 256;

    private final Set<String> telling = new HashSet<>();
    private final Set<String> spelled = new HashSet<>();

    /** What would give away the patient of {@code source}, as the bytes stand in its file. */
    public static IdentityGuard of(Attributes source) {
        IdentityGuard guard = new IdentityGuard();
        for (int tag : TELLING) {
            source.bytes(tag).ifPresent(bytes -> add(guard.telling, new String(bytes, StandardCharsets.ISO_8859_1)));
            source.strings(tag).forEach(text -> add(guard.spelled, text));
        }
        return guard;
    }

    private static void add(Set<String> to, String words) {
        String text = words.replace('\0', ' ').toLowerCase(Locale.ROOT);
        for (String part : text.split("[\\^=\\\\]")) {
            String value = part.strip();
            boolean isNumber = value.matches("[0-9]*");
            if (value.length() >= (isNumber ? SHORTEST_NUMBER : SHORTEST)) {
                to.add(value);
            }
        }
    }

    /** Whether one of them can be read in {@code words}, in whatever alphabet. */
    public boolean findsIn(String words) {
        String sought = words.toLowerCase(Locale.ROOT);
        return spelled.stream().anyMatch(sought::contains);
    }

    /** Whether one of them is in {@code file}. */
    public boolean findsIn(Path file) throws IOException {
        try (InputStream stream = Files.newInputStream(file)) {
            String rest = "";
            for (byte[] chunk = stream.readNBytes(CHUNK); chunk.length > 0; chunk = stream.readNBytes(CHUNK)) {
                String text = rest + new String(chunk, StandardCharsets.ISO_8859_1).toLowerCase(Locale.ROOT);
                String sought = NEW_UIDS.matcher(text).replaceAll("");
                if (telling.stream().anyMatch(sought::contains)) {
                    return true;
                }
                rest = text.substring(Math.max(0, text.length() - OVERLAP));
            }
        }
        return false;
    }
}
