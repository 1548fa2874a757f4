package org.candela.practice;

/**
 * A declared emergency under which a state lets physicians of other states read, as the reader found it published.
 *
 * @param reference what declares it, as {@code Executive Order 2026-14}
 */
public record EmergencyDeclaration(Jurisdiction jurisdiction, String reference, Period period)
        implements PracticeRecord {
    public EmergencyDeclaration {
        if (reference.isBlank()) {
            throw new IllegalArgumentException("an emergency of " + jurisdiction + " needs what declares it");
        }
    }

    @Override
    public Kind kind() {
        return Kind.EMERGENCY;
    }

    @Override
    public String key() {
        return jurisdiction + " " + reference;
    }

    @Override
    public String text() {
        return "emergency in " + jurisdiction + ", " + reference + " (" + period + ")";
    }
}
