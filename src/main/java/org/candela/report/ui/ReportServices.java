package org.candela.report.ui;

import org.candela.dictation.SpeechEngine;
import org.candela.report.Deliveries;
import org.candela.report.DraftAutosave;
import org.candela.report.Reports;
import org.candela.report.Signer;
import org.candela.report.Signing;

/**
 * What the report desk works with.
 *
 * @param signer whose PIN signs here
 */
public record ReportServices(
        Reports reports,
        DraftAutosave autosave,
        Signing signing,
        Deliveries deliveries,
        SpeechEngine speech,
        Signer signer) {}
