package org.candela.codec.video;

import java.io.IOException;
import java.io.InputStream;
import java.net.JarURLConnection;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * FFmpeg as {@code org.bytedeco:ffmpeg} carries it (LGPL build), where that library is on the class path: programs and
 * shared libraries of one platform, unpacked once, without its Java part.
 */
final class BundledFfmpeg {
    private static final String FOLDER = "org/bytedeco/ffmpeg/";
    /** What only its Java part needs. */
    private static final List<String> LEFT_OUT = List.of("libjni", "jni");

    private final String platform;
    private final Path target;

    BundledFfmpeg(String platform, Path target) {
        this.platform = platform;
        this.target = target;
    }

    /** The programs, unpacked if need be; empty where the library is not on the class path. */
    Optional<FfmpegPrograms> unpack() throws IOException {
        String program = platform.startsWith("windows") ? "ffmpeg.exe" : "ffmpeg";
        @Nullable URL resource = BundledFfmpeg.class.getClassLoader().getResource(FOLDER + platform + "/" + program);
        if (resource == null || !(resource.openConnection() instanceof JarURLConnection connection)) {
            return Optional.empty();
        }
        connection.setUseCaches(false);
        try (JarFile jar = connection.getJarFile()) {
            String name = String.valueOf(Path.of(jar.getName()).getFileName()).replace(".jar", "");
            Path folder = target.resolve(name);
            if (!Files.isExecutable(folder.resolve(program))) {
                unpack(jar, folder);
            }
            return FfmpegPrograms.of(folder.resolve(program));
        }
    }

    /** Beside its place and then renamed, so that nobody finds half of it; for the owner alone. */
    private void unpack(JarFile jar, Path folder) throws IOException {
        Files.createDirectories(target);
        Path half = Files.createTempDirectory(target, ".unpacking-");
        try {
            for (JarEntry entry : jar.stream().filter(this::isNeeded).toList()) {
                Path file = half.resolve(entry.getName().substring((FOLDER + platform + "/").length()));
                try (InputStream bytes = jar.getInputStream(entry)) {
                    Files.copy(bytes, file);
                }
                if (!file.toFile().setExecutable(true, true)) {
                    throw new IOException(file + " cannot be made executable");
                }
            }
            Files.move(half, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process of ours was quicker: its files serve.
        } finally {
            delete(half);
        }
    }

    private boolean isNeeded(JarEntry entry) {
        String prefix = FOLDER + platform + "/";
        if (entry.isDirectory() || !entry.getName().startsWith(prefix)) {
            return false;
        }
        String name = entry.getName().substring(prefix.length());
        return !name.contains("/") && LEFT_OUT.stream().noneMatch(name::startsWith);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }
}
