package org.candela.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code candela dicom …}: looks into DICOM files. */
@Command(
        name = "dicom",
        description = "Looks into DICOM files.",
        mixinStandardHelpOptions = true,
        subcommands = {
            DicomAnonymize.class,
            DicomDump.class,
            DicomHash.class,
            DicomPixels.class,
            DicomRender.class,
            DicomTranscode.class
        })
public final class DicomCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // set by picocli before any call
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which of anonymize, dump, hash, pixels, render, transcode?");
    }
}
