package org.candela.report.template;

/**
 * Who holds templates or macros.
 *
 * @param layer personal, of a facility, or shipped
 * @param name the reader's or the facility's id; empty for what is shipped
 */
public record Holder(Layer layer, String name) {
    /** The program itself. */
    public static final Holder PROGRAM = new Holder(Layer.SHIPPED, "");

    public Holder {
        if (name.isBlank() != (layer == Layer.SHIPPED)) {
            throw new IllegalArgumentException(
                    "a reader or facility has a name, the program has none: \"" + name + "\"");
        }
    }

    /** The reader with this id. */
    public static Holder reader(String id) {
        return new Holder(Layer.PERSONAL, id);
    }

    /** The facility with this id. */
    public static Holder facility(String id) {
        return new Holder(Layer.FACILITY, id);
    }
}
