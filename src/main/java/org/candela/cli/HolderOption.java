package org.candela.cli;

import java.util.function.Supplier;
import org.candela.report.template.Holder;
import picocli.CommandLine.Option;

/** Whose templates or macros: the reader's, or those of a facility. */
final class HolderOption {
    @Option(
            names = "--facility",
            defaultValue = "",
            paramLabel = "ID",
            description = "Those of this facility; without it the reader's own.")
    private String facility = "";

    /** The facility's id; empty for the reader. */
    String facility() {
        return facility;
    }

    Holder holder(Supplier<String> reader) {
        return facility.isBlank() ? Holder.reader(reader.get()) : Holder.facility(facility);
    }
}
