package org.candela.dictation.engine.whisper;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.github.givimad.whisperjni.WhisperJNI;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.dictation.SpeechEngine;
import org.candela.dictation.SpeechException;
import org.candela.dictation.SpokenWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Without a real model. */
class WhisperEngineTest {
    @TempDir
    private Path folder;

    // [utest->req~dictation.whisper~1]
    @Test
    void aFileThatIsNoModelSaysWhatToDoAndOpensNothing() throws IOException, SpeechException {
        Path text = Files.writeString(folder.resolve("ggml.bin"), "a page that says 404");
        WhisperEngine page = new WhisperEngine(SpeechEngine.NONE, text, 1);
        WhisperEngine none = new WhisperEngine(SpeechEngine.NONE, folder.resolve("none.bin"), 1);

        assertEquals(Optional.empty(), page.open());
        assertEquals(Optional.empty(), none.open());
        assertTrue(page.standing().contains("is no model of whisper.cpp; choose a model file"), page.standing());
        assertTrue(none.standing().contains("is no file"), none.standing());
    }

    /** The native library ends the process where the head is nonsense; it is never asked about such files. */
    @Test
    void aHeadOfNonsenseAndADownloadThatBrokeOffAreNoModels() throws IOException {
        int[] tiny = {0x67676d6c, 51_864, 1500, 384, 6, 4, 448, 384, 6, 4, 80, 1};
        Path brokenOff = write(tiny, 10_000_000);
        int[] nonsense = tiny.clone();
        nonsense[1] = -1;

        assertTrue(standing(brokenOff).contains("is not whole (fetch it again)"), standing(brokenOff));
        assertTrue(standing(write(nonsense, 100_000_000)).contains("is no model"));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void theNativeLibraryLoadsHere() {
        assertDoesNotThrow(() -> WhisperJNI.loadLibrary());
    }

    private static String standing(Path model) {
        return new WhisperEngine(SpeechEngine.NONE, model, 1).standing();
    }

    /** A file of that size, which takes no room. */
    private Path write(int[] head, long size) throws IOException {
        Path file = folder.resolve(head[1] + "-" + size);
        ByteBuffer bytes = ByteBuffer.allocate(head.length * 4).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asIntBuffer().put(head);
        Files.write(file, bytes.array());
        try (RandomAccessFile sized = new RandomAccessFile(file.toFile(), "rw")) {
            sized.setLength(size);
        }
        return file;
    }

    @Test
    void wordsShareTheTimeOfTheirSegmentAndNoisesAreLeftOut() {
        List<SpokenWord> words = WhisperWords.of(" [BLANK_AUDIO] No mass. (coughs)", 1000, 1800);

        assertEquals(
                List.of(
                        new SpokenWord("No", 0.5, Duration.ofMillis(1000), Duration.ofMillis(1200)),
                        new SpokenWord("mass.", 0.5, Duration.ofMillis(1300), Duration.ofMillis(1800))),
                words);
        assertEquals(List.of(), WhisperWords.of(" [ Silence ] ", 0, 30_000));
    }
}
