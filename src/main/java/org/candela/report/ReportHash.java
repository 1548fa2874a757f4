package org.candela.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.candela.base.Sha256;

/**
 * SHA-256 over the canonical content of a signed version: its name, who it is about, every section, the signature.
 *
 * <p>Each value is written as its length in UTF-8 bytes, a colon and the value, so that no two contents run together to
 * the same bytes. The first value names the form. Form 2 also covers the hash of the version before and what this one
 * changes of it; versions of form 1 are kept from before and stay readable.
 */
final class ReportHash {
    private static final String FORM = "candela-report/";

    private final MessageDigest digest;

    private ReportHash(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(SignedReport report) {
        ReportHash hash = new ReportHash(Sha256.digest());
        hash.add(FORM + report.lineage().form(), report.id().value(), Integer.toString(report.version()));
        hash.addStudy(report.study());
        hash.add(Integer.toString(report.sections().size()));
        report.sections().forEach(section -> hash.add(section.heading(), section.text()));
        hash.addSignature(report.signature());
        if (report.lineage().form() > Lineage.UNNAMED.form()) {
            hash.add(
                    report.lineage().predecessorSha256(),
                    report.amendment().text(),
                    report.amendment().told());
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void addStudy(ReportedStudy study) {
        ReportedPatient patient = study.patient();
        ReportedOrder order = study.order();
        add(study.facility().value(), study.studyInstanceUid().value());
        add(patient.name(), patient.id(), patient.issuer(), patient.birthDate(), patient.sex());
        add(order.accessionNumber(), order.placerOrderNumber(), order.procedureCode(), order.referringPhysician());
        ReportedOrder.Examination examination = order.examination();
        add(
                examination.modality(),
                examination.description(),
                examination.performedAt().toString());
    }

    private void addSignature(Signature signature) {
        Signer signer = signature.signer();
        add(signer.id(), signer.familyName(), signer.givenName());
        add(signature.meaning().name(), signature.signedAt().toString());
    }

    private void add(String... values) {
        for (String value : values) {
            byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }
}
