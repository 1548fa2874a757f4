package org.candela.image;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candela.Peer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

// [utest->req~image.pseudo-colour~1]
class ColourTableTest {
    private static final String PRINT = "import pydicom, sys\n"
            + "p = pydicom.data.get_palette_files(sys.argv[1])[0]\n"
            + "d = pydicom.dcmread(p, force=True)\n"
            + "from pydicom.pixel_data_handlers.util import _expand_segmented_lut\n"
            + "def table(c):\n"
            + "    n = c + 'PaletteColorLookupTableData'\n"
            + "    return d.get(n) or [int(v) for v in _expand_segmented_lut(tuple(d.get('Segmented' + n)), 'B')]\n"
            + "t = [table('Red'), table('Green'), table('Blue')]\n"
            + "print(' '.join('%02x%02x%02x' % c for c in zip(*t)))\n";

    /** PS3.6 B.1.1: at a half red is full and green begins, at three quarters blue. */
    @ParameterizedTest
    @CsvSource({"0, 000000", "64, 800000", "127, fe0000", "128, ff0000", "192, ff8004", "255, ffffff"})
    void hotIronGlowsRedThenYellowThenWhite(int entry, String colour) {
        assertEquals(colour, hex(ColourTable.HOT_IRON, entry));
    }

    /** All 256 entries beside the standard's tables as pydicom brings them. */
    @ParameterizedTest
    @CsvSource({
        "HOT_IRON, hotiron.dcm",
        "PET, pet.dcm",
        "PET_20_STEP, pet20step.dcm",
        "HOT_METAL_BLUE, hotmetalblue.dcm",
        "SPRING, spring.dcm",
        "SUMMER, summer.dcm",
        "FALL, fall.dcm",
        "WINTER, winter.dcm"
    })
    void everyEntryIsThatOfTheStandard(ColourTable table, String file, @TempDir Path folder) throws Exception {
        Peer.need("python3");
        List<String> command = List.of(
                "/usr/bin/python3",
                "-c",
                PRINT.replace(
                        "pydicom.data.get_palette_files(sys.argv[1])[0]",
                        "pydicom.data.data_manager.DATA_ROOT + '/palettes/' + sys.argv[1]"),
                file);

        String theirs = Peer.run(folder, command).strip();

        assertEquals(
                theirs,
                IntStream.range(0, 256).mapToObj(entry -> hex(table, entry)).collect(Collectors.joining(" ")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOT_IRON", "PET", "HOT_METAL_BLUE", "PET_20_STEP", "SPRING", "SUMMER", "FALL", "WINTER"})
    void coloursPassNoTableOfTheDisplay(ColourTable table) {
        DisplayLut red = DisplayLut.of(new int[] {0x100000, 0xF00000});

        assertEquals(table.over(DisplayLut.IDENTITY), table.over(red));
        assertTrue(!table.isGrey() && !table.title().isEmpty());
    }

    @Test
    void withoutATableTheDisplayKeepsItsOwn() {
        DisplayLut red = DisplayLut.of(new int[] {0x100000, 0xF00000});

        assertSame(red, ColourTable.NONE.over(red));
    }

    private static String hex(ColourTable table, int entry) {
        int argb = table.over(DisplayLut.IDENTITY).argb(entry * 257);
        return String.format("%06x", argb & 0xFFFFFF);
    }
}
