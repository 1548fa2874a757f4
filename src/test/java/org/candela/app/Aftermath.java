package org.candela.app;

import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.candela.audit.AuditVerification;
import org.candela.audit.AuditVerifier;
import org.candela.base.AppPaths;
import org.candela.base.CandelaException;
import org.candela.codec.video.FfmpegSearch.Places;
import org.candela.report.DeliveryStanding;
import org.candela.report.ReportDraft;
import org.candela.report.ReportId;
import org.candela.report.SignContext;
import org.candela.report.SignRequest;
import org.candela.report.SignResult;
import org.candela.report.SignatureMeaning;
import org.candela.report.SignedReport;
import org.candela.report.check.SignRules;
import org.candela.report.template.Templates;
import org.candela.worklist.ReadingItem;

/** The house of a killed workstation, opened again by the product's own composition, without windows. */
final class Aftermath implements AutoCloseable {
    private final Executors executors = new Executors();
    private final House house;
    private final Reporting reporting;

    Aftermath(Path home) throws CandelaException {
        Config config = new Config(AppPaths.under(home), "", true, Places.NONE, TestRoom.READER, 30, 0);
        house = House.open(config, Clock.systemUTC(), executors);
        reporting = Reporting.of(house, executors, TestRoom.READER);
    }

    ReadingItem reading(ReadingItem.Id id) throws CandelaException {
        return house.worklist().find(id).orElseThrow();
    }

    /** The drafts without a final version. */
    List<ReportDraft> drafts() throws CandelaException {
        return reporting.services().reports().unsignedDrafts();
    }

    List<SignedReport> versions(ReportId report) throws CandelaException {
        return reporting.services().reports().versions(report);
    }

    List<DeliveryStanding> deliveries(ReportId report) throws CandelaException {
        return reporting.services().deliveries().of(report);
    }

    void requireIntactAudit() throws CandelaException {
        assertInstanceOf(
                AuditVerification.Intact.class,
                AuditVerifier.verify(house.base().database()));
    }

    /** Signs a draft that was left. */
    void sign(ReportDraft draft) throws CandelaException {
        SignContext context = new SignContext(
                draft,
                Templates.shipped().withId(draft.templateId()).orElseThrow(),
                SignatureMeaning.FINAL,
                List.of(draft.study().studyInstanceUid()));
        SignRequest request = new SignRequest(
                context,
                new HashSet<>(SignRules.standard().check(context)),
                TestRoom.READER,
                TestRoom.PIN.toCharArray());
        assertInstanceOf(SignResult.Signed.class, reporting.services().signing().sign(request));
    }

    /** Lets the outbox move until all of a report is acknowledged. */
    List<DeliveryStanding> deliver(ReportId report) throws Exception {
        CompletableFuture<List<DeliveryStanding>> done = new CompletableFuture<>();
        Runnable look = () -> {
            try {
                List<DeliveryStanding> now = deliveries(report);
                if (now.stream().allMatch(each -> each.state() == DeliveryStanding.State.ACKNOWLEDGED)) {
                    done.complete(now);
                }
            } catch (CandelaException e) {
                done.completeExceptionally(e);
            }
        };
        reporting.services().deliveries().onChange(look);
        reporting.pump().start();
        look.run();
        return done.get(30, TimeUnit.SECONDS);
    }

    @Override
    public void close() throws CandelaException {
        reporting.close();
        executors.close();
        house.base().database().close();
    }
}
