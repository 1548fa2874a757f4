package org.candela.report.spelling;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.lucene.analysis.hunspell.Dictionary;
import org.apache.lucene.analysis.hunspell.Hunspell;
import org.apache.lucene.store.ByteBuffersDirectory;

/**
 * Finds words of a report that no dictionary knows. What has figures in it, abbreviations in capitals and units are no words.
 * Safe from any thread; {@link #check} of a report takes milliseconds, {@link #suggestions} up to a tenth of a second.
 */
// [impl->req~spelling.check~1]
public final class Spelling {
    private static final Pattern WORD = Pattern.compile("[\\p{L}][\\p{L}\\p{N}'’]*");
    private static final int SHORTEST = 3;
    private static final int LONGEST = 40;
    private static final int MOST_SUGGESTIONS = 6;

    private final Hunspell english;
    private final Set<String> more;

    private Spelling(Hunspell english, Set<String> more) {
        this.english = english;
        this.more = Set.copyOf(more);
    }

    /**
     * Reads the dictionary of the program; takes about a second.
     *
     * @param own words of the reader, in any case
     * @throws IllegalStateException when the program's own dictionary is missing, which a test prevents
     */
    public static Spelling open(Set<String> own) {
        try (ByteBuffersDirectory scratch = new ByteBuffersDirectory();
                InputStream affixes = resource("en_US.aff");
                InputStream words = resource("en_US.dic")) {
            Dictionary dictionary = new Dictionary(scratch, "en", affixes, words);
            Set<String> more = new HashSet<>(radiology());
            own.forEach(word -> more.add(lower(word)));
            return new Spelling(new Hunspell(dictionary), more);
        } catch (IOException | ParseException e) {
            throw new IllegalStateException("the dictionary of the program cannot be read", e);
        }
    }

    /** The same with other words of the reader; at once. */
    public Spelling with(Set<String> own) {
        Set<String> all = new HashSet<>(more);
        own.forEach(word -> all.add(lower(word)));
        return new Spelling(english, all);
    }

    /** The words that are not known, in the order of the text. */
    public List<Misspelling> check(String text) {
        List<Misspelling> found = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            String word = bare(matcher.group());
            if (!isPartOfSomethingElse(text, matcher) && !isKnown(word)) {
                found.add(new Misspelling(matcher.start(), matcher.start() + word.length(), word));
            }
        }
        return found;
    }

    /** Words that may have been meant, the likeliest first; a few at most. */
    public List<String> suggestions(String word) {
        if (word.length() > LONGEST) {
            return List.of();
        }
        List<String> found = new ArrayList<>(NearWords.of(lower(word), more));
        english.suggest(word).stream().filter(one -> !found.contains(one)).forEach(found::add);
        found.sort(Comparator.comparingInt(one -> strangeness(one, word)));
        return List.copyOf(found.subList(0, Math.min(MOST_SUGGESTIONS, found.size())));
    }

    /** First letters are seldom wrong, and one word was seldom meant as two. */
    private static int strangeness(String proposal, String word) {
        boolean isOtherBeginning = lower(proposal).charAt(0) != lower(word).charAt(0);
        boolean isSplit = proposal.indexOf(' ') >= 0 || proposal.indexOf('-') >= 0;
        return (isOtherBeginning ? 1 : 0) + (isSplit ? 2 : 0);
    }

    private boolean isKnown(String word) {
        boolean isAbbreviation = word.equals(word.toUpperCase(Locale.ROOT));
        boolean hasFigure = word.chars().anyMatch(Character::isDigit);
        boolean isInnerCapital = word.length() > 1 && word.chars().skip(1).anyMatch(Character::isUpperCase);
        return word.length() < SHORTEST
                || word.length() > LONGEST
                || isAbbreviation
                || hasFigure
                || isInnerCapital
                || more.contains(lower(word))
                || english.spell(word);
    }

    /** A part of a path, an address, a code or a place in braces is no word. */
    private static boolean isPartOfSomethingElse(String text, Matcher matcher) {
        char before = matcher.start() == 0 ? ' ' : text.charAt(matcher.start() - 1);
        char behind = matcher.end() == text.length() ? ' ' : text.charAt(matcher.end());
        return Character.isDigit(before)
                || before == '@'
                || before == '_'
                || before == '\\'
                || behind == '_'
                || behind == '@';
    }

    private static String bare(String word) {
        String end = word.replace('’', '\'');
        while (end.endsWith("'")) {
            end = end.substring(0, end.length() - 1);
        }
        return end.endsWith("'s") ? end.substring(0, end.length() - 2) : end;
    }

    private static Set<String> radiology() throws IOException {
        try (InputStream in = resource("radiology.txt")) {
            Set<String> words = new HashSet<>();
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .forEach(line -> words.addAll(List.of(lower(line).split(" "))));
            return words;
        }
    }

    private static InputStream resource(String name) throws IOException {
        InputStream in = Spelling.class.getResourceAsStream(name);
        if (in == null) {
            throw new IOException(name + " is missing from the program");
        }
        return in;
    }

    private static String lower(String word) {
        return word.strip().toLowerCase(Locale.ROOT);
    }
}
