package org.candela.viewer.document.ui;

import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.candela.dicom.object.waveform.MultiplexGroup;
import org.candela.dicom.object.waveform.WaveformText;
import org.candela.ui.Formats;
import org.candela.ui.Messages;
import org.candela.viewer.document.CaseDocument;
import org.candela.viewer.document.CurveReading;
import org.candela.viewer.document.Documents;
import org.candela.viewer.document.PageReading;
import org.candela.viewer.document.Reading;
import org.candela.viewer.picture.ScreenPitch;
import org.candela.viewer.stack.StudyBanner;

/** All words beside a document. Needs no toolkit. */
final class DocumentWords {
    private static final String APART = "   ·   ";
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("d MMM uuuu HH:mm", Locale.ENGLISH);

    private final Messages words = Messages.of(DocumentWords.class);
    private final Documents documents;

    DocumentWords(Documents documents) {
        this.documents = documents;
    }

    /** Whose document it is, and of which study: on the document itself, since the place under it may be empty. */
    String identity(CaseDocument document) {
        StudyBanner study = document.study();
        return joined(
                Formats.personName(study.patientName()),
                study.patientId(),
                study.birthDate()
                        .map(date -> words.text("document.born", Formats.date(date)))
                        .orElse(""));
    }

    /** Date of the study, and that it is a prior where it is one. */
    String origin(CaseDocument document) {
        String date = document.study().studyDate().map(Formats::date).orElse(words.text("document.date.unknown"));
        return joined(
                words.text("document.origin." + document.origin(), date),
                document.study().description());
    }

    /** When, by whom, and whether anybody attests to it. */
    String facts(CaseDocument document) {
        return joined(moment(document), author(document), standing(document));
    }

    String moment(CaseDocument document) {
        return document.created().map(MOMENT::format).orElse(words.text("document.date.unknown"));
    }

    String author(CaseDocument document) {
        return document.author().contains("^") ? Formats.personName(document.author()) : document.author();
    }

    String standing(CaseDocument document) {
        return words.text("document.standing." + document.standing());
    }

    String kind(CaseDocument document) {
        return words.text("document.kind." + document.kind());
    }

    /** Heading of the list. */
    String listTitle() {
        int count = documents.found().documents().size();
        int unread = documents.found().unread();
        String all = words.text("document.list", String.valueOf(count));
        return unread == 0 ? all : joined(all, words.text("document.unread", String.valueOf(unread)));
    }

    /** Which document of how many. */
    String number() {
        return words.text(
                "document.number",
                String.valueOf(documents.cursor() + 1),
                String.valueOf(documents.found().documents().size()));
    }

    /** What the last key came to, what was found, and the keys that lead on. */
    String foot(Optional<Reading> reading) {
        String found = reading.map(Reading::search)
                .filter(search -> !search.words().isEmpty())
                .map(this::found)
                .orElse("");
        String remark =
                documents.remark() == Documents.Remark.NONE ? "" : words.text("document.remark." + documents.remark());
        return joined(remark, found);
    }

    private String found(Reading.Search search) {
        return search.current() < 0
                ? words.text("document.found.nothing", search.words())
                : words.text(
                        "document.found",
                        search.words(),
                        String.valueOf(search.current() + 1),
                        String.valueOf(search.hits().size()));
    }

    /** Which page, how large, on what paper. */
    String page(PageReading reading, Optional<ScreenPitch> pitch, boolean hasFailed) {
        boolean isTrueSize = reading.scale() == PageReading.Scale.TRUE_SIZE;
        String size = isTrueSize
                ? words.text(pitch.isPresent() ? "document.page.true-size" : "document.page.no-pitch")
                : words.text("document.page.zoom", Formats.number(reading.zoom() * 100, 0));
        return joined(
                hasFailed ? words.text("document.page.failed") : "",
                words.text(
                        "document.page",
                        String.valueOf(reading.index() + 1),
                        String.valueOf(reading.source().count())),
                size,
                words.text("document.paper." + reading.paper()));
    }

    /** Scale, whether it is true on this screen, which group, what was filtered. */
    String curve(CurveReading reading, Optional<ScreenPitch> pitch, boolean hasFailed) {
        MultiplexGroup group = reading.waveform().groups().get(reading.group());
        String scale = words.text(
                "document.curve.scale",
                Formats.number(reading.scale().mmPerSecond(), 0),
                Formats.number(reading.scale().mmPerMillivolt(), 0));
        String size = pitch.isEmpty()
                ? words.text("document.curve.no-pitch")
                : reading.zoom() == 1
                        ? words.text("document.curve.true-size")
                        : words.text("document.curve.zoom", Formats.number(reading.zoom(), 2));
        String which = joined(
                group.label().text(),
                words.text(
                        "document.curve.group",
                        String.valueOf(reading.group() + 1),
                        String.valueOf(reading.waveform().groups().size())));
        return joined(
                hasFailed ? words.text("document.page.failed") : "",
                scale,
                size,
                which,
                filter(group),
                reading.waveform().warnings().isEmpty() ? "" : words.text("document.curve.warnings"));
    }

    private String filter(MultiplexGroup group) {
        List<String> filters = group.channels().stream()
                .map(channel -> WaveformText.filter(channel.filter()))
                .distinct()
                .toList();
        if (filters.size() > 1) {
            return words.text("document.curve.filters");
        }
        String one = filters.isEmpty() ? "" : filters.get(0);
        return one.isEmpty() ? words.text("document.curve.no-filter") : one.substring(2);
    }

    /** What lies between two moments: time, rate, difference. */
    String span(CurveReading.Span span) {
        String rate = span.perMinute().isPresent()
                ? words.text(
                        "document.span.rate", Formats.number(span.perMinute().getAsDouble(), 0))
                : "";
        String difference = span.difference().isPresent()
                ? words.text(
                        "document.span.difference",
                        Formats.number(span.difference().getAsDouble(), 2).replace("-", "\u2212"),
                        span.unit())
                : words.text("document.span.no-unit");
        return joined(
                span.lead(),
                words.text("document.span.time", Formats.number(span.milliseconds(), 0)),
                rate,
                difference);
    }

    /** Why a document is not shown. */
    String failure(String code) {
        String key = "document.failure." + code;
        return words.has(key) ? words.text(key) : words.text("document.failure", code);
    }

    String text(String key, Object... arguments) {
        return words.text(key, arguments);
    }

    static String joined(String... parts) {
        return Stream.of(parts).filter(part -> !part.isBlank()).collect(Collectors.joining(APART));
    }
}
