package org.candela.cli;

import java.time.Clock;
import org.candela.codec.video.VideoEncoder;
import org.candela.dicom.image.FrameFiles;
import org.candela.viewer.export.ExportRecord;
import org.candela.viewer.print.PrintRecord;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela dicom …}: looks into DICOM files. */
@Command(
        name = "dicom",
        description = "Looks into DICOM files.",
        mixinStandardHelpOptions = true,
        subcommands = {DicomAnonymize.class, DicomDump.class, DicomTranscode.class, DicomValidate.class})
public final class DicomCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    /** What keeps that pictures left, as files and on paper. */
    public record Records(ExportRecord leaving, PrintRecord printing) {}

    private DicomCommand() {}

    /**
     * The command, with all below it.
     *
     * @param files opens what pixels are asked of
     * @param encoder writes films
     * @param records keep what a reader lets leave
     */
    public static CommandLine commandLine(FrameFiles files, VideoEncoder encoder, Clock clock, Records records) {
        return new CommandLine(new DicomCommand())
                .addSubcommand(new DicomExport(files, new DicomExport.Tools(encoder, clock, records.leaving())))
                .addSubcommand(new DicomDescribe(files))
                .addSubcommand(new DicomHash(files))
                .addSubcommand(new DicomPixels(files))
                .addSubcommand(new DicomPrint(files, clock, records.printing()))
                .addSubcommand(new DicomRender(files));
    }

    @Override
    public void run() {
        throw new ParameterException(
                spec.commandLine(),
                "Which of anonymize, describe, dump, export, hash, pixels, print, render, transcode, validate?");
    }
}
