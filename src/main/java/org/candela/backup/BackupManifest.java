package org.candela.backup;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a backup consists of, and the hash of each file.
 *
 * @param made when it was begun
 * @param files in the order of their paths
 */
// [impl->req~backup.manifest~1]
public record BackupManifest(Instant made, List<Entry> files) {
    /** Its name within the backup. */
    static final String NAME = "manifest.txt";

    private static final String HEAD = "candela-backup-1";
    private static final String SEAL = "seal ";
    private static final int HASH = 64;
    private static final Pattern FILE = Pattern.compile("file ([0-9a-f]{64}) ([0-9]{1,18}) (\\S.*)");

    /**
     * One file.
     *
     * @param path below the backup, with slashes
     */
    public record Entry(String path, long size, String sha256) {
        String line() {
            return "file " + sha256 + " " + size + " " + path;
        }
    }

    public BackupManifest {
        files = List.copyOf(files);
    }

    /** How many bytes all files have. */
    public long bytes() {
        return files.stream().mapToLong(Entry::size).sum();
    }

    /** Whether this file is among them. */
    boolean has(String path) {
        return files.stream().anyMatch(entry -> entry.path().equals(path));
    }

    /** As it is written; with a key the last line seals those before. */
    String text(Optional<BackupKey> key) {
        List<String> lines = new ArrayList<>(List.of(HEAD, "made " + made));
        files.forEach(entry -> lines.add(entry.line()));
        String body = String.join("\n", lines) + "\n";
        return body + key.map(sealing -> SEAL + sealing.sealOf(body) + "\n").orElse("");
    }

    /** Reads what {@link #text} wrote, and nothing else. */
    static BackupManifest read(String text, Optional<BackupKey> key) throws BackupException {
        List<String> lines = text.lines().toList();
        if (lines.size() < 2 || !lines.get(0).equals(HEAD) || !lines.get(1).startsWith("made ")) {
            throw new BackupException("backup.manifest", "line 1: this is no list of a backup of this program");
        }
        List<Entry> files = new ArrayList<>();
        int last = lines.get(lines.size() - 1).startsWith(SEAL) ? lines.size() - 1 : lines.size();
        for (int i = 2; i < last; i++) {
            files.add(entry(i + 1, lines.get(i)));
        }
        BackupManifest manifest = new BackupManifest(moment(lines.get(1)), files);
        if (!manifest.text(key).equals(text)) {
            throw new BackupException(
                    "backup.seal",
                    "the list was changed after it was sealed, or by another key store; take an older backup");
        }
        return manifest;
    }

    private static Entry entry(int number, String line) throws BackupException {
        Matcher matcher = FILE.matcher(line);
        if (!matcher.matches() || isOutside(matcher.group(3))) {
            throw new BackupException("backup.manifest", "line " + number + ": this names no file of a backup");
        }
        return new Entry(matcher.group(3), Long.parseLong(matcher.group(2)), matcher.group(1));
    }

    /**
     * The name of a file below a home, with slashes.
     *
     * @throws BackupException {@code backup.name} where no list could hold it, so that it could not be put back
     */
    static String nameOf(Path file) throws BackupException {
        List<String> parts = new ArrayList<>();
        file.forEach(part -> parts.add(part.toString()));
        String name = String.join("/", parts);
        boolean isHeld =
                FILE.matcher(new Entry(name, 0, "0".repeat(HASH)).line()).matches() && !isOutside(name);
        if (!isHeld) {
            throw new BackupException(
                    "backup.name",
                    file + ": a file of this name cannot be in a backup; rename it, or move it elsewhere");
        }
        return name;
    }

    private static boolean isOutside(String path) {
        return path.startsWith("/")
                || path.contains("\\")
                || path.contains(":")
                || List.of(path.split("/", -1)).stream()
                        .anyMatch(part -> part.isEmpty() || part.equals("..") || part.equals("."));
    }

    private static Instant moment(String line) throws BackupException {
        try {
            return Instant.parse(line.substring("made ".length()));
        } catch (DateTimeException e) {
            throw new BackupException("backup.manifest", "line 2: this is no moment", e);
        }
    }
}
