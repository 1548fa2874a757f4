package org.candela.critical.check;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.candela.critical.CommunicationCheck.Kind;
import org.candela.critical.CommunicationCheck.Lack;
import org.candela.critical.Communications;
import org.candela.critical.CriticalLoop;
import org.candela.report.ReportedStudy;
import org.candela.report.SignChecks;
import org.candela.report.SignContext;
import org.candela.report.SignFinding;
import org.candela.report.SignFinding.Severity;
import org.candela.report.SignatureMeaning;
import org.candela.report.template.TemplateSection;

/**
 * The checks before a signature, which are told what was communicated, with three of their own: the report and the records
 * say the same, no loop is open unseen, and who changes a signed report told somebody there. Answers from memory.
 */
// [impl->req~critical.sign-check~1]
// [impl->req~critical.amended~1]
public final class CriticalSignChecks implements SignChecks {
    /** Exact: the sentence is of a record or it is not. */
    static final String RECORD = "sign.critical-record";
    /** Still to be told. */
    static final String OPEN = "sign.critical-open";
    /** Who changed what was signed tells it. */
    static final String AMENDED = "sign.amendment-told";

    /** A record older than this is of something before the change. */
    private static final Duration RECENT = Duration.ofHours(24);

    private final SignChecks checks;
    private final Communications communications;
    private final Clock clock;

    /** @param checks all others */
    public CriticalSignChecks(SignChecks checks, Communications communications, Clock clock) {
        this.checks = checks;
        this.communications = communications;
        this.clock = clock;
    }

    @Override
    public List<SignFinding> check(SignContext context) {
        ReportedStudy study = context.draft().study();
        List<CriticalLoop> loops = communications.about(study.facility(), study.studyInstanceUid());
        SignContext knowing = new SignContext(
                context.draft(),
                context.template(),
                context.meaning(),
                context.studiesOnScreen(),
                context.facts().withFindingsTold(told(loops)));
        List<SignFinding> found = new ArrayList<>(checks.check(knowing));
        if (context.meaning() != SignatureMeaning.WITHDRAWN) {
            String field = context.firstFieldOf(TemplateSection.IMPRESSION);
            communications.lacks(study.facility(), study.studyInstanceUid(), text(context)).stream()
                    .filter(lack -> lack.kind() != Kind.TERM_WITHOUT_RECORD) // the labelled rule beside it says that
                    .forEach(lack -> found.add(finding(lack, field)));
        }
        if (context.meaning().isAmendment() && !isToldOf(study)) {
            found.add(
                    new SignFinding(
                            AMENDED,
                            context.meaning() == SignatureMeaning.ADDENDUM ? Severity.WARN : Severity.BLOCK,
                            "",
                            "This changes a signed report, and no record says who there was told of it. Record the call first."));
        }
        return List.copyOf(found);
    }

    private static SignFinding finding(Lack lack, String field) {
        return switch (lack.kind()) {
            case STILL_OPEN -> new SignFinding(OPEN, Severity.WARN, field, lack.words());
            case SENTENCE_WITHOUT_RECORD -> new SignFinding(RECORD, Severity.WARN, field, lack.words());
            case SENTENCE_MISSING, SENTENCE_OF_ANOTHER, TERM_WITHOUT_RECORD ->
                new SignFinding(RECORD, Severity.BLOCK, field, lack.words());
        };
    }

    private static List<String> told(List<CriticalLoop> loops) {
        return loops.stream()
                .filter(loop -> loop.communication().isPresent())
                .map(CriticalLoop::finding)
                .toList();
    }

    private boolean isToldOf(ReportedStudy study) {
        return communications.isToldSince(
                study.facility(), study.studyInstanceUid(), clock.instant().minus(RECENT));
    }

    private static String text(SignContext context) {
        String fields = context.draft().texts().values().stream().collect(Collectors.joining("\n"));
        return fields + "\n" + context.facts().amendment().text();
    }
}
