package org.candela.displayqa.watch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.candela.base.ScreenId;
import org.candela.base.Sha256;
import org.candela.calibration.GammaRamp;
import org.candela.calibration.device.DeviceException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * On disk, for each display whose graphics LUT we changed: what was there before, and what we loaded since. A file a display,
 * each forced to the disk before the change it speaks of, so that a kill at any moment leaves what was there known.
 *
 * <p>Device thread; blocks on the disk.
 */
// [impl->req~displayqa.ramp-journal~1]
public final class RampJournal {
    private static final Logger LOG = LoggerFactory.getLogger(RampJournal.class);
    private static final JsonMapper MAPPER = JsonMapper.builder().build();
    private static final String ENDING = ".ramp.json";
    private static final long MOST_BYTES = 4_000_000;
    private static final int NAME_DIGITS = 32;

    private final Path folder;

    /** @param folder made when it is first needed */
    public RampJournal(Path folder) {
        this.folder = folder;
    }

    /**
     * What is known of one display.
     *
     * @param found the ramp before our first change
     * @param loaded hashes of the ramps we loaded or were about to
     */
    public record Entry(ScreenId display, GammaRamp found, List<String> loaded) {
        public Entry {
            loaded = List.copyOf(loaded);
        }

        /** Whether {@code ramp} is one that we loaded. */
        public boolean isOurs(GammaRamp ramp) {
            return loaded.contains(ramp.sha256());
        }

        Entry alsoLoading(GammaRamp ramp) {
            List<String> more = new ArrayList<>(loaded);
            more.add(ramp.sha256());
            return new Entry(display, found, more);
        }
    }

    /** What is known of a display; empty when its ramp is as it was found, and with a warning when the file is damaged. */
    public Optional<Entry> entry(ScreenId display) {
        Path file = file(display);
        try {
            if (!Files.exists(file)) {
                return Optional.empty();
            }
            if (Files.size(file) > MOST_BYTES) {
                throw new IOException(file + " is too large: " + Files.size(file) + " bytes");
            }
            return Optional.of(read(display, MAPPER.readTree(Files.readString(file))));
        } catch (IOException | IllegalArgumentException e) {
            LOG.warn("{} cannot be read: the ramp before the last session of {} is unknown", file, display, e);
            return Optional.empty();
        }
    }

    /** Notes that {@code next} is about to be loaded over {@code now}; on the disk when this returns. */
    public void beforeLoad(ScreenId display, GammaRamp now, GammaRamp next) throws DeviceException {
        Entry known = entry(display).orElseGet(() -> new Entry(display, now, List.of()));
        if (known.loaded().isEmpty() || !known.isOurs(next)) {
            write(known.alsoLoading(next));
        }
    }

    /** What was found is in force again. */
    public void clear(ScreenId display) throws DeviceException {
        try {
            if (Files.deleteIfExists(file(display))) {
                force(folder);
            }
        } catch (IOException e) {
            throw failure(display, e);
        }
    }

    private void write(Entry entry) throws DeviceException {
        Path file = file(entry.display());
        Path fresh = file.resolveSibling(file.getFileName() + ".new");
        try {
            Files.createDirectories(folder);
            try (FileChannel channel = FileChannel.open(
                    fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
                ByteBuffer bytes = ByteBuffer.wrap(text(entry).getBytes(StandardCharsets.UTF_8));
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            force(folder);
        } catch (IOException e) {
            throw failure(entry.display(), e);
        }
    }

    /** The name of a file is safe on a disk only once its folder is. Windows opens no folders and needs it not. */
    private static void force(Path folder) throws IOException {
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private Path file(ScreenId display) {
        return folder.resolve(Sha256.hex(display.value()).substring(0, NAME_DIGITS) + ENDING);
    }

    private static String text(Entry entry) throws JsonProcessingException {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("display", entry.display().value());
        ArrayNode red = json.putArray("red");
        ArrayNode green = json.putArray("green");
        ArrayNode blue = json.putArray("blue");
        for (int i = 0; i < entry.found().size(); i++) {
            red.add(entry.found().red(i));
            green.add(entry.found().green(i));
            blue.add(entry.found().blue(i));
        }
        ArrayNode loaded = json.putArray("loaded");
        entry.loaded().forEach(loaded::add);
        return MAPPER.writeValueAsString(json);
    }

    private static Entry read(ScreenId display, JsonNode json) {
        if (!json.path("display").asText().equals(display.value())) {
            throw new IllegalArgumentException("it is of another display");
        }
        List<String> loaded = new ArrayList<>();
        json.path("loaded").forEach(hash -> loaded.add(hash.asText()));
        return new Entry(
                display, GammaRamp.of(channel(json, "red"), channel(json, "green"), channel(json, "blue")), loaded);
    }

    private static int[] channel(JsonNode json, String name) {
        JsonNode values = json.path(name);
        int[] outputs = new int[values.size()];
        for (int i = 0; i < outputs.length; i++) {
            outputs[i] = values.get(i).asInt(-1);
        }
        return outputs;
    }

    private static DeviceException failure(ScreenId display, IOException cause) {
        return new DeviceException(
                "device.ramp-journal",
                display.value(),
                "the graphics LUT found cannot be kept on the disk, so it is not changed: " + cause.getMessage(),
                cause);
    }
}
