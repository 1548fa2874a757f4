package org.candela.report.wording;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.candela.report.wording.SpokenCommand.Action;
import org.junit.jupiter.api.Test;

// [utest->req~wording.commands~1]
class SpokenCommandsTest {
    private final SpokenCommands commands = SpokenCommands.of(Map.of("lungs", "F1"), List.of("Normal chest"));

    @Test
    void aTriggerGoesToItsFieldWithAndWithoutAVerb() {
        assertEquals(Optional.of(new SpokenCommand.GoTo("F1")), read("go to lungs"));
        assertEquals(Optional.of(new SpokenCommand.GoTo("F1")), read("Lungs"));
    }

    @Test
    void aMacroIsFoundByItsName() {
        assertEquals(Optional.of(new SpokenCommand.InsertMacro("Normal chest")), read("insert normal chest"));
    }

    @Test
    void aSentenceThatContainsACommandIsText() {
        assertTrue(read("the next field of view is larger").isEmpty());
        assertEquals(Optional.of(Action.NEXT_FIELD), read("next field"));
    }

    @Test
    void aSideSaidAloneStaysTextThoughAFieldIsCalledSo() {
        SpokenCommands breasts = SpokenCommands.of(Map.of("right", "r", "left", "l"), List.of());

        assertTrue(breasts.read(Spoken.words("right")).isEmpty());
        assertEquals(Optional.of(new SpokenCommand.GoTo("r")), breasts.read(Spoken.words("go to right")));
    }

    @Test
    void saidLiterallyACommandIsText() {
        assertTrue(read("literal next field").isEmpty());
        assertEquals(
                "next field",
                Wording.standard()
                        .write(Spoken.words("literal next field"), "Said")
                        .text()
                        .strip());
    }

    @Test
    void wordsToSelectAndToReplaceAreTakenAsSpoken() {
        assertEquals(Optional.of(new SpokenCommand.Select("no effusion")), read("select no effusion"));
        assertEquals(Optional.of(new SpokenCommand.Replace("left", "right")), read("Replace left with right"));
        assertTrue(read("select").isEmpty());
        assertTrue(read("replace left").isEmpty());
    }

    @Test
    void aSignatureIsOnlyAskedForAndEveryListedCommandIsUnderstood() {
        assertEquals(Optional.of(Action.SIGN_PRELIMINARY), read("sign preliminary"));
        assertEquals(Optional.of(Action.SIGN_FINAL), read("sign final"));
        for (Phrase phrase : commands.phrases()) {
            if (!phrase.words().contains("\u2026")) {
                assertTrue(read(phrase.words()).isPresent(), phrase.words());
            }
        }
        for (Action action : Action.values()) {
            assertTrue(
                    commands.phrases().stream()
                            .anyMatch(phrase ->
                                    read(phrase.words()).filter(action::equals).isPresent()),
                    action + " can be said and is listed");
        }
    }

    private Optional<SpokenCommand> read(String said) {
        return commands.read(Spoken.words(said));
    }
}
