package org.candela.audit;

/** What happened, with the DICOM event code it is reported under (PS3.15 A.5.3, PS3.16 CID 400). */
public enum AuditAction {
    APPLICATION_STARTED(110100, Crud.EXECUTE),
    APPLICATION_STOPPED(110100, Crud.EXECUTE),
    AUDIT_LOG_USED(110101, Crud.READ),
    INSTANCES_ACCESSED(110103, Crud.READ),
    INSTANCES_TRANSFERRED(110104, Crud.CREATE),
    STUDY_DELETED(110105, Crud.DELETE),
    EXPORTED(110106, Crud.READ),
    IMPORTED(110107, Crud.CREATE),
    /** The whole workstation was copied to where a backup lies. */
    BACKED_UP(110106, Crud.READ),
    /** The whole workstation was put back from a backup. */
    RESTORED(110107, Crud.CREATE),
    /** Something of patients was deleted by age or with a contract. */
    PATIENT_DATA_PURGED(110110, Crud.DELETE),
    /** A draft was thrown away, or taken back from there. */
    DRAFT_DISCARDED(110111, Crud.DELETE),
    /** A study on the worklist was claimed, released or moved to another state. */
    READING_STATE_CHANGED(110111, Crud.UPDATE),
    /** A facility told of an order, changed it or took it back. */
    ORDER_RECORDED(110109, Crud.UPDATE),
    /** A message of a facility was kept for the reader. */
    MESSAGE_KEPT(110110, Crud.CREATE),
    /** The reader opened a message of a facility. */
    MESSAGE_READ(110110, Crud.READ),
    /** A study of another number was taken for one of the same patient, or that was taken back. */
    PRIOR_CONFIRMED(110110, Crud.UPDATE),
    /** Something was entered about a critical result: found, tried, told, corrected. */
    CRITICAL_RESULT(110111, Crud.CREATE),
    /** What a facility wants done with critical findings was entered. */
    CRITICAL_POLICY_ENTERED(110113, Crud.CREATE),
    /** What was said for a report was found after a crash, mended and kept. */
    DICTATION_RECOVERED(110111, Crud.CREATE),
    /** Sound and words of an utterance were deleted, by the policy or by the reader. */
    DICTATION_DELETED(110111, Crud.DELETE),
    REPORT_SIGNED(110111, Crud.CREATE),
    REPORT_SENT(110106, Crud.READ),
    REPORT_ACKNOWLEDGED(110106, Crud.EXECUTE),
    QUERIED(110112, Crud.EXECUTE),
    /** A facility was added or its addresses changed. */
    FACILITY_CHANGED(110113, Crud.UPDATE),
    /** A licence, credential, policy or contract of the reader was entered or withdrawn. */
    PRACTICE_RECORD_ENTERED(110113, Crud.CREATE),
    /** An invoice was issued or voided, or worked hours were entered or withdrawn. */
    INVOICE_CHANGED(110113, Crud.CREATE),
    /** Something about room, link or contingency was measured or said before a shift. */
    READINESS_ENTERED(110113, Crud.CREATE),
    /** A display was calibrated or its LUT loaded (event type 110130, hardware configuration). */
    DISPLAY_CALIBRATED(110113, Crud.UPDATE),
    DISPLAY_QA_RECORDED(110113, Crud.CREATE),
    /** The light of the room was entered. */
    ROOM_LIGHT_ENTERED(110113, Crud.UPDATE),
    /** The certificate of a meter was entered. */
    METER_CERTIFIED(110113, Crud.UPDATE),
    /** A key that signs reports of display QA was made, or taken in from an earlier version. */
    SIGNING_KEY_MADE(110113, Crud.CREATE),
    /** A display stopped showing, or showed again, what it was calibrated to. */
    DISPLAY_ALARM(110113, Crud.EXECUTE),
    /** Primary reading was refused or allowed against advice. */
    SECURITY_ALERT(110113, Crud.EXECUTE),
    /** Patients were looked at in an emergency without proof of who did, or that ended (event types 110127, 110138). */
    EMERGENCY_ACCESS(110113, Crud.EXECUTE),
    /** When the workstation locks by itself was changed. */
    LOCK_CHANGED(110113, Crud.UPDATE),
    USER_AUTHENTICATED(110114, Crud.EXECUTE);

    /** Event Action Code: create, read, update, delete, execute. */
    public enum Crud {
        CREATE,
        READ,
        UPDATE,
        DELETE,
        EXECUTE;

        /** The letter of PS3.15 A.5.2: C, R, U, D or E. */
        public char letter() {
            return name().charAt(0);
        }
    }

    private final int code;
    private final Crud crud;

    AuditAction(int code, Crud crud) {
        this.code = code;
        this.crud = crud;
    }

    /** DCM code of the Event ID. */
    public int code() {
        return code;
    }

    /** Event Action Code. */
    public Crud crud() {
        return crud;
    }
}
