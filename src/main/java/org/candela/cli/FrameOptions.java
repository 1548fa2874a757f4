package org.candela.cli;

import java.io.IOException;
import java.nio.file.Path;
import org.candela.base.CandelaException;
import org.candela.dicom.image.FrameFiles;
import org.candela.dicom.image.FrameReader;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Which frame of which file, and where the result goes. */
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class FrameOptions {
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    @Parameters(paramLabel = "FILE", description = "A DICOM image.")
    private Path file;

    @Option(names = "--frame", paramLabel = "N", defaultValue = "1", description = "Frame, from 1 (default 1).")
    private int frame;

    @Option(names = "--out", paramLabel = "FILE", required = true, description = "File to write.")
    private Path out;

    FrameReader open(FrameFiles files) throws IOException, CandelaException {
        FrameReader reader = files.open(file);
        if (frame < 1 || frame > reader.frameCount()) {
            throw new ParameterException(
                    spec.commandLine(), "--frame " + frame + ": the file has frames 1 to " + reader.frameCount());
        }
        return reader;
    }

    int index() {
        return frame - 1;
    }

    Path out() {
        return out;
    }
}
