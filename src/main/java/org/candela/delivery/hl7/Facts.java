package org.candela.delivery.hl7;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.delivery.Consignment;
import org.candela.report.ReportedOrder;
import org.candela.report.ReportedPatient;
import org.candela.report.SignedReport;
import org.candela.report.Signer;

/** What {@code $words} in a mapping stand for. */
final class Facts {
    private static final Pattern WORD = Pattern.compile("\\$[a-z][a-z0-9-]*");
    private static final Map<String, Fact> KNOWN = known();

    private Facts() {}

    private interface Fact {
        String of(Consignment consignment);
    }

    private static Map<String, Fact> known() {
        Map<String, Fact> facts = new TreeMap<>();
        facts.put("$accession", one -> order(one).accessionNumber());
        facts.put("$placer", one -> order(one).placerOrderNumber());
        facts.put("$modality", one -> order(one).examination().modality());
        facts.put("$study-uid", one -> one.report().study().studyInstanceUid().value());
        facts.put("$patient-id", one -> patient(one).id());
        facts.put("$patient-issuer", one -> patient(one).issuer());
        facts.put("$report-id", one -> one.report().id().value());
        facts.put("$report-version", one -> Integer.toString(one.report().version()));
        facts.put("$report-sha256", one -> one.report().sha256());
        facts.put("$signer-id", one -> signer(one).id());
        facts.put("$signer-family", one -> signer(one).familyName());
        facts.put("$signer-given", one -> signer(one).givenName());
        facts.put("$facility", one -> one.report().study().facility().value());
        facts.put("$control-id", one -> one.ticket().controlId());
        return facts;
    }

    static String names() {
        return String.join(", ", KNOWN.keySet());
    }

    /** The first word that stands for nothing. */
    static Optional<String> unknownIn(String text) {
        return WORD.matcher(text)
                .results()
                .map(MatchResult::group)
                .filter(word -> !KNOWN.containsKey(word))
                .findFirst();
    }

    /** {@code text} with the facts in the place of their words, escaped. */
    static String filled(String text, Consignment consignment) {
        return WORD.matcher(text).replaceAll(found -> {
            Fact fact = KNOWN.get(found.group());
            return Matcher.quoteReplacement(fact == null ? "" : Er7.escape(fact.of(consignment)));
        });
    }

    private static ReportedOrder order(Consignment consignment) {
        return consignment.report().study().order();
    }

    private static ReportedPatient patient(Consignment consignment) {
        return consignment.report().study().patient();
    }

    private static Signer signer(Consignment consignment) {
        SignedReport report = consignment.report();
        return report.signature().signer();
    }
}
