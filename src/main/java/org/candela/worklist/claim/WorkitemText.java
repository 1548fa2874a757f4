package org.candela.worklist.claim;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;
import org.candela.dicom.Dictionary;
import org.candela.dicom.Tag;
import org.candela.dicom.VR;

/** What is read from a workitem and written into one (PS3.4 Table CC.2.5-3, PS3.3 C.30). Pure. */
final class WorkitemText {
    private static final int INPUT = tag("InputInformationSequence");
    private static final int REQUEST = tag("ReferencedRequestSequence");
    private static final int STATE = tag("ProcedureStepState");
    private static final int PRIORITY = tag("ScheduledProcedureStepPriority");
    private static final int CODE = tag("ScheduledWorkitemCodeSequence");
    private static final int PERFORMED = tag("UnifiedProcedureStepPerformedProcedureSequence");
    private static final int PERFORMERS = tag("ActualHumanPerformersSequence");
    private static final int PERFORMER_NAME = tag("HumanPerformerName");
    private static final int STATIONS = tag("PerformedStationNameCodeSequence");
    private static final int BEGIN = tag("PerformedProcedureStepStartDateTime");
    private static final int END = tag("PerformedProcedureStepEndDateTime");
    private static final int DONE_CODE = tag("PerformedWorkitemCodeSequence");
    private static final int OUTPUT = tag("OutputInformationSequence");
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMddHHmmss'+0000'").withZone(ZoneOffset.UTC);

    private WorkitemText() {}

    private static int tag(String keyword) {
        return Dictionary.standard().tag(keyword).orElseThrow();
    }

    static boolean isWhole(Attributes item) {
        return !item.items(INPUT).isEmpty() || !item.items(REQUEST).isEmpty();
    }

    /** Studies that are its input, or that its requests name. */
    static Set<Uid> studies(Attributes item) {
        return Stream.concat(item.items(INPUT).stream(), item.items(REQUEST).stream())
                .flatMap(part -> part.uid(Tag.StudyInstanceUID).stream())
                .collect(Collectors.toSet());
    }

    static Set<String> accessions(Attributes item) {
        return item.items(REQUEST).stream()
                .flatMap(request -> request.string(Tag.AccessionNumber).stream())
                .collect(Collectors.toSet());
    }

    static String state(Attributes item) {
        return item.string(STATE).orElse("");
    }

    static String priority(Attributes item) {
        return item.string(PRIORITY).orElse("");
    }

    static Set<String> codes(Attributes item) {
        return item.items(CODE).stream()
                .flatMap(code -> code.string(Tag.CodeValue).stream())
                .collect(Collectors.toSet());
    }

    /** Who does it, as the workitem tells; empty when it does not. */
    static String performer(Attributes item) {
        return item.items(PERFORMED).stream()
                .flatMap(performed -> performed.items(PERFORMERS).stream())
                .flatMap(person -> person.string(PERFORMER_NAME).stream())
                .findFirst()
                .orElse("");
    }

    /** That {@code reader} began at a moment, for others to see. */
    static Attributes begun(String reader, Instant at) {
        return performed(step(reader, at));
    }

    /** All that a completed step has to tell; what it came to is the report, which goes its own way. */
    static Attributes done(String reader, Instant from, Instant to) {
        return performed(step(reader, from).set(END, VR.DT, MOMENT.format(to)));
    }

    private static Attributes performed(Attributes step) {
        return new Attributes().setItems(PERFORMED, List.of(step));
    }

    private static Attributes step(String reader, Instant begin) {
        Attributes person = new Attributes().set(PERFORMER_NAME, VR.PN, reader);
        return new Attributes()
                .setItems(PERFORMERS, List.of(person))
                .setItems(STATIONS, List.of(code("CANDELA", "99CANDELA", "Candela workstation")))
                .set(BEGIN, VR.DT, MOMENT.format(begin))
                .setItems(DONE_CODE, List.of(code("110005", "DCM", "Interpretation")))
                .setItems(OUTPUT, List.of());
    }

    private static Attributes code(String value, String scheme, String meaning) {
        return new Attributes()
                .set(Tag.CodeValue, VR.SH, value)
                .set(Tag.CodingSchemeDesignator, VR.SH, scheme)
                .set(Tag.CodeMeaning, VR.LO, meaning);
    }
}
