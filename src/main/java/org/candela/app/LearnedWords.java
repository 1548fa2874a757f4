package org.candela.app;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Function;
import org.candela.base.CandelaException;
import org.candela.dictation.SpokenWord;
import org.candela.dictation.keep.KeptUtterance;
import org.candela.dictation.keep.Utterances;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.ReportLanguage;
import org.candela.dictation.vocabulary.Correction;
import org.candela.dictation.vocabulary.Vocabulary;

/**
 * Words that a reader wrote in place of what was heard are offered for the vocabulary when the report is signed; nothing is added
 * by itself, and no part of the patient's name is offered. Any thread; takes part of a second.
 *
 * @param writing how spoken words are written
 */
// [impl->req~dictation.learned~1]
record LearnedWords(Utterances utterances, Vocabulary vocabulary, Function<List<SpokenWord>, String> writing) {
    /** To be called before what was said for a report is deleted. */
    void signed(String draftId, String text, String patientName) throws CandelaException {
        List<List<String>> heard = new ArrayList<>();
        for (KeptUtterance kept : utterances.of(draftId)) {
            if (kept.state() == KeptUtterance.State.TAKEN) {
                heard.add(Correction.words(writing.apply(utterances.words(kept.id()))));
            }
        }
        heard.removeIf(words -> text.contains(String.join(" ", words)));
        if (!heard.isEmpty()) {
            Set<String> known = known(patientName);
            List<AddedWord> offered = heard.stream()
                    .flatMap(words ->
                            Correction.proposals(words, Correction.placeOf(words, text), known::contains).stream())
                    .distinct()
                    .toList();
            vocabulary.propose(offered);
        }
    }

    /** In small letters: what the engine knows, and the patient's name, which is no word of reports. */
    private Set<String> known(String patientName) throws CandelaException {
        Set<String> known = new HashSet<>();
        ReportLanguage.shipped().utterances().forEach(known::addAll);
        vocabulary.words().forEach(word -> known.add(word.text().toLowerCase(Locale.ROOT)));
        known.addAll(List.of(patientName.toLowerCase(Locale.ROOT).split("[^\\p{L}]+")));
        return known;
    }
}
