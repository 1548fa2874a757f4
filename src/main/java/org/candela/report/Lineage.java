package org.candela.report;

/**
 * What a signed version comes from.
 *
 * @param form of its hash: 1 for versions that know of no predecessor, 2 since
 * @param predecessorSha256 hash of the version before it, which its own hash covers; empty for the first version
 * @param amendment what it changes of the version before it
 */
public record Lineage(int form, String predecessorSha256, Amendment amendment) {
    /** Of versions signed before versions named their predecessors. */
    public static final Lineage UNNAMED = new Lineage(1, "", Amendment.NONE);

    /** The newest form of the hash. */
    static final int FORM = 2;

    static Lineage after(String predecessorSha256, Amendment amendment) {
        return new Lineage(FORM, predecessorSha256, amendment);
    }
}
