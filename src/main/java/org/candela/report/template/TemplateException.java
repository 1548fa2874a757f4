package org.candela.report.template;

import org.candela.base.CandelaException;

/** A template document that cannot be used, with the reason. */
public final class TemplateException extends CandelaException {
    private static final long serialVersionUID = 1L;

    TemplateException(String source, String problem) {
        super("report.template", "template " + source + ": " + problem);
    }
}
