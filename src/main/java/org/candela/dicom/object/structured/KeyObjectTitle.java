package org.candela.dicom.object.structured;

import org.candela.dicom.object.Code;

/** Why objects are selected (PS3.16 CID 7010), those a reader chooses from; files may hold others. */
public enum KeyObjectTitle {
    OF_INTEREST("113000", "Of Interest"),
    REJECTED_FOR_QUALITY_REASONS("113001", "Rejected for Quality Reasons"),
    FOR_REFERRING_PROVIDER("113002", "For Referring Provider"),
    FOR_SURGERY("113003", "For Surgery"),
    FOR_TEACHING("113004", "For Teaching"),
    FOR_CONFERENCE("113005", "For Conference"),
    FOR_THERAPY("113006", "For Therapy"),
    FOR_PATIENT("113007", "For Patient"),
    FOR_PEER_REVIEW("113008", "For Peer Review"),
    FOR_RESEARCH("113009", "For Research"),
    QUALITY_ISSUE("113010", "Quality Issue"),
    BEST_IN_SET("113013", "Best In Set"),
    FOR_PRINTING("113018", "For Printing"),
    FOR_REPORT_ATTACHMENT("113020", "For Report Attachment");

    private final String value;
    private final String meaning;

    KeyObjectTitle(String value, String meaning) {
        this.value = value;
        this.meaning = meaning;
    }

    /** The code of the document. */
    public Code code() {
        return new Code(value, "DCM", meaning);
    }
}
