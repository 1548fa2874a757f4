package org.candela.order.source;

/** Attributes of workitems and modality worklists (PS3.6 §6). */
final class OrderTags {
    static final int ISSUER_OF_ACCESSION_SEQUENCE = 0x00080051;
    static final int CODE_MEANING = 0x00080104;
    static final int ADMITTING_DIAGNOSES = 0x00081080;
    static final int REQUESTING_PHYSICIAN = 0x00321032;
    static final int STEP_START_DATE = 0x00400002;
    static final int STEP_START_TIME = 0x00400003;
    static final int LOCAL_NAMESPACE = 0x00400031;
    static final int UNIVERSAL_ENTITY = 0x00400032;
    static final int STEPS = 0x00400100;
    static final int REASON = 0x00401002;
    static final int PLACER_NUMBER = 0x00402016;
    static final int FILLER_NUMBER = 0x00402017;
    static final int ORDERER_PHONE = 0x00402010;
    static final int WORKITEM_START = 0x00404005;
    static final int PERFORMER_CODE = 0x00404009;
    static final int EXPECTED_COMPLETION = 0x00404011;
    static final int INPUT_INFORMATION = 0x00404021;
    static final int PERFORMERS = 0x00404034;
    static final int PERFORMER_NAME = 0x00404037;
    static final int REFERENCED_REQUEST = 0x0040A370;
    static final int WORKITEM_STATE = 0x00741000;
    static final int WORKITEM_PRIORITY = 0x00741200;
    static final int WORKITEM_LABEL = 0x00741204;

    private OrderTags() {}
}
