package org.candela.dicom.object.presentation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.candela.dicom.Attributes;
import org.candela.dicom.VR;
import org.candela.dicom.object.ObjectFiles;
import org.candela.image.OverlayPlane;
import org.junit.jupiter.api.Test;

class StateOverlaysTest {
    // [utest->req~dicom-object.state-read~1]
    @Test
    void anOverlayOfTheStateItselfIsReadAndOneThatIsBrokenIsSaid() throws Exception {
        BitSet bits = new BitSet();
        bits.set(9);
        OverlayPlane plane = new OverlayPlane(0x6002, 3, 8, 1, -1, OverlayPlane.Kind.GRAPHICS, "", bits);
        PresentationState full = StateSamples.full();
        PresentationState own = new PresentationState(
                full.label(),
                full.references(),
                full.greys(),
                full.view(),
                full.shutter(),
                new PresentationState.Graphics(
                        full.graphics().layers(),
                        full.graphics().annotations(),
                        List.of(new OverlayActivation(0x6002, "TEXT", Optional.of(plane)))),
                List.of());
        Attributes written = PresentationStateWriter.write(own, StateSamples.FIRST, StateSamples.PLACE);

        assertEquals(
                own.graphics(),
                PresentationStateReader.read(ObjectFiles.reread(written)).graphics());
        written.setBytes(0x60023000, VR.OW, new byte[] {1}); // too short for 24 marks
        PresentationState broken = PresentationStateReader.read(written);
        assertEquals(List.of(), broken.graphics().overlays());
        assertEquals(
                List.of("an overlay of the presentation state itself cannot be read, not shown"), broken.warnings());
    }
}
