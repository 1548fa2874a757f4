package org.candela.report;

import java.util.List;
import java.util.Optional;

/** The version that a signature at this moment would make; nothing is checked, kept or sent. Pure. */
public final class ForeseenVersion {
    private ForeseenVersion() {}

    /**
     * The version.
     *
     * @param open as it is taken up, with what was signed so far
     * @param draft as it is now
     * @param signature whose meaning may begin a report: preliminary or final
     */
    public static SignedReport of(OpenReport open, ReportDraft draft, Signature signature) {
        Optional<SignedReport> newest = open.newest();
        SignContext context = new SignContext(draft, open.template(), signature.meaning(), List.of(), SignFacts.NONE);
        return new SignedReport(
                        draft.id(),
                        open.versions().size() + 1,
                        draft.study(),
                        SignedSections.of(context, newest),
                        signature,
                        Lineage.after(newest.map(SignedReport::sha256).orElse(""), Amendment.NONE),
                        "")
                .sealed();
    }
}
