package org.candela.report.template;

/**
 * How a field behaves beyond what it takes, from its {@code data-field-*} attributes.
 *
 * @param verbalTrigger said, it leads to the field; may be empty
 * @param isMerged {@code data-field-merge-flag}: filled from what is known of patient and order
 * @param completionAction {@code data-field-completion-action}, {@code NONE} where the document says nothing
 */
public record FieldConduct(String verbalTrigger, boolean isMerged, String completionAction) {
    /** A field without any of it. */
    public static final FieldConduct PLAIN = new FieldConduct("", false, "NONE");
}
