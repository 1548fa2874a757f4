package org.candela.shell;

import java.util.LinkedHashMap;
import java.util.Map;
import org.candela.study.Study;
import org.candela.viewer.stack.ReadingStudy;
import org.candela.viewer.stack.StudyLayout;

/**
 * Layouts of the studies that were laid out last, since that reads the headers of all their files. One is used again only
 * while the study holds exactly the same objects. Safe from any thread; may block on the disk.
 */
public final class StudyLayouts {
    /** The open case, the next ones, and their priors. */
    private static final int MOST = 16;

    private final Map<Study, ReadingStudy> layouts = new LinkedHashMap<>(16, 0.75f, true);

    /** The study laid out, as {@link StudyLayout#of} does. */
    ReadingStudy of(Study study) {
        synchronized (layouts) {
            ReadingStudy known = layouts.get(study);
            if (known != null) {
                return known;
            }
        }
        // Outside the lock: two threads may do it at once, and either result serves.
        ReadingStudy made = StudyLayout.of(study);
        synchronized (layouts) {
            layouts.put(study, made);
            if (layouts.size() > MOST) {
                layouts.remove(layouts.keySet().iterator().next());
            }
        }
        return made;
    }
}
