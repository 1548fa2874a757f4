/**
 * The report: drafts, the measurements in them, signing behind checks, signed versions.
 *
 * <p>May use: report.template, report.wording, worklist, dictation, facility, store, audit, base.
 *
 * <pre>{@code
 * Template template = Templates.shipped().forStudy("CT", "CT HEAD WITHOUT CONTRAST");
 * ReportDraft draft = ReportDraft.begin(study, template);
 * }</pre>
 */
@NullMarked
package org.candela.report;

import org.jspecify.annotations.NullMarked;
