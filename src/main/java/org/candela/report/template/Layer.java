package org.candela.report.template;

/** Whose templates and macros these are; what stands first wins. */
public enum Layer {
    /** The reader's own. */
    PERSONAL,
    /** Those of a facility that is read for. */
    FACILITY,
    /** Those that come with the program. */
    SHIPPED
}
