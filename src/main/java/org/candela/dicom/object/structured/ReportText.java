package org.candela.dicom.object.structured;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.candela.dicom.Dictionary;
import org.candela.dicom.PersonName;
import org.candela.dicom.object.Code;
import org.candela.dicom.object.ObjectReference;

/** A structured document as lines of text: a pure function, bounded. */
public final class ReportText {
    /** More lines nobody reads on a screen. */
    static final int MOST_LINES = 20_000;

    private static final String SEPARATOR = ": ";

    private final StructuredReport report;
    private final List<ReportLine> lines = new ArrayList<>();

    private ReportText(StructuredReport report) {
        this.report = report;
    }

    // [impl->req~dicom-object.report-text~1]
    /** The whole document; after {@value #MOST_LINES} lines a remark says that there is more. */
    public static List<ReportLine> lines(StructuredReport report) {
        return new ReportText(report).lines();
    }

    private List<ReportLine> lines() {
        add(0, ReportLine.Kind.HEADING, report.title());
        StructuredReport.Status status = report.status();
        if (!status.isComplete()) {
            add(0, ReportLine.Kind.REMARK, "Not marked as complete");
        }
        add(
                0,
                ReportLine.Kind.REMARK,
                status.isVerified()
                        ? "Verified by "
                                + status.verifiers().stream()
                                        .map(ReportText::name)
                                        .collect(Collectors.joining("; "))
                        : "Not verified");
        report.warnings().forEach(warning -> add(0, ReportLine.Kind.REMARK, warning));
        report.content().children().forEach(child -> show(child, 0));
        return List.copyOf(lines);
    }

    private void show(ContentItem item, int depth) {
        if (lines.size() > MOST_LINES) {
            return;
        }
        if (lines.size() == MOST_LINES) {
            lines.add(new ReportLine(0, ReportLine.Kind.REMARK, "There is more than is shown here"));
            return;
        }
        String name = item.name().map(Code::meaning).orElse("");
        if (item.value() instanceof ContentValue.Container) {
            if (name.isEmpty()) { // a container without a heading only groups
                item.children().forEach(child -> show(child, depth));
                return;
            }
            add(depth, ReportLine.Kind.HEADING, name);
        } else {
            String label = name.isEmpty() ? "" : name + SEPARATOR;
            addText(depth, label + said(item.value()), imageOf(item));
        }
        item.children().forEach(child -> show(child, depth + 1));
    }

    /** Each line of a text on its own; those after the first are indented. */
    private void addText(int depth, String text, Optional<ObjectReference> image) {
        int deeper = depth;
        for (String line : text.split("\r\n|\r|\n", -1)) {
            if (!line.isBlank()) {
                add(new ReportLine(deeper, ReportLine.Kind.ITEM, line, image));
                deeper = depth + 1;
            }
        }
    }

    /** The image that an item is, that its coordinates lie on, or that a number was measured on. */
    private static Optional<ObjectReference> imageOf(ContentItem item) {
        if (item.value() instanceof ContentValue.Referenced referenced) {
            return referenced.type() == ContentValue.Referenced.Type.IMAGE
                    ? Optional.of(referenced.object())
                    : Optional.empty();
        }
        boolean isMeasured = item.value() instanceof ContentValue.ImageCoordinates
                || item.value() instanceof ContentValue.PatientCoordinates
                || item.value() instanceof ContentValue.Numeric;
        return isMeasured
                ? item.children().stream()
                        .map(ReportText::imageOf)
                        .flatMap(Optional::stream)
                        .findFirst()
                : Optional.empty();
    }

    private void add(int depth, ReportLine.Kind kind, String text) {
        add(new ReportLine(depth, kind, text));
    }

    private void add(ReportLine line) {
        if (lines.size() < MOST_LINES) {
            lines.add(line);
        }
    }

    private String said(ContentValue value) {
        if (value instanceof ContentValue.Text text) {
            return text.text();
        } else if (value instanceof ContentValue.Coded coded) {
            return coded.code().meaning();
        } else if (value instanceof ContentValue.Numeric numeric) {
            return said(numeric);
        } else if (value instanceof ContentValue.Plain plain) {
            return plain.type() == ContentValue.Plain.Type.PNAME ? name(plain.text()) : plain.text();
        } else if (value instanceof ContentValue.UidReference reference) {
            return reference.uid().value();
        } else if (value instanceof ContentValue.Referenced referenced) {
            return said(referenced);
        } else if (value instanceof ContentValue.ImageCoordinates coordinates) {
            return coordinates.shape() + " of " + coordinates.points().size() + " points on the image";
        } else if (value instanceof ContentValue.PatientCoordinates coordinates) {
            return coordinates.shape() + " of " + coordinates.points().size() + " points in the patient";
        } else if (value instanceof ContentValue.TemporalCoordinates coordinates) {
            return coordinates.rangeType() + " " + String.join(", ", coordinates.values());
        } else if (value instanceof ContentValue.ItemReference reference) {
            return said(reference);
        }
        return "(cannot be read)";
    }

    /** A person's name as people write it: family name first. */
    private static String name(String text) {
        PersonName.Group group = PersonName.of(text).alphabetic();
        String given = String.join(" ", group.given(), group.middle()).strip();
        return group.isEmpty() ? text : given.isEmpty() ? group.family() : group.family() + ", " + given;
    }

    private static String said(ContentValue.Numeric numeric) {
        if (numeric.value().isEmpty()) {
            return numeric.qualifier().map(Code::meaning).orElse("no value");
        }
        double value = numeric.value().orElseThrow();
        boolean isWhole = value == Math.rint(value) && Math.abs(value) < 1e15;
        String number = isWhole ? Long.toString((long) value) : Double.toString(value);
        return number + numeric.unit().map(ReportText::unit).orElse("");
    }

    /** UCUM is written for machines: "1" and what stands in brackets is said by its meaning. */
    static String unit(Code unit) {
        boolean isReadable =
                unit.scheme().equals("UCUM") && unit.value().matches("[A-Za-z/%0-9.]*[A-Za-z%][A-Za-z/%0-9.]*");
        boolean isNone = unit.scheme().equals("UCUM") && unit.value().equals("1");
        return isNone ? "" : " " + (isReadable ? unit.value() : unit.meaning());
    }

    private static String said(ContentValue.Referenced referenced) {
        ObjectReference object = referenced.object();
        String kind = Dictionary.uidName(object.sopClassUid().value())
                .map(name -> name.replace(" Storage", ""))
                .orElse("object");
        String frames = object.frames().isEmpty() ? "" : ", frames " + joined(object.frames());
        String segments = referenced.segments().isEmpty() ? "" : ", segments " + joined(referenced.segments());
        return kind + " " + object.sopInstanceUid() + frames + segments;
    }

    private String said(ContentValue.ItemReference reference) {
        String place = reference.place().stream().map(String::valueOf).collect(Collectors.joining("."));
        return report.content()
                .at(reference.place())
                .flatMap(ContentItem::name)
                .map(name -> "see " + name.meaning() + " (" + place + ")")
                .orElse("see " + place);
    }

    private static String joined(List<Integer> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }
}
