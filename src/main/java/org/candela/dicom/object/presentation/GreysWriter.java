package org.candela.dicom.object.presentation;

import java.util.List;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;
import org.candela.image.LookupTable;
import org.candela.image.PresentationLut;
import org.candela.image.Rescale;
import org.candela.image.VoiLut;
import org.candela.image.VoiTransform;
import org.candela.image.VoiWindow;

/** The grayscale transformations of a presentation state (PS3.3 C.11.1, C.11.6, C.11.8). */
final class GreysWriter {
    private static final int FULL = 65536;

    private GreysWriter() {}

    static void write(StateGreys greys, Attributes target) {
        if (greys.modality() instanceof StateGreys.Table table) {
            Attributes item = item(table.table(), "").set(Tag.ModalityLUTType, VR.LO, table.unit());
            target.setItems(Tag.ModalityLUTSequence, List.of(item));
        } else if (greys.modality() instanceof StateGreys.Linear linear
                && !linear.rescale().equals(Rescale.IDENTITY)) {
            Rescale rescale = linear.rescale();
            target.setNumbers(Tag.RescaleIntercept, VR.DS, rescale.intercept())
                    .setNumbers(Tag.RescaleSlope, VR.DS, rescale.slope())
                    .set(Tag.RescaleType, VR.LO, rescale.unit());
        }
        if (!greys.voi().isEmpty()) {
            target.setItems(
                    Tag.SoftcopyVOILUTSequence,
                    greys.voi().stream().map(GreysWriter::item).toList());
        }
        if (greys.presentation() instanceof PresentationLut.Table table) {
            target.setItems(Tag.PresentationLUTSequence, List.of(item(table.table(), "")));
        } else {
            target.set(
                    Tag.PresentationLUTShape,
                    VR.CS,
                    greys.presentation() == PresentationLut.Shape.INVERSE ? "INVERSE" : "IDENTITY");
        }
    }

    private static Attributes item(StateGreys.SoftcopyVoi voi) {
        Attributes item = PresentationStateWriter.scoped(voi.scope());
        List<VoiWindow> windows = only(VoiWindow.class, voi.alternatives());
        if (!windows.isEmpty()) {
            VoiWindow.Function function = windows.get(0).function();
            if (windows.stream().anyMatch(window -> window.function() != function)) {
                throw new IllegalArgumentException("windows of one item share their function");
            }
            item.setNumbers(
                            Tag.WindowCenter,
                            VR.DS,
                            windows.stream().mapToDouble(VoiWindow::center).toArray())
                    .setNumbers(
                            Tag.WindowWidth,
                            VR.DS,
                            windows.stream().mapToDouble(VoiWindow::width).toArray());
            if (function != VoiWindow.Function.LINEAR) {
                item.set(Tag.VOILUTFunction, VR.CS, function.name());
            }
        }
        List<VoiLut> tables = only(VoiLut.class, voi.alternatives());
        if (!tables.isEmpty()) {
            item.setItems(
                    Tag.VOILUTSequence,
                    tables.stream()
                            .map(lut -> item(lut.table(), lut.explanation()))
                            .toList());
        }
        return item;
    }

    private static <T> List<T> only(Class<T> kind, List<VoiTransform> all) {
        return all.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** Descriptor and data (C.11.1.1.1): 65536 entries are written as 0, a negative first value makes it SS. */
    private static Attributes item(LookupTable table, String explanation) {
        int count = table.lastMapped() - table.firstMapped() + 1;
        int first = table.firstMapped();
        byte[] data = new byte[2 * count];
        for (int i = 0; i < count; i++) {
            int value = table.value(first + i);
            data[2 * i] = (byte) value;
            data[2 * i + 1] = (byte) (value >> Byte.SIZE);
        }
        Attributes item = new Attributes();
        int said = count % FULL;
        if (first < 0) {
            item.setNumbers(Tag.LUTDescriptor, VR.SS, (short) said, first, table.bits());
        } else {
            item.setNumbers(Tag.LUTDescriptor, VR.US, said, first, table.bits());
        }
        if (!explanation.isEmpty()) {
            item.set(Tag.LUTExplanation, VR.LO, explanation);
        }
        return item.setBytes(Tag.LUTData, VR.OW, data);
    }
}
