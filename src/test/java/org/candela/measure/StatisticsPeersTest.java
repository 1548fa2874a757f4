package org.candela.measure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.candela.Corpus;
import org.candela.Peer;
import org.candela.dicom.image.DescribedFrame;
import org.candela.dicom.image.FrameReader;
import org.candela.image.ImagePoint;
import org.candela.image.ImageSpacing;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Areas on real images beside NumPy, which decides pixel by pixel what is inside and reads values through pydicom. */
class StatisticsPeersTest {
    private static final long SEED = 20_260;
    private static final int FIGURES_A_FILE = 6;
    /** Both sum in double precision, in another order. */
    private static final double RELATIVE = 1e-9;

    /** A pixel is inside when a ray to its right crosses the outline oddly often; ellipses by their equation. */
    private static final String SCRIPT = """
            import sys, numpy, pydicom
            def inside(kind, p, rows, columns):
                y, x = numpy.mgrid[0:rows, 0:columns].astype(float)
                if kind == 'ELLIPSE':
                    c = (p[0] + p[1]) / 2
                    m = numpy.linalg.inv(numpy.column_stack([(p[1] - p[0]) / 2, (p[3] - p[2]) / 2]))
                    u = m[0, 0] * (x - c[0]) + m[0, 1] * (y - c[1])
                    v = m[1, 0] * (x - c[0]) + m[1, 1] * (y - c[1])
                    return u * u + v * v < 1
                odd = numpy.zeros((rows, columns), bool)
                for a, b in zip(p, numpy.roll(p, -1, axis=0)):
                    if a[1] != b[1]:
                        spans = (a[1] <= y) != (b[1] <= y)
                        odd ^= spans & (x >= a[0] + (y - a[1]) / (b[1] - a[1]) * (b[0] - a[0]))
                return odd
            for line in open(sys.argv[1]):
                file, kind, points = line.rstrip('\\n').split('\\t')
                image = pydicom.dcmread(file)
                stored = image.pixel_array.astype(float)
                p = numpy.array([[float(n) for n in q.split(',')] for q in points.split(' ')])
                mask = inside(kind, p, *stored.shape)
                if 'PixelPaddingValue' in image:
                    low = image.PixelPaddingValue
                    high = image.get('PixelPaddingRangeLimit', low)
                    mask &= ~((stored >= min(low, high)) & (stored <= max(low, high)))
                values = stored[mask] * float(image.get('RescaleSlope', 1)) + float(image.get('RescaleIntercept', 0))
                print(len(values), repr(float(values.mean())), repr(float(values.std(ddof=1))),
                      repr(float(values.min())), repr(float(values.max())))
            """;

    @TempDir
    private Path folder;

    /** A figure on a file. */
    private record Case(Path file, Figure figure) {
        String line() {
            String points = figure.points().stream()
                    .map(point -> String.format(Locale.ROOT, "%s,%s", point.column(), point.row()))
                    .collect(Collectors.joining(" "));
            return file + "\t" + figure.kind() + "\t" + points;
        }
    }

    // [utest->req~measure.statistics~1]
    @Test
    void meanDeviationAndExtremesAreThoseOfNumPy() throws Exception {
        Corpus.folder();
        Peer.need("python3");
        Peer.Answer peers = Peer.answer(folder, List.of("/usr/bin/python3", "-c", "import numpy, pydicom"));
        Assumptions.assumeTrue(peers.exit() == 0, "python3-numpy or python3-pydicom is missing");
        List<Case> cases = cases();
        Path list = folder.resolve("cases.txt");
        Files.write(list, cases.stream().map(Case::line).toList());
        Path script = Files.writeString(folder.resolve("statistics.py"), SCRIPT);

        List<String> answers = Peer.run(folder, List.of("/usr/bin/python3", script.toString(), list.toString()))
                .lines()
                .toList();

        assertEquals(cases.size(), answers.size());
        for (int i = 0; i < cases.size(); i++) {
            compare(cases.get(i), answers.get(i).split(" "));
        }
        assertTrue(cases.size() > 50, cases.size() + " figures");
    }

    private static void compare(Case one, String[] theirs) throws Exception {
        DescribedFrame frame = FrameReader.open(one.file()).load(0);
        ValueField field = new ValueField(
                frame.frame(),
                frame.description().rescale(),
                frame.description().padding());
        Reading ours = new Measurer(ImageSpacing.UNKNOWN, 1, field).read(one.figure());
        List<Quantity> quantities = List.of(
                Quantity.PIXELS, Quantity.MEAN, Quantity.STANDARD_DEVIATION, Quantity.MINIMUM, Quantity.MAXIMUM);
        for (int i = 0; i < quantities.size(); i++) {
            double expected = Double.parseDouble(theirs[i]);
            double measured = ours.magnitude(quantities.get(i)).orElseThrow().value();
            assertEquals(
                    expected, measured, RELATIVE * Math.max(1, Math.abs(expected)), quantities.get(i) + one.line());
        }
    }

    private static List<Case> cases() throws Exception {
        Random random = new Random(SEED);
        List<Case> cases = new ArrayList<>();
        for (String series : List.of("series/ct-phantom-5mm", "series/ct-phantom-tilt-18.5", "series/mr-t1-384")) {
            for (Path file : Corpus.files(series).subList(3, 7)) {
                for (int i = 0; i < FIGURES_A_FILE; i++) {
                    cases.add(new Case(file, figure(i, random)));
                }
            }
        }
        return cases;
    }

    private static Figure figure(int number, Random random) {
        ImagePoint middle = new ImagePoint(150.37 + random.nextInt(80), 150.41 + random.nextInt(80));
        double size = 5 + random.nextInt(120);
        FigureKind kind = List.of(FigureKind.ELLIPSE, FigureKind.POLYGON, FigureKind.RECTANGLE)
                .get(number % 3);
        return switch (kind) {
            case POLYGON -> new Figure(kind, star(middle, size, random));
            default ->
                FigureDraft.begin(kind, middle, 1)
                        .placedNext()
                        .movedTo(new ImagePoint(
                                middle.column() + size, middle.row() - size * (0.3 + 0.7 * random.nextDouble())))
                        .placedNext()
                        .finished()
                        .orElseThrow();
        };
    }

    private static List<ImagePoint> star(ImagePoint middle, double size, Random random) {
        List<ImagePoint> points = new ArrayList<>();
        for (int i = 0; i < 11; i++) {
            double angle = 2 * Math.PI * i / 11;
            double radius = size * (0.2 + 0.8 * random.nextDouble());
            points.add(new ImagePoint(
                    middle.column() + radius * Math.cos(angle), middle.row() + radius * Math.sin(angle)));
        }
        return points;
    }
}
