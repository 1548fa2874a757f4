package org.candela.dictation.language;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.candela.base.CandelaException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PhraseGrammarTest {
    @Test
    void saysEachChoiceRuleAndCommaOfASentence() throws CandelaException {
        PhraseGrammar grammar = PhraseGrammar.read("""
                # sides
                side = right | left
                no <side> (effusion | mass) [today] , here
                """);

        Set<String> said = grammar.sentences(400, 1).stream()
                .map(words -> String.join(" ", words))
                .collect(Collectors.toSet());

        Set<String> all = new HashSet<>();
        for (String side : List.of("right", "left")) {
            for (String what : List.of("effusion", "mass")) {
                for (String when : List.of("", " today")) {
                    for (String comma : List.of("", " comma")) {
                        all.add("no " + side + " " + what + when + comma + " here");
                    }
                }
            }
        }
        assertEquals(all, said);
    }

    @Test
    void saysTheSameForTheSameSeed() throws CandelaException {
        PhraseGrammar grammar = PhraseGrammar.read("(a | b | c) (a | b | c)");

        assertEquals(grammar.sentences(50, 7), grammar.sentences(50, 7));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            (a | b        ; line 1: ')' is missing
            a ] b         ; line 1: a bracket closes that was never opened
            a <b          ; line 1: '>' is missing
            a <unknown>   ; line 1: <unknown> is no rule
            """)
    void namesTheLineThatIsWrong(String text, String what) {
        CandelaException refused = assertThrows(CandelaException.class, () -> PhraseGrammar.read(text));

        assertTrue(String.valueOf(refused.getMessage()).contains(what), refused.toString());
    }

    @Test
    void aRuleWithinItselfIsRefused() {
        CandelaException refused = assertThrows(CandelaException.class, () -> PhraseGrammar.read("a = x <a>\n<a>"));

        assertTrue(String.valueOf(refused.getMessage()).contains("a rule within itself"), refused.toString());
    }
}
