package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.candela.base.CandelaException;
import org.candela.dicom.Attributes;
import org.candela.dicom.DicomFile;
import org.candela.dicom.DicomFormatException;
import org.candela.dicom.DicomReader;
import org.candela.dicom.DicomWriter;
import org.candela.dicom.Tag;
import org.candela.dicom.object.Deidentifier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code candela dicom anonymize}: copies without the patient, named by their new UIDs. */
// [impl->req~cli.anonymize~1]
@Command(
        name = "anonymize",
        description = "Writes copies without the patient (PS3.15 Annex E, basic profile); pixels are not looked at.",
        footer = {"", "Exit code: 0 every file was written, 1 some were refused, 2 bad input."},
        mixinStandardHelpOptions = true)
@SuppressWarnings("NullAway.Init") // fields are set by picocli before the call
final class DicomAnonymize implements Callable<Integer> {
    private static final int KEY_BYTES = 32;
    private static final int BURNED_IN_ANNOTATION = 0x00280301;
    /** Modalities whose pictures often show the patient's name when the file does not say otherwise. */
    private static final Set<String> OFTEN_BURNED_IN = Set.of("US", "OT", "SC", "ES", "XC", "GM", "SM", "ECG", "DOC");

    @Spec
    private CommandSpec spec;

    @Mixin
    private Output output;

    @Parameters(arity = "1..*", paramLabel = "PATH", description = "DICOM files, and folders with all below them.")
    private List<Path> paths;

    @Option(names = "--out", paramLabel = "FOLDER", required = true, description = "Folder of the copies.")
    private Path out;

    @Option(
            names = "--shift-dates",
            description = "Moves the dates of a patient back by a secret number of days instead of removing them.")
    private boolean shiftsDates;

    @Override
    public Integer call() throws IOException {
        byte[] key = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(key);
        Deidentifier deidentifier =
                new Deidentifier(key, shiftsDates ? Deidentifier.Dates.SHIFTED : Deidentifier.Dates.REMOVED);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode written = json.putArray("written");
        ArrayNode refused = json.putArray("refused");
        List<Path> files = InputFiles.of(paths);
        Files.createDirectories(out);
        for (Path file : files) {
            try {
                written.add(anonymize(file, deidentifier).toString());
            } catch (IOException | CandelaException e) {
                spec.commandLine().getErr().println("candela: " + file + ": " + e.getMessage());
                refused.addObject().put("file", file.toString()).put("reason", e.getMessage());
            }
        }
        output.print(json, written.size() + " files written without the patient, " + refused.size() + " refused");
        return refused.isEmpty() ? 0 : Candela.NO;
    }

    private Path anonymize(Path file, Deidentifier deidentifier) throws IOException, CandelaException {
        DicomFile read = DicomReader.read(file);
        Attributes clean = deidentifier.deidentify(read.dataSet());
        String name = clean.uid(Tag.SOPInstanceUID)
                .orElseThrow(() -> new DicomFormatException(
                        String.valueOf(file.getFileName()),
                        DicomFormatException.NO_OFFSET,
                        Tag.SOPInstanceUID,
                        "no SOP Instance UID, so no copy can be named"))
                .value();
        warnOfBurnedIn(read.dataSet(), name);
        Path target = out.resolve(name + ".dcm");
        if (Files.exists(target)) {
            throw new IOException("another file of this UID was written already");
        }
        DicomWriter.write(DicomFile.of(clean, read.transferSyntax()), target);
        return target;
    }

    private void warnOfBurnedIn(Attributes dataSet, String name) {
        String stated = dataSet.string(BURNED_IN_ANNOTATION).orElse("");
        String modality = dataSet.string(Tag.Modality).orElse("");
        boolean isLikely = stated.equals("YES") || (stated.isEmpty() && OFTEN_BURNED_IN.contains(modality));
        if (isLikely) {
            output.warn(name + ": the pixels " + (stated.equals("YES") ? "hold" : "may hold")
                    + " burned-in text; look at them before you give them away");
        }
    }
}
