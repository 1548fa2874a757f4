package org.candela.demo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.candela.base.Uid;
import org.candela.dicom.Attributes;

/**
 * Path of a DICOMweb resource: {@code /studies/1.2/series/3.4/instances}.
 *
 * @param collection what a search lists: {@code "studies"}, {@code "series"} or {@code "instances"}; empty for a resource
 */
record WebPath(Optional<Uid> study, Optional<Uid> series, Optional<Uid> instance, String collection) {
    private static final Pattern FORM = Pattern.compile(
            "(?:/studies/(?<study>[0-9.]+))?(?:/series/(?<series>[0-9.]+))?(?:/instances/(?<instance>[0-9.]+))?"
                    + "(?:/(?<collection>studies|series|instances))?/?");

    /** A path that is none of DICOMweb names nothing. */
    static WebPath parse(String path) {
        Matcher matcher = FORM.matcher(path);
        if (!matcher.matches()) {
            return new WebPath(Optional.empty(), Optional.empty(), Optional.empty(), "");
        }
        String collection = matcher.group("collection");
        return new WebPath(
                uid(matcher, "study"),
                uid(matcher, "series"),
                uid(matcher, "instance"),
                collection == null ? "" : collection);
    }

    private static Optional<Uid> uid(Matcher matcher, String group) {
        return Optional.ofNullable(matcher.group(group)).filter(Uid::isValid).map(Uid::new);
    }

    boolean isSearch() {
        return !collection.isEmpty();
    }

    List<Attributes> search(DemoArchive archive) {
        return switch (collection) {
            case "studies" -> archive.studies();
            case "series" -> study.map(archive::series).orElse(List.of());
            default -> study.map(one -> archive.instances(one, series)).orElse(List.of());
        };
    }

    List<DemoArchive.Stored> objects(DemoArchive archive) {
        return study.map(one -> archive.objects(one, series, instance)).orElse(List.of());
    }
}
