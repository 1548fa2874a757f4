package org.candela.net.web;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.candela.base.Cancellation;
import org.candela.dicom.Attributes;
import org.candela.dicom.Tag;

/**
 * Asks page after page until the server has no more (PS3.18 §8.3.4.4).
 *
 * <p>Ends with any server: a page that brings nothing new is the last, so one that ignores the offset is asked once too
 * often and not for ever, and what it sends twice is taken once.
 */
// [impl->req~net.web.paging~1]
final class Paging {
    private final WebCalls calls;
    private final String path;
    private final QidoQuery query;
    private final List<Attributes> found = new ArrayList<>();
    private final Set<List<Optional<String>>> known = new HashSet<>();
    private boolean hasNameless;

    Paging(WebCalls calls, String path, QidoQuery query) {
        this.calls = calls;
        this.path = path;
        this.query = query;
    }

    private record Page(List<Attributes> results, boolean hasMore) {}

    List<Attributes> search(Cancellation cancellation) throws WebException {
        boolean isAtEnd = false;
        while (!isAtEnd && found.size() < query.limit()) {
            int asked = query.pageSize(found.size());
            Call call = Call.getJson(calls.endpoint().resolve(path + "?" + query.page(found.size())));
            Page page = calls.read(call, this::page, cancellation);
            int fresh = take(page.results());
            isAtEnd = fresh == 0 || (page.results().size() < asked && !page.hasMore());
        }
        return List.copyOf(found.subList(0, Math.min(found.size(), query.limit())));
    }

    private Page page(Answer answer) throws WebException {
        if (answer.status() != Answer.NO_CONTENT) {
            answer.requireContent();
        }
        // One more than wanted shows a server that ignores the limit; such a list is read to its end as well.
        List<Attributes> results = JsonAnswer.read(answer, query.limit() + 1);
        boolean hasMore = answer.headers("Warning").stream().anyMatch(text -> text.startsWith("299"));
        return new Page(results, hasMore);
    }

    private int take(List<Attributes> results) {
        if (hasNameless) {
            // Without a UID nothing tells one page from the next, so there was only one.
            return 0;
        }
        int fresh = 0;
        for (Attributes result : results) {
            List<Optional<String>> identity = identity(result);
            boolean isNameless = identity.stream().allMatch(Optional::isEmpty);
            hasNameless |= isNameless;
            if (isNameless || known.add(identity)) {
                found.add(result);
                fresh++;
            }
        }
        return fresh;
    }

    private static List<Optional<String>> identity(Attributes result) {
        return List.of(
                result.string(Tag.StudyInstanceUID),
                result.string(Tag.SeriesInstanceUID),
                result.string(Tag.SOPInstanceUID));
    }
}
