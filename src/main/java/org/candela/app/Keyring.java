package org.candela.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.candela.base.CandelaException;
import org.candela.vault.PassphraseSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The keyring of the desktop as one place for the passphrase, where the reader chose it: {@code secret-tool} of libsecret. Every
 * program of this user can then have the passphrase, so nothing is kept there unasked. Any thread; waits for the program.
 */
// [impl->req~vault.keyring~1]
final class Keyring implements PassphraseSource {
    private static final Logger LOG = LoggerFactory.getLogger(Keyring.class);
    private static final String PROGRAM = "secret-tool";
    private static final long PATIENCE_SECONDS = 20;
    private static final int MOST_BYTES = 4096;

    private final Path home;
    private final String program;

    /** @param home whose passphrase it is; a file there says whether the keyring is asked at all */
    Keyring(Path home) {
        this(home, PROGRAM);
    }

    Keyring(Path home, String program) {
        this.home = home;
        this.program = program;
    }

    private Path choice() {
        return home.resolve("keyring");
    }

    /** Whether the reader chose it. */
    boolean isChosen() {
        return Files.exists(choice());
    }

    @Override
    public Optional<char[]> find() {
        if (!isChosen()) {
            return Optional.empty();
        }
        try {
            Said said = run(List.of("lookup"), "");
            return said.code() == 0 && !said.text().isEmpty()
                    ? Optional.of(said.text().toCharArray())
                    : Optional.empty();
        } catch (CandelaException e) {
            LOG.warn("the keyring does not answer [{}]", e.code());
            return Optional.empty();
        }
    }

    /** Keeps the passphrase there, and proves that it comes back. */
    void keep(char[] passphrase) throws CandelaException {
        String text = new String(passphrase);
        Said kept = run(List.of("store", "--label=Candela key store"), text);
        if (kept.code() != 0 || !run(List.of("lookup"), "").text().equals(text)) {
            throw new CandelaException(
                    "app.keyring", "the keyring of this desktop does not keep it; is one running and unlocked?");
        }
        try {
            Files.writeString(choice(), program + "\n");
        } catch (IOException e) {
            throw new CandelaException("app.keyring", choice() + ": cannot be written", e);
        }
    }

    /** Takes the passphrase out of it. */
    void forget() throws CandelaException {
        try {
            Files.deleteIfExists(choice());
        } catch (IOException e) {
            throw new CandelaException("app.keyring", choice() + ": cannot be deleted", e);
        }
        if (run(List.of("clear"), "").code() != 0) {
            throw new CandelaException("app.keyring", "the keyring still has it; take it out with its own program");
        }
    }

    private record Said(int code, String text) {}

    /** The passphrase goes by its standard input: arguments are read by everybody on the machine. */
    private Said run(List<String> verb, String input) throws CandelaException {
        List<String> words = new ArrayList<>(List.of(program));
        words.addAll(verb);
        words.addAll(List.of("service", "candela", "home", home.toAbsolutePath().toString()));
        Process process = start(words);
        try {
            hand(process, input);
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new CandelaException("app.keyring", program + " does not answer");
            }
            byte[] said = process.getInputStream().readNBytes(MOST_BYTES);
            return new Said(process.exitValue(), new String(said, StandardCharsets.UTF_8).stripTrailing());
        } catch (IOException e) {
            throw new CandelaException("app.keyring", program + " cannot be heard", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CandelaException("app.keyring", "interrupted", e);
        }
    }

    private Process start(List<String> words) throws CandelaException {
        try {
            return new ProcessBuilder(words)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw new CandelaException(
                    "app.keyring", program + " is not here; install it (Debian: libsecret-tools)", e);
        }
    }

    private static void hand(Process process, String input) {
        try (OutputStream in = process.getOutputStream()) {
            in.write(input.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.debug("the keyring's program ended before it had read; its exit code says more", e);
        }
    }
}
