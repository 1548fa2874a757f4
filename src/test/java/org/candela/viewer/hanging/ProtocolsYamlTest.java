package org.candela.viewer.hanging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.candela.image.Polarity;
import org.candela.image.VoiWindow;
import org.candela.viewer.layout.Grid;
import org.candela.viewer.stack.BodyPlane;
import org.candela.viewer.yaml.TextFormatException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

// [utest->req~viewer.protocols-yaml~1]
class ProtocolsYamlTest {
    @Test
    void everythingComesBackFromItsText() throws Exception {
        StackSelector all = new StackSelector(
                2,
                "MR",
                "R",
                "CC",
                Optional.of(BodyPlane.CORONAL),
                List.of("T1", "3D: \"yes\" # no"),
                OptionalInt.of(3),
                OptionalInt.of(0));
        CellLook look = new CellLook(
                Optional.of(new VoiWindow(40.5, 80, VoiWindow.Function.SIGMOID)), Polarity.INVERTED, 3, true, true);
        HangingProtocol protocol = new HangingProtocol(
                "own-1",
                "Mine: yes",
                new StudyMatch(List.of("MR"), List.of("KNEE"), List.of("LEFT"), 2),
                List.of(
                        new StagePlan(
                                "One",
                                4,
                                List.of(
                                        new PanelPlan(new Grid(2, 3), List.of(new CellPlan(all, look))),
                                        new PanelPlan(Grid.SINGLE, List.of()))),
                        new StagePlan(
                                "",
                                1,
                                List.of(new PanelPlan(
                                        Grid.SINGLE, List.of(new CellPlan(StackSelector.NEXT, CellLook.PLAIN)))))));

        assertEquals(List.of(protocol), ProtocolsYaml.read(ProtocolsYaml.write(List.of(protocol))));
    }

    @Test
    void theShippedProtocolsComeBackFromTheirTextAndCoverEachModalityWithAndWithoutPriors() throws Exception {
        List<HangingProtocol> shipped = Protocols.shipped().all();

        assertEquals(shipped, ProtocolsYaml.read(ProtocolsYaml.write(shipped)));
        for (String modality : List.of("CR", "DX", "CT", "MR", "MG", "US")) {
            for (int priors = 0; priors <= 1; priors++) {
                int wanted = priors;
                assertTrue(
                        shipped.stream()
                                .anyMatch(protocol ->
                                        protocol.match().modalities().contains(modality)
                                                && protocol.match().leastPriors() == wanted),
                        modality + " with " + priors + " priors");
            }
        }
    }

    /** What is wrong, in YAML, and what the reader is told. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {schema: 2, protocols: []}                                     | schema must be 1
            {schema: 1, protocol: []}                                      | the text has an unknown key: protocol
            {schema: 1, protocols: {}}                                     | protocols must be a list of at most 1000
            {schema: 1, protocols: [{id: a}]}                              | protocols[0] is no protocol: a protocol needs an id, a name and a stage
            {schema: 1, protocols: [{id: a, name: b, stages: [{}]}]}       | protocols[0].stages[0] is no stage: a stage needs a panel
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 0x1}]}]}]} | protocols[0].stages[0].panels[0].grid must be rows x columns, as 2x3
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 1x9}]}]}]} | protocols[0].stages[0].panels[0] is no panel: no grid: 1 rows, 9 columns
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 1x1, cells: [{side: R}]}]}]}]} | protocols[0].stages[0].panels[0].cells[0] has an unknown key: side
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 1x1, cells: [{plane: flat}]}]}]}]} | protocols[0].stages[0].panels[0].cells[0].plane must be one of [SAGITTAL, CORONAL, AXIAL]
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 1x1, cells: [{position: -1}]}]}]}]} | protocols[0].stages[0].panels[0].cells[0].position must be a whole number from 0
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 1x1, cells: [{study: next}]}]}]}]} | protocols[0].stages[0].panels[0].cells[0].study must be current, prior, or prior and a number
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 1x1, cells: [{window: {center: 1, width: 0}}]}]}]}]} | protocols[0].stages[0].panels[0].cells[0].window is no window: not a window: center 1.0, width 0.0
            {schema: 1, protocols: [{id: a, name: b, stages: [{panels: [{grid: 1x1}]}]}, {id: a, name: b, stages: [{panels: [{grid: 1x1}]}]}]} | protocols[1].id is used twice: a
            """)
    void aSlipOfThePenIsNamedWithItsPlace(String yaml, String told) {
        TextFormatException e = assertThrows(TextFormatException.class, () -> ProtocolsYaml.read(yaml));

        // Where a key has a place in the text, its line is told too.
        assertEquals(told, String.valueOf(e.getMessage()).replaceFirst(" \\(line 1\\)$", ""));
        assertEquals("viewer.protocol-format", e.code());
    }

    @Test
    void aTextThatIsNoYamlIsRefusedWithItsLine() {
        TextFormatException e = assertThrows(
                TextFormatException.class, () -> ProtocolsYaml.read("schema: 1\nprotocols: [\n  {id: a\n"));

        String message = String.valueOf(e.getMessage());
        assertTrue(message.startsWith("the text is no YAML: line "), message);
        assertEquals(1, message.lines().count());
    }

    @Test
    void anEndlessTextIsRefused() {
        assertThrows(TextFormatException.class, () -> ProtocolsYaml.read("#".repeat((1 << 20) + 1)));
    }
}
