package org.candela.dictation.language;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.candela.base.CandelaException;

/**
 * Sentences as a grammar: {@code NAME = WORDS} defines a rule, any other line is a sentence; {@code <name>} is a rule, {@code
 * (a | b)} a choice, {@code [a]} may be left out, a comma is spoken about every second time. {@code #} begins a comment.
 * Immutable.
 */
public final class PhraseGrammar {
    /** What a comma in a phrase becomes where it is spoken. */
    public static final String COMMA = "comma";

    private static final int DEEPEST = 40;

    private final Map<String, Phrase> rules;
    private final List<Phrase> sentences;

    private PhraseGrammar(Map<String, Phrase> rules, List<Phrase> sentences) {
        this.rules = Collections.unmodifiableMap(rules);
        this.sentences = List.copyOf(sentences);
    }

    /** A part of a sentence. */
    private interface Phrase {
        void say(Speaker speaker, int depth);
    }

    /** Where the words of one sentence go, and how choices are made. */
    private static final class Speaker {
        private final Map<String, Phrase> rules;
        private final SplittableRandom random;
        private final List<String> words = new ArrayList<>();

        Speaker(Map<String, Phrase> rules, SplittableRandom random) {
            this.rules = rules;
            this.random = random;
        }
    }

    /**
     * Reads a grammar.
     *
     * @throws CandelaException naming the line, when a bracket is open, a rule is unknown or stands within itself
     */
    public static PhraseGrammar read(String text) throws CandelaException {
        Map<String, Phrase> rules = new HashMap<>();
        List<Phrase> sentences = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int at = 0; at < lines.size(); at++) {
            String line = lines.get(at).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            int equals = line.indexOf('=');
            Phrase phrase = new Reader(line.substring(equals + 1), at + 1).phrase();
            if (equals < 0) {
                sentences.add(phrase);
            } else {
                rules.put(line.substring(0, equals).strip(), phrase);
            }
        }
        PhraseGrammar grammar = new PhraseGrammar(rules, sentences);
        grammar.sentences(1, 0);
        return grammar;
    }

    /** How many lines are sentences. */
    public int size() {
        return sentences.size();
    }

    /**
     * Each sentence {@code times} times with other choices; the same for the same seed.
     *
     * @throws CandelaException when a rule is unknown or stands within itself
     */
    public List<List<String>> sentences(int times, long seed) throws CandelaException {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<String>> said = new ArrayList<>(times * sentences.size());
        try {
            for (int time = 0; time < times; time++) {
                for (Phrase sentence : sentences) {
                    Speaker speaker = new Speaker(rules, random);
                    sentence.say(speaker, 0);
                    said.add(List.copyOf(speaker.words));
                }
            }
        } catch (IllegalStateException e) {
            throw new CandelaException("speech.bad-phrases", String.valueOf(e.getMessage()), e);
        }
        return said;
    }

    /** One line, read from left to right. */
    private static final class Reader {
        private final String line;
        private final int number;
        private int at;

        Reader(String line, int number) {
            this.line = line;
            this.number = number;
        }

        Phrase phrase() throws CandelaException {
            Phrase whole = choice();
            if (at < line.length()) {
                throw bad("a bracket closes that was never opened");
            }
            return whole;
        }

        private Phrase choice() throws CandelaException {
            List<Phrase> choices = new ArrayList<>(List.of(sequence()));
            while (at < line.length() && line.charAt(at) == '|') {
                at++;
                choices.add(sequence());
            }
            List<Phrase> all = List.copyOf(choices);
            return (speaker, depth) -> all.get(all.size() == 1 ? 0 : speaker.random.nextInt(all.size()))
                    .say(speaker, depth);
        }

        private Phrase sequence() throws CandelaException {
            List<Phrase> parts = new ArrayList<>();
            while (at < line.length() && "|)]".indexOf(line.charAt(at)) < 0) {
                char next = line.charAt(at);
                if (next == ' ') {
                    at++;
                } else {
                    parts.add(part(next));
                }
            }
            List<Phrase> all = List.copyOf(parts);
            return (speaker, depth) -> all.forEach(part -> part.say(speaker, depth));
        }

        private Phrase part(char next) throws CandelaException {
            return switch (next) {
                case '(' -> enclosed(')');
                case '[' -> maybe(enclosed(']'));
                case '<' -> rule();
                case ',' -> {
                    at++;
                    yield maybe(word(COMMA));
                }
                default -> word();
            };
        }

        private Phrase enclosed(char end) throws CandelaException {
            at++;
            Phrase inner = choice();
            if (at >= line.length() || line.charAt(at) != end) {
                throw bad("'" + end + "' is missing");
            }
            at++;
            return inner;
        }

        private Phrase rule() throws CandelaException {
            int end = line.indexOf('>', at);
            if (end < 0) {
                throw bad("'>' is missing");
            }
            String name = line.substring(at + 1, end);
            at = end + 1;
            return (speaker, depth) -> {
                Phrase rule = speaker.rules.get(name);
                if (rule == null || depth > DEEPEST) {
                    throw new IllegalStateException("phrases, line " + number + ": <" + name + "> is "
                            + (rule == null ? "no rule" : "a rule within itself"));
                }
                rule.say(speaker, depth + 1);
            };
        }

        private Phrase word() {
            int end = at;
            while (end < line.length() && " |()[]<,".indexOf(line.charAt(end)) < 0) {
                end++;
            }
            String word = line.substring(at, end);
            at = end;
            return word(word);
        }

        private static Phrase word(String word) {
            return (speaker, depth) -> speaker.words.add(word);
        }

        private static Phrase maybe(Phrase phrase) {
            return (speaker, depth) -> {
                if (speaker.random.nextBoolean()) {
                    phrase.say(speaker, depth);
                }
            };
        }

        private CandelaException bad(String what) {
            return new CandelaException("speech.bad-phrases", "phrases, line " + number + ": " + what);
        }
    }
}
