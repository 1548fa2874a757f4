package org.candela.viewer.print;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import org.candela.base.Cancellation;
import org.candela.viewer.export.Progress;

/** Where sheets go: a file or a printer. */
@FunctionalInterface
interface Outlet {
    /** Takes them and tells where they went. Blocks. */
    String take(PrintedSheets sheets, Progress progress, Cancellation cancellation) throws PrintException;

    /** What {@code chosen} means among the printers that are known. */
    static Outlet of(PrintRequest chosen, List<Printer> known) {
        return chosen.printer().isEmpty() ? file(chosen.file()) : printer(chosen.printer(), known);
    }

    private static Outlet file(String typed) {
        return (sheets, progress, cancellation) -> {
            try {
                Path target = Path.of(typed.strip());
                sheets.keep(target);
                return target.toString();
            } catch (InvalidPathException e) {
                throw new PrintException(PrintException.DISK, "that is no file name; choose another", e);
            }
        };
    }

    private static Outlet printer(String name, List<Printer> known) {
        return (sheets, progress, cancellation) -> {
            Printer printer = known.stream()
                    .filter(each -> each.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new PrintException(
                            PrintException.PRINTER, "the printer is gone; choose another, or print to a file"));
            sheets.send(printer, progress, cancellation);
            return printer.name();
        };
    }
}
