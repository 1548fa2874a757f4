package org.candela.report.ui;

/**
 * A text that is put in by its name, said, or by its shortcut, typed.
 *
 * @param name as it is said; no two macros have the same
 * @param shortcut at least two letters or digits; empty for one that has none
 * @param text may have places in brackets, which are gone through with next field
 */
public record ReadyMacro(String name, String shortcut, String text) {}
