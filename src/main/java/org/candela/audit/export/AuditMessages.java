package org.candela.audit.export;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.candela.audit.AuditAction;
import org.candela.audit.AuditAction.Crud;
import org.candela.audit.AuditEvent;
import org.candela.audit.AuditTrail.KeptEvent;
import org.openehealth.ipf.commons.audit.codes.ActiveParticipantRoleIdCode;
import org.openehealth.ipf.commons.audit.codes.AuditSourceType;
import org.openehealth.ipf.commons.audit.codes.EventActionCode;
import org.openehealth.ipf.commons.audit.codes.EventOutcomeIndicator;
import org.openehealth.ipf.commons.audit.codes.EventTypeCode;
import org.openehealth.ipf.commons.audit.codes.NetworkAccessPointTypeCode;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectTypeCode;
import org.openehealth.ipf.commons.audit.codes.ParticipantObjectTypeCodeRole;
import org.openehealth.ipf.commons.audit.marshal.dicom.Current;
import org.openehealth.ipf.commons.audit.model.ActiveParticipantType;
import org.openehealth.ipf.commons.audit.model.AuditMessage;
import org.openehealth.ipf.commons.audit.model.AuditSourceIdentificationType;
import org.openehealth.ipf.commons.audit.model.EventIdentificationType;
import org.openehealth.ipf.commons.audit.model.ParticipantObjectIdentificationType;
import org.openehealth.ipf.commons.audit.model.TypeValuePairType;
import org.openehealth.ipf.commons.audit.types.EventId;
import org.openehealth.ipf.commons.audit.types.EventType;
import org.openehealth.ipf.commons.audit.types.ParticipantObjectIdType;

/**
 * An event as a message of PS3.15 A.5. Pure; safe from any thread.
 *
 * <p>Of what an event is about, the message has what the trail has: row ids and hashed UIDs, in a code of our own, and no
 * patient as a participant. A repository that wants names and UIDs in plain text will find fewer than the standard lists.
 */
// [impl->req~audit.message~1]
public final class AuditMessages {
    private static final String OURS = "CANDELA";

    private final Station station;

    public AuditMessages(Station station) {
        this.station = station;
    }

    /** The message in XML, without a declaration or line feeds. */
    public String xml(KeptEvent kept) {
        AuditMessage message = new AuditMessage();
        message.setEventIdentification(identification(kept.event()));
        message.getActiveParticipants().add(actor(kept.event()));
        message.getActiveParticipants().add(program());
        AuditSourceIdentificationType source = new AuditSourceIdentificationType(station.host());
        source.getAuditSourceType().add(AuditSourceType.EndUserInterface);
        message.setAuditSourceIdentification(source);
        message.getParticipantObjectIdentifications().add(subject(kept));
        message.validate();
        return Current.toString(message, false).strip();
    }

    private static EventIdentificationType identification(AuditEvent event) {
        AuditAction action = event.action();
        EventIdentificationType identification = new EventIdentificationType(
                EventId.of(Integer.toString(action.code()), "DCM", meaning(action.code())), event.at(), outcome(event));
        identification.setEventActionCode(letter(action.crud()));
        identification.getEventTypeCode().add(type(event).orElse(own(action)));
        return identification;
    }

    /** What happened in our own words, where the standard has no finer code. */
    private static EventType own(AuditAction action) {
        return EventType.of(
                action.name(),
                OURS,
                action.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '));
    }

    private static Optional<EventType> type(AuditEvent event) {
        return switch (event.action()) {
            case APPLICATION_STARTED -> Optional.of(EventTypeCode.ApplicationStart);
            case APPLICATION_STOPPED -> Optional.of(EventTypeCode.ApplicationStop);
            case DISPLAY_CALIBRATED -> Optional.of(EventTypeCode.HardwareConfiguration);
            case FACILITY_CHANGED -> Optional.of(EventTypeCode.NetworkConfiguration);
            default -> Optional.empty();
        };
    }

    /** Outcome of PS3.15 A.5.2: 0, 4, 8 or 12, as the event says; what says nothing went well. */
    private static EventOutcomeIndicator outcome(AuditEvent event) {
        return switch (event.detail().getOrDefault("outcome", "0")) {
            case "4" -> EventOutcomeIndicator.MinorFailure;
            case "8" -> EventOutcomeIndicator.SeriousFailure;
            case "12" -> EventOutcomeIndicator.MajorFailure;
            default -> EventOutcomeIndicator.Success;
        };
    }

    private static EventActionCode letter(Crud crud) {
        return switch (crud) {
            case CREATE -> EventActionCode.Create;
            case READ -> EventActionCode.Read;
            case UPDATE -> EventActionCode.Update;
            case DELETE -> EventActionCode.Delete;
            case EXECUTE -> EventActionCode.Execute;
        };
    }

    /** Code meanings of PS3.16 CID 400. */
    private static String meaning(int code) {
        return switch (code) {
            case 110100 -> "Application Activity";
            case 110101 -> "Audit Log Used";
            case 110103 -> "DICOM Instances Accessed";
            case 110104 -> "DICOM Instances Transferred";
            case 110105 -> "DICOM Study Deleted";
            case 110106 -> "Export";
            case 110107 -> "Import";
            case 110109 -> "Order Record";
            case 110110 -> "Patient Record";
            case 110111 -> "Procedure Record";
            case 110112 -> "Query";
            case 110113 -> "Security Alert";
            case 110114 -> "User Authentication";
            default -> throw new IllegalArgumentException("no meaning is known of event " + code);
        };
    }

    private ActiveParticipantType actor(AuditEvent event) {
        ActiveParticipantType actor = new ActiveParticipantType(event.actor(), true);
        at(actor);
        return actor;
    }

    private ActiveParticipantType program() {
        ActiveParticipantType program = new ActiveParticipantType(station.program(), false);
        program.setAlternativeUserID(Long.toString(station.process()));
        program.getRoleIDCodes().add(ActiveParticipantRoleIdCode.Application);
        at(program);
        return program;
    }

    private void at(ActiveParticipantType participant) {
        participant.setNetworkAccessPointID(station.host());
        participant.setNetworkAccessPointTypeCode(NetworkAccessPointTypeCode.MachineName);
    }

    private static ParticipantObjectIdentificationType subject(KeptEvent kept) {
        ParticipantObjectIdentificationType subject = new ParticipantObjectIdentificationType(
                kept.event().subject(),
                ParticipantObjectIdType.of("row", OURS, "row id or hashed UID, no patient data"));
        subject.setParticipantObjectTypeCode(ParticipantObjectTypeCode.System);
        subject.setParticipantObjectTypeCodeRole(ParticipantObjectTypeCodeRole.Resource);
        Map<String, String> details = new TreeMap<>(kept.event().detail());
        details.put("audit-sequence", Long.toString(kept.sequence()));
        details.put("audit-hash", kept.hash());
        details.forEach((name, value) -> subject.getParticipantObjectDetails()
                .add(new TypeValuePairType(name, value.getBytes(StandardCharsets.UTF_8))));
        return subject;
    }
}
