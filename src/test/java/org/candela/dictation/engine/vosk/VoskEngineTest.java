package org.candela.dictation.engine.vosk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.candela.dictation.SpeechException;
import org.candela.dictation.SpokenWord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Without a real model: what is said of folders that are none, and Vosk's own answers as its documentation shows them. */
class VoskEngineTest {
    @TempDir
    private Path folder;

    // [utest->req~dictation.vosk~1]
    @Test
    void aFolderThatIsNoModelSaysWhatToDoAndOpensNothing() throws SpeechException {
        VoskEngine none = new VoskEngine(folder.resolve("none"));
        VoskEngine empty = new VoskEngine(folder);

        assertEquals(Optional.empty(), none.open());
        assertEquals(Optional.empty(), empty.open());
        assertTrue(
                none.standing().contains("is no folder; choose the unpacked folder of a Vosk model"), none.standing());
        assertTrue(empty.standing().contains("am/final.mdl is missing"), empty.standing());
    }

    /** The native library itself is asked here. */
    @Test
    @EnabledOnOs(value = OS.LINUX, architectures = "amd64")
    void aModelThatIsBrokenIsAnErrorAndNotTheEndOfTheProcess() throws IOException {
        Files.createDirectories(folder.resolve("am"));
        Files.writeString(folder.resolve("am/final.mdl"), "no model");

        SpeechException refused = assertThrows(SpeechException.class, () -> new VoskEngine(folder).open());

        assertTrue(
                String.valueOf(refused.getMessage()).startsWith("Vosk cannot read the model in " + folder),
                refused.toString());
    }

    @Test
    void readsWordsWithTimesAndConfidence() throws SpeechException {
        List<SpokenWord> words = VoskResult.words("""
                {"result": [{"conf": 0.98, "start": 0.36, "end": 0.75, "word": "lungs"},
                            {"conf": 1.0, "start": 0.75, "end": 1.2, "word": "clear"}], "text": "lungs clear"}
                """);

        assertEquals(
                List.of(
                        new SpokenWord("lungs", 0.98, Duration.ofMillis(360), Duration.ofMillis(750)),
                        new SpokenWord("clear", 1, Duration.ofMillis(750), Duration.ofMillis(1200))),
                words);
        assertEquals(List.of(), VoskResult.words("{\"partial\": \"\"}"));
        assertThrows(SpeechException.class, () -> VoskResult.words("{"));
    }
}
