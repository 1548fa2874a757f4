package org.candela.report.template;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The macros for a study: of one name the personal one beats that of the facility, which beats the shipped one. Immutable.
 */
// [impl->req~template.macros~1]
public final class Macros {
    private static final Pattern BRACES = Pattern.compile("\\{\\{([^{}]*)\\}\\}");
    private static final String NESTED = "macro:";
    private static final int DEEPEST = 20;
    private static final int LONGEST_RESULT = 100_000;

    private final Map<String, Macro> byName;

    private Macros(Map<String, Macro> byName) {
        this.byName = byName;
    }

    /** Of {@code macros} in any order those that are for {@code study}. */
    static Macros of(List<Macro> macros, StudyKind study) {
        Map<String, Macro> byName = new LinkedHashMap<>();
        macros.stream()
                .filter(macro -> suits(macro.use(), study))
                .sorted(Comparator.comparing(macro -> macro.holder().layer()))
                .forEach(macro -> byName.putIfAbsent(macro.key(), macro));
        return new Macros(byName);
    }

    /** All of them by name. */
    public List<Macro> all() {
        return byName.values().stream().sorted(Comparator.comparing(Macro::key)).toList();
    }

    /** The macro of this name, in any case. */
    public Optional<Macro> named(String name) {
        return Optional.ofNullable(byName.get(name.strip().toLowerCase(Locale.ROOT)));
    }

    /** The macro that is typed as {@code typed}; empty below two characters. */
    public Optional<Macro> byShortcut(String typed) {
        String shortcut = typed.strip().toLowerCase(Locale.ROOT);
        return shortcut.length() < Macro.SHORTEST_SHORTCUT
                ? Optional.empty()
                : all().stream()
                        .filter(macro -> macro.shortcut().equals(shortcut))
                        .findFirst();
    }

    /**
     * The only macro whose shortcut or name begins with what is typed, to be shown before it is taken; empty below two
     * characters, and where several are possible.
     */
    public Optional<Macro> preview(String typed) {
        String start = typed.strip().toLowerCase(Locale.ROOT);
        if (start.length() < Macro.SHORTEST_SHORTCUT) {
            return Optional.empty();
        }
        Optional<Macro> exact = byShortcut(start);
        List<Macro> begun = all().stream()
                .filter(macro ->
                        macro.shortcut().startsWith(start) || macro.key().startsWith(start))
                .toList();
        return exact.isPresent() || begun.size() != 1 ? exact : Optional.of(begun.get(0));
    }

    /**
     * The text of a macro with all it holds.
     *
     * @param known what is known of patient and order, see {@link MergeFields}
     * @throws TemplateException when it holds itself, a macro that is not there, or is too long
     */
    public String expand(Macro macro, MergeFields known) throws TemplateException {
        return expand(macro, known, new ArrayList<>());
    }

    private String expand(Macro macro, MergeFields known, List<String> path) throws TemplateException {
        if (path.contains(macro.key()) || path.size() >= DEEPEST) {
            throw new TemplateException(
                    path.isEmpty() ? macro.key() : path.get(0),
                    "holds itself: " + String.join(" > ", path) + " > " + macro.key());
        }
        path.add(macro.key());
        StringBuilder text = new StringBuilder();
        Matcher matcher = BRACES.matcher(macro.text());
        while (matcher.find()) {
            matcher.appendReplacement(
                    text, Matcher.quoteReplacement(inBraces(matcher.group(1).strip(), known, path)));
            if (text.length() > LONGEST_RESULT) {
                throw new TemplateException(path.get(0), "becomes longer than " + LONGEST_RESULT + " characters");
            }
        }
        matcher.appendTail(text);
        path.remove(path.size() - 1);
        return text.toString();
    }

    private String inBraces(String words, MergeFields known, List<String> path) throws TemplateException {
        if (!words.toLowerCase(Locale.ROOT).startsWith(NESTED)) {
            return known.text(words);
        }
        String name = words.substring(NESTED.length()).strip();
        Optional<Macro> nested = named(name);
        if (nested.isEmpty()) {
            throw new TemplateException(
                    path.get(0), "holds the macro \"" + name + "\", which is not there: " + String.join(" > ", path));
        }
        return expand(nested.get(), known, path);
    }

    private static boolean suits(TemplateUse use, StudyKind study) {
        return use.admits(study)
                && (use.bodyParts().isEmpty() || use.bodyParts().stream().anyMatch(study::says));
    }
}
