package org.candela.delivery;

import java.time.Instant;
import org.candela.facility.FacilityId;
import org.candela.report.ReportId;
import org.candela.report.SignatureMeaning;

/**
 * That a facility has a signed version: which bytes went where, when, and what was answered.
 *
 * @param version what was sent
 * @param route on which way
 * @param parcelSha256 of the bytes that were sent; empty for receipts of older programs
 * @param receipt what came back
 * @param check whether all of it still fits together
 */
public record Proof(Version version, Route route, String parcelSha256, Receipt receipt, Check check) {
    /** A signed version and its hash. */
    public record Version(ReportId report, int number, SignatureMeaning meaning, String sha256) {}

    /** @param controlId the receiver's means to know it again, as MSH-10 */
    public record Route(FacilityId facility, String channel, String way, String address, String controlId) {}

    /** @param answer as it came */
    public record Receipt(Instant sentAt, Instant receivedAt, String answer, String answerSha256) {}

    /** What was computed anew from what is kept. */
    public enum Check {
        /** The signed version, the bytes and the answer have the hashes of the receipt. */
        WHOLE,
        /** One of them has not. */
        BROKEN
    }
}
