package org.candela.report.template;

import java.util.List;

/**
 * What came of reading a document.
 *
 * @param template the template
 * @param notes what of the document is not used, or used in another way; one line each
 */
public record ImportedTemplate(Template template, List<String> notes) {
    public ImportedTemplate {
        notes = List.copyOf(notes);
    }
}
