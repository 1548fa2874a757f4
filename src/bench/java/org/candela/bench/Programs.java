package org.candela.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Commands as a person calls them, the start of the program included. */
final class Programs {
    private static final String SECTION = "whole process";
    private static final int FILES = 20;
    private final Setting setting;
    private final Report report;

    Programs(Setting setting, Report report) {
        this.setting = setting;
        this.report = report;
    }

    /** JPEG lossless to uncompressed: one radiograph, and a small series of CT images. */
    void measure() throws IOException {
        Picture radiograph = Picture.ALL.get(2);
        transcode("one radiograph", List.of(lossless(radiograph, 0)));
        List<Path> series = new ArrayList<>();
        for (int i = 0; i < FILES; i++) {
            series.add(lossless(Picture.ALL.get(0), i));
        }
        transcode(FILES + " CT images", series);
    }

    private Path lossless(Picture picture, int instance) throws IOException {
        Path target = setting.work().resolve(picture.name() + "-" + instance + "-lossless.dcm");
        WholeProcess.run(Syntax.JPEG_LOSSLESS.command(picture.write(setting.work(), instance), target));
        return target;
    }

    private void transcode(String what, List<Path> files) throws IOException {
        Path ours = Files.createDirectories(setting.work().resolve("ours"));
        List<String> arguments = new ArrayList<>(List.of("dicom", "transcode", "--to", "explicit", "--out"));
        arguments.add(ours.toString());
        List<List<String>> theirs = new ArrayList<>();
        for (Path file : files) {
            arguments.add(file.toString());
            theirs.add(List.of(
                    "dcmdjpeg",
                    file.toString(),
                    setting.work().resolve("theirs.dcm").toString()));
        }
        Contender candela = new WholeProcess("candela", List.of(setting.candela(arguments)), files.size());
        Contender dcmdjpeg = new WholeProcess("dcmdjpeg", theirs, files.size());
        Duel duel = Duel.fight(candela, dcmdjpeg, setting.pace().forPrograms());
        report.add(Row.beside(
                SECTION,
                "transcode JPEG lossless, " + what,
                "files/s",
                new Row.Rival(dcmdjpeg.name(), duel),
                Row.Bar.NONE));
    }
}
