package org.candela.dictation.vocabulary;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.candela.dictation.language.AddedWord;
import org.candela.dictation.language.AddedWord.Kind;

/** Names as words that can be heard. */
public final class NameWords {
    private static final int SHORTEST = 2;

    private NameWords() {}

    /**
     * The words of one name, of a DICOM or HL7 person ({@code DOE^JANE}) or of a facility; parts without letters and single
     * letters are left out. Names in capitals get one capital.
     */
    public static List<AddedWord> of(String name, Kind kind) {
        List<AddedWord> words = new ArrayList<>();
        for (String part : name.split("[\\s^,;/&()]+")) {
            String word = part.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
            if (word.length() >= SHORTEST) {
                words.add(new AddedWord(capital(word), "", kind));
            }
        }
        return words;
    }

    private static String capital(String word) {
        boolean isShouted = word.equals(word.toUpperCase(Locale.ROOT));
        return isShouted ? word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT) : word;
    }
}
