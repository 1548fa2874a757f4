package org.candela.calibration.device;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/**
 * Builds a native library of our own with the ABI of a real one, so that a driver meets true structures and true pointers.
 *
 * <p>Sources stand under {@code src/test/native} and assert their sizes and offsets ({@code _Static_assert}): a layout that
 * is wrong does not compile. Where there is no gcc the test is skipped, with that as its reason.
 *
 * <pre>{@code
 * Path library = FakeLibrary.build(directory, "ddcutil/fake_ddcutil.c", "libddcutil.so.5", "-DDDCUTIL_MAJOR=2");
 * NativeLibrary.getInstance(library.toString());
 * }</pre>
 */
public final class FakeLibrary {
    private static final Path SOURCES = Path.of("src", "test", "native");
    private static final long LIMIT_SECONDS = 60;

    private FakeLibrary() {}

    /**
     * The library built from {@code source} into {@code directory}, under the name {@code soname}.
     *
     * @param directory a temporary one, of the test
     * @param source below {@code src/test/native}
     * @param soname SONAME and name of the file
     * @param options further ones for the compiler, as {@code "-DNAME=value"}
     * @return absolute path of the library
     */
    public static Path build(Path directory, String source, String soname, String... options) {
        Assumptions.assumeTrue(hasCompiler(), "no gcc (package gcc, libc6-dev): fake native libraries are not built");
        Path library = directory.resolve(soname).toAbsolutePath();
        List<String> command = new ArrayList<>(
                List.of("gcc", "-std=gnu11", "-Wall", "-Werror", "-O1", "-g", "-fPIC", "-shared", "-pthread"));
        // JNA loads libraries for all to see: calls within one must not end in that of another test
        command.add("-Wl,-Bsymbolic,-soname," + soname);
        command.addAll(List.of(options));
        command.addAll(List.of("-o", library.toString(), SOURCES.resolve(source).toString()));
        run(command, directory.resolve(soname + ".log"));
        return library;
    }

    /** Whether fake libraries can be built here. */
    public static boolean hasCompiler() {
        try {
            Process gcc = new ProcessBuilder("gcc", "--version")
                    .redirectErrorStream(true)
                    .start();
            try (InputStream said = gcc.getInputStream()) {
                said.readAllBytes();
            }
            return gcc.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS) && gcc.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void run(List<String> command, Path log) {
        try {
            Process gcc = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
            if (!gcc.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS)) {
                gcc.destroyForcibly();
                throw new AssertionError("no end within " + LIMIT_SECONDS + " s: " + command);
            }
            if (gcc.exitValue() != 0) {
                throw new AssertionError(command + "\n" + Files.readString(log, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted: " + command, e);
        }
    }
}
