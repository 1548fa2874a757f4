package org.candela.report.template;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Macros as a text that a person edits: each begins with a line {@code # name: …}, may have {@code # shortcut:}, {@code #
 * modality:}, {@code # words:}, {@code # sex:}, {@code # ages:}, and its text follows until the next.
 */
public final class MacroText {
    private static final String NAME = "name";
    private static final Set<String> HEADS = Set.of(NAME, "shortcut", "modality", "words", "sex", "ages");
    private static final int LONGEST = 2_000_000;

    private MacroText() {}

    /**
     * Reads macros for a holder.
     *
     * @param source names the text in errors
     * @throws TemplateException with the line of what is wrong
     */
    public static List<Macro> read(String source, String text, Holder holder) throws TemplateException {
        if (text.length() > LONGEST) {
            throw new TemplateException(source, "is longer than " + LONGEST + " characters");
        }
        List<Macro> macros = new ArrayList<>();
        Map<String, String> heads = new HashMap<>();
        StringBuilder body = new StringBuilder();
        int number = 0;
        int begun = 0;
        for (String line : text.lines().toList()) {
            number++;
            String head = head(line);
            if (head.equals(NAME) && !heads.isEmpty()) {
                macros.add(macro(source, begun, heads, body, holder));
                heads.clear();
                body.setLength(0);
            }
            if (head.equals(NAME)) {
                begun = number;
            }
            if (!head.isEmpty() && body.isEmpty() && (head.equals(NAME) || !heads.isEmpty())) {
                heads.put(head, line.substring(line.indexOf(':') + 1).strip());
            } else if (!heads.isEmpty()) {
                body.append(line).append('\n');
            } else if (!line.isBlank()) {
                throw new TemplateException(source, "line " + number + " stands before the first \"# name:\"");
            }
        }
        if (heads.isEmpty()) {
            throw new TemplateException(source, "has no macro; each begins with a line \"# name: …\"");
        }
        macros.add(macro(source, begun, heads, body, holder));
        return macros;
    }

    /** The text of macros, as {@link #read} reads it. */
    public static String write(List<Macro> macros) {
        return macros.stream().map(MacroText::written).collect(Collectors.joining("\n"));
    }

    private static String written(Macro macro) {
        TemplateUse use = macro.use();
        return Stream.of(
                        line(NAME, macro.name()),
                        line("shortcut", macro.shortcut()),
                        line("modality", String.join(", ", use.modalities())),
                        line("words", String.join(", ", use.bodyParts())),
                        line("sex", use.sex()),
                        line("ages", use.ages().inWords()),
                        macro.text() + "\n")
                .collect(Collectors.joining());
    }

    private static String line(String head, String value) {
        return value.isEmpty() ? "" : "# " + head + ": " + value + "\n";
    }

    private static String head(String line) {
        int colon = line.indexOf(':');
        String head = line.startsWith("#") && colon > 0
                ? line.substring(1, colon).strip().toLowerCase(Locale.ROOT)
                : "";
        return HEADS.contains(head) ? head : "";
    }

    private static Macro macro(String source, int line, Map<String, String> heads, StringBuilder body, Holder holder)
            throws TemplateException {
        try {
            TemplateUse use = new TemplateUse(
                    list(heads.getOrDefault("modality", "")),
                    list(heads.getOrDefault("words", "")),
                    Set.of(),
                    "",
                    heads.getOrDefault("sex", ""),
                    AgeRange.of(heads.getOrDefault("ages", "")));
            return new Macro(
                    heads.getOrDefault(NAME, ""),
                    heads.getOrDefault("shortcut", ""),
                    body.toString().strip(),
                    use,
                    holder);
        } catch (IllegalArgumentException e) {
            throw new TemplateException(source, "line " + line + ": " + e.getMessage());
        }
    }

    private static Set<String> list(String words) {
        return Stream.of(words.split(","))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .collect(Collectors.toSet());
    }
}
