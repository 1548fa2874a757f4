package org.candela;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** The picture of the house: each room and the rooms it may use. Adding a package means adding a line here. */
final class Rooms {
    static final String ROOT = "org.candela";
    private static final Map<String, List<String>> ALLOWED = new TreeMap<>();

    private static final List<String> FEATURES = List.of(
            "study",
            "study.prior",
            "study.ahead",
            "worklist",
            "worklist.claim",
            "order",
            "order.feed",
            "order.source",
            "message",
            "critical",
            "critical.paper",
            "purge",
            "purge.paper",
            "lock",
            "viewer.picture",
            "viewer.stack",
            "viewer.layout",
            "viewer.window",
            "viewer.practice",
            "viewer.yaml",
            "viewer",
            "viewer.hanging",
            "viewer.export",
            "viewer.arriving",
            "viewer.print",
            "dictation",
            "dictation.keep",
            "dictation.trend",
            "dictation.check",
            "pad.hid",
            "dictation.language",
            "dictation.engine",
            "dictation.vocabulary",
            "report",
            "report.check",
            "report.template",
            "report.wording",
            "report.spelling",
            "report.style",
            "delivery",
            "delivery.document",
            "delivery.dicom",
            "delivery.fhir",
            "delivery.paper",
            "delivery.hl7",
            "delivery.trial",
            "delivery.preview",
            "invoice",
            "displayqa",
            "displayqa.measure",
            "displayqa.ledger",
            "displayqa.report",
            "displayqa.trend",
            "displayqa.watch",
            "drill",
            "readiness",
            "readiness.journal",
            "readiness.room",
            "readiness.link",
            "readiness.contingency",
            "readiness.card",
            "readiness.stamp",
            "practice",
            "facility",
            "facility.trial");
    private static final List<String> VIEWS =
            List.of("worklist.ui", "message.ui", "viewer.ui", "report.ui", "displayqa.ui", "readiness.ui");
    private static final List<String> DRIVERS = Stream.of(
                    "randr", "sysfs", "ddcutil", "windows", "macos", "argyll", "hid", "serial", "typed", "sim")
            .map(driver -> "calibration.device." + driver)
            .toList();

    private static final List<String> CODESTREAMS =
            List.of("codec.jpeg", "codec.jpegls", "codec.jpeg2000", "codec.video");

    private static final List<String> TOOLS = List.of(
            "dicom",
            "dicom.image",
            "dicom.object",
            "dicom.object.presentation",
            "dicom.object.structured",
            "dicom.object.region",
            "dicom.object.document",
            "dicom.object.waveform",
            "dicom.validate",
            "net.tls",
            "net.dimse",
            "net.mllp",
            "net.web",
            "image",
            "audit",
            "audit.export",
            "store",
            "backup",
            "calibration",
            "calibration.pattern",
            "calibration.device");

    static {
        room("base");
        room("image");
        room("measure", "image");
        room("codec.stream");
        CODESTREAMS.forEach(codestream -> room(codestream, "codec.stream"));
        room("codec", "codec.stream", "codec.jpeg", "codec.jpegls", "codec.jpeg2000", "codec.video", "image");
        room("dicom");
        room("dicom.image", "dicom", "codec", "codec.stream", "codec.video", "image");
        room("dicom.object", "dicom", "dicom.image");
        room("dicom.object.presentation", "dicom", "dicom.image", "dicom.object", "image");
        room("dicom.object.structured", "dicom", "dicom.object", "image");
        room("dicom.object.region", "dicom", "dicom.image", "dicom.object", "image");
        room("dicom.object.document", "dicom", "dicom.object", "image");
        room("dicom.object.waveform", "dicom", "dicom.object");
        room("dicom.validate", "dicom");
        room("net.tls");
        room("net.dimse", "dicom", "net.tls");
        room("net.web", "dicom", "net.tls");
        room("store");
        room("audit", "store");
        room("audit.export", "audit", "store", "net.tls", "readiness");
        room("vault");
        room("vault.file", "vault");
        room("backup", "store", "audit");
        room("purge", "facility", "store", "audit");
        room("purge.paper", "purge", "paper", "displayqa.report");
        room("facility", "vault", "store", "audit");
        room("facility.trial", "facility", "net.web", "net.dimse", "dicom");
        room("practice", "facility", "store", "audit");
        room("readiness");
        room("readiness.journal", "store", "audit");
        room("readiness.room", "readiness", "readiness.journal", "store");
        room("readiness.link", "readiness", "readiness.journal", "facility", "net.web", "net.tls", "store", "audit");
        room("paper");
        room("readiness.contingency", "readiness", "readiness.journal", "paper", "facility", "store");
        room("readiness.card", "readiness", "paper", "displayqa.report", "displayqa.ledger", "store", "audit");
        room("readiness.stamp", "readiness", "report", "facility", "store");
        room("drill", "readiness", "store", "audit");
        room("pad");
        room("pad.hid");
        room("calibration", "image");
        room("calibration.device", "calibration");
        DRIVERS.forEach(driver -> room(driver, "calibration", "calibration.device"));
        room(
                "study",
                "dicom",
                "dicom.image",
                "image",
                "store",
                "audit",
                "net.web",
                "facility",
                "readiness",
                "vault.file");
        room("study.prior", "study", "facility", "store", "audit");
        room("study.ahead", "study", "facility");
        room("study.dimse", "study", "net.dimse", "dicom", "facility");
        room("study.frames", "study", "dicom.image", "image");
        room("order", "study", "facility", "store", "audit");
        room("message", "facility", "store", "audit");
        room("critical", "facility", "store", "audit");
        room("critical.paper", "critical", "paper", "displayqa.report", "facility");
        room("critical.check", "critical", "report", "report.template", "facility");
        room("critical.ui", "critical", "facility", "ui");
        room("lock", "store", "audit");
        room("lock.ui", "lock", "ui");
        room("net.mllp");
        room("order.source", "order", "study", "facility", "net.web", "net.dimse", "dicom", "store");
        room("order.feed", "order", "message", "net.mllp", "facility", "study", "store", "audit");
        room("worklist", "order", "study", "facility", "store", "audit");
        room("worklist.claim", "worklist", "study", "facility", "net.web", "dicom", "store", "audit");
        ViewerRooms.enter(Rooms::room);
        room("dictation");
        room("dictation.language");
        room("dictation.engine", "dictation", "dictation.language");
        room("dictation.engine.sphinx", "dictation", "dictation.engine", "dictation.language");
        room("dictation.engine.vosk", "dictation", "dictation.engine");
        room("dictation.engine.whisper", "dictation", "dictation.engine");
        room("dictation.vocabulary", "dictation", "dictation.engine", "dictation.language", "store");
        room("dictation.keep", "dictation", "vault", "facility", "store", "audit");
        room("dictation.sound", "dictation");
        room("dictation.session", "dictation", "dictation.sound", "dictation.keep", "store");
        room("dictation.check", "dictation", "dictation.sound", "dictation.session", "readiness");
        room("dictation.trend", "dictation", "dictation.keep", "store");
        room(
                "dictation.ui",
                "dictation",
                "dictation.session",
                "dictation.sound",
                "dictation.keep",
                "dictation.trend",
                "dictation.language",
                "dictation.engine",
                "dictation.vocabulary",
                "ui");
        room("report.template", "store");
        room("report.wording", "dictation");
        room("report.spelling");
        room("report.style", "report.template", "report.wording", "store");
        room(
                "report",
                "report.template",
                "report.wording",
                "worklist",
                "dictation",
                "facility",
                "vault",
                "store",
                "audit");
        room("report.check", "report", "report.template");
        room("delivery", "report", "facility", "store", "audit");
        room("delivery.document", "delivery", "report", "facility", "paper");
        room(
                "delivery.dicom",
                "delivery",
                "delivery.document",
                "dicom",
                "dicom.object",
                "dicom.object.structured",
                "dicom.object.document",
                "net.web",
                "net.dimse",
                "report",
                "facility");
        room("delivery.fhir", "delivery", "delivery.document", "net.web", "report", "facility");
        room("delivery.paper", "delivery", "delivery.document", "report");
        room("delivery.hl7", "delivery", "viewer.yaml", "net.tls", "net.mllp", "report", "facility", "store", "audit");
        room(
                "delivery.preview",
                "delivery",
                "delivery.dicom",
                "delivery.document",
                "delivery.fhir",
                "delivery.hl7",
                "dicom",
                "dicom.object",
                "dicom.object.document",
                "dicom.object.structured",
                "image",
                "report",
                "facility");
        room(
                "delivery.trial",
                "delivery",
                "delivery.dicom",
                "delivery.fhir",
                "delivery.hl7",
                "delivery.paper",
                "facility",
                "facility.trial",
                "net.web",
                "net.dimse");
        room("invoice", "paper", "report", "practice", "facility", "store", "audit");
        room("calibration.pattern", "calibration", "image");
        room("displayqa.measure", "calibration.pattern", "calibration", "calibration.device", "image");
        room(
                "displayqa.ledger",
                "displayqa.measure",
                "calibration.pattern",
                "calibration",
                "calibration.device",
                "image",
                "store",
                "audit");
        room("displayqa.trend", "displayqa.ledger", "displayqa.measure", "calibration", "calibration.device");
        room(
                "displayqa.report",
                "displayqa.ledger",
                "displayqa.measure",
                "calibration",
                "facility",
                "dicom",
                "paper",
                "vault");
        room(
                "displayqa",
                "displayqa.ledger",
                "displayqa.report",
                "displayqa.measure",
                "calibration.pattern",
                "calibration",
                "calibration.device",
                "image",
                "facility",
                "store",
                "audit",
                "readiness");
        room(
                "displayqa.watch",
                "displayqa",
                "displayqa.ledger",
                "displayqa.measure",
                "calibration",
                "calibration.device",
                "store",
                "audit",
                "readiness",
                "facility");
        room("ui");
        room("message.ui", "message", "ui");
        room("worklist.ui", "worklist", "order", "ui", "study", "facility");
        room("facility.ui", "facility", "net.web", "ui");
        room("report.ui", "report", "report.template", "report.spelling", "report.wording", "dictation", "ui");
        room(
                "displayqa.ui",
                "displayqa",
                "displayqa.measure",
                "displayqa.ledger",
                "displayqa.report",
                "displayqa.trend",
                "displayqa.watch",
                "facility",
                "calibration.pattern",
                "calibration",
                "calibration.device",
                "image",
                "ui");
        room("readiness.ui", "readiness", "ui");
        room(
                "shell",
                features(List.of(VIEWS, List.of("ui", "image", "store", "pad", "calibration", "calibration.device"))));
        room("cli", features(List.of(TOOLS, List.of("codec.video"))));
        room("demo", "facility", "dicom", "image", "net.web");
        room(
                "demo.shift",
                features(List.of(
                        VIEWS,
                        List.of(
                                "demo",
                                "audit",
                                "calibration",
                                "dicom.image",
                                "image",
                                "store",
                                "shell",
                                "ui",
                                "viewer.mark"))));
        room("app", ALLOWED.keySet().stream().toList());
    }

    private Rooms() {}

    /** Room name → rooms it may use; {@code base} is open to all and added here. */
    static Map<String, List<String>> allowed() {
        return ALLOWED;
    }

    private static void room(String name, String... uses) {
        room(name, List.of(uses));
    }

    private static void room(String name, List<String> uses) {
        List<String> all = new ArrayList<>(uses);
        if (!name.equals("base") && !all.contains("base")) {
            all.add("base");
        }
        ALLOWED.put(name, List.copyOf(all));
    }

    private static List<String> features(List<List<String>> more) {
        return Stream.concat(FEATURES.stream(), more.stream().flatMap(List::stream))
                .toList();
    }
}
