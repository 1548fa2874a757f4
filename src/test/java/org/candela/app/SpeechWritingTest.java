package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.candela.dictation.SpokenWord;
import org.candela.report.style.WritingStyles;
import org.candela.report.template.Holder;
import org.candela.report.wording.DateStyle;
import org.candela.store.Database;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

// [utest->req~wording.style-kept~1]
class SpeechWritingTest {
    private static final List<SpokenWord> SAID = Stream.of("november", "third", "twenty", "twenty", "six")
            .map(word -> new SpokenWord(word, 1, Duration.ZERO, Duration.ZERO))
            .toList();

    @TempDir
    private Path folder;

    /** Else a reader who wants 2026-11-03 would be told that each date was understood wrongly. */
    @Test
    void whatWasDictatedIsComparedAsItWasWrittenForThatFacility() throws Exception {
        try (Database database = Database.open(folder.resolve("candela.db"), Clock.systemUTC())) {
            WritingStyles styles = new WritingStyles(database, Clock.systemUTC());
            styles.choose(Holder.facility("north"), DateStyle.ISO);

            assertEquals(
                    "2026-11-03",
                    Speech.writing(styles, "reader-1", "north").apply(SAID).strip());
            assertEquals(
                    "11/03/2026",
                    Speech.writing(styles, "reader-1", "south").apply(SAID).strip());
        }
    }
}
