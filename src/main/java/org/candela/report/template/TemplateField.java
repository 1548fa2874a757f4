package org.candela.report.template;

import java.util.List;

/**
 * One place of a template where the reader writes, chooses or accepts what is there.
 *
 * @param id unique within its template; the key of the text in a report draft
 * @param name what the field is called in the report; empty for the free text of a section
 * @param initialText what a new draft starts with; may be empty
 * @param isRequired whether the field must say something before a final signature
 * @param conduct verbal trigger and the like
 * @param codes what the field means in coding schemes
 */
public record TemplateField(
        String id,
        String name,
        Content content,
        String initialText,
        boolean isRequired,
        FieldConduct conduct,
        List<FieldCode> codes) {
    public TemplateField {
        codes = List.copyOf(codes);
        if (id.isBlank()) {
            throw new IllegalArgumentException("a template field needs an id");
        }
    }

    /** A field without verbal trigger and codes. */
    public TemplateField(String id, String name, Content content, String initialText, boolean isRequired) {
        this(id, name, content, initialText, isRequired, FieldConduct.PLAIN, List.of());
    }

    /** Whether {@code text} still waits for the reader: a bracketed place such as {@code [size]}, or a required blank. */
    public boolean isUnfilled(String text) {
        return hasPlaceholder(text) || (isRequired && text.isBlank());
    }

    private static boolean hasPlaceholder(String text) {
        int open = text.indexOf('[');
        return open >= 0 && text.indexOf(']', open) > open;
    }

    /** How a field is filled. */
    public enum Kind {
        /** Several lines of prose. */
        PROSE,
        /** One line. */
        LINE,
        /** A number in a unit. */
        NUMBER,
        /** One of the options. */
        CHOICE
    }

    /**
     * What a field takes.
     *
     * @param options for {@link Kind#CHOICE}, in the template's order; else empty
     * @param unit for {@link Kind#NUMBER}, as printed after the number; else empty
     * @param limits for {@link Kind#NUMBER}
     */
    public record Content(Kind kind, List<String> options, String unit, NumberLimits limits) {
        public Content {
            options = List.copyOf(options);
            if (kind == Kind.CHOICE && options.isEmpty()) {
                throw new IllegalArgumentException("a choice needs options");
            }
        }

        /** Without limits. */
        public Content(Kind kind, List<String> options, String unit) {
            this(kind, options, unit, NumberLimits.NONE);
        }

        /** A field of this kind without options and unit. */
        public static Content of(Kind kind) {
            return new Content(kind, List.of(), "");
        }
    }
}
