package org.candela.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import org.candela.facility.FacilityId;
import org.candela.purge.PurgeLog;
import org.candela.purge.PurgeLog.Sum;
import org.candela.purge.PurgeLog.What;
import org.candela.study.ImagePurge;

/** What the purge says, for persons and for programs. */
final class PurgeLines {
    private static final double MEGABYTE = 1e6;

    private PurgeLines() {}

    static ObjectNode json(PurgeCommand.Plan plan) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("drafts", plan.drafts());
        ArrayNode images = json.putArray("images");
        plan.images().forEach(due -> images.addObject()
                .put("study", due.study().value())
                .put("facility", due.facility().value())
                .put("touched", due.touched().toString())
                .put("bytes", due.bytes()));
        ArrayNode rows = json.putArray("rows");
        plan.rows().forEach(due -> rows.addObject()
                .put("study", due.study().value())
                .put("facility", due.facility().value())
                .put("touched", due.touched().toString()));
        ArrayNode files = json.putArray("files");
        plan.files().forEach(file -> files.add(file.toString()));
        return json;
    }

    static String text(PurgeCommand.Plan plan) {
        List<String> lines = new ArrayList<>();
        plan.images()
                .forEach(due -> lines.add(String.format(
                        Locale.ROOT,
                        "%s  %s: images, %.1f MB, untouched since %s",
                        due.facility(),
                        due.study().value(),
                        due.bytes() / MEGABYTE,
                        due.touched())));
        plan.rows()
                .forEach(due -> lines.add(
                        due.facility() + "  " + due.study().value() + ": rows, untouched since " + due.touched()));
        plan.files().forEach(file -> lines.add("file  " + file));
        double megabytes =
                plan.images().stream().mapToLong(ImagePurge.Due::bytes).sum() / MEGABYTE;
        lines.add(String.format(
                Locale.ROOT,
                "Would go: images of %d studies (%.1f MB), rows of %d, %d drafts, %d files, and what is old of orders, messages,"
                        + " sound and records.",
                plan.images().size(),
                megabytes,
                plan.rows().size(),
                plan.drafts(),
                plan.files().size()));
        return String.join(System.lineSeparator(), lines);
    }

    static ObjectNode json(PurgeCommand.Done done) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("run", done.run().id())
                .put("kind", done.run().kind().name())
                .put("facility", done.run().facility())
                .put("begunAt", done.run().begunAt().toString())
                .put("isEnded", done.run().endedAt().isPresent())
                .put("digest", PurgeLog.digest(done.entries()));
        ArrayNode gone = json.putArray("deleted");
        PurgeLog.sums(done.entries()).forEach((what, sum) -> gone.addObject()
                .put("what", what.name())
                .put("count", sum.count())
                .put("rows", sum.rows())
                .put("bytes", sum.bytes()));
        return json;
    }

    static String text(PurgeCommand.Done done) {
        List<String> lines = new ArrayList<>();
        String end = done.run().endedAt().map(at -> "").orElse(" NOT FINISHED: run it again");
        lines.add("Run " + done.run().id() + ", " + done.run().facility() + ", begun "
                + done.run().begunAt() + end);
        PurgeLog.sums(done.entries()).forEach((what, sum) -> lines.add(line(what, sum)));
        if (done.entries().isEmpty()) {
            lines.add("  nothing was past its age");
        }
        return String.join(System.lineSeparator(), lines);
    }

    private static String line(What what, Sum sum) {
        return String.format(
                Locale.ROOT,
                "  %-7s %d deleted, %d rows, %.1f MB",
                what.name().toLowerCase(Locale.ROOT),
                sum.count(),
                sum.rows(),
                sum.bytes() / MEGABYTE);
    }

    static ObjectNode json(PurgeCommand.Policies policies) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        policies.images()
                .forEach((facility, days) -> json.withObject("/" + facility).put("IMAGE_DAYS", days));
        policies.others()
                .forEach((facility, ages) -> ages.forEach(
                        (age, amount) -> json.withObject("/" + facility).put(age.name(), amount)));
        return json;
    }

    static String text(PurgeCommand.Policies policies) {
        TreeSet<FacilityId> facilities = new TreeSet<>(policies.images().keySet());
        facilities.addAll(policies.others().keySet());
        List<String> lines = new ArrayList<>();
        for (FacilityId facility : facilities) {
            List<String> ages = new ArrayList<>();
            if (policies.images().containsKey(facility)) {
                ages.add("images stay " + policies.images().get(facility) + " days");
            }
            if (policies.others().containsKey(facility)) {
                policies.others()
                        .get(facility)
                        .forEach((age, amount) -> ages.add(switch (age) {
                                    case ROW_DAYS -> "rows ";
                                    case RECORD_YEARS -> "records ";
                                    case EXPORT_DAYS -> "exported files ";
                                }
                                + amount + " " + age.unit()));
            }
            lines.add(facility + ": " + String.join(", ", ages));
        }
        return lines.isEmpty() ? "No policy: everything stays." : String.join(System.lineSeparator(), lines);
    }
}
