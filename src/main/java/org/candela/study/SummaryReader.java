package org.candela.study;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.facility.FacilityId;
import org.candela.facility.ReadingPriority;
import org.candela.net.web.QidoQuery;

/** Reads a facility's list of studies (PS3.18 §10.6.3.3, PS3.4 C.6.2), with what facilities add to it. Pure. */
public final class SummaryReader {
    private SummaryReader() {}

    /** {@code query}, asking for what {@link #read} can use beyond what every server returns. */
    static QidoQuery asking(QidoQuery query) {
        return query.including(
                Tag.StudyDescription,
                Tag.IssuerOfPatientID,
                Tag.TimezoneOffsetFromUTC,
                Tag.InstitutionName,
                Tag.RegionOfResidence,
                Tag.RequestedProcedurePriority,
                Tag.StudyArrivalDate,
                Tag.StudyArrivalTime);
    }

    /** The study of one result; empty when it has no valid UID. */
    public static Optional<StudySummary> read(Attributes result, FacilityId facility) {
        return result.uid(Tag.StudyInstanceUID)
                .map(uid -> new StudySummary(
                        Identities.of(result, uid),
                        facility,
                        modalities(result),
                        result.integer(Tag.NumberOfStudyRelatedInstances).orElse(0),
                        result.string(Tag.RequestedProcedurePriority).flatMap(SummaryReader::priority),
                        receivedAt(result),
                        new StudySummary.Place(
                                result.string(Tag.InstitutionName).orElse(""),
                                result.string(Tag.RegionOfResidence).orElse(""))));
    }

    private static Set<String> modalities(Attributes result) {
        Set<String> modalities = new LinkedHashSet<>(result.strings(Tag.ModalitiesInStudy));
        modalities.remove("");
        return modalities;
    }

    /** PS3.3 C.4.11: STAT, HIGH, ROUTINE, MEDIUM, LOW; of which the last three wait alike here. */
    private static Optional<ReadingPriority> priority(String term) {
        return switch (term) {
            case "STAT" -> Optional.of(ReadingPriority.STAT);
            case "HIGH" -> Optional.of(ReadingPriority.URGENT);
            case "ROUTINE", "MEDIUM", "LOW" -> Optional.of(ReadingPriority.ROUTINE);
            default -> Optional.empty();
        };
    }

    /** Only with a time zone is the arrival a moment; without one a deadline could be hours off. */
    private static Optional<Instant> receivedAt(Attributes result) {
        Optional<ZoneOffset> zone = result.string(Tag.TimezoneOffsetFromUTC).flatMap(SummaryReader::zone);
        return zone.flatMap(offset ->
                result.dateTime(Tag.StudyArrivalDate, Tag.StudyArrivalTime).map(arrival -> arrival.toInstant(offset)));
    }

    private static Optional<ZoneOffset> zone(String text) {
        try {
            return Optional.of(ZoneOffset.of(text));
        } catch (java.time.DateTimeException e) {
            return Optional.empty();
        }
    }
}
