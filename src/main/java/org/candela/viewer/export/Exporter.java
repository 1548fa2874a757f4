package org.candela.viewer.export;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.candela.base.Cancellation;
import org.candela.base.CandelaException;
import org.candela.base.Uid;
import org.candela.codec.video.VideoEncoder;
import org.candela.codec.video.VideoFile;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.object.Deidentifier;
import org.candela.image.RasterArgb;
import org.candela.study.LoadedFrame;
import org.candela.viewer.export.ExportPlan.Burn;
import org.candela.viewer.object.LeavingStates;

/**
 * Writes pictures that leave, all of them or none. Safe from any thread; blocks on the disk.
 *
 * <p>The folder holds nothing of the patient but what the pixels show: names are numbers or new UIDs, under one secret key
 * an export, so that objects of one export still refer to each other and to nothing else.
 */
// [impl->req~export.whole~1]
public final class Exporter {
    private static final int KEY_BYTES = 32;
    /** Of a film whose frames state no time: what the screen plays such a stack at. */
    private static final Duration ASSUMED_FRAME_TIME = Duration.ofMillis(66);

    private static final double NANOS = 1e9;

    private final FrameFiles files;
    private final VideoEncoder encoder;
    private final Clock clock;

    public Exporter(FrameFiles files, VideoEncoder encoder, Clock clock) {
        this.files = files;
        this.encoder = encoder;
        this.clock = clock;
    }

    /**
     * What was written.
     *
     * @param folder new, with all files
     * @param remarks what has to be said of them, without patient data
     */
    public record Exported(Path folder, int files, List<String> remarks) {
        public Exported {
            remarks = List.copyOf(remarks);
        }
    }

    /**
     * Writes into a new folder below {@code parent}.
     *
     * @throws CancellationException when it was asked to stop; nothing is left
     * @throws CandelaException with a code of {@link ExportException} when nothing was written, or as the encoder of films
     */
    public Exported write(ExportPlan plan, Path parent, Progress progress, Cancellation cancellation)
            throws CandelaException {
        if (plan.exhibits().isEmpty()) {
            throw new ExportException(ExportException.NOTHING, "there is no image to export");
        }
        try (ExportFolder folder = ExportFolder.begin(parent, LocalDateTime.now(clock))) {
            Run run = new Run(plan, folder, progress, cancellation);
            switch (plan.form()) {
                case PNG -> run.pictures();
                case DICOM -> run.objects();
                case MP4 -> run.films();
            }
            cancellation.throwIfRequested();
            return new Exported(folder.appear(), folder.files(), run.remarks);
        } catch (IOException e) {
            throw new ExportException(ExportException.DISK, "not written: " + reason(e), e);
        }
    }

    private static String reason(IOException failure) {
        String reason = failure instanceof FileSystemException known ? known.getReason() : failure.getMessage();
        return reason == null ? failure.getClass().getSimpleName() : reason;
    }

    /** One export. */
    private final class Run {
        private final ExportPlan plan;
        private final ExportFolder folder;
        private final Progress progress;
        private final Cancellation cancellation;
        private final ExhibitReader reader = new ExhibitReader(files);
        private final List<String> remarks = new ArrayList<>();

        Run(ExportPlan plan, ExportFolder folder, Progress progress, Cancellation cancellation) {
            this.plan = plan;
            this.folder = folder;
            this.progress = progress;
            this.cancellation = cancellation;
        }

        void pictures() throws IOException, ExportException {
            boolean isOne = stacks().size() == 1;
            int done = 0;
            for (List<Exhibit> stack : stacks().values()) {
                int number = 0;
                for (Exhibit exhibit : stack) {
                    cancellation.throwIfRequested();
                    String name = String.format(Locale.ROOT, "image-%04d.png", ++number);
                    RasterArgb raster = reader.picture(
                            exhibit, reader.load(exhibit), plan.choices().burn(), number + "/" + stack.size());
                    folder.write(
                            isOne ? name : stackName(exhibit.group()) + "/" + name,
                            file -> GreyPng.write(raster, file));
                    progress.at(++done, plan.exhibits().size());
                }
            }
        }

        // [impl->req~export.deidentified~1]
        void objects() throws IOException, CandelaException {
            byte[] key = new byte[KEY_BYTES];
            new SecureRandom().nextBytes(key);
            Deidentifier deidentifier =
                    new Deidentifier(key, plan.choices().dates(), plan.choices().patient());
            List<Path> sources =
                    plan.exhibits().stream().map(Exhibit::file).distinct().toList();
            boolean hasMarks = plan.choices().burn().contains(Burn.MARKS);
            StateCopies states = new StateCopies();
            int done = 0;
            for (Path source : sources) {
                cancellation.throwIfRequested();
                DicomCopy copy = copy(source, deidentifier);
                object(copy.name(), copy.file(), copy.guard());
                if (hasMarks) {
                    states.add(copy);
                }
                progress.at(++done, sources.size());
            }
            if (hasMarks) {
                states(states);
            }
        }

        // [impl->req~export.marks-as-state~1]
        private void states(StateCopies copies) throws IOException, CandelaException {
            LeavingStates.Made made = plan.states().of(copies.headers());
            for (Attributes state : made.states()) {
                cancellation.throwIfRequested();
                StateCopies.Leaving leaving = copies.without(state);
                object(leaving.name(), leaving.file(), leaving.guard());
            }
            remarks.add(
                    made.states().isEmpty()
                            ? "none of these images bears a mark that a presentation state can tell of"
                            : "marks of " + made.images() + " images in "
                                    + made.states().size() + " presentation states");
            if (made.leftOut() > 0) {
                remarks.add("marks of " + made.leftOut()
                        + " images left out: presentation states are for greys of up to 16 bits");
            }
        }

        private void object(Uid name, DicomFile object, IdentityGuard guard) throws IOException, CandelaException {
            folder.write(name.value() + ".dcm", file -> {
                DicomWriter.write(object, file);
                if (guard.findsIn(file)) {
                    throw new ExportException(
                            ExportException.IDENTITY,
                            "the patient is still named inside the pixel data, a field or a mark of an object");
                }
            });
        }

        private DicomCopy copy(Path source, Deidentifier deidentifier) throws CandelaException {
            try {
                return DicomCopy.of(source, deidentifier);
            } catch (IOException e) {
                throw new ExportException(
                        ExportException.PICTURE,
                        "an object cannot be read: " + e.getClass().getSimpleName(),
                        e);
            }
        }

        void films() throws IOException, CandelaException {
            int done = 0;
            for (Map.Entry<Integer, List<Exhibit>> stack : stacks().entrySet()) {
                List<Exhibit> frames = stack.getValue();
                double rate = rate(frames);
                int before = done;
                folder.<CandelaException>write(
                        stackName(stack.getKey()) + ".mp4", file -> film(frames, rate, file, before));
                done += frames.size();
            }
        }

        // [impl->req~export.film~1]
        private void film(List<Exhibit> frames, double rate, Path file, int before)
                throws IOException, CandelaException {
            RasterArgb first = frame(frames, 0);
            VideoEncoder.Film film = new VideoEncoder.Film(first.width(), first.height(), rate);
            try (VideoFile video = encoder.begin(film, file)) {
                video.add(first.pixels());
                for (int i = 1; i < frames.size(); i++) {
                    cancellation.throwIfRequested();
                    RasterArgb raster = frame(frames, i);
                    if (raster.width() != first.width() || raster.height() != first.height()) {
                        throw new ExportException(
                                ExportException.SIZES, "the pictures of a stack differ in size and make no film");
                    }
                    video.add(raster.pixels());
                    progress.at(before + i, plan.exhibits().size());
                }
                video.finish();
                remarks.add(String.format(
                        Locale.ROOT, "%s: %.2f pictures a second, %s", file.getFileName(), rate, video.encoder()));
            }
            progress.at(before + frames.size(), plan.exhibits().size());
        }

        private RasterArgb frame(List<Exhibit> frames, int index) throws ExportException {
            Exhibit exhibit = frames.get(index);
            LoadedFrame loaded = reader.load(exhibit);
            return reader.picture(exhibit, loaded, plan.choices().burn(), index + 1 + "/" + frames.size());
        }

        /** Frames over the whole time they take: a film has one rate, and lasts as long as the cine. */
        private double rate(List<Exhibit> frames) throws ExportException {
            Duration whole = Duration.ZERO;
            boolean isStated = true;
            for (Exhibit exhibit : frames) {
                Duration time = reader.frameTime(exhibit);
                isStated &= !time.isZero();
                whole = whole.plus(time.isZero() ? ASSUMED_FRAME_TIME : time);
            }
            if (!isStated) {
                remarks.add("no frame time stated: played at " + ASSUMED_FRAME_TIME.toMillis() + " ms a frame");
            }
            return frames.size() * NANOS / whole.toNanos();
        }

        private Map<Integer, List<Exhibit>> stacks() {
            return plan.exhibits().stream()
                    .collect(Collectors.groupingBy(Exhibit::group, TreeMap::new, Collectors.toList()));
        }
    }

    private static String stackName(int number) {
        return String.format(Locale.ROOT, "stack-%02d", number);
    }
}
