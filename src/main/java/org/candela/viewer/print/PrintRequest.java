package org.candela.viewer.print;

import java.util.List;
import java.util.Set;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.print.SheetLayout.Ground;
import org.candela.viewer.print.SheetLayout.Scale;
import org.candela.viewer.print.SheetPlan.Patient;

/**
 * What the reader chose to print.
 *
 * @param grid empty list for one by the number of pictures, else one
 * @param printer what it is called; empty for a file
 * @param file as typed
 */
public record PrintRequest(
        PrintExtent extent, Form form, List<Grid> grid, Patient patient, Set<Burn> burn, String printer, String file) {
    public PrintRequest {
        grid = List.copyOf(grid);
        burn = Set.copyOf(burn);
    }

    /** Paper and what becomes of pictures on it. */
    public record Form(Paper paper, Paper.Lie lie, Scale scale, Ground ground) {}
}
