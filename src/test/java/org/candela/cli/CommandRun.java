package org.candela.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.candela.MovableClock;
import org.candela.codec.video.FfmpegSearch;
import org.candela.codec.video.VideoEncoder;
import org.candela.dicom.image.FrameReader;
import picocli.CommandLine;

/**
 * What {@code candela dicom …} answered.
 *
 * @param exit exit code
 * @param out standard output
 * @param err standard error
 */
record CommandRun(int exit, String out, String err) {

    /** {@code candela dicom} with the system's FFmpeg, keeping no record. */
    static CommandLine dicomCommand() {
        VideoEncoder encoder = new VideoEncoder(new FfmpegSearch(new FfmpegSearch.Places(
                "", List.of(Path.of("/usr/bin"), Path.of("/usr/local/bin")), Path.of("none"), "none")));
        return DicomCommand.commandLine(
                FrameReader::open,
                encoder,
                new MovableClock(),
                new DicomCommand.Records(confirmation -> {}, confirmation -> {}));
    }

    /** Runs {@code candela dicom} with {@code args}. */
    static CommandRun dicom(Object... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine line = Candela.commandLine(() -> 0, List.of(dicomCommand()));
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        String[] words = new String[args.length + 1];
        words[0] = "dicom";
        for (int i = 0; i < args.length; i++) {
            words[i + 1] = args[i].toString();
        }
        int exit = line.execute(words);
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
