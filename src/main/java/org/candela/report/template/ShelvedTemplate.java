package org.candela.report.template;

/** A template and who holds it. */
public record ShelvedTemplate(Template template, Holder holder) {}
