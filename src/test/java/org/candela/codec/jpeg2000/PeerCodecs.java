package org.candela.codec.jpeg2000;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.candela.Peer;

/** OpenJPEG and OpenJPH as programs: streams of scenes, and what they make of streams. */
final class PeerCodecs {
    private static final int FIRST_SSIZ = 42;

    private final Path folder;

    /** With room for files in {@code folder}. */
    PeerCodecs(Path folder) {
        this.folder = folder;
    }

    /** A stream by opj_compress; empty where it refuses the scene or the options. */
    Optional<byte[]> openJpeg(Scene scene, List<String> options) throws IOException, InterruptedException {
        scene.write(folder.resolve("in.rawl"));
        String sizes = IntStream.range(0, scene.components())
                .mapToObj(i -> scene.dx()[i] + "x" + scene.dy()[i])
                .collect(Collectors.joining(":"));
        String layout = scene.format().columns() + "," + scene.format().rows() + "," + scene.components() + ","
                + scene.bits() + "," + (scene.isSigned() ? "s" : "u") + "@" + sizes;
        List<String> command = new ArrayList<>(List.of("opj_compress", "-i", "in.rawl", "-o", "out.j2k", "-F", layout));
        command.addAll(options);
        return written("out.j2k", command);
    }

    /**
     * A stream by ojph_compress; empty where it refuses the scene or the options. A signed one is the unsigned stream of
     * values raised by half the range, which the level shift takes off again (T.800 G.1), with the sign noted in SIZ:
     * ojph_compress reads signed files wrongly.
     */
    Optional<byte[]> openJph(Scene scene, List<String> options) throws IOException, InterruptedException {
        Scene raised = scene.raised();
        List<String> command = new ArrayList<>(List.of("ojph_compress", "-o", "out.j2c", "-i"));
        if (options.contains("-colour_trans")) { // which it refuses for files without a header
            raised.writePpm(folder.resolve("in.ppm"));
            command.add("in.ppm");
        } else {
            raised.write(folder.resolve("in.yuv"));
            command.add("in.yuv");
            command.addAll(layout(raised));
        }
        command.addAll(options);
        Optional<byte[]> stream = written("out.j2c", command);
        stream.filter(bytes -> scene.isSigned()).ifPresent(bytes -> {
            for (int i = 0; i < scene.components(); i++) {
                bytes[FIRST_SSIZ + 3 * i] |= (byte) 0x80;
            }
        });
        return stream;
    }

    private static List<String> layout(Scene scene) {
        int count = scene.components();
        String sizes = IntStream.range(0, count)
                .mapToObj(i -> "{" + scene.dx()[i] + "," + scene.dy()[i] + "}")
                .collect(Collectors.joining(","));
        return List.of(
                "-dims",
                "{" + scene.format().columns() + "," + scene.format().rows() + "}",
                "-num_comps",
                String.valueOf(count),
                "-signed",
                repeated("false", count),
                "-bit_depth",
                repeated(String.valueOf(scene.bits()), count),
                "-downsamp",
                sizes);
    }

    private static String repeated(String word, int count) {
        return String.join(",", Collections.nCopies(count, word));
    }

    private Optional<byte[]> written(String name, List<String> command) throws IOException, InterruptedException {
        Path file = folder.resolve(name);
        Files.deleteIfExists(file);
        boolean isWritten = Peer.answer(folder, command).exit() == 0 && Files.exists(file);
        return isWritten ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** Samples by opj_decompress, components one after another, each of its own size; empty where it fails. */
    Optional<int[]> openJpegDecodes(byte[] stream, Scene like, int reduction) throws IOException, InterruptedException {
        Files.write(folder.resolve("decode.j2k"), stream);
        Peer.Answer answer = Peer.answer(
                folder,
                List.of("opj_decompress", "-i", "decode.j2k", "-o", "decoded.pgx", "-r", String.valueOf(reduction)));
        if (answer.exit() != 0) {
            return Optional.empty();
        }
        IntStream.Builder samples = IntStream.builder();
        for (int i = 0; i < like.components(); i++) {
            Path file = folder.resolve("decoded_" + i + ".pgx");
            pgx(Files.readAllBytes(file), like).forEach(samples);
            Files.delete(file);
        }
        return Optional.of(samples.build().toArray());
    }

    /** The samples of a PGX file: a line of text, then big endian. */
    private static IntStream pgx(byte[] bytes, Scene like) {
        int from = 0;
        while (bytes[from++] != '\n') {}
        int start = from;
        int unused = Integer.SIZE - like.bits();
        boolean isWide = like.bits() > 8;
        return IntStream.range(0, (bytes.length - start) / (isWide ? 2 : 1))
                .map(i -> isWide
                        ? (bytes[start + 2 * i] & 0xFF) << 8 | (bytes[start + 2 * i + 1] & 0xFF)
                        : bytes[start + i] & 0xFF)
                .map(cell -> like.isSigned() ? cell << unused >> unused : cell);
    }
}
