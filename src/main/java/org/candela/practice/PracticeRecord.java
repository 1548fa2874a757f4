package org.candela.practice;

/** Something on file about the reader; closed. What is entered again under the same key takes its place. */
public sealed interface PracticeRecord
        permits Licence,
                Credential,
                MalpracticePolicy,
                Engagement,
                FacilityTerms,
                ReadingLocation,
                EmergencyDeclaration,
                DossierItem,
                PayRule {
    /** Which sort it is. */
    Kind kind();

    /** What tells it from others of its kind, as the number of a licence. */
    String key();

    /** In one line, for a list and for evidence. */
    String text();

    /** The sorts. */
    enum Kind {
        LICENCE,
        CREDENTIAL,
        POLICY,
        ENGAGEMENT,
        TERMS,
        LOCATION,
        EMERGENCY,
        DOSSIER,
        PAY
    }
}
