package org.candela.report;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditEvent;
import org.candela.base.CandelaException;
import org.candela.store.StoreException;
import org.candela.store.Tx;

/**
 * Signs reports: checks, then PIN, then one transaction that holds the immutable version, the audit event and what the
 * listeners add (worklist state, outbox row). After a kill at any moment either all of it is there or none.
 *
 * <p>Any thread but the FX thread; blocks on the disk and on the stretching of the PIN.
 */
// [impl->req~report.signing~1]
public final class Signing {
    private static final SignFinding HELD = new SignFinding(
            "sign.held",
            SignFinding.Severity.BLOCK,
            "",
            "The report is held until its order is there. Take it up again when it came (candela report resume).");

    private final Ledger ledger;
    private final Pins pins;
    private final SignChecks checks;
    private final SignGate gate;
    private final List<SignedReportListener> listeners;

    /** {@code listeners} are called in their order, inside the signing transaction. */
    public Signing(Ledger ledger, Pins pins, SignChecks checks, SignGate gate, List<SignedReportListener> listeners) {
        this.gate = gate;
        this.ledger = ledger;
        this.pins = pins;
        this.checks = checks;
        this.listeners = List.copyOf(listeners);
    }

    /**
     * Signs the draft with the meaning its context names. The PIN is wiped.
     *
     * @throws CandelaException when the store or the gate fails or a listener refuses: nothing is signed then
     */
    public SignResult sign(SignRequest request) throws CandelaException {
        try {
            List<SignFinding> open = Stream.concat(checks.check(request.context()).stream(), atTheGate(request))
                    .filter(finding -> !request.isSettled(finding))
                    .toList();
            if (!open.isEmpty()) {
                return new SignResult.Unready(open);
            }
            if (isHeld(request)) {
                return new SignResult.Unready(List.of(HELD));
            }
            Pins.PinCheck pin = pins.check(request.signerId(), request.pin());
            if (!pin.isAccepted()) {
                return new SignResult.PinRefused(pin.nextTryAt());
            }
            return ledger.database().write(tx -> signInTx(tx, request));
        } finally {
            request.wipe();
        }
    }

    /** The checks that stand before a signature here, for who wants to know before it is asked for. */
    public SignChecks checks() {
        return checks;
    }

    private boolean isHeld(SignRequest request) throws StoreException {
        ReportId report = request.context().draft().id();
        return ledger.database().read(tx -> ReportStates.of(tx, report)) == ReportState.HELD;
    }

    // [impl->req~report.sign-gate~1]
    private Stream<SignFinding> atTheGate(SignRequest request) throws CandelaException {
        SignContext context = request.context();
        return gate.obstacles(context.draft().study(), context.meaning()).stream()
                .map(obstacle ->
                        new SignFinding(obstacle.ruleId(), SignFinding.Severity.BLOCK, "", obstacle.message()));
    }

    private SignResult signInTx(Tx tx, SignRequest request) throws StoreException {
        SignContext context = request.context();
        ReportDraft draft = context.draft();
        List<SignedReport> versions = ReportRepository.versions(tx, draft.id());
        Optional<SignedReport> newest = versions.stream().reduce((before, after) -> after);
        if (newest.filter(before -> !context.meaning().mayFollow(before.meaning()))
                .isPresent()) {
            return new SignResult.Superseded(newest.orElseThrow().meaning());
        }
        Signature signature = new Signature(
                signerOf(tx, request.signerId()),
                context.meaning(),
                ledger.clock().instant());
        SignedReport report = new SignedReport(
                        draft.id(),
                        versions.size() + 1,
                        draft.study(),
                        SignedSections.of(context, newest),
                        signature,
                        Lineage.after(
                                newest.map(SignedReport::sha256).orElse(""),
                                context.facts().amendment()),
                        "")
                .sealed();
        keepDraft(tx, context, signature.signedAt());
        ReportRepository.insertSigned(tx, report);
        ReportStates.signed(tx, report);
        for (SignedReportListener listener : listeners) {
            listener.inTx(tx, report);
        }
        ledger.audit().append(tx, event(report, request));
        return new SignResult.Signed(report);
    }

    /** The draft is what the next signature of the whole text would be of; what is added or taken back is not in it. */
    private static void keepDraft(Tx tx, SignContext context, Instant at) throws StoreException {
        switch (context.meaning()) {
            case PRELIMINARY, FINAL -> ReportRepository.saveDraft(tx, context.draft(), at);
            case CORRECTED -> ReportRepository.correctDraft(tx, context.draft(), at);
            case WITHDRAWN -> ReportRepository.correctDraft(tx, blank(context.draft(), tx), at);
            case ADDENDUM -> {}
        }
    }

    /** The words of another patient must not wait for this one's report. */
    private static ReportDraft blank(ReportDraft signed, Tx tx) throws StoreException {
        ReportDraft draft = ReportRepository.draftOf(tx, signed.study()).orElse(signed);
        for (String field : draft.texts().keySet()) {
            draft = draft.withText(field, "");
        }
        return draft;
    }

    private static Signer signerOf(Tx tx, String signerId) throws StoreException {
        return SignerRepository.find(tx, signerId)
                .map(SignerRepository.Account::signer)
                .orElseThrow(() -> new StoreException("report.signer-gone", "the signer was removed while signing"));
    }

    private static AuditEvent event(SignedReport report, SignRequest request) {
        String confirmed = request.confirmed().stream()
                .map(SignFinding::ruleId)
                .sorted()
                .distinct()
                .collect(Collectors.joining(","));
        return new AuditEvent(
                report.signature().signedAt(),
                "signer:" + report.signature().signer().id(),
                AuditAction.REPORT_SIGNED,
                "report:" + report.id() + "/" + report.version(),
                Map.of("meaning", report.meaning().name(), "sha256", report.sha256(), "confirmed", confirmed));
    }
}
